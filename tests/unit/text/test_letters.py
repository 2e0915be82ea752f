from __future__ import annotations

import pytest

from newstui.text.letters import fold_word


@pytest.mark.parametrize("other", ["MÜLLER", "muller", "Mu\u0308ller", "mûller"])
def test_spellings_of_one_word(other: str) -> None:
    assert fold_word(other) == fold_word("Müller")
