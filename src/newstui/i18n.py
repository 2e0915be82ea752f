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
    "format_day",
    "format_decimal",
    "format_number",
    "format_share",
    "format_size",
    "format_time",
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
_WEEKDAYS: Final = {
    "nl": ("{weekday} {date}", "{weekday} {date} {year}", "ma di wo do vr za zo"),
    "en": ("{weekday}, {date}", "{weekday}, {date}, {year}", "Mon Tue Wed Thu Fri Sat Sun"),
    "de": ("{weekday}, {date}", "{weekday}, {date} {year}", "Mo. Di. Mi. Do. Fr. Sa. So."),
    "fr": ("{weekday} {date}", "{weekday} {date} {year}", "lun. mar. mer. jeu. ven. sam. dim."),
    "es": ("{weekday}, {date}", "{weekday}, {date} {year}", "lun mar mié jue vie sáb dom"),
    "pt": ("{weekday}, {date}", "{weekday}, {date}/{year}", "segunda terça quarta quinta sexta sábado domingo"),
}
"""A day of this year with its weekday, one of another, and the short names of the weekdays (MMMEd, yMMMEd, E)."""
_GROUPS: Final = {"nl": ".", "en": ",", "de": ".", "fr": "\u202f", "es": ".", "pt": "\u00a0"}
"""What stands between groups of three digits."""
_POINTS: Final = {"en": "."}
"""What stands before decimals, where it is no comma."""
_PERCENTS: Final = {"de": "\u00a0%", "fr": "\u00a0%", "es": "\u00a0%"}
"""What follows a percentage, where it is no bare sign."""
_SIZES: Final = ("kB", "MB", "GB")
_FRENCH_SIZES: Final = ("ko", "Mo", "Go")
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


def format_age_in_words(at: datetime, now: datetime) -> str:
    """Return how long ago `at` was, as it is said: "3 hours ago"; the date from a week on. Loads Babel."""
    age = max(now - at, timedelta())
    if age >= timedelta(days=7):
        return format_age(at, now)
    from babel.dates import format_timedelta

    return format_timedelta(-age, threshold=1, add_direction=True, locale=_locale())


def format_day(day: date, today: date) -> str:
    """Return what a day is called from today: "Today", "Yesterday", "Mo., 2. März", with its year if that is another."""
    if day == today or day == today - timedelta(days=1):
        return _("Today") if day == today else _("Yesterday")
    of_this_year, of_another, weekdays = _WEEKDAYS[_Current.language]
    pattern, names, _month = _DATES[_Current.language]
    date_ = pattern.format(day=day.day, month=day.month, name=names.split()[day.month - 1])
    pattern = of_this_year if day.year == today.year else of_another
    return pattern.format(weekday=weekdays.split()[day.weekday()], date=date_, year=day.year)


def format_time(at: datetime) -> str:
    """Return the time of day in the reader's own time zone: "18:04"."""
    local = at.astimezone()
    if _Current.language == "en":
        return f"{local.hour % 12 or 12}:{local.minute:02}\u202f{'AM' if local.hour < 12 else 'PM'}"
    return f"{local.hour}:{local.minute:02}" if _Current.language == "es" else f"{local:%H:%M}"


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


def format_decimal(number: float, digits: int = 1) -> str:
    """Return a number with so many decimals: "1.234,5"."""
    whole, _point, decimals = f"{abs(number):.{digits}f}".partition(".")
    point = _POINTS.get(_Current.language, ",") if decimals else ""
    return f"{'-' if number < 0 else ''}{format_number(int(whole))}{point}{decimals}"


def format_share(share: float) -> str:
    """Return a part of something, from 0 to 1, in whole percent: "56 %"."""
    return f"{format_number(round(100 * share))}{_PERCENTS.get(_Current.language, '%')}"


def format_size(size: int) -> str:
    """Return bytes in kilobytes, rounded up, from a million on in megabytes, then in gigabytes: "364,3 MB"."""
    units = _FRENCH_SIZES if _Current.language == "fr" else _SIZES
    if size < 1_000_000:
        return f"{format_number(-(-size // 1000))}\u00a0{units[0]}"
    if size < 1_000_000_000:
        return f"{format_decimal(size / 1e6)}\u00a0{units[1]}"
    return f"{format_decimal(size / 1e9)}\u00a0{units[2]}"


def language_name(tag: str) -> str:
    """Return what `tag` is called in the interface's language: "Niederländisch"; the tag itself when it is unknown."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_display_name(_locale()) or tag
    except (UnknownLocaleError, ValueError):
        return tag
