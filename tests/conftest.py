"""Tests run without a screen, without network and on real SQLite, and leave no thread behind."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import ipaddress
import socket
import sys
import sysconfig
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

#: of each property, other ones at each run; on a builder's machine (CI) as many as Hypothesis likes, 100
EXAMPLES = int(os.environ.get("EXPLORER_EXAMPLES", "40"))

settings.register_profile("local", deadline=None, max_examples=EXAMPLES)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests go first: of the processes that share the files, none ends long after another."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of the shared corpus; skips the test where the machine has none."""
    folder = Path(os.environ.get("EXPLORER_CORPUS") or ROOT.parent / "shared" / "corpus")
    if not (folder / "seeds").is_dir():
        pytest.skip(f"no corpus in {folder}: set EXPLORER_CORPUS to its folder")
    return folder


class NetworkUsed(AssertionError):
    """A test reached for another machine. No OSError: offline code would swallow that."""


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Every connection and name look-up that leaves the machine fails the test that tries it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded_connect(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_proxy() -> Iterator[None]:
    """What a test asks of a server on this machine goes there."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def httpserver_listen_address() -> tuple[str, int]:
    return "127.0.0.1", 0


def _guarded_connect(connect):
    def guarded(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
            raise NetworkUsed(f"A test tried to connect to {address}.")
        return connect(self, address)

    return guarded


def _guarded_lookup(lookup):
    def guarded(host, *args, **kwargs):
        if not _is_here(host):
            raise NetworkUsed(f"A test tried to look up {host}.")
        return lookup(host, *args, **kwargs)

    return guarded


def _is_here(host: str | bytes | None) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


GRACE_S = 5.0  #: how long the threads of a module may take to end after its last test
_starts: dict[threading.Thread, str] = {}


@pytest.fixture(scope="session", autouse=True)
def _remember_thread_starts() -> Iterator[None]:
    start = threading.Thread.start

    def remembering_start(self: threading.Thread) -> None:
        if place := _line_of_ours():
            _starts[self] = f"{place} during {os.environ.get('PYTEST_CURRENT_TEST', 'set-up')}"
        start(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threading.Thread, "start", remembering_start)
        yield


@pytest.fixture(scope="module", autouse=True)
def no_thread_left(_remember_thread_starts: None) -> Iterator[None]:
    """Fails the module whose code or tests left a thread running, naming the line that started it.

    Threads that libraries start for themselves do not count. A fixture that
    owns threads may live as long as its module, not longer.
    """
    before = set(threading.enumerate())
    yield
    left = []
    deadline = time.monotonic() + GRACE_S
    for thread in set(threading.enumerate()) - before:
        if thread in _starts:
            thread.join(timeout=max(0.0, deadline - time.monotonic()))
            if thread.is_alive():
                left.append(f"{thread.name}: started at {_starts[thread]}")
    _starts.clear()
    if left:
        pytest.fail("Threads are still running:\n" + "\n".join(sorted(left)), pytrace=False)


def _line_of_ours() -> str | None:
    """Line that asked for the thread, if the caller nearest to it is ours and no library."""
    library = sysconfig.get_path("stdlib")
    frame = sys._getframe(2)
    while frame and _is_standard(frame.f_code.co_filename, library):
        frame = frame.f_back
    if frame is None:
        return None
    path = Path(frame.f_code.co_filename)
    if "site-packages" in path.parts or not path.is_relative_to(ROOT):
        return None
    return f"{path.relative_to(ROOT)}:{frame.f_lineno}"


def _is_standard(filename: str, library: str) -> bool:
    return filename.startswith((library, "<")) and "site-packages" not in filename
