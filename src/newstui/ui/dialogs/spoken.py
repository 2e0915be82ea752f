"""What one person says in the whole library, from a name to a quotation in its article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newstui.i18n import _, format_date
from newstui.model import Reading, Speaker, SpokenQuote
from newstui.text.clean import clean_line
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.choose import Choice, ChooseDialog
from newstui.ui.dialogs.sayings import SayingsDialog, Tools
from newstui.ui.dialogs.speakers import SpeakerChooser
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.quote_rows import Said

_PAGE: Final = 100
"""So many quotations are loaded at a time."""
_LINES: Final = 4
"""So many lines of a quotation are shown in the list."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where one is in what somebody says: what is loaded of it, and the row. `whole`: there is no more."""

    speaker: Speaker
    quotes: tuple[SpokenQuote, ...] = ()
    row: int = 0
    whole: bool = False

    @property
    def chosen(self) -> SpokenQuote:
        """The quotation in the row."""
        return self.quotes[self.row]


@dataclass(frozen=True, slots=True)
class Trail:
    """The way to a quotation: what was typed to find its speaker, and where it stands in what that one says."""

    part: str
    spoken: Spoken


class SpeakersDialog(SpeakerChooser):
    """Who is quoted; what one of them says is opened over it. Answers with nothing: `found` is called with the way."""

    def __init__(self, tools: Tools, now: datetime, found: Callable[[Trail], None], trail: Trail | None = None) -> None:
        """`trail` is where one was: the list of quotations is open there."""
        part, key = (trail.part, trail.spoken.speaker.key) if trail else ("", None)
        super().__init__(_("Speakers"), tools.library, now, part=part, key=key)
        self._tools = tools
        self._found = found
        self._trail = trail

    def on_mount(self) -> None:
        """Go on where one was."""
        super().on_mount()
        if self._trail is not None:
            self._open(self._trail.spoken)

    def take(self, speaker: Speaker) -> None:
        """Show what somebody says."""
        self._open(Spoken(speaker))

    def _open(self, spoken: Spoken) -> None:
        dialog = SpokenDialog(self._tools, self._now, spoken, changed=self.find_again)
        self.app.push_screen(dialog, self._take_up)

    def _take_up(self, spoken: Spoken | None) -> None:
        if spoken is not None:
            self._found(Trail(self.part, spoken))
            self.close()


class SpokenDialog(SayingsDialog[Spoken]):
    """What one person says, the newest first, loaded page by page. `changed` is called when names were joined or parted."""

    def __init__(self, tools: Tools, now: datetime, spoken: Spoken, changed: Callable[[int], None]) -> None:
        super().__init__(spoken.speaker.name, tools)
        self._now = now
        self._speaker = spoken.speaker
        self._row = spoken.row
        self._spoken = list(spoken.quotes)
        self._whole = spoken.whole
        self._changed = changed

    def compose_content(self) -> Iterable[Widget]:
        """The list, and the keys."""
        yield Lines(id="spoken")
        yield self.name_keys()

    def list_commands(self) -> Mapping[str, Callable[[], None]]:
        """Copy a quotation; say who is who."""
        return {"said.copy": self._copy, "said.join": self._ask_join, "said.part": self._ask_part}

    def on_mount(self) -> None:
        """Show what is loaded, or load the first page."""
        super().on_mount()
        self.query_one(Lines).focus()
        if self._spoken:
            self._draw(str(self._row))
        else:
            self._load()

    @on(OptionList.OptionHighlighted)
    def _load_more(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index + 1 >= len(self._spoken):
            self._load()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is not None:
            self.answer(Spoken(self._speaker, tuple(self._spoken), int(event.option_id), self._whole))

    def _load(self) -> None:
        if not self._whole:
            before = self._spoken[-1].place if self._spoken else None
            load = partial(self.tools.library.list_quotes_by, [self._speaker.key], before=before, limit=_PAGE)
            self.threads.ask("spoken", load, self._show)

    def _show(self, page: Sequence[SpokenQuote]) -> None:
        self._whole = len(page) < _PAGE
        self._spoken += page
        self._draw()

    def _draw(self, key: str | None = None) -> None:
        rows = [Option(_draw_spoken(spoken), id=str(number)) for number, spoken in enumerate(self._spoken)]
        self.query_one(Lines).show_lines(rows or [say(_("Nobody is quoted yet."))], key=key)

    # Copying

    def _copy(self) -> None:
        row = self.query_one(Lines).key
        if row is not None:
            load = partial(self.tools.library.get_reading, self._spoken[int(row)].article.id)
            self.threads.ask("copy", load, partial(self._copy_from, self._spoken[int(row)]))

    def _copy_from(self, spoken: SpokenQuote, reading: Reading) -> None:
        self.tools.copy(self.tools.cite(spoken.quote, reading.article, reading.document))
        self.tell(_("The quotation is copied with its source."))

    # Who is who

    def _ask_join(self) -> None:
        title = _("Who else is {name}?").format(name=self._speaker.name)
        chooser = SpeakerChooser(title, self.tools.library, self._now, other_than=self._speaker)
        self.app.push_screen(chooser, self._join)

    def _join(self, other: Speaker | None) -> None:
        if other is not None:
            join = partial(self.tools.library.naming.join, self._speaker.key, other.key)
            self.threads.write(join, self._take_up)

    def _ask_part(self) -> None:
        names = self._speaker.spellings
        if len(names) < 2:
            self.tell(_("This person has one name only."))
            return
        title = _("Which name belongs to somebody else?")
        self.app.push_screen(
            ChooseDialog(title, _("A part of the name"), [Choice(name, name) for name in names]), self._part
        )

    def _part(self, name: str | None) -> None:
        if name is not None:
            part = partial(self.tools.library.naming.part, self._speaker.key, name)
            self.threads.write(part, self._take_up)

    def _take_up(self, speaker: Speaker) -> None:
        """Show what the person says who is left of it."""
        self._speaker = speaker
        self._spoken, self._whole = [], False
        self.query_one(".dialog").border_title = foreign_content(speaker.name)
        self.tell(", ".join(speaker.spellings))
        self._changed(speaker.key)
        self._load()


def _draw_spoken(spoken: SpokenQuote) -> Said:
    """Draw the day, the source and the headline over the words."""
    facts = (format_date(spoken.at.astimezone().date()), spoken.article.source_title, spoken.article.title)
    head = " · ".join(fact for fact in facts if fact)
    return Said((head, "$quiet"), clean_line(spoken.quote.text), "", _LINES)
