"""Hulls: the ground of each region, where its nodes are dense, as soft outlines that never overlap. No Qt.

Regions are shown far out, where titles have no room: from ``FEW`` nodes in regions, while neighbours are
nearer than ``GONE_PX`` on the screen. A region whose nodes lie apart has no hull.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.graph.contours import contours
from explorer.graph.regions import NONE, Region
from explorer.graph.view import GraphView

FEW: Final = 80  #: nodes in regions; a view of fewer is read by its titles
SMALL: Final = 6  #: nodes of a region in view, at least
FULL_PX: Final = 18.0  #: between neighbours on the screen: up to here hulls are as strong as they get
GONE_PX: Final = 38.0  #: from here there are none
_NAMED: Final = 0.4  #: strength from which regions are named
_REACH: Final = 2.0  #: how far a node's ground reaches, in mean distances of neighbours
_CELLS: Final = 2.5  #: of the grid in that reach
_GRID_MAX: Final = 220  #: cells of a side
_DENSE: Final = 2.5  #: nodes in one place that make it ground
_ISLAND: Final = 0.12  #: share of a region's nodes that a part of its ground holds at least
_MAJORITY: Final = 0.5

Field = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Hull:
    """Attributes:
    region: What it is of.
    loops: (K, 2) float64 world points of each closed outline; one within another is a hole.
    heart: World point farthest from all outlines: where its name stands best.
    rows: (R,) int64 rows of the view in the region.
    """

    region: Region
    loops: tuple[NDArray[np.float64], ...]
    heart: tuple[float, float]
    rows: NDArray[np.int64]


def strength_at(spacing_px: float) -> float:
    """How strong hulls are, 0 to 1, for so many pixels between neighbouring nodes."""
    return float(np.clip((GONE_PX - spacing_px) / (GONE_PX - FULL_PX), 0.0, 1.0))


def are_named(spacing_px: float) -> bool:
    """Whether names of regions stand instead of most titles."""
    return strength_at(spacing_px) >= _NAMED


def hulls_of(view: GraphView, pos: NDArray[np.float32], spacing: float) -> tuple[Hull, ...]:
    """Hulls of the regions of a view, largest first; () where too few nodes are in any.

    Args:
        pos: (N, 2) float32 world units.
        spacing: World units between neighbours, as ``Scene.spacing``.
    """
    column = view.columns.get("community")
    if column is None or not view.regions:
        return ()
    numbers = np.asarray(column, np.int64)
    if int((numbers != NONE).sum()) < FEW:
        return ()
    members = [(region, np.flatnonzero(numbers == region.id)) for region in view.regions]
    members = [(region, rows) for region, rows in members if len(rows) >= SMALL]
    if len(members) < 2:
        return ()
    grid = _grid(pos[np.concatenate([rows for _, rows in members])], spacing)
    grounds = _grounds([pos[rows] for _, rows in members], grid)
    found = (
        _hull(region, rows, (pos, ground, grid))
        for (region, rows), ground in zip(members, grounds, strict=True)
    )
    return tuple(sorted((hull for hull in found if hull), key=lambda h: (-len(h.rows), h.region.id)))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Cells of ``cell`` world units, the middle of the first at (left, top)."""

    left: float
    top: float
    cell: float
    shape: tuple[int, int]
    reach: float  #: cells

    def cells(self, pos: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Line and column of each of (K, 2) world points, kept within the grid."""
        places = np.rint((pos.astype(np.float64) - (self.left, self.top)) / self.cell).astype(np.int64)
        places = np.clip(places, 0, (self.shape[1] - 1, self.shape[0] - 1))
        return places[:, 1], places[:, 0]


def _grid(pos: NDArray[np.float32], spacing: float) -> _Grid:
    low, high = pos.min(axis=0).astype(np.float64), pos.max(axis=0).astype(np.float64)
    reach = _REACH * spacing
    span = float((high - low).max()) + 8 * reach
    cell = max(reach / _CELLS, span / _GRID_MAX)
    reach = max(reach, cell)
    left, top = low - 4 * reach
    columns, lines = (np.ceil((high - low + 8 * reach) / cell)).astype(int) + 1
    return _Grid(float(left), float(top), cell, (int(lines), int(columns)), reach / cell)


def _grounds(members: list[NDArray[np.float32]], grid: _Grid) -> list[Field]:
    """Of each region a field that is above 0 where it is dense, and denser than every other."""
    from scipy import ndimage

    densities = np.zeros((len(members), *grid.shape), np.float32)
    for density, pos in zip(densities, members, strict=True):
        np.add.at(density, grid.cells(pos), 1.0)
        density[:] = ndimage.gaussian_filter(density, grid.reach, mode="constant", truncate=3.0)
    dense = np.float32(_DENSE / (2 * np.pi * grid.reach**2))
    first = densities.argmax(axis=0)
    top = densities.max(axis=0)
    np.put_along_axis(densities, first[None], -1.0, axis=0)
    second = densities.max(axis=0)
    np.put_along_axis(densities, first[None], top[None], axis=0)
    return [
        density - np.maximum(dense, np.where(first == number, second, top))
        for number, density in enumerate(densities)
    ]


def _hull(
    region: Region, rows: NDArray[np.int64], material: tuple[NDArray[np.float32], Field, _Grid]
) -> Hull | None:
    """The hull, None where most of the nodes are outside of the parts that hold some."""
    from scipy import ndimage

    pos, ground, grid = material
    parts, count = ndimage.label(ground > 0)
    of_node = parts[grid.cells(pos[rows])]
    held = np.bincount(of_node, minlength=count + 1)
    held[0] = 0
    kept = np.flatnonzero(held >= max(3, _ISLAND * len(rows)))
    if held[kept].sum() <= _MAJORITY * len(rows):
        return None
    inside = np.isin(parts, kept)
    ground = np.where(inside | (ground <= 0), ground, np.float32(-1e-9))
    loops = tuple(loop * grid.cell + (grid.left, grid.top) for loop in contours(ground))
    deepest = ndimage.distance_transform_edt(parts == kept[held[kept].argmax()])
    line, column = np.unravel_index(int(deepest.argmax()), grid.shape)
    heart = (grid.left + float(column) * grid.cell, grid.top + float(line) * grid.cell)
    return Hull(region, loops, heart, rows)
