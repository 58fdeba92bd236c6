"""One request: checked when it connects, ended at its deadline, read under a limit."""

from __future__ import annotations

import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import ExitStack
from types import TracebackType
from typing import TypeVar

import requests
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies, select_proxy
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from explorer.errors import NetworkFailed
from explorer.pipeline.fetch.limiter import Cancel, check

_PIECE = 64 * 1024
_POLL_S = 0.1

T = TypeVar("T")
OnConnect = Callable[[socket.socket], None]


class Watch:
    """Cuts a connection at its deadline, or when the person stops, even while the server is silent.

    A read time-out alone does neither: a server that sends a byte now and then
    never exceeds it, and nobody can stop a thread that waits for a socket.
    """

    def __init__(self, total_s: float, cancel: Cancel) -> None:
        self._until_s = time.monotonic() + total_s
        self._cancel = cancel
        self._done = threading.Event()
        self._sockets: list[socket.socket] = []
        self._thread = threading.Thread(target=self._look, name="fetch watch", daemon=True)
        self.too_slow = False

    def attach(self, connection: socket.socket) -> None:
        self._sockets.append(connection)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(_POLL_S):
            self.too_slow = time.monotonic() > self._until_s
            if self.too_slow or self._cancel.is_cancelled():
                for connection in list(self._sockets):
                    _cut(connection)

    def check(self) -> None:
        """Raise Cancelled or NetworkFailed where the watch has cut, or will soon."""
        check(self._cancel)
        if self.too_slow:
            raise NetworkFailed("The server sends too slowly.", "Try again later.")


def _cut(connection: socket.socket) -> None:
    try:
        # on a TLS socket its own shutdown would pull the session away under the reading thread
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
    except OSError:
        return


def unless_cancelled(work: Callable[[], T], cancel: Cancel) -> T:
    """What ``work`` gives, or raises; Cancelled as soon as the person stops, whatever it waits for.

    Nothing ends a thread that looks up a name or waits for a connection, so it runs on one of its own,
    which a person who stops leaves behind: it ends with its time-outs and nobody hears of it.
    """
    result: Future[T] = Future()

    def hand_over(_kind: object, error: BaseException | None, _trace: object) -> bool:
        if error is not None:
            result.set_exception(error)
        return True

    def run() -> None:
        with ExitStack() as stack:
            stack.push(hand_over)
            result.set_result(work())

    threading.Thread(target=run, name="fetch", daemon=True).start()
    while not wait((result,), _POLL_S).done:
        check(cancel)
    return result.result()


def goes_through_proxy(url: str) -> bool:
    """Whether the system's settings send requests for this address through a proxy."""
    return select_proxy(url, get_environ_proxies(url)) is not None


def open_session(on_connect: OnConnect) -> requests.Session:
    """A session whose connections are shown to ``on_connect`` before a byte of a request is sent."""
    session = requests.Session()
    adapter = _Adapter(on_connect)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    # the system's proxies and certificates are wanted, passwords out of .netrc are not
    session.auth = lambda request: request
    return session


class _Adapter(HTTPAdapter):
    def __init__(self, on_connect: OnConnect) -> None:
        self._pools = _pools(on_connect)
        super().__init__(max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kw: object) -> None:
        super().init_poolmanager(connections, maxsize, block, **kw)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kw: object) -> object:
        manager = super().proxy_manager_for(proxy, **kw)
        manager.pool_classes_by_scheme = self._pools
        return manager


def _pools(on_connect: OnConnect) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            on_connect(self.sock)

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            on_connect(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


class CutShort(Exception):
    """The body ended before it was complete."""


def read_body(response: requests.Response, most: int, watch: Watch) -> bytes:
    """The whole decoded body.

    Raises:
        NetworkFailed: It is larger than ``most`` bytes, packed or unpacked, or packed in an unknown way.
        CutShort: The connection ended before the body did.
    """
    stated = response.headers.get("Content-Length", "")
    if stated.isdecimal() and int(stated) > most:
        raise _too_large(most)
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", ""):
        raise NetworkFailed(
            f"The server packed its answer as {encoding[:40]}, which nobody asked for.", "Try again later."
        )
    pieces = _pieces(response, watch)
    if "gzip" in encoding:
        pieces = _unpacked(pieces, most)
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > most:
            raise _too_large(most)
    return bytes(body)


def _pieces(response: requests.Response, watch: Watch) -> Iterator[bytes]:
    while piece := response.raw.read1(_PIECE, decode_content=False):
        watch.check()
        yield piece


def _unpacked(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    """Gunzip without ever holding more than the limit: a kilobyte can unpack to a megabyte."""
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        for piece in pieces:
            yield unpack.decompress(piece, most + 1)
            if unpack.unconsumed_tail:
                raise _too_large(most)
    except zlib.error as error:
        raise NetworkFailed("The server's answer is damaged.", "Try again later.") from error
    if not unpack.eof:
        raise CutShort


def _too_large(most: int) -> NetworkFailed:
    return NetworkFailed(
        f"The answer is larger than {most / 1024 / 1024:,.0f} MB.",
        "Download the file yourself and import it.",
    )
