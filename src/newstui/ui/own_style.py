"""The user's own style sheet: `style.tcss` beside the configuration, laid over ours while the reader runs.

Its rules come after all of ours. Its variables hold everywhere, in our style sheets too, which in Textual's own they do
not: a line `$quote-speech: orange;` is all it takes to change a colour.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from textual.content import Content
from textual.css.errors import StylesheetError
from textual.css.stylesheet import Stylesheet, StylesheetParseError
from textual.css.tokenizer import TokenError

from newstui.errors import N_, ConfigError
from newstui.text.patterns import compile_late

FILE_NAME: Final = "style.tcss"

_COMMENT: Final = compile_late(r"/\*.*?\*/|# [^\n]*", re.DOTALL)
_DEFINITION: Final = compile_late(r"^[ \t]*\$([\w-]+)[ \t]*:[ \t]*([^;{}\n]+);", re.MULTILINE)
_REFERENCE: Final = compile_late(r"\$([\w-]+)")
_MISTAKE: Final = N_("{file}, line {line}: {reason} The reader goes on without this style sheet.")
_NO_COLOUR: Final = N_("“{value}” is no colour, which ${name} must be.")


class OwnStyle:
    """The style sheet as it was when it was last read without a mistake; empty where there is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = ""
        self._definitions: dict[str, str] = {}
        self._stamp: tuple[int, int] | None = None

    @property
    def exists(self) -> bool:
        """Whether there is such a file."""
        return self.path.is_file()

    @property
    def is_stale(self) -> bool:
        """Whether the file is another one than when it was last read."""
        return _read_stamp(self.path) != self._stamp

    def renew(self, known: Mapping[str, str]) -> bool:
        """Read the file if it is another one than before; whether it is. `known` are the variables of the theme.

        Raises ConfigError for a mistake in it, which is told once; it says nothing then.
        """
        stamp = _read_stamp(self.path)
        if stamp == self._stamp:
            return False
        self._stamp, self.text, self._definitions = stamp, "", {}
        if stamp is not None:
            try:
                text = self.path.read_text(encoding="utf-8-sig")
            except (OSError, ValueError) as error:
                raise ConfigError(_MISTAKE, file=self.path, line=1, reason=f"{error}.") from error
            definitions = _find_definitions(text)
            _check(self.path, text, definitions, known)
            self.text, self._definitions = text, {name: value for name, (value, _) in definitions.items()}
        return True

    def lay_over(self, known: Mapping[str, str]) -> dict[str, str]:
        """Return the variables of a theme with the user's in their place, which may refer to others."""
        return _resolve(self._definitions, known)


def _read_stamp(path: Path) -> tuple[int, int] | None:
    """Return what changes with a file, None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _find_definitions(text: str) -> dict[str, tuple[str, int]]:
    """Return the variables that are set, each with its value and its line, from 1."""
    plain = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)
    return {
        found[1]: (found[2].strip(), plain.count("\n", 0, found.start(1)) + 1) for found in _DEFINITION.finditer(plain)
    }


def _resolve(definitions: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    resolved = dict(known)
    for name, value in definitions.items():
        resolved[name] = _REFERENCE.sub(lambda found: resolved.get(found[1], found[0]), value)
    return resolved


def _check(path: Path, text: str, definitions: Mapping[str, tuple[str, int]], known: Mapping[str, str]) -> None:
    """Raise ConfigError for what Textual would stumble over: in the rules, or where ours use the variables."""
    variables = _resolve({name: value for name, (value, _) in definitions.items()}, known)
    for name, (value, line) in definitions.items():
        if name in known and _is_colour(known[name]) and not _is_colour(variables[name]):
            reason = ConfigError(_NO_COLOUR, value=value, name=name)
            raise ConfigError(_MISTAKE, file=path, line=line, reason=reason)
    problem = _find_problem(text, variables)
    if problem is not None:
        line, words = problem
        raise ConfigError(_MISTAKE, file=path, line=line, reason=words if words.endswith(("?", ".")) else f"{words}.")


def _is_colour(value: str) -> bool:
    return _find_problem(f"Widget {{ color: {value}; }}", {}) is None


def _find_problem(text: str, variables: dict[str, str]) -> tuple[int, str] | None:
    """Return the line, from 1, and the nature of the first mistake in a style sheet, in Textual's words."""
    sheet = Stylesheet(variables=variables)
    sheet.add_source(text, read_from=("", ""))
    try:
        sheet.parse()
    except TokenError as error:
        return error.start[0], str(error).splitlines()[0]
    except StylesheetParseError as error:
        token, message = next(mistake for rule in error.errors.rules for mistake in rule.errors)
        line, _column = token.referenced_by.location if token.referenced_by else token.location
        words = message if isinstance(message, str) else message.summary
        return line + 1, Content.from_markup(words).plain
    except StylesheetError as error:
        return 1, str(error)
    return None
