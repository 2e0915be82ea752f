"""docs/keys.md, written from the table of commands: `python -m newstui.ui.keys_page > docs/keys.md`."""

from __future__ import annotations

from newstui.ui.commands import Command, group_commands
from newstui.ui.keymap import DEFAULT_KEYMAP

_HEAD = """# Keys

Every command of the reader, the keys that do it, and its name for your own keymap. The reader shows the same list,
with your keys, under `?`.

To give a command other keys, name it in the configuration (`newstui doctor` says where that is):

```toml
[keys]
"article.star" = "f"            # one key
"move.down" = "j,down,ctrl+n"   # several
"source.remove" = ""            # none
```

A key is a character (`s`, `G`, `?`; `comma` for the comma), a name (`enter`, `space`, `tab`, `escape`, `up`, `pagedown`,
`home`, `f5`), or one of these after `ctrl+`, `alt+` or `shift+`. Names that do not exist, and one key for two
commands, are told when the reader starts, with the line.
"""


def write_keys_page() -> str:
    """Return the page."""
    parts = [_HEAD]
    for title, commands in group_commands():
        parts.append(f"\n## {title}\n\n| keys | command | what it does |\n| --- | --- | --- |\n")
        parts += [_row(command) for command in commands]
    return "".join(parts)


def _row(command: Command) -> str:
    keys = " ".join(f"`{key}`" for key in DEFAULT_KEYMAP.keys[command.name])
    return f"| {keys} | `{command.name}` | {command.help} |\n"


if __name__ == "__main__":
    print(write_keys_page(), end="")  # noqa: T201  this is what the call is for
