"""Undo and redo: one persisted row per operation, with the rows before and after.

Temporary triggers note every change of the tables that hold a person's
decisions while ``recording()`` is true (technique of
https://sqlite.org/undoredo.html, with rows instead of SQL text so that the
history survives a restart). Derived rows are never noted.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from sqlite_utils import Database

from explorer.model import Changes, NodeKind
from explorer.store import marks

Scalar: TypeAlias = str | int | float | None
RowDict: TypeAlias = dict[str, Scalar]
Change: TypeAlias = tuple[str, RowDict | None, RowDict | None]  #: table, row before, row after

ALL_ROWS = "all rows"  #: in the payload of an import: every row of facts that a reading changed
_PACKED = "zlib "  #: begins what is packed; JSON begins otherwise
_PACKED_FROM = 100_000  #: characters

_COME_AND_GO = (int(NodeKind.PAPER), int(NodeKind.PERSON), int(NodeKind.CONCEPT), int(NodeKind.TAG))
_RENAMED = (int(NodeKind.PERSON), int(NodeKind.CONCEPT), int(NodeKind.TAG))


@dataclass(frozen=True, slots=True)
class _Noted:
    """Which changes of a table are noted.

    Attributes:
        nodes: Columns that hold node ids.
        columns: What is noted of a row; all columns where it is empty, else updates only.
        moves: What is noted of a row that changes; all columns where it is empty.
        ends: Condition on ``{row}`` for rows that come and go; ``update`` for those that change.
    """

    nodes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    ends: str = "1"
    update: str = "1"


#: table -> what is noted of it; a paper's name is folded from statements, so only its coming and going counts
DECISIONS = {
    "node": _Noted(("id",), ends=f"{{row}}.kind in {_COME_AND_GO}", update=f"new.kind in {_RENAMED}"),
    "tag": _Noted(("id", "parent")),
    "tagging": _Noted(("tag", "node")),
    "tag_off": _Noted(("tag", "node")),
    "tag_rule": _Noted(("tag",)),
    "tag_claim": _Noted(("tag",)),
    "tag_name": _Noted(("tag",)),
    "note": _Noted(("node",)),
    "reading": _Noted(("node",)),
    "saved_view": _Noted(),
    "snapshot": _Noted(),
    "followed": _Noted(),
    "link": _Noted(("subject", "object")),
    "evidence": _Noted(),
    "concept": _Noted(("id",)),
    "concept_key": _Noted(("concept",)),
    "alias": _Noted(("concept",)),
    "mention": _Noted(("concept",), moves=("id", "concept")),
    "same_as": _Noted(("a", "b")),
    "paper_key": _Noted(("paper",)),
    "person_name": _Noted(("person",)),
    "person_paper": _Noted(("paper", "person")),
    "appearance": _Noted(("paper",), columns=("id", "paper", "stated")),
    "offer": _Noted(columns=("id", "decision")),
    "contradiction": _Noted(("other",), columns=("id", "other", "state", "decision", "note")),
}


@dataclass(slots=True)
class Operation:
    """One operation while it runs.

    Attributes:
        payload: What an import must remember to be undone; JSON values only.
        touched: Ids of nodes whose derived rows the operation wrote anew.
        changes: What it wrote; set when the block has ended.
        before: Where the library stood; what it adds has higher ids.
    """

    label: str
    kind: str
    at: str
    payload: dict[str, object] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    changes: Changes = field(default_factory=lambda: Changes(""))
    before: marks.Standing = (0, 0)


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
    for table, noted in DECISIONS.items():
        columns = noted.columns or [str(row[1]) for row in db.execute(f"pragma table_info({table})")]
        old, new = (row_as_json(row, columns) for row in ("old", "new"))
        was, is_now = (row_as_json(row, noted.moves or columns) for row in ("old", "new"))
        _note(db, table, "update", noted.update, (was, is_now))
        if not noted.columns:
            _note(db, table, "insert", noted.ends.format(row="new"), ("null", new))
            _note(db, table, "delete", noted.ends.format(row="old"), (old, "null"))


def row_as_json(row: str, columns: Sequence[str]) -> str:
    """SQL that writes columns of ``row`` as a JSON object."""
    # what a JSON function has just written would be taken for an object: || makes it text again
    values = (
        f"'{c}', iif(typeof({row}.\"{c}\") = 'text', {row}.\"{c}\" || '', {row}.\"{c}\")" for c in columns
    )
    return f"json_object({', '.join(values)})"


def _note(db: Database, table: str, event: str, condition: str, rows: tuple[str, str]) -> None:
    db.execute(
        f"create temp trigger note_{table}_{event} after {event} on {table} "
        f"when recording() and {condition} begin "
        f"insert into change (tbl, old, new) values ('{table}', {rows[0]}, {rows[1]}); end"
    )


def begin(db: Database, operation: Operation) -> None:
    """Note changes from here on."""
    clear(db)
    operation.before = marks.standing(db)


def clear(db: Database) -> None:
    db.execute("delete from temp.change")


def bump(db: Database) -> None:
    """Count the library's revision up: a plan made before is stale."""
    db.execute("update meta set value = cast(value as integer) + 1 where key = 'revision'")


def noted(db: Database) -> list[Change]:
    """The rows of decisions that changed since ``clear``, in order."""
    return list(read_changes(db, "change"))


def read_changes(db: Database, log: str) -> Iterator[Change]:
    """What triggers wrote into a temporary table, in order."""
    for table, old, new in db.execute(f"select tbl, old, new from temp.{log} order by seq"):
        yield table, json.loads(old) if old else None, json.loads(new) if new else None


def finish(db: Database, operation: Operation) -> list[Change]:
    """Write the operation's row and fill ``operation.changes``; the rows of decisions that changed."""
    changed = noted(db)
    nodes = operation.touched | touched_nodes(changed)
    tables = operation.tables | {table for table, _, _ in changed}
    operation.changes = Changes(operation.label, frozenset(tables), frozenset(nodes))
    marks.note(db, operation.at, operation.before)
    if operation.kind == "derived":
        return changed
    bump(db)
    payload = changed if operation.kind == "decision" else operation.payload
    if not payload:
        return changed
    db.execute("delete from operation where undone = 1")
    db.execute(
        "insert into operation (label, kind, at, changes) values (?, ?, ?, ?)",
        [operation.label, operation.kind, operation.at, _written(payload)],
    )
    return changed


def rewrite(db: Database, step: Step, payload: dict[str, object]) -> None:
    """Keep another payload for an import: done again, its merges may move other rows."""
    db.execute("update operation set changes = ? where id = ?", [_written(payload), step.id])


def _written(payload: object) -> str:
    """As JSON; what an import of thousands of rows remembers is packed to a sixth."""
    text = json.dumps(payload, ensure_ascii=False)
    if len(text) < _PACKED_FROM or not isinstance(payload, dict):
        return text
    return _PACKED + base64.b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"))).decode("ascii")


@dataclass(frozen=True, slots=True)
class Remembered:
    """What an import remembers to be taken back.

    Attributes:
        sources: Ids of what it brought.
        rows: Rows of decisions that its merges moved; of a reading, all rows of facts.
        is_reading: A source was read again.
    """

    sources: list[int]
    rows: list[Change]
    is_reading: bool


def remembered(step: Step) -> Remembered:
    """What the step of an import holds."""
    text = step.changes
    if text.startswith(_PACKED):
        packed = base64.b64decode(text.removeprefix(_PACKED))
        text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
    payload = json.loads(text)
    rows = payload.get(ALL_ROWS) or payload.get("rows", [])
    return Remembered(payload["sources"], rows, ALL_ROWS in payload)


def touched_nodes(changes: Sequence[Change]) -> set[int]:
    """Ids of the nodes that a list of changes speaks of."""
    return {
        int(node)
        for table, old, new in changes
        for row in (old, new)
        if row is not None
        for column in DECISIONS[table].nodes
        if (node := row[column]) is not None
    }


def nodes_of(step: Step) -> set[int]:
    """Ids of the nodes that a decision speaks of."""
    return touched_nodes(json.loads(step.changes))


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
    put_back(db, changes, forward)
    mark(db, step, undone=not forward)
    return Changes(step.label, frozenset(c[0] for c in changes), frozenset(touched_nodes(changes)))


def put_back(db: Database, changes: Sequence[Change], forward: bool = False) -> None:
    """Write rows as they were before some changes, or after them when ``forward``."""
    for table, old, new in changes if forward else reversed(changes):
        _put(db, table, *((old, new) if forward else (new, old)))


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
