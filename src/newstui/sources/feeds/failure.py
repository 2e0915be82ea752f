"""Why bytes are not a feed, in words for the person who reads it, with the place where that shows."""

from __future__ import annotations

from xml.parsers import expat

from newstui.errors import N_, NewstuiError, SourceError

_XML_REASONS = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]: N_("it ends too early"),
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: N_("it ends in the middle of a tag"),
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION]: N_("it ends in the middle of a text"),
    expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]: N_("a tag is closed that is not the open one"),
    expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]: N_("a character stands where XML allows none like it"),
    expat.errors.codes[expat.errors.XML_ERROR_SYNTAX]: N_("it is not XML"),
    expat.errors.codes[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: N_("text follows the end of the XML"),
    expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]: N_("its encoding is unknown"),
}


def refuse(name: str, reason: NewstuiError, place: tuple[int, int] | None = None) -> SourceError:
    """Return the error for a feed that cannot be read; `place` is a line and a column, from 1."""
    if place is None:
        return SourceError(N_("The feed {name} cannot be read: {reason}"), name=name, reason=reason)
    line, column = place
    return SourceError(
        N_("The feed {name} cannot be read: {reason} (line {line}, column {column})"),
        name=name,
        reason=reason,
        line=line,
        column=column,
    )


def refuse_page(name: str) -> SourceError:
    """Return the error for a web page where a feed should be."""
    return SourceError(
        N_("{name} is a web page, not a feed; `newstui add {name}` looks for the feeds of a page"), name=name
    )


def explain_xml(body: bytes, name: str) -> SourceError:
    """Return the error for XML that holds no feed: where it breaks, or which element it is made of."""
    if not body.strip():
        return refuse(name, SourceError(N_("it is empty")))
    roots: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, _attributes: None if roots else roots.append(tag)
    try:
        parser.Parse(body, True)
    except expat.ExpatError as error:
        template = _XML_REASONS.get(error.code)
        reason = SourceError(template) if template else SourceError("{words}", words=expat.ErrorString(error.code))
        return refuse(name, reason, (error.lineno, error.offset + 1))
    root = roots[0].rpartition(":")[2] if roots else ""
    if root.lower() == "opml":
        return refuse(name, SourceError(N_("it is a list of feeds; `newstui import` takes it")))
    return refuse(name, SourceError(N_("it is XML, but <{root}> is no feed"), root=root))
