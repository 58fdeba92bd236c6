"""Undo and redo of whatever was done last, by the window or by the command line."""

from __future__ import annotations

import json

from explorer.model import Changes
from explorer.ops.clock import now
from explorer.pipeline.editions import edition_from_words
from explorer.pipeline.ingest import forget, ingest
from explorer.pipeline.plan import Input, plan
from explorer.pipeline.relate import relate
from explorer.store import Store
from explorer.store.documents import source_content
from explorer.store.history import Step, mark


def undo(store: Store) -> Changes:
    """Take back the last operation; says "Nothing to undo" where there is none."""
    step = store.undo_step()
    if step is None:
        return Changes("Nothing to undo")
    with store.transaction():
        if step.kind == "import":
            touched = forget(store, _sources(step))
            mark(store.db, step, undone=True)
            tables = frozenset({"document", "paper", "edge", "node"})
        else:
            changes = store.replay(step, forward=False)
            touched, tables = relate(store, changes.nodes), changes.tables | {"edge"}
    return Changes(f"Undo: {step.label}", tables, frozenset(touched))


def redo(store: Store) -> Changes:
    """Do again what was undone last; says "Nothing to redo" where there is none."""
    step = store.redo_step()
    if step is None:
        return Changes("Nothing to redo")
    if step.kind == "import":
        return _redo_import(store, step)
    with store.transaction():
        changes = store.replay(step, forward=True)
        touched = relate(store, changes.nodes)
    return Changes(f"Redo: {step.label}", changes.tables | {"edge"}, frozenset(touched))


def _sources(step: Step) -> list[int]:
    sources: list[int] = json.loads(step.changes)["sources"]
    return sources


def _redo_import(store: Store, step: Step) -> Changes:
    """Read the kept bytes again: the plan sees the library as it is now."""
    inputs = []
    for source in _sources(step):
        name, uri, form, edition, content = source_content(store.reader, source)
        inputs.append(Input(name, uri, content, form, edition_from_words(edition) if edition else None))
    planned = plan(store.reader, inputs)
    with store.transaction():
        _, touched = ingest(store, planned, now())
        mark(store.db, step, undone=False)
    tables = frozenset({"document", "paper", "edge", "node"})
    return Changes(f"Redo: {step.label}", tables, frozenset(touched))
