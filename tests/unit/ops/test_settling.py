"""Contradictions are settled by hand: how, with a note, and back again."""

import json

import pytest

from explorer.errors import ExplorerError, WrongUse
from explorer.ops import history, identity
from explorer.questions.lookup import find_node
from explorer.questions.needs_you import needs_you
from explorer.store.check import check
from tests.libraries import digest, graph_of, import_text
from tests.twins import papers, same

BOATS = "Teaching Boats to Sail without a Keel: Rudders, Ballast and Patience"
LIST = json.dumps(
    {"id": "2404.11111", "title": BOATS, "authors": "Ada Berg, Bo Falk", "update_date": "2024-05-06"}
)


@pytest.fixture
def disputed(store):
    """A digest gives the id of a paper on boats to one on tokenizers; the number of the contradiction."""
    import_text(store, "list.jsonl", LIST + "\n")
    row = (
        "Yeast Tokenizers: Merging Residues",
        "merges residues of proteins by their chemistry.",
        "2404.11111",
    )
    import_text(store, "week.md", digest("April 29 - May 5", [row]))
    (waiting,) = needs_you(store.reader).rows
    assert (waiting.topic, [side.title for side in waiting.sides][1]) == ("id", BOATS)
    return waiting.number


def test_an_import_finds_it_and_the_wrong_id_stays_apart_for_good(store, disputed):
    before = graph_of(store)
    identity.settle(store, disputed, "title", "a slip")
    assert find_node(store.reader, "2404.11111") == find_node(store.reader, BOATS)
    after = graph_of(store)
    row = ("Yeast Tokenizers: Merging Residues", "is in this week again.", "2404.11111")
    import_text(store, "again.md", digest("May 6 - May 12", [row]))
    assert find_node(store.reader, "Yeast Tokenizers: Merging Residues") != find_node(store.reader, BOATS)
    assert check(store.reader) == []
    history.undo(store)
    assert graph_of(store) == after
    history.undo(store)
    assert graph_of(store) == before


def test_an_id_that_is_right_after_all_counts_again(store, disputed):
    before = graph_of(store)
    identity.settle(store, disputed, "id")
    assert find_node(store.reader, "Yeast Tokenizers: Merging Residues") == find_node(store.reader, BOATS)
    assert store.reader.value("select count(*) from appearance where stated like '%disputed%'") == 0
    assert check(store.reader) == []
    after = graph_of(store)
    history.undo(store)
    assert graph_of(store) == before
    history.redo(store)
    assert graph_of(store) == after


def contradict(store, kind, paper="Networks of Foo", other="Foo Nets for Vision"):
    """An open contradiction on the first place of a paper, as an import writes it."""
    found = papers(store)
    place, document = store.reader.row("select id, document from appearance where paper = ?", [found[paper]])
    store.execute(
        "insert into contradiction (document, kind, detail, appearance, other) values (?, ?, ?, ?, ?)",
        [document, kind, f"{kind}: two statements", place, found[other]],
    )
    return int(store.reader.value("select max(id) from contradiction"))


def test_an_id_that_is_right_makes_the_title_another_name_of_its_paper(two):
    store, owner, wrong = two
    number = contradict(store, "id")
    before = graph_of(store)
    identity.settle(store, number, "id", "a working title")
    assert find_node(store.reader, "Networks of Foo") == owner
    assert store.reader.row("select state, decision, note from contradiction") == (
        "settled",
        "id",
        "a working title",
    )
    assert needs_you(store.reader).total == 0
    history.undo(store)
    assert graph_of(store) == before
    assert needs_you(store.reader).rows[0].number == number
    assert wrong in papers(store).values()


def test_a_title_that_is_right_keeps_the_two_apart_for_good(two):
    store, owner, paper = two
    identity.settle(store, contradict(store, "id"), "title")
    assert same(store) == [(min(owner, paper), max(owner, paper), "split", "the id is wrong")]
    with pytest.raises(ExplorerError, match="settled already"):
        identity.settle(store, 1, "id")


def test_a_total_is_noted_and_takes_no_other_decision(two):
    store, *_ = two
    number = contradict(store, "total")
    with pytest.raises(WrongUse, match="cannot be settled"):
        identity.settle(store, number, "title")
    identity.settle(store, number, "noted", "the list was cut")
    assert store.reader.value("select note from contradiction") == "the list was cut"
    history.undo(store)
    assert store.reader.value("select state from contradiction") == "open"


def test_merging_the_two_papers_of_a_disputed_id_settles_the_dispute(two):
    store, owner, paper = two
    contradict(store, "id")
    identity.merge(store, owner, paper, "one paper")
    assert store.reader.row("select state, decision, note from contradiction") == (
        "settled",
        "id",
        "one paper",
    )


def test_what_waits_is_told_with_both_sides_and_where_they_stand(two):
    store, owner, paper = two
    number = contradict(store, "id")
    store.execute(
        "insert into same_as (a, b, decision, reason) values (?, ?, 'proposed', 'the same title')",
        [owner, owner + 1],
    )
    answer = needs_you(store.reader)
    assert answer.total == 2
    first, second = answer.rows
    assert (first.kind, first.number, first.topic) == ("contradiction", number, "id")
    assert [side.id for side in first.sides] == [paper, owner]
    assert (second.kind, second.words) == ("same", "the same title")
    assert [side.ids for side in second.sides] == [
        (("arXiv", "2404.00001"),),
        (("arXiv", "2404.00002"),),
    ]
    assert second.sides[1].places[0].as_written == "Bar Sampling"
    assert needs_you(store.reader, 1, 1).rows == (second,)
