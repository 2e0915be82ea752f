"""The foot of the screen: two lines at most in every language and at every size, and none where the article is alone."""

from __future__ import annotations

import pytest
from textual.geometry import Region

from newstui.i18n import INTERFACE_LANGUAGES, set_language
from newstui.ui.commands import BY_NAME, Pane
from tests.ui.driver import Reader, open_reader

SIZES = [(20, 5), (60, 18), (80, 24), (100, 30), (120, 40), (160, 45), (220, 50)]


def foot(reader: Reader) -> list[str]:
    """The lines below the panes."""
    below = reader.office.pane.frame.region.bottom
    return reader.text().splitlines()[below:]


@pytest.mark.parametrize("size", SIZES)
async def test_two_lines_at_most(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        for language in INTERFACE_LANGUAGES:
            set_language(language)
            reader.main.translate()
            await reader.settle()
            for key in ("2", "enter", "1", "4", "5", "3"):
                await reader.press(key)
                seen = f"{reader.pane()} in {language}"
                assert len(foot(reader)) == 2, seen
                assert " ? " in foot(reader)[1] + " ", f"{seen}: help is always among the keys"
                assert not foot(reader)[1].endswith("…"), f"{seen}: no key is cut"


async def test_the_article_alone_has_no_foot_but_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.press("enter", "z")
        assert foot(reader)[0].startswith(" Press z to have the panes again."), "for a while"
        reader.room.status.remove_class("-speaking")
        await reader.settle()
        assert foot(reader) == []
        assert reader.office.pane.widget.region == Region(0, 0, 120, 40)
        middle = [line for line in reader.text().splitlines() if line.strip()]
        left = min(len(line) - len(line.lstrip()) for line in middle)
        right = min(len(line) - len(line.rstrip(" ▁▂▃▄▅▆▇█")) for line in middle)
        assert abs(left - right) <= 6, "in the middle of the screen"
        await reader.press("comma")
        assert "Group" in reader.text()
        await reader.press("escape")
        assert "Group" not in reader.text()
        assert foot(reader) == []
        await reader.press("s")
        assert foot(reader)[0].strip().startswith("Starred.")
        await reader.press("question_mark")
        assert BY_NAME["pane.alone"].help in reader.text() or "Help" in reader.text()
        await reader.press("escape", "space", "space", "space", "n")
        assert [pane for pane in Pane if reader.office.pane.shown(pane)] == [Pane.ARTICLE], "it goes on alone"
        await reader.press("z")
        assert len(foot(reader)) == 2
        assert reader.office.pane.shown(Pane.HEADLINES)
