"""newsboat's `urls` file: an address a line, its tags behind it, in the words and quotation marks of newsboat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urlsplit

from newstui.errors import N_, NewstuiError, SourceError
from newstui.model import ForeignView, Remark, Subscription, SubscriptionList
from newstui.sources.encoding import decode_text
from newstui.sources.newsboat.filters import translate_filter
from newstui.text.addresses import list_web_addresses
from newstui.text.clean import clean_line
from newstui.text.programs import is_program

_SPACE: Final = " \r\n\t"
_ESCAPES: Final = {"n": "\n", "r": "\r", "t": "\t", "`": "\\`"}


def read_urls(data: bytes) -> SubscriptionList:
    """Return the subscriptions of a `urls` file, each address once, the first one counts.

    The first tag becomes the folder, a tag that begins with ~ the title. Programs (exec:, filter:) are taken as they
    are; whether they may be sources is for others to say. Queries become views where they can be translated. Raises
    SourceError for a file that is no text.
    """
    reading = _Reading()
    for number, line in enumerate(decode_text(data).split("\n"), 1):
        if line.startswith("#"):
            continue
        words = list(split_line(line))
        if words:
            reading.take(number, words[0], [clean_line(tag) for tag in words[1:]])
    return SubscriptionList(
        tuple(reading.found.values()), tuple(reading.lost), tuple(reading.notes), tuple(reading.views)
    )


def split_line(line: str) -> Iterator[str]:
    """Yield the words of a line as newsboat's tokenizer finds them.

    A word in double quotation marks may hold spaces and escapes, and ends with the line at the latest; a word that
    begins with # begins a comment.
    """
    rest = line.lstrip(_SPACE)
    while rest and not rest.startswith("#"):
        if rest.startswith('"'):
            word, rest = _read_quoted(rest[1:])
        else:
            end = next((place for place, letter in enumerate(rest) if letter in _SPACE), len(rest))
            word, rest = rest[:end], rest[end:]
        yield word
        rest = rest.lstrip(_SPACE)


def _read_quoted(text: str) -> tuple[str, str]:
    """Return what stands before the closing mark, its escapes undone, and what stands behind it."""
    word: list[str] = []
    letters = iter(range(len(text)))
    for place in letters:
        letter = text[place]
        if letter == '"':
            return "".join(word), text[place + 1 :]
        if letter == "\\":
            following = next(letters, None)
            letter = "" if following is None else _ESCAPES.get(text[following], text[following])
        word.append(letter)
    return "".join(word), ""


@dataclass(slots=True)
class _Reading:
    """A file that is being read."""

    found: dict[str, Subscription] = field(default_factory=dict)
    lost: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    views: list[ForeignView] = field(default_factory=list)

    def take(self, line: int, given: str, tags: Sequence[str]) -> None:
        """Take one line over, or say why not."""
        given = clean_line(given)
        if given.lower().startswith("query:"):
            self._take_query(line, given)
            return
        url, path = _read_address(given)
        if url is None and path is None:
            self.lost.append(Remark(line, _tell_loss(given)))
            return
        if (url or path) in self.found:
            self._note(
                line, SourceError(N_("{address} stands in the file twice; its first line counts"), address=given)
            )
            return
        shown = [tag for tag in tags if tag and tag[0] not in "~!"]
        subscription = Subscription(
            line=line,
            url=url,
            path=path,
            title=next((tag[1:] for tag in tags if tag.startswith("~") and tag[1:]), None),
            folder=shown[0] if shown else None,
        )
        self.found[subscription.address] = subscription
        if len(shown) > 1:
            words = N_("{address} is in the folder “{folder}”; its other tags are not taken over: {tags}")
            self._note(line, SourceError(words, address=given, folder=shown[0], tags=", ".join(shown[1:])))
        if any(tag.startswith("!") for tag in tags):
            self._note(line, SourceError(N_("{address} is hidden in newsboat (!) and shown here"), address=given))

    def _take_query(self, line: int, given: str) -> None:
        """Take a query feed over as a view, where its filter can be translated."""
        _kind, _, rest = given.partition(":")
        name, _, expression = rest.partition(":")
        try:
            query = translate_filter(expression)
        except SourceError as error:
            words = N_("the query “{name}” is not taken over: {reason}")
            self.lost.append(Remark(line, SourceError(words, name=name, reason=error)))
            return
        self.views.append(ForeignView(line, name or query, query))
        self._note(line, SourceError(N_("the query “{name}” becomes a view: {query}"), name=name, query=query))

    def _note(self, line: int, words: NewstuiError) -> None:
        self.notes.append(Remark(line, words))


def _read_address(given: str) -> tuple[str | None, str | None]:
    """Return the web address or the path that a line means, one of them at most."""
    if given.lower().startswith("file:"):
        return None, unquote(urlsplit(given).path) or None
    if is_program(given):
        return given, None
    if given.lower().startswith(("http://", "https://")):
        return next(iter(list_web_addresses(given)), None), None
    return None, None


def _tell_loss(given: str) -> NewstuiError:
    return SourceError(N_("{address} is no address of the web (http:// or https://) and no file"), address=given)
