"""`python -m newstui` and the `newstui` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from newstui.cli import run  # noqa: PLC0415  nothing is imported before it is needed

    run()


if __name__ == "__main__":
    main()
