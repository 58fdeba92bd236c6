"""A paper that a service has under a title waits until a person says whether it is that one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from explorer.cli import main
from explorer.errors import ExplorerError, NotFound
from explorer.ops import history, offers
from explorer.ops.enriching import EnrichReport, Wish, enrich
from explorer.ops.library import ask
from explorer.ops.session import Session
from explorer.questions.dump import dump
from explorer.questions.needs_you import OFFER, count_undecided, needs_you
from explorer.store import Store
from explorer.store.check import check
from tests.libraries import digest, graph_of, import_text, new_store
from tests.services import FakeServices, Paper

BARE = "Preference Learning Without a Reward Model"
ENTRY = f"@misc{{a, title={{{BARE}}}}}"


@pytest.fixture
def fake(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> FakeServices:
    services = FakeServices(httpserver)
    services.papers["2405.00001"] = Paper(BARE)
    return services


@pytest.fixture
def path(tmp_path: Path, fake: FakeServices) -> Path:
    """A library that knows a paper by its title, and has been told of one of that title."""
    path = tmp_path / "library.db"
    store = new_store(path)
    import_text(store, "mine.bib", ENTRY)
    store.close()
    assert len(run(path, fake).unproven) == 1
    return path


def run(path: Path, fake: FakeServices, days: int = 30) -> EnrichReport:
    session = Session(path, create=False)
    try:
        return enrich(session, Wish(days=days), services=fake.services())
    finally:
        session.close()


def waiting(store: Store) -> list[tuple[int, tuple[tuple[str, str], ...]]]:
    rows = needs_you(store.reader).rows
    return [(row.number, row.sides[1].ids) for row in rows if row.kind == OFFER]


def paper_of(store: Store) -> dict[str, object]:
    (paper,) = (paper for paper in dump(store.reader)["papers"] if paper["title"] == BARE)
    return paper


def test_what_was_offered_waits_with_its_authors_and_survives_a_restart(path: Path) -> None:
    (row,) = ask(path, needs_you).rows
    assert row.kind == OFFER and row.sides[0].title == BARE and row.sides[0].places
    assert row.sides[1].authors == ("Ada Byron", "Grace Murray") and row.sides[1].published == "2024-05-01"
    assert row.sides[1].ids == (("arXiv", "2405.00001"),) and ask(path, count_undecided) == 1


def test_accepted_the_paper_has_the_id_and_is_completed_and_all_is_undone_and_redone(
    path: Path, fake: FakeServices
) -> None:
    store = Store(path)
    before = graph_of(store)
    ((number, _),) = waiting(store)
    assert "2405.00001" in offers.accept(store, number).label
    assert paper_of(store)["arxiv_id"] == "2405.00001" and waiting(store) == [] and check(store.reader) == []
    after = graph_of(store)
    history.undo(store)
    assert graph_of(store) == before and len(waiting(store)) == 1
    history.redo(store)
    assert graph_of(store) == after and waiting(store) == []
    store.close()
    assert run(path, fake).completed == 1
    store = Store(path)
    assert paper_of(store)["authors"] == ["Ada Byron", "Grace Murray"]
    assert len(dump(store.reader)["papers"]) == 1
    store.close()


def test_accepted_where_the_library_has_that_id_the_two_are_one(path: Path) -> None:
    store = Store(path)
    import_text(
        store, "week.md", digest("April 29 - May 5", [("Rewards, Once More", "is new.", "2405.00001")])
    )
    ((number, _),) = waiting(store)
    before = graph_of(store)
    offers.accept(store, number)
    papers = dump(store.reader)["papers"]
    assert len(papers) == 1 and papers[0]["arxiv_id"] == "2405.00001" and len(papers[0]["titles"]) == 2
    assert check(store.reader) == []
    history.undo(store)
    assert graph_of(store) == before and len(waiting(store)) == 1
    store.close()


def test_refused_it_is_never_asked_again_nor_joined_by_a_later_answer(path: Path, fake: FakeServices) -> None:
    store = Store(path)
    ((number, _),) = waiting(store)
    offers.refuse(store, number)
    assert waiting(store) == []
    history.undo(store)
    assert len(waiting(store)) == 1
    history.redo(store)
    import_text(store, "more.bib", ENTRY.replace("}}", "}, author={Ada Byron}}"))  # now a witness would agree
    store.close()
    report = run(path, fake, days=0)
    assert report.unproven == () and report.identified == 0
    store = Store(path)
    assert waiting(store) == [] and not any(paper["arxiv_id"] for paper in dump(store.reader)["papers"])
    store.close()


def test_an_offer_is_for_one_of_the_papers_that_have_its_title(path: Path) -> None:
    store = Store(path)
    ((number, _),) = waiting(store)
    with pytest.raises(NotFound, match="no offer 99"):
        offers.refuse(store, 99)
    with pytest.raises(NotFound, match="waits for this id"):
        offers.accept(store, number, 999)
    offers.refuse(store, number)
    with pytest.raises(ExplorerError, match="decided already"):
        offers.accept(store, number)
    store.close()


def test_the_command_line_lists_offers_and_decides_them(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["needs", str(path)]) == 0
    said = capsys.readouterr().out
    assert "offer: arXiv has a paper of this title" in said and "offer LIBRARY 1 accept|refuse" in said
    assert main(["offer", str(path), "1", "maybe"]) == 2
    assert main(["offer", str(path), "1", "accept"]) == 0
    capsys.readouterr()
    assert main(["needs", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == 0
    assert main(["undo", str(path)]) == 0
    assert main(["offer", str(path), "1", "refuse", "--json"]) == 0
