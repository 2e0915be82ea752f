"""The words of the domain as frozen values: no input or output, no clock, no network."""

from newstui.model.article import (
    Article,
    Edition,
    Enclosure,
    Headline,
    LanguageOrigin,
    ParsedArticle,
    Reading,
    Reason,
    Revision,
    Status,
    StatusChange,
    View,
)
from newstui.model.document import Block, BlockKind, Document, Link, Span, SpanKind
from newstui.model.feed import Arrival, FeedState, KnownArticle, KnownFile
from newstui.model.quote import SUMMARY, TITLE, Quote, QuoteKind, QuoteSpan
from newstui.model.source import (
    ParsedFeed,
    RefreshResult,
    RefreshStatus,
    RefreshSummary,
    Source,
    SourceKind,
)

__all__ = [
    "SUMMARY",
    "TITLE",
    "Arrival",
    "Article",
    "Block",
    "BlockKind",
    "Document",
    "Edition",
    "Enclosure",
    "FeedState",
    "Headline",
    "KnownArticle",
    "KnownFile",
    "LanguageOrigin",
    "Link",
    "ParsedArticle",
    "ParsedFeed",
    "Quote",
    "QuoteKind",
    "QuoteSpan",
    "Reading",
    "Reason",
    "RefreshResult",
    "RefreshStatus",
    "RefreshSummary",
    "Revision",
    "Source",
    "SourceKind",
    "Span",
    "SpanKind",
    "Status",
    "StatusChange",
    "View",
]
