"""Enrichment from arXiv and OpenReview, against services of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from explorer.ops import history, notes, tagging
from explorer.ops.enriching import EnrichReport, Wish, enrich, survey
from explorer.ops.session import Session
from explorer.ops.task import CancelToken
from explorer.questions.dump import dump
from explorer.store import Store
from tests.libraries import digest, graph_of, import_text, new_store
from tests.services import FakeServices, Paper

KAN = "Splines on Every Edge: Networks Without Weights"
RAG = "Grounded Answers: Retrieval Before Generation"
BARE = "Preference Learning Without a Reward Model"
WEEK = "April 29 - May 5"


@pytest.fixture
def fake(httpserver: HTTPServer) -> FakeServices:
    return FakeServices(httpserver)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def _fill(path: Path, *texts: tuple[str, str]) -> None:
    store = new_store(path)
    for name, text in texts:
        import_text(store, name, text)
    store.close()


def _week(*rows: tuple[str, str]) -> tuple[str, str]:
    return "weeks.md", digest(WEEK, [(title, "It is new.", arxiv_id) for title, arxiv_id in rows])


def _bib(*entries: str) -> tuple[str, str]:
    return "mine.bib", "\n".join(entries)


def _run(path: Path, fake: FakeServices, wish: Wish | None = None, **more: object) -> EnrichReport:
    session = Session(path, create=False)
    try:
        return enrich(session, wish or Wish(), services=fake.services(), **more)
    finally:
        session.close()


def _papers(path: Path) -> dict[str, dict[str, object]]:
    store = Store(path)
    try:
        return {paper["title"]: paper for paper in dump(store.reader)["papers"]}
    finally:
        store.close()


def test_a_paper_with_an_id_gets_abstract_authors_dates_and_version(path: Path, fake: FakeServices) -> None:
    _fill(path, _week((KAN, "2404.19756")))
    fake.papers["2404.19756"] = Paper(KAN)
    report = _run(path, fake)
    assert (report.asked, report.completed, report.left, report.failed) == (1, 1, 0, ())
    paper = _papers(path)[KAN]
    assert paper["authors"] == ["Ada Byron", "Grace Murray"] and paper["published"] == "2024-05-01"
    store = Store(path)
    abstract, facts = store.reader.row("select abstract, facts from paper")
    assert abstract == "We study something of our own." and json.loads(facts)["versions"] == ["v2"]
    kinds = [row[0] for row in store.reader.rows("select format from source order by id")]
    assert kinds == ["dair_weekly_digest", "arxiv_atom"]  # every fact has a document that states it
    store.close()


def test_what_was_asked_is_not_asked_again_until_it_is_old_or_wanted(path: Path, fake: FakeServices) -> None:
    _fill(path, _week((KAN, "2404.19756"), (RAG, "2404.11111")))
    fake.papers["2404.19756"] = Paper(KAN)
    assert _run(path, fake).missing == 1
    again = _run(path, fake)
    assert fake.asked_of("arxiv") == ["2404.19756,2404.11111"]
    assert (again.asked, again.asked_before) == (0, 1)
    fake.papers["2404.11111"] = Paper(RAG)
    assert _run(path, fake, Wish(days=0)).completed == 1
    assert fake.asked_of("arxiv")[1:] == ["2404.11111"]


def test_a_batch_is_one_step_that_is_taken_back_and_done_again_and_can_be_asked_again(
    path: Path, fake: FakeServices
) -> None:
    _fill(path, _week((KAN, "2404.19756")))
    store = Store(path)
    before = graph_of(store)
    store.close()
    fake.papers["2404.19756"] = Paper(KAN)
    _run(path, fake)
    store = Store(path)
    after = graph_of(store)
    assert history.undo(store).label == "Undo: Complete 1 paper from arXiv"
    assert graph_of(store) == before
    history.redo(store)
    assert graph_of(store) == after
    history.undo(store)
    store.close()
    assert _run(path, fake).completed == 1


def test_what_a_person_decided_stays(path: Path, fake: FakeServices) -> None:
    _fill(path, _week((KAN, "2404.19756")))
    store = Store(path)
    (node,) = store.reader.row("select id from paper")
    tagging.tag(store, "mine", [node])
    notes.note(store, node, "read this")
    store.close()
    fake.papers["2404.19756"] = Paper(KAN)
    _run(path, fake)
    store = Store(path)
    assert store.reader.value("select text from note where node = ?", [node]) == "read this"
    assert store.reader.value("select count(*) from tagging where node = ?", [node]) == 1
    store.close()


def test_an_id_that_is_another_papers_becomes_a_contradiction(path: Path, fake: FakeServices) -> None:
    _fill(path, _week((KAN, "2404.19756")))
    fake.papers["2404.19756"] = Paper("Coral Reefs and Their Fishes in Winter", ("Nemo Finn",))
    _run(path, fake)
    papers = _papers(path)
    assert papers[KAN]["arxiv_id"] in ("", None) and "Coral Reefs and Their Fishes in Winter" in papers
    store = Store(path)
    assert store.reader.rows("select kind, state from contradiction") == [("id", "open")]
    store.close()


def test_many_ids_are_asked_a_hundred_at_a_time_and_each_batch_is_a_step(
    path: Path, fake: FakeServices
) -> None:
    ids = [f"2404.{number:05}" for number in range(1, 231)]
    _fill(path, _week(*((f"A Study of Many Things, Part {i}", i) for i in ids)))
    fake.papers |= {i: Paper(f"A Study of Many Things, Part {i}") for i in ids}
    assert _run(path, fake).completed == 230
    assert [len(words.split(",")) for words in fake.asked_of("arxiv")] == [100, 100, 30]
    store = Store(path)
    labels = store.reader.rows("select label from operation where label like 'Complete%'")
    assert [row[0] for row in labels] == [f"Complete {n} papers from arXiv" for n in (100, 100, 30)]
    store.close()


def test_a_service_that_fails_half_way_leaves_the_rest_for_the_next_run(
    path: Path, fake: FakeServices
) -> None:
    ids = [f"2404.{number:05}" for number in range(1, 151)]
    _fill(path, _week(*((f"A Study of Many Things, Part {i}", i) for i in ids)))
    fake.papers |= {i: Paper(f"A Study of Many Things, Part {i}") for i in ids}
    fake.trouble = lambda number: Response("busy", status=503) if number > 1 else None
    report = _run(path, fake)
    assert (report.completed, report.left, len(report.failed)) == (100, 50, 1)
    assert "503" in report.failed[0].why
    fake.trouble = lambda number: None
    assert _run(path, fake).completed == 50
    assert len(fake.asked_of("arxiv")[-1].split(",")) == 50


def test_an_id_that_arxiv_takes_for_none_does_not_stand_in_the_way_of_the_others(
    path: Path, fake: FakeServices
) -> None:
    ids = [f"2404.{number:05}" for number in range(1, 41)]
    _fill(path, _week(*((f"A Study of Many Things, Part {i}", i) for i in ids)))
    fake.papers |= {i: Paper(f"A Study of Many Things, Part {i}") for i in ids}
    fake.bad = {"2404.00023"}
    report = _run(path, fake)
    assert (report.completed, report.missing, report.left) == (39, 1, 0)
    count = len(fake.asked)
    assert _run(path, fake).asked == 0 and len(fake.asked) == count


def test_a_title_with_an_author_in_common_gets_its_id_and_the_facts(path: Path, fake: FakeServices) -> None:
    _fill(path, _bib(f"@misc{{a, title={{{BARE}}}, author={{Ada Byron}}}}"))
    fake.papers |= {
        "2405.00001": Paper(BARE),
        "2405.00002": Paper(BARE + " for Robots"),
        "2405.00003": Paper("Something Else", ("Ada Byron",)),
    }
    report = _run(path, fake)
    assert (report.identified, report.completed, report.unproven) == (1, 0, ())
    papers = _papers(path)
    assert papers[BARE]["arxiv_id"] == "2405.00001" and len(papers) == 1
    assert papers[BARE]["authors"] == ["Ada Byron", "Grace Murray"]


def test_a_title_without_a_witness_is_told_and_nothing_is_stored(path: Path, fake: FakeServices) -> None:
    _fill(path, _bib(f"@misc{{a, title={{{BARE}}}}}"))
    fake.papers["2405.00001"] = Paper(BARE)
    before = _papers(path)
    report = _run(path, fake)
    assert report.identified == 0
    assert [(u.title, u.candidates) for u in report.unproven] == [(BARE, ("2405.00001",))]
    assert _papers(path) == before
    assert _run(path, fake).asked == 0


def test_a_title_of_other_authors_is_not_taken(path: Path, fake: FakeServices) -> None:
    _fill(path, _bib(f"@misc{{a, title={{{BARE}}}, author={{Nemo Finn}}}}"))
    fake.papers["2405.00001"] = Paper(BARE)
    report = _run(path, fake)
    assert report.identified == 0 and _papers(path)[BARE]["arxiv_id"] in ("", None)
    assert len(_papers(path)) == 1


def test_of_two_papers_of_one_title_the_one_with_the_author_is_taken(path: Path, fake: FakeServices) -> None:
    _fill(path, _bib(f"@misc{{a, title={{{BARE}}}, author={{Ada Byron}}}}"))
    fake.papers |= {"2405.00001": Paper(BARE, ("Nemo Finn",)), "2405.00002": Paper(BARE)}
    assert _run(path, fake).identified == 1
    assert _papers(path)[BARE]["arxiv_id"] == "2405.00002" and len(_papers(path)) == 1


def test_titles_are_asked_ten_at_a_time_and_short_ones_not_at_all(path: Path, fake: FakeServices) -> None:
    titles = [f"{word} Learning Without a Reward Model" for word in ("Curious", "Deep", "Early", "Fast")]
    titles += [f"A {word} View of Attention Heads" for word in ("Global", "Half", "Inner", "Joint", "Kind")]
    titles += [f"Why {word} Agents Plan Ahead" for word in ("Lazy", "Many", "New", "Old")] + ["KTO"]
    entries = [f"@misc{{k{i}, title={{{t}}}, author={{Ada Byron}}}}" for i, t in enumerate(titles)]
    _fill(path, _bib(*entries))
    fake.papers |= {f"2405.{i:05}": Paper(title) for i, title in enumerate(titles, start=1)}
    report = _run(path, fake)
    assert (report.identified, report.too_short) == (13, 1)
    assert [words.count("ti:") for words in fake.asked_of("arxiv")] == [10, 3]


def test_a_forum_gets_its_facts_from_either_version_of_the_api(path: Path, fake: FakeServices) -> None:
    urls = {"abcDEF1234": KAN, "ghiJKL5678": RAG, "nobody0000": BARE}
    entries = [
        f"@misc{{k{i}, title={{{t}}}, url={{https://openreview.net/forum?id={f}}}}}"
        for i, (f, t) in enumerate(urls.items())
    ]
    _fill(path, _bib(*entries))
    fake.forums["abcDEF1234"] = Paper(KAN)
    fake.old_forums["ghiJKL5678"] = Paper(RAG)
    report = _run(path, fake)
    assert (report.completed, report.missing) == (2, 1)
    papers = _papers(path)
    assert [papers[t]["authors"] for t in (KAN, RAG)] == [["Ada Byron", "Grace Murray"]] * 2
    assert papers[KAN]["published"] == "2024-01-16" and papers[KAN]["editions"] == ["ICLR 2024"]
    store = Store(path)
    kinds = store.reader.rows("select kind from document order by id")
    assert kinds[-1] == ("metadata",)  # a few papers that were asked for are no list of an edition
    store.close()
    count = len(fake.asked)
    assert _run(path, fake).asked == 0 and len(fake.asked) == count


def test_a_title_that_arxiv_does_not_have_is_asked_of_openreview(path: Path, fake: FakeServices) -> None:
    _fill(path, _bib(f"@misc{{a, title={{{BARE}}}, author={{Ada Byron}}}}"))
    fake.forums |= {"abcDEF1234": Paper(BARE), "other00000": Paper(BARE + " and Other Stories")}
    report = _run(path, fake)
    assert (report.asked, report.identified, report.missing) == (1, 1, 0)
    assert _papers(path)[BARE]["openreview"] == "abcDEF1234" and len(_papers(path)) == 1


def test_a_person_stops_and_what_came_stays(path: Path, fake: FakeServices) -> None:
    ids = [f"2404.{number:05}" for number in range(1, 151)]
    _fill(path, _week(*((f"A Study of Many Things, Part {i}", i) for i in ids)))
    fake.papers |= {i: Paper(f"A Study of Many Things, Part {i}") for i in ids}
    token = CancelToken()

    def stop_at_the_second(number: int) -> None:
        if number == 2:
            token.cancel()

    fake.trouble = stop_at_the_second
    report = _run(path, fake, cancel=token)
    assert report.stopped and (report.completed, report.left) == (100, 50)
    assert _run(path, fake).completed == 50


def test_only_some_papers_only_ids_or_only_titles_and_so_many_at_most(path: Path, fake: FakeServices) -> None:
    _fill(
        path,
        _week((KAN, "2404.19756"), (RAG, "2404.11111")),
        _bib(f"@misc{{a, title={{{BARE}}}, author={{Ada Byron}}}}"),
    )
    fake.papers |= {"2404.19756": Paper(KAN), "2404.11111": Paper(RAG), "2405.00001": Paper(BARE)}
    assert _run(path, fake, Wish(titles=False, limit=1)).completed == 1
    assert fake.asked_of("arxiv") == ["2404.19756"]
    assert _run(path, fake, Wish(ids=False)).identified == 1
    store = Store(path)
    (node,) = store.reader.row("select id from paper where arxiv_id = '2404.11111'")
    seen = survey(store.reader, Wish(papers=(node,)))
    store.close()
    assert (seen.papers, seen.requests) == (1, 1)
    assert _run(path, fake, Wish(papers=(node,))).completed == 1


def test_the_survey_counts_what_is_lacking_and_sends_nothing(path: Path, fake: FakeServices) -> None:
    _fill(path, _week((KAN, "2404.19756"), (RAG, "")), _bib("@misc{a, title={KTO}, author={Ada Byron}}"))
    store = Store(path)
    seen = survey(store.reader, Wish())
    store.close()
    assert (seen.papers, seen.with_id, seen.without_id, seen.too_short) == (2, 1, 1, 1)
    assert (seen.without_abstract, seen.without_authors, seen.requests) == (2, 2, 3)
    assert seen.seconds == 10 and fake.asked == []


def test_progress_counts_papers_and_what_came(path: Path, fake: FakeServices) -> None:
    ids = [f"2404.{number:05}" for number in range(1, 121)]
    _fill(path, _week(*((f"A Study of Many Things, Part {i}", i) for i in ids)))
    fake.papers |= {i: Paper(f"A Study of Many Things, Part {i}") for i in ids[:110]}
    told: list[tuple[int, int, str]] = []
    _run(path, fake, progress=lambda *step: told.append(step))
    assert told == [
        (0, 120, "Asking arXiv"),
        (100, 120, "Asking arXiv: 100 completed"),
        (120, 120, "Asked: 110 completed"),
    ]
