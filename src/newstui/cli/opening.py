"""Opening the reader: the one with a screen, the one that speaks line by line, or the headlines as text."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from newstui.cli.session import Session


def open_reader(session: Session, targets: Sequence[str]) -> None:
    """Open the reader; without a terminal that can show it, print the headlines as text.

    The linear one is opened where it is asked for, or where somebody sits at a terminal that can do nothing else. Garbage
    is looked for from then on; the reader with a screen begins with that when its first screen is there.
    """
    somebody = sys.stdout.isatty() and sys.stdin.isatty()
    can_draw = os.environ.get("TERM", "") not in {"", "dumb", "unknown"}
    if session.linear or (somebody and (session.settings["linear"] or not can_draw)):
        from newstui.ui.linear.reader import run_linear_reader

        gc.enable()
        view = session.library.open_targets(targets) if targets else None
        run_linear_reader(session.library, session.settings, view=view)
        return
    from newstui.ui.served import is_served, restrict

    if is_served():
        session.settings = restrict(session.settings)
    elif not sys.stdout.isatty() or not can_draw:
        from newstui.cli.listing import print_headlines

        gc.enable()
        print_headlines(session, session.library.open_targets(targets) if targets else None)
        return
    from newstui.ui.app import run_reader

    view = session.library.open_targets(targets) if targets else None
    run_reader(session.library, session.settings, session.paths, view=view)
