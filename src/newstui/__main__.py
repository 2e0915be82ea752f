"""`python -m newstui` and the `newstui` command."""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command line.

    Nearly everything that is made while the program starts stays: to look through it for garbage, more than a hundred
    times, takes an eighth of the time to the first screen. It is looked for when a command, or the reader, has started.
    """
    gc.disable()
    from newstui.cli import run  # noqa: PLC0415  nothing is imported before it is needed

    run()


if __name__ == "__main__":
    main()
