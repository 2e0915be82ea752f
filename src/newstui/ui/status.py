"""The two lines at the foot of the screen: what is happening, and which keys do what here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final, TypeAlias

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from newstui.i18n import _
from newstui.ui.commands import BY_NAME, COMMANDS, Command, Pane
from newstui.ui.keymap import DEFAULT_KEYMAP, Keymap
from newstui.ui.messages import Messages, Told
from newstui.ui.panes.spread import Spread
from newstui.ui.progress import draw_share

_WHILE: Final = 5.0
"""Seconds for which something that is said is seen where the article is alone."""


class StatusLine(Widget):
    """What was done or went wrong last, what is being done, and where the cursor is in its list."""

    message: reactive[str] = reactive("")
    """What is said; stays until something else is."""
    severity: reactive[str] = reactive("information")
    """"information", "warning" or "error"."""
    excerpt: reactive[Content | None] = reactive[Content | None](None)
    """A piece of the text that the cursor is on, in the place of the message until something else is said."""
    progress: reactive[str] = reactive("")
    """What goes on in the background, in front of the message."""
    place: reactive[str] = reactive("")
    """Where the cursor is, at the right."""
    reading: reactive[str] = reactive("")
    """How far the article is read, before the place."""
    share: reactive[float | None] = reactive(None)
    """How much is done of what goes on, from 0 to 1; None where that is not known."""
    keymap: reactive[Keymap] = reactive(DEFAULT_KEYMAP)

    def __init__(self, keymap: Keymap, *, clock: Callable[[], datetime], id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self.set_reactive(StatusLine.keymap, keymap)
        self._clock = clock
        self.messages = Messages()
        self._silence: Timer | None = None

    def render(self) -> Spread:
        """Draw the line; where a message is cut, the key that shows all of it stands in the place of the place."""
        colour = {"error": "bold $text-error", "warning": "$text-warning"}.get(self.severity, "")
        bar = Content.assemble(draw_share(self.share), " ") if self.share is not None else Content("")
        said = Content.styled(self.message, colour) if self.excerpt is None else self.excerpt
        between = " · " if self.progress and said else ""
        left = Content.assemble(bar, (self.progress, "$text-accent"), (between, "$quiet"), said)
        line = Spread(left, Content.styled(" · ".join(filter(None, (self.reading, self.place))), "$quiet"))
        key = self.keymap.show_key("report.messages")
        if (
            self.excerpt is not None
            or not self.message
            or not key
            or line.get_optimal_width({}, 0) <= self.content_size.width
        ):
            return line
        rest = Content.assemble((key, "bold $text-accent"), " ", (_("all of it"), "$quiet"))
        return Spread(left, rest if left.cell_length > self.content_size.width else Content(""))

    def watch_message(self, message: str) -> None:
        """Where the article is alone, show what is said for a while and nothing else."""
        if self._silence is not None:
            self._silence.stop()
        self.set_class(bool(message), "-speaking")
        self._silence = self.set_timer(_WHILE, lambda: self.remove_class("-speaking")) if message else None

    def say(self, text: str, severity: str = "information") -> None:
        """Say something until something else is said."""
        self.excerpt = None
        self.message, self.severity = text, severity
        if text:
            self.messages.note(Told(self._clock(), text, severity))

    def prompt(self, text: str) -> None:
        """Say what may be pressed now, or what came of a press; it is not kept among the messages."""
        self.excerpt = None
        self.message, self.severity = text, "information"


_GAP: Final = 2
"""Cells between two keys."""
_Drawn: TypeAlias = tuple[Command, Content]


class KeyLine(Widget):
    """The keys of the pane in use, as many as there is room for; help is always among them. A click does the command."""

    keymap: reactive[Keymap] = reactive(DEFAULT_KEYMAP)
    pane: reactive[Pane] = reactive(Pane.HEADLINES)
    titles: reactive[Mapping[str, str]] = reactive[Mapping[str, str]](MappingProxyType({}))
    """What some commands would do here and now, where that is not their title: messages by the commands' names."""

    class Clicked(Message):
        """A key was clicked."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    def __init__(self, keymap: Keymap, *, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self.set_reactive(KeyLine.keymap, keymap)
        self._places: list[tuple[int, Command]] = []
        """The column behind each key, and what it does."""

    def render(self) -> Content:
        """Draw as many keys as there is room for, and note where each stands, for the mouse."""
        drawn = self._choose(self.content_size.width)
        used = 0
        self._places = []
        for command, part in drawn:
            used += part.cell_length + _GAP
            self._places.append((used, command))
        return Content(" " * _GAP).join(part for _command, part in drawn)

    def _choose(self, width: int) -> list[_Drawn]:
        """Return the commands that fit: those first that do something else than ever, then in the order of the table."""
        here = sorted(
            (command for command in COMMANDS if self.pane in command.footer),
            key=lambda command: command.name not in self.titles,
        )
        drawn = [(command, self._draw(command)) for command in here]
        drawn = [(command, part) for command, part in drawn if part is not None]
        help_ = BY_NAME["program.help"]
        room = width - next((part.cell_length for command, part in drawn if command is help_ and part), 0)
        chosen = []
        for command, part in drawn:
            if command is not help_ and part is not None:
                room -= part.cell_length + _GAP
                if room < 0:
                    break
                chosen.append((command, part))
        return chosen + [(command, part) for command, part in drawn if command is help_ and part is not None]

    def _draw(self, command: Command) -> Content | None:
        key = self.keymap.show_key(command.name)
        return _draw(self.titles.get(command.name, command.title), key) if key else None

    def on_click(self, event: events.Click) -> None:
        """Do the command whose key was clicked."""
        for end, command in self._places:
            if event.x < end:
                self.post_message(self.Clicked(command))
                return


def _draw(title: str, key: str) -> Content:
    return Content.assemble((key, "bold $text-accent"), " ", (_(title), "$quiet"))
