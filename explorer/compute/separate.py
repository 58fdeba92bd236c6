"""Push boxes apart until none overlaps, moving them as little as possible."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_SIGHT_ROUNDS = 8  # for which the pairs that may overlap are looked up once
_SHARE = 0.55  # of an overlap that one round removes; all at once swings to and fro
_ANGLE_ROUNDS = 200
_LINE_ROUNDS = 6
_BEYOND = 0.02
_LUCK = 1.0
_EPS = 1e-9

Matrix = NDArray[np.float64]
Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]


def separate(
    pos: Matrix, low: Matrix, high: Matrix, fixed: NDArray[np.bool_], rounds: int = 120, seed: int = 0
) -> Matrix:
    """(N, 2) positions with no two boxes overlapping, as far as the rounds and the fixed rows allow.

    For some hundreds of boxes: looking for neighbours is quadratic.

    Args:
        pos: (N, 2) places.
        low, high: (N, 2) corners of the boxes, relative to the places.
        fixed: (N,) rows that come back unchanged.
        rounds: After so many, what still overlaps stays so.
        seed: Decides where boxes go that stand on the very same spot.
    """
    out = pos.astype(np.float64).copy()
    free = ~fixed
    if len(out) < 2 or not free.any():
        return out
    size = high - low
    out[free] += np.random.default_rng(seed).normal(0, 1e-3, out.shape)[free] * size.mean()
    slack = 0.4 * size.mean(axis=0)
    chance = np.random.default_rng(seed + 1)
    for done in range(0, rounds, _SIGHT_ROUNDS):
        pairs = _near(out + (low + high) / 2, size / 2, slack, free)
        # boxes that block each other along the shorter way get out of it along the longer one now and then
        luck = np.exp(chance.normal(0, _LUCK * max(2 * done / rounds - 0.5, 0.0), len(pairs[0])))
        for _ in range(_SIGHT_ROUNDS):
            push = _push(out + (low + high) / 2, size / 2, pairs, free, luck)
            if push is None:
                break
            out[free] += _SHARE * push[free]
        else:
            continue
        if push is None and not len(_overlapping(out + (low + high) / 2, size / 2, free)):
            break
    return out


def _near(middle: Matrix, half: Matrix, slack: NDArray[np.float64], free: NDArray[np.bool_]) -> Pairs:
    """Rows of the pairs of boxes that may come to overlap within a few rounds, each pair once."""
    close = np.ones((len(middle), len(middle)), np.bool_)
    for axis in (0, 1):  # axis by axis: arrays of pairs are as large as it gets
        gap = np.abs(np.subtract.outer(middle[:, axis], middle[:, axis]))
        close &= gap < np.add.outer(half[:, axis], half[:, axis]) + slack[axis]
    first, second = np.nonzero(np.triu(close, 1))
    movable = free[first] | free[second]
    return first[movable], second[movable]


def _overlapping(middle: Matrix, half: Matrix, free: NDArray[np.bool_]) -> NDArray[np.intp]:
    return _near(middle, half, np.full(2, -_EPS), free)[0]


def _push(
    middle: Matrix, half: Matrix, pairs: Pairs, free: NDArray[np.bool_], luck: NDArray[np.float64]
) -> Matrix | None:
    """(N, 2) how far each box wants to go, or None where no pair overlaps.

    Args:
        luck: (pairs,) what the way sideways counts, in ways up or down.
    """
    gap = middle[pairs[0]] - middle[pairs[1]]
    depth = half[pairs[0]] + half[pairs[1]] - np.abs(gap)
    touching = depth.min(axis=1) > _EPS
    if not touching.any():
        return None
    first, second, depth, gap = pairs[0][touching], pairs[1][touching], depth[touching], gap[touching]
    sideways = depth[:, 0] * luck[touching] <= depth[:, 1]  # out along the axis where the way is shorter
    way = depth + _BEYOND * half.mean()  # a little too far, or the last of the overlap only ever halves
    step = np.where(np.stack([sideways, ~sideways], axis=1), way * np.where(gap >= 0, 1.0, -1.0), 0.0)
    # a free box gives way alone to a fixed one, two free ones share the way
    step *= np.where(free[first] & free[second], 0.5, 1.0)[:, None]
    rows = np.concatenate([first, second])
    steps = np.concatenate([step, -step])
    push = np.stack([np.bincount(rows, steps[:, axis], len(middle)) for axis in (0, 1)], axis=1)
    # a box in a crowd is pushed by many: not much farther than by the strongest
    most = np.zeros_like(push)
    np.maximum.at(most, rows, np.abs(steps))
    limited: Matrix = np.clip(push, -1.6 * most, 1.6 * most)
    return limited


def clear_of_lines(
    pos: Matrix, ends: NDArray[np.int32], reach: NDArray[np.float64], fixed: NDArray[np.bool_]
) -> Matrix:
    """(N, 2) positions where fewer nodes lie on a line between two others, which would look like their link.

    Args:
        pos: (N, 2) places.
        ends: (M, 2) rows that lines join.
        reach: (N,) how far from a line's middle a node should stand.
        fixed: (N,) rows that come back unchanged.
    """
    out = pos.astype(np.float64).copy()
    lines = ends[ends[:, 0] != ends[:, 1]]
    if not len(lines) or fixed.all():
        return out
    own = (lines[None, :, :] == np.arange(len(out))[:, None, None]).any(axis=2)
    for _ in range(_LINE_ROUNDS):
        start, along = out[lines[:, 0]], out[lines[:, 1]] - out[lines[:, 0]]
        square = np.maximum((along**2).sum(axis=1), _EPS)
        away = out[:, None] - start
        share = np.clip((away * along).sum(axis=2) / square, 0.0, 1.0)
        gap = away - share[:, :, None] * along
        distance = np.hypot(gap[:, :, 0], gap[:, :, 1])
        depth = np.where(own, 0.0, np.maximum(reach[:, None] - distance, 0.0))
        worst = depth.argmax(axis=1)
        rows = np.flatnonzero((depth.max(axis=1) > _EPS) & ~fixed)
        if not len(rows):
            break
        line = worst[rows]
        normal = np.stack([-along[line, 1], along[line, 0]], axis=1) / np.sqrt(square[line])[:, None]
        side = np.where((gap[rows, line] * normal).sum(axis=1) >= 0, 1.0, -1.0)
        out[rows] += _SHARE * (depth[rows, line] * side)[:, None] * normal
    return out


def spread_angles(angle: NDArray[np.float64], least: float) -> NDArray[np.float64]:
    """(N,) angles, radians, ascending around the circle and at least about ``least`` apart, moved little.

    Args:
        angle: (N,) ascending, within one turn; ``least`` times N must be less than a turn.
    """
    out = angle.copy()
    for _ in range(_ANGLE_ROUNDS):
        gap = np.diff(out, append=out[0] + 2 * np.pi)
        lack = np.maximum(least - gap, 0.0) / 2
        if lack.max(initial=0.0) < 1e-3:
            break
        out += 0.9 * (np.roll(lack, 1) - lack)
    return out


def no_two_on_one_spot(pos: Matrix, fixed: NDArray[np.bool_], unit: float) -> Matrix:
    """(N, 2) positions where free rows that stood on a taken spot have stepped aside, on a small spiral."""
    out = pos.astype(np.float64).copy()
    cells = np.round(out / max(unit * 1e-3, 1e-12))
    order = np.lexsort((np.arange(len(out)), ~fixed, cells[:, 1], cells[:, 0]))
    same = (np.diff(cells[order], axis=0) == 0).all(axis=1)
    count = 0
    for row, is_same in zip(order[1:].tolist(), same.tolist(), strict=True):
        count = count + 1 if is_same else 0
        if is_same and not fixed[row]:
            angle, reach = 2.399963 * count, 0.05 * unit * count**0.5
            out[row] += (reach * np.cos(angle), reach * np.sin(angle))
    return out
