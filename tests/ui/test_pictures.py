"""Pictures in the text: shown where they are kept, never moving what is read, and large in a view of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from newstui.config.pictures import Way
from newstui.model import Block, BlockKind, Document, Enclosure, Reading
from newstui.ui.article.lines import LEAD
from newstui.ui.pictures.frames import Frame
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading

SITE = "https://p.example"
HINT = "· press D to fetch it"
P, PICTURE = BlockKind.PARAGRAPH, BlockKind.IMAGE


def paragraph(number: int) -> Block:
    return Block(P, f"Paragraph {number}. " + f"Words of number {number} go on and on. " * 8)


def picture(name: str, caption: str = "") -> Block:
    return Block(PICTURE, caption, info=f"{SITE}/{name}")


def article(*blocks: Block, lead: str | None = None, enclosures: tuple[Enclosure, ...] = ()) -> Reading:
    base = short_reading("pictures", "A town in pictures", "harbour", "The Harbour Post", "en", NOW)
    return replace(
        base,
        article=replace(base.article, image=lead, enclosures=enclosures),
        document=Document(blocks or (paragraph(0), picture("a.png", "The quay at noon"), paragraph(1))),
    )


def story() -> Reading:
    """A long text with five pictures."""
    blocks: list[Block] = []
    for number in range(5):
        blocks += [paragraph(2 * number), picture(f"{number}.png", f"Caption {number}"), paragraph(2 * number + 1)]
    return article(*blocks, paragraph(10), paragraph(11))


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    def save(name: str, width: int = 600, height: int = 400, colour: tuple[int, int, int] = (200, 40, 40)) -> Path:
        file = tmp_path / name
        Image.new("RGB", (width, height), colour).save(file)
        return file

    return save


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the terminal is told that is no text."""
    words: list[str] = []
    for place in ("newstui.ui.pictures.terminal", "newstui.ui.dialogs.picture"):
        monkeypatch.setattr(f"{place}.tell_terminal", lambda _app, order: words.append(order))
    return words


def read(
    reading: Reading,
    kept: Mapping[str, Path] | None = None,
    *,
    files: Mapping[str, Path] | None = None,
    offline: bool = False,
    **options: Any,
) -> AbstractAsyncContextManager[Reader]:
    library = FakeLibrary()
    library.offline = offline
    library.add(reading)
    library.images.kept = {f"{SITE}/{name}": file for name, file in (kept or {}).items()}
    library.images.files = {f"{SITE}/{name}": file for name, file in (files or {}).items()}
    size = options.pop("size", (100, 40))
    return open_reader(library, size=size, options={key.replace("_", "."): value for key, value in options.items()})


async def open_article(reader: Reader) -> None:
    reader.office.article.open(reader.library.get_headline("pictures"))
    await reader.settle()


def lines(reader: Reader) -> list[str]:
    """The lines of the article on the screen."""
    article = reader.room.article
    return [article.render_line(y).text.strip() for y in range(article.size.height)]


def words(reader: Reader) -> list[str]:
    """The lines with a picture's rows left empty: what would be seen to move."""
    return [line.replace("▀", "").replace("▣", "").strip() for line in lines(reader)]


def frames(reader: Reader) -> dict[int, Frame]:
    layout = reader.room.article.text_layout
    assert layout is not None
    layout.extend()
    return layout.frames


def colours(reader: Reader, row: int) -> set[tuple[int, ...]]:
    strip = reader.room.article.render_line(row)
    styles = [segment.style for segment in strip if segment.style and "▀" in segment.text]
    return {tuple(style.color.triplet) for style in styles if style.color and style.color.triplet}


async def test_a_kept_picture_stands_above_its_caption(make: Callable[..., Path]) -> None:
    async with read(article(), {"a.png": make("a.png")}) as reader:
        await open_article(reader)
        reader.room.article.scroll_lines(10)
        await reader.settle()
        shown = lines(reader)
        rows = [y for y, line in enumerate(shown) if line.startswith("▀")]
        height = reader.room.article.size.height
        assert len(rows) == int(height * 2 / 3), "as high as is allowed, and no higher"
        assert rows == list(range(rows[0], rows[0] + len(rows)))
        assert shown[rows[-1] + 1] == "The quay at noon"
        assert shown[rows[0] - 1] == ""
        assert {len(shown[row]) for row in rows} == {round(len(rows) * 20 * 1.5 / 10)}, "its shape is kept"
        assert colours(reader, rows[3]) == {(200, 40, 40)}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (20, 5), (250, 60)])
async def test_pictures_fit_every_screen(make: Callable[..., Path], size: tuple[int, int]) -> None:
    kept = {f"{number}.png": make(f"{number}.png", 300 * number + 40, 500) for number in range(5)}
    async with read(story(), kept, size=size) as reader:
        await open_article(reader)
        view = reader.room.article
        layout = view.text_layout
        assert layout is not None
        for frame in frames(reader).values():
            assert frame.columns <= layout.width
            assert frame.rows <= max(1, view.size.height * 2 / 3)
        for _ in range(6):
            await reader.press("space")


async def test_a_resize_fits_pictures_to_the_new_height(make: Callable[..., Path]) -> None:
    async with read(story(), {"0.png": make("0.png")}) as reader:
        await open_article(reader)
        before = frames(reader)[1]
        await reader.pilot.resize_terminal(100, 24)
        await reader.settle()
        assert frames(reader)[1].rows == max(1, int(reader.room.article.size.height * 2 / 3)) != before.rows
        await reader.pilot.resize_terminal(100, 40)
        await reader.settle()
        assert frames(reader)[1] == before


async def test_what_is_not_here_says_how_it_comes() -> None:
    async with read(
        article(picture("a.png", "The quay at noon"), picture("b.png"), picture("c.svg", "A chart"))
    ) as reader:
        await open_article(reader)
        assert [line for line in lines(reader) if "▣" in line] == [
            f"▣ The quay at noon {HINT}", f"▣ Image {HINT}", "▣ A chart"
        ]  # fmt: skip
        assert not any(call == "keep_images" for call in reader.library.calls), "nothing is fetched that nobody wants"
    async with read(article(), offline=True) as reader:
        await open_article(reader)
        assert "▣ The quay at noon" in lines(reader), "there is no network to fetch it from"


async def test_a_long_caption_has_its_hint_below_it() -> None:
    caption = "Nine words that fill the whole of the line, x"
    async with read(article(picture("a.png", caption)), text_width=50) as reader:
        reader.room.article.column_width = 50
        await open_article(reader)
        shown = lines(reader)
        at = shown.index(f"▣ {caption}")
        assert shown[at + 1] == "press D to fetch it"


async def test_captions_instead_of_pictures_and_back(make: Callable[..., Path]) -> None:
    async with read(story(), {"0.png": make("0.png")}) as reader:
        await open_article(reader)
        await reader.press("comma", "i")
        assert reader.said == "Captions instead of pictures."
        assert reader.room.settings["images.show"] == "captions"
        assert "▣ Caption 0" in lines(reader)
        assert frames(reader) == {}
        await reader.press("comma", "i")
        assert reader.said == "Pictures, as far as they are here."
        assert reader.room.settings["images.show"] == "auto"
        assert any(line.startswith("▀") for line in lines(reader))


async def test_who_starts_with_captions_sees_pictures_when_they_want(make: Callable[..., Path]) -> None:
    async with read(article(), {"a.png": make("a.png")}, images_show="captions") as reader:
        await open_article(reader)
        assert frames(reader) == {}
        assert not reader.room.gallery.shelf.knows([f"{SITE}/a.png"]), "nobody looks for what is not shown"
        await reader.press("comma", "i")
        assert any(line.startswith("▀") for line in lines(reader))


async def test_without_colours_there_are_captions(make: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with read(article(), {"a.png": make("a.png")}, images_show="kitty") as reader:
        await open_article(reader)
        assert "▣ The quay at noon" in lines(reader)
        await reader.press("comma", "i")
        assert reader.said == "This terminal shows no colours, and so no pictures."
        assert reader.room.settings["images.show"] == "kitty"


def tricky() -> Reading:
    """A text with a lead image, a dot without words, a caption as long as a line, a picture that fills nothing."""
    full = "Words that fill the line to its very end, or nearly so, as it is"
    return article(
        paragraph(0), picture("0.png"), paragraph(1), picture("1.png", full), paragraph(2), picture("2.png", "Caption"),
        *(paragraph(number) for number in range(3, 9)), lead=f"{SITE}/lead.png",
    )  # fmt: skip


@pytest.mark.parametrize("make_reading", [story, tricky])
@pytest.mark.parametrize("down", [0, 3, 7, 12, 16, 20, 26, 33])
async def test_pictures_that_come_move_nothing(
    make: Callable[..., Path], down: int, make_reading: Callable[[], Reading]
) -> None:
    names = ["lead.png", *(f"{number}.png" for number in range(5))]
    files = {name: make(name) for name in names}
    files["0.png"] = make("0.png", 1, 1) if make_reading is tricky else files["0.png"]
    async with read(make_reading()) as reader:
        await open_article(reader)
        for _ in range(down):
            reader.room.article.scroll_lines(1)
        await reader.settle()
        article, before = reader.room.article, words(reader)
        layout, top = article.text_layout, article.scroll_offset.y
        assert layout is not None
        held = {line.part for line in layout.lines[top : top + article.size.height]}
        for name, file in files.items():
            url = f"{SITE}/{name}"
            reader.library.images.kept[url] = file
            reader.room.gallery.shelf.look([url], again=True)
            article.note_picture()
            await reader.settle()
            assert words(reader) == before
        assert article.text_layout is not layout
        if make_reading is story:
            assert set(frames(reader)) == {1, 4, 7, 10, 13} - held
        # Put anew, all have their frames, and the words at the top stay there.
        article.rehang(hold=False)
        await reader.settle()
        assert set(frames(reader)) == ({1, 4, 7, 10, 13} if make_reading is story else {LEAD, 3, 5})


async def test_wanted_pictures_come_into_frames_that_wait_for_them(make: Callable[..., Path]) -> None:
    files = {f"{number}.png": make(f"{number}.png", 400, 600) for number in range(4)}
    async with read(story(), files=files) as reader:
        reader.library.images.failing = {f"{SITE}/4.png"}
        reader.library.images.pause = 0.02
        await open_article(reader)
        article = reader.room.article
        reader.send("D")
        while not article.text_layout or not article.text_layout.frames:
            await reader.pilot.pause()
        waiting = words(reader)
        await reader.settle()
        assert "4 of 5 images are kept" in reader.said
        assert words(reader) == waiting, "what waits is as large as what comes"
        assert article.progress < 0.5
        assert str(article.border_subtitle).startswith(f"{round(100 * article.progress)} %")
        assert any("▀" in line for line in lines(reader))
        assert 13 not in frames(reader), "no room is kept for what cannot be had, where nobody sees it go"
        exact = frames(reader)[4]
        assert exact.columns < exact.rows * 2, "what is not on the screen has its own shape at once"


async def test_pictures_are_fetched_with_their_article_if_that_is_set(make: Callable[..., Path]) -> None:
    files = {f"{number}.png": make(f"{number}.png") for number in range(5)}
    async with read(story(), files=files, images_fetch=True) as reader:
        await open_article(reader)
        assert reader.library.calls.count("keep_images") == 1
        assert len(frames(reader)) == 5
        assert reader.said == "", "it is not told: nobody waits for it"
        await reader.press("comma", "i", "comma", "i")
        assert reader.library.calls.count("keep_images") == 1, "what is here is not fetched again"
    async with read(story(), files=files, images_fetch=True, offline=True) as reader:
        await open_article(reader)
        assert "keep_images" not in reader.library.calls


async def test_another_article_ends_the_fetching(make: Callable[..., Path]) -> None:
    async with read(story(), files={"0.png": make("0.png")}, images_fetch=True) as reader:
        reader.library.images.pause = 30.0
        reader.office.article.open(reader.library.get_headline("pictures"))
        while "keep_images" not in reader.library.calls:
            await reader.pilot.pause()
        reader.office.article.open(reader.library.get_headline("ferry-en"))
        await reader.settle()
        assert reader.library.images.kept == {}


async def test_what_is_wanted_of_another_article_moves_nothing_here() -> None:
    async with read(story()) as reader:
        await open_article(reader)
        hand, gallery = reader.office.pictures, reader.room.gallery
        here = reader.room.article.reading
        other = replace(article(picture("other.png")), quotes=())
        assert here is not None
        hand.expect(here)
        waiting = frames(reader)
        assert len(waiting) == 5
        hand.expect(other)
        hand.settle(other)
        assert frames(reader) == waiting
        assert len(gallery.hang([f"{SITE}/{number}.png" for number in range(5)], 20).awaited) == 5
        hand.settle(here)
        assert set(frames(reader)) == {1}, "what is on the screen stays as it is"


async def test_dots_are_dropped_and_broken_pictures_have_captions(make: Callable[..., Path], tmp_path: Path) -> None:
    whole = make("whole.png")
    broken = tmp_path / "broken.png"
    broken.write_bytes(whole.read_bytes()[:60])
    text = tmp_path / "text.png"
    text.write_text("<html>")
    kept = {"dot.png": make("dot.png", 1, 1), "broken.png": broken, "text.png": text, "dot2.png": make("d2.png", 2, 9)}
    blocks = (
        paragraph(0), picture("dot.png"), picture("dot2.png", "With words"), picture("text.png", "No picture"),
        picture("broken.png", "Half of it"), paragraph(1)
    )  # fmt: skip
    async with read(article(*blocks), kept) as reader:
        await open_article(reader)
        assert [line for line in lines(reader) if line.startswith("▣ ")] == ["▣ With words", "▣ No picture"]
        assert set(frames(reader)) == {4}, "its head is whole"
        reader.room.article.rehang(hold=False)
        assert frames(reader) == {}
        assert "▣ Half of it" in lines(reader)


async def test_the_lead_image_and_enclosed_pictures(make: Callable[..., Path]) -> None:
    photo = Enclosure(f"{SITE}/photo.png", "image/png")
    kept = {"lead.png": make("lead.png"), "photo.png": make("photo.png")}
    async with read(article(paragraph(0), lead=f"{SITE}/lead.png", enclosures=(photo,)), kept) as reader:
        await open_article(reader)
        assert set(frames(reader)) == {LEAD, -4}
        shown = lines(reader)
        assert shown.index("What happened, and why it matters (en).") < next(n for n, s in enumerate(shown) if "▀" in s)
        await reader.press("G")
        assert "↓ photo.png · image/png" in lines(reader)
    async with read(article(picture("lead-1024x683.png", "The quay"), lead=f"{SITE}/lead.png"), kept) as reader:
        await open_article(reader)
        assert LEAD not in frames(reader), "it is one of those in the text"


async def test_the_words_beside_pictures_are_found_and_copied_as_ever(make: Callable[..., Path]) -> None:
    async with read(article(), {"a.png": make("a.png")}) as reader:
        await open_article(reader)
        view = reader.room.article
        assert view.find("quay") == 1
        assert any("The quay at noon" in line for line in lines(reader))
        view.text_select_all()
        await reader.settle()
        selection = view.text_selection
        assert selection is not None
        copied = view.get_selection(selection)
        assert copied is not None
        assert "on and on.\n\nThe quay at noon\n\nParagraph 1." in copied[0]
        assert "▀" not in copied[0]


async def test_the_mouse_selects_across_a_picture(make: Callable[..., Path]) -> None:
    async with read(article(), {"a.png": make("a.png")}) as reader:
        await open_article(reader)
        reader.room.article.scroll_lines(5)
        await reader.settle()
        shown = reader.text().splitlines()
        top = next(number for number, line in enumerate(shown) if "▀" in line)
        end = next(number for number, line in enumerate(shown) if "The quay" in line)
        column = shown[end].index("The quay")
        for begin in ((column, top - 2), (column + 9, top + 2)):
            await reader.pilot.mouse_down(offset=begin)
            await reader.pilot.hover(offset=(column + 3, top + 3))
            await reader.pilot.hover(offset=(column + 8, end))
            await reader.pilot.mouse_up(offset=(column + 8, end))
            await reader.settle()
            copied = reader.main.get_selected_text() or ""
            words_above = "and on.\n\n" if begin[1] < top else ""
            assert copied.rstrip() == f"{words_above}The quay"
            reader.main.clear_selection()


async def test_a_place_inside_a_picture_is_come_back_to(make: Callable[..., Path]) -> None:
    async with read(story(), {f"{number}.png": make(f"{number}.png") for number in range(5)}) as reader:
        await open_article(reader)
        article = reader.room.article
        layout = article.text_layout
        assert layout is not None
        layout.extend()
        for line in range(0, len(layout.lines) - 40, 3):
            article.scroll_to(y=line, animate=False, force=True)
            await reader.pilot.pause()
            top = article.scroll_offset.y
            place = article.position()
            reading = article.reading
            article.show(reading, at=place)
            await reader.pilot.pause()
            assert article.scroll_offset.y == top


async def test_a_click_opens_a_picture_large(make: Callable[..., Path]) -> None:
    kept = {"a.png": make("a.png"), "b.png": make("b.png", 300, 900, (20, 20, 220))}
    blocks = (paragraph(0), picture("a.png", "The quay at noon"), picture("b.png", "A mast"), paragraph(1))
    async with read(article(*blocks), kept) as reader:
        await open_article(reader)
        reader.room.article.scroll_lines(9)
        await reader.settle()
        for wanted in ("▀", "The quay at noon"):
            shown = reader.text().splitlines()
            row = next(number for number, line in enumerate(shown) if wanted in line)
            await reader.pilot.click(offset=(shown[row].index(wanted) + 3, row))
            await reader.settle()
            text = reader.text()
            assert text.count("▀") > 2000, "as large as the screen"
            assert "The quay at noon · 1/2" in text
            await reader.press("j")
            assert "A mast · 2/2" in reader.text()
            await reader.press("k", "k")
            assert "A mast · 2/2" in reader.text(), "after the last comes the first"
            await reader.press("escape")
            assert reader.app.screen is reader.main


async def test_what_cannot_be_shown_large_says_so(make: Callable[..., Path], tmp_path: Path) -> None:
    text = tmp_path / "text.png"
    text.write_text("<html>")
    async with read(article(), {"a.png": text}) as reader:
        await open_article(reader)
        await reader.press("I", "enter")
        assert "This picture cannot be shown here." in reader.text()


async def test_sixel_is_drawn_over_a_picture_that_has_the_screen(make: Callable[..., Path], told: list[str]) -> None:
    orders = told
    async with read(article(), {"a.png": make("a.png")}, images_show="sixel") as reader:
        assert reader.room.gallery.way is Way.SIXEL
        await open_article(reader)
        assert orders == [], "in the text there are half blocks"
        await reader.press("I", "enter")
        assert "▀" in reader.text()
        assert orders
        assert all(order.startswith("\x1b7\x1b[") and "\x1bP" in order for order in orders)
        count = len(orders)
        await reader.pilot.resize_terminal(80, 30)
        await reader.settle()
        assert len(orders) > count, "it is drawn again where it is now"
        await reader.press("escape")
        count = len(orders)
        await reader.press("j", "k")
        assert len(orders) == count


async def test_kitty_is_given_a_picture_once_and_forgets_it(make: Callable[..., Path], told: list[str]) -> None:
    orders = told
    async with read(story(), {"0.png": make("0.png")}, images_show="kitty") as reader:
        await open_article(reader)
        assert [order[:9] for order in orders] == ["\x1b_Ga=T,U="]
        assert any("\U0010eeee" in line for line in lines(reader))
        for _ in range(8):
            await reader.press("j")
        assert len(orders) == 1, "scrolling tells the terminal nothing"
        await reader.press("comma", "i")
        assert [order[:9] for order in orders[1:]] == ["\x1b_Ga=d,d="]


async def test_the_images_of_the_text_that_is_shown_are_listed() -> None:
    page = Document((paragraph(0), picture("page.png", "On the page")))
    async with read(article(picture("feed.png", "In the feed"))) as reader:
        await open_article(reader)
        await reader.press("I")
        assert "In the feed" in reader.text()
        await reader.press("escape")
        reading = reader.room.article.reading
        assert reading is not None
        reader.office.article.show(replace(reading, document=page))
        await reader.settle()
        await reader.press("I")
        assert "On the page" in reader.text()
        assert f"{SITE}/feed.png" not in reader.text()


async def test_side_by_side_there_are_captions(make: Callable[..., Path]) -> None:
    async with read(article(), {"a.png": make("a.png")}) as reader:
        await open_article(reader)
        reading = reader.room.article.reading
        assert reading is not None
        from newstui.ui.article.parts import list_parts

        assert [part.text for part in list_parts(reading) if part.lead == "▣ "] == ["The quay at noon"]
