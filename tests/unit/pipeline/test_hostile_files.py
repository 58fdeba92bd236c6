"""Whatever arrives, only a plan comes out: a file is read or refused in words, soon, without a request."""

from __future__ import annotations

import os
import resource
import socket
import time
from contextlib import closing

import pytest

from explorer.pipeline.plan import Input, plan
from explorer.pipeline.report import report
from explorer.store import Store
from tests.hostile_files import hostile_file

FILES = int(os.environ.get("EXPLORER_HOSTILE", "68"))  #: 2000 for the whole run, a quarter of an hour
PATIENCE_S = 2.0
PATIENCE_BYTES = 500 * 1024 * 1024


def _survive(store: Store, first: int, last: int, seed: int) -> list[tuple[float, str]]:
    """(seconds, name) of each file, the slowest first."""
    took = []
    for number in range(first, last):
        name, content = hostile_file(number, seed)
        begun = time.process_time()
        made = plan(store.reader, [Input(name, name, content)])
        report(made)
        took.append((time.process_time() - begun, name))
        assert len(made.sources) + len(made.failed) == 1, name
        assert all(failure.why for failure in made.failed), name
    return sorted(took, reverse=True)


@pytest.fixture
def unconnected(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a file made us ask the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.slow
@pytest.mark.usefixtures("unconnected")
@pytest.mark.parametrize("seed", range(4))
def test_hostile_files_are_read_or_refused_in_little_memory(tmp_path, seed: int) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with closing(Store(tmp_path / "a.pelib")) as store:
        took = _survive(store, 0, FILES // 4, seed)
    assert took[0][0] < PATIENCE_S, took[:3]
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < PATIENCE_BYTES
