"""Fetcher: asks a server politely, and asks again where that can help."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import partial
from http import HTTPStatus
from socket import socket
from urllib.parse import urljoin

import requests
from urllib3.exceptions import HTTPError

from explorer import __version__
from explorer.errors import NetworkFailed, RequestRefused
from explorer.pipeline.fetch.addresses import (
    port_of,
    refuse_address,
    refuse_local_name,
    refuse_private,
    split_address,
)
from explorer.pipeline.fetch.limiter import NEVER, Cancel, Limiter, check
from explorer.pipeline.fetch.transport import (
    CutShort,
    Watch,
    goes_through_proxy,
    open_session,
    read_body,
    unless_cancelled,
)

USER_AGENT = f"paper-explorer/{__version__} (desktop application; reads what a person asks for)"
_TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
_CONDITIONS = frozenset({"If-None-Match", "If-Modified-Since"})
_MOST_STATED = 400  #: characters kept of a header
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """Attributes:
    connect_s, read_s: Longest wait for a connection, and for the next bytes.
    total_s: Longest time for one answer from the first byte to the last.
    most_bytes: Largest body, packed or unpacked.
    redirects: How many are followed.
    tries: How often a request is sent in all.
    first_wait_s: Wait before the second try; doubled before each further one.
    longest_wait_s: A server that asks for a longer wait is not waited for.
    gap_s: Between two requests to one host.
    """

    connect_s: float = 10.0
    read_s: float = 30.0
    total_s: float = 180.0
    most_bytes: int = 64 * 1024 * 1024
    redirects: int = 5
    tries: int = 4
    first_wait_s: float = 3.0
    longest_wait_s: float = 120.0
    gap_s: float = 3.0


@dataclass(frozen=True, slots=True)
class Answer:
    """Attributes:
    url: Address that answered, after redirects.
    content_type: As stated, lower case, without parameters.
    charset: As stated, or "".
    data: The body, unpacked.
    etag, last_modified: As stated, or "": what a later request hands back.
    is_unchanged: Status 304: the server has what the request knew already, and sent nothing.
    """

    url: str
    content_type: str
    charset: str
    data: bytes
    etag: str = ""
    last_modified: str = ""
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """Attributes:
    etag, last_modified: Of the answer that is had already, or ""; the server may say that it still holds.
    """

    etag: str = ""
    last_modified: str = ""

    @property
    def headers(self) -> Mapping[str, str]:
        """Of a conditional request (RFC 9110, section 13.1)."""
        stated = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in stated.items() if value}


_NOTHING = Known()


class _TryAgain(Exception):
    """A failure that may pass.

    Args:
        why: What to tell the person if it does not.
        wait_s: How long the server asks to be left alone; 0 where it does not say.
    """

    def __init__(self, host: str, why: str, wait_s: float = 0.0) -> None:
        super().__init__(why)
        self.host, self.why, self.wait_s = host, why, wait_s


class Fetcher:
    """Fetches over http and https from public machines. One for all threads: it keeps the turns per host.

    Args:
        clock: Monotonic seconds, for the gaps.
        now: Time of day, for servers that say when to come back and not what time they have.
        allowed: Private addresses that may be asked all the same.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        allowed: frozenset[str] = frozenset(),
    ) -> None:
        self.limits = limits or Limits()
        self._limiter = Limiter(self.limits.gap_s, clock)
        self._now = now
        self._allowed = allowed

    def get(
        self,
        url: str,
        cancel: Cancel = NEVER,
        refuse: Callable[[Answer], str] | None = None,
        known: Known = _NOTHING,
    ) -> Answer:
        """The answer to a GET request.

        Args:
            refuse: Says what is wrong with an answer that came with status 200, or ""; such
                an answer is asked for again like one with status 503.
            known: What is had already; an answer that ``is_unchanged`` says that it still holds.

        Raises:
            NetworkFailed: Whatever went wrong, in words.
            Cancelled: The person stopped.
        """
        wait_s = self.limits.first_wait_s
        for tries_left in reversed(range(self.limits.tries)):
            try:
                answer = self._follow(url, cancel, known)
                if why := refuse(answer) if refuse else "":
                    raise _TryAgain(split_address(answer.url).hostname or "", why)
                return answer
            except _TryAgain as failure:
                self._hold_off(failure, wait_s, tries_left)
                wait_s *= 2
        raise AssertionError("the last try returns or raises")

    def _hold_off(self, failure: _TryAgain, wait_s: float, tries_left: int) -> None:
        asked_s = failure.wait_s
        if asked_s > self.limits.longest_wait_s:
            raise NetworkFailed(
                f"{failure.why} It asks to be left alone for {_spoken(asked_s)}.", "Try again after that."
            )
        self._limiter.hold_off(failure.host, max(asked_s, wait_s))
        if not tries_left:
            raise NetworkFailed(failure.why, "Try again later.") from failure

    def _follow(self, url: str, cancel: Cancel, known: Known) -> Answer:
        for _ in range(self.limits.redirects + 1):
            parts = split_address(url)
            with self._limiter.turn(parts.hostname or "", cancel):
                answer = unless_cancelled(partial(self._ask, url, cancel, known), cancel)
            if isinstance(answer, Answer):
                return answer
            url = _joined(url, answer)
        raise NetworkFailed("The server sends from one address to the next.", "Check the address.")

    def _ask(self, url: str, cancel: Cancel, known: Known) -> Answer | str:
        """The answer, or the address to which the server redirects."""
        parts = split_address(url)
        host = parts.hostname or ""
        proxied = goes_through_proxy(url)
        if proxied:
            refuse_local_name(host, self._allowed)
        else:
            refuse_private(host, port_of(parts), self._allowed)
        with Watch(self.limits.total_s, cancel) as watch:

            def admit(connection: socket) -> None:
                watch.attach(connection)
                if not proxied:  # the name may have been given another address since it was looked up
                    refuse_address(connection.getpeername()[0], host, self._allowed)

            try:
                with open_session(admit) as session:
                    session.headers.update(known.headers)
                    return self._exchange(session, url, host, watch)
            except requests.exceptions.InvalidURL as error:
                raise NetworkFailed(f"{url[:120]} is no web address.", "Check the address.") from error
            except ValueError as error:  # requests reads where a redirect leads, though nobody goes there
                raise _leads_nowhere() from error
            except requests.exceptions.SSLError as error:
                watch.check()
                raise NetworkFailed(
                    f"{host} has no valid certificate.", "Check the address and the clock of this computer."
                ) from error
            except (requests.exceptions.RequestException, HTTPError, CutShort, OSError) as error:
                watch.check()
                check(cancel)
                raise _TryAgain(host, _spoken_failure(error, host)) from error

    def _exchange(self, session: requests.Session, url: str, host: str, watch: Watch) -> Answer | str:
        headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Connection": "close"}
        timeout = (self.limits.connect_s, self.limits.read_s)
        with session.get(
            url, headers=headers, timeout=timeout, stream=True, allow_redirects=False
        ) as response:
            target = response.headers.get("Location")
            if response.status_code in _REDIRECTS and target:
                return target
            was_conditional = not _CONDITIONS.isdisjoint(session.headers)
            if response.status_code == HTTPStatus.NOT_MODIFIED and was_conditional:
                return Answer(url, "", "", b"", is_unchanged=True)
            if response.status_code in _TRY_AGAIN:
                raise _TryAgain(host, _status_words(host, response), self._retry_after_s(response))
            if response.status_code != HTTPStatus.OK:
                raise _refused(_status_words(host, response), response.status_code)
            data = read_body(response, self.limits.most_bytes, watch)
            watch.check()
            if not data:  # also what is left of an answer that was cut within its head
                raise _TryAgain(host, f"{host} sent nothing.")
            kind = Message()
            kind["Content-Type"] = response.headers.get("Content-Type", "application/octet-stream")
            etag, date = (response.headers.get(name, "")[:_MOST_STATED] for name in ("ETag", "Last-Modified"))
            return Answer(url, kind.get_content_type(), kind.get_content_charset() or "", data, etag, date)

    def _retry_after_s(self, response: requests.Response) -> float:
        """Seconds of a Retry-After header, which holds seconds or a date (RFC 9110, section 10.2.3)."""
        stated = response.headers.get("Retry-After", "").strip()
        if stated.isdecimal() and len(stated) < 10:
            return float(stated)
        until = _date(stated)
        if until is None:
            return 0.0
        # by the server's own clock where it tells the time: ours may be wrong
        return max((until - (_date(response.headers.get("Date", "")) or self._now())).total_seconds(), 0.0)


def _date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError as error:
        raise _leads_nowhere() from error


def _leads_nowhere() -> NetworkFailed:
    return NetworkFailed("The server sends to something that is no address.", "Check the address.")


def _refused(words: str, status: int) -> NetworkFailed:
    hint = "Check the address."
    return RequestRefused(words, hint, status) if 400 <= status < 500 else NetworkFailed(words, hint)


def _status_words(host: str, response: requests.Response) -> str:
    try:
        meaning = HTTPStatus(response.status_code).phrase.lower()
    except ValueError:
        meaning = "unknown"
    return f"{host} answered with status {response.status_code} ({meaning})."


def _spoken_failure(error: Exception, host: str) -> str:
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return f"{host} cannot be reached."
    if isinstance(error, requests.exceptions.Timeout):
        return f"{host} does not answer."
    if isinstance(error, requests.exceptions.ConnectionError) and "refused" in str(error):
        return f"{host} takes no connections."
    return f"{host} cut the connection."


def _spoken(seconds: float) -> str:
    return f"{seconds:.0f} seconds" if seconds < 120 else f"{seconds / 60:.0f} minutes"
