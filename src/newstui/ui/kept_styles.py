"""The style sheets of the first screen, as rules that an earlier start has parsed.

To parse them takes a tenth of the time to the first screen, and comes to the same as the last time: unless Textual, a
style sheet or a colour of the theme is another one. So the rules lie in the cache directory beside what they were made
from, and hold only for exactly that. They are pickled, which is as safe as the compiled modules that Python keeps, as
long as nobody else has written them.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeAlias

from textual.css import parse, stylesheet
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

FILE_NAME: Final = "styles.pickle"

_Source: TypeAlias = tuple[tuple[Any, ...], tuple[tuple[str, Any], ...]]
"""The text of a style sheet, where it is from, and what else its rules depend on."""
_Rules: TypeAlias = dict[_Source, list[RuleSet]]


class KeptStylesheet(Stylesheet):
    """A style sheet that looks into `file` before it parses. `keep` writes what it had to parse until then."""

    def __init__(self, variables: dict[str, str], file: Path) -> None:
        super().__init__(variables=variables)
        self._file = file
        self._kept: _Rules | None = None
        self._used: _Rules = {}
        self._is_new = False

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take up the colours of a theme: what was kept for others does not hold."""
        super().set_variables(variables)
        self._kept = None
        self._used = {}

    def _parse_rules(self, *given: Any, **named: Any) -> list[RuleSet]:
        # Textual's own method, whatever it takes: what it is given, the text among it, is what the rules depend on.
        source = (given, tuple(sorted(named.items())))
        rules = self._used.get(source)
        if rules is None:
            if self._kept is None:
                self._kept = _read(self._file, self._variables)
            rules = self._kept.get(source)
            if rules is None:
                rules = super()._parse_rules(*given, **named)
                self._is_new = True
            self._used[source] = rules
        return rules

    def keep(self) -> None:
        """Write the rules down for the next start, if it would have to parse them; a mistake has to be told each time."""
        if self._is_new:
            right = {source: rules for source, rules in self._used.items() if not any(rule.errors for rule in rules)}
            with suppress(OSError):  # a disk that is full, a directory that is not ours: it only takes longer
                _write(self._file, self._variables, right)
            self._is_new = False


def _stamp() -> list[object]:
    """Return what changes with Textual: its rules are objects of its own classes."""
    files = [module.__file__ or "" for module in (parse, stylesheet)]
    return [(file, Path(file).stat().st_mtime_ns, Path(file).stat().st_size) for file in files]


def _read(file: Path, variables: dict[str, str]) -> _Rules:
    """Return the rules that were kept for these variables; none where a file is not there or not what it should be."""
    try:
        with file.open("rb") as written:
            if not _is_ours(written.fileno()) or pickle.load(written) != (_stamp(), variables):  # noqa: S301  see above
                return {}
            rules: _Rules = pickle.load(written)  # noqa: S301
            return rules
    except Exception:  # noqa: BLE001  what a damaged pickle raises is not said anywhere
        return {}


def _is_ours(handle: int) -> bool:
    """Whether the user wrote an open file: a cache directory may have been put where others write, too."""
    return sys.platform == "win32" or os.fstat(handle).st_uid == os.getuid()


def _write(file: Path, variables: dict[str, str], rules: _Rules) -> None:
    """Write the rules so that another process reads all of them or none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    with unfinished.open("wb") as written:
        pickle.dump((_stamp(), variables), written, pickle.HIGHEST_PROTOCOL)
        pickle.dump(rules, written, pickle.HIGHEST_PROTOCOL)
    unfinished.replace(file)
