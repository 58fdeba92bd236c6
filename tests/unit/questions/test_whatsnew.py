"""What changed since a day, a step, a saved view, a snapshot."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.errors import NotFound
from explorer.model import NodeKind
from explorer.ops import history, snapshots, tagging, views
from explorer.ops.importing import apply
from explorer.ops.snapshots import Naming
from explorer.pipeline.plan import Input, plan
from explorer.questions.lookup import find_node
from explorer.questions.since import SinceKind, find_since
from explorer.questions.whatsnew import news_view, whats_new_since
from explorer.store import Store
from explorer.store.graph import nodes
from tests.libraries import digest, new_store

FIRST = [
    ("ZetaNet: Sparse Experts", "ZetaNet outperforms DPO.", "2405.00001"),
    ("A Long Look", "Mamba is named here.", "2405.00003"),
]
SECOND = [
    ("OmegaNet: Dense Again", "OmegaNet builds on DPO.", "2405.00011"),
    ("Short Looks", "DPO is named again.", "2405.00012"),
    ("A Long Look", "Mamba is named here.", "2405.00003"),
]
MAY, JUNE = "2024-05-06T08:00:00+00:00", "2024-06-10T08:00:00+00:00"


def bring(store: Store, name: str, text: str, at: str) -> None:
    apply(store, plan(store.reader, [Input(name, name, text.encode())]), at)


@pytest.fixture
def store(tmp_path: Path):
    made = new_store(tmp_path / "a.pelib")
    bring(made, "a.md", digest("April 29 - May 5", FIRST), MAY)
    bring(made, "b.md", digest("May 6 - May 12", SECOND), JUNE)
    yield made
    made.close()


def test_only_what_came_since_is_told(store):
    news = whats_new_since(store.reader, "2024-06")
    assert [row.name for row in news.papers] == ["OmegaNet: Dense Again", "Short Looks"]
    assert [row.name for row in news.methods] == ["OmegaNet"]
    assert ("OmegaNet", "builds_on", "DPO") in {
        (row.subject_name, row.predicate, row.object_name) for row in news.links
    }
    assert [(row.title, row.again) for row in news.documents] == [("Paper Table of the Week", 0)] or len(
        news.documents
    ) == 1
    assert [row.kind for row in news.steps] == ["import"]


def test_a_step_is_told_with_what_it_brought_itself(store):
    every = whats_new_since(store.reader, "1")
    assert len(every.papers) == 4 and every.since.kind is SinceKind.STEP
    assert [row.name for row in whats_new_since(store.reader, "last-import").papers] == [
        "OmegaNet: Dense Again",
        "Short Looks",
    ]


def test_since_a_snapshot_all_that_came_to_the_library_after_it_is_told(store):
    snapshots.save_words(store, '{"center": "Mamba"}', Naming("June view"))
    bring(store, "c.md", digest("May 13 - May 19", [("Late Looks", "is late.", "2405.00013")]), "2999-01-01")
    news = whats_new_since(store.reader, "june VIEW")
    assert (news.since.kind, news.since.name) == (SinceKind.SNAPSHOT, "June view")
    assert [row.name for row in news.papers] == ["Late Looks"]


def test_since_tomorrow_nothing_has_changed(store):
    assert whats_new_since(store.reader, "2024-06-11").is_empty


def test_methods_that_gained_papers_move(store):
    (mover, *others) = whats_new_since(store.reader, "2024-06-01").movers
    assert (mover.name, mover.kind, mover.before, mover.after) == ("DPO", NodeKind.CONCEPT, 1, 3)
    assert mover.rank_before == mover.rank_after == 1
    assert not others


def test_a_tag_moves_by_what_a_person_put_on_papers_that_were_there(store, monkeypatch):
    looks, zeta, short = (
        find_node(store.reader, title, NodeKind.PAPER)
        for title in ("A Long Look", "ZetaNet: Sparse Experts", "Short Looks")
    )
    for at, papers in ((MAY, [looks]), (JUNE, [zeta, short])):
        monkeypatch.setattr(tagging, "now", lambda at=at: at)
        tagging.tag(store, "state space", papers)
    tags = [m for m in whats_new_since(store.reader, "2024-06-01").movers if m.kind is NodeKind.TAG]
    assert [(m.name, m.before, m.after) for m in tags] == [("state space", 1, 3)]


def test_an_undone_import_is_no_news_and_ids_that_are_used_again_are(store):
    history.undo(store)
    assert not whats_new_since(store.reader, "2024-06-01").papers
    bring(
        store,
        "c.md",
        digest("May 13 - May 19", [("Third", "Words.", "2405.00021")]),
        "2024-07-01T08:00:00+00:00",
    )
    assert [row.name for row in whats_new_since(store.reader, "2024-06-01").papers] == ["Third"]
    assert [row.name for row in whats_new_since(store.reader, "2024-07-01").papers] == ["Third"]


def test_an_import_done_again_is_news(store):
    history.undo(store)
    history.redo(store)
    assert "Short Looks" in {row.name for row in whats_new_since(store.reader, "2024-06-01").papers}


def test_a_saved_view_tells_what_it_would_show_now(store):
    history.undo(store)
    views.save_words(store, "DPO", '{"center": "DPO", "depth": 1}')
    late = "2099-01-01T00:00:00+00:00"
    bring(store, "b.md", digest("May 6 - May 12", SECOND), late)
    since = find_since(store.reader, "dpo")
    assert (since.kind, since.name) == (SinceKind.VIEW, "DPO")
    fresh = {row.id for row in nodes(store.reader, whats_new_since(store.reader, "DPO").in_view)}
    assert find_node(store.reader, "OmegaNet", NodeKind.CONCEPT) in fresh
    assert find_node(store.reader, "ZetaNet", NodeKind.CONCEPT) not in fresh


def test_what_is_new_is_a_view(store):
    view = news_view(store.reader, find_since(store.reader, "2024-06-01"))
    assert view.query.only == {
        find_node(store.reader, "OmegaNet: Dense Again", NodeKind.PAPER),
        find_node(store.reader, "Short Looks", NodeKind.PAPER),
        find_node(store.reader, "OmegaNet", NodeKind.CONCEPT),
        find_node(store.reader, "DPO", NodeKind.CONCEPT),
    }


@pytest.mark.parametrize("words", ["yesterday", "2024-13-01", "99", ""])
def test_what_is_no_time_is_said(store, words):
    with pytest.raises(NotFound):
        find_since(store.reader, words)


def test_times_with_a_zone_are_compared_in_utc(store):
    assert find_since(store.reader, "2024-06-10T10:00:00+02:00").at == JUNE
