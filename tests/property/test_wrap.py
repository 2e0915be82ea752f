"""What holds for the lines of any text."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from newstui.ui.wrap import SOFT_HYPHEN, break_lines, display, fold, measure, truncate, wrap

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab \n-/«»—日本。「」ー\xa0\xad\u202fé\u0301\u200d\ufe0f❤👩مرחב"),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=80,
)
_NO_SPACE = str.maketrans("", "", f" \n{SOFT_HYPHEN}")
WIDTHS = st.integers(1, 30)


@given(TEXTS, WIDTHS)
@example("« a » b", 1)
@example("ab\xad \xad", 2)
@example(" leading", 3)
def test_lines_are_in_order_and_only_spaces_are_left_out(text: str, width: int) -> None:
    end = 0
    left_out = ""
    for start, stop in wrap(text, width):
        assert end <= start <= stop <= len(text)
        left_out += text[end:start]
        end = stop
    left_out += text[end:]
    assert not left_out.strip(f" \n{SOFT_HYPHEN}")
    assert left_out.count("\n") == text.count("\n")


@given(TEXTS, WIDTHS)
@example("abcdefghi\xad", 9)
@example("abcdefghi\xadj", 9)
def test_lines_fit(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        words = text[start:end]
        assert measure(words) <= width or _is_one_cluster(words)


@given(TEXTS, WIDTHS, st.integers(0, 8))
@example("Verwaltungsrechtsweg heute und Verwaltungsrecht", 9, 0)
def test_lines_with_hyphens_fit_and_hyphens_stand_where_they_may(text: str, width: int, ragged: int) -> None:
    def find_hyphens(start: int, end: int) -> list[int]:
        assert " " not in text[start:end]
        return [place for place in range(start + 2, end - 1) if text[place - 1 : place + 1].isalpha()]

    rows = break_lines(text, width, find_hyphens, ragged=ragged)
    plain = "".join(text[row.start : row.end] for row in rows)
    assert plain.translate(_NO_SPACE) == text.translate(_NO_SPACE)
    for row in rows:
        words = text[row.start : row.end]
        assert measure(words) + row.hyphen <= width or _is_one_cluster(words)
        assert not row.hyphen or text[row.end - 1 : row.end + 1].isalpha()


@given(TEXTS, WIDTHS)
def test_folding_keeps_everything(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in fold(text, width)]
    assert "".join(lines) == text.replace("\n", "")


@given(TEXTS, WIDTHS)
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert measure(truncate(text, width)) <= width


def _is_one_cluster(words: str) -> bool:
    """A line that holds one wide character, with what hangs on it, cannot be narrower."""
    base = re.sub(f"[{SOFT_HYPHEN}-]", "", display(words))
    return measure(base) <= 2
