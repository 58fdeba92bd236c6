"""What a person can name: files, web addresses, arXiv ids."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.errors import Cancelled, ExplorerError, ImportFailed, NetworkFailed, NotFound
from explorer.model.plan import Failure
from explorer.pipeline import fetch
from explorer.pipeline.fetch import arxiv_id_in, read_source, read_sources
from explorer.pipeline.fetch.client import Answer, Fetcher
from tests.arxiv_feeds import feed


class FakeFetcher(Fetcher):
    """Answers from a table; an exception in it is raised."""

    def __init__(
        self, answers: dict[str, bytes | str | Exception], content_type: str = "", charset: str = ""
    ) -> None:
        super().__init__()
        self._answers = answers
        self._kind = content_type, charset
        self.asked: list[str] = []

    def get(self, url, cancel=None, refuse=None) -> Answer:
        self.asked.append(url)
        found = next(value for key, value in self._answers.items() if key in url)
        if isinstance(found, Exception):
            raise found
        answer = Answer(url, *self._kind, found.encode() if isinstance(found, str) else found)
        if refuse and (why := refuse(answer)):
            raise NetworkFailed(why)
        return answer


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "週.md").write_bytes(b"\xef\xbb\xbfa\r\n")
    assert read_source(str(tmp_path / "週.md")) == ("週.md", b"\xef\xbb\xbfa\r\n")


def test_a_file_whose_name_is_an_id_goes_before_the_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("2405.01535").write_bytes(b"mine")
    assert read_source("2405.01535", fetcher=FakeFetcher({})) == ("2405.01535", b"mine")


def test_a_file_above_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "large.json").write_bytes(bytes(2_000_000))
    monkeypatch.setattr(fetch, "MOST_FILE_BYTES", 1_048_576)
    with pytest.raises(ImportFailed, match="larger than 1 MB"):
        read_source(str(tmp_path / "large.json"))


def test_a_file_that_cannot_be_read_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_bytes(b"x")

    def denied(_: Path) -> bytes:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(ImportFailed, match="cannot be read: Permission denied"):
        read_source(str(tmp_path / "a.md"))


@pytest.mark.parametrize("word", ["missing.md", "", "a\0b", "x" * 5_000, "nonsense/2405"])
def test_a_word_that_is_nothing_is_said_in_words(word: str) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        read_source(word)


@pytest.mark.parametrize("word", ["ftp://example.org/x", "file:///x", "gopher://x"])
def test_other_schemes_are_not_asked(word: str) -> None:
    with pytest.raises(NetworkFailed, match="is no web address"):
        read_source(word)


def test_a_web_address_is_fetched_under_its_own_name() -> None:
    fetcher = FakeFetcher({"example.org": "# Week"})
    assert read_source("https://example.org/week.md", fetcher=fetcher) == (
        "https://example.org/week.md",
        b"# Week",
    )


@pytest.mark.parametrize(
    ("charset", "data", "expected"),
    [
        ("shift_jis", "検索拡張".encode("shift_jis"), "検索拡張".encode()),
        ("gb18030", "检索".encode("gb18030"), "检索".encode()),
        ("utf-8", b"\xef\xbb\xbfx", b"\xef\xbb\xbfx"),
        ("", b"\x82", b"\x82"),
        ("no-such-charset", b"\x82", b"\x82"),
        ("utf-16", b"\xff", b"\xff"),
    ],
)
def test_a_text_in_a_stated_encoding_comes_as_utf8(charset: str, data: bytes, expected: bytes) -> None:
    fetcher = FakeFetcher({"example.org": data}, "text/html", charset)
    assert read_source("http://example.org/", fetcher=fetcher)[1] == expected


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("2405.01535", "2405.01535"),
        ("arXiv:2405.01535v2", "2405.01535v2"),
        ("https://arxiv.org/abs/2405.01535", "2405.01535"),
        ("http://export.arxiv.org/pdf/2405.01535v1.pdf", "2405.01535v1"),
        ("https://huggingface.co/papers/2405.01535", "2405.01535"),
        ("https://doi.org/10.48550/arXiv.2405.01535", "2405.01535"),
        ("arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
        ("https://example.org/?next=https://arxiv.org/abs/2405.01535", ""),
        ("https://arxiv.org.example.org/abs/2405.01535", ""),
        ("https://arxiv.org/list/cs.CL/recent", ""),
        ("http://[", ""),
        ("week.md", ""),
    ],
)
def test_links_to_papers_are_ids_and_other_addresses_are_not(word: str, found: str) -> None:
    assert arxiv_id_in(word) == found


def test_a_paper_is_read_as_the_feed_of_arxiv() -> None:
    fetcher = FakeFetcher({"id_list=2405.01535": feed("2405.01535v1")})
    name, data = read_source("https://arxiv.org/abs/2405.01535", fetcher=fetcher)
    assert name == "arXiv:2405.01535" and b"<title>Paper 2405.01535v1</title>" in data
    assert fetcher.asked[0].startswith("https://export.arxiv.org/api/query?")


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (feed(), NotFound, "knows no paper 2405.01535"),
        (feed("2404.00001v1"), NetworkFailed, "2404.00001v1 when asked"),
    ],
)
def test_another_paper_or_none_is_an_error(answer: str, kind: type[ExplorerError], words: str) -> None:
    with pytest.raises(kind, match=words):
        read_source("2405.01535", fetcher=FakeFetcher({"id_list": answer}))


def test_many_words_share_the_requests_to_arxiv_and_failures_do_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    fetcher = FakeFetcher(
        {
            "id_list": feed("2405.00001v1", "2405.00002v1", "2405.77777v1"),
            "example.org": NetworkFailed("Down.", "Wait."),
        }
    )
    words = [
        "2405.00001",
        str(tmp_path / "a.md"),
        "https://example.org/x",
        "arXiv:2405.00002",
        "2405.00003",
        "gone.md",
    ]
    came = list(read_sources(words, fetcher=fetcher))
    read = [one[1] for one in came if not isinstance(one, Failure)]
    failed = {one.source: one.why for one in came if isinstance(one, Failure)}
    assert read == ["a.md", "arXiv:2405.00001 and 2 more"]
    assert set(failed) == {"https://example.org/x", "gone.md", "2405.00003", "2405.77777v1"}
    assert failed["https://example.org/x"] == "Down." and len(fetcher.asked) == 2


def test_when_arxiv_is_away_the_other_sources_are_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    fetcher = FakeFetcher({"id_list": NetworkFailed("arXiv is away.", "Later.")})
    came = list(read_sources(["2405.00001", str(tmp_path / "a.md")], fetcher=fetcher))
    assert came[0] == (str(tmp_path / "a.md"), "a.md", b"a")
    assert came[1] == Failure("2405.00001", "arXiv is away.", "Later.")


def test_stopping_stops_everything() -> None:
    fetcher = FakeFetcher({"example.org": Cancelled("Stopped.")})
    with pytest.raises(Cancelled):
        list(read_sources(["https://example.org/x", "gone.md"], fetcher=fetcher))
