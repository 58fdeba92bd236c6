"""Saved views: kept by name, written over, renamed, deleted; each one undo step."""

from __future__ import annotations

from dataclasses import replace

from explorer.errors import ExplorerError, NotFound
from explorer.graph.places import places_of
from explorer.model import Changes
from explorer.ops.clock import now
from explorer.ops.exporting import build_scene
from explorer.questions.views import view_from_json, view_text
from explorer.store import Store
from explorer.store import saved_views as kept
from explorer.store.saved_views import SavedView

LONGEST_NAME = 100


def save(store: Store, name: str, state: str, over: bool = False) -> Changes:
    """Keep a view under a name.

    Args:
        state: JSON, as ``questions.views.view_text`` writes it.
        over: Whether it takes the place of a view of that name; else that is an ExplorerError.
    """
    shown = _clean(name)
    was = kept.view_named(store.reader, shown)
    if was is not None and not over:
        raise ExplorerError(f"There is a view “{was.name}” already.", "Choose another name, or overwrite it.")
    if was is not None and was.state == state:
        return Changes(f"The view “{was.name}” shows this already")
    with store.operation(f"Save the view “{shown}”", at=now()) as operation:
        if was is None:
            kept.add_view(store, shown, state, now())
        else:
            kept.overwrite_view(store, was.id, state, now())
    return operation.changes


def save_words(store: Store, name: str, words: str, over: bool = False) -> Changes:
    """Keep the view that JSON words describe; where they give no places, those that its layout gives."""
    wanted = view_from_json(store.reader, words)
    if wanted.places is None:
        scene = build_scene(store.reader, wanted)
        wanted = replace(wanted, places=places_of(scene, wanted.layout))
    return save(store, name, view_text(wanted), over)


def rename(store: Store, name: str, new_name: str) -> Changes:
    """Give a view another name; ExplorerError where another one has it."""
    view, shown = _named(store, name), _clean(new_name)
    other = kept.view_named(store.reader, shown)
    if other is not None and other.id != view.id:
        raise ExplorerError(f"There is a view “{other.name}” already.", "Choose another name.")
    with store.operation(f"Rename the view “{view.name}” to “{shown}”", at=now()) as operation:
        if shown != view.name:
            kept.rename_view(store, view.id, shown)
    return operation.changes if shown != view.name else Changes(f"It is called “{shown}” already")


def delete(store: Store, name: str) -> Changes:
    """Delete a view; what it shows stays."""
    view = _named(store, name)
    with store.operation(f"Delete the view “{view.name}”", at=now()) as operation:
        kept.delete_view(store, view.id)
    return operation.changes


def _named(store: Store, name: str) -> SavedView:
    found = kept.view_named(store.reader, name)
    if found is None:
        known = ", ".join(f"“{view.name}”" for view in kept.saved_views(store.reader))
        hint = f"Saved views: {known}." if known else "No view is saved."
        raise NotFound(f"There is no view “{_clean(name)}”.", hint)
    return found


def _clean(name: str) -> str:
    shown = " ".join(name.split())
    if not shown:
        raise ExplorerError("A view needs a name.", "Type one, in any language.")
    if shown[0] in "{[":
        raise ExplorerError("A view's name begins with a letter or a digit.", "{ begins a view in JSON.")
    if len(shown) > LONGEST_NAME:
        raise ExplorerError(f"A view's name has at most {LONGEST_NAME} characters.", "Shorten it.")
    return shown
