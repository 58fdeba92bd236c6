"""Notes: plain text on any node, one undo step for each writing."""

from __future__ import annotations

from explorer.errors import ExplorerError, NotFound
from explorer.model import Changes
from explorer.ops.clock import now
from explorer.store import Store, reading
from explorer.store.links import ends_of

LONGEST_NOTE = 100_000  #: characters
_NAME_CHARS = 40


def note(store: Store, node: int, text: str) -> Changes:
    """Write the note of a node; an empty text takes it off. Line ends become ``\\n``."""
    shown = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
    if len(shown) > LONGEST_NOTE:
        raise ExplorerError(
            f"A note has at most {LONGEST_NOTE:,} characters; this one has {len(shown):,}.", "Shorten it."
        )
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


def _name(store: Store, node: int) -> str:
    found = list(ends_of(store.reader, [node]))
    if not found:
        raise NotFound(f"There is nothing with the id {node}.", "It may have been removed by an undo.")
    name = str(found[0][2])
    return name if len(name) <= _NAME_CHARS else name[: _NAME_CHARS - 1].rstrip() + "…"
