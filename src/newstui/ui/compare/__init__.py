"""Two editions side by side: laid out row by row, painted a line at a time, with one cursor for both."""
