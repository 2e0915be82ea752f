"""Where things are: the user's files by platformdirs, ours beside the package or in the checkout."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from newstui.record import record

_PACKAGE = Path(__file__).resolve().parent


@record
class Paths:
    """A user's files. The data directory holds what cannot be fetched again, the cache directory what can."""

    config_file: Path
    data_dir: Path
    cache_dir: Path

    @property
    def library_file(self) -> Path:
        """The one SQLite file."""
        return self.data_dir / "library.sqlite3"


def user_paths(config_file: Path | None = None, data_dir: Path | None = None, cache_dir: Path | None = None) -> Paths:
    """Return the paths given, and for those not given what the system's conventions say."""
    return Paths(
        config_file=config_file or platformdirs.user_config_path("newstui", appauthor=False) / "config.toml",
        data_dir=data_dir or platformdirs.user_data_path("newstui", appauthor=False),
        cache_dir=cache_dir or platformdirs.user_cache_path("newstui", appauthor=False),
    )


def documents_folder() -> Path:
    """Return where files that the user asks for are put: the folder of documents, or the home directory."""
    folder = platformdirs.user_documents_path()
    return folder if folder.is_dir() else Path.home()


def styles_folder() -> Path:
    """Return styles/: inside the package when installed, at the top of the repository in a checkout."""
    installed = _PACKAGE / "styles"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "styles"


def locale_folder() -> Path:
    """Return the folder of the message catalogues."""
    return _PACKAGE / "locale"
