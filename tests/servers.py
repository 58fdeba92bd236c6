"""Servers that misbehave, on this machine only, and a clock that tests can wind."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Script = Callable[[socket.socket, "RawServer"], None]


class FakeTime:
    """A clock that only moves when somebody waits; also a cancel token that is never set."""

    def __init__(self) -> None:
        self.now_s = 1_000.0
        self.waits: list[float] = []

    def clock(self) -> float:
        return self.now_s

    def is_cancelled(self) -> bool:
        return False

    def wait(self, seconds: float) -> bool:
        self.waits.append(round(seconds, 3))
        self.now_s += seconds
        return False


class RawServer:
    """Plays one script per connection, the last one for all that follow.

    Attributes:
        requests: Heads of the requests, as they came.
        released: Set when the test is over; scripts that hang wait for it.
    """

    def __init__(self, *scripts: Script) -> None:
        self._scripts = scripts
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self.requests: list[bytes] = []
        self.connections = 0
        self.released = threading.Event()
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/"

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            script = self._scripts[min(self.connections, len(self._scripts) - 1)]
            self.connections += 1
            thread = threading.Thread(target=self._play, args=(connection, script))
            self._threads.append(thread)
            thread.start()

    def _play(self, connection: socket.socket, script: Script) -> None:
        with connection, suppress(OSError):
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                piece = connection.recv(4_096)
                if not piece:
                    return
                head += piece
            self.requests.append(head)
            script(connection, self)

    def close(self) -> None:
        self.released.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def join(self) -> None:
        for thread in self._threads:
            thread.join()


@contextmanager
def raw_server(*scripts: Script) -> Iterator[RawServer]:
    server = RawServer(*scripts)
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join()
        server.join()


def sends(data: bytes) -> Script:
    """Sends these bytes and closes the connection."""
    return lambda connection, _: connection.sendall(data)


def hangs(connection: socket.socket, server: RawServer) -> None:
    """Takes the request and says nothing."""
    server.released.wait(30)


def drips(head: bytes) -> Script:
    """Sends a head, then a byte fifty times a second until the other side has enough."""

    def script(connection: socket.socket, server: RawServer) -> None:
        connection.sendall(head)
        while not server.released.wait(0.02):
            connection.sendall(b"x")

    return script


def ok(body: bytes, *headers: str) -> bytes:
    """A complete answer with status 200."""
    lines = ("HTTP/1.1 200 OK", *headers, f"Content-Length: {len(body)}", "Connection: close")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
