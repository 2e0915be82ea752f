"""What an import came to, in the words of the interface's language."""

from __future__ import annotations

from newstui.i18n import _, format_number, ngettext
from newstui.library.importing import ImportReport


def describe_import(report: ImportReport) -> str:
    """Return what an import came to, on one line."""
    sources = ngettext("{count} source added", "{count} sources added", len(report.added))
    parts = [sources.format(count=format_number(len(report.added)))]
    if report.known:
        parts.append(_("known already: {count}").format(count=format_number(len(report.known))))
    if report.articles:
        articles = ngettext(
            "{count} article ({unread} unread, {starred} starred)",
            "{count} articles ({unread} unread, {starred} starred)",
            report.articles,
        )
        parts.append(
            articles.format(
                count=format_number(report.articles),
                unread=format_number(report.unread),
                starred=format_number(report.starred),
            )
        )
    if report.met:
        met = ngettext("{count} article was here already", "{count} articles were here already", report.met)
        parts.append(met.format(count=format_number(report.met)))
    if report.deleted:
        parts.append(_("deleted and left out: {count}").format(count=format_number(report.deleted)))
    if report.lost:
        parts.append(_("not taken over: {count}").format(count=format_number(len(report.lost))))
    return " · ".join(parts)
