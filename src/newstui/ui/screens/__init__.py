"""Screens: the main one, and what all have in common."""
