"""Every network call against every server that misbehaves: an error in words, in time, and nothing else."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from explorer.errors import Cancelled, ExplorerError, NetworkFailed
from explorer.ops.task import CancelToken
from explorer.pipeline import fetch
from explorer.pipeline.fetch.again import Before, read_again
from explorer.pipeline.fetch.arxiv_ids import fetch_arxiv_ids
from explorer.pipeline.fetch.arxiv_titles import fetch_arxiv_titles
from explorer.pipeline.fetch.client import Fetcher, Limits
from explorer.pipeline.fetch.limiter import NEVER, Cancel
from explorer.pipeline.fetch.openreview import fetch_forum, fetch_openreview_title
from tests.servers import (
    MISBEHAVIOURS,
    STRANGE_BODIES,
    Script,
    drips,
    hangs,
    ok,
    raw_server,
    sends,
    status,
    streams,
)

Call = Callable[[Fetcher, str, Cancel], object]

#: every way in which the program asks a server; followed sources are read through the shared fetcher
CALLS: dict[str, Call] = {
    "an address": lambda fetcher, url, cancel: fetcher.get(url, cancel),
    "a source": lambda fetcher, url, cancel: fetch.read_source(url, cancel, fetcher),
    "ids of arXiv": lambda fetcher, url, cancel: fetch_arxiv_ids(["2405.00001"], fetcher, cancel, url),
    "titles of arXiv": lambda fetcher, url, cancel: fetch_arxiv_titles(["Foo Bar"], fetcher, cancel, url),
    "a forum": lambda fetcher, url, cancel: fetch_forum("abcDEF1234", fetcher, cancel, [url]),
    "titles of OpenReview": lambda fetcher, url, cancel: fetch_openreview_title(
        "Foo Bar", fetcher, cancel, [url]
    ),
}
READS_ALL = ("an address", "a source")  #: they take any bytes; what they are is the importers' question
LONGEST_S = 4.0
QUICK_S = 0.5
ALLOWED = frozenset({"127.0.0.1"})


def _fetcher(**limits: object) -> Fetcher:
    quick = {"gap_s": 0.0, "first_wait_s": 0.0, "tries": 2, "longest_wait_s": 0.5}
    caps = {"read_s": 0.2, "total_s": 0.3, "connect_s": 1.0, "most_bytes": 2**20}
    return Fetcher(Limits(**(quick | caps | limits)), allowed=ALLOWED)


def _timed(call: Call, script: Script, cancel: Cancel = NEVER, **limits: object) -> float:
    """Seconds until the call fails with an error in words."""
    with raw_server(script) as server:
        start = time.monotonic()
        with pytest.raises(ExplorerError) as caught:
            call(_fetcher(**limits), server.url, cancel)
        took = time.monotonic() - start
    assert caught.value.message and not isinstance(caught.value, AssertionError)
    return took


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
@pytest.mark.parametrize("script", MISBEHAVIOURS.values(), ids=MISBEHAVIOURS.keys())
def test_a_server_that_misbehaves_is_an_error_in_words_in_time(call: Call, script: Script) -> None:
    assert _timed(call, script) < LONGEST_S


@pytest.mark.parametrize("name", [name for name in CALLS if name not in READS_ALL])
@pytest.mark.parametrize("body", STRANGE_BODIES.values(), ids=STRANGE_BODIES.keys())
def test_what_is_no_answer_of_the_service_is_an_error_in_words(name: str, body: bytes) -> None:
    assert _timed(CALLS[name], sends(body)) < LONGEST_S


@pytest.mark.parametrize("name", ["ids of arXiv", "titles of arXiv"])
def test_a_feed_nested_deeply_is_empty_or_an_error_in_words(name: str) -> None:
    deep = b'<feed xmlns="http://www.w3.org/2005/Atom">' + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</feed>"
    with raw_server(sends(ok(deep))) as server, suppress(ExplorerError):
        CALLS[name](_fetcher(), server.url, NEVER)


@pytest.mark.parametrize("name", READS_ALL)
@pytest.mark.parametrize("body", STRANGE_BODIES.values(), ids=STRANGE_BODIES.keys())
def test_any_bytes_come_as_they_are_whatever_their_character_set_is_said_to_be(
    name: str, body: bytes
) -> None:
    with raw_server(sends(body)) as server:
        assert CALLS[name](_fetcher(), server.url, NEVER)


@pytest.mark.parametrize("name", list(MISBEHAVIOURS))
def test_a_followed_source_whose_server_misbehaves_is_an_error_in_words(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "default_fetcher", _fetcher)
    with raw_server(MISBEHAVIOURS[name]) as server, pytest.raises(ExplorerError):
        read_again(server.url, "address", Before())


WAITS: dict[str, Script] = {
    "hang": hangs,
    "head drop by drop": drips(b"HTTP/1.1 200 OK\r\nX-Slow: "),
    "body drop by drop": drips(b"HTTP/1.1 200 OK\r\n\r\n"),
    "429 for some seconds": sends(status(429, "Retry-After: 20")),
    "an answer without end": streams(b"HTTP/1.1 200 OK\r\n\r\n", 100_000),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
@pytest.mark.parametrize("script", WAITS.values(), ids=WAITS.keys())
def test_a_person_who_stops_waits_for_nobody(call: Call, script: Script) -> None:
    token, stopped = CancelToken(), []

    def stop() -> None:
        stopped.append(time.monotonic())
        token.cancel()

    timer = threading.Timer(0.1, stop)
    fetcher = _fetcher(read_s=30.0, total_s=60.0, longest_wait_s=60.0, most_bytes=2**40)
    with raw_server(script) as server:
        timer.start()
        with pytest.raises(Cancelled):
            call(fetcher, server.url, token)
        took = time.monotonic() - stopped[0]
    timer.join()
    assert took < QUICK_S


def test_a_person_who_stops_does_not_wait_for_the_look_up_of_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    token, released = CancelToken(), threading.Event()

    def never_answers(*_: object, **__: object) -> list[object]:
        token.cancel()
        released.wait(30)
        raise socket.gaierror("nobody knows")

    monkeypatch.setattr(socket, "getaddrinfo", never_answers)
    start = time.monotonic()
    with pytest.raises(Cancelled):
        _fetcher().get("http://papers.example/", token)
    released.set()
    assert time.monotonic() - start < QUICK_S


@pytest.mark.parametrize("address", ["10.0.0.5", "127.0.0.2", "169.254.169.254", "::1", "fd00::1", "0.0.0.0"])
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_a_name_that_leads_to_a_private_address_is_not_asked(
    call: Call, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80))]
    )
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("somebody was asked"))
    with pytest.raises(NetworkFailed, match="private network"):
        call(_fetcher(), "http://papers.example/", NEVER)


ONE_GIGABYTE = """
import resource, sys
from explorer.errors import NetworkFailed
from explorer.pipeline.fetch.client import Fetcher, Limits
fetcher = Fetcher(Limits(gap_s=0.0, tries=1), allowed=frozenset({"127.0.0.1"}))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    fetcher.get(sys.argv[1])
except NetworkFailed as error:
    print(error.message)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts the memory in kilobytes")
@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"]
)
def test_a_gigabyte_is_cut_off_before_it_fills_the_memory(head: bytes) -> None:
    with raw_server(streams(head, 1024)) as server:
        told = subprocess.run(
            [sys.executable, "-c", ONE_GIGABYTE, server.url], capture_output=True, text=True, timeout=60
        )
    *words, grown_mb = told.stdout.splitlines()
    assert words in (["The answer is larger than 64 MB."], []) and told.returncode == 0
    assert int(grown_mb) < 160
