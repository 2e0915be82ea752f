"""What comes with an article: pictures, sound, films, files."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command

MEDIA: Final = (
    Command(
        "media.play",
        ("P",),
        N_("Play"),
        N_(
            "Open what comes with the article: sound and films in the player, images in the viewer, other files in the browser."
        ),
    ),
    Command(
        "media.images",
        ("I",),
        N_("Images"),
        N_("List the article's images, and open one."),
    ),
    Command(
        "media.keep",
        ("D",),
        N_("Keep images"),
        N_("Fetch the article's images and keep them for reading offline."),
    ),
    Command(
        "media.pictures",
        ("comma i",),
        N_("Pictures or captions"),
        N_("Show pictures in the text, or captions in their place; pictures that are not kept are not fetched for it."),
    ),
)
