"""Notes: plain text on any node, one undo step for each writing."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import ExplorerError, NotFound
from explorer.model import Changes
from explorer.ops.clock import now
from explorer.store import Store, reading
from explorer.store.links import ends_of

LONGEST_NOTE = 100_000  #: characters
_NAME_CHARS = 40


def note(store: Store, node: int, text: str) -> Changes:
    """Write the note of a node; an empty text takes it off. Line ends become ``\\n``."""
    shown = _shown(text)
    name = _name(store, node)
    was = reading.note_on(store.reader, node)
    if was == shown:
        return Changes(f"The note on “{name}” says so already" if shown else f"“{name}” has no note")
    label = f"Note on “{name}”" if shown else f"Delete the note on “{name}”"
    with store.operation(label, at=now()) as operation:
        reading.write_note(store, node, shown, now())
    return operation.changes


def add_to_note(store: Store, node: int, text: str) -> Changes:
    """Put a paragraph below what the note says."""
    was = reading.note_on(store.reader, node)
    return note(store, node, f"{was}\n\n{text}" if was else text)


def add_to_notes(store: Store, nodes: Sequence[int], text: str) -> Changes:
    """Put a paragraph below the note of each of several nodes, in one step; one that has it is left alone.

    Raises:
        ExplorerError: Nothing is written, or a note would be too long; then no note is changed.
        NotFound: None of the nodes is in the library.
    """
    paragraph = _shown(text)
    if not paragraph:
        raise ExplorerError("Nothing is written.", "Give the words of the note.")
    there = _there(store, nodes)
    had = reading.notes_on(store.reader, there)
    wanted = [node for node in there if paragraph not in had.get(node, "").split("\n\n")]
    if not wanted:
        return Changes("All of them say so already")
    notes = {node: _shown(f"{had[node]}\n\n{paragraph}" if node in had else paragraph) for node in wanted}
    with store.operation(f"Note on {_count(wanted)}", at=now()) as operation:
        for node, words in notes.items():
            reading.write_note(store, node, words, now())
    return operation.changes


def delete_notes(store: Store, nodes: Sequence[int]) -> Changes:
    """Take the notes off several nodes, in one step."""
    noted = sorted(reading.notes_on(store.reader, nodes))
    if not noted:
        return Changes("None of them has a note")
    with store.operation(f"Delete the notes on {_count(noted)}", at=now()) as operation:
        for node in noted:
            reading.write_note(store, node, "", now())
    return operation.changes


def _shown(text: str) -> str:
    shown = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
    if len(shown) > LONGEST_NOTE:
        raise ExplorerError(
            f"A note has at most {LONGEST_NOTE:,} characters; this one has {len(shown):,}.", "Shorten it."
        )
    return shown


def _there(store: Store, nodes: Sequence[int]) -> list[int]:
    found = sorted(int(node) for node, _, _ in ends_of(store.reader, nodes))
    if not found:
        raise NotFound("None of them is in the library.", "They may have been removed by an undo.")
    return found


def _count(nodes: Sequence[int]) -> str:
    return "1 item" if len(nodes) == 1 else f"{len(nodes):,} items"


def _name(store: Store, node: int) -> str:
    found = list(ends_of(store.reader, [node]))
    if not found:
        raise NotFound(f"There is nothing with the id {node}.", "It may have been removed by an undo.")
    name = str(found[0][2])
    return name if len(name) <= _NAME_CHARS else name[: _NAME_CHARS - 1].rstrip() + "…"
