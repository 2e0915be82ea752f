from __future__ import annotations

import pytest

from newstui.text.name_verdicts import Pair, apply_verdicts
from newstui.text.names import group_names

COUNTS = {"Anna Weber": 3, "Weber": 1, "Bob Dylan": 5, "Robert Zimmerman": 2, "A. Weber": 1}


@pytest.mark.parametrize(
    ("same", "apart", "people"),
    [
        ([], [], ["Anna Weber/A. Weber/Weber", "Bob Dylan", "Robert Zimmerman"]),
        (
            [("Robert Zimmerman", "Bob Dylan")],
            [],
            ["Bob Dylan/Robert Zimmerman", "Anna Weber/A. Weber/Weber"],
        ),
        (
            [("Robert Zimmerman", "Bob Dylan"), ("Weber", "Robert Zimmerman")],
            [],
            ["Bob Dylan/Anna Weber/Robert Zimmerman/A. Weber/Weber"],
        ),
        ([], [("Weber", "Anna Weber")], ["Bob Dylan", "Anna Weber/A. Weber", "Robert Zimmerman", "Weber"]),
        ([], [("Weber", "Bob Dylan")], ["Anna Weber/A. Weber/Weber", "Bob Dylan", "Robert Zimmerman"]),
        (
            [("Weber", "Bob Dylan")],
            [("Weber", "Anna Weber")],
            ["Bob Dylan/Weber", "Anna Weber/A. Weber", "Robert Zimmerman"],
        ),
        (
            [("A. Weber", "Bob Dylan")],
            [("Weber", "Bob Dylan")],
            ["Bob Dylan/Anna Weber/A. Weber", "Robert Zimmerman", "Weber"],
        ),
        (
            [("Nobody", "Bob Dylan")],
            [("Nobody", "Weber")],
            ["Anna Weber/A. Weber/Weber", "Bob Dylan", "Robert Zimmerman"],
        ),
    ],
)
def test_the_reader_s_word_counts(same: list[Pair], apart: list[Pair], people: list[str]) -> None:
    groups = apply_verdicts(group_names(COUNTS), COUNTS, same, apart)
    assert ["/".join(group.spellings) for group in groups] == people
    assert sum(group.count for group in groups) == sum(COUNTS.values())
