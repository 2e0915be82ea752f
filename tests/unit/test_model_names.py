"""Every name of the model leads to what it names, whether its module is loaded early or late."""

from __future__ import annotations

import pytest

import newstui.model


@pytest.mark.parametrize("name", newstui.model.__all__)
def test_a_name_leads_to_what_it_names(name: str) -> None:
    value = getattr(newstui.model, name)
    assert getattr(value, "__name__", name) == name
    assert getattr(value, "__module__", "newstui.model").startswith("newstui.model")


def test_another_name_leads_nowhere() -> None:
    with pytest.raises(AttributeError, match=r"newstui\.model.*Nothing"):
        _ = newstui.model.Nothing  # type: ignore[attr-defined]
