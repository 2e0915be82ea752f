"""A record is to its users what a frozen dataclass with slots is: each property is asked of both."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field
from typing import Any

import pytest

from newstui.record import record


@record
class Point:
    """A record."""

    x: int
    y: int = 2
    notes: list[str] = field(default_factory=list, compare=False, repr=False)

    def double(self) -> Point:
        return dataclasses.replace(self, x=2 * self.x)


@record(kw_only=True)
class Named:
    name: str
    seen: int = 0


@dataclass(frozen=True, slots=True)
class PlainPoint:
    """What a record stands in for."""

    x: int
    y: int = 2
    notes: list[str] = field(default_factory=list, compare=False, repr=False)


@record
class Checked:
    x: int

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError(self.x)

    def __repr__(self) -> str:
        return "mine"


@record
class Empty:
    """Nothing."""


BOTH = pytest.mark.parametrize("kind", [Point, PlainPoint])
PROPERTIES: dict[str, tuple[Callable[[Any], object], object]] = {
    "repr": (lambda kind: repr(kind(1)).removeprefix("Plain"), "Point(x=1, y=2)"),
    "equal": (lambda kind: kind(1) == kind(1, 2, ["compared not"]), True),
    "unequal": (lambda kind: kind(1) == kind(3), False),
    "equal to another kind": (lambda kind: kind(1) == (1, 2), False),
    "hash": (lambda kind: hash(kind(1)) == hash(kind(1, notes=["x"])), True),
    "in a set": (lambda kind: len({kind(1), kind(1), kind(2)}), 2),
    "defaults are not shared": (lambda kind: kind(1).notes is kind(1).notes, False),
    "replace": (lambda kind: dataclasses.replace(kind(1), y=5) == kind(1, 5), True),
    "asdict": (lambda kind: dataclasses.asdict(kind(1)), {"x": 1, "y": 2, "notes": []}),
    "fields": (lambda kind: [each.name for each in dataclasses.fields(kind)], ["x", "y", "notes"]),
    "match": (lambda kind: kind.__match_args__, ("x", "y", "notes")),
    "pickle": (lambda kind: pickle.loads(pickle.dumps(kind(1, notes=["n"]))).notes, ["n"]),
    "deep copy": (lambda kind: copy.deepcopy(kind(1)) == kind(1), True),
    "slots": (lambda kind: hasattr(kind(1), "__dict__"), False),
    "doc": (lambda kind: bool(kind.__doc__), True),
}


@BOTH
@pytest.mark.parametrize("name", PROPERTIES)
def test_is_as_a_dataclass(kind: Any, name: str) -> None:
    look, expected = PROPERTIES[name]
    assert look(kind) == expected


@BOTH
def test_is_frozen(kind: Any) -> None:
    made = kind(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        made.x = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del made.x
    assert made.x == 1


@BOTH
@pytest.mark.parametrize(("values", "named"), [((), {}), ((1, 2, [], 4), {}), ((1,), {"z": 1}), ((1,), {"x": 1})])
def test_takes_no_other_values(kind: Any, values: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"Point\.__init__\(\)"):
        kind(*values, **named)


def test_methods_of_its_own() -> None:
    assert Point(2).double() == Point(4)


def test_values_by_name_only() -> None:
    assert Named(name="a") == Named(name="a", seen=0)
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[call-arg]


def test_own_methods_are_kept_and_what_comes_after_the_values_is_done() -> None:
    assert repr(Checked(1)) == "mine"
    with pytest.raises(ValueError, match="-1"):
        Checked(-1)


def test_one_without_fields() -> None:
    assert Empty() == Empty()
    assert len({Empty(), Empty()}) == 1
