"""`images`: what articles show, and keeping it for reading offline."""

from __future__ import annotations

import click

from newstui.cli import plain, records
from newstui.cli.reading import read_targets, targets_argument
from newstui.cli.refreshing import Progress
from newstui.cli.session import Session, json_option
from newstui.errors import NewstuiError
from newstui.i18n import _
from newstui.model import ImageResult, Reading


def build_images() -> click.Command:
    """Build `images`."""

    @click.pass_obj
    def images(session: Session, targets: tuple[str, ...], keep: bool, as_json: bool) -> None:
        readings = list(read_targets(session, targets))
        if keep:
            _keep(session, readings)
        for reading in readings:
            found = session.library.images.list_images(reading)
            if as_json:
                session.print_json(records.images_record(reading, found))
            else:
                for image in found:
                    session.print_text(plain.image_line(image))
        session.finish()

    options = [
        targets_argument(),
        click.Option(["--keep"], is_flag=True, help=_("Fetch those that are not kept yet, for reading offline.")),
        json_option(),
    ]
    return click.Command("images", callback=images, params=options)


def _keep(session: Session, readings: list[Reading]) -> None:
    progress = Progress()

    def report(result: ImageResult) -> None:
        progress.show(result.done, result.total)
        if result.error:
            progress.clear()
            session.report(result.error)

    try:
        session.library.images.keep(readings, on_result=report)
    except NewstuiError as error:
        session.report(error)
    progress.clear()
