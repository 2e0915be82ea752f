"""Pure text work: no input or output, no clock, no network."""
