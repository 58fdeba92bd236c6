"""Contours of a field on a grid: closed lines along which it is 0."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)
#: which corners are inside (1 top left, 2 top right, 4 bottom right, 8 bottom left) -> from which side to
#: which the line goes, the inside always on the same hand
_TURNS: Final = {
    1: ((_TOP, _LEFT),),
    2: ((_RIGHT, _TOP),),
    3: ((_RIGHT, _LEFT),),
    4: ((_BOTTOM, _RIGHT),),
    5: ((_TOP, _LEFT), (_BOTTOM, _RIGHT)),
    6: ((_BOTTOM, _TOP),),
    7: ((_BOTTOM, _LEFT),),
    8: ((_LEFT, _BOTTOM),),
    9: ((_TOP, _BOTTOM),),
    10: ((_RIGHT, _TOP), (_LEFT, _BOTTOM)),
    11: ((_RIGHT, _BOTTOM),),
    12: ((_LEFT, _RIGHT),),
    13: ((_TOP, _RIGHT),),
    14: ((_LEFT, _TOP),),
}


def contours(field: NDArray[np.float32]) -> list[NDArray[np.float64]]:
    """(K, 2) points x, y of each closed line around values above 0, in cells; the rim of the field is <= 0.

    References:
        Lorensen, Cline, "Marching cubes", SIGGRAPH 1987, in the plane; where two opposite corners are inside,
        they are kept apart.

    >>> spot = np.full((3, 3), -1.0, np.float32)
    >>> spot[1, 1] = 1.0
    >>> contours(spot)[0].tolist()
    [[0.5, 1.0], [1.0, 0.5], [1.5, 1.0], [1.0, 1.5]]
    """
    inside = field > 0
    codes = inside[:-1, :-1] * 1 + inside[:-1, 1:] * 2 + inside[1:, 1:] * 4 + inside[1:, :-1] * 8
    after: dict[int, int] = {}
    for code, turns in _TURNS.items():
        lines, columns = np.nonzero(codes == code)
        for start, end in turns:
            starts, ends = (_side(lines, columns, side, field.shape) for side in (start, end))
            after.update(zip(starts.tolist(), ends.tolist(), strict=True))
    loops = []
    while after:
        first, at = after.popitem()
        loop = [first]
        while at != first:
            loop.append(at)
            at = after.pop(at)
        turn = loop.index(min(loop))
        loops.append(_crossings(field, np.array(loop[turn:] + loop[:turn])))
    return sorted(loops, key=lambda loop: (-len(loop), *loop[0].tolist()))


def _side(
    lines: NDArray[np.int64], columns: NDArray[np.int64], side: int, shape: tuple[int, ...]
) -> NDArray[np.int64]:
    """Number of a cell's side: horizontal ones first, then vertical ones."""
    if side in (_TOP, _BOTTOM):
        return (lines + (side == _BOTTOM)) * shape[1] + columns
    return shape[0] * shape[1] + lines * shape[1] + columns + (side == _RIGHT)


def _crossings(field: NDArray[np.float32], sides: NDArray[np.int64]) -> NDArray[np.float64]:
    """(K, 2) x, y where the field is 0 on each of K sides."""
    count = field.shape[0] * field.shape[1]
    vertical = sides >= count
    line, column = np.divmod(np.where(vertical, sides - count, sides), field.shape[1])
    one = field[line, column].astype(np.float64)
    other = field[line + vertical, column + ~vertical].astype(np.float64)
    share = one / (one - other)
    return np.stack([column + ~vertical * share, line + vertical * share], axis=1)
