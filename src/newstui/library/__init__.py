"""The facade that the interface and the command line use."""
