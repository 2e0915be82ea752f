from ipaddress import ip_address

import pytest

from newstui.fetch.addresses import is_private, leads_home


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("93.184.216.34", False),
        ("2606:2800:220:1::1", False),
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("172.16.0.1", True),
        ("192.168.1.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("224.0.0.1", True),
        ("255.255.255.255", True),
        ("::1", True),
        ("fe80::1", True),
        ("fd00::1", True),
        ("ff02::1", True),
        ("::ffff:127.0.0.1", True),
        ("::ffff:93.184.216.34", False),
        ("64:ff9b::7f00:1", True),
        ("64:ff9b::5db8:d822", False),
        ("2002:7f00:1::", True),
    ],
)
def test_what_is_not_the_public_internet_is_private(address: str, *, private: bool) -> None:
    assert is_private(ip_address(address)) == private


@pytest.mark.parametrize(
    ("host", "home"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("2130706433", True),
        ("[::1]", True),
        ("fe80::1%eth0", True),
        ("93.184.216.34", False),
        ("name.invalid", False),
        ("a" * 70 + ".example", False),
    ],
)
async def test_names_lead_where_they_resolve(host: str, *, home: bool) -> None:
    assert await leads_home(host) == home
