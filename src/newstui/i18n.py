"""The interface's language: gettext for messages, Babel for dates, numbers and names of languages.

The language is the process's, set once at start and again when the user changes it; whoever shows text asks for it
at the moment of showing, so that a change is visible at the next paint.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from newstui.errors import N_, NewstuiError, fill
from newstui.paths import locale_folder

__all__ = [
    "INTERFACE_LANGUAGES",
    "N_",
    "_",
    "choose_language",
    "current_language",
    "format_age",
    "format_date",
    "format_datetime",
    "format_number",
    "language_name",
    "ngettext",
    "quoted",
    "set_language",
    "translate_error",
]

INTERFACE_LANGUAGES: Final = ("nl", "en", "de", "fr", "es", "pt")

# What stands in every row of a list is in these tables, from the Unicode CLDR as Babel has it: Babel itself takes 60 to
# 90 ms to load a language, which the first screen would wait for.
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_AGES: Final = {
    "nl": (" s", " m", " u", " d"),
    "en": ("s", "m", "h", "d"),
    "de": (" Sek.", " Min.", " Std.", " T"),
    "fr": ("s", "min", "h", "j"),
    "es": ("s", "min", "h", "d"),
    "pt": (" s", " min", " h", " d"),
}
"""What follows the number of seconds, minutes, hours, days."""
_DATES: Final = {
    "nl": ("{day} {name}", "jan feb mrt apr mei jun jul aug sep okt nov dec", "{month}-{year}"),
    "en": ("{name} {day}", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "{month}/{year}"),
    "de": ("{day}. {name}", "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.", "{month:02}.{year}"),
    "fr": ("{day} {name}", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", "{month:02}/{year}"),
    "es": ("{day} {name}", "ene feb mar abr may jun jul ago sept oct nov dic", "{month}/{year}"),
    "pt": ("{day}/{month:02}", "- - - - - - - - - - - -", "{month:02}/{year}"),
}
"""A day of this year, the months' short names, and a month of another year (CLDR's MMMd, MMM and yMM).

Babel knows all this too, but takes 40 ms to load, for which the first screen would wait.
"""
_GROUPS: Final = {"nl": ".", "en": ",", "de": ".", "fr": "\u202f", "es": ".", "pt": "\u00a0"}
"""What stands between groups of three digits."""
_LOCALES: Final = {"pt": "pt_PT"}
"""Babel's names of languages whose bare tag means another country than our catalogue does."""


class _Current:
    """The catalogue in use."""

    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def set_language(language: str) -> None:
    """Speak `language` from now on; one without a catalogue of ours falls back to English."""
    _Current.catalogue = gettext.translation("newstui", locale_folder(), [language], fallback=True)
    _Current.language = language


def current_language() -> str:
    """Return the language that is spoken now, one of INTERFACE_LANGUAGES."""
    return _Current.language


def choose_language(wanted: Iterable[str | None]) -> str:
    """Return the first of `wanted` that newstui speaks, else what the environment's locale says, else English."""
    environment = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    for tag in (*wanted, *environment):
        language = (tag or "").replace("_", "-").split("-")[0].split(".")[0].lower()
        if language in INTERFACE_LANGUAGES:
            return language
    return "en"


def _locale() -> str:
    """Return what Babel calls the language that is spoken now."""
    return _LOCALES.get(_Current.language, _Current.language)


def _(message: str) -> str:
    """Translate a message; the empty one stays empty (gettext would give its catalogue's header)."""
    return _Current.catalogue.gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a message whose form depends on `number`."""
    return _Current.catalogue.ngettext(singular, plural, number)


def translate_error(error: NewstuiError) -> str:
    """Return an error's line in the language of the interface, errors among its arguments included."""
    arguments = {
        name: translate_error(value) if isinstance(value, NewstuiError) else value
        for name, value in error.arguments.items()
    }
    return fill(_(error.template), arguments)


def quoted(text: str) -> str:
    """Put a text between the quotation marks of the interface's language."""
    return _("“{text}”").replace("{text}", text)


def format_age(at: datetime, now: datetime) -> str:
    """Return how long ago `at` was, as short as a column of a list wants it: "5 min", "3 h", then the date."""
    age = max(now - at, timedelta())
    if age < timedelta(days=7):
        seconds = int(age.total_seconds())
        unit = 3 if seconds >= _DAY else 2 if seconds >= _HOUR else 1 if seconds >= _MINUTE else 0
        return f"{seconds // (1, _MINUTE, _HOUR, _DAY)[unit]}{_AGES[_Current.language][unit]}"
    local = at.astimezone()
    of_this_year, names, of_another = _DATES[_Current.language]
    pattern = of_this_year if local.year == now.astimezone().year else of_another
    name = names.split()[local.month - 1]
    return pattern.format(day=local.day, month=local.month, year=local.year, name=name)


def format_date(day: date) -> str:
    """Return a date in words of middle length: "6. Jan. 2026"."""
    from babel.dates import format_date as babel_date

    return babel_date(day, format="medium", locale=_locale())


def format_datetime(at: datetime) -> str:
    """Return a moment in the reader's own time zone, with weekday: "Dienstag, 6. Januar 2026, 10:30"."""
    from babel.dates import format_date as babel_date
    from babel.dates import format_time

    local = at.astimezone()
    day = babel_date(local, format="full", locale=_locale())
    return f"{day}, {format_time(local.time(), format='short', locale=_locale())}"


def format_number(number: int) -> str:
    """Return a whole number with the language's grouping: "15.000"."""
    return f"{number:,}".replace(",", _GROUPS[_Current.language])


def language_name(tag: str) -> str:
    """Return what `tag` is called in the interface's language: "Niederländisch"; the tag itself when it is unknown."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_display_name(_locale()) or tag
    except (UnknownLocaleError, ValueError):
        return tag
