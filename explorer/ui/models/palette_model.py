"""Rows of the palette: commands and what the library holds, best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from explorer.model import NodeKind
from explorer.questions.search import Hit
from explorer.ui.fuzzy import folded, fuzzy_score
from explorer.ui.words import kind_name

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COMMANDS_SHOWN = 7
RECENT_SHOWN = 6
HITS_SHOWN = 14
_FITS = 2.5  # score of a command that is worth showing
_KINDS = {
    "paper": NodeKind.PAPER,
    "concept": NodeKind.CONCEPT,
    "person": NodeKind.PERSON,
    "edition": NodeKind.EDITION,
    "document": NodeKind.ISSUE,
    "tag": NodeKind.TAG,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the palette.

    Attributes:
        command: Id of a command, or "".
        node: Id of a node, or 0.
        kind: Of the node, or None.
        side: At the right: a key, or what kind of node it is.
        detail: A second, quiet line, or "".
        needs: What the command needs to run, as in the table of commands.
        why: Why it cannot run now, or "".
        view: Name of the saved view that it opens, or "".
    """

    title: str
    command: str = ""
    node: int = 0
    kind: NodeKind | None = None
    side: str = ""
    detail: str = ""
    needs: str = ""
    why: str = ""
    view: str = ""

    @property
    def quiet(self) -> str:
        """The second line: why it cannot run, or what was found."""
        return self.why or self.detail

    def is_same(self, other: Entry) -> bool:
        """Whether both do the same, whatever they say now."""
        return (self.command, self.node, self.view) == (other.command, other.node, other.view)


def remembered(recent: Sequence[Entry], taken: Entry) -> tuple[Entry, ...]:
    """What was taken last, the newest first."""
    older = (entry for entry in recent if not entry.is_same(taken))
    return (replace(taken, detail="", why=""), *older)[:RECENT_SHOWN]


def ranked(
    query: str, commands: Sequence[Entry], hits: Sequence[Entry], recent: Sequence[Entry] = ()
) -> tuple[Entry, ...]:
    """Commands named so, then what the library holds, then commands that fit less well.

    Nothing typed gives what was taken last, then all commands in their order. Hits that arrive later do not
    move the first rows.
    """
    if not query.strip():
        rest = [entry for entry in commands if not any(entry.is_same(old) for old in recent)]
        offered = {(entry.command, entry.view): entry for entry in commands}
        known = [old if old.node else offered.get((old.command, old.view)) for old in recent]
        return (*(entry for entry in known if entry is not None), *rest)
    scored = [(fuzzy_score(query, entry.title), -place, entry) for place, entry in enumerate(commands)]
    fitting = sorted((row for row in scored if row[0] > _FITS), key=lambda row: row[:2], reverse=True)
    best = [entry for _, _, entry in fitting[:COMMANDS_SHOWN]]
    named = [entry for entry in best if folded(entry.title).startswith(folded(query.strip()))]
    return (*named, *hits, *(entry for entry in best if entry not in named))


def entries_of(hits: Sequence[Hit]) -> tuple[Entry, ...]:
    """Rows of what a search found; a passage that only says the title again is left out."""
    return tuple(
        Entry(
            hit.title,
            node=hit.id,
            kind=_KINDS[hit.kind],
            side=kind_name(_KINDS[hit.kind]),
            detail="" if folded(hit.title).startswith(folded(hit.snippet)[:60]) else hit.snippet,
        )
        for hit in hits[:HITS_SHOWN]
    )


class PaletteModel(QAbstractListModel):
    """Entries in one column."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, entry.side, entry.why) if part)
        return entry if role == ENTRY_ROLE else None
