"""Undo and redo of decisions, across a restart, against a model."""

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.ops import history, notes, tag_tree, tagging, views
from explorer.pipeline.relate import relate
from explorer.store import Store
from explorer.store.nodes import ensure_tag
from explorer.store.taggings import put_tag
from tests.libraries import new_store

TABLES = ("node", "tag", "tagging", "link", "edge", "measure", "note", "reading", "saved_view")


def state(store):
    return {table: sorted(store.reader.rows(f"select * from {table}"), key=repr) for table in TABLES}


def add_nodes(store, count):
    with store.operation("Fill", "derived"):
        ids = [store.insert("insert into node (kind, name) values (5, ?)", [f"c{i}"]) for i in range(count)]
        store.insert_many("insert into concept (id, kind) values (?, 'method')", [(i,) for i in ids])
        relate(store, ids)
    return ids


def test_undo_and_redo_restore_the_rows_and_the_derived_edges(store):
    nodes = add_nodes(store, 3)
    before = state(store)
    changes = tagging.tag(store, "long context", nodes[:2])
    after = state(store)
    assert changes.touches("tagging") and set(nodes[:2]) <= changes.nodes
    assert history.undo(store).label == "Undo: Tag 2 items “long context”"
    assert state(store) == before
    assert history.redo(store).label == "Redo: Tag 2 items “long context”"
    assert state(store) == after


def test_undo_works_after_a_restart(tmp_path):
    path = tmp_path / "a.db"
    store = new_store(path)
    nodes = add_nodes(store, 1)
    before = state(store)
    tagging.tag(store, "x", nodes)
    store.close()
    store = Store(path)
    history.undo(store)
    assert state(store) == before
    store.close()


def test_nothing_to_undo_is_said(store):
    assert history.undo(store).label == "Nothing to undo"
    assert history.redo(store).label == "Nothing to redo"


def test_a_new_decision_ends_what_could_be_redone(store):
    nodes = add_nodes(store, 1)
    tagging.tag(store, "x", nodes)
    history.undo(store)
    tagging.tag(store, "y", nodes)
    assert store.redo_step() is None


def test_a_derived_step_is_no_undo_step(store):
    add_nodes(store, 1)
    assert store.undo_step() is None


def test_tagging_again_changes_nothing(store):
    nodes = add_nodes(store, 1)
    tagging.tag(store, "Context", nodes)
    assert tagging.tag(store, " context ", nodes).label == "“context” is on them already"
    assert store.reader.value("select count(*) from tag") == 1


def test_deleting_a_tag_can_be_undone_with_all_it_stood_on(store):
    nodes = add_nodes(store, 3)
    tagging.tag(store, "x", nodes)
    before = state(store)
    tag_tree.delete(store, "x")
    assert not store.reader.rows("select * from tag")
    history.undo(store)
    assert state(store) == before


def test_a_tag_may_stand_on_a_tag(store):
    with store.operation("Tags"):
        a, b = ensure_tag(store, "a"), ensure_tag(store, "b")
        put_tag(store, a, [b])
    assert store.reader.rows("select tag, node from tagging") == [(a, b)]


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("tag"), st.sampled_from("abc"), st.sets(st.integers(0, 4), min_size=1)),
        st.tuples(st.just("untag"), st.sampled_from("abc"), st.sets(st.integers(0, 4), min_size=1)),
        st.tuples(st.just("delete"), st.sampled_from("abc")),
        st.tuples(st.just("rename"), st.sampled_from("abc"), st.sampled_from("abcd")),
        st.tuples(st.just("note"), st.integers(0, 4), st.sampled_from(("", "a", "b 案"))),
        st.tuples(st.just("save"), st.sampled_from("vw"), st.integers(1, 5)),
        st.tuples(st.just("forget"), st.sampled_from("vw")),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
    ),
    max_size=25,
)


@given(ACTS)
@settings(max_examples=25, deadline=None)
def test_any_row_of_acts_can_be_undone_to_the_beginning_and_redone_to_the_end(tmp_path_factory, acts):
    store = new_store(tmp_path_factory.mktemp("h") / "a.db")
    nodes = add_nodes(store, 5)
    start = state(store)
    for act in acts:
        perform(store, nodes, *act)
    end = state(store)
    steps = 0
    while store.undo_step():
        history.undo(store)
        steps += 1
    assert state(store) == start
    for _ in range(steps):
        history.redo(store)
    assert state(store) == end
    store.close()


def perform(store, nodes, what, *args):
    from explorer.errors import ExplorerError

    try:
        if what in ("tag", "untag"):
            getattr(tagging, what)(store, args[0], [nodes[i] for i in sorted(args[1])])
        elif what == "note":
            notes.note(store, nodes[args[0]], args[1])
        elif what == "save":
            views.save(store, args[0], f'{{"depth": {args[1]}}}', over=True)
        elif what == "forget":
            views.delete(store, args[0])
        elif what in ("delete", "rename"):
            getattr(tag_tree if what == "delete" else tagging, what)(store, *args)
        else:
            getattr(history, what)(store)
    except ExplorerError:
        pass  # a tag that is not there: said in words, nothing changed
