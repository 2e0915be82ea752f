"""The command line: stdout is data, stderr everything else."""

from newstui.cli.main import run

__all__ = ["run"]
