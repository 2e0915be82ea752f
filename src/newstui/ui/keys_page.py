"""docs/keys.md, written from the table of commands: `python -m newstui.ui.keys_page > docs/keys.md`."""

from __future__ import annotations

from newstui.ui.commands import COMMANDS, Command, group_commands
from newstui.ui.keymap import DEFAULT_KEYMAP
from newstui.ui.presets import PRESETS, preset_keys

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

Keys may also be pressed after each other: `"g g"`, `", x"`. What may follow the first is shown at the foot, Escape
forgets it, and there is no time limit. A key with which a sequence begins can do nothing else.

`preset` in the same table chooses whose habits the keys follow: `"newstui"`, `"newsboat"`, `"vim"` or `"plain"` (arrows,
function keys and Ctrl); your own keys are laid over it. Inside the reader, “Change a key” and “Preset of keys” in the
palette do the same and write it down, and {find} tells what a key does.

A key is a character (`s`, `G`, `?`; `comma` for the comma), a name (`enter`, `space`, `tab`, `escape`, `up`, `pagedown`,
`home`, `f5`), or one of these after `ctrl+`, `alt+` or `shift+`. Names that do not exist, and one key for two
commands, are told when the reader starts, with the line.
"""


_PRESETS = """
## The presets

Where they differ; everything else has the same keys in all of them.

"""


def write_keys_page() -> str:
    """Return the page."""
    parts = [_HEAD.replace("{find}", _keys(DEFAULT_KEYMAP.keys["keys.find"]))]
    for title, commands in group_commands():
        parts.append(f"\n## {title}\n\n| keys | command | what it does |\n| --- | --- | --- |\n")
        parts += [_row(command) for command in commands]
    parts.append(_PRESETS)
    parts += ["| command | " + " | ".join(PRESETS) + " |\n", "| --- " * (len(PRESETS) + 1) + "|\n"]
    presets = [preset_keys(preset) for preset in PRESETS]
    for command in COMMANDS:
        several = [keys[command.name] for keys in presets]
        if len(set(several)) > 1:
            parts.append(f"| `{command.name}` | " + " | ".join(map(_keys, several)) + " |\n")
    return "".join(parts)


def _row(command: Command) -> str:
    return f"| {_keys(DEFAULT_KEYMAP.keys[command.name])} | `{command.name}` | {command.help} |\n"


def _keys(several: tuple[str, ...]) -> str:
    return " ".join("`" + keys.replace("|", "\\|") + "`" for keys in several)


if __name__ == "__main__":
    print(write_keys_page(), end="")  # noqa: T201  this is what the call is for
