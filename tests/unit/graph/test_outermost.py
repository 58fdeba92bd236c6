"""Which nodes can touch the rim of the page: what the camera looks at in a large scene."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.graph.camera import _outermost, fit
from tests.scenes import big_scene


def is_beyond(outer, inner, way, pos, radius):
    """Whether one node hides another at every scale: as far out that way, and as large."""
    return pos[outer] @ way >= pos[inner] @ way and radius[outer] >= radius[inner]


@pytest.mark.parametrize("seed", range(12))
def test_no_node_that_can_touch_the_rim_is_left_out(seed):
    chance = np.random.default_rng(seed)
    scene = big_scene(120)
    radius = chance.choice([1.0, 2.0, 5.0], 120) if seed % 2 else chance.random(120)
    pos = chance.integers(-9, 9, (120, 2)) if seed % 3 else chance.normal(0, 5, (120, 2))
    scene = replace(scene, pos=pos.astype(np.float32), radius=radius.astype(np.float32))
    kept = _outermost(scene, np.arange(120))
    for way in np.array([(1, 0), (-1, 0), (0, 1), (0, -1)]):
        for row in np.setdiff1d(np.arange(120), kept).tolist():
            assert any(is_beyond(outer, row, way, scene.pos, scene.radius) for outer in kept.tolist())


def test_a_large_scene_fits_as_if_every_node_were_looked_at(monkeypatch):
    scene = big_scene(5000)
    quick = fit(scene, (900, 700))
    monkeypatch.setattr("explorer.graph.camera._outermost", lambda scene, rows: rows)
    assert fit(scene, (900, 700)) == quick
