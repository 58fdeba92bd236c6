"""The guards of conftest.py stop what they promise to stop."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"
FORGETFUL = """
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(thread_name_prefix="pool")
closing = threading.Event()

def test_that_forgets_a_thread():
    threading.Thread(target=threading.Event().wait, daemon=True, name="forgotten").start()

def test_that_forgets_a_pool():
    assert pool.submit(int, "3").result() == 3

def test_that_is_slow_to_end_its_thread():
    thread = threading.Thread(target=closing.wait, name="late")
    threading.Timer(0.1, closing.set).start()
    thread.start()
"""


@pytest.mark.parametrize("host", ["192.0.2.1", "example.invalid"])
def test_other_machines_cannot_be_reached(host):
    with pytest.raises(AssertionError, match=f"A test tried to .*{host}"):
        socket.create_connection((host, 80), timeout=5)


def test_loopback_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1]), timeout=5).close()


def test_threads_left_running_are_named_with_the_line_and_the_test_that_started_them(tmp_path):
    suite = tmp_path / "tests"
    suite.mkdir()
    impatient = CONFTEST.read_text(encoding="utf-8").replace("GRACE_S = 5.0", "GRACE_S = 0.5")
    (suite / "conftest.py").write_text(impatient, encoding="utf-8")
    (suite / "test_forgetful.py").write_text(FORGETFUL, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-rN",
        "-p",
        "no:randomly",
        "-p",
        "no:cacheprovider",
        suite,
    ]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    said = [line for line in run.stdout.splitlines() if "started at" in line]
    assert run.returncode == 1, run.stdout + run.stderr
    assert "3 passed, 1 error" in run.stdout
    assert len(said) == 2
    assert "forgotten: started at tests/test_forgetful.py:9 during" in said[0]
    assert "::test_that_forgets_a_thread" in said[0]
    assert "pool_0: started at tests/test_forgetful.py:12 during" in said[1]
