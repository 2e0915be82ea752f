"""The head of a Markdown file: flat YAML between lines of ---, TOML between lines of +++, or JSON in braces."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, datetime
from typing import Any, Final

_FENCE: Final = re.compile(
    r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<inside>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_ENTRY: Final = re.compile(r"^(?P<indent>\s*)(?P<key>[\w.-]+)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ITEM: Final = re.compile(r"^\s*-\s+(?P<value>.*)$")
_BLOCK: Final = frozenset({"|", ">", "|-", ">-", "|+", ">+"})

FrontMatter = dict[str, str | list[str]]


def take_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return a file's front matter, its keys in lower case, and the text below it.

    Of YAML only what front matter is made of is read: `key: value`, lists, folded and literal blocks, one level of
    nesting, whose keys are joined by a point (`author.name`). What cannot be read counts as text.
    """
    found = _FENCE.match(text)
    if not found:
        return {}, text
    fields = _read_toml(found["inside"]) if found["fence"] == "+++" else _read_yaml(found["inside"])
    if not fields and found["inside"].strip():
        return {}, text
    return fields, text[found.end() :]


def _read_toml(inside: str) -> FrontMatter:
    try:
        return _flatten(tomllib.loads(inside))
    except tomllib.TOMLDecodeError:
        return {}


def _flatten(values: dict[str, Any], prefix: str = "") -> FrontMatter:
    fields: FrontMatter = {}
    for key, value in values.items():
        name = f"{prefix}{key}".lower()
        if isinstance(value, dict):
            fields |= _flatten(value, f"{name}.")
        elif isinstance(value, list):
            fields[name] = [str(item.get("name", "")) if isinstance(item, dict) else str(item) for item in value]
        else:
            fields[name] = value.isoformat() if isinstance(value, date | datetime) else str(value)
    return fields


def _read_yaml(inside: str) -> FrontMatter:
    if inside.lstrip().startswith("{"):
        try:
            return _flatten(json.loads(inside))
        except ValueError:
            return {}
    fields: FrontMatter = {}
    lines = inside.split("\n")
    parent, key, position = "", "", 0
    while position < len(lines):
        line = lines[position]
        position += 1
        entry, item = _ENTRY.match(line), _ITEM.match(line)
        if item and key:
            _add_item(fields, key, item["value"])
        elif entry:
            value = (entry["value"] or "").strip()
            parent = parent if entry["indent"] else ""
            key = f"{parent}{entry['key']}".lower()
            if value in _BLOCK:
                block, position = _take_block(lines, position)
                fields[key] = ("\n" if value[0] == "|" else " ").join(block)
            elif value:
                fields[key] = _read_value(value)
            elif not entry["indent"]:
                parent = f"{key}."
        elif line.strip() and line.startswith((" ", "\t")) and isinstance(above := fields.get(key), str):
            fields[key] = _unquote(f"{above} {line.strip()}")
    return fields


def _add_item(fields: FrontMatter, key: str, value: str) -> None:
    named = re.match(r"name\s*:\s*(.*)$", value)
    above = fields.get(key)
    fields[key] = [*(above if isinstance(above, list) else []), _unquote(_strip_comment(named[1] if named else value))]


def _take_block(lines: list[str], position: int) -> tuple[list[str], int]:
    block = []
    while position < len(lines) and (not lines[position].strip() or lines[position].startswith((" ", "\t"))):
        block.append(lines[position].strip())
        position += 1
    while block and not block[-1]:
        block.pop()
    return block, position


def _read_value(value: str) -> str | list[str]:
    value = _strip_comment(value)
    if value.startswith("[") and value.endswith("]"):
        parts = re.findall(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,\s][^,]*", value[1:-1])
        return [item for part in parts if (item := _unquote(part))]
    return _unquote(value)


def _strip_comment(value: str) -> str:
    return value if value[:1] in {'"', "'"} else re.sub(r"\s+#.*$", "", value)


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return str(json.loads(value))
        except ValueError:
            return value[1:-1]
    return "" if value in {"~", "null"} else value
