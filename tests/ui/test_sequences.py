"""Keys pressed after each other."""

from __future__ import annotations

import pytest

from newstui.ui.sequences import Sequences, Step

_COMMANDS = {
    ("g", "g"): ("top",),
    ("g", "s", "x"): ("long",),
    ("g", "s", "y"): ("other",),
    ("comma", "a"): ("here", "there"),
}


def _press(keys: str, active: str = "top long other here there") -> list[Step]:
    sequences = Sequences(_COMMANDS)
    return [sequences.press(key, lambda: frozenset(active.split())) for key in keys.split()]


@pytest.mark.parametrize(
    ("keys", "done"),
    [
        ("g g", [None, "top"]),
        ("g s x", [None, None, "long"]),
        ("g s z g g", [None, None, None, None, "top"]),
        ("g escape g g", [None, None, None, "top"]),
        ("j g g", [None, None, "top"]),
    ],
)
def test_what_is_done(keys: str, done: list[str | None]) -> None:
    assert [step.command for step in _press(keys)] == done


def test_what_is_no_part_of_a_sequence_is_left_alone() -> None:
    assert _press("j") == [Step()]
    assert _press("escape") == [Step()]


def test_what_may_follow_is_told() -> None:
    step = _press("g s")[-1]
    assert (step.taken, step.before) == (True, ("g", "s"))
    assert step.rest == ((("x",), "long"), (("y",), "other"))


def test_what_does_not_follow_is_swallowed() -> None:
    assert _press("g z")[-1] == Step(taken=True, before=("g",))


def test_only_what_holds_here_counts() -> None:
    assert [step.command for step in _press("comma a", "there")] == [None, "there"]
    assert _press("g", "here") == [Step()], "the key is free for others where no sequence holds"
