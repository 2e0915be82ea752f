"""The command line: stdout is data, stderr everything else."""
