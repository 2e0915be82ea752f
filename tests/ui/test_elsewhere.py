"""What another process changes is taken up while nobody does anything, and moves nothing that is read."""

from __future__ import annotations

from newstui.ui.elsewhere import Elsewhere
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary


async def look(reader: Reader, times: int = 1) -> None:
    """Let the interval pass."""
    for _turn in range(times):
        reader.office.elsewhere.look()
        await reader.settle()


async def test_ties_and_marks_of_another_process_appear() -> None:
    library = FakeLibrary()
    async with open_reader(library, size=(140, 40)) as reader:
        await reader.press("enter", "space", "j")
        place, stories = reader.room.article.position(), len(reader.room.headlines.stories)
        library.ties.tie("ferry-en", "a006")
        library.mark(["a001"], read=True)
        library.version += 1
        await look(reader)
        assert len(reader.room.headlines.stories) == stories, "it may not be all yet"
        await look(reader)
        assert len(reader.room.headlines.stories) == stories - 1
        assert "pt" in [edition.language for edition in reader.room.languages.editions]
        assert reader.room.article.position() == place
        assert reader.title == "The night ferry comes back"
        row = reader.room.headlines.headline_at_cursor
        assert row is not None
        assert row.id == "ferry-en"


async def test_nothing_is_asked_where_nothing_has_changed() -> None:
    async with open_reader() as reader:
        taken: list[int] = []
        elsewhere = Elsewhere(reader.room, lambda: taken.append(reader.library.version))
        for version in (1, 1, 2, 2, 2, 3, 4, 4):
            reader.library.version = version
            elsewhere.look()
        assert taken == [2, 4]


async def test_a_library_that_changes_all_the_time_is_taken_up_now_and_then() -> None:
    library = FakeLibrary()
    async with open_reader(library, size=(140, 40)) as reader:
        count = len(reader.room.headlines.stories)
        library.ties.tie("ferry-en", "a006")
        for _turn in range(10):
            assert len(reader.room.headlines.stories) == count
            library.version += 1
            await look(reader)
        assert len(reader.room.headlines.stories) == count - 1


async def test_what_is_open_has_gone() -> None:
    library = FakeLibrary()
    async with open_reader(library, size=(140, 40)) as reader:
        await reader.press("j", "enter")
        library.remove_source("harbour")
        library._readings.pop("a001")
        library.version += 1
        await look(reader, 2)
        assert reader.title == "Council votes on the tram"
        assert reader.room.status.severity != "error"
