"""Merge, split, keep apart and settle: by hand, with a reason, and back again; imports respect them."""

import json

import pytest

from explorer.errors import ExplorerError, NotFound
from explorer.ops import history, identity, tagging
from explorer.pipeline.relate import relate
from explorer.questions.lookup import find_node
from explorer.questions.needs_you import all_places
from explorer.store import Store
from explorer.store.check import check
from tests.libraries import digest, graph_of, import_text
from tests.twins import FIRST, SECOND, papers, same

BARE = digest("May 13 - May 19", [("Networks of Foo", "is asked about again.", "")])


def test_a_merge_carries_everything_over_and_undo_brings_it_all_back(two):
    store, keep, other = two
    tagging.tag(store, "nets", [other])
    before = graph_of(store)
    changes = identity.merge(store, keep, other, "the authors say so")
    after = graph_of(store)
    assert changes.label == "Merge “Networks of Foo” into “Foo Nets for Vision”"
    assert changes.touches("appearance", "edge") and keep in changes.nodes
    assert check(store.reader) == []
    titles = {row[0] for row in store.reader.rows("select title from paper_title where paper = ?", [keep])}
    assert titles == {"Foo Nets for Vision", "Networks of Foo"}
    assert store.reader.value("select count(*) from presence where paper = ?", [keep]) == 2
    assert store.reader.rows("select node from tagging") == [(keep,)]
    assert same(store) == [(keep, other, "merged", "the authors say so")]
    assert history.undo(store).label == f"Undo: {changes.label}"
    assert graph_of(store) == before
    assert check(store.reader) == []
    history.redo(store)
    assert graph_of(store) == after
    assert check(store.reader) == []


def test_the_old_id_the_old_title_and_the_old_arxiv_id_find_the_paper_that_was_kept(two):
    store, keep, other = two
    identity.merge(store, keep, other)
    for words in (str(other), "Networks of Foo", "2405.00003", "2404.00001"):
        assert find_node(store.reader, words) == keep
    assert store.reader.value("select arxiv_id from paper where id = ?", [keep]) == "2404.00001"


def test_the_kept_papers_id_and_title_win_whichever_was_imported_first(two):
    store, first, second = two
    identity.merge(store, second, first)
    assert store.reader.row(
        "select arxiv_id, name from paper join node using (id) where id = ?", [second]
    ) == (
        "2405.00003",
        "Networks of Foo",
    )
    assert find_node(store.reader, "2404.00001") == second


def test_undo_of_a_merge_works_after_a_restart(tmp_path):
    path = tmp_path / "a.db"
    store = Store(path)
    import_text(store, "a.md", FIRST)
    before = graph_of(store)
    identity.merge(store, *papers(store).values())
    store.close()
    store = Store(path)
    history.undo(store)
    assert graph_of(store) == before
    store.close()


def test_a_new_node_never_takes_the_id_of_a_merged_one(two):
    store, keep, _ = two
    last = max(papers(store).values())
    identity.merge(store, keep, last)
    tagging.tag(store, "fresh", [keep])
    import_text(store, "c.md", digest("May 13 - May 19", [("Quite Another Matter", "new", "2405.00009")]))
    assert last not in [row[0] for row in store.reader.rows("select id from node")]
    assert find_node(store.reader, str(last)) == keep


def test_a_later_import_with_the_title_or_the_id_that_went_joins_the_paper_that_was_kept(two):
    store, keep, other = two
    identity.merge(store, keep, other)
    import_text(store, "c.md", BARE)
    import_text(store, "d.md", digest("May 20 - May 26", [("Foo, Networked", "again", "2405.00003")]))
    assert len(all_places(store.reader, keep).places) == 4
    assert len(papers(store)) == 2
    assert check(store.reader) == []


def test_a_merge_survives_an_import_that_comes_goes_and_comes_again(two):
    store, keep, other = two
    identity.merge(store, keep, other)
    before = graph_of(store)
    import_text(store, "c.md", BARE)
    with_third = graph_of(store)
    history.undo(store)
    assert graph_of(store) == before
    history.redo(store)
    assert graph_of(store) == with_third
    assert import_text(store, "b.md", SECOND).label == "Nothing new to import"
    assert same(store)[0][:3] == (keep, other, "merged")


def test_splitting_brings_the_merged_paper_back_under_its_id_with_its_tags(two):
    store, keep, other = two
    tagging.tag(store, "nets", [other])
    tagging.tag(store, "both", [keep, other])
    alone = store.reader.rows("select paper, fingerprint, title from paper_title order by 1, 2")
    identity.merge(store, keep, other)
    before = graph_of(store)
    identity.split(store, keep, reason="two papers after all")
    assert store.reader.rows("select paper, fingerprint, title from paper_title order by 1, 2") == alone
    tagged = store.reader.rows(
        "select n.name, t.node from tagging t join node n on n.id = t.tag order by 1, 2"
    )
    assert tagged == [("both", keep), ("both", other), ("nets", other)]
    assert same(store) == [(min(keep, other), max(keep, other), "split", "two papers after all")]
    assert find_node(store.reader, "2405.00003") == other
    assert check(store.reader) == []
    history.undo(store)
    assert graph_of(store) == before


def test_a_place_that_leaves_a_paper_becomes_a_paper_of_its_own_and_stays_one(store):
    import_text(store, "a.md", FIRST)
    import_text(store, "b.md", digest("May 6 - May 12", [("Foo Nets", "another foo.", "2404.00001")]))
    paper = find_node(store.reader, "2404.00001")
    places = all_places(store.reader, paper).places
    (leaving,) = [place.appearance for place in places if place.as_written == "Foo Nets"]
    before = graph_of(store)
    identity.split(store, paper, [leaving], "the id is another paper's")
    after = graph_of(store)
    assert papers(store)["Foo Nets"] != paper
    assert store.reader.value("select arxiv_id from paper where id = ?", [paper]) == "2404.00001"
    assert check(store.reader) == []
    history.undo(store)
    assert graph_of(store) == before
    history.redo(store)
    assert graph_of(store) == after


def test_what_is_kept_apart_is_neither_merged_nor_proposed_again(two):
    store, keep, other = two
    identity.keep_apart(store, keep, other, "seen both")
    import_text(store, "c.md", BARE)
    import_text(store, "d.md", digest("May 20 - May 26", [("Foo Nets for Vision", "again", "2405.00003")]))
    assert store.reader.value("select count(*) from paper where id in (?, ?)", [keep, other]) == 2
    pairs = [row for row in same(store) if {row[0], row[1]} == {keep, other}]
    assert [row[2] for row in pairs] == ["split"]
    history.undo(store)
    history.undo(store)
    history.undo(store)
    assert same(store) == []


def test_a_link_of_both_papers_is_one_link_with_both_sentences(two):
    store, keep, other = two
    concept = store.reader.value("select min(id) from concept")
    for paper in (keep, other):
        link_in_text(store, paper, concept)
    links = "select subject, predicate from link where predicate = 'uses' order by subject"
    before = graph_of(store)
    identity.merge(store, keep, other)
    assert store.reader.rows(links) == [(keep, "uses")]
    assert (
        store.reader.value(
            "select count(*) from evidence e join link l on l.id = e.link where l.predicate = 'uses'"
        )
        == 2
    )
    merged = graph_of(store)
    identity.split(store, keep)
    assert store.reader.rows(links) == [(keep, "uses"), (other, "uses")]
    assert check(store.reader) == []
    history.undo(store)
    assert graph_of(store) == merged
    history.undo(store)
    assert graph_of(store) == before


def link_in_text(store, paper, concept):
    """A link from a paper to a concept, with a sentence of the paper behind it, as an import writes it."""
    with store.operation("Link", "derived"):
        link = store.insert(
            """insert into link (subject, predicate, object, confidence, asserted_by)
               values (?, 'uses', ?, 0.9, 'document')""",
            [paper, concept],
        )
        store.execute(
            """insert into evidence (link, block, start, "end", exact)
               select ?, b.id, b.start, b."end", coalesce(b.raw, b.text) from block b
               join appearance a on a.id = b.appearance where a.paper = ? order by b.id limit 1""",
            [link, paper],
        )
        relate(store, [paper, concept])


def test_what_was_merged_into_a_merged_paper_goes_with_it(two):
    store, keep, other = two
    third = papers(store)["Bar Sampling"]
    identity.merge(store, other, third)
    identity.merge(store, keep, other)
    assert {find_node(store.reader, str(i)) for i in (keep, other, third)} == {keep}
    assert find_node(store.reader, "2404.00002") == keep
    identity.split(store, keep)
    assert find_node(store.reader, str(third)) == find_node(store.reader, "2404.00002") == other
    assert check(store.reader) == []


def test_mistakes_are_said_in_words_and_change_nothing(two):
    store, keep, _ = two
    before = graph_of(store)
    tagging.tag(store, "t", [keep])
    (tag,) = store.reader.rows("select id from tag")[0]
    history.undo(store)
    wrong = (
        lambda: identity.merge(store, keep, keep),
        lambda: identity.merge(store, keep, 999_999),
        lambda: identity.keep_apart(store, keep, tag),
        lambda: identity.split(store, keep),
        lambda: identity.split(store, keep, [999_999]),
        lambda: identity.split(store, keep, [all_places(store.reader, keep).places[0].appearance]),
        lambda: identity.settle(store, 999_999, "id"),
        lambda: identity.merge_with(store, keep, "nothing of this name"),
    )
    for act in wrong:
        with pytest.raises((ExplorerError, NotFound)) as said:
            act()
        assert said.value.message and said.value.hint
    assert graph_of(store) == before


def test_operations_that_an_older_version_wrote_still_replay(two):
    store, keep, _ = two
    rows = [
        ["node", None, {"id": 900, "kind": 6, "key": "old", "name": "old", "search": "", "bigrams": ""}],
        ["tag", None, {"id": 900, "names": "{}", "color": "", "description": "", "parent": None}],
        ["tagging", None, {"tag": 900, "node": keep}],
    ]
    before = graph_of(store)
    store.execute(
        "insert into operation (label, kind, at, undone, changes) values ('Tag', 'decision', '', 1, ?)",
        [json.dumps(rows)],
    )
    history.redo(store)
    assert store.reader.rows("select tag, node from tagging") == [(900, keep)]
    history.undo(store)
    assert graph_of(store) == before
