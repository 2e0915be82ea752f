"""Records: frozen dataclasses with slots, whose methods cost nothing before they are called.

`dataclasses.dataclass` writes and compiles six methods for a class when it is defined, which takes most of a
millisecond; the first screen waits for ninety classes and makes objects of twenty. Here methods are functions that all
records share, and `__init__` is compiled when the first object is made. To everybody else, and to mypy (PEP 681), a
record is a dataclass: `dataclasses.replace`, `fields` and `asdict`, `match`, pickle and copy take it for one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, Final, TypeVar, dataclass_transform, overload

Class = TypeVar("Class", bound=type)


@overload
def record(cls: Class, /) -> Class: ...
@overload
def record(*, kw_only: bool = ...) -> Callable[[Class], Class]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: Class | None = None, /, *, kw_only: bool = False) -> Class | Callable[[Class], Class]:
    """Make a record of a class: `@record`, or `@record(kw_only=True)`."""

    def make(cls: Class) -> Class:
        cls.__doc__ = cls.__doc__ or cls.__name__  # where there is none, dataclass works out the signature
        made: Class = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)  # type: ignore[assignment]
        for name, method in {**_SHARED, **_bind_methods(made)}.items():
            if name not in cls.__dict__:
                setattr(made, name, method)
        return made

    return make if cls is None else make(cls)


def _bind_methods(cls: type) -> dict[str, Callable[..., Any]]:
    """Return the methods that know their class. The first object that is made puts a compiled `__init__` there."""
    compared = [each.name for each in fields(cls) if each.compare]
    read = attrgetter(*compared) if compared else lambda _: ()

    def make_first(self: object, *values: Any, **named: Any) -> None:
        init = _compile_init(cls)
        cls.__init__ = init  # type: ignore[misc]
        init(self, *values, **named)

    def equals(self: object, other: object) -> bool:
        return read(self) == read(other) if other.__class__ is self.__class__ else NotImplemented

    def get_hash(self: object) -> int:
        return hash(read(self))

    return {"__init__": make_first, "__eq__": equals, "__hash__": get_hash}


def _compile_init(cls: type) -> Callable[..., None]:
    """Compile what sets every field by its slot, with the parameters and defaults that a dataclass would have."""
    known: dict[str, Any] = {"_MISSING": MISSING}
    parameters, lines = ["self"], []
    named: list[str] = []
    for each in fields(cls):
        name, value, default = each.name, each.name, ""
        known[f"_set_{name}"] = getattr(cls, name).__set__
        if each.default is not MISSING:
            known[f"_default_{name}"] = each.default
            default = f"=_default_{name}"
        elif each.default_factory is not MISSING:
            known[f"_make_{name}"] = each.default_factory
            default, value = "=_MISSING", f"_make_{name}() if {name} is _MISSING else {name}"
        (named if each.kw_only else parameters).append(name + default)
        lines.append(f" _set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    head = ", ".join([*parameters, "*", *named] if named else parameters)
    exec("\n".join([f"def __init__({head}):", *lines, " pass"]), known)  # noqa: S102  as dataclasses does it
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


class _Frozen:
    """What all records have in common; its functions are put into their classes."""

    def __repr__(self) -> str:
        shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)  # type: ignore[arg-type]
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> list[Any]:
        return [getattr(self, each.name) for each in fields(self)]  # type: ignore[arg-type]

    def __setstate__(self, state: list[Any]) -> None:
        for each, value in zip(fields(self), state, strict=True):  # type: ignore[arg-type]
            object.__setattr__(self, each.name, value)


_SHARED: Final = {name: value for name, value in vars(_Frozen).items() if callable(value)}
