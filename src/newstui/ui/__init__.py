"""The only room that imports textual: screens, widgets, and the one table of commands."""
