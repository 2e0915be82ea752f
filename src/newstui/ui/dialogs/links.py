"""The links of an article: what they say and where they lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _
from newstui.model import Link
from newstui.text.destination import find_host
from newstui.text.markdown import escape_markdown
from newstui.ui.commands import Context, list_bindings
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.dialogs.key_hints import name_keys
from newstui.ui.keymap import Keymap
from newstui.ui.panes.lines import Lines
from newstui.ui.panes.spread import Spread


@dataclass(frozen=True, slots=True)
class Chosen:
    """A link that is to be opened, or whose address `adds` a source."""

    url: str
    adds: bool = False


class LinksDialog(Dialog[Chosen]):
    """Answers with the link that was chosen. `copy` copies a text, and says so at the foot of the screen."""

    BINDINGS: ClassVar[list[BindingType]] = list_bindings(Context.MOVING, Context.DIALOG, Context.LINKS)

    def __init__(self, links: Sequence[Link], keymap: Keymap, copy: Callable[[str], None]) -> None:
        super().__init__(_("Links"))
        self._links = links
        self._keymap = keymap
        self._copy = copy

    def compose_content(self) -> Iterable[Widget]:
        """A row for each link, the whole address of the one under the cursor, and the keys."""
        yield Lines(id="links")
        yield Static("", id="help", markup=False)
        yield self._name_keys()

    def on_mount(self) -> None:
        """Show the links in the order of the text."""
        super().on_mount()
        lines = self.query_one(Lines)
        lines.focus()
        lines.show_lines(Option(_draw(link), id=str(number)) for number, link in enumerate(self._links))
        self._tell_address()

    def action_command(self, name: str) -> None:
        """Do a command of the table."""
        link = self._link
        match name:
            case "link.copy" if link is not None:
                self._copy(link.url)
                self.tell(_("The address is copied."))
            case "link.copy-all":
                self._copy(write_links(self._links))
                self.tell(_("All links are copied."))
            case "link.add" if link is not None:
                self.answer(Chosen(link.url, adds=True))
            case _:
                super().action_command(name)

    @property
    def _link(self) -> Link | None:
        key = self.query_one(Lines).key
        return self._links[int(key)] if key is not None else None

    @on(OptionList.OptionHighlighted)
    def _tell_address(self) -> None:
        link = self._link
        self.query_one("#help", Static).update(foreign_content(link.url if link else ""))

    @on(OptionList.OptionSelected)
    def _choose(self) -> None:
        if (link := self._link) is not None:
            self.answer(Chosen(link.url))

    def _name_keys(self) -> Static:
        names = ("go.open", "link.copy", "link.copy-all", "link.add", "dialog.close")
        return name_keys(self._keymap, names)


def _draw(link: Link) -> Spread:
    return Spread(foreign_content(link.text or link.url), foreign_content(find_host(link.url), "$quiet"))


def write_links(links: Iterable[Link]) -> str:
    """Return links as a list in Markdown, a line each."""
    return "\n".join(f"- [{escape_markdown(link.text or link.url)}](<{link.url}>)" for link in links)
