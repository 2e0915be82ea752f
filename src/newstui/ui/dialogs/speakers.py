"""Who is quoted in the whole library, and what somebody says: from a name to a quotation in its article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _, format_age, format_date, format_number, ngettext
from newstui.library.facade import Library
from newstui.model import Speaker, SpokenQuote
from newstui.text.clean import clean_line
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.spread import Spread

_PAGE: Final = 100
"""So many quotations are loaded at a time."""
_LONGEST: Final = 280
"""Characters of a quotation that are shown in the list."""


class SpeakersDialog(Dialog[SpokenQuote]):
    """Answers with the quotation to be shown in its article. `now` is what ages are told from."""

    def __init__(self, library: Library, now: datetime) -> None:
        super().__init__(_("Speakers"))
        self._library = library
        self._now = now
        self._speakers: dict[str, Speaker] = {}

    def compose_content(self) -> Iterable[Widget]:
        """A line to type a name in, the list, and how else the name is spelt."""
        yield Input(placeholder=_("A part of the name"), compact=True, id="query")
        yield Lines(id="speakers")
        yield Static("", id="help", markup=False)

    def on_mount(self) -> None:
        """Show who is quoted most."""
        super().on_mount()
        self.query_one(Lines).can_focus = False
        self._find("")

    @on(Input.Changed, "#query")
    def _narrow(self, event: Input.Changed) -> None:
        self._find(event.value.strip())

    @on(Input.Submitted, "#query")
    def _submit(self) -> None:
        self.query_one(Lines).choose()

    @on(OptionList.OptionHighlighted)
    def _tell_spellings(self) -> None:
        speaker = self._speakers.get(self.query_one(Lines).key or "")
        others = [spelling for spelling in speaker.spellings if spelling != speaker.name] if speaker else []
        self.query_one("#help", Static).update(foreign_content(", ".join(others)))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        speaker = self._speakers.get(event.option_id or "")
        if speaker is not None:
            self.app.push_screen(SpokenDialog(self._library, speaker), self._chosen)

    def _chosen(self, spoken: SpokenQuote | None) -> None:
        if spoken is not None:
            self.answer(spoken)

    def _find(self, part: str) -> None:
        self.threads.ask("speakers", partial(self._library.find_speakers, part), partial(self._show, part))

    def _show(self, part: str, speakers: Sequence[Speaker]) -> None:
        self._speakers = {str(speaker.key): speaker for speaker in speakers}
        none = _("Nothing is called that.") if part else _("Nobody is quoted yet.")
        lines = self.query_one(Lines)
        lines.show_lines([self._draw(speaker) for speaker in speakers] or [say(none)])
        if part:
            lines.home()
        self._tell_spellings()

    def _draw(self, speaker: Speaker) -> Option:
        quotes = ngettext("{count} quote", "{count} quotes", speaker.quotes)
        articles = ngettext("{count} article", "{count} articles", speaker.articles)
        facts = (
            quotes.format(count=format_number(speaker.quotes)),
            articles.format(count=format_number(speaker.articles)),
            format_age(speaker.latest, self._now),
        )
        right = Content.styled(" · ".join(facts), "$quiet")
        return Option(Spread(foreign_content(speaker.name, "bold"), right), id=str(speaker.key))


class SpokenDialog(Dialog[SpokenQuote]):
    """What one person says, the newest first, loaded page by page."""

    def __init__(self, library: Library, speaker: Speaker) -> None:
        super().__init__(speaker.name)
        self._library = library
        self._key = speaker.key
        self._spoken: list[SpokenQuote] = []
        self._whole = False

    def compose_content(self) -> Iterable[Widget]:
        """The list."""
        yield Lines(id="spoken")

    def on_mount(self) -> None:
        """Load the first page."""
        super().on_mount()
        self.query_one(Lines).focus()
        self._load()

    @on(OptionList.OptionHighlighted)
    def _load_more(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index + 1 >= len(self._spoken):
            self._load()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is not None:
            self.answer(self._spoken[int(event.option_id)])

    def _load(self) -> None:
        if not self._whole:
            before = self._spoken[-1].place if self._spoken else None
            load = partial(self._library.list_quotes_by, [self._key], before=before, limit=_PAGE)
            self.threads.ask("spoken", load, self._show)

    def _show(self, page: Sequence[SpokenQuote]) -> None:
        self._whole = len(page) < _PAGE
        self._spoken += page
        rows = [Option(_draw_spoken(spoken), id=str(number)) for number, spoken in enumerate(self._spoken)]
        self.query_one(Lines).show_lines(rows or [say(_("Nobody is quoted yet."))])


def _draw_spoken(spoken: SpokenQuote) -> Content:
    """Draw the words over the day, the source and the headline that they stand under."""
    text = clean_line(spoken.quote.text)
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    facts = (format_date(spoken.at.astimezone().date()), spoken.article.source_title, spoken.article.title)
    return Content.assemble(
        foreign_content(text), "\n", foreign_content(" · ".join(fact for fact in facts if fact), "$quiet")
    )
