"""Papers by arXiv id, against a server that answers like arXiv on its bad days."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from explorer.errors import NetworkFailed, NotFound
from explorer.importers import IMPORTERS, Source
from explorer.pipeline.fetch.arxiv_ids import ArxivAnswer, fetch_arxiv_ids
from explorer.pipeline.fetch.client import Fetcher, Limits
from tests.arxiv_feeds import ENTRY, HEAD, feed
from tests.servers import FakeTime, ok, raw_server, sends


def _fetch(words: list[str], api: str, fake: FakeTime, **limits: object) -> ArxivAnswer:
    fetcher = Fetcher(Limits(**limits), clock=fake.clock, allowed=frozenset({"127.0.0.1"}))
    return fetch_arxiv_ids(words, fetcher, fake, api)


def _library(httpserver: HTTPServer, *known: str) -> str:
    """An API that knows these ids and answers with their first version."""

    def answer(request: Request) -> Response:
        asked = parse_qs(request.query_string.decode())["id_list"][0].split(",")
        start = int(request.args["start"])
        ids = [one if re.search(r"v\d$", one) else one + "v1" for one in asked if one in known]
        return Response(feed(*ids[start:], total=len(ids)), content_type="application/atom+xml")

    httpserver.expect_request("/api").respond_with_handler(answer)
    return httpserver.url_for("/api")


def test_a_paper_comes_as_a_feed_that_the_importer_reads(httpserver: HTTPServer, fake: FakeTime) -> None:
    answer = _fetch(["2405.01535"], _library(httpserver, "2405.01535"), fake)
    ((name, data),) = answer.feeds
    assert name == "arXiv:2405.01535" and answer.missing == answer.unasked == ()
    source = Source(name, data.decode())
    assert IMPORTERS["arxiv_atom"].recognise(source) > 0.5
    (document,) = IMPORTERS["arxiv_atom"].read(source)
    assert document.papers[0].arxiv_id == "2405.01535" and document.papers[0].published == "2024-05-01"


def test_ids_are_taken_out_of_what_people_paste_and_asked_for_once(
    httpserver: HTTPServer, fake: FakeTime
) -> None:
    words = ["arXiv:2405.01535", "https://arxiv.org/abs/2405.01535", "hep-th/9901001", "2404.19756v2"]
    answer = _fetch(words, _library(httpserver, "2405.01535", "hep-th/9901001", "2404.19756v2"), fake)
    assert httpserver.log[0][0].args["id_list"] == "2405.01535,hep-th/9901001,2404.19756v2"
    assert answer.missing == () and answer.feeds[0][0] == "arXiv:2405.01535 and 2 more"


def test_many_ids_are_asked_for_a_hundred_at_a_time_three_seconds_apart(
    httpserver: HTTPServer, fake: FakeTime
) -> None:
    ids = [f"2405.{number:05}" for number in range(1, 241)]
    answer = _fetch(ids, _library(httpserver, *ids), fake)
    asked = [request.args["id_list"].split(",") for request, _ in httpserver.log]
    assert [len(batch) for batch in asked] == [100, 100, 40] and [
        one for batch in asked for one in batch
    ] == ids
    assert fake.waits == [3.0, 3.0] and len(answer.feeds) == 3 and answer.missing == ()


def test_unknown_ids_are_told_one_by_one(httpserver: HTTPServer, fake: FakeTime) -> None:
    answer = _fetch(["2405.00001", "2405.00002", "2405.00003"], _library(httpserver, "2405.00002"), fake)
    assert answer.missing == ("2405.00001", "2405.00003") and len(answer.feeds) == 1


def test_entries_that_the_feed_promises_and_does_not_hold_are_missing(
    httpserver: HTTPServer, fake: FakeTime
) -> None:
    httpserver.expect_ordered_request("/api").respond_with_data(feed("2405.00001v1", total=2))
    httpserver.expect_ordered_request("/api").respond_with_data(feed(total=2))
    answer = _fetch(["2405.00001", "2405.00002"], httpserver.url_for("/api"), fake)
    assert answer.missing == ("2405.00002",) and len(answer.feeds) == 1


def test_an_empty_feed_brings_nothing_and_says_so(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/api").respond_with_data(feed())
    answer = _fetch(["2405.00001"], httpserver.url_for("/api"), fake)
    assert answer == ArxivAnswer((), ("2405.00001",), ())


def test_a_paper_for_which_nobody_asked_is_told_and_cut_out(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/api").respond_with_data(feed("2405.00001v1", "2405.99999v1"))
    answer = _fetch(["2405.00001", "2405.00002"], httpserver.url_for("/api"), fake)
    assert answer.missing == ("2405.00002",) and answer.unasked == ("2405.99999v1",)
    assert b"2405.00001" in answer.feeds[0][1] and b"2405.99999" not in answer.feeds[0][1]


def test_another_version_than_the_one_asked_for_is_not_taken(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/api").respond_with_data(feed("2405.00001v3"))
    assert _fetch(["2405.00001v1"], httpserver.url_for("/api"), fake) == ArxivAnswer(
        (), ("2405.00001v1",), ("2405.00001v3",)
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<!DOCTYPE html><html><body>Rate exceeded.</body></html>", "a web page instead"),
        ("Rate exceeded.", "a web page instead"),
        ("", "sent nothing"),
        ("  \n ", "with nothing"),
        (feed("2405.00001v1")[:-30], "is incomplete"),
    ],
)
def test_what_is_no_feed_is_asked_for_again_and_then_an_error(
    body: str, words: str, httpserver: HTTPServer, fake: FakeTime
) -> None:
    httpserver.expect_request("/api").respond_with_data(body, content_type="text/html")
    with pytest.raises(NetworkFailed, match=words):
        _fetch(["2405.00001"], httpserver.url_for("/api"), fake)
    assert len(httpserver.log) == 4 and fake.waits == [3.0, 6.0, 12.0]


def test_arxiv_recovers_from_a_rate_limit(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_ordered_request("/api").respond_with_data("Rate exceeded.", status=429)
    httpserver.expect_ordered_request("/api").respond_with_data("<html>Rate exceeded.</html>")
    httpserver.expect_ordered_request("/api").respond_with_data(feed("2405.00001v1"))
    assert len(_fetch(["2405.00001"], httpserver.url_for("/api"), fake).feeds) == 1


def test_arxivs_own_error_entry_is_passed_on_in_its_words(httpserver: HTTPServer, fake: FakeTime) -> None:
    entry = ENTRY.format("x").replace("http://arxiv.org/abs/x", "http://arxiv.org/api/errors#incorrect_id")
    httpserver.expect_request("/api").respond_with_data(HEAD.format(1) + entry + "</feed>")
    with pytest.raises(NetworkFailed, match=r"arXiv answered with an error: About x"):
        _fetch(["2405.00001"], httpserver.url_for("/api"), fake)


def test_an_entry_without_dates_counts_as_missing(httpserver: HTTPServer, fake: FakeTime) -> None:
    text = feed("2405.00001v1").replace("<published>2024-05-01T00:00:00Z</published>", "")
    httpserver.expect_request("/api").respond_with_data(text)
    assert _fetch(["2405.00001"], httpserver.url_for("/api"), fake) == ArxivAnswer((), ("2405.00001",), ())


def test_an_entry_whose_date_is_none_is_an_error_in_words(httpserver: HTTPServer, fake: FakeTime) -> None:
    httpserver.expect_request("/api").respond_with_data(
        feed("2405.00001v1").replace("2024-05-01T", "yesterday")
    )
    with pytest.raises(NetworkFailed, match="a list that cannot be read"):
        _fetch(["2405.00001"], httpserver.url_for("/api"), fake)


def test_a_feed_that_never_ends_is_cut_off_at_the_limit(fake: FakeTime) -> None:
    endless = ok((HEAD + ENTRY.format("2405.00001v1") * 20_000).encode())
    with raw_server(sends(endless)) as server, pytest.raises(NetworkFailed, match="larger than 1 MB"):
        _fetch(["2405.00001"], server.url, fake, most_bytes=2**20)


def test_a_word_that_is_no_id_is_refused_before_anything_is_asked(
    httpserver: HTTPServer, fake: FakeTime
) -> None:
    with pytest.raises(NotFound, match="“nonsense” is no arXiv id"):
        _fetch(["2405.00001", "nonsense"], httpserver.url_for("/api"), fake)
    assert httpserver.log == []
