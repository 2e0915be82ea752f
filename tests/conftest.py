"""What all tests share: examples that hypothesis finds are the same in every run, so that a run says the same twice.

`HYPOTHESIS_PROFILE=search` looks for new ones.
"""

from __future__ import annotations

import gc
import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# Collecting garbage takes a fifth of the time otherwise: an application leaves hundreds of thousands of objects, and
# each walk goes through all that has been imported as well.
gc.set_threshold(100_000, 10, 10)


def pytest_collection_finish() -> None:
    """Leave what has been imported and collected out of every later walk."""
    gc.collect()
    gc.freeze()
