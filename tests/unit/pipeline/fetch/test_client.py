"""Fetcher against servers that misbehave."""

from __future__ import annotations

import gzip
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from explorer import __version__
from explorer.errors import Cancelled, NetworkFailed
from explorer.ops.task import CancelToken
from explorer.pipeline.fetch.client import Fetcher, Limits
from explorer.pipeline.fetch.limiter import NEVER, Limiter
from tests.servers import FakeTime, drips, hangs, ok, raw_server, sends

HERE = frozenset({"127.0.0.1"})


def _fetcher(fake: FakeTime, **limits: object) -> Fetcher:
    return Fetcher(Limits(**limits), clock=fake.clock, allowed=HERE)


def test_an_answer_comes_with_its_type_and_we_say_who_asks(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/a").respond_with_data("検索", content_type="text/plain; charset=UTF-8")
    answer = _fetcher(fake).get(httpserver.url_for("/a"), fake)
    assert answer.data.decode() == "検索"
    assert (answer.content_type, answer.charset) == ("text/plain", "utf-8")
    headers = httpserver.log[0][0].headers
    assert headers["User-Agent"].startswith(f"paper-explorer/{__version__}")
    assert "Authorization" not in headers and "Cookie" not in headers


def test_a_server_that_is_busy_twice_is_asked_again_after_longer_and_longer(
    httpserver: HTTPServer, fake: FakeTime
) -> None:
    for _ in range(2):
        httpserver.expect_ordered_request("/a").respond_with_data("busy", status=503)
    httpserver.expect_ordered_request("/a").respond_with_data("fine")
    assert _fetcher(fake).get(httpserver.url_for("/a"), fake).data == b"fine"
    assert fake.waits == [3.0, 6.0]


def test_a_server_that_stays_busy_is_given_up_in_words(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/a").respond_with_data("busy", status=503)
    with pytest.raises(NetworkFailed, match=r"127\.0\.0\.1 answered with status 503") as caught:
        _fetcher(fake).get(httpserver.url_for("/a"), fake)
    assert caught.value.hint == "Try again later." and len(httpserver.log) == 4


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [
        ("Retry-After: 7", 7.0),
        ("Retry-After: 1", 3.0),
        ("Retry-After: nonsense", 3.0),
        ("Retry-After: -5", 3.0),
        ("Retry-After: Wed, 21 Oct 2015 07:28:40 GMT\r\nDate: Wed, 21 Oct 2015 07:28:00 GMT", 40.0),
        ("Retry-After: Wed, 21 Oct 2015 07:28:50 GMT", 20.0),  # by our own clock
        ("Retry-After: Wed, 21 Oct 2015 07:00:00 GMT", 3.0),
    ],
)
def test_retry_after_is_honoured_in_seconds_and_as_a_date(
    headers: str, wait_s: float, fake: FakeTime
) -> None:
    busy = f"HTTP/1.1 429 Too Many\r\n{headers}\r\nContent-Length: 0\r\n\r\n".encode()
    now = datetime(2015, 10, 21, 7, 28, 30, tzinfo=UTC)
    with raw_server(sends(busy), sends(ok(b"fine"))) as server:
        fetcher = Fetcher(clock=fake.clock, now=lambda: now, allowed=HERE)
        assert fetcher.get(server.url, fake).data == b"fine"
    assert fake.waits == [wait_s]


def test_a_server_that_asks_for_an_hour_is_not_waited_for(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/a").respond_with_data("", status=429, headers={"Retry-After": "3600"})
    with pytest.raises(NetworkFailed, match="left alone for 60 minutes"):
        _fetcher(fake).get(httpserver.url_for("/a"), fake)
    assert fake.waits == [] and len(httpserver.log) == 1


def test_a_missing_page_is_not_asked_for_again(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/a").respond_with_data("", status=404)
    with pytest.raises(NetworkFailed, match=r"404 \(not found\)"):
        _fetcher(fake).get(httpserver.url_for("/a"), fake)
    assert len(httpserver.log) == 1


def test_three_seconds_lie_between_two_requests_to_one_host(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/a").respond_with_data("fine")
    fetcher = _fetcher(fake)
    fetcher.get(httpserver.url_for("/a"), fake)
    assert fake.waits == []
    fake.now_s += 1
    fetcher.get(httpserver.url_for("/a"), fake)
    assert fake.waits == [2.0]


def test_arxivs_hosts_share_one_turn_and_other_hosts_have_their_own(fake: FakeTime) -> None:
    limiter = Limiter(3.0, fake.clock)
    for host in ("export.arxiv.org", "openreview.net", "arxiv.org"):
        with limiter.turn(host, fake):
            pass
    assert fake.waits == [3.0]


def test_two_threads_never_talk_to_one_host_at_once() -> None:
    limiter, inside, most = Limiter(0.0), [], []

    def visit(number: int) -> None:
        with limiter.turn("host", NEVER):
            inside.append(number)
            most.append(len(inside))
            inside.remove(number)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(visit, range(200)))
    assert max(most) == 1 and len(most) == 200


def test_redirects_are_followed_also_relative_ones(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/a").respond_with_data("", status=302, headers={"Location": "b?x=1"})
    httpserver.expect_request("/b", query_string="x=1").respond_with_data("fine")
    answer = _fetcher(fake).get(httpserver.url_for("/a"), fake)
    assert answer.data == b"fine" and answer.url == httpserver.url_for("/b?x=1")


def test_redirects_that_never_end_are_given_up(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/a").respond_with_data("", status=301, headers={"Location": "/a"})
    with pytest.raises(NetworkFailed, match="from one address to the next"):
        _fetcher(fake).get(httpserver.url_for("/a"), fake)
    assert len(httpserver.log) == 6


def test_a_server_that_hangs_is_given_up(fake: FakeTime) -> None:
    with raw_server(hangs) as server:
        with pytest.raises(NetworkFailed, match=r"127\.0\.0\.1 does not answer"):
            _fetcher(fake, read_s=0.1, tries=2).get(server.url, fake)
        assert server.connections == 2


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Endless: "])
def test_a_server_that_drips_is_given_up_at_the_deadline(head: bytes, fake: FakeTime) -> None:
    with raw_server(drips(head)) as server:
        start = time.monotonic()
        with pytest.raises(NetworkFailed, match="too slowly"):
            _fetcher(fake, total_s=0.3, read_s=30.0).get(server.url, fake)
        assert time.monotonic() - start < 5
        assert server.connections == 1


@pytest.mark.parametrize(
    "cut",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nonly this",
        ok(gzip.compress(b"x" * 5_000)[:-12], "Content-Encoding: gzip"),
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"",
        b"\x16\x03\x01 this is not HTTP\r\n\r\n",
    ],
)
def test_a_cut_connection_is_tried_again_and_never_half_an_answer(cut: bytes, fake: FakeTime) -> None:
    with raw_server(sends(cut), sends(ok(b"all of it"))) as server:
        assert _fetcher(fake).get(server.url, fake).data == b"all of it"
        assert server.connections == 2
    with (
        raw_server(sends(cut)) as server,
        pytest.raises(NetworkFailed, match=r"cut the connection|sent nothing"),
    ):
        _fetcher(fake, tries=2).get(server.url, fake)


def test_a_port_where_nobody_listens_is_said_in_words(fake: FakeTime) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(NetworkFailed, match="takes no connections"):
        _fetcher(fake, tries=2).get(f"http://127.0.0.1:{port}/", fake)


def test_a_body_that_says_it_is_too_large_is_not_read(fake: FakeTime) -> None:
    huge = drips(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")
    with raw_server(huge) as server, pytest.raises(NetworkFailed, match="larger than 1 MB"):
        _fetcher(fake, most_bytes=2**20).get(server.url, fake)


def test_a_body_that_turns_out_too_large_is_cut_off(fake: FakeTime) -> None:
    huge = sends(b"HTTP/1.1 200 OK\r\n\r\n" + bytes(3 * 2**20))
    with raw_server(huge) as server, pytest.raises(NetworkFailed, match="larger than 1 MB"):
        _fetcher(fake, most_bytes=2**20).get(server.url, fake)


def test_a_packed_body_is_unpacked(fake: FakeTime) -> None:
    packed = gzip.compress("検索".encode() * 1_000)
    with raw_server(sends(ok(packed, "Content-Encoding: gzip"))) as server:
        assert _fetcher(fake).get(server.url, fake).data == "検索".encode() * 1_000
        assert b"Accept-Encoding: gzip\r\n" in server.requests[0]


def test_a_packed_bomb_is_refused_before_it_is_unpacked(fake: FakeTime) -> None:
    bomb = gzip.compress(bytes(100 * 2**20), 9)
    assert len(bomb) < 2**17
    answer = sends(ok(bomb, "Content-Encoding: gzip"))
    with raw_server(answer) as server, pytest.raises(NetworkFailed, match="larger than 1 MB"):
        _fetcher(fake, most_bytes=2**20).get(server.url, fake)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (ok(b"xyz", "Content-Encoding: br"), "packed its answer as br"),
        (ok(b"xyz", "Content-Encoding: gzip, gzip"), "packed its answer as gzip, gzip"),
        (ok(b"xyz is no gzip", "Content-Encoding: gzip"), "damaged"),
    ],
)
def test_an_answer_that_cannot_be_unpacked_is_said_in_words(
    answer: bytes, words: str, fake: FakeTime
) -> None:
    with raw_server(sends(answer)) as server, pytest.raises(NetworkFailed, match=words):
        _fetcher(fake).get(server.url, fake)


def test_an_answer_that_the_caller_refuses_is_asked_for_again(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_ordered_request("/a").respond_with_data("<html>")
    httpserver.expect_ordered_request("/a").respond_with_data("fine")
    answer = _fetcher(fake).get(
        httpserver.url_for("/a"), fake, lambda a: "A web page came." if a.data.startswith(b"<") else ""
    )
    assert answer.data == b"fine" and fake.waits == [3.0]


def test_a_person_can_stop_while_a_server_hangs() -> None:
    token = CancelToken()

    def hang_then_cancel(connection: socket.socket, server: object) -> None:
        token.cancel()
        hangs(connection, server)

    with raw_server(hang_then_cancel) as server, pytest.raises(Cancelled):
        Fetcher(allowed=HERE).get(server.url, token)


def test_a_person_can_stop_while_we_wait_for_our_turn(httpserver: HTTPServer) -> None:
    token = CancelToken()

    def busy(_: object) -> Response:
        token.cancel()
        return Response(status=503)

    httpserver.expect_request("/a").respond_with_handler(busy)
    with pytest.raises(Cancelled):
        Fetcher(allowed=HERE).get(httpserver.url_for("/a"), token)
    assert len(httpserver.log) == 1


def test_a_person_can_stop_while_another_thread_has_the_turn() -> None:
    limiter, token = Limiter(0.0), CancelToken()
    with limiter.turn("host", NEVER):
        token.cancel()
        with pytest.raises(Cancelled), limiter.turn("host", token):
            pytest.fail("two turns at once")
