"""The configuration: its table of settings, the file that is read, and the file that is written."""

from newstui.config.settings import Settings, load_settings
from newstui.config.table import SETTINGS, Setting

__all__ = ["SETTINGS", "Setting", "Settings", "load_settings"]
