"""Who is quoted in the whole library, found by a part of the name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _, format_age, format_number, ngettext
from newstui.library.facade import Library
from newstui.model import Speaker
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.quote_rows import NameRow

_SHOWN = 200
"""So many speakers are listed; who is quoted less is found by a part of the name."""


class SpeakerChooser(Dialog[Speaker]):
    """Answers with one of those who are quoted. `now` is what ages are told from, `part` what is typed at first."""

    def __init__(
        self,
        title: str,
        library: Library,
        now: datetime,
        *,
        part: str = "",
        key: int | None = None,
        other_than: Speaker | None = None,
    ) -> None:
        """`key` is the speaker on whom the cursor is at first, `other_than` one for whom somebody else is looked for."""
        super().__init__(title)
        self._library = library
        self._now = now
        self._part = part
        self._key = None if key is None else str(key)
        self._other_than = other_than
        self._speakers: dict[str, Speaker] = {}

    def compose_content(self) -> Iterable[Widget]:
        """A line to type a name in, the list, and how else the name is spelt."""
        yield Input(self._part, placeholder=_("A part of the name"), compact=True, id="query")
        yield Lines(id="speakers")
        yield Static("", id="help", markup=False)

    def on_mount(self) -> None:
        """Show who is quoted most, or those who were shown."""
        super().on_mount()
        lines = self.query_one(Lines)
        lines.can_focus = False
        lines.show_lines([say(_("Looking for those who are quoted …"))])
        self._find(self._part)

    @property
    def speaker(self) -> Speaker | None:
        """The speaker under the cursor."""
        return self._speakers.get(self.query_one(Lines).key or "")

    @property
    def part(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    @on(Input.Changed, "#query")
    def _narrow(self, event: Input.Changed) -> None:
        if event.value.strip() != self._part:
            self._part = event.value.strip()
            self._key = None
            self._find(self._part)

    @on(Input.Submitted, "#query")
    def _submit(self) -> None:
        self.query_one(Lines).choose()

    @on(OptionList.OptionHighlighted)
    def _tell_spellings(self) -> None:
        speaker = self.speaker
        others = [spelling for spelling in speaker.spellings if spelling != speaker.name] if speaker else []
        self.query_one("#help", Static).update(foreign_content(", ".join(others)))

    @on(OptionList.OptionSelected)
    def _choose(self) -> None:
        if self.speaker is not None:
            self.take(self.speaker)

    def take(self, speaker: Speaker) -> None:
        """Do with the chosen one what this dialog is for."""
        self.answer(speaker)

    def find_again(self, key: int) -> None:
        """Ask the library anew: names have become one, or two; the cursor goes to this speaker."""
        self._key = str(key)
        self._find(self._part)

    def _find(self, part: str) -> None:
        self.threads.ask("speakers", partial(self._look, part), partial(self._show, part))

    def _look(self, part: str) -> tuple[Sequence[Speaker], int]:
        """Find those with names that begin so, and count the articles that nobody has looked through."""
        found = self._library.find_speakers(part, _SHOWN)
        if self._other_than is not None:
            found = _put_near_first(self._library, found, self._other_than, offered=not part)
        return found, self._library.count_waiting_for_quotes()

    def _show(self, part: str, found: tuple[Sequence[Speaker], int]) -> None:
        speakers, waiting = found
        said = ngettext(
            "Quotations are still being looked for in {count} article.",
            "Quotations are still being looked for in {count} articles.",
            waiting,
        )
        self.tell(said.format(count=format_number(waiting)) if waiting else "")
        self._speakers = {str(speaker.key): speaker for speaker in speakers}
        none = _("Nothing is called that.") if part else _("Nobody is quoted yet.")
        lines = self.query_one(Lines)
        key = self._key or (str(speakers[0].key) if part and speakers else None)
        lines.show_lines([draw_speaker(speaker, self._now) for speaker in speakers] or [say(none)], key=key)
        self._tell_spellings()


def _put_near_first(library: Library, found: Sequence[Speaker], own: Speaker, *, offered: bool) -> list[Speaker]:
    """Return those found without `own`; where none were asked for, those of the same last name before all others."""
    near = library.find_speakers(own.name.rpartition(" ")[2], _SHOWN) if offered else []
    return [speaker for speaker in {each.key: each for each in (*near, *found)}.values() if speaker.key != own.key]


def draw_speaker(speaker: Speaker, now: datetime) -> Option:
    """Draw the name, how many quotations in how many articles, and how old the newest is."""
    quotes = ngettext("{count} quote", "{count} quotes", speaker.quotes)
    articles = ngettext("{count} article", "{count} articles", speaker.articles)
    facts = (
        quotes.format(count=format_number(speaker.quotes)),
        articles.format(count=format_number(speaker.articles)),
        format_age(speaker.latest, now),
    )
    right = Content.styled(" · ".join(facts), "$quiet")
    return Option(NameRow(speaker.name, "bold", right), id=str(speaker.key))
