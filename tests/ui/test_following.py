"""What may follow a key: all of it, above the foot, until the next key or click."""

from __future__ import annotations

import pytest
from textual import events
from textual.geometry import Offset

from newstui.i18n import INTERFACE_LANGUAGES, _, set_language
from newstui.ui.commands import BY_NAME
from newstui.ui.following import FollowingPanel
from newstui.ui.key_names import show_key
from newstui.ui.keymap import preset_keymap
from newstui.ui.presets import PRESETS
from tests.ui.driver import Reader, open_reader


def panels(reader: Reader) -> list[FollowingPanel]:
    return list(reader.app.screen.query(FollowingPanel))


def find_on_screen(reader: Reader, words: str) -> tuple[int, int]:
    lines = reader.text().splitlines()
    row = next(number for number, line in enumerate(lines) if words in line)
    return lines[row].index(words), row


def list_prefixes(preset: str) -> list[str]:
    return sorted({keys[0] for keys in preset_keymap(preset).sequences})


@pytest.mark.parametrize(("preset", "prefix"), [(preset, key) for preset in PRESETS for key in list_prefixes(preset)])
async def test_all_that_may_follow_is_read(preset: str, prefix: str) -> None:
    async with open_reader(size=(80, 24), options={"keys.preset": preset}) as reader:
        reader.office.pane.sources() if prefix == "z" else reader.room.headlines.choose()
        await reader.settle()
        for language in INTERFACE_LANGUAGES:
            set_language(language)
            reader.main.translate()
            await reader.settle()
            before = reader.text().splitlines()
            await reader.press(prefix)
            text = reader.text()
            assert text.splitlines()[-2:] == before[-2:], "the lines at the foot stay as they are"
            assert text.splitlines()[:6] == before[:6], "nothing moves"
            active = reader.app._list_active()
            following = [
                name
                for keys, names in preset_keymap(preset).sequences.items()
                for name in names
                if keys[0] == prefix and name in active
            ]
            assert following
            assert [name for name in following if _(BY_NAME[name].title) not in text] == []
            await reader.press("escape")
            assert reader.text().splitlines() == before


async def test_it_comes_only_to_those_who_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.ui.following._PAUSE", 60.0)
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("comma")
        assert not panels(reader)
        await reader.press("g")
        assert reader.said == "The headlines stand day by day."


async def test_the_next_key_takes_it_away() -> None:
    async with open_reader(size=(80, 24)) as reader:
        for keys in (["comma", "g"], ["comma", "escape"], ["comma", "Z"]):
            await reader.press(keys[0])
            assert len(panels(reader)) == 1
            await reader.press(keys[1])
            assert not panels(reader)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_a_click_presses_what_is_clicked(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("comma")
        x, y = find_on_screen(reader, _(BY_NAME["list.group"].title))
        await reader.pilot.click(offset=(x, y))
        await reader.settle()
        assert reader.said == "The headlines stand day by day."
        assert not panels(reader)
        await reader.press("j")
        assert reader.room.headlines.place[0] == 2, "no key is waited for any more"


async def test_a_press_of_the_mouse_elsewhere_forgets_the_keys() -> None:
    async with open_reader() as reader:
        await reader.press("comma")
        for place, left in ((Offset(20, reader.app.size.height - 4), 1), (Offset(40, 3), 0)):
            reader.app.post_message(
                events.MouseDown(
                    None, *place, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=place.x, screen_y=place.y
                )
            )
            await reader.settle()
            assert len(panels(reader)) == left
        await reader.press("g")
        assert reader.said == "", "g is no part of a sequence any more"


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (60, 18)])
async def test_where_there_is_no_room_for_all_it_says_so(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("comma")
        assert "…" in reader.text() or size == (60, 18)
        assert panels(reader)[0].region.bottom <= size[1] - 2
        await reader.pilot.resize_terminal(120, 40)
        await reader.settle()
        assert _(BY_NAME["list.group"].title) in reader.text()


async def test_it_lies_over_a_dialog_too() -> None:
    async with open_reader(size=(80, 24), options={"keys.preset": "vim"}) as reader:
        await reader.press("comma", "e", "g")
        assert _(BY_NAME["move.top"].title) in reader.text()
        await reader.press("escape")
        assert not panels(reader)
        assert reader.app.screen is not reader.main, "Escape forgets the key, and the dialog stays"


async def test_longer_sequences_go_on_in_it() -> None:
    async with open_reader(size=(80, 24), keys={"list.density": "comma y a", "list.undo": "comma y b"}) as reader:
        await reader.press("comma", "y")
        (panel,) = panels(reader)
        assert str(panel.border_title) == f"{show_key('comma')} y"
        assert _(BY_NAME["list.undo"].title) in reader.text()
        await reader.press("a")
        assert reader.room.headlines.density == 2
