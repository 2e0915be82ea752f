"""Where an address leads, told so that it cannot be mistaken."""

from __future__ import annotations

import pytest

from newstui.text.destination import find_host, names_other_host


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://News.Example/a?b#c", "news.example"),
        ("http://localhost:8080/x", "localhost"),
        ("https://bank.example@evil.example/login", "evil.example"),
        ("https://bank.example:pass@evil.example:443/", "evil.example"),
        ("https://münchen.example/", "xn--mnchen-3ya.example"),
        ("https://аррӏе.example/", "xn--80ak6aa92e.example"),
        ("https://faß.example/", "xn--fa-hia.example"),
        ("https://日本。example/", "xn--wgv71a.example"),
        ("https://xn--mnchen-3ya.example/", "xn--mnchen-3ya.example"),
        ("mailto:ann@paper.example", "ann@paper.example"),
        ("https://[::1]/", "::1"),
        ("https://[broken/", "https://[broken/"),
        ("nothing", "nothing"),
    ],
)
def test_the_host_is_the_one_that_is_asked(url: str, host: str) -> None:
    assert find_host(url) == host


@pytest.mark.parametrize(
    ("words", "url", "doubtful"),
    [
        ("the report", "https://a.example/", False),
        ("bank.example", "https://bank.example/login", False),
        ("https://bank.example/help", "https://www.bank.example/", False),
        ("www.bank.example", "https://bank.example/", False),
        ("bank.example", "https://news.bank.example/", False),
        ("news.bank.example", "https://bank.example/", False),
        ("bank.example", "https://evil.example/bank.example", True),
        ("https://bank.example/", "https://bank.example@evil.example/", True),
        ("bank.example", "https://mybank.example/", True),
        ("www.bank.example/login", "http://10.0.0.1/", True),
        ("münchen.example", "https://xn--mnchen-3ya.example/", False),
        ("apple.example", "https://аррӏе.example/", True),
        ("ann@paper.example", "mailto:bob@paper.example", False),
        ("Section 2.1 of it", "https://a.example/", False),
    ],
)
def test_words_that_name_another_host(words: str, url: str, doubtful: bool) -> None:
    assert names_other_host(words, url) is doubtful
