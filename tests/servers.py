"""Servers that misbehave, on this machine only, and a clock that tests can wind."""

from __future__ import annotations

import gzip
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


def streams(head: bytes, megabytes: int) -> Script:
    """Sends a head and so many MB of zeros, or as many as the other side takes."""

    def script(connection: socket.socket, server: RawServer) -> None:
        connection.sendall(head)
        for _ in range(megabytes):
            connection.sendall(_MEGABYTE)

    return script


_MEGABYTE = bytes(2**20)


def redirect(target: str) -> bytes:
    """A redirect to any address."""
    return f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()


def status(code: int, *headers: str) -> bytes:
    """An answer without a body."""
    return "\r\n".join((f"HTTP/1.1 {code} Oh", *headers, "Content-Length: 0", "", "")).encode()


def _nested_json(depth: int) -> bytes:
    return b'{"notes": [' + b'{"content": ' * depth + b"{}" + b"}" * depth + b"]}"


_FEED = b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">'
_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><feed xmlns="http://www.w3.org/2005/Atom"><title>&c;</title></feed>'
)

#: what a server does -> how it answers every request; nobody gets an answer out of these
MISBEHAVIOURS: dict[str, Script] = {
    "429": sends(status(429)),
    "429 for some seconds": sends(status(429, "Retry-After: 1")),
    "429 for an hour": sends(status(429, "Retry-After: 3600")),
    "429 until a date": sends(status(429, "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT")),
    "429 until nonsense": sends(status(429, "Retry-After: \xb2")),
    "500": sends(status(500)),
    "503": sends(status(503)),
    "599": sends(status(599)),
    "418": sends(status(418)),
    "an answer that is no status": sends(b"HTTP/1.1 banana\r\n\r\n"),
    "hang": hangs,
    "head drop by drop": drips(b"HTTP/1.1 200 OK\r\nX-Slow: "),
    "body drop by drop": drips(b"HTTP/1.1 200 OK\r\n\r\n"),
    "body drop by drop, in chunks that never end": drips(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    ),
    "nothing": sends(b""),
    "cut in the head": sends(b"HTTP/1.1 200 OK\r\nContent-Le"),
    "cut in the middle": sends(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<feed"),
    "a length that is none": sends(b"HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n"),
    "chunks of a size that is none": sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab"),
    "a redirect to a private address": sends(redirect("http://10.0.0.1/")),
    "a redirect to the machine of the cloud": sends(redirect("http://169.254.169.254/latest/meta-data/")),
    "a redirect to this machine by another name": sends(redirect("http://[::ffff:127.0.0.1]/")),
    "a redirect to another address of this machine": sends(redirect("http://127.0.0.2/")),
    "a redirect to a file": sends(redirect("file:///etc/hosts")),
    "a redirect to another scheme": sends(redirect("ftp://example.org/")),
    "a redirect to no address": sends(redirect("http://[")),
    "a redirect to itself": sends(redirect("/again")),
    "a redirect with a password": sends(redirect("http://me:secret@127.0.0.1/")),
    "a gzip bomb": sends(ok(gzip.compress(bytes(2**24), 9), "Content-Encoding: gzip")),
    "gzip that is none": sends(ok(b"no gzip", "Content-Encoding: gzip")),
    "half of a gzip": sends(ok(gzip.compress(b"x" * 5_000)[:-9], "Content-Encoding: gzip")),
    "packed in another way": sends(ok(b"x", "Content-Encoding: br")),
    "an answer that says it is too large": drips(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n"),
    "an answer that is too large": streams(b"HTTP/1.1 200 OK\r\n\r\n", 1024),
}

#: what a server says with status 200 that is neither a feed nor a list of notes
STRANGE_BODIES: dict[str, bytes] = {
    "a web page": ok(b"<!DOCTYPE html><html><body>Rate exceeded.</body></html>", "Content-Type: text/html"),
    "words": ok(b"Rate exceeded."),
    "spaces": ok(b" \n "),
    "half of a feed": ok(_FEED + b"<entry><title>Foo"),
    "a feed that declares entities": ok(_BOMB),
    "half of a list": ok(b'{"notes": [{"id": "abc'),
    "JSON of another kind": ok(b'{"error": "no"}'),
    "a list that is no list": ok(b'{"notes": "none"}'),
    "JSON nested deeply": ok(_nested_json(50_000)),
    "JSON that is a number": ok(b"1" * 100_000),
    "bytes that are no text": ok(b"\xff\xfe\x00" * 500),
    "an unknown character set": ok(b"\x82\xa0", "Content-Type: application/json; charset=klingon"),
    "a character set that lies": ok(b"\xe9t\xe9", "Content-Type: text/xml; charset=utf-8"),
    "a character set that cannot be read": ok(b"x", "Content-Type: text/xml; charset*=%ff''%ff%fe"),
}
