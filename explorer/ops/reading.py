"""Read states: unread, being read, read; of papers and issues, in bulk."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import ExplorerError
from explorer.model import Changes, NodeKind
from explorer.ops.clock import now
from explorer.store import Store
from explorer.store import reading as states
from explorer.store.links import ends_of

READABLE = (NodeKind.PAPER, NodeKind.ISSUE, NodeKind.DOCUMENT)
UNREAD, BEING_READ, READ = states.STATES
_WORDS = {UNREAD: "unread", BEING_READ: "being read", READ: "read"}


def mark(store: Store, nodes: Sequence[int], state: str) -> Changes:
    """Give papers and issues a read state: "" (unread), "reading" or "read". Other kinds are left alone."""
    if state not in states.STATES:
        raise ExplorerError(f"“{state}” is no read state.", "One of: unread, reading, read.")
    wanted = _readable(store, nodes)
    with store.operation(f"Mark {_count(wanted)} as {_WORDS[state]}", at=now()) as operation:
        changed = states.write_states(store, wanted, state, now())
    return operation.changes if changed else Changes(f"Marked as {_WORDS[state]} already")


def mark_next(store: Store, nodes: Sequence[int]) -> Changes:
    """Unread → being read → read → unread; several take the step of the one that is least far."""
    wanted = _readable(store, nodes)
    found = states.states_of(store.reader, wanted)
    least = min(states.STATES.index(found.get(node, UNREAD)) for node in wanted)
    return mark(store, wanted, states.STATES[(least + 1) % len(states.STATES)])


def _readable(store: Store, nodes: Sequence[int]) -> list[int]:
    wanted = sorted(int(node) for node, kind, _ in ends_of(store.reader, nodes) if kind in READABLE)
    if not wanted:
        raise ExplorerError("Nothing here can be read.", "Select papers, issues or documents.")
    return wanted


def _count(nodes: Sequence[int]) -> str:
    return "1 item" if len(nodes) == 1 else f"{len(nodes):,} items"
