"""A narrow window, larger texts and less motion."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, QVariantAnimation
from PySide6.QtWidgets import QPushButton, QToolButton

from explorer.settings import Settings, load_settings, save_settings
from explorer.ui.canvas import motion as canvas_motion
from explorer.ui.dialogs.preferences import PreferencesSheet
from explorer.ui.text_size import scale_texts


def _shown(bar):
    return [w for w in (*bar.findChildren(QPushButton), *bar.findChildren(QToolButton)) if w.isVisibleTo(bar)]


def _names(bar):
    tools = {"add": bar.add, "tag": bar.tag, "export": bar.export, "layouts": bar.layouts}
    return [name for name, tool in tools.items() if tool.isVisibleTo(bar)]


def _go_to_rag(window, settle):
    row = window.navigator.scene.view.names.index("RAG")
    window.navigator.go_to(int(window.navigator.scene.view.ids[row]))
    settle(window)


@pytest.mark.parametrize("width", [1440, 1100, 900, 760])
def test_nothing_in_the_top_bar_is_clipped_or_laid_over_another(window, settle, width):
    _go_to_rag(window, settle)
    window.resize(width, 700)
    settle(window)
    bar = window.top_bar
    left = bar.search.mapTo(bar, QPoint(bar.search.width(), 0)).x()
    for tool in sorted(_shown(bar), key=lambda tool: tool.mapTo(bar, QPoint(0, 0)).x()):
        begin = tool.mapTo(bar, QPoint(0, 0)).x()
        assert begin >= left - 1, tool.text()
        assert tool.width() >= min(tool.sizeHint().width(), tool.minimumSizeHint().width()), tool.text()
        left = begin + tool.width()
    assert left <= bar.width()


def test_a_narrower_bar_lets_go_of_what_matters_least_first(window, settle):
    _go_to_rag(window, settle)
    bar = window.top_bar
    window.resize(1600, 700)
    settle(window)
    assert _names(bar) == ["add", "tag", "export", "layouts"]
    assert bar.undo.text() != "↶"
    window.resize(1100, 700)
    settle(window)
    assert bar.undo.text() == "↶" and bar.undo.toolTip() != ""
    kept = []
    for width in (1000, 900, 760):
        window.resize(width, 700)
        settle(window)
        kept.append(_names(bar))
    assert kept[-1] == ["layouts"]
    assert all(set(after) <= set(before) for before, after in pairwise(kept))
    assert any(button.text().startswith("RAG") for button in _shown(bar))
    window.resize(1600, 700)
    settle(window)
    assert _names(bar) == ["add", "tag", "export", "layouts"]


def test_what_is_under_the_pointer_is_cut_with_an_ellipsis_and_whole_for_readers(window):
    words = "A very long title " * 30
    window.status.show_focus(words)
    window.resize(900, 700)
    shown = window.status._focus.text()
    assert shown.endswith("…") and len(shown) < len(words)
    assert window.status.focus_words == words and window.status._focus.accessibleName() == words


@pytest.mark.parametrize(("choice", "factor"), [("system", None), ("115", "1.15"), ("150", "1.5")])
def test_the_size_of_texts_is_asked_of_qt_before_it_starts(choice, factor):
    environment: dict[str, str] = {}
    scale_texts(choice, environment)
    assert environment.get("QT_SCALE_FACTOR") == factor


def test_a_factor_of_the_environment_stays():
    environment = {"QT_SCALE_FACTOR": "3"}
    scale_texts("130", environment)
    assert environment == {"QT_SCALE_FACTOR": "3"}


def test_the_text_size_is_chosen_in_the_preferences(window):
    window.acts.views.preferences()
    sheet = window.findChild(PreferencesSheet)
    sheet.text_size.setCurrentIndex(sheet.text_size.findData("130"))
    sheet.text_size.activated.emit(sheet.text_size.currentIndex())
    assert sheet.text_size.currentText() == "130 %"
    assert window.settings.text_size == "130"


def test_settings_keep_the_text_size_and_know_no_other(tmp_path):
    path = tmp_path / "settings.toml"
    save_settings(Settings(text_size="130"), path)
    assert load_settings(path).text_size == "130"
    path.write_text('version = 1\ntext_size = "900"\n', encoding="utf-8")
    assert load_settings(path).text_size == "system"


class _Seen:
    """A platform with a screen: offscreen, nothing glides."""

    @staticmethod
    def platformName() -> str:
        return "xcb"


def _running(window):
    found = window.findChildren(QVariantAnimation)
    assert found
    return [one for one in found if one.state() is QAbstractAnimation.State.Running]


@pytest.mark.parametrize(("motion", "glides"), [("on", True), ("off", False)])
def test_with_motion_off_no_animation_runs(make_window, library, settle, monkeypatch, motion, glides):
    window = make_window(Settings(motion=motion))
    window.workspace.open(library)
    settle(window)
    monkeypatch.setattr(canvas_motion, "QGuiApplication", _Seen)
    before = window.canvas.camera
    window.canvas.zoom_by(1.5)
    assert bool(_running(window)) is glides
    assert (window.canvas.camera == before) is glides
