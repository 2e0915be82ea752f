"""The application around the main screen: themes, style sheets, the user's keys."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar, Final

from textual import events, on
from textual.app import App
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from newstui.config import Settings
from newstui.errors import N_, ConfigError, UsageError
from newstui.i18n import translate_error
from newstui.library.facade import Library
from newstui.library.holdings import read_clock
from newstui.model import View
from newstui.paths import Paths, styles_folder
from newstui.ui.commands import Context, list_bindings
from newstui.ui.following import Following
from newstui.ui.kept_styles import FILE_NAME as STYLES_FILE
from newstui.ui.kept_styles import KeptStylesheet
from newstui.ui.key_names import draw_key_signs
from newstui.ui.keymap import Keymap, check_keymap
from newstui.ui.own_style import FILE_NAME, OwnStyle
from newstui.ui.screens.main import MainScreen
from newstui.ui.sequences import PressTaker, Sequences, Step
from newstui.ui.signs import PlainSigns, find_encoding, wants_plain_signs
from newstui.ui.themes import DARK, find_theme, list_themes, variable_defaults

_LOOK: Final = 5.0
"""Seconds between two looks whether the server is still there."""
_DUMB: Final = ("dumb", "unknown", "")
_GLANCE: Final = 1.0
"""Seconds between two looks whether the user has changed the style sheet."""
_SHEETS: Final = ("base", "main", "headlines")
_LATER_SHEETS: Final = ("article", "compare", "dialogs")
"""Those of which the first screen shows nothing: every widget's style would take longer."""


class NewstuiApp(App[None], inherit_bindings=False):
    """The reader."""

    CSS_PATH = [  # noqa: RUF012  Textual's declaration
        styles_folder() / f"{name}.tcss" for name in _SHEETS
    ]
    BINDINGS: ClassVar[list[BindingType]] = list_bindings(Context.EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  likewise
        (0, "-narrow"),
        (100, "-middle"),
        (140, "-wide"),
        (200, "-vast"),
    ]
    ENABLE_COMMAND_PALETTE: ClassVar = False
    TITLE = "newstui"

    def __init__(
        self,
        library: Library,
        settings: Settings,
        paths: Paths,
        *,
        view: View | None = None,
        clock: Callable[[], datetime] = read_clock,
        signs: PlainSigns | None = None,
    ) -> None:
        """`signs` are for a terminal that has letters only. Raises ConfigError if the user's keymap cannot be meant."""
        self._library = library
        self._settings = settings
        self._paths = paths
        self._view = view
        self._clock = clock
        self._signs = signs
        self._keys: Keymap = check_keymap(settings)
        self._sequences = Sequences(self._keys.sequences)
        self._early: list[events.Key] | None = []
        self._themes: dict[str, Theme] = {}
        self._choose_theme(str(settings["theme"]))
        self._own_style = OwnStyle(paths.config_file.with_name(FILE_NAME))
        super().__init__()
        self.stylesheet = self._kept_styles = KeptStylesheet(self.theme_variables, paths.cache_dir / STYLES_FILE)
        self.animation_level = "none"
        self._following = Following(self)

    def _choose_theme(self, wanted: str) -> None:
        """Take up the user's colours before anything is drawn: after that, Textual parses every style sheet once more."""
        own = None if wanted in BUILTIN_THEMES else find_theme(wanted) or find_theme(DARK)
        if own is not None:
            self._themes[own.name] = own
        self.set_reactive(NewstuiApp.theme, wanted if own is None else own.name)

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme; at start, without reading the others."""
        return self._themes.get(theme_name) or BUILTIN_THEMES.get(theme_name) or super().get_theme(theme_name)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and ours."""
        if len(self._themes) <= 1:
            self._themes |= {theme.name: theme for theme in list_themes()}
        return {**super().available_themes, **self._themes}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done with every line that goes to the screen."""
        filters = super().get_line_filters()
        return filters if self._signs is None else [*filters, self._signs]

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's variables, and the user's over them."""
        variables = self.theme_variables = self._own_style.lay_over(super().get_css_variables())
        return variables

    def _renew_own_style(self) -> bool:
        """Take up the user's own style sheet if it is another one than before; whether it is. A mistake in it is told."""
        own = self._own_style
        if not own.is_stale:
            return False
        try:
            changed = own.renew(super().get_css_variables())
        except ConfigError as error:
            self.call_later(self._tell, error)
            changed = True
        if changed:
            self.stylesheet.add_source(own.text, read_from=(str(own.path), ""))
            self.stylesheet.set_variables(self.get_css_variables())
        return changed

    def _look_at_own_style(self) -> None:
        if self._renew_own_style():
            self.refresh_css(animate=False)

    def _tell(self, error: ConfigError) -> None:
        """Tell of a mistake at the foot of the screen."""
        main = self.screen_stack[0]
        if isinstance(main, MainScreen):
            main.room.fail(error)

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen, with the class of its width: to take that later costs the style of every widget."""
        screen = MainScreen(
            self._library, self._settings, self._keys, self._add_sheets, view=self._view, clock=self._clock
        )
        width_class = next(name for least, name in reversed(self.HORIZONTAL_BREAKPOINTS) if self.size.width >= least)
        return screen.add_class(width_class, update=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what our colours are in themes that do not name them; our own name all."""
        theme = self.current_theme
        return {} if theme.name in self._themes else variable_defaults(theme)

    @on(MainScreen.KeysChanged)
    def _put_in_force(self, event: MainScreen.KeysChanged) -> None:
        self._sequences = Sequences(event.keymap.sequences)
        self.set_keymap(event.keymap.for_textual())

    def on_load(self) -> None:
        """Take up the user's keys and style sheet before anything is drawn."""
        self._renew_own_style()
        self.set_keymap(self._keys.for_textual())

    def on_mount(self) -> None:
        """In a browser, open links there, and end when whoever serves it has gone."""
        if self.is_web:
            from newstui.ui.outside import leave_to_visitor

            leave_to_visitor(lambda url: self.call_from_thread(self.open_url, url))
            server = os.getppid()
            self.set_interval(_LOOK, lambda: self.exit() if os.getppid() != server else None)

    def on_ready(self) -> None:
        """Say what of the configuration is not as the user may expect; the start ends with the first screen."""
        self.call_after_refresh(self._end_start)
        if self._own_style.exists:
            self.set_interval(_GLANCE, self._look_at_own_style)
        for warning in self._keys.warnings:
            self.notify(translate_error(warning), severity="warning", timeout=12, markup=False)

    def _add_sheets(self) -> None:
        """Take up the style sheets that the first screen did without, and keep the rules of all for the next start."""
        sheet = self.stylesheet
        own = sheet.source.pop((str(self._own_style.path), ""), None)
        for path in (styles_folder() / f"{name}.tcss" for name in _LATER_SHEETS):
            sheet.add_source(path.read_text(encoding="utf-8"), read_from=(str(path), ""))
        if own is not None:  # which is laid over all of ours
            sheet.source[str(self._own_style.path), ""] = own
        sheet.parse()
        if not self.is_headless:
            self._kept_styles.keep()

    def _end_start(self) -> None:
        """Look for garbage from now on, but not in what the start has made, which stays."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    async def on_event(self, event: events.Event) -> None:
        """Take the presses that belong to a sequence of keys before anything else sees them.

        Buttons of the mouse other than the first do nothing.
        """
        if isinstance(event, events.MouseDown | events.MouseUp) and event.button > 1:
            return
        if isinstance(event, events.MouseDown) and not self._following.is_at(event.screen_offset):
            self._sequences.forget()
            self._tell_step(Step())
        if not isinstance(event, events.Key):
            await super().on_event(event)
        elif self._early is not None and not event.is_forwarded:
            self._early.append(event)
        elif event.is_forwarded:
            if not self._is_late(event):
                await super().on_event(event)
        elif isinstance(self.screen, PressTaker):
            self.screen.take_press(event)
        elif not await self._take_press(event):
            await super().on_event(event)

    @on(MainScreen.Furnished)
    async def _take_early(self) -> None:
        """Take what was pressed before all was there that keys are for."""
        early, self._early = self._early or [], None
        for event in early:
            await self.on_event(event)

    def _is_late(self, event: events.Key) -> bool:
        """Whether a key was pressed before a mode began, and is the mode's now that it comes back unused."""
        from newstui.ui.article.view import ArticleView

        return isinstance(self.focused, ArticleView) and self.focused.take_key(event)

    async def _take_press(self, event: events.Key) -> bool:
        """Whether a press belongs to a sequence; what the sequence stands for is done."""
        if self.focused is not None and self.focused.check_consume_key(event.key, event.character):
            return False
        step = self._sequences.press(event.key, lambda: frozenset(self._list_active()))
        if step.command is not None:
            node, action = self._list_active()[step.command]
            await self.run_action(action, node)
        if step.taken:
            self._tell_step(step)
        return step.taken

    def _list_active(self) -> dict[str, tuple[DOMNode, str]]:
        """The commands that hold where the focus is, each with the node and the action that do it."""
        bound = self.screen.active_bindings.values()
        return {active.binding.id: (active.node, active.binding.action) for active in bound if active.binding.id}

    def _tell_step(self, step: Step) -> None:
        """Show above the foot what may follow the keys that were pressed, or that nothing is waited for."""
        main = self.screen_stack[0]
        if isinstance(main, MainScreen):
            foot = main.size.height - main.office.pane.frame.region.bottom if len(self.screen_stack) == 1 else 0
            self._following.take(step, main.room.keys.titles, foot)

    def action_command(self, name: str) -> None:
        """Do a command that is in force on every screen."""
        main = self.screen_stack[0]
        if isinstance(main, MainScreen):
            main.action_command(name)


def run_reader(library: Library, settings: Settings, paths: Paths, *, view: View | None = None) -> None:
    """Open the reader on a library, or on `view` of it alone; returns when it is closed.

    Raises ConfigError if the user's keymap cannot be meant, UsageError if the terminal cannot show a reader.
    """
    term = os.environ.get("TERM", "")
    if term in _DUMB and sys.platform != "win32":
        raise UsageError(
            N_("This terminal (TERM={term}) cannot show the reader; newstui list and newstui show print text"),
            term=term,
        )
    gc.disable()  # until the first screen is there
    NewstuiApp(library, settings, paths, view=view, signs=_choose_signs(str(settings["ascii"]))).run()


def _choose_signs(wanted: str) -> PlainSigns | None:
    """Return what draws signs in letters if the setting or the terminal wants that, and speak the terminal's encoding."""
    if not wants_plain_signs(wanted, os.environ):
        return None
    draw_key_signs(False)
    encoding = find_encoding(os.environ)
    if encoding is not None and isinstance(sys.__stderr__, io.TextIOWrapper):  # where Textual writes
        sys.__stderr__.reconfigure(encoding=encoding, errors="replace")
    return PlainSigns(encoding)
