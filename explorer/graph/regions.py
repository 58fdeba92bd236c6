"""Regions: communities of papers and methods as a view knows them. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from explorer.graph.view import GraphView
    from explorer.store import Reader

NONE: Final = -1  #: in the column "community": in no region


@dataclass(frozen=True, slots=True)
class Region:
    """A community with its name; ``papers`` counts those of the library, ``hue`` is a colour's number."""

    id: int
    name: str
    hue: int
    papers: int


def read_regions(
    reader: Reader, shown: Sequence[int]
) -> tuple[dict[str, NDArray[np.generic]], tuple[Region, ...]]:
    """The column "community", (N,) int32, and the regions that occur; neither where no node is in one."""
    from explorer.store.communities import communities_of, community_rows

    known = communities_of(reader, shown)
    if not known:
        return {}, ()
    column = np.array([known.get(node, NONE) for node in shown], np.int32)
    there = set(known.values())
    regions = (
        Region(row.id, row.name, row.hue, row.papers) for row in community_rows(reader) if row.id in there
    )
    return {"community": column}, tuple(regions)


def members(view: GraphView, region: int) -> frozenset[int]:
    """Ids of the rows of a view that are in a region."""
    column = view.columns.get("community")
    if column is None:
        return frozenset()
    return frozenset(view.ids[np.asarray(column, np.int64) == region].tolist())
