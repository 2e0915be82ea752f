"""What is kept, in the words of the interface's language."""

from __future__ import annotations

from newstui.i18n import _, format_number, format_size, ngettext
from newstui.model import SourceSize
from newstui.store.keeping import KeepLimits


def describe_limits(limits: KeepLimits) -> str:
    """Return how long and how many articles of a source are kept."""
    parts = []
    if limits.days:
        said = ngettext("for {count} day", "for {count} days", limits.days)
        parts.append(said.format(count=format_number(limits.days)))
    if limits.articles:
        said = ngettext("{count} article at most", "{count} articles at most", limits.articles)
        parts.append(said.format(count=format_number(limits.articles)))
    return ", ".join(parts) or _("everything is kept")


def describe_size(size: SourceSize) -> str:
    """Return how many articles a source has, and what they take: "1,234 articles · 5.7 MB"."""
    articles = ngettext("{count} article", "{count} articles", size.articles).format(count=format_number(size.articles))
    return f"{articles} · {format_size(size.size)}"
