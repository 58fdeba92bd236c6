"""Views whose papers lie in regions, for tests of hulls."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from explorer.graph.hulls import hulls_of
from explorer.graph.regions import Region
from explorer.graph.scene import Scene
from explorer.graph.style import make_scene
from explorer.graph.view import GraphView
from explorer.model import NodeKind

NAMES = (
    "graph neural networks",
    "強化学習",
    "蛋白质结构",
    "linear bandits",
    "optimal transport",
    "speech synthesis",
)


def regions_view(groups: int = 6, size: int = 60, seed: int = 0) -> tuple[GraphView, np.ndarray]:
    """Papers in round clumps, a few strays among them, and their places in world units."""
    chance = np.random.default_rng(seed)
    count = groups * size
    number = np.repeat(np.arange(groups), size).astype(np.int32)
    angle = 2 * np.pi * number / groups
    middles = np.stack([np.cos(angle), np.sin(angle)], axis=1) * 90 * np.sqrt(size)
    pos = (middles + chance.normal(0, 20 * np.sqrt(size), (count, 2))).astype(np.float32)
    stray = chance.random(count) < 0.05
    pos[stray] = chance.uniform(pos.min(), pos.max(), (int(stray.sum()), 2))
    ends = np.stack([np.arange(count - 1), np.arange(1, count)], axis=1).astype(np.int32)
    view = GraphView(
        np.arange(1, count + 1, dtype=np.int64),
        np.full(count, NodeKind.PAPER, np.uint8),
        tuple(f"Paper {row} on {NAMES[number[row] % len(NAMES)]}" for row in range(count)),
        ends,
        np.zeros(count - 1, np.uint8),
        ("similar",),
        ("",) * (count - 1),
        np.ones(count - 1, np.float32),
        np.zeros(count - 1, np.int32),
        {"community": number, "importance": chance.random(count).astype(np.float32)},
        regions=tuple(Region(k, NAMES[k % len(NAMES)], k % 6, size) for k in range(groups)),
    )
    return view, pos


def regions_scene(groups: int = 6, size: int = 60, seed: int = 0) -> Scene:
    """The same as a scene with its hulls."""
    view, pos = regions_view(groups, size, seed)
    scene = make_scene(view, pos)
    return replace(scene, hulls=hulls_of(view, scene.pos, scene.spacing))
