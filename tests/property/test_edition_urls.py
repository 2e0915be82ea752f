from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.text.edition_urls import list_counterparts
from newstui.text.identity import canonical_url

PARTS = st.sampled_from(["en", "de", "en-GB", "EN", "a-long-story", "2026", "news", "index", "%20", "x.html", ""])
URLS = st.builds(
    lambda host, path, query: f"http://{host}/{'/'.join(path)}{query}",
    st.sampled_from(["en.paper.example", "paper.example", "[::1]", "[", "en", "de.co.uk:8080", ""]),
    st.lists(PARTS, max_size=4),
    st.sampled_from(["", "?", "?lang=en", "?id=1&hl=en-gb", "?lang=en&id=1", "?lang"]),
)


@given(st.one_of(URLS, st.text()))
def test_counterparts_are_canonical_addresses_of_other_languages(url: str) -> None:
    address = canonical_url(url)
    for other, language in list_counterparts(address, "en", ["de", "en-US", "pt"]):
        assert other == canonical_url(other) != address
        assert language in {"", "de", "pt"}


@given(URLS)
def test_the_way_back_is_among_the_counterparts(url: str) -> None:
    address = canonical_url(url)
    for other, language in list_counterparts(address, "en", ["de"]):
        if language:
            assert address.lower() in {back.lower() for back, _ in list_counterparts(other, "de", ["en"])}
