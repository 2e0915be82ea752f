"""Writing the configuration: one key at a time, everything else in the file left as its owner wrote it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from newstui.config import load_settings
from newstui.errors import N_, ConfigError


def save_setting(file: Path, key: str, value: Any) -> None:
    """Set one key of SETTINGS, a command's keys ("keys.article.star") or a program ("share.mail"); None takes it out.

    Comments, order and layout stay as they are.
    The file is replaced whole or not at all. Raises ConfigError when it is not valid now, would not be afterwards, or
    cannot be written.
    """
    try:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        document = tomlkit.parse(text)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise ConfigError(N_("{file}: not valid TOML: {reason}"), file=file, reason=error) from None
    table, _, name = key.partition(".")
    if name and table not in document:
        document[table] = tomlkit.table()
    place: Any = document[table] if name else document
    if value is None:
        place.pop(name or key, None)
    else:
        place[name or key] = value
    try:
        _replace(file, tomlkit.dumps(document))
    except OSError as error:
        raise ConfigError(N_("{file}: cannot be written: {reason}"), file=file, reason=error.strerror) from None


def _replace(file: Path, text: str) -> None:
    """Write beside the file, check, and move into its place; a link to a file elsewhere stays a link."""
    target = file.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".config-", suffix=".toml")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        load_settings(draft)
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o777)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
