"""A pattern that is compiled late does what one does that was compiled at once."""

from __future__ import annotations

import re

import pytest

from newstui.text.patterns import compile_late


def test_it_does_what_a_pattern_does() -> None:
    late, pattern = compile_late("(a+)B", re.IGNORECASE), re.compile("(a+)B", re.IGNORECASE)
    text = "xaab, AB"
    assert late.sub(r"<\1>", text) == pattern.sub(r"<\1>", text) == "x<aa>, <A>"
    assert [found.span() for found in late.finditer(text)] == [found.span() for found in pattern.finditer(text)]
    assert late.search("b") is None
    assert late.fullmatch("ab") is not None
    assert (late.pattern, late.flags, late.groups) == (pattern.pattern, pattern.flags, pattern.groups)


def test_it_is_compiled_when_it_is_used_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def note(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_now(pattern, flags)

    monkeypatch.setattr(re, "compile", note)
    late = compile_late("b|c")
    assert compiled == []
    assert late.search("abc")
    assert late.search("abc")
    assert compiled == ["b|c"]
