"""A library that this user may not write, whoever runs the tests: root may write everything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import apsw
import pytest


def forbid_writing(monkeypatch: pytest.MonkeyPatch, *, folder: bool = False) -> None:
    """Refuse to connect as SQLite does where the file cannot be written; with `folder`, no log beside it either."""
    connect: Callable[..., apsw.Connection] = apsw.Connection

    def refuse(name: str, flags: int, **options: Any) -> apsw.Connection:
        if "immutable" not in name and (folder or "mode=ro" not in name):
            raise apsw.CantOpenError("unable to open database file")
        return connect(name, flags, **options)

    monkeypatch.setattr(apsw, "Connection", refuse)
