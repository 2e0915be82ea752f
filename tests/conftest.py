"""What all tests share: examples that hypothesis finds are the same in every run, so that a run says the same twice.

`HYPOTHESIS_PROFILE=search` looks for new ones.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
