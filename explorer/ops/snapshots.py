"""Snapshots: what a view shows is kept by name, renamed, noted on, deleted; each one undo step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, count

from explorer.errors import ExplorerError
from explorer.graph.kept import Kept
from explorer.graph.kept_bytes import pack
from explorer.graph.places import places_of
from explorer.graph.scene import Scene
from explorer.graph.snapshot import Quote
from explorer.graph.view import GraphView
from explorer.layouts import lay_out
from explorer.model import Changes
from explorer.ops.clock import now
from explorer.ops.exporting import SEED, build_scene
from explorer.questions.quotes import quotes_of_edges
from explorer.questions.snapshots import LAST, NOW, Opened, the_snapshot
from explorer.questions.views import WantedView, start_view, view_from_words, view_text
from explorer.store import Reader, Store
from explorer.store import snapshots as stored
from explorer.store.snapshots import SnapshotRow

LONGEST_NAME = 100
_LONGEST_TITLE = 60  # of what a name says was shown
_MOST_QUOTED = 1_500  #: nodes of a view whose sentences are kept with it


@dataclass(frozen=True, slots=True)
class Naming:
    """What a person says of a snapshot; without a name it is called by the day and what is shown."""

    name: str = ""
    note: str = ""


def save(store: Store, view: WantedView, scene: Scene, naming: Naming) -> Changes:
    """Keep what a scene shows, as it is; ExplorerError where it shows nothing, or the name is taken."""
    if not len(scene.whole.ids):
        raise ExplorerError("The view shows nothing.", "Show something first.")
    at = now()
    name = _free_name(store.reader, naming.name, f"{at[:10]} {view.title}", at)
    packed = pack(keep(store.reader, scene, view))
    said = view_text(replace(view, places=None, nodes=None))
    counts = len(scene.whole.ids), len(scene.whole.ends)
    row = SnapshotRow(0, name, naming.note.strip(), view.title, said, *counts, at, 0)
    with store.operation(f"Save the snapshot “{name}”", at=at) as operation:
        stored.add_snapshot(store, row, packed)
    return operation.changes


def save_words(store: Store, words: str, naming: Naming) -> Changes:
    """Keep what a view shows that words describe: JSON, the name of a saved one, or "" for the first."""
    view = view_from_words(store.reader, words) if words else start_view(store.reader)
    return save(store, view, build_scene(store.reader, view), naming)


def keep(reader: Reader, scene: Scene, view: WantedView) -> Kept:
    """What a scene shows, with the keys, tags and sentences that the library has for it now."""
    graph = scene.whole
    ids = graph.ids.tolist()
    keys = stored.keys_of(reader, ids)
    named = tuple(keys[node].key if node in keys else "" for node in ids)
    places = places_of(scene, view.layout, view.query.centers)
    tags, quotes = stored.tag_names_on(reader, ids), _quotes(reader, graph)
    return Kept(graph, places, named, tags, quotes, stored.last_node(reader))


def _quotes(reader: Reader, graph: GraphView) -> dict[int, tuple[Quote, ...]]:
    if len(graph.ids) > _MOST_QUOTED:
        return {}
    return {
        row: tuple(Quote(quote.sentence, quote.source, quote.machine) for quote in found)
        for row, found in quotes_of_edges(reader, graph).items()
    }


def scene_of(opened: Opened) -> Scene:
    """A snapshot as it was drawn."""
    kept, view = opened.kept, opened.view
    scene = lay_out(kept.graph, kept.places.layout, SEED, kept.places.start_for)
    return replace(scene, pinned=view.pinned, hulls=scene.hulls if view.regions else ())


def rename(store: Store, name: str, new_name: str) -> Changes:
    """Give a snapshot another name; ExplorerError where another one has it."""
    row, shown = the_snapshot(store.reader, name), _clean(new_name)
    other = stored.snapshot_named(store.reader, shown)
    if other is not None and other.id != row.id:
        raise ExplorerError(f"There is a snapshot “{other.name}” already.", "Choose another name.")
    if shown == row.name:
        return Changes(f"It is called “{shown}” already")
    with store.operation(f"Rename the snapshot “{row.name}” to “{shown}”", at=now()) as operation:
        stored.rename_snapshot(store, row.id, shown)
    return operation.changes


def note(store: Store, name: str, text: str) -> Changes:
    """Write the note of a snapshot anew; "" takes it off."""
    row, said = the_snapshot(store.reader, name), text.strip()
    if said == row.note:
        return Changes("The note says this already")
    with store.operation(f"Note on the snapshot “{row.name}”", at=now()) as operation:
        stored.note_snapshot(store, row.id, said)
    return operation.changes


def delete(store: Store, name: str) -> Changes:
    """Delete a snapshot; nothing of the library goes with it."""
    row = the_snapshot(store.reader, name)
    with store.operation(f"Delete the snapshot “{row.name}”", at=now()) as operation:
        stored.delete_snapshot(store, row.id)
    return operation.changes


def _free_name(reader: Reader, wanted: str, default: str, at: str) -> str:
    """A name that a person chose, or one of the day and what is shown: with the time where that is taken."""
    if wanted.strip():
        shown = _clean(wanted)
        if other := stored.snapshot_named(reader, shown):
            raise ExplorerError(f"There is a snapshot “{other.name}” already.", "Choose another name.")
        return shown
    plain = " ".join(default.split())
    short = plain if len(plain) <= _LONGEST_TITLE else plain[: _LONGEST_TITLE - 1].rstrip() + "…"
    day, _, rest = short.partition(" ")
    timed = f"{day} {at[11:16]} {rest}".strip()
    names = chain((short, timed), (f"{timed} ({number})" for number in count(2)))
    return next(name for name in names if stored.snapshot_named(reader, name) is None)


def _clean(name: str) -> str:
    shown = " ".join(name.split())
    if not shown:
        raise ExplorerError("A snapshot needs a name.", "Type one, in any language.")
    if shown.casefold() in (LAST, NOW):
        raise ExplorerError(
            f"A snapshot cannot be called “{shown}”.", f"“{LAST}” is the newest one, “{NOW}” today."
        )
    if len(shown) > LONGEST_NAME:
        raise ExplorerError(f"A snapshot's name has at most {LONGEST_NAME} characters.", "Shorten it.")
    return shown
