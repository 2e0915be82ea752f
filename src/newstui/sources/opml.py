"""OPML 1 and 2 (opml.org): subscriptions in, subscriptions out.

What is read may be broken: bytes that are not in the encoding they claim, ampersands that are not escaped, entities
of HTML, control characters, elements in any case. What is written is well-formed and reads back as what it was.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import quoteattr

from newstui.errors import N_, NewstuiError, SourceError
from newstui.model import FulltextRule, Remark, Source, SourceKind, Subscription, SubscriptionList
from newstui.sources.page.tree import decode_page
from newstui.text.addresses import list_web_addresses
from newstui.text.clean import clean_line, clean_text
from newstui.text.languages import normalise_tag
from newstui.text.programs import is_program

if TYPE_CHECKING:
    from lxml.etree import _Element

SEPARATOR: Final = " / "
"""What stands between the names of nested folders in the name of a source's folder."""

_NAMESPACE: Final = "urn:newstui:opml"
"""What OPML has no attribute for stands in a namespace (OPML 2.0, "Extending OPML")."""

_BEFORE_ROOT: Final = re.compile(
    r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*", re.DOTALL | re.IGNORECASE
)
_AMPERSAND: Final = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|(\w{1,32}))?(;?)")
_OWN_ENTITIES: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ATTRIBUTE: Final = re.compile(r"(\s[\w:.-]+\s*=\s*)(\"[^\"<]*<[^\"]*\"|'[^'<]*<[^']*')")


def looks_like_opml(data: bytes) -> bool:
    """Whether a file is OPML rather than lines of text, judged by its first character."""
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<"


def read_opml(data: bytes) -> SubscriptionList:
    """Return the subscriptions of an OPML file, each address once, the first one counts.

    Nested folders become one, their names joined by SEPARATOR. Raises SourceError for what is no OPML at all.
    """
    root = _parse(decode_page(data, None))
    body = next((child for child in root if _name(child) == "body"), root)
    found: dict[str, Subscription] = {}
    lost: list[Remark] = []
    for outline, folder in _walk(body, ()):
        subscription = _read_outline(outline, folder)
        if isinstance(subscription, Subscription):
            found.setdefault(subscription.address, subscription)
        elif subscription is not None:
            lost.append(Remark(outline.sourceline or 0, subscription))
    return SubscriptionList(tuple(found.values()), tuple(lost))


def _parse(text: str) -> _Element:
    from lxml import etree

    text = _NO_XML.sub("", _mend(clean_text(text))).encode("utf-8", "replace").decode()
    # A declaration's encoding holds no longer, and a document type has nothing to say; the lines stay where they were.
    text = _BEFORE_ROOT.sub(lambda head: "\n" * head[0].count("\n"), text, count=1)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:  # nothing in it at all
        root = None
    if root is None or _name(root) != "opml":
        raise SourceError(N_("this is no OPML: its first element is not <opml>"))
    return root


def _mend(text: str) -> str:
    """Escape what only means itself: ampersands that begin no reference, and < inside of attributes."""
    text = _AMPERSAND.sub(_mend_reference, text)
    return _ATTRIBUTE.sub(lambda found: found[1] + found[2].replace("<", "&lt;"), text)


def _mend_reference(found: re.Match[str]) -> str:
    decimal, hexadecimal, name, end = found.groups()
    if end and (decimal or hexadecimal):
        number = int(decimal) if decimal else int(hexadecimal, 16)
        return found[0] if number < 0x110000 and not _NO_XML.match(chr(number)) and number else ""
    if end and name in _OWN_ENTITIES:
        return found[0]
    if end and name:
        meant = html.unescape(found[0])
        if meant != found[0]:
            return meant
    return "&amp;" + found[0][1:]


def _walk(element: _Element, folders: tuple[str, ...]) -> Iterator[tuple[_Element, tuple[str, ...]]]:
    """Yield the outlines that are no folders, each with the names of those that it is in."""
    for child in element:
        if _name(child) != "outline":
            continue
        if not len(child) or _attributes(child).get("xmlurl"):
            yield child, folders
            yield from _walk(child, folders)
        else:
            name = _read_name(_attributes(child))
            yield from _walk(child, (*folders, name) if name else folders)


def _read_outline(outline: _Element, folders: tuple[str, ...]) -> Subscription | NewstuiError | None:
    """Return what an outline subscribes to, why it cannot be taken over, or None for a folder with nothing in it."""
    attributes = _attributes(outline)
    name = _read_name(attributes)
    given = clean_line(attributes.get("xmlurl") or attributes.get("url") or "")
    kind = clean_line(attributes.get("type") or "").lower()
    if not given:
        says_nothing = not kind and not attributes.get("htmlurl")
        return None if says_nothing else SourceError(N_("“{name}” has no feed’s address (xmlUrl)"), name=name)
    path = _read_file_url(given)
    if kind in {"include", "link"} and path is None and not is_program(given) and "xmlurl" not in attributes:
        return SourceError(N_("“{name}” is a link to {url}, and no feed"), name=name, url=given)
    url = given if is_program(given) else next(iter(list_web_addresses(given)), None)
    if path is None and not is_program(given) and (url is None or "://" not in given):
        return SourceError(N_("“{name}”: {url} is no address of the web"), name=name, url=given)
    return Subscription(
        line=outline.sourceline or 0,
        url=url if path is None else None,
        path=path,
        title=name if name not in ("", given) else None,
        site=next(iter(list_web_addresses(clean_line(attributes.get("htmlurl") or ""))), None),
        folder=SEPARATOR.join(folders) or None,
        language=normalise_tag(attributes.get("language")),
        fulltext=_read_rule(attributes.get("fulltext")),
    )


def _read_rule(value: str | None) -> FulltextRule:
    return FulltextRule(value) if value in {rule.value for rule in FulltextRule} else FulltextRule.NEVER


def _read_file_url(url: str) -> str | None:
    """Return the path that a file: address means."""
    if not url.lower().startswith("file:"):
        return None
    return unquote(urlsplit(url).path) or None


def _read_name(attributes: dict[str, str]) -> str:
    """What an outline is called: its text, which the user may have changed, before its title."""
    return clean_line(attributes.get("text") or "") or clean_line(attributes.get("title") or "")


def _attributes(element: _Element) -> dict[str, str]:
    return {str(name).rpartition("}")[2].lower(): str(value) for name, value in element.attrib.items()}


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


@dataclass(slots=True)
class _Folder:
    sources: list[Source] = field(default_factory=list)
    folders: dict[str, _Folder] = field(default_factory=dict)


def write_opml(sources: Iterable[Source], *, title: str, now: datetime) -> str:
    """Return sources as OPML 2.0, in their order, in nested outlines for nested folders.

    A file, a directory or a program is an outline of the type "link", which other programs leave alone. When the full
    text is fetched (newstui:fulltext) stands in a namespace of our own.
    """
    root = _Folder()
    space = ""
    for source in sources:
        if source.fulltext is not FulltextRule.NEVER:
            space = f' xmlns:newstui="{_NAMESPACE}"'
        folder = root
        for name in _split_folder(source.folder):
            folder = folder.folders.setdefault(name, _Folder())
        folder.sources.append(source)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0"{space}>',
        "  <head>",
        f"    <title>{html.escape(_plain(title), quote=False)}</title>",
        f"    <dateCreated>{format_datetime(now, usegmt=True)}</dateCreated>",
        "  </head>",
        "  <body>",
        *_write_folder(root, "    "),
        "  </body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines)


def _write_folder(folder: _Folder, indent: str) -> Iterator[str]:
    for source in folder.sources:
        yield f"{indent}<outline{_write_attributes(_describe(source))}/>"
    for name, inner in folder.folders.items():
        yield f"{indent}<outline{_write_attributes({'text': name, 'title': name})}>"
        yield from _write_folder(inner, indent + "  ")
        yield f"{indent}</outline>"


def _describe(source: Source) -> dict[str, str | None]:
    if source.kind in {SourceKind.FILE, SourceKind.DIRECTORY}:
        address = {"type": "link", "url": Path(source.path or "/").as_uri()}
    elif is_program(source.url or ""):
        address = {"type": "link", "url": source.url or ""}
    else:
        address = {"type": "rss", "xmlUrl": source.url or ""}
    about = {"htmlUrl": source.site, "language": source.language}
    rule = {} if source.fulltext is FulltextRule.NEVER else {"newstui:fulltext": source.fulltext.value}
    return {"text": source.title, "title": source.title, **address, **about, **rule}


def _write_attributes(attributes: dict[str, str | None]) -> str:
    return "".join(f" {name}={quoteattr(_plain(value))}" for name, value in attributes.items() if value)


def _plain(text: str) -> str:
    """Return text on one line, without what XML cannot hold or a terminal would act on."""
    return _NO_XML.sub("", clean_line(text))


def _split_folder(folder: str | None) -> Sequence[str]:
    """Return the names of nested folders; a name that would not be put together again stays whole."""
    name = _plain(folder or "")
    steps = [step for step in name.split(SEPARATOR) if step.strip()]
    if SEPARATOR.join(steps) == name and all(step == step.strip() for step in steps):
        return steps
    return [name]
