"""What the canvas tells: one frozen record per signal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SelectionChanged:
    """Attributes:
    ids: Selected node ids.
    current: The one that keys act on, the last that was chosen; None where nothing is selected.
    """

    ids: frozenset[int]
    current: int | None = None


@dataclass(frozen=True, slots=True)
class NodeActivated:
    """A node is to be expanded (double click, Enter)."""

    id: int


@dataclass(frozen=True, slots=True)
class Hovered:
    """What the pointer rests on. Both None: on nothing any more.

    Attributes:
        node: Node id.
        edge: Row of the edge in the scene's view.
    """

    node: int | None = None
    edge: int | None = None


@dataclass(frozen=True, slots=True)
class NodesMoved:
    """Attributes:
    places: (node id, x, y) in world units of the nodes that a person has put there.
    """

    places: tuple[tuple[int, float, float], ...]


@dataclass(frozen=True, slots=True)
class DaysChosen:
    """Attributes:
    nodes: All that stands there.
    days: Names of lanes, and days since 1970-01-01 of theirs.
    """

    nodes: frozenset[int]
    days: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class NodesChosen:
    """Nodes that an act is asked for (pin, hide)."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class ContextRequested:
    """A menu is asked for.

    Attributes:
        node, edge: Node id and edge row under the pointer, or None.
        x, y: Where, in global pixels.
    """

    node: int | None
    edge: int | None
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Choosing:
    """A lasso or a rubber band is waited for or drawn; neither: no more.

    Attributes:
        is_waiting: The next drag draws a lasso.
        count: How many nodes are caught so far; None while nothing is drawn.
    """

    is_waiting: bool = False
    count: int | None = None
