"""The worker process: arrays there and back, errors in words, cancelled and killed without a trace."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from explorer.compute.neighbours import Nearest
from explorer.errors import Cancelled, ExplorerError
from explorer.pipeline.worker import Worker, WorkerBug

ROOT = Path(__file__).resolve().parents[3]
HEAVY = ("torch", "sentence_transformers", "openvino", "tokenizers", "openTSNE")


@pytest.fixture(scope="module")
def worker():
    with Worker() as made:
        yield made


def vectors(count=60, dim=8, seed=0):
    found = np.random.default_rng(seed).normal(size=(count, dim))
    return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)


def endless(worker, **kwargs):
    """A call that takes minutes."""
    many = vectors(60_000, 256)
    return worker.call("explorer.compute.neighbours:nearest", many, many, 50, **kwargs)


def test_arrays_and_records_go_there_and_come_back(worker):
    found = worker.call("explorer.compute.neighbours:nearest", vectors(), vectors(), 3)
    assert isinstance(found, Nearest)
    assert found.rows[:, 0].tolist() == list(range(60))


def test_progress_is_told_on_the_calling_thread(worker):
    told = []

    def hear(done, total):
        told.append((done, total, threading.current_thread()))

    worker.call("explorer.compute.neighbours:nearest", vectors(3_000), vectors(), 3, progress=hear)
    assert [step[0] for step in told] == [1024, 2048, 3000]
    assert {step[1:] for step in told} == {(3000, threading.current_thread())}


def test_texts_are_embedded_batch_by_batch(worker):
    batches = list(worker.embed([f"text {number}" for number in range(300)], "lexical"))
    assert [(start, len(found)) for start, found in batches] == [(0, 256), (256, 44)]
    assert list(worker.embed([], "lexical")) == []


def test_what_a_person_can_mend_comes_back_in_words(worker):
    with pytest.raises(ExplorerError, match="one model") as caught:
        worker.call("explorer.embedders:encode", "lexical", "other", ["x"])
    assert caught.value.hint
    with pytest.raises(ExplorerError, match="no engine"):
        list(worker.embed(["x"], "nonsense"))


def test_a_bug_comes_back_with_its_traceback_and_the_next_call_works(worker):
    with pytest.raises(WorkerBug, match="TypeError"):
        worker.call("explorer.compute.neighbours:nearest", 1, 2, 3)
    with pytest.raises(WorkerBug, match="not for the worker"):
        worker.call("os:getpid")
    assert len(list(worker.embed(["again"], "lexical"))) == 1


def test_cancelling_ends_the_process_within_half_a_second(worker):
    begun, stop = threading.Event(), threading.Event()

    def hear(done, total):
        begun.set()

    def watch():
        begun.wait(60)
        stop.set()
        moments.append(time.monotonic())

    moments = []
    watcher = threading.Thread(target=watch)
    watcher.start()
    with pytest.raises(Cancelled):
        endless(worker, is_cancelled=stop.is_set, progress=hear)
    watcher.join()
    assert time.monotonic() - moments[0] < 0.5
    assert worker._process is None
    assert len(list(worker.embed(["again"], "lexical"))) == 1


def test_a_call_that_waits_for_another_can_be_cancelled(worker):
    begun, stop = threading.Event(), threading.Event()

    def run():
        with pytest.raises(Cancelled):
            endless(worker, is_cancelled=stop.is_set, progress=lambda done, total: begun.set())

    first = threading.Thread(target=run)
    first.start()
    begun.wait(60)
    with pytest.raises(Cancelled):
        worker.call("explorer.compute.neighbours:nearest", vectors(), vectors(), 1, is_cancelled=lambda: True)
    stop.set()
    first.join()


def test_a_killed_process_is_reported_and_replaced(worker):
    list(worker.embed(["alive"], "lexical"))
    os.kill(worker._process._popen.pid, signal.SIGKILL)
    with pytest.raises(ExplorerError, match="ended by itself") as caught:
        list(worker.embed(["gone"], "lexical"))
    assert "Try again" in caught.value.hint
    assert len(list(worker.embed(["back"], "lexical"))) == 1


def test_a_process_killed_while_it_works_is_reported(worker):
    def kill(done, total):
        os.kill(worker._process._popen.pid, signal.SIGKILL)

    with pytest.raises(ExplorerError, match="ended by itself"):
        endless(worker, progress=kill)


def test_closing_twice_or_unused_is_fine():
    unused = Worker()
    unused.close()
    unused.close()


def test_the_process_leaves_when_the_program_is_killed(tmp_path):
    program = (
        "import numpy as np, os\n"
        "from explorer.pipeline.worker import Worker\n"
        "worker = Worker()\n"
        "list(worker.embed(['x'], 'lexical'))\n"
        "print(worker._process._popen.pid, flush=True)\n"
        "many = np.zeros((60_000, 256), np.float32)\n"
        "worker.call('explorer.compute.neighbours:nearest', many, many, 50)\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    child = int(running.stdout.readline())
    running.kill()
    running.wait()
    running.stdout.close()
    deadline = time.monotonic() + 20
    while _is_running(child):
        assert time.monotonic() < deadline, "the worker outlived its program"
        threading.Event().wait(0.05)


def _is_running(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


PROGRAM = """
import sys
import numpy as np
from explorer.pipeline.worker import Worker
from explorer.compute.neighbours import nearest

if __name__ == "__main__":
    engine = sys.argv[1]
    with Worker() as worker:
        (_, vectors), = worker.embed(["one text", "another", "三つ目", "第四", "five", "six"], engine)
        near = nearest(vectors, vectors, 5, np.arange(6, dtype=np.int32))
        places = worker.call("explorer.compute.map:place", near, np.full((6, 2), np.nan, np.float32), 0)
    assert places.shape == (6, 2)
    heavy = [name for name in sys.argv[2].split(",") if name in sys.modules]
    assert not heavy, heavy
"""


@pytest.mark.parametrize("engine", ["lexical", "e5-small"])
def test_the_program_itself_never_loads_the_heavy_libraries(tmp_path, engine):
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-W", "error", str(tmp_path / "program.py"), engine, ",".join(HEAVY)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert not run.stderr
