"""Draws docs/newstui.svg, the picture in the README: a real library of invented news, opened in the reader."""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from newstui.config import Settings
from newstui.i18n import set_language
from newstui.library import Library
from newstui.library.welcome import FOLDER
from newstui.paths import Paths
from newstui.ui.app import NewstuiApp

NEWS = {
    ("Hafenblatt", "de"): [
        "Die Nachtfähre fährt wieder",
        "Rat vertagt den Bau der Brücke",
        "Sturm legt zwei Häfen lahm",
        "Neuer Deich hält dem Hochwasser stand",
    ],
    ("The Harbour Post", "en"): [
        "Council puts off building the bridge",
        "Lighthouse keeper retires after forty years",
        "Storm closes two harbours",
    ],
    ("Le Rivage", "fr"): ["Le conseil reporte le pont", "La tempête ferme deux ports"],
    ("La Costa", "es"): ["El consejo aplaza el puente", "Cierran dos puertos por el temporal"],
    ("De Havenkrant", "nl"): ["Raad stelt bouw van brug uit", "Vuurtorenwachter met pensioen"],
    ("A Maré", "pt"): ["Conselho adia a ponte", "Faroleiro reforma-se ao fim de quarenta anos"],
}


def write_feed(file: Path, publisher: str, language: str, titles: list[str], newest: datetime) -> None:
    """Write a feed whose articles are some hours apart."""
    items = "".join(
        f"<item><title>{title}</title><guid isPermaLink='false'>{publisher}{number}</guid>"
        f"<pubDate>{format_datetime(newest - timedelta(hours=7 * number))}</pubDate>"
        f"<description>{title}.</description></item>"
        for number, title in enumerate(titles)
    )
    file.write_text(
        f"<rss version='2.0'><channel><title>{publisher}</title><language>{language}</language>{items}</channel></rss>",
        encoding="utf-8",
    )


def fill(library: Library, folder: Path) -> None:
    """Subscribe to the welcome story and to the invented publishers."""
    story = folder / "newstui"
    shutil.copytree(FOLDER, story)
    now = datetime.now(UTC)
    for number, ((publisher, language), titles) in enumerate(NEWS.items()):
        feed = folder / f"{number}.xml"
        write_feed(feed, publisher, language, titles, now - timedelta(minutes=41 + 97 * number))
        library.add_source(str(feed), folder="Küste" if number < 2 else None)
    library.add_source(str(story), title="newstui")


async def draw(library: Library, settings: Settings, paths: Paths) -> str:
    """Open the welcome story in German, go to its second quotation, and return the picture as SVG."""
    app = NewstuiApp(library, settings, paths)
    async with app.run_test(size=(150, 38)) as pilot:
        for key in ("enter", "right_square_bracket", "right_square_bracket"):
            await pilot.pause(0.5)
            await pilot.press(key)
        await pilot.pause(1.0)
        return app.export_screenshot(title="newstui --lang de")


def main() -> None:
    """Draw the picture."""
    set_language("de")
    settings = Settings().replace(languages=["de", "en", "fr"], **{"refresh.at_start": False})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = Paths(folder / "config.toml", folder / "data", folder / "cache")
        with Library.open(paths, settings) as library:
            fill(library, folder)
            picture = asyncio.run(draw(library, settings, paths))
    # A picture asks the network for nothing: fonts are those of whoever looks at it.
    picture = re.sub(r',\s*url\("https:[^)]*\) format\("\w+"\)', "", picture)
    Path(__file__).with_name("newstui.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
