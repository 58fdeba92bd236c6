"""Views that were saved by name."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.store.engine import Reader, Row, Store


@dataclass(frozen=True, slots=True)
class SavedView:
    """Attributes:
    state: JSON, as ``explorer.questions.view_words`` writes it.
    at: ISO time of the last change.
    """

    id: int
    name: str
    state: str
    at: str


def saved_views(reader: Reader) -> list[SavedView]:
    """All saved views in the order in which they were made."""
    return [_view(row) for row in reader.rows("select id, name, state, at from saved_view order by id")]


def view_named(reader: Reader, name: str) -> SavedView | None:
    """The view of that name, whatever its case, or None."""
    row = reader.row("select id, name, state, at from saved_view where key = ?", [folded(name)])
    return _view(row) if row else None


def folded(name: str) -> str:
    """What tells the names of views apart."""
    return " ".join(name.split()).casefold()


def add_view(store: Store, name: str, state: str, at: str) -> int:
    """A new view, last in the order; its id."""
    return store.insert(
        "insert into saved_view (id, key, name, state, at) values (?, ?, ?, ?, ?)",
        [store.next_id("saved_view"), folded(name), name, state, at],
    )


def overwrite_view(store: Store, view: int, state: str, at: str) -> None:
    store.execute("update saved_view set state = ?, at = ? where id = ?", [state, at, view])


def rename_view(store: Store, view: int, name: str) -> None:
    store.execute("update saved_view set key = ?, name = ? where id = ?", [folded(name), name, view])


def delete_view(store: Store, view: int) -> None:
    store.execute("delete from saved_view where id = ?", [view])


def _view(row: Row) -> SavedView:
    return SavedView(int(row[0]), str(row[1]), str(row[2]), str(row[3]))
