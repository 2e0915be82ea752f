"""The desk "link": follows the links of the open article, to elsewhere and within it, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual import events

from newstui.i18n import _
from newstui.model import Position, Reading
from newstui.text.destination import find_host, names_other_host
from newstui.ui.article.hints import LETTERS, Hints, Target, find_targets
from newstui.ui.article.view import ArticleView
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.media import MediaDesk
from newstui.ui.desks.modes import begin_in_article
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.desks.sources import SourceDesk
from newstui.ui.room import Room

if TYPE_CHECKING:
    from newstui.ui.dialogs.links import Chosen

_ROW: Final = 2
"""The row of the screen on which the block stands that one has gone to."""
_ADDS: Final = "+"
_SCROLLS: Final[dict[str, float]] = {
    "down": 0,
    "up": 0,
    "pagedown": 1,
    "pageup": -1,
    "space": 1,
}


class LinkDesk:
    """Follows links. Only http, https and mailto are opened, and where they lead is said."""

    def __init__(
        self, room: Room, panes: PaneDesk, articles: ArticleDesk, media: MediaDesk, sources: SourceDesk
    ) -> None:
        self._room = room
        self._panes = panes
        self._articles = articles
        self._media = media
        self._sources = sources
        self._left: list[tuple[Reading, Position]] = []
        """The places from which one went to another place of the same article, the last one last."""

    # Commands

    def hints(self) -> None:
        """Put letters on what can be followed on the screen."""
        begin_in_article(self._room, self._panes, self._begin_hints)

    def list(self) -> None:
        """List the article's links."""
        from newstui.ui.dialogs.links import LinksDialog

        reading = self._room.article.reading
        if reading is None:
            self._room.warn(_("No article is open."))
            return
        if not reading.document.links:
            self._room.warn(_("This article has no links."))
            return
        dialog = LinksDialog(reading.document.links, self._room.keymap, self._copy)
        self._room.screen.app.push_screen(dialog, self._chosen)

    # Within the article

    def go_to_place(self, place: int) -> None:
        """Go to the block that has a number among its places; `come_back` returns to where one was."""
        view = self._room.article
        reading = view.reading
        if reading is None:
            return
        block = next((number for number, each in enumerate(reading.document.blocks) if place in each.places), None)
        if block is None:
            self._room.warn(_("Where this leads is not in the text."))
            return
        self._left.append((reading, view.position()))
        view.scroll_to_block(block, row=_ROW)
        said = _("Press {key} to go back to where you were.")
        self._room.say(said.format(key=self._room.keymap.show_key("go.back")))

    def come_back(self) -> bool:
        """Go back to where one was before following a link within the article; False if one did not."""
        view = self._room.article
        while self._left:
            reading, position = self._left.pop()
            if reading is view.reading:
                view.show(reading, at=position)
                self._room.say("")
                return True
        return False

    # Hints

    def _begin_hints(self) -> None:
        if not _Hinting(self._room, self._follow, self._copy, self._add).begin():
            said = _("No link is on the screen; press {key} for all of the article.")
            self._room.warn(said.format(key=self._room.keymap.show_key("link.list")))

    def _follow(self, target: Target) -> None:
        if target.place is not None:
            self.go_to_place(target.place)
            return
        url = find_address(self._room.article, target)
        if url is None:
            return
        if target.image is not None:
            self._media.look_at(url)
        else:
            self._media.follow(url)

    def _copy(self, text: str) -> None:
        said = _("Copied: {text}") if "\n" not in text else _("All links are copied.")
        self._articles.copy(text, said.format(text=text))

    def _add(self, url: str) -> None:
        self._sources.add(url)

    def _chosen(self, chosen: Chosen | None) -> None:
        if chosen is None:
            return
        if chosen.adds:
            self._add(chosen.url)
        else:
            self._media.follow(chosen.url)


class _Hinting:
    """The mode in which letters are typed. `follow` opens, the other two take an address."""

    def __init__(
        self,
        room: Room,
        follow: Callable[[Target], None],
        copy: Callable[[str], None],
        add: Callable[[str], None],
    ) -> None:
        self._room = room
        self._view = room.article
        self._follow = follow
        self._copy = copy
        self._add = add
        self._hints = Hints(())
        self._adds = False
        self._doubted: Target | None = None

    def begin(self) -> bool:
        """Show the hints; False if there is nothing on the screen that could be followed."""
        targets = self._find()
        if targets:
            self._view.enter(self)
            self._show(targets)
        return bool(targets)

    def press(self, event: events.Key) -> None:
        """Take a letter, or leave."""
        letter = event.character or ""
        if event.key == "escape" or (event.key == "backspace" and not self._hints.take_back()):
            self._view.leave()
            self._room.say("")
        elif event.key in _SCROLLS:
            self._scroll(event.key)
        elif event.key == "enter" and self._doubted is not None:
            self._view.leave()
            self._follow(self._doubted)
        elif letter == _ADDS:
            self._adds = not self._adds
            self._tell()
        elif len(letter) == 1 and letter.lower() in LETTERS:
            self._type(letter)
        self._view.refresh()

    def left(self) -> None:
        """Take up that the letters are gone."""

    def _type(self, letter: str) -> None:
        target = self._hints.type(letter.lower())
        if target is None:
            return
        url = find_address(self._view, target)
        if url is not None and self._adds:
            self._view.leave()
            self._add(url)
        elif url is not None and letter.isupper():
            self._view.leave()
            self._copy(url)
        elif url is not None and names_other_host(self._read(target), url):
            self._doubt(target, url)
        else:
            self._view.leave()
            self._follow(target)

    def _doubt(self, target: Target, url: str) -> None:
        """Ask once more where the words name another host than the one that would be opened."""
        self._doubted = target
        self._hints = Hints(())
        self._view.show_hints(self._hints)
        said = _("“{words}” leads to {host}: Enter opens it, Escape does not.")
        self._room.warn(said.format(words=self._read(target), host=find_host(url)))

    def _read(self, target: Target) -> str:
        """Return a link's words."""
        links = self._view.reading.document.links if self._view.reading else ()
        return links[target.link].text if target.link is not None and target.link < len(links) else ""

    def _scroll(self, key: str) -> None:
        if _SCROLLS[key]:
            self._view.scroll_pages(_SCROLLS[key])
        else:
            self._view.scroll_lines(1 if key == "down" else -1)
        self._show(self._find())

    def _find(self) -> list[Target]:
        layout, reading = self._view.text_layout, self._view.reading
        if layout is None or reading is None:
            return []
        top = self._view.scroll_offset.y
        layout.extend(lines=top + self._view.size.height)
        return find_targets(reading, layout, top, top + self._view.size.height)

    def _show(self, targets: list[Target]) -> None:
        self._hints, self._doubted = Hints(targets), None
        self._view.show_hints(self._hints)
        self._tell()

    def _tell(self) -> None:
        if self._adds:
            self._room.status.prompt(_("Letters add a source. + goes back to opening, Escape leaves."))
        else:
            self._room.status.prompt(_("Letters open, capitals copy, + adds a source. Escape leaves."))


def find_address(view: ArticleView, target: Target) -> str | None:
    """Return the address that a link or an image has; a place in the article has none."""
    if target.image is not None:
        return target.image
    addresses = view.list_addresses()
    return addresses[target.link] if target.link is not None and target.link < len(addresses) else None
