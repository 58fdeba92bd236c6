"""Workspace on a real session: newest wins, tasks speak and stop, errors become notices."""

import threading

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from explorer.errors import ExplorerError
from explorer.model import Changes
from explorer.ops.tagging import tag
from explorer.ui.workspace import Workspace


class Ear(QObject):
    """Hears answers."""

    def __init__(self):
        super().__init__()
        self.heard = []

    @Slot(object)
    def hear(self, answer):
        self.heard.append(answer)


@pytest.fixture
def ear(qapp):
    return Ear()


@pytest.fixture
def workspace(qtbot, tmp_path):
    made = Workspace()
    made.open(tmp_path / "library.db", True)
    qtbot.waitSignal(made.opened).wait()
    yield made
    made.close()


@pytest.fixture
def rest(qtbot, workspace):
    return lambda: qtbot.waitUntil(lambda: not workspace.is_busy)


def echo(reader, word):
    return word


def refuse(reader):
    raise ExplorerError("No.", "Ask again.")


def fail(reader):
    raise KeyError("a bug")


def test_an_answer_comes_home_on_the_gui_thread(workspace, ear, rest):
    threads = []

    class Where(Ear):
        @Slot(object)
        def hear(self, answer):
            threads.append(threading.current_thread())

    where = Where()
    workspace.ask("word", echo, "hello", then=where.hear)
    rest()
    assert threads == [threading.main_thread()]


def test_of_several_questions_under_one_topic_the_newest_is_answered(workspace, ear, rest):
    for number in range(20):
        workspace.ask("word", echo, number, then=ear.hear)
    workspace.ask("other", echo, "x", then=ear.hear)
    rest()
    assert sorted(map(str, ear.heard)) == ["19", "x"]


def test_a_topic_that_is_forgotten_is_not_answered(workspace, ear, rest):
    workspace.ask("word", echo, 1, then=ear.hear)
    workspace.forget("word")
    rest()
    assert ear.heard == []


def test_an_error_is_a_notice_with_a_hint_and_its_exit_code(workspace, ear, rest):
    workspace.notice.connect(ear.hear)
    workspace.ask("word", refuse, then=ear.hear)
    rest()
    (notice,) = ear.heard
    assert (notice.message, notice.hint, notice.failed, notice.exit_code) == ("No.", "Ask again.", True, 1)


def test_a_bug_is_not_swallowed(workspace, rest, qtbot, ear):
    with qtbot.captureExceptions() as caught:
        workspace.ask("word", fail, then=ear.hear)
        rest()
    assert [kind for kind, *_ in caught] == [KeyError]
    assert ear.heard == []


def test_an_operation_tells_what_changed_and_names_the_step(workspace, rest):
    changes, notices = Ear(), Ear()
    workspace.changed.connect(changes.hear)
    workspace.notice.connect(notices.hear)
    workspace.do(make_tag)
    rest()
    assert isinstance(changes.heard[0], Changes) and changes.heard[0].tables
    assert notices.heard[0].can_undo and "words" in notices.heard[0].message
    workspace.do(nothing)
    rest()
    assert len(changes.heard) == 1 and not notices.heard[-1].can_undo


def make_tag(store):
    first = tag(store, "first", [1]) if store.reader.value("select id from node limit 1") else None
    return first or Changes("Tag with words", frozenset({"tag"}))


def nothing(store):
    return Changes("Nothing to undo")


def test_a_task_says_how_far_it_is_and_ends(workspace, ear, rest):
    workspace.task_moved.connect(ear.hear)
    done = Ear()
    workspace.start("Counting", count, 500, then=done.hear)
    rest()
    states = ear.heard
    assert states[0].label == "Counting" and not states[0].finished and states[-1].finished
    assert any(state.done == state.total == 500 for state in states)
    assert len(states) < 30, "a fast task speaks ten times a second at most"
    assert done.heard == [500]


def count(session, most, progress, cancel):
    for number in range(most):
        cancel.check()
        progress(number + 1, most, "counting")
    return most


def test_a_task_that_is_stopped_says_so_and_answers_nothing(workspace, ear, rest, qtbot):
    begun, notices, states = threading.Event(), Ear(), Ear()
    workspace.notice.connect(notices.hear)
    workspace.task_moved.connect(states.hear)
    workspace.start("Waiting", wait_until_stopped, begun, then=ear.hear)
    assert begun.wait(10)
    workspace.stop(states.heard[0].number)
    rest()
    assert ear.heard == [] and not notices.heard[0].failed
    assert states.heard[-1].finished


def wait_until_stopped(session, begun, progress, cancel):
    begun.set()
    cancel.wait(30)
    cancel.check()


def test_closing_stops_what_is_running(qtbot, tmp_path, qapp):
    workspace, begun = Workspace(), threading.Event()
    workspace.open(tmp_path / "library.db", True)
    qtbot.waitSignal(workspace.opened).wait()
    workspace.start("Waiting", wait_until_stopped, begun)
    assert begun.wait(10)
    workspace.close()
    assert workspace.path is None


def test_answers_of_a_library_that_was_left_are_for_nobody(workspace, ear, qtbot, tmp_path, rest):
    gate = threading.Event()
    workspace.ask("word", held, gate, then=ear.hear)
    with qtbot.waitSignal(workspace.opened):
        workspace.open(tmp_path / "other.db", True)
    gate.set()
    rest()
    QApplication.processEvents()
    assert ear.heard == []
    assert workspace.path == tmp_path / "other.db"


def held(reader, gate):
    gate.wait(30)
    return "late"


def test_a_receiver_that_is_gone_is_not_called(workspace, rest, qtbot):
    import shiboken6

    gone = Ear()
    workspace.ask("word", echo, 1, then=gone.hear)
    shiboken6.delete(gone)
    with qtbot.captureExceptions() as caught:
        rest()
    assert caught == []
