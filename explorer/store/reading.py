"""What a person noted on nodes, and which they have read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader, Store
from explorer.text.bigrams import index_bigrams

STATES = ("", "reading", "read")  #: "" is unread; a merge keeps the one that is farther


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A node whose note matches a search."""

    id: int
    kind: int
    name: str
    text: str
    rank: float


def note_on(reader: Reader, node: int) -> str:
    """The note on a node, or ""."""
    return str(reader.value("select text from note where node = ?", [node]) or "")


def notes_on(reader: Reader, nodes: Iterable[int]) -> dict[int, str]:
    """Node -> its note, for those of some nodes that have one."""
    rows = reader.rows(
        "select node, text from note where node in (select value from json_each(?)) order by node",
        [json.dumps(sorted(set(nodes)))],
    )
    return {int(node): str(text) for node, text in rows}


def write_note(store: Store, node: int, text: str, at: str) -> None:
    """Write the note of a node anew; an empty one is no note."""
    if not text:
        store.execute("delete from note where node = ?", [node])
        return
    store.execute(
        """insert into note (node, text, bigrams, at) values (?, ?, ?, ?)
           on conflict (node) do update set text = excluded.text, bigrams = excluded.bigrams,
               at = excluded.at""",
        [node, text, index_bigrams(text), at],
    )


def states_of(reader: Reader, nodes: Iterable[int]) -> dict[int, str]:
    """Node -> "reading" or "read", for those of some nodes that are not unread."""
    rows = reader.rows(
        "select node, state from reading where node in (select value from json_each(?)) order by node",
        [json.dumps(sorted(set(nodes)))],
    )
    return {int(node): str(state) for node, state in rows}


def write_states(store: Store, nodes: Sequence[int], state: str, at: str) -> int:
    """Give nodes a read state; how many had another."""
    scope = json.dumps(sorted(set(nodes)))
    if not state:
        return store.execute("delete from reading where node in (select value from json_each(?))", [scope])
    return store.execute(
        """insert into reading (node, state, at)
           select n.id, ?2, ?3 from node n join json_each(?1) wanted on wanted.value = n.id where true
           on conflict (node) do update set state = excluded.state, at = excluded.at
           where state <> excluded.state""",
        [scope, state, at],
    )


def find_notes(reader: Reader, match: str, limit: int) -> list[NoteHit]:
    """Nodes whose note matches an FTS5 query, best first."""
    rows = reader.rows(
        """select n.id, n.kind, n.name, t.text, f.rank
           from (select rowid, rank from note_fts where note_fts match ? order by rank limit ?) f
           join note t on t.node = f.rowid join node n on n.id = f.rowid order by f.rank, n.id""",
        [match, limit],
    )
    return [NoteHit(node, kind, str(name), str(text), rank) for node, kind, name, text, rank in rows]


@dataclass(frozen=True, slots=True)
class Marks:
    """What a person put on a node: its note and its read state, "" where there is none."""

    note: str = ""
    note_at: str = ""
    state: str = ""
    state_at: str = ""


def marks_on(reader: Reader, node: int) -> Marks:
    """Note and read state of a node."""
    note = reader.row("select text, at from note where node = ?", [node]) or ("", "")
    state = reader.row("select state, at from reading where node = ?", [node]) or ("", "")
    return Marks(str(note[0]), str(note[1]), str(state[0]), str(state[1]))


def hand_marks(store: Store, keep: int, drop: int) -> None:
    """Put the note of ``drop`` below that of ``keep``, which gets the read state that is farther."""
    ours, theirs = marks_on(store.reader, keep), marks_on(store.reader, drop)
    text = joined(ours.note, theirs.note)
    if text != ours.note:
        write_note(store, keep, text, max(ours.note_at, theirs.note_at))
    if STATES.index(theirs.state) > STATES.index(ours.state):
        write_states(store, [keep], theirs.state, theirs.state_at)
    store.execute("delete from note where node = ?", [drop])
    store.execute("delete from reading where node = ?", [drop])


def joined(ours: str, theirs: str) -> str:
    """Both notes, each once."""
    if not theirs or theirs in ours:
        return ours
    return f"{ours}\n\n{theirs}" if ours else theirs


def part_marks(store: Store, paper: int, made: int, had: Marks, gave: Marks) -> None:
    """Take a merge of notes and read states apart again, where nothing was changed since.

    Args:
        paper: The work that was kept.
        made: The work that leaves it, with what it had.
        had: What ``made`` had before the merge.
        gave: What ``paper`` had before the merge.
    """
    now = marks_on(store.reader, paper)
    if had.note:
        write_note(store, made, had.note, had.note_at)
        if now.note == joined(gave.note, had.note):
            write_note(store, paper, gave.note, gave.note_at)
    if had.state:
        write_states(store, [made], had.state, had.state_at)
        if now.state == had.state != gave.state:
            write_states(store, [paper], gave.state, gave.state_at)
