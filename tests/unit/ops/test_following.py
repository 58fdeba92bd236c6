"""Sources that are followed: what is new is told, what stood there stays, trouble with one stops no other."""

import json

import pytest

from explorer.errors import NotFound
from explorer.ops import following, history, notes, tagging
from explorer.ops.following import FAILED, NEW, NOTHING_NEW, UNCHANGED, find_followed, refresh
from explorer.ops.importing import Wish, apply, plan
from explorer.ops.session import Session
from explorer.ops.task import CancelToken
from explorer.pipeline import fetch
from explorer.pipeline.fetch.client import Fetcher, Limits
from explorer.questions.dump import dump
from explorer.store.check import check
from explorer.store.followed import followed_sources
from tests.libraries import digest, graph_of
from tests.servers import drips, hangs, ok, raw_server, sends

WEEK = "May 6 - May 12"
FIRST = [
    ("FooNet", "It extends BarNet, a small network of bars.", "2405.00001"),
    ("A Survey of Baz", "Everything about Baz.", "2405.00002"),
    ("Plain Words", "Words without an id.", ""),
]
NEWER = ("QuuxLM", "QuuxLM outperforms FooNet on long texts.", "2405.00009")


@pytest.fixture
def session(tmp_path):
    made = Session(tmp_path / "library.db")
    yield made
    made.close()


@pytest.fixture
def local(monkeypatch):
    """Addresses of this machine may be asked, without waiting long."""
    limits = Limits(connect_s=1, read_s=1, total_s=1, tries=1, first_wait_s=0, gap_s=0)
    fetcher = Fetcher(limits, allowed=frozenset({"127.0.0.1"}))
    monkeypatch.setattr(fetch, "default_fetcher", lambda: fetcher)


def two_weeks(rows, older=FIRST):
    newer = digest("May 13 - May 19", rows)
    return newer + "\n" + digest(WEEK, older).split("\n", 2)[2]


def bring(session, path):
    made = session.read_on(plan, Wish((str(path),))).result()
    session.write(apply, made).result()


def follow(session, *words, **more):
    return session.write(following.follow, [str(word) for word in words], **more).result()


def sources(session):
    return session.read(followed_sources).result()


def graph(session):
    return json.loads(session.write(graph_of).result())[0]


def titles(session):
    return sorted(paper["title"] for paper in session.read(dump).result()["papers"])


def documents(session):
    return {d["title"]: d["id"] for d in session.read(dump).result()["documents"]}


def test_a_file_that_has_grown_tells_only_what_is_new(session, tmp_path):
    file = tmp_path / "digest.md"
    file.write_text(digest(WEEK, FIRST), encoding="utf-8")
    bring(session, file)
    follow(session, file)
    assert refresh(session).sources[0].outcome == UNCHANGED
    file.write_text(digest(WEEK, [*FIRST, NEWER]), encoding="utf-8")
    (news,) = refresh(session).sources
    assert (news.outcome, news.papers) == (NEW, ("QuuxLM",))
    assert [m for m in news.methods if m in ("FooNet", "BarNet")] == []
    assert ("outperforms", "FooNet") in [(link.predicate, link.object) for link in news.links]
    assert refresh(session).sources[0].outcome == UNCHANGED
    (only,) = sources(session)
    assert (only.kind, only.name, only.last.outcome) == ("file", "digest.md", UNCHANGED)


def test_a_document_that_changed_keeps_its_node_its_tags_and_its_note(session, tmp_path):
    file = tmp_path / "digest.md"
    file.write_text(digest(WEEK, FIRST), encoding="utf-8")
    bring(session, file)
    follow(session, file)
    ((_, node),) = documents(session).items()
    paper = next(p["id"] for p in session.read(dump).result()["papers"] if p["title"] == "Plain Words")
    session.write(tagging.tag, "weekly", [node, paper]).result()
    session.write(notes.note, node, "mine").result()
    before = graph(session)
    file.write_text(digest(WEEK, [*FIRST, NEWER]), encoding="utf-8")
    refresh(session)
    after = graph(session)
    assert [d["id"] for d in after["documents"]] == [node]
    assert titles(session) == sorted([row[0] for row in FIRST] + ["QuuxLM"])
    assert len(after["papers"]) == len(before["papers"]) + 1
    assert session.read(check).result() == []
    assert session.write(history.undo).result().label.startswith("Undo: Read “digest.md” again")
    assert graph(session) == before
    assert session.read(check).result() == []
    session.write(history.redo).result()
    redone = graph(session)
    assert [d["id"] for d in redone["documents"]] == [node]
    assert titles(session) == sorted([row[0] for row in FIRST] + ["QuuxLM"])
    session.write(history.undo).result()
    session.write(history.undo).result()
    assert session.read(check).result() == []


def test_of_a_file_with_many_weeks_only_the_new_one_is_read(session, tmp_path):
    file = tmp_path / "readme.md"
    file.write_text(digest(WEEK, FIRST), encoding="utf-8")
    bring(session, file)
    follow(session, file)
    before = graph(session)
    old = documents(session)
    file.write_text(two_weeks([NEWER]), encoding="utf-8")
    (news,) = refresh(session).sources
    assert len(news.documents) == 1 and news.papers == ("QuuxLM",)
    assert old.items() <= documents(session).items() and len(documents(session)) == 2
    session.write(history.undo).result()
    assert graph(session) == before


def test_of_many_weeks_the_one_that_changed_comes_back_alone(session, tmp_path):
    file = tmp_path / "readme.md"
    file.write_text(two_weeks([NEWER]), encoding="utf-8")
    bring(session, file)
    follow(session, file)
    before = graph(session)
    file.write_text(two_weeks([NEWER, ("LateNet", "LateNet builds on FooNet.", "2405.00010")]), "utf-8")
    assert refresh(session).sources[0].papers == ("LateNet",)
    assert set(documents(session)) == {d["title"] for d in before["documents"]}
    session.write(history.undo).result()
    assert graph(session) == before
    session.write(history.redo).result()
    assert len(documents(session)) == 2 and "LateNet" in titles(session)
    assert session.read(check).result() == []


def test_what_rolls_off_a_list_is_not_lost(session, tmp_path):
    file = tmp_path / "digest.md"
    file.write_text(digest(WEEK, FIRST), encoding="utf-8")
    bring(session, file)
    follow(session, file)
    file.write_text(digest(WEEK, [*FIRST[:1], NEWER]), encoding="utf-8")
    refresh(session)
    assert titles(session) == sorted([row[0] for row in FIRST] + ["QuuxLM"])
    assert session.read(check).result() == []


def test_a_file_of_other_bytes_and_the_same_words_brings_nothing(session, tmp_path):
    file = tmp_path / "digest.md"
    file.write_text(digest(WEEK, FIRST), encoding="utf-8")
    bring(session, file)
    follow(session, file)
    file.write_bytes(digest(WEEK, FIRST).replace("\n", "\r\n").encode())
    before = graph(session)
    assert refresh(session).sources[0].outcome == NOTHING_NEW
    assert graph(session) == before


def test_of_a_folder_only_new_and_changed_files_are_read(session, tmp_path, monkeypatch):
    folder = tmp_path / "weeks"
    folder.mkdir()
    (folder / "a.md").write_text(digest(WEEK, FIRST), encoding="utf-8")
    follow(session, folder)
    assert refresh(session).sources[0].papers == tuple(row[0] for row in FIRST)
    read = []
    plain = fetch.read_source
    monkeypatch.setattr(fetch, "read_source", lambda word, *more: (read.append(word), plain(word, *more))[1])
    assert refresh(session).sources[0].outcome == UNCHANGED
    (folder / "b.md").write_text(digest("May 13 - May 19", [NEWER]), encoding="utf-8")
    assert refresh(session).sources[0].papers == ("QuuxLM",)
    assert read == [str(folder / "b.md")]


def test_an_address_is_asked_with_what_it_said_of_its_last_answer(session, local):
    week = digest(WEEK, FIRST).encode()
    first = sends(ok(week, 'ETag: "one"', "Last-Modified: Mon, 06 May 2024 08:00:00 GMT"))
    with raw_server(first, sends(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")) as server:
        follow(session, server.url + "week.md")
        assert refresh(session).sources[0].outcome == NEW
        assert refresh(session).sources[0].outcome == UNCHANGED
        assert b"If-None-Match" not in server.requests[0]
        assert b'If-None-Match: "one"' in server.requests[1]
        assert b"If-Modified-Since: Mon, 06 May 2024 08:00:00 GMT" in server.requests[1]


def test_an_undone_reading_is_asked_for_anew(session, local):
    with raw_server(sends(ok(digest(WEEK, FIRST).encode(), 'ETag: "one"'))) as server:
        follow(session, server.url + "week.md")
        refresh(session)
        session.write(history.undo).result()
        assert refresh(session).sources[0].papers == tuple(row[0] for row in FIRST)
        assert b"If-None-Match" not in server.requests[1]


@pytest.mark.parametrize(
    ("script", "says"),
    [
        (sends(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), "503"),
        (sends(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), "404"),
        (sends(ok(b"x" * 999)[:-500]), "cut"),
        (hangs, "does not answer|too slowly"),
        (drips(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), "too slowly"),
        (sends(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"), "304"),
    ],
    ids=["busy", "gone", "cut", "silent", "slow", "unasked"],
)
def test_a_server_in_trouble_is_told_and_the_others_go_on(session, local, tmp_path, script, says):
    import re

    file = tmp_path / "digest.md"
    file.write_text(digest(WEEK, FIRST), encoding="utf-8")
    with raw_server(script) as server:
        follow(session, server.url + "week.md", file)
        report = refresh(session)
        assert [one.outcome for one in report.sources] == [FAILED, NEW]
        assert re.search(says, report.failed[0].why) and report.failed[0].source == server.url + "week.md"
        assert re.search(says, sources(session)[0].last.why)


def test_a_file_that_is_gone_is_told_and_what_it_brought_stays(session, tmp_path):
    file = tmp_path / "digest.md"
    file.write_text(digest(WEEK, FIRST), encoding="utf-8")
    bring(session, file)
    follow(session, file)
    refresh(session)
    before = graph(session)
    file.unlink()
    (news,) = refresh(session).sources
    assert news.outcome == FAILED and "no file" in news.failed[0].why
    assert graph(session) == before and sources(session)[0].last.outcome == FAILED
    file.write_text(digest(WEEK, FIRST), encoding="utf-8")
    assert refresh(session).sources[0].outcome == UNCHANGED


def test_who_stops_in_the_middle_keeps_what_was_read(session, local, tmp_path):
    file = tmp_path / "digest.md"
    file.write_text(digest(WEEK, FIRST), encoding="utf-8")
    token = CancelToken()
    stop_at = lambda connection, server: (token.cancel(), hangs(connection, server))  # noqa: E731
    with raw_server(stop_at) as server:
        follow(session, file, server.url + "slow.md", server.url + "never.md")
        report = refresh(session, cancel=token)
    assert report.stopped and report.left == 2
    assert [one.outcome for one in report.sources] == [NEW]
    assert [one.last.outcome for one in sources(session)] == [NEW, "", ""]
    assert len(titles(session)) == 3


def test_following_is_undone_and_redone_and_a_word_that_names_nothing_is_refused(session, tmp_path):
    file = tmp_path / "digest.md"
    file.write_text(digest(WEEK, FIRST), encoding="utf-8")
    with pytest.raises(NotFound, match="no file"):
        follow(session, file, tmp_path / "none.md")
    assert sources(session) == []
    assert follow(session, file, "2405.00001", name="Mine").tables == {"followed"}
    assert follow(session, file).label == "“digest.md” is followed already"
    refused = find_followed
    with pytest.raises(NotFound, match="Several"):
        session.read(refused, "mine").result()
    one = session.read(refused, str(file)).result()
    assert one.kind == "file"
    session.write(following.unfollow, [one.id]).result()
    assert [each.kind for each in sources(session)] == ["arxiv"]
    session.write(history.undo).result()
    assert [each.kind for each in sources(session)] == ["file", "arxiv"]
    session.write(history.undo).result()
    assert sources(session) == []
    session.write(history.redo).result()
    assert len(sources(session)) == 2


def test_a_list_that_names_no_venue_is_read_again_as_what_was_said_of_it(session, tmp_path):
    file = tmp_path / "list.json"
    rows = [{"title": "Foo Nets for Vision", "authors": ["Ada Berg"], "id": "abc1"}]
    file.write_text(json.dumps(rows), encoding="utf-8")
    made = session.read_on(plan, Wish((str(file),), edition="ICML 2024")).result()
    session.write(apply, made).result()
    follow(session, file)
    rows.append({"title": "Bars for All of Us", "authors": ["Bo Falk"], "id": "abc2"})
    file.write_text(json.dumps(rows), encoding="utf-8")
    (news,) = refresh(session).sources
    assert news.papers == ("Bars for All of Us",)
    assert {tuple(p["editions"]) for p in session.read(dump).result()["papers"]} == {("ICML 2024",)}
    assert len(documents(session)) == 1
