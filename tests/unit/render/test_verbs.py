"""Verbs stand beside the lines of their edges as these are drawn, bows too."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.graph.camera import fit
from explorer.graph.picking import curve_points
from explorer.render.edges import trimmed_ends
from explorer.render.frame import make_frame
from explorer.render.labels import finished
from explorer.render.occupancy import Occupancy
from explorer.render.text import BASELINE, LINE
from explorer.render.theme import theme
from explorer.render.verbs import VERB_PX, place_verbs
from tests.scenes import ego_scene

pytestmark = pytest.mark.usefixtures("qapp")
_ASCENDER_EM = 0.75  # of Latin letters above the baseline


@pytest.mark.parametrize("lane", [-1.0, 0.0, 1.0])
@pytest.mark.parametrize("page", [(500.0, 400.0), (1100.0, 760.0)])
def test_a_verb_leaves_the_line_of_its_edge_free(lane, page):
    scene = ego_scene()
    scene = replace(scene, lanes=np.full(len(scene.view.ends), lane, np.float32))
    frame = make_frame(scene, fit(scene, page))
    focus = np.array([scene.view.center])
    labels = finished(place_verbs(frame, Occupancy(*page), theme("light"), focus))
    assert labels
    for label in labels:
        _, ends, lanes = trimmed_ends(frame, np.array([label.row]), focus)
        line = curve_points(ends, lanes, 200)[0]
        middle = frame.camera.to_screen(np.array([label.anchor]))[0] + label.offset
        turn = np.radians(label.angle)
        seen = (line - middle) @ np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        over = seen[np.abs(seen[:, 0]) < label.size[0] / 2, 1]  # of the line, below the middle of the verb
        baseline = (BASELINE - LINE / 2) * VERB_PX
        assert ((over < baseline - _ASCENDER_EM * VERB_PX - 1.0) | (over > baseline + 1.0)).all()
