"""docs/configuration.md, written from the table of settings: `python -m newstui.config.page > docs/configuration.md`."""

from __future__ import annotations

import json
import sys
from itertools import groupby

from newstui.config import SETTINGS, Setting

_HEAD = """# Configuration

One TOML file, every key optional; an empty file is a valid one. `newstui doctor` says where it is, `--config FILE`
and `NEWSTUI_CONFIG` name another. A mistake is named with the file, the key and the mend.

What the command line says wins over the file: `--lang` over `languages`, `--ui-lang` over `interface_language`.
"""

_TAIL = """
Every other key of this table is the name of a command of the reader, with the keys that it gets: see
[keys.md](keys.md).

## [share]

Programs to which an article can be handed: a name of your choice, and the words of a command. No shell runs it.
`{url}` and `{id}` stand for the article's address and id, the article itself comes as Markdown on the standard input,
and `NEWSTUI_TITLE`, `NEWSTUI_SOURCE` and others (see [rules.md](rules.md)) are in the environment.

```toml
[share]
"read later" = ["wallabag", "add", "{url}"]
"print" = ["lp"]
```

## Books of articles

`commands.convert` makes files that newstui does not write itself, of one article (Save), of a whole list (Save the list),
or of what `newstui search` and `newstui list` find (`--save FILE`): the ending of the file's name says which. No shell
runs it.

```toml
[commands]
convert = ["pandoc", "--from=html", "--metadata=title:{title}", "--output={file}"]
# convert = ["ebook-convert", "{page}", "{file}"]
```

## Colours

`theme` names one of ours (`newstui-dark`, `newstui-light`) or one of Textual's; `comma t` in the reader shows them all.
With `NO_COLOR` set nothing is told by colour alone. A file `style.tcss` beside this one changes any colour and the look
of everything: see [style.md](style.md).
"""


def write_configuration_page() -> str:
    """Return the page."""
    parts = [_HEAD]
    for table, settings in groupby(SETTINGS, lambda setting: setting.key.rpartition(".")[0]):
        parts.append(f"\n## {f'[{table}]' if table else 'At the top'}\n")
        parts += [_describe(setting) for setting in settings]
    return "".join([*parts, _TAIL])


def _describe(setting: Setting) -> str:
    name = setting.key.rpartition(".")[2]
    default = json.dumps(setting.default, ensure_ascii=False)
    return f"\n**`{name}`**, {setting.expected}; `{default}` if not given.\n{setting.help}\n"


if __name__ == "__main__":
    sys.stdout.write(write_configuration_page())
