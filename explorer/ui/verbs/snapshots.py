"""Operations and questions on snapshots, imported on the thread that runs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.graph.scene import Scene
    from explorer.model import Changes
    from explorer.questions.snapshot_diff import Compared
    from explorer.questions.snapshots import Opened, SnapshotWords
    from explorer.questions.views import WantedView


@dataclass(frozen=True, slots=True)
class SnapshotWish:
    """What a person does with a snapshot.

    Attributes:
        verb: "open", "compare", "rename", "note" or "delete".
        words: The new name, the note, or what it is compared with.
    """

    verb: str
    name: str
    words: str = ""


def save_snapshot(store, view: WantedView, scene: Scene) -> Changes:
    """Keep what is shown, called by the day and by what it is."""
    from explorer.ops import snapshots

    return snapshots.save(store, view, scene, snapshots.Naming())


def change_snapshot(store, wish: SnapshotWish) -> Changes:
    """Rename a snapshot, write its note, or delete it."""
    from explorer.ops import snapshots

    if wish.verb == "rename":
        return snapshots.rename(store, wish.name, wish.words)
    if wish.verb == "note":
        return snapshots.note(store, wish.name, wish.words)
    return snapshots.delete(store, wish.name)


def all_snapshots(reader) -> tuple[SnapshotWords, ...]:
    """The snapshots, the newest first."""
    from explorer.questions.snapshots import snapshots_of

    return snapshots_of(reader)


def snapshot(reader, name: str) -> Opened:
    """What a snapshot showed."""
    from explorer.questions.snapshots import open_snapshot

    return open_snapshot(reader, name)


def compared(reader, name: str, other: str) -> Compared:
    """What became of a snapshot in another one, or now."""
    from explorer.questions.snapshot_diff import compare_snapshots

    return compare_snapshots(reader, name, other)
