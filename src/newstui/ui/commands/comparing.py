"""Two editions side by side."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command, Pane

COMPARING: Final = (
    Command(
        "compare.open",
        ("c",),
        N_("Side by side"),
        N_("Read two editions side by side, paragraph by paragraph; again: the article alone."),
        footer=(Pane.ARTICLE, Pane.LANGUAGES),
    ),
    Command(
        "compare.sentences",
        ("e",),
        N_("Sentences"),
        N_("Side by side: pair sentences, or again paragraphs."),
        footer=(Pane.COMPARE,),
    ),
    Command(
        "compare.swap",
        ("i",),
        N_("Swap sides"),
        N_("Side by side: exchange left and right."),
        footer=(Pane.COMPARE,),
    ),
    Command(
        "compare.copy",
        ("C",),
        N_("Copy pair"),
        N_("Side by side: copy the pair under the cursor with its sources, as Markdown."),
        footer=(Pane.COMPARE,),
    ),
    Command(
        "compare.save",
        ("X",),
        N_("Save"),
        N_("Side by side: save all pairs into a file, as Markdown or as TSV for Anki."),
        footer=(Pane.COMPARE,),
    ),
)
