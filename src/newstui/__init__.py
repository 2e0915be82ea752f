"""newstui: a terminal news reader for people who read in several languages and care who said what."""

__version__ = "0.1.0"
