"""Dialogs: each asks one thing, answers with it, and closes by Escape."""
