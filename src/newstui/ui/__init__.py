"""The only room that imports textual: screens, widgets, and the one table of commands."""

import os

# A lone Escape is told from the beginning of a longer sequence by the pause after it. Textual reads how many
# milliseconds that is when it is imported; its own 100 are felt at every way back.
os.environ.setdefault("ESCDELAY", "50")
