"""The words of the domain as frozen values: no input or output, no clock, no network.

What a list of headlines does without is loaded when it is first named: documents, what parsers give, other programs'
libraries, statistics.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from newstui.model.article import (
    Article,
    Edition,
    Enclosure,
    Headline,
    LanguageOrigin,
    Order,
    Position,
    Reading,
    Reason,
    Revision,
    Status,
    StatusChange,
    View,
)
from newstui.model.feed import FeedState, KnownArticle, KnownFile, RestTimes
from newstui.model.fulltext import FulltextFailure, FulltextResult, FulltextRule, WantedPage
from newstui.model.heading import Group, Heading
from newstui.model.quote import SUMMARY, TITLE, Quote, QuoteKind, QuoteSpan
from newstui.model.rule import Action, ActionKind, Notice, Rule, SavedView, SourceSize, Tag
from newstui.model.source import (
    FeedCandidate,
    FeedOrigin,
    RefreshResult,
    RefreshStatus,
    RefreshSummary,
    Source,
    SourceKind,
)

if TYPE_CHECKING:
    from newstui.model.document import Block, BlockKind, Document, Link, Span, SpanKind
    from newstui.model.foreign import ForeignView, NewsboatArticle, NewsboatFeed, Remark, Subscription, SubscriptionList
    from newstui.model.image import Image, ImageResult
    from newstui.model.parsed import Arrival, ParsedArticle, ParsedFeed
    from newstui.model.speaker import Speaker, SpokenQuote
    from newstui.model.statistics import Statistics, Tally, Voice

__all__ = [
    "SUMMARY",
    "TITLE",
    "Action",
    "ActionKind",
    "Arrival",
    "Article",
    "Block",
    "BlockKind",
    "Document",
    "Edition",
    "Enclosure",
    "FeedCandidate",
    "FeedOrigin",
    "FeedState",
    "ForeignView",
    "FulltextFailure",
    "FulltextResult",
    "FulltextRule",
    "Group",
    "Heading",
    "Headline",
    "Image",
    "ImageResult",
    "KnownArticle",
    "KnownFile",
    "LanguageOrigin",
    "Link",
    "NewsboatArticle",
    "NewsboatFeed",
    "Notice",
    "Order",
    "ParsedArticle",
    "ParsedFeed",
    "Position",
    "Quote",
    "QuoteKind",
    "QuoteSpan",
    "Reading",
    "Reason",
    "RefreshResult",
    "RefreshStatus",
    "RefreshSummary",
    "Remark",
    "RestTimes",
    "Revision",
    "Rule",
    "SavedView",
    "Source",
    "SourceKind",
    "SourceSize",
    "Span",
    "SpanKind",
    "Speaker",
    "SpokenQuote",
    "Statistics",
    "Status",
    "StatusChange",
    "Subscription",
    "SubscriptionList",
    "Tag",
    "Tally",
    "View",
    "Voice",
    "WantedPage",
]

_LATE: Final = {
    "document": ("Block", "BlockKind", "Document", "Link", "Span", "SpanKind"),
    "foreign": ("ForeignView", "NewsboatArticle", "NewsboatFeed", "Remark", "Subscription", "SubscriptionList"),
    "image": ("Image", "ImageResult"),
    "parsed": ("Arrival", "ParsedArticle", "ParsedFeed"),
    "speaker": ("Speaker", "SpokenQuote"),
    "statistics": ("Statistics", "Tally", "Voice"),
}
"""The modules that are loaded late, with the names that they are loaded for."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Load what is named for the first time (PEP 562)."""
        for module, names in _LATE.items():
            if name in names:
                value = globals()[name] = getattr(import_module(f"newstui.model.{module}"), name)
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
