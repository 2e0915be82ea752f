"""`doctor`: paths, versions, the library's integrity, what is wrong and how to mend it."""

from __future__ import annotations

import click

from newstui.cli.importing import Progress
from newstui.cli.session import Session, json_option
from newstui.i18n import _
from newstui.library.health import find_problems, list_facts, show_facts


def build_doctor() -> click.Command:
    """Build `doctor`."""

    @click.pass_obj
    def doctor(session: Session, repair: bool, as_json: bool) -> None:
        library, progress = session.library, Progress()
        if repair:
            library.repair()
        facts = list_facts(library)
        problems = [finding.tell() for finding in find_problems(library, on_progress=progress.show)]
        progress.clear()
        if as_json:
            session.print_json({**facts, "problems": problems})
        else:
            shown = dict(show_facts(facts))
            width = max(map(len, shown))
            for name, value in shown.items():
                session.print_text(f"{name:<{width}}  {value}")
            for problem in problems:
                session.print_text(f"✗ {problem}")
            session.print_text(_("Something is wrong; see above.") if problems else _("All is well."))
        session.failed = bool(problems)
        session.finish()

    options: list[click.Parameter] = [
        click.Option(["--repair"], is_flag=True, help=_("Work out every count and index of the library again.")),
        json_option(),
    ]
    return click.Command("doctor", callback=doctor, params=options)
