"""What the program tells of the library and of itself: statistics, messages, its own health."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_
from newstui.ui.commands.command import Command, Context

REPORTS: Final = (
    Command(
        "report.statistics",
        ("comma s",),
        N_("Statistics"),
        N_("Show how many articles come a day, from where and in which language, what is read, who is quoted most."),
    ),
    Command(
        "report.messages",
        ("comma e",),
        N_("Messages"),
        N_("List the messages and errors since the start, the newest first, each in full."),
    ),
    Command(
        "report.doctor",
        (),
        N_("Check the library"),
        N_("Check paths and the library as newstui doctor does, and say how to mend what is wrong."),
    ),
    Command(
        "report.about",
        (),
        N_("About newstui"),
        N_("Say which version this is, where its files are, and how much is in the library."),
    ),
    Command(
        "report.period",
        ("p",),
        N_("Another period"),
        N_("In the statistics: count 7, 30 or 90 days."),
        Context.REPORT,
    ),
    Command(
        "report.copy",
        ("y",),
        N_("Copy"),
        N_("Copy the message under the cursor, or the whole report."),
        Context.REPORT,
    ),
    Command(
        "report.mark",
        ("space",),
        N_("Mark"),
        N_("Where several sources are chosen: mark this one, or all of this folder, or take the mark away."),
        Context.REPORT,
    ),
    Command(
        "report.move",
        ("M",),
        N_("Move to a folder"),
        N_("Where several sources are chosen: put those that are marked into another folder."),
        Context.REPORT,
    ),
    Command(
        "report.remove",
        ("d", "delete"),
        N_("Remove"),
        N_("Where several sources are chosen: unsubscribe from those that are marked."),
        Context.REPORT,
    ),
    Command(
        "report.repair",
        ("m",),
        N_("Mend"),
        N_("Where the library was checked: work out all its counts and indexes anew."),
        Context.REPORT,
    ),
)
