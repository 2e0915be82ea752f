"""Where a redirect leads, and whether it may be followed."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit, urlunsplit

from newstui.errors import N_, FetchError
from newstui.fetch.failures import describe_address
from newstui.fetch.queue import Job

PERMANENT = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})


def follow_redirect(job: Job, status: int, location: str | None, limit: int) -> None:
    """Turn a request to where a redirect leads; raises FetchError when there are too many, a loop, or a trap.

    Only an unbroken line of permanent redirects from the start moves anything: what follows a temporary one may be
    elsewhere tomorrow. To another host in a private network only a host leads that lies in one itself, and that the
    user named.
    """
    if not location:
        raise FetchError(N_("{url}: the server redirects to nowhere"), url=job.url, http_status=status)
    origin = job.request.url
    target = urljoin(job.url, _quote_raw(location))
    trail = (*job.trail, job.url)
    if target in trail:
        raise FetchError(N_("{url}: the server redirects in a circle"), url=origin, http_status=status)
    if len(trail) > limit:
        raise FetchError(N_("{url}: more than {limit} redirects"), url=origin, limit=limit, http_status=status)
    try:
        host = find_host(target)
    except FetchError as error:
        error.http_status = status
        raise
    if host != job.host:
        job.may_go_home = job.request.by_hand and bool(job.home)
    job.temporary = job.temporary or status not in PERMANENT
    job.moved_to = job.moved_to if job.temporary else target
    job.downgraded = job.downgraded or (job.url.startswith("https:") and target.startswith("http:"))
    job.url, job.host, job.trail, job.redirected = target, host, trail, status


def describe_private(job: Job) -> FetchError:
    """Return why a request that leads into a private network is not made."""
    url = hide_password(job.request.url)
    if job.trail:
        words = N_("{url}: a redirect leads into a private network, to {host}, and was not followed")
        return FetchError(words, url=url, host=job.host, http_status=job.redirected)
    return FetchError(N_("{url} lies in a private network; add it by hand if you trust it"), url=url)


def find_host(url: str) -> str:
    """Return the name or address of a web address's host, in lower case; raises FetchError for any other address."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        host = None
    if not host or parts.scheme.lower() not in {"http", "https"}:
        raise describe_address(hide_password(url))
    return host.lower().rstrip(".")


def hide_password(url: str) -> str:
    """Return an address without the user's name and password, for messages."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _quote_raw(location: str) -> str:
    """Return a Location with bytes beyond ASCII as they were meant: they came as Latin-1 and are UTF-8 as a rule."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
