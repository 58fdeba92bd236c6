"""The time brush in a window: drag, keys, history, saved views, places; what the bars count."""

from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.graph.time_brush import Span, bins_in, shares_of, span_of
from explorer.graph.timescale import day_of
from explorer.model import NodeKind
from explorer.ops.library import ask
from explorer.questions.lookup import find_node
from explorer.questions.views import view_from_json, view_text
from tests.canvases import told

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 20_000


@pytest.fixture
def all_of_it(window, settle):
    """The whole library, with the strip below."""
    window.navigator.show_all()
    settle(window)
    assert window.time_strip.isVisible()
    return window


@pytest.fixture
def hands(qtbot, settle, all_of_it):
    """Pointer and keys on the strip, each waiting for its view."""
    window, strip = all_of_it, all_of_it.time_strip

    def pixel(edge):
        plot = strip._plot()
        return QPoint(round(plot.left() + plot.width() * edge / len(strip.bins)), strip.height() // 2)

    def wait(span):
        days = (span.since.isoformat(), span.until.isoformat()) if span else ("", "")
        said = window.navigator.state
        qtbot.waitUntil(lambda: times(window) == days, timeout=PATIENCE_MS)
        settle(window)
        return said

    def drag(start, end):
        QTest.mousePress(strip, LEFT, NONE, pixel(start))
        for step in (0.3, 0.6, 1.0):
            QTest.mouseMove(strip, pixel(start + (end - start) * step))
        QTest.mouseRelease(strip, LEFT, NONE, pixel(end))
        wait(strip.span)
        return bins_in(strip.bins, strip.span)

    def press(key, modifiers=NONE, on=None):
        qtbot.keyClick(on or window.canvas, key, modifiers)
        wait(strip.span)

    return SimpleNamespace(window=window, strip=strip, drag=drag, press=press, wait=wait, pixel=pixel)


def times(window):
    filters = window.navigator.state.query.filters
    return filters.since, filters.until


def papers(window):
    view = window.navigator.scene.view
    return {
        name.split(":")[0]
        for name, kind in zip(view.names, view.kinds, strict=True)
        if kind == NodeKind.PAPER
    }


def crumbs(window):
    return [crumb.text for crumb in window.top_bar.crumbs if crumb.key == "time"]


def test_a_drag_shows_what_appeared_in_those_weeks_and_says_so(hands):
    window, strip = hands.window, hands.strip
    assert len(papers(window)) == 4 and strip.words().startswith("All times, 4 papers")
    assert hands.drag(0.5, 1.5) == (0, 1)
    assert papers(window) == {"Self-RAG"}
    assert strip.accessibleDescription().startswith("2023-09-25 to 2023-10-08, 1 paper")
    assert crumbs(window) == ["25 Sep 2023 – 8 Oct 2023"]


def test_a_brush_is_moved_and_each_end_is_pulled(hands):
    hands.drag(2.5, 5.5)
    assert hands.drag(4.5, 10.5) == (8, 11)
    assert hands.drag(12.0, 15.0) == (8, 14)
    assert hands.drag(8.0, 3.0) == (3, 14)
    assert hands.drag(20.5, 22.5) == (20, 22)


def test_the_pointer_shows_what_can_be_done(hands):
    hands.drag(4.5, 8.5)
    seen = []
    for edge in (2.5, 4.0, 6.5, 9.0):
        QTest.mouseMove(hands.strip, hands.pixel(edge))
        seen.append(hands.strip.cursor().shape())
    shapes = Qt.CursorShape
    assert seen == [shapes.CrossCursor, shapes.SizeHorCursor, shapes.SizeAllCursor, shapes.SizeHorCursor]


def test_a_click_takes_a_bar_and_a_double_click_all_times(hands, qtbot, settle):
    window, strip = hands.window, hands.strip
    qtbot.mouseClick(strip, LEFT, pos=hands.pixel(0.5))
    qtbot.waitUntil(lambda: strip.span is not None, timeout=PATIENCE_MS)
    hands.wait(span_of(strip.bins, 0, 0))
    QTest.mouseDClick(strip, LEFT, NONE, hands.pixel(5.5))
    hands.wait(None)
    assert strip.span is None and len(papers(window)) == 4 and crumbs(window) == []


def test_brackets_step_from_the_newest_and_from_the_oldest(hands):
    strip, last = hands.strip, len(hands.strip.bins) - 1
    hands.press(Qt.Key.Key_BracketLeft)
    assert bins_in(strip.bins, strip.span) == (last, last)
    hands.press(Qt.Key.Key_BracketLeft)
    assert bins_in(strip.bins, strip.span) == (last - 1, last - 1)
    hands.press(Qt.Key.Key_BracketRight, SHIFT)
    assert bins_in(strip.bins, strip.span) == (last - 1, last)
    hands.press(Qt.Key.Key_BracketLeft, SHIFT)
    assert bins_in(strip.bins, strip.span) == (last - 1, last - 1)
    strip.clear()
    hands.wait(None)
    hands.press(Qt.Key.Key_BracketRight)
    assert bins_in(strip.bins, strip.span) == (0, 0)


def test_arrows_work_on_the_strip_and_escape_shows_all_times(hands, settle):
    window, strip = hands.window, hands.strip
    window.acts.times.brush_times()
    assert QApplication.focusWidget() is strip
    hands.press(Qt.Key.Key_Right, on=strip)
    hands.press(Qt.Key.Key_Right, SHIFT, on=strip)
    assert bins_in(strip.bins, strip.span) == (0, 1)
    hands.press(Qt.Key.Key_Escape, on=strip)
    assert strip.span is None and times(window) == ("", "")


def test_escape_on_the_graph_lets_the_selection_go_first_then_the_time(hands, settle):
    window, strip = hands.window, hands.strip
    hands.press(Qt.Key.Key_BracketRight)
    window.navigator.select(frozenset(window.navigator.scene.view.ids[:1].tolist()))
    window.canvas.setFocus()
    hands.press(Qt.Key.Key_Escape)
    assert not window.navigator.state.selection and strip.span is not None
    hands.press(Qt.Key.Key_Escape)
    assert strip.span is None and times(window) == ("", "")


def test_a_drag_is_one_step_of_the_history(hands, settle):
    window = hands.window
    before = len(papers(window))
    hands.drag(0.5, 6.5)
    brushed = hands.strip.span
    hands.drag(20.5, 26.5)
    window.navigator.back()
    hands.wait(brushed)
    assert hands.strip.span == brushed and papers(window) == {"Self-RAG"}
    window.navigator.back()
    hands.wait(None)
    assert hands.strip.span is None and len(papers(window)) == before
    window.navigator.forward()
    hands.wait(brushed)
    assert papers(window) == {"Self-RAG"}


def test_nodes_keep_their_places_while_others_go_and_come_back(hands):
    window = hands.window
    first, camera = window.navigator.scene, window.canvas.camera
    hands.drag(0.5, 6.5)
    brushed = window.navigator.scene
    assert 0 < len(brushed.view.ids) < len(first.view.ids)
    rows = np.searchsorted(first.view.ids, brushed.view.ids)
    np.testing.assert_array_equal(brushed.pos, first.pos[rows])
    assert window.canvas.camera == camera
    hands.strip.clear()
    hands.wait(None)
    np.testing.assert_array_equal(window.navigator.scene.view.ids, first.view.ids)
    np.testing.assert_array_equal(window.navigator.scene.pos, first.pos)


def test_the_bars_count_what_the_view_could_show(hands, settle, library):
    window, strip = hands.window, hands.strip
    assert strip.bins.totals.sum() == 7  # four papers, each in its month and in the digest; one week is both
    hands.drag(0.5, 6.5)
    assert strip.bins.totals.sum() == 7
    window.navigator.go_to(ask(library, find_node, "KAN: Kolmogorov-Arnold Networks"))
    settle(window)
    assert times(window) != ("", "")
    assert strip.bins.totals.sum() == 2
    assert len(strip.bins) == 32


def test_a_brush_is_part_of_a_view_that_is_kept(hands, settle, library):
    window = hands.window
    hands.drag(0.5, 6.5)
    kept, span = view_text(window.navigator.wanted()), hands.strip.span
    hands.strip.clear()
    hands.wait(None)
    window.navigator.restore(ask(library, view_from_json, kept))
    hands.wait(span)
    assert hands.strip.span == span and papers(window) == {"Self-RAG"}


def test_a_month_of_a_filter_is_drawn_to_scale(hands, settle):
    window, strip = hands.window, hands.strip
    window.navigator.set_times("2024-04", "2024-05")
    settle(window)
    april = Span(date(2024, 4, 1), date(2024, 5, 31))
    assert strip.span == april
    left, _ = strip._ends()
    assert left == pytest.approx(strip._px(shares_of(strip.bins, april)[0]))
    assert crumbs(window) == ["Apr 2024 – May 2024"]


def test_the_axis_of_a_timeline_is_marked_on_the_strip_and_the_brush_on_the_axis(hands, settle):
    window, strip = hands.window, hands.strip
    window.navigator.set_layout("timeline")
    settle(window)
    axes, camera = window.canvas.scene.axes, window.canvas.camera
    first, last = strip._window
    assert axes.time.day_at(camera.to_world(0.0, 0.0)[0]) == pytest.approx(first)
    assert axes.brush is None
    window.navigator.set_times("2024-04-01", "")
    settle(window)
    assert window.canvas.scene.axes.brush == (day_of(date(2024, 4, 1)), float("inf"))
    window.canvas.set_camera(window.canvas.camera.panned(-80, 0))
    assert strip._window[0] > first and strip._window[1] > last
    window.navigator.set_layout("force")
    settle(window)
    assert strip._window is None


def test_while_a_brush_is_dragged_the_newest_wish_wins(hands, qtbot):
    asked = told(hands.window.navigator.state_changed)
    strip = hands.strip
    QTest.mousePress(strip, LEFT, NONE, hands.pixel(1.5))
    for edge in np.linspace(1.5, 25.5, 60):
        QTest.mouseMove(strip, hands.pixel(float(edge)))
    QTest.mouseRelease(strip, LEFT, NONE, hands.pixel(25.5))
    hands.wait(span_of(strip.bins, 1, 25))
    spans = {(state.query.filters.since, state.query.filters.until) for state in asked}
    assert len(spans) < 20
