"""newsboat's filter language, as its query feeds are written in it, translated to queries of ours where that can be.

expression = all { "or" all }    all = part { "and" part }    part = "(" expression ")" | attribute operator value
"""

from __future__ import annotations

import re
from typing import Final

from newstui.errors import N_, SourceError
from newstui.text.query import (
    Aged,
    And,
    Flag,
    Flagged,
    Name,
    Named,
    Not,
    Or,
    Query,
    Scope,
    Words,
    print_query,
)

_TOKEN: Final = re.compile(
    r'\s*(?:(?P<sign>[()])|(?P<word>and|or)\b|(?P<attribute>[A-Za-z_]\w*)\s*'
    r'(?P<operator>==|!=|=~|!~|!#|<=|>=|=|<|>|#|between)\s*(?P<value>"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|[\w:.-]+))'
)  # fmt: skip
_PLAIN: Final = re.compile(r"[^\W_][\w '’-]*")
_SCOPES: Final = {"title": Scope.TITLE, "author": Scope.AUTHOR, "content": Scope.ANYWHERE}
_CANNOT: Final = N_("“{part}” cannot be asked here")
_UNREADABLE: Final = N_("“{part}” cannot be read")
_DEEPEST: Final = 40


def translate_filter(expression: str) -> str:
    """Return a filter as a query of ours; raises SourceError naming the part that has no translation."""
    reader = _Reader(expression)
    tree = reader.read_either(0)
    if reader.rest:
        raise SourceError(_UNREADABLE, part=reader.rest)
    return print_query(tree)


class _Reader:
    """Reads an expression by recursive descent; `rest` is what has not been read."""

    def __init__(self, expression: str) -> None:
        self.rest = expression.strip()

    def _take(self, *wanted: str) -> bool:
        """Read one of these signs or words, if it comes."""
        found = _TOKEN.match(self.rest)
        if found is None or (found["sign"] or found["word"]) not in wanted:
            return False
        self.rest = self.rest[found.end() :].strip()
        return True

    def read_either(self, depth: int) -> Query:
        parts = [self._read_all(depth)]
        while self._take("or"):
            parts.append(self._read_all(depth))
        return _join(Or, parts)

    def _read_all(self, depth: int) -> Query:
        parts = [self._read_part(depth)]
        while self._take("and"):
            parts.append(self._read_part(depth))
        return _join(And, parts)

    def _read_part(self, depth: int) -> Query:
        if depth < _DEEPEST and self._take("("):
            inner = self.read_either(depth + 1)
            if not self._take(")"):
                raise SourceError(_UNREADABLE, part=self.rest or ")")
            return inner
        found = _TOKEN.match(self.rest)
        if found is None or not found["attribute"]:
            raise SourceError(_UNREADABLE, part=self.rest)
        self.rest = self.rest[found.end() :].strip()
        value = found["value"]
        if value[0] in "\"'":
            value = re.sub(r"\\(.)", r"\1", value[1:-1])
        translated = _translate(found["attribute"], found["operator"], value)
        if translated is None:
            raise SourceError(_CANNOT, part=found[0].strip())
        return translated


def _join(kind: type[And | Or], parts: list[Query]) -> Query:
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, kind) else (part,))]
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def _translate(attribute: str, operator: str, value: str) -> Query | None:
    """What one comparison asks, None where nothing here asks the same."""
    if operator in {"!=", "!~", "!#"}:
        positive = _translate(attribute, {"!=": "=", "!~": "=~", "!#": "#"}[operator], value)
        return None if positive is None else Not(positive)
    equal = operator in {"=", "=="}
    if attribute == "unread" and equal and value in {"yes", "no"}:
        return Flagged(Flag.UNREAD if value == "yes" else Flag.READ)
    if attribute == "flags" and operator == "#" and len(value) == 1:
        return Flagged(Flag.STARRED)  # flags of any kind become a star
    if attribute == "tags" and operator == "#" and value.strip():
        return Named(Name.FOLDER, value)
    if attribute in {"feedtitle", "rssurl"} and (equal or _is_plain(operator, value)) and value.strip():
        return Named(Name.SOURCE, value)
    if attribute in _SCOPES and operator == "=~":
        return _translate_pattern(_SCOPES[attribute], value)
    if attribute == "age":
        return _translate_age(operator, value)
    return None


def _is_plain(operator: str, value: str) -> bool:
    return operator == "=~" and _PLAIN.fullmatch(value) is not None


def _translate_pattern(scope: Scope, pattern: str) -> Query | None:
    """A pattern of plain words, or of some in alternation; the last word may go on, as in a pattern."""
    choices = pattern.removeprefix("(").removesuffix(")").split("|") if "|" in pattern else [pattern]
    if not all(_PLAIN.fullmatch(choice) for choice in choices):
        return None
    return _join(Or, [Words(choice.strip(), scope, prefix=True, quoted=" " in choice.strip()) for choice in choices])


def _translate_age(operator: str, value: str) -> Query | None:
    """An age in days."""
    first, _, last = value.partition(":")
    if operator == "between" and first.isdecimal() and last.isdecimal() and int(first) <= int(last) < 9999:
        newer = Aged("newer", int(last) + 1, "d")
        return And((newer, Aged("older", int(first), "d"))) if int(first) else newer
    if not value.isdecimal() or int(value) >= 9999:
        return None
    days = int(value)
    match operator:
        case "<":
            return Aged("newer", days, "d")
        case "<=":
            return Aged("newer", days + 1, "d")
        case ">":
            return Aged("older", days + 1, "d")
        case ">=":
            return Aged("older", days, "d")
    return None
