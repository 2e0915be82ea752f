"""The command line: stdout is data, stderr everything else."""

from newstui.cli.start import run

__all__ = ["run"]
