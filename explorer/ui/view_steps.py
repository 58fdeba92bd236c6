"""A step in the view that can be undone, though it is none of the library: hide, pin, move. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.graph.query import ViewQuery

Place = tuple[int, float, float]


@dataclass(frozen=True, slots=True)
class ViewStep:
    """A step that changes the view and not the library. It is gone with the window.

    Attributes:
        label: What it does, in words.
        done: The same once it is done; "" where a person sees it.
        hidden: Nodes that it hid.
        asked, leaves: What was asked for before it hid them, and after.
        pinned, let_go: Nodes that it pinned, or let go.
        before, after: (id, x, y) of rows that it moved, where they stood in ``layout``.
    """

    label: str
    done: str = ""
    hidden: frozenset[int] = frozenset()
    asked: ViewQuery | None = None
    leaves: ViewQuery | None = None
    pinned: frozenset[int] = frozenset()
    let_go: frozenset[int] = frozenset()
    before: tuple[Place, ...] = ()
    after: tuple[Place, ...] = ()
    layout: str = ""

    def pins_after(self, pinned: frozenset[int], forward: bool) -> frozenset[int]:
        """The pins there are once it is done, or taken back."""
        more, fewer = (self.pinned, self.let_go) if forward else (self.let_go, self.pinned)
        return (pinned | more) - fewer
