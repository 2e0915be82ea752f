"""The desk "media": plays what comes with an article, shows its images, keeps them for reading offline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from posixpath import basename
from typing import Final
from urllib.parse import unquote, urlsplit

from newstui.errors import NewstuiError
from newstui.i18n import _, ngettext, translate_error
from newstui.model import Enclosure, Image, ImageResult, Reading
from newstui.text.clean import clean_line
from newstui.ui.article.parts import describe_enclosure
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.pictures import PictureHand
from newstui.ui.room import Room

_KEEP: Final = "keep"
"""The key of the choice that keeps all images; the others' keys are numbers."""


class MediaDesk:
    """Hands on what a terminal does not show. Nothing is fetched here but by `keep`."""

    def __init__(self, room: Room, articles: ArticleDesk, pictures: PictureHand) -> None:
        self._room = room
        self._articles = articles
        self._pictures = pictures

    # Commands

    def play(self) -> None:
        """Play what comes with the article; of several things one is chosen."""
        self._articles.with_reading(self._choose_enclosure)

    def images(self) -> None:
        """List the article's images."""
        self._articles.with_reading(self._list_images)

    def keep(self) -> None:
        """Keep the article's images."""
        self._articles.with_reading(self._keep)

    def pictures(self) -> None:
        """Show pictures instead of captions, or the other way round."""
        self._pictures.change()

    # Links

    def follow(self, url: str) -> None:
        """Open a link of the open article: what comes with it in the player, all else in the browser."""
        reading = self._room.article.reading
        enclosures = reading.article.enclosures if reading is not None else ()
        enclosure = next((enclosure for enclosure in enclosures if enclosure.url == url), None)
        if reading is not None and enclosure is not None:
            self._open_enclosure(reading, enclosure)
        else:
            self._articles.open_outside(url)

    def look_at(self, url: str) -> None:
        """Open an image of the open article in the viewer."""
        if self._room.article.reading is not None:
            self._look_at(self._room.article.reading, url)

    # Sound and films

    def _choose_enclosure(self, reading: Reading) -> None:
        from newstui.ui.dialogs.choose import Choice, ChooseDialog

        enclosures = reading.article.enclosures
        if not enclosures:
            self._room.warn(_("Nothing to play comes with this article."))
        elif len(enclosures) == 1:
            self._open_enclosure(reading, enclosures[0])
        else:

            def choose(key: str | None) -> None:
                if key is not None:
                    self._open_enclosure(reading, enclosures[int(key)])

            choices = [
                Choice(str(number), describe_enclosure(enclosure), help=enclosure.url)
                for number, enclosure in enumerate(enclosures)
            ]
            self._room.screen.app.push_screen(ChooseDialog(_("Play"), _("A part of the name"), choices), choose)

    def _open_enclosure(self, reading: Reading, enclosure: Enclosure) -> None:
        """Open sound and films in the player, images in the viewer, other files in the browser."""
        from newstui.ui.outside import tell_kind

        match tell_kind(enclosure.url, enclosure.type):
            case "audio" | "video":
                self._play(enclosure.url)
            case "image":
                self._look_at(reading, enclosure.url)
            case _:
                self._articles.open_outside(enclosure.url)

    def _play(self, url: str) -> None:
        from newstui.ui.outside import open_address, play_address

        player = tuple(self._room.settings["commands.player"])
        if player:
            said = _("Handed to {player}.").format(player=player[0])
            job = partial(play_address, url, player)
        else:
            said = _("Opened in the browser: no player is set; set commands.player in {file}, as in {example}")
            said = said.format(file=self._room.settings.file or "config.toml", example='player = ["mpv", "{url}"]')
            job = partial(open_address, url, tuple(self._room.settings["commands.browser"]))
        self._room.threads.ask("play", job, lambda _none: self._room.say(said), long=True)

    # Images

    def _list_images(self, reading: Reading) -> None:
        list_images = partial(self._room.library.images.list_images, reading)
        self._room.threads.ask("images", list_images, partial(self._show_images, reading))

    def _show_images(self, reading: Reading, images: list[Image]) -> None:
        from newstui.ui.dialogs.choose import Choice, ChooseDialog

        if not images:
            self._room.warn(_("This article has no images."))
            return

        def choose(key: str | None) -> None:
            if key == _KEEP:
                self._keep(reading)
            elif key is not None:
                self._open_image(images[int(key)], images)

        choices = [
            Choice(str(number), _name_image(image), _("kept") if image.path else image.type or "", image.url)
            for number, image in enumerate(images)
        ]
        if any(image.path is None for image in images):
            choices.append(Choice(_KEEP, _("Keep all for reading offline"), self._room.keymap.show_key("media.keep")))
        self._room.screen.app.push_screen(ChooseDialog(_("Images"), _("A part of the caption"), choices), choose)

    def _look_at(self, reading: Reading, url: str) -> None:
        def open_it(images: list[Image]) -> None:
            image = next((image for image in images if image.url == url), Image(url))
            self._open_image(image, images)

        list_images = partial(self._room.library.images.list_images, reading)
        self._room.threads.ask("images", list_images, open_it)

    def _open_image(self, image: Image, images: Sequence[Image]) -> None:
        """Open an image in the viewer; without one in the terminal, if it is kept, with the others of its article."""
        from newstui.ui.outside import open_image

        if image.path is None and self._room.library.offline:
            self._room.warn(_("This image is not kept, and --offline was given."))
            return
        settings = self._room.settings
        kept = Path(image.path) if image.path else None
        if kept and not settings["commands.viewer"] and self._room.gallery.way.paints:
            self._show_large(image, images)
            return
        if kept:
            said = _("Opened the image that is kept.")
        else:
            said = _("Opened the image at its address; press {key} to keep the article’s images.")
            said = said.format(key=self._room.keymap.show_key("media.keep"))
        viewer, browser = tuple(settings["commands.viewer"]), tuple(settings["commands.browser"])
        job = partial(open_image, image.url, kept, viewer, browser)
        self._room.threads.ask("image", job, lambda _none: self._room.say(said), long=True)

    def _show_large(self, image: Image, images: Sequence[Image]) -> None:
        from newstui.ui.dialogs.picture import PictureDialog

        kept = [each for each in images if each.path]
        self._room.screen.app.push_screen(PictureDialog(self._room.gallery, kept, kept.index(image)))

    def _keep(self, reading: Reading) -> None:
        errand = self._room.errands.begin(f"images {reading.article.id}")
        if errand is None:
            self._room.say(_("The images are being fetched already."))
            return
        library, results = self._room.library, list[ImageResult]()

        def note(result: ImageResult) -> None:
            results.append(result)
            self._pictures.note(result)

        def keep() -> list[Image]:
            library.images.keep([reading], on_result=note, cancelled=errand.is_stopped)
            return library.images.list_images(reading)

        def tell(images: list[Image]) -> None:
            self._pictures.settle(reading)
            if self._room.errands.end(errand):
                self._tell_kept(images, results)

        def fail(error: NewstuiError) -> None:
            self._pictures.settle(reading)
            if self._room.errands.end(errand):
                self._room.fail(error)

        self._pictures.expect(reading)
        said = _("Fetching the images … press {key} to stop.").format(key=self._room.keymap.show_key("go.back"))
        self._room.say(said)
        self._room.threads.ask(errand.name, keep, tell, failed=fail, long=True)

    def _tell_kept(self, images: Sequence[Image], results: Sequence[ImageResult]) -> None:
        errors = [result.error for result in results if result.error]
        kept = sum(image.path is not None for image in images)
        if not images:
            self._room.warn(_("This article has no images."))
        elif errors:
            self._room.errors.extend(errors)
            said = _("{kept} of {all} images are kept; {reason}")
            said = said.format(kept=kept, all=len(images), reason=translate_error(errors[-1]))
            self._room.status.say(said, "error")
        else:
            said = ngettext(
                "{count} image is kept for reading offline.", "{count} images are kept for reading offline.", kept
            )
            self._room.say(said.format(count=kept))


def _name_image(image: Image) -> str:
    """Return an image's caption, or the name of its file."""
    return image.caption or clean_line(unquote(basename(urlsplit(image.url).path))) or image.url
