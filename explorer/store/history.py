"""Undo and redo: one persisted row per operation, with the rows before and after.

Temporary triggers note every change of the tables that hold a person's
decisions while ``recording()`` is true (technique of
https://sqlite.org/undoredo.html, with rows instead of SQL text so that the
history survives a restart). Derived rows are never noted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from sqlite_utils import Database

from explorer.model import Changes, NodeKind

Scalar: TypeAlias = str | int | float | None
RowDict: TypeAlias = dict[str, Scalar]
Change: TypeAlias = tuple[str, RowDict | None, RowDict | None]  #: table, row before, row after

#: table -> condition on ``{row}`` under which a change is a decision
DECISIONS = {
    "node": f"{{row}}.kind = {int(NodeKind.TAG)}",
    "tag": "1",
    "tagging": "1",
    "link": "1",
    "evidence": "1",
}
_NODE_COLUMNS = {
    "node": ("id",),
    "tag": ("id",),
    "tagging": ("tag", "node"),
    "link": ("subject", "object"),
    "evidence": (),
}


@dataclass(slots=True)
class Operation:
    """One operation while it runs.

    Attributes:
        payload: What an import must remember to be undone; JSON values only.
        touched: Ids of nodes whose derived rows the operation wrote anew.
        changes: What it wrote; set when the block has ended.
    """

    label: str
    kind: str
    at: str
    payload: dict[str, object] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    changes: Changes = field(default_factory=lambda: Changes(""))


@dataclass(frozen=True, slots=True)
class Step:
    """A persisted operation."""

    id: int
    label: str
    kind: str
    changes: str


def install(db: Database) -> None:
    """Make the temporary change log and its triggers on this connection."""
    db.execute("create temp table change (seq integer primary key, tbl text, old text, new text)")
    for table, condition in DECISIONS.items():
        columns = [str(row[1]) for row in db.execute(f"pragma table_info({table})")]

        def row(name: str, columns: Sequence[str] = columns) -> str:
            return "json_object(" + ", ".join(f"'{c}', {name}.\"{c}\"" for c in columns) + ")"

        for event, old, new, subject in (
            ("insert", "null", row("new"), "new"),
            ("update", row("old"), row("new"), "new"),
            ("delete", row("old"), "null", "old"),
        ):
            db.execute(
                f"create temp trigger note_{table}_{event} after {event} on {table} "
                f"when recording() and {condition.format(row=subject)} begin "
                f"insert into change (tbl, old, new) values ('{table}', {old}, {new}); end"
            )


def clear(db: Database) -> None:
    db.execute("delete from temp.change")


def bump(db: Database) -> None:
    """Count the library's revision up: a plan made before is stale."""
    db.execute("update meta set value = cast(value as integer) + 1 where key = 'revision'")


def finish(db: Database, operation: Operation) -> None:
    """Write the operation's row and fill ``operation.changes``."""
    noted: list[Change] = [
        (table, json.loads(old) if old else None, json.loads(new) if new else None)
        for table, old, new in db.execute("select tbl, old, new from temp.change order by seq")
    ]
    nodes = operation.touched | touched_nodes(noted)
    tables = operation.tables | {table for table, _, _ in noted}
    operation.changes = Changes(operation.label, frozenset(tables), frozenset(nodes))
    if operation.kind == "derived":
        return
    bump(db)
    payload = noted if operation.kind == "decision" else operation.payload
    if not payload:
        return
    db.execute("delete from operation where undone = 1")
    db.execute(
        "insert into operation (label, kind, at, changes) values (?, ?, ?, ?)",
        [operation.label, operation.kind, operation.at, json.dumps(payload, ensure_ascii=False)],
    )


def touched_nodes(changes: Sequence[Change]) -> set[int]:
    """Ids of the nodes that a list of changes speaks of."""
    return {
        int(row[column])  # type: ignore[arg-type]
        for table, old, new in changes
        for row in (old, new)
        if row is not None
        for column in _NODE_COLUMNS[table]
    }


def last_done(rows: Callable[[str], Sequence[Sequence[object]]]) -> Step | None:
    found = rows("select id, label, kind, changes from operation where undone = 0 order by id desc limit 1")
    return _step(found)


def first_undone(rows: Callable[[str], Sequence[Sequence[object]]]) -> Step | None:
    found = rows("select id, label, kind, changes from operation where undone = 1 order by id limit 1")
    return _step(found)


def _step(found: Sequence[Sequence[object]]) -> Step | None:
    if not found:
        return None
    number, label, kind, changes = found[0]
    return Step(int(str(number)), str(label), str(kind), str(changes))


def replay(db: Database, step: Step, forward: bool) -> Changes:
    """Write a decision's rows as they were before it, or after it when ``forward``."""
    changes: list[Change] = json.loads(step.changes)
    for table, old, new in changes if forward else reversed(changes):
        _put(db, table, *((old, new) if forward else (new, old)))
    mark(db, step, undone=not forward)
    return Changes(step.label, frozenset(c[0] for c in changes), frozenset(touched_nodes(changes)))


def mark(db: Database, step: Step, undone: bool) -> None:
    db.execute("update operation set undone = ? where id = ?", [int(undone), step.id])


def _put(db: Database, table: str, now: RowDict | None, then: RowDict | None) -> None:
    """Replace the row ``now`` by the row ``then``; None is no row."""
    if now is not None and then is not None:
        sets = ", ".join(f'"{c}" = ?' for c in then)
        keys = [c for c in ("id",) if c in now] or list(now)
        where = " and ".join(f'"{c}" is ?' for c in keys)
        db.execute(f"update {table} set {sets} where {where}", [*then.values(), *(now[c] for c in keys)])
    elif now is not None:
        keys = [c for c in ("id",) if c in now] or list(now)
        where = " and ".join(f'"{c}" is ?' for c in keys)
        db.execute(f"delete from {table} where {where}", [now[c] for c in keys])
    elif then is not None:
        names = ", ".join(f'"{c}"' for c in then)
        marks = ", ".join("?" * len(then))
        db.execute(f"insert or ignore into {table} ({names}) values ({marks})", list(then.values()))
