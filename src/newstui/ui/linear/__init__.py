"""The reader as a conversation of lines: for screen readers, braille displays, and terminals that can do nothing else.

Nothing is drawn: no alternate screen, no cursor addressing, no line that changes. What happens is said once, in a new
line, and nothing is said while somebody types. This room imports no textual.
"""
