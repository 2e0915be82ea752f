import pytest

from newstui.fetch.lane import Routes


@pytest.mark.parametrize(
    ("environment", "scheme", "host", "proxy"),
    [
        ({}, "http", "paper.example", None),
        ({"http_proxy": "http://proxy.example:3128"}, "http", "paper.example", "http://proxy.example:3128"),
        ({"http_proxy": "proxy.example:3128"}, "http", "paper.example", "http://proxy.example:3128"),
        ({"http_proxy": "http://proxy.example:3128"}, "https", "paper.example", None),
        ({"https_proxy": "http://proxy.example:3128"}, "https", "paper.example", "http://proxy.example:3128"),
        ({"all_proxy": "http://proxy.example:3128"}, "https", "paper.example", "http://proxy.example:3128"),
        ({"http_proxy": "http://proxy.example:3128", "no_proxy": ".example"}, "http", "paper.example", None),
        ({"http_proxy": "http://proxy.example:3128"}, "http", "localhost", None),
        ({"http_proxy": "http://proxy.example:3128"}, "http", "127.0.0.1", None),
        ({"http_proxy": "http://proxy.example:3128"}, "http", "::1", None),
    ],
)
def test_proxies_are_those_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], scheme: str, host: str, proxy: str | None
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Routes().find_proxy(scheme, host) == proxy


def test_certificates_are_read_once_and_http_needs_none() -> None:
    routes = Routes()
    assert routes.certificates is routes.certificates
    assert routes.certificates.get_ca_certs() or routes.certificates.cert_store_stats()["x509_ca"]
    assert routes.no_certificates.cert_store_stats()["x509_ca"] == 0
