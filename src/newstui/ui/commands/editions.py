"""The languages of a story."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command, Pane

EDITIONS: Final = (
    Command(
        "edition.choose",
        ("L",),
        N_("Language"),
        N_("Choose the edition of the story by its language, and stay at the same paragraph."),
        footer=(Pane.ARTICLE, Pane.COMPARE),
    ),
    Command("edition.next", (">",), N_("Next edition"), N_("Read on in the story's next language.")),
    Command(
        "edition.previous",
        ("<",),
        N_("Previous edition"),
        N_("Read on in the story's previous language."),
    ),
    Command(
        "edition.find",
        ("comma f",),
        N_("Look for editions"),
        N_("Ask the article’s page, and then its site’s sitemaps, which other languages it exists in."),
    ),
    Command(
        "edition.tie",
        ("T",),
        N_("Tie an edition"),
        N_("Make another article an edition of this story: the likeliest are offered, words find any other."),
    ),
    Command(
        "edition.untie",
        ("U",),
        N_("Set apart"),
        N_("Take the edition under the cursor, or the article, out of its story; nothing but you ties it back."),
        footer=(Pane.LANGUAGES,),
    ),
)
