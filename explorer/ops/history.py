"""Undo and redo of whatever was done last, by the window or by the command line."""

from __future__ import annotations

import json

from explorer.model import Changes
from explorer.ops.clock import now
from explorer.ops.importing import IMPORTED, payload_of
from explorer.ops.rereading import give_back, kept_input, payload_of_reading, read_kept_again
from explorer.pipeline import persons
from explorer.pipeline.ingest import forget, ingest
from explorer.pipeline.merging import mend
from explorer.pipeline.plan import plan
from explorer.pipeline.relate import relate
from explorer.store import Store, marks
from explorer.store.edges import measure, neighbours_of
from explorer.store.history import (
    Step,
    mark,
    nodes_of,
    put_back,
    remembered,
    rewrite,
    touched_nodes,
)
from explorer.store.whole_history import noting_all


def undo(store: Store) -> Changes:
    """Take back the last operation; says "Nothing to undo" where there is none."""
    step = store.undo_step()
    if step is None:
        return Changes("Nothing to undo")
    with store.transaction(step):
        if step.kind == "import":
            touched, tables = _undo_import(store, step), IMPORTED
        else:
            touched, tables = _replay(store, step, forward=False)
    return Changes(f"Undo: {step.label}", tables, frozenset(touched))


def redo(store: Store) -> Changes:
    """Do again what was undone last; says "Nothing to redo" where there is none."""
    step = store.redo_step()
    if step is None:
        return Changes("Nothing to redo")
    if step.kind == "import":
        return _redo_import(store, step)
    with store.transaction(step):
        touched, tables = _replay(store, step, forward=True)
    return Changes(f"Redo: {step.label}", tables, frozenset(touched))


def _replay(store: Store, step: Step, forward: bool) -> tuple[set[int], frozenset[str]]:
    """Rows of a decision, then what is folded and derived from them."""
    around = neighbours_of(store, json.dumps(sorted(nodes_of(step))))
    changes = store.replay(step, forward)
    touched = relate(store, changes.nodes)
    if changes.touches("appearance", "paper_key"):
        touched |= mend(store, changes.nodes, around)
    elif changes.touches("person_name", "person_paper"):
        touched |= persons.mend(store, changes.nodes | around, around)
    elif changes.touches("mention", "concept"):
        measure(store, around)
        touched |= around
    return touched, changes.tables | {"edge"}


def _undo_import(store: Store, step: Step) -> set[int]:
    kept = remembered(step)
    if kept.is_reading:
        touched = give_back(store, kept.rows, kept.sources)
    else:
        put_back(store.db, kept.rows)
        touched = forget(store, kept.sources, touched_nodes(kept.rows))
    mark(store.db, step, undone=True)
    return touched


def _redo_import(store: Store, step: Step) -> Changes:
    """Read the kept bytes again: the plan sees the library as it is now."""
    kept = remembered(step)
    if kept.is_reading:
        return _redo_reading(store, step, kept.sources)
    planned = plan(store.reader, [kept_input(store, source) for source in kept.sources])
    before, at = marks.standing(store.db), now()
    with store.transaction():
        sources, touched = ingest(store, planned, at)
        marks.note(store.db, at, before)
        rewrite(store.db, step, payload_of(store, sources))
        mark(store.db, step, undone=False)
    return Changes(f"Redo: {step.label}", IMPORTED, frozenset(touched))


def _redo_reading(store: Store, step: Step, sources: list[int]) -> Changes:
    before, at = marks.standing(store.db), now()
    with store.transaction():
        with noting_all(store):
            kept = read_kept_again(store, sources, at)
        marks.note(store.db, at, before)
        rewrite(store.db, step, payload_of_reading(store, kept.sources))
        mark(store.db, step, undone=False)
    return Changes(f"Redo: {step.label}", IMPORTED, frozenset(kept.touched))
