"""Compiles the message catalogues: called by the build, and by make whenever a catalogue has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> list[Path]:
    """Write newstui.mo beside each newstui.po under src/newstui/locale and return the files written."""
    written = []
    for po in sorted((root / "src/newstui/locale").rglob("*.po")):
        mo = po.with_suffix(".mo")
        with po.open("rb") as source, mo.open("wb") as target:
            write_mo(target, read_po(source))
        written.append(mo)
    return written


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's hook: the wheel holds the compiled catalogues, the repository does not."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile, and ship what is compiled although git ignores it."""
        root = Path(self.root)
        build_data["artifacts"] += [str(mo.relative_to(root)) for mo in compile_catalogues(root)]


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
