"""One file per edge kind. The module name is the kind stored in table edge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from explorer.registry import Registry
from explorer.store import Reader


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """One derived edge: node ids, and how many distinct documents stand behind it."""

    source: int
    target: int
    predicate: str = ""
    weight: float = 1.0
    sources: int = 0


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """derive(reader, scope) -> rows.

    ``scope`` is a JSON array of the node ids that changed, so that a small edit
    costs a small derive. Every row returned must have one of them as an end.

    Attributes:
        label: Words for people ("is tagged").
        color: Token in the theme, not a hex value.
        directed: Whether the order of the ends means something.
        derived: Drawn dashed: computed, not stated by anybody.
        derive: See above. None where another step of the pipeline writes the rows.
    """

    label: str
    color: str
    directed: bool
    derived: bool
    derive: Callable[[Reader, str], list[EdgeRow]] | None


EDGES: Registry[EdgeKind] = Registry(__name__, "EDGE_KIND")
