"""What failed, in words."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus
from socket import gaierror

import httpx

from newstui.errors import N_, FetchError


def describe_failure(error: Exception, url: str, host: str) -> FetchError:
    """Return what httpx's error means; the causes below it tell more than its own type."""
    causes = list(_list_causes(error))
    for cause in causes:
        if isinstance(cause, gaierror):
            return FetchError(N_("{url}: the name {host} is not known; check it, and the network"), url=url, host=host)
        if isinstance(cause, ssl.SSLError):
            return FetchError(N_("{url}: no secure connection: {reason}"), url=url, reason=_tell_reason(cause))
        if isinstance(cause, ConnectionRefusedError):
            return FetchError(N_("{url}: {host} refuses the connection"), url=url, host=host)
    match error:
        case httpx.ConnectTimeout():
            return FetchError(N_("{url}: {host} cannot be reached in time"), url=url, host=host)
        case httpx.TimeoutException():
            return describe_timeout(url)
        case httpx.ConnectError():
            return FetchError(N_("{url}: {host} cannot be reached; check the network"), url=url, host=host)
        case httpx.UnsupportedProtocol() | httpx.InvalidURL():
            return describe_address(url)
        case httpx.RemoteProtocolError() if "incomplete" in str(error) or "without sending complete" in str(error):
            return FetchError(N_("{url}: the answer broke off before its end"), url=url)
        case httpx.RemoteProtocolError() if "without sending a response" not in str(error):
            return FetchError(N_("{url}: the answer is not HTTP: {reason}"), url=url, reason=str(error))
        case httpx.ProxyError():
            return FetchError(N_("{url}: the proxy failed: {reason}"), url=url, reason=str(error))
    return FetchError(N_("{url}: the connection was closed without an answer"), url=url)


def describe_timeout(url: str) -> FetchError:
    """Return the failure of a server that answers too slowly or not at all."""
    return FetchError(N_("{url}: the server takes too long to answer"), url=url)


def describe_address(url: str) -> FetchError:
    """Return the failure of an address that is none."""
    return FetchError(N_("{url} is not a web address (http:// or https://)"), url=url)


def describe_status(url: str, status: int, retry_at: datetime | None) -> FetchError:
    """Return what an error status means (RFC 9110, 15; RFC 6585)."""
    if status == HTTPStatus.GONE:
        return FetchError(N_("{url}: the server says that this is gone for good (410)"), http_status=status, url=url)
    if retry_at is not None:
        return FetchError(
            N_("{url}: the server asks to be left alone until {time} ({status})"),
            http_status=status,
            retry_at=retry_at,
            url=url,
            time=tell_time(retry_at),
            status=status,
        )
    return FetchError(
        N_("{url}: the server answers {status} {phrase}"),
        http_status=status,
        url=url,
        status=status,
        phrase=_phrase(status),
    )


def describe_wait(url: str, host: str, retry_at: datetime) -> FetchError:
    """Return why a server is not asked: another answer of the same host said when it may be."""
    return FetchError(
        N_("{url} was not asked: {host} wants to be left alone until {time}"),
        retry_at=retry_at,
        url=url,
        host=host,
        time=tell_time(retry_at),
    )


def tell_time(moment: datetime) -> str:
    """Return a time to the minute, in UTC."""
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _tell_reason(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return (error.reason or str(error)).replace("_", " ").lower()


def _list_causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and everything that caused it, groups of errors included."""
    seen: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        current = waiting.pop()
        if current is None or current in seen:
            continue
        seen.append(current)
        yield current
        waiting += [current.__cause__, current.__context__]
        if isinstance(current, BaseExceptionGroup):
            waiting += current.exceptions
