"""Notes, read states and saved views: undo step by step, merges, imports that come and go."""

import json

import pytest

from explorer.errors import ExplorerError, NotFound
from explorer.ops import history, identity, notes, reading, tagging, views
from explorer.questions.dump import dump
from explorer.questions.search import search
from explorer.store import reading as marks
from explorer.store.check import check
from explorer.store.saved_views import saved_views
from tests.libraries import digest, import_text
from tests.twins import papers

LISTED = '{"id": "2405.00003", "title": "Foo Nets", "authors": "Ada Berg", "update_date": "2024-05-06"}\n'
THIRD = digest("June 3 - June 9", [("Later Foo Nets", "extends foo.", "2406.00009")])


def note_of(store, node):
    return marks.note_on(store.reader, node)


def state_of(store, node):
    return marks.states_of(store.reader, [node]).get(node, "")


def test_a_note_is_written_found_and_taken_back(two):
    store, first, _ = two
    assert notes.note(store, first, "  Compare with 木構造の探索 later\r\n# plain **text** ").tables
    assert note_of(store, first) == "Compare with 木構造の探索 later\n# plain **text**"
    (hit,) = search(store.reader, "構造").hits
    assert (hit.id, hit.kind) == (first, "paper") and "木構造" in hit.snippet
    assert not notes.note(store, first, note_of(store, first)).tables
    history.undo(store)
    assert note_of(store, first) == "" and not search(store.reader, "構造").hits
    history.redo(store)
    assert note_of(store, first).startswith("Compare")
    notes.note(store, first, "   ")
    assert note_of(store, first) == "" and check(store.reader) == []


def test_a_paragraph_goes_below_the_notes_of_several_in_one_step(two):
    store, first, second = two
    notes.note(store, first, "mine\n\nfor Monday")
    assert notes.add_to_notes(store, [first, second, 10**9], " for Monday\r\n").label == "Note on 1 item"
    notes.add_to_notes(store, [first, second], "読む")
    assert (note_of(store, first), note_of(store, second)) == (
        "mine\n\nfor Monday\n\n読む",
        "for Monday\n\n読む",
    )
    history.undo(store)
    assert (note_of(store, first), note_of(store, second)) == ("mine\n\nfor Monday", "for Monday")
    assert not notes.add_to_notes(store, [first, second], "for Monday").tables
    notes.delete_notes(store, [first, second])
    assert note_of(store, first) == note_of(store, second) == ""
    assert not notes.delete_notes(store, [first, second]).tables
    history.undo(store)
    assert note_of(store, first).startswith("mine")


def test_where_a_paragraph_does_not_fit_no_note_is_changed(two):
    store, first, second = two
    notes.note(store, second, "x" * (notes.LONGEST_NOTE - 5))
    with pytest.raises(ExplorerError, match="at most"):
        notes.add_to_notes(store, [first, second], "too much")
    assert note_of(store, first) == ""
    with pytest.raises(ExplorerError, match="Nothing is written"):
        notes.add_to_notes(store, [first], " \n ")
    with pytest.raises(NotFound):
        notes.add_to_notes(store, [10**9], "x")


def test_each_writing_of_a_note_is_a_step(two):
    store, first, _ = two
    for text in ("one", "two"):
        notes.note(store, first, text)
    notes.add_to_note(store, first, "three")
    assert note_of(store, first) == "two\n\nthree"
    history.undo(store)
    assert note_of(store, first) == "two"
    history.undo(store)
    assert note_of(store, first) == "one"


def test_notes_that_cannot_be_are_refused_in_words(two):
    store, first, _ = two
    with pytest.raises(NotFound):
        notes.note(store, 10**6, "x")
    with pytest.raises(ExplorerError, match="at most"):
        notes.note(store, first, "x" * (notes.LONGEST_NOTE + 1))


def test_read_states_go_round_in_bulk(two):
    store, first, second = two
    both = [first, second]
    assert reading.mark_next(store, [first]).label == "Mark 1 item as being read"
    assert reading.mark_next(store, both).label == "Mark 2 items as being read"
    assert [state_of(store, node) for node in both] == ["reading", "reading"]
    reading.mark_next(store, both)
    assert [state_of(store, node) for node in both] == ["read", "read"]
    reading.mark_next(store, both)
    assert [state_of(store, node) for node in both] == ["", ""]
    history.undo(store)
    history.undo(store)
    history.undo(store)
    assert [state_of(store, node) for node in both] == ["reading", ""]
    with pytest.raises(ExplorerError, match="no read state"):
        reading.mark(store, both, "seen")


def test_a_method_is_not_read(two):
    store, first, _ = two
    tagging.tag(store, "x", [first])
    tag = store.reader.value("select id from tag")
    with pytest.raises(ExplorerError, match="can be read"):
        reading.mark_next(store, [tag])
    reading.mark(store, [tag, first], "read")
    assert state_of(store, tag) == "" and state_of(store, first) == "read"


def test_a_merge_keeps_both_notes_and_the_state_that_is_farther(two):
    store, keep, drop = two
    notes.note(store, keep, "ours")
    notes.note(store, drop, "theirs")
    reading.mark(store, [drop], "read")
    before = dump(store.reader)
    identity.merge(store, keep, drop)
    assert note_of(store, keep) == "ours\n\ntheirs" and state_of(store, keep) == "read"
    assert check(store.reader) == []
    after = dump(store.reader)
    history.undo(store)
    assert dump(store.reader) == before
    history.redo(store)
    assert dump(store.reader) == after
    identity.split(store, keep)
    assert (note_of(store, keep), note_of(store, drop)) == ("ours", "theirs")
    assert (state_of(store, keep), state_of(store, drop)) == ("", "read")


def test_a_note_that_was_changed_after_a_merge_is_not_cut_by_a_split(two):
    store, keep, drop = two
    notes.note(store, drop, "theirs")
    identity.merge(store, keep, drop)
    notes.add_to_note(store, keep, "more")
    identity.split(store, keep)
    assert note_of(store, keep) == "theirs\n\nmore" and note_of(store, drop) == "theirs"


def test_notes_survive_an_import_that_comes_and_goes(two):
    store, first, second = two
    notes.note(store, first, "kept")
    reading.mark(store, [second], "reading")
    before = dump(store.reader)
    import_text(store, "c.md", THIRD)
    new = papers(store)["Later Foo Nets"]
    notes.note(store, new, "on a new one")
    issue = store.reader.value("select issue from document order by id desc")
    document = store.reader.value("select max(id) from document")
    notes.note(store, issue, "on an issue")
    notes.note(store, document, "on a document")
    after = dump(store.reader)
    for _ in range(4):
        history.undo(store)
    assert dump(store.reader) == before and check(store.reader) == []
    for _ in range(4):
        history.redo(store)
    assert dump(store.reader) == after and check(store.reader) == []


def test_a_person_who_is_noted_stays_when_no_paper_names_them(store):
    import_text(store, "a.jsonl", LISTED)
    person = store.reader.value("select id from node where kind = 2")
    step = store.undo_step()
    with store.operation("Note without a step", "derived"):
        marks.write_note(store, person, "met at a workshop", "2024-05-06")
    assert store.undo_step() == step
    history.undo(store)
    assert note_of(store, person) == "met at a workshop" and check(store.reader) == []


def test_views_are_saved_renamed_overwritten_and_deleted_by_steps(store):
    views.save(store, "My  view", '{"depth": 2}')
    with pytest.raises(ExplorerError, match="already"):
        views.save(store, "my VIEW", '{"depth": 3}')
    views.save(store, "my VIEW", '{"depth": 3}', over=True)
    views.save(store, "別の図", '{"depth": 1}')
    assert [(v.name, json.loads(v.state)["depth"]) for v in saved_views(store.reader)] == [
        ("My view", 3),
        ("別の図", 1),
    ]
    with pytest.raises(ExplorerError, match="already"):
        views.rename(store, "別の図", "My view")
    views.rename(store, "My view", "MY view")
    views.delete(store, "別の図")
    assert [v.name for v in saved_views(store.reader)] == ["MY view"]
    history.undo(store)
    history.undo(store)
    assert [(v.name, json.loads(v.state)["depth"]) for v in saved_views(store.reader)] == [
        ("My view", 3),
        ("別の図", 1),
    ]
    history.undo(store)
    history.undo(store)
    assert json.loads(saved_views(store.reader)[0].state)["depth"] == 2
    with pytest.raises(NotFound, match="There is no view"):
        views.delete(store, "gone")
    for name in (" ", '{"a": 1}', "x" * 101):
        with pytest.raises(ExplorerError):
            views.save(store, name, "{}")
