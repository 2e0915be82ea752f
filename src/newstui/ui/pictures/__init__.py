"""Pictures in the terminal: which way it can show them, how large, and from a file to lines of cells."""
