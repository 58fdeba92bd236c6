"""Snapshots in a window: kept with one key, listed, opened as they were, compared; the way back to now."""

import shutil

import numpy as np
import pytest
from PySide6.QtCore import Qt

from explorer.ops import identity
from explorer.ops.importing import Wish
from explorer.ops.library import ask, change, import_into
from explorer.questions.snapshots import snapshots_of
from explorer.ui.dialogs.difference_sheet import DifferenceSheet
from explorer.ui.dialogs.snapshots_sheet import SnapshotsSheet

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def looks(window):
    """What the canvas shows, and how."""
    scene, state = window.navigator.scene, window.navigator.state
    return (
        scene.view.ids.tolist(),
        scene.view.names,
        scene.view.ends.tolist(),
        scene.pos.tolist(),
        scene.radius.tolist(),
        scene.labels,
        (state.layout, state.pinned, state.selection),
    )


@pytest.fixture
def save(window, press):
    def keep():
        window.canvas.setFocus()
        press(Qt.Key.Key_S, CTRL)

    return keep


def sheet_of(window, kind):
    return [sheet for sheet in window.findChildren(kind) if sheet.isVisible()][-1]


def test_a_snapshot_opens_as_it_was_and_q_goes_back_to_now(window, qtbot, settle, save, press):
    navigator = window.navigator
    navigator.set_depth(2)
    settle(window)
    nodes = navigator.scene.view.ids.tolist()
    navigator.place_moved(((nodes[0], 511.5, -60.25),))
    window.canvas.set_scene(navigator.scene)
    before = looks(window)
    save()
    assert "Saved the snapshot" in window.notice_bar.words
    navigator.set_depth(1)
    settle(window)
    navigator.set_layout("radial")
    settle(window)
    assert looks(window) != before
    press(Qt.Key.Key_Z)
    assert looks(window) == before
    assert window.snapshots.bar.isVisible() and "Snapshot of" in window.snapshots.bar.words
    press(Qt.Key.Key_Q)
    assert not window.snapshots.bar.isVisible() and navigator.state.frozen is None
    press(Qt.Key.Key_Left, ALT)
    assert window.snapshots.bar.isVisible() and looks(window) == before
