"""The worker process: reads calls from standard input, runs them one by one, writes the answers.

A message is eight bytes of length and a pickle. Calls name a function of explorer.compute or
explorer.embedders, so that this file need not import them.
"""

from __future__ import annotations

import importlib
import os
import pickle
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Final

from explorer.errors import ExplorerError

_LENGTH: Final = 8
BUG: Final = 70  #: exit code after a traceback (EX_SOFTWARE of sysexits.h)
_PACKAGES: Final = ("explorer.compute.", "explorer.embedders")


@dataclass(frozen=True, slots=True)
class Call:
    """Attributes:
    function: "module:function".
    args: Its arguments.
    reports: Whether it takes ``progress``, a function of (done, total).
    """

    function: str
    args: tuple[object, ...]
    reports: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """A call is so far."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call returned."""

    value: object


@dataclass(frozen=True, slots=True)
class Failed:
    """A call failed in a way that a person can act on."""

    message: str
    hint: str = ""


Message = Call | Progress | Answer | Failed


def send(stream: BinaryIO, message: Message) -> None:
    """Write a message; BrokenPipeError where nobody reads."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(len(body).to_bytes(_LENGTH, "little"))
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO) -> Message | None:
    """Next message, or None at the end of the stream."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    size = int.from_bytes(head, "little")
    body = stream.read(size)
    return pickle.loads(body) if len(body) == size else None


def perform(call: Call, report: Callable[[int, int], None]) -> Answer | Failed:
    """Run a call. What nobody expected is raised: it ends the process and stands in its log."""
    try:
        function = _find(call.function)
        value = function(*call.args, progress=report) if call.reports else function(*call.args)
        return Answer(value)
    except ExplorerError as error:
        return Failed(error.message, error.hint)
    except MemoryError:
        return Failed("There is not enough memory for this.", "Close other programs, then try again.")
    except ImportError as error:
        return Failed(f"A library cannot be loaded: {error}", "Install Paper Explorer again.")


def _find(name: str) -> Callable[..., object]:
    module, _, function = name.partition(":")
    if not module.startswith(_PACKAGES):
        raise ValueError(f"{name} is not for the worker")
    found: Callable[..., object] = getattr(importlib.import_module(module), function)
    return found


def main() -> None:
    """Serve until standard input ends, which also ends whatever is running then."""
    sys.excepthook = _leave
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not land among the answers
    if hasattr(os, "nice"):
        os.nice(5)
    calls: queue.SimpleQueue[Call] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(os.fdopen(0, "rb", closefd=False), calls), daemon=True).start()
    while True:
        answer = perform(calls.get(), lambda done, total: send(answers, Progress(done, total)))
        send(answers, answer)


def _read(stream: BinaryIO, calls: queue.SimpleQueue[Call]) -> None:
    while isinstance(call := receive(stream), Call):
        calls.put(call)
    os._exit(0)  # nobody waits for an answer any more


def _leave(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Print and go at once: an orderly end would wait for the thread that reads."""
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(BUG)
