"""After a step that only marks, the columns are those of a library read anew, and most of them are kept."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.errors import ExplorerError
from explorer.graph import filter_base, filter_read
from explorer.graph.filter_columns import FilterColumns
from explorer.graph.filter_read import columns_of, names_of, read_columns
from explorer.model import NodeKind
from explorer.ops import history, notes, reading, tag_rules, tag_tree, tagging
from explorer.questions.lookup import find_node
from explorer.store import Reader, Store, engine, facets
from explorer.store import steps as told_steps
from tests.libraries import digest, import_text, new_store

ROWS = [
    ("ZetaNet: Planning with Small Words", "ZetaNet outperforms DPO on short plans.", "2405.00001"),
    ("Older Plans", "builds on RAG and says little of plans.", "2401.00002"),
    ("Quillnet: Feathered Attention", "Quillnet compares with ZetaNet.", "2404.00003"),
]
NAMES = ("plans", "words", "整合")


def bare(columns: FilterColumns) -> dict[str, object]:
    """All that the columns say, in an order of its own: by ids instead of rows."""
    ids, edges = columns.ids.tolist(), columns.edges
    by_value = {
        facet: sorted(zip([m.keys[o] for o in m.owners], [ids[row] for row in m.rows], strict=True))
        for facet, m in columns.members.items()
    }
    links = zip(edges.ends.tolist(), edges.kinds.tolist(), edges.trust.tolist(), edges.ranks, strict=True)
    return {
        "nodes": list(zip(ids, columns.kinds.tolist(), columns.importance.tolist(), strict=True)),
        "members": by_value,
        "days": sorted(zip([ids[row] for row in columns.dated], columns.days.tolist(), strict=True)),
        "hangs": {(ids[a], ids[b]) for a, b in columns.hangs.tolist()},
        "edges": sorted((ids[a], ids[b], edges.labels[k], t, float(r)) for (a, b), k, t, r in links),
    }


@pytest.fixture
def library(tmp_path):
    made = new_store(tmp_path / "a.db")
    import_text(made, "week.md", digest("May 6 - May 12", ROWS))
    yield made
    made.close()


@pytest.fixture
def bases(monkeypatch):
    """How often the base was read."""
    read: list[int] = []

    def counted(reader):
        read.append(1)
        return filter_base.read_base(reader)

    monkeypatch.setattr(filter_read, "read_base", counted)
    return read


def paper(store, row):
    return find_node(store.reader, ROWS[row][0], NodeKind.PAPER)


STEPS = {
    "tag": lambda store, name, row: tagging.tag(store, name, [paper(store, row)]),
    "untag": lambda store, name, row: tagging.untag(store, name, [paper(store, row)]),
    "under": lambda store, name, row: tag_tree.move(store, name, NAMES[row]),
    "delete": lambda store, name, _: tag_tree.delete(store, name),
    "rule": lambda store, name, _: tag_rules.set_rule(store, name, "plans"),
    "rename": lambda store, name, row: tagging.rename(store, name, f"{name}{row}"),
    "read": lambda store, _, row: reading.mark(store, [paper(store, row)], "read"),
    "note": lambda store, name, row: notes.note(store, paper(store, row), name),
    "undo": lambda store, *_: history.undo(store),
    "redo": lambda store, *_: history.redo(store),
    "import": lambda store, name, row: import_text(
        store, f"{name}{row}.md", digest("May 13 - May 19", [(f"On {name} {row}", "names RAG.", "")])
    ),
}
steps = st.tuples(st.sampled_from(sorted(STEPS)), st.sampled_from(NAMES), st.integers(0, 2))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, min_size=1, max_size=12))
def test_kept_columns_are_those_read_anew(tmp_path_factory, wanted):
    store = new_store(tmp_path_factory.mktemp("kept") / "a.db")
    import_text(store, "week.md", digest("May 6 - May 12", ROWS))
    reader = Reader(store.path)
    try:
        for step, name, row in wanted:
            try:
                STEPS[step](store, name, row)
            except ExplorerError:
                continue  # what cannot be done now changes nothing
            assert bare(columns_of(reader)) == bare(read_columns(reader))
            assert names_of(reader) == facets.names(reader)
    finally:
        reader.close()
        store.close()


def test_marks_and_their_undo_read_no_base_and_anything_else_does(library, bases):
    reader = Reader(library.path)
    columns_of(reader)
    assert len(bases) == 1
    for step in ("tag", "read", "note", "untag", "undo", "undo", "redo", "rename", "undo", "delete", "undo"):
        STEPS[step](library, "plans", 0)
        columns_of(reader)
    assert len(bases) == 1
    STEPS["import"](library, "words", 1)
    columns_of(reader)
    assert len(bases) == 2
    history.undo(library)
    columns_of(reader)
    assert len(bases) == 3
    reader.close()


def test_a_step_of_another_program_reads_everything_anew(library, bases):
    reader = Reader(library.path)
    columns_of(reader)
    with library.transaction():
        library.execute("update node set name = 'Newer Plans' where name = 'Older Plans'")
    columns_of(reader)
    STEPS["tag"](library, "plans", 0)
    assert len(bases) == 2 and "plans" in names_of(reader).values()
    assert len(bases) == 2
    reader.close()


def test_tags_may_stand_anywhere_among_the_ids(library):
    tagging.tag(library, "first", [paper(library, 0)])
    STEPS["import"](library, "words", 1)
    tagging.tag(library, "second", [paper(library, 1)])
    reader = Reader(library.path)
    before = columns_of(reader)
    tag_tree.delete(library, "first")
    after = columns_of(reader)
    assert len(before.ids) - len(after.ids) == 1 and np.all(np.diff(after.ids) > 0)
    assert bare(after) == bare(read_columns(reader))
    reader.close()


def test_what_another_program_wrote_between_a_step_and_its_telling_is_read(library, monkeypatch):
    columns_of(library.reader)
    told = told_steps.marks_only

    def beside(*step):
        other = Store(library.path, create=False)
        with other.operation("similar", "derived"):
            ends = paper(library, 0), paper(library, 1)
            other.execute(
                "insert into edge (source, target, kind, weight) values (?, ?, 'similar', 0.9)", ends
            )
        other.close()
        return told(*step)

    monkeypatch.setattr(told_steps, "marks_only", beside)
    tagging.tag(library, "plans", [paper(library, 0)])
    assert bare(columns_of(library.reader)) == bare(read_columns(library.reader))


def test_a_step_that_is_written_is_told_as_done_though_the_library_is_locked_right_after(
    library, monkeypatch
):
    columns_of(library.reader)
    told, other = told_steps.marks_only, sqlite3.connect(library.path, isolation_level=None)

    def locked(*step):
        other.execute("begin exclusive")
        return told(*step)

    monkeypatch.setattr(engine, "BUSY_MS", 20)
    monkeypatch.setattr(told_steps, "marks_only", locked)
    assert tagging.tag(library, "plans", [paper(library, 0)]).nodes
    other.close()
    monkeypatch.undo()
    assert bare(columns_of(library.reader)) == bare(read_columns(library.reader))
    history.undo(library)
    assert bare(columns_of(library.reader)) == bare(read_columns(library.reader))
