"""A lane: one connection at a time, to one host after the other, one exchange after the other."""

from __future__ import annotations

import base64
import ssl
from functools import cached_property
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx

from newstui.errors import FetchError
from newstui.fetch.addresses import leads_home
from newstui.fetch.connecting import Connector, PrivateHostError, Transport
from newstui.fetch.decode import Body
from newstui.fetch.encodings import list_encodings
from newstui.fetch.exchange import FetchSettings
from newstui.fetch.failures import describe_failure
from newstui.fetch.queue import Job
from newstui.fetch.redirects import describe_private, hide_password
from newstui.record import record

WITH_BODY = frozenset({200, 203})
"""The answers whose body is wanted; 203 is a 200 that a proxy has changed."""

_SMALL = 64 * 1024
"""The body of an error or a redirect is read up to here, to keep the connection; nobody looks at it."""


@record
class Answer:
    """What one server answered to one request; the names of `headers` are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


class Routes:
    """What all lanes share: the certificates that are trusted, and the proxies that the environment names."""

    @cached_property
    def certificates(self) -> ssl.SSLContext:
        """Reading the certificates takes 30 ms: once, and only when the first https address is asked."""
        return httpx.create_ssl_context()

    @cached_property
    def no_certificates(self) -> ssl.SSLContext:
        """For http, which has no use for certificates: nothing is trusted."""
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    @cached_property
    def proxies(self) -> dict[str, str]:
        """The proxies by scheme, as the environment or the system names them."""
        return getproxies()

    def find_proxy(self, scheme: str, host: str) -> str | None:
        """Return the proxy for a host; the machine itself is never asked through one."""
        proxy = self.proxies.get(scheme) or self.proxies.get("all")
        if not proxy or host == "localhost" or _is_loopback(host) or proxy_bypass(host):
            return None
        return proxy if "://" in proxy else f"http://{proxy}"


class Lane:
    """One connection at a time, kept while the next request is for the same host."""

    def __init__(self, settings: FetchSettings, routes: Routes) -> None:
        self._settings = settings
        self._routes = routes
        self._route: tuple[str | None, bool, bool] | None = None
        self._connector = Connector()
        self._transport: Transport | None = None

    async def close(self) -> None:
        """Close the connection."""
        if self._transport is not None:
            await self._transport.aclose()
            await self._connector.close()
            self._transport = None

    async def exchange(self, job: Job) -> Answer:
        """Send a request and read the answer, redirects and errors like any other; raises FetchError."""
        url = hide_password(job.url)
        try:
            transport = await self._open(job)
            response = await transport.handle_async_request(self._build_request(job))
            if job.home is None:
                job.home = self._connector.is_home and not (self._route and self._route[0])
            try:
                return await self._read(response, url)
            finally:
                await response.aclose()
        except PrivateHostError:
            raise describe_private(job) from None
        except (httpx.TransportError, httpx.InvalidURL, OSError, ExceptionGroup) as error:
            raise describe_failure(error, url, job.host) from error

    async def _open(self, job: Job) -> Transport:
        """Return a transport for where the job leads: the same as before where proxy, scheme and permission are.

        A proxy, which the user has named, may lie anywhere; it looks names up itself, so that what this side finds
        when it does is the best that is known of where they lead.
        """
        scheme = urlsplit(job.url).scheme.lower()
        proxy, secure = self._routes.find_proxy(scheme, job.host), scheme == "https"
        if proxy and not job.may_go_home and await leads_home(job.host):
            raise PrivateHostError
        route = (proxy, secure, job.may_go_home)
        if self._transport is None or route != self._route:
            await self.close()
            self._route = route
            self._connector.may_go_home = job.may_go_home or proxy is not None
            certificates = self._routes.certificates if secure else self._routes.no_certificates
            self._transport = Transport(self._connector, certificates=certificates, http2=secure, proxy=proxy)
        return self._transport

    def _build_request(self, job: Job) -> httpx.Request:
        settings, request = self._settings, job.request
        headers = [
            (b"User-Agent", settings.user_agent.encode("latin-1", "replace")),
            (b"Accept", request.accept.encode("latin-1", "replace")),
            (b"Accept-Encoding", ", ".join(list_encodings()).encode()),
        ]
        if request.etag:
            headers.append((b"If-None-Match", request.etag.encode("latin-1", "replace")))
        if request.last_modified:
            headers.append((b"If-Modified-Since", request.last_modified.encode("latin-1", "replace")))
        parts = urlsplit(job.url)
        if parts.username:
            words = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
            headers.append((b"Authorization", b"Basic " + base64.b64encode(words)))
        timeout = {
            "connect": settings.connect_timeout,
            "read": settings.read_timeout,
            "write": settings.read_timeout,
            "pool": None,
        }
        return httpx.Request("GET", hide_password(job.url), headers=headers, extensions={"timeout": timeout})

    async def _read(self, response: httpx.Response, url: str) -> Answer:
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1").strip() for name, value in response.headers.raw
        }
        if response.status_code not in WITH_BODY:
            await _skip_body(response)
            return Answer(response.status_code, headers, b"")
        try:
            body = Body(url, headers.get("content-encoding", ""), self._settings)
            body.check_length(headers.get("content-length"))
            async for chunk in response.aiter_raw():
                body.add(chunk)
            return Answer(response.status_code, headers, body.finish())
        except FetchError as error:
            error.http_status = response.status_code  # it has answered, whatever is wrong with what it said
            raise


async def _skip_body(response: httpx.Response) -> None:
    """Read a body that nobody looks at, as long as it is small: then the connection can be used again."""
    size = 0
    async for chunk in response.aiter_raw():
        size += len(chunk)
        if size > _SMALL:
            return


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
