"""States of a library that differ only in what a person marks: tags, notes, read states, saved views.

What is read of a whole library is kept by its state; of states that are told here to differ only so, all
the rest is the same and need not be read again. Only steps of this process are told: after a step of another
program everything is read anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Final, TypeAlias

from explorer.model import NodeKind
from explorer.store.history import Change

State: TypeAlias = tuple[int, int, int, int]  #: device, inode and nanosecond of the file, revision

_MARKS: Final = frozenset(
    {"tag", "tagging", "tag_off", "tag_rule", "tag_claim", "tag_name", "note", "reading", "saved_view"}
    | {"snapshot"}
)
_DERIVED: Final = frozenset({"edge"})  #: links with tags are made anew; those that mean other things stay
_KEPT: Final = 500
_roots: OrderedDict[State, State] = OrderedDict()
_noting: Final = Lock()


def marks_only(changes: Sequence[Change], tables: frozenset[str] | set[str] = frozenset()) -> bool:
    """Whether rows that changed, and tables written beside them, are nothing but marks of a person."""
    return bool(changes) and tables <= _MARKS | _DERIVED and all(map(_is_mark, changes))


def _is_mark(change: Change) -> bool:
    table, old, new = change
    row = new or old or {}
    return table in _MARKS or (table == "node" and row.get("kind") == int(NodeKind.TAG))


def note(before: State, after: State) -> None:
    """The step from one state to the next changed marks only."""
    if after[3] != before[3] + 1:
        return  # another program wrote as well
    with _noting:
        _roots[after] = _roots.get(before, before)
        while len(_roots) > _KEPT:
            _roots.popitem(last=False)


def root_of(state: State) -> State:
    """The state since which only marks changed; the state itself where nothing is known of it."""
    with _noting:
        return _roots.get(state, state)
