"""A source that takes too long is stopped and named; the others of the import are read."""

from __future__ import annotations

import cProfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.errors import ImportFailed
from explorer.importers import IMPORTERS, Source
from explorer.pipeline import time_cap
from explorer.pipeline.plan import Input, plan
from explorer.pipeline.time_cap import at_most, most_s
from explorer.store import Store


def _never_ends() -> Iterator[int]:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            yield 0
        except ValueError:
            continue
    raise AssertionError("nobody stopped it")


def _stopped() -> ImportFailed:
    with pytest.raises(ImportFailed) as caught, at_most(0.05, "evil.md"):
        sum(_never_ends())
    return caught.value


def test_what_never_ends_is_stopped_and_named() -> None:
    error = _stopped()
    assert error.message == "evil.md was stopped: reading it may take 0.05 seconds."
    assert error.hint


def test_it_is_stopped_on_any_thread_and_only_there() -> None:
    with ThreadPoolExecutor(2) as pool:
        evil, good = pool.submit(_stopped), pool.submit(sum, range(1_000_000))
        assert good.result() == 499999500000
        assert "evil.md" in evil.result().message


def test_what_ends_in_time_is_never_interrupted_later() -> None:
    before = threading.active_count()
    for _ in range(200):
        with at_most(5.0, "quick.md"):
            pass
    assert sum(range(1_000_000)) == 499999500000
    assert threading.active_count() == before


@pytest.mark.skipif(not hasattr(time, "pthread_getcpuclockid"), reason="the system does not tell")
def test_waiting_is_no_work() -> None:
    with at_most(0.05, "patient.md"):
        time.sleep(0.2)


def test_waiting_ends_as_well() -> None:
    begun = time.monotonic()
    with pytest.raises(ImportFailed), at_most(0.02, "sleepy.md"):
        for _ in range(1_000):
            time.sleep(0.005)
    assert time.monotonic() - begun < 4


def test_reading_goes_on_under_a_profiler() -> None:
    profiler = cProfile.Profile()
    profiler.enable()
    try:
        with at_most(5.0, "a.md"):
            pass
        done = sum(1 for _ in range(1_000))
    finally:
        profiler.disable()
    assert done == 1_000


def test_work_that_ends_as_the_clock_rings_is_done_or_stopped() -> None:
    ends = {"done": 0, "stopped": 0}
    for turn in range(300):
        until = time.monotonic() + 0.0005 + turn % 10 * 0.0001
        try:
            with at_most(0.001, "a.md"):
                while time.monotonic() < until:
                    pass
            ends["done"] += 1
        except ImportFailed:
            ends["stopped"] += 1
    assert sum(ends.values()) == 300


def test_an_error_of_the_work_itself_comes_through() -> None:
    with pytest.raises(KeyError), at_most(10.0, "a.md"):
        raise KeyError("x")


def test_a_larger_source_may_take_longer() -> None:
    assert most_s(b"") == 60.0
    assert most_s(bytes(5_000_000)) == 70.0


def test_the_rest_of_an_import_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = IMPORTERS["general_document"]
    read = part.read

    def slow(source: Source) -> object:
        return sum(_never_ends()) if "evil" in source.name else read(source)

    monkeypatch.setattr(time_cap, "MOST_READ_S", 1.5)
    monkeypatch.setitem(IMPORTERS._parts, "general_document", replace(part, read=slow))
    text = b"# A report\n\nWe read %b papers in the group this week and liked them.\n"
    names = ("first.md", "evil.md", "last.md")
    with closing(Store(tmp_path / "a.pelib")) as store:
        made = plan(store.reader, [Input(name, name, text % name.encode()) for name in names])
    assert [source.name for source in made.sources] == ["first.md", "last.md"]
    assert [(failure.source, bool(failure.hint)) for failure in made.failed] == [("evil.md", True)]
    assert "evil.md was stopped" in made.failed[0].why
