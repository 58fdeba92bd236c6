"""No step of the event loop is longer than a tenth of a second, whatever goes on in the threads."""

import time

import pytest
from PySide6.QtCore import QTimer

from explorer.ui.dialogs.import_sheet import ImportSheet
from tests.flow.heartbeat import STEP_MAX_MS, calmest, limit_ms
from tests.flow.intake_hand import is_listed, say_import

WEEKS = 20
BASES = (
    "RAG",
    "LoRA",
    "KAN",
    "Mamba",
    "CLIP",
    "LLaVA",
    "ReAct",
    "ToT",
    "BERT",
    "PPO",
    "KTO",
    "Vicuna",
    "MoE",
)


def check(heart):
    words = f"{heart.longest_ms:.0f} ms, {heart.longest_cpu_ms:.0f} ms of it computing"
    assert heart.longest_cpu_ms < STEP_MAX_MS, words
    assert heart.longest_ms < limit_ms(), words


@pytest.fixture
def many_weeks(tmp_path):
    """Files of twenty digest weeks, other ones at each call, some 20 kB."""
    made = iter(range(1000))

    def make():
        number = next(made)
        parts = ["# Table of Papers\n"]
        for week in range(WEEKS):
            parts.append(
                f"\n## Table of Papers (May {week % 28 + 1} - May {week % 28 + 2}) - {2023 + week % 2}\n"
            )
            parts.append("| **Paper**  | **Links** |\n| ------------- | ------------- |\n")
            for rank in range(1, 6):
                name = f"Method{number}x{week}x{rank}"
                title = f"**{name}: Learning Widgets of Kind {rank} in Year {week}**"
                base = BASES[(week * 5 + rank) % len(BASES)]
                words = f"{name} builds on {base} and outperforms {BASES[rank]} by {rank} points."
                parts.append(f"| {rank}) {title} - {words} | [Paper](https://example.org/{name}) |\n")
        path = tmp_path / f"weeks{number}.md"
        path.write_text("".join(parts), encoding="utf-8")
        return path

    return make


def test_the_measure_sees_a_slow_step(qtbot):
    def scene():
        QTimer.singleShot(0, lambda: time.sleep(0.15))
        qtbot.wait(300)

    assert calmest(scene).longest_ms > 140


def test_importing_and_what_follows_leave_the_window_awake(window, many_weeks, qtbot, settle):
    files = []

    def scene():
        files.append(many_weeks())
        window.acts.files.import_words((str(files[-1]),))
        qtbot.waitUntil(lambda: is_listed(window), timeout=30_000)
        say_import(window)
        qtbot.waitUntil(lambda: any(s.isVisible() for s in window.findChildren(ImportSheet)), timeout=30_000)
        next(s for s in window.findChildren(ImportSheet) if s.isVisible()).accept.click()
        settle(window)

    heart = calmest(scene)
    assert heart.beats > 10
    check(heart)
    assert len(window.navigator.scene.view.ids) > 10


def test_walking_the_graph_leaves_the_window_awake(window, many_weeks, qtbot, settle):
    window.acts.files.import_words((str(many_weeks()),))
    qtbot.waitUntil(lambda: is_listed(window), timeout=30_000)
    say_import(window)
    qtbot.waitUntil(lambda: window.findChild(ImportSheet) is not None, timeout=30_000)
    window.findChild(ImportSheet).accept.click()
    settle(window)

    def scene():
        window.navigator.show_all()
        settle(window)
        for step in (window.navigator.next_layout, window.navigator.next_layout, window.navigator.back):
            step()
            settle(window)
        window.navigator.set_depth(2)
        settle(window)
        window.left_panel.show_list()
        window.left_panel.list.search.setText("widgets")
        qtbot.wait(200)
        settle(window)
        window.left_panel.list.search.clear()
        qtbot.wait(200)
        settle(window)

    heart = calmest(scene)
    check(heart)
