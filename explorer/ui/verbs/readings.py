"""Operations on notes, read states and saved views, imported on the thread that runs them."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import Changes
from explorer.questions.views import WantedView, view_text


@dataclass(frozen=True, slots=True)
class ViewWish:
    """What a person does with a saved view.

    Attributes:
        verb: "save", "over" (save where the name is taken), "open", "rename" or "delete".
        new_name: For "rename".
    """

    verb: str
    name: str
    new_name: str = ""


def write_note(store, node: int, text: str) -> Changes:
    """Write the note of a node anew."""
    from explorer.ops import notes

    return notes.note(store, node, text)


def note_many(store, nodes: tuple[int, ...], text: str) -> Changes:
    """Put a paragraph below the notes of nodes; an empty one takes their notes off."""
    from explorer.ops import notes

    return notes.add_to_notes(store, nodes, text) if text else notes.delete_notes(store, nodes)


def mark_next(store, nodes: tuple[int, ...]) -> Changes:
    """Give nodes their next read state."""
    from explorer.ops import reading

    return reading.mark_next(store, nodes)


def keep_view(store, wish: ViewWish, view: WantedView) -> Changes:
    """Keep the view that is shown under a name."""
    from explorer.ops import views

    return views.save(store, wish.name, view_text(view), wish.verb == "over")


def change_view(store, wish: ViewWish) -> Changes:
    """Rename or delete a saved view."""
    from explorer.ops import views

    if wish.verb == "rename":
        return views.rename(store, wish.name, wish.new_name)
    return views.delete(store, wish.name)
