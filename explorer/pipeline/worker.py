"""The other process, in which embeddings and maps are computed; arrays go there and come back."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, Final, Self

import numpy as np
from numpy.typing import NDArray

import explorer
from explorer.compute.serve import BUG, Answer, Call, Failed, Message, Progress, receive, send
from explorer.embedders import embedder
from explorer.errors import Cancelled, ExplorerError

_LOOK_S: Final = 0.05  #: how often a running call asks whether it was cancelled
_LEAVE_S: Final = 1.0  #: how long an idle process may take to leave before it is ended
_START: Final = "import sys; sys.path.append(sys.argv[1]); from explorer.compute.serve import main; main()"
_LAST_WORDS: Final = 8_000  #: bytes of a traceback that are kept
_THREADS: Final = "2"
_LIMITS: Final = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), _THREADS
) | {"OMP_WAIT_POLICY": "PASSIVE"}  # threads that wait by spinning triple the CPU time of a busy machine

Report = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


def _never() -> bool:
    return False


class WorkerBug(RuntimeError):
    """A call failed in a way nobody expected; the text is the other process's traceback."""


class Worker:
    """One process, started by the first call and again after it has ended. Calls wait for one another.

    To be called from threads that may wait, never from the GUI thread. Close it, or use it as a context.
    """

    def __init__(self) -> None:
        self._busy = threading.Lock()
        self._process: _Process | None = None

    def call(
        self,
        function: str,
        *args: object,
        is_cancelled: IsCancelled = _never,
        progress: Report | None = None,
    ) -> object:
        """Result of a top-level function of explorer.compute or explorer.embedders, run over there.

        Args:
            function: "explorer.compute.map:place", for example.
            args: Its arguments; arrays, strings, numbers and frozen dataclasses.
            is_cancelled: Looked at some twenty times a second; True ends the process.
            progress: Called with (done, total), on the calling thread; the function must take ``progress``.

        Raises:
            Cancelled: is_cancelled() was true.
            ExplorerError: The function raised it, or the process died.
            WorkerBug: The function raised something else.
        """
        while not self._busy.acquire(timeout=_LOOK_S):
            if is_cancelled():
                raise Cancelled("Stopped.", "What was done before stays.")
        try:
            return self._call(Call(function, args, progress is not None), is_cancelled, progress)
        finally:
            self._busy.release()

    def _call(self, call: Call, is_cancelled: IsCancelled, progress: Report | None) -> object:
        if self._process is None:
            self._process = _Process()
        try:
            answer = self._process.ask(call, is_cancelled, progress)
        except BaseException:
            self._process.end()
            self._process = None
            raise
        if isinstance(answer, Answer):
            return answer.value
        raise ExplorerError(answer.message, answer.hint)

    def embed(
        self, texts: Sequence[str], engine: str, model: str = "", is_cancelled: IsCancelled = _never
    ) -> Iterator[tuple[int, NDArray[np.float32]]]:
        """Vectors in batches: (number of the first text, (n, dim) float32).

        Raises what ``call`` raises, and ExplorerError where the engine is unknown or not installed.
        """
        part = embedder(engine)
        if line := part.missing():
            raise ExplorerError(f"The engine {engine} cannot run here.", line)
        for start in range(0, len(texts), part.batch):
            batch = list(texts[start : start + part.batch])
            vectors = self.call("explorer.embedders:encode", engine, model, batch, is_cancelled=is_cancelled)
            yield start, np.asarray(vectors, np.float32)

    def close(self) -> None:
        """Let the process leave. The next call would start another."""
        with self._busy:
            if self._process is not None:
                self._process.leave()
                self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Process:
    """A running process with the thread that reads what it says."""

    def __init__(self) -> None:
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed in end()
        root = str(Path(explorer.__file__).parents[1])
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, root],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env=os.environ | _LIMITS,
            start_new_session=True,  # Ctrl+C goes to the one that can tell what to do
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._popen.stdin and self._popen.stdout
        self._calls: BinaryIO = self._popen.stdin  # type: ignore[assignment]
        self._said: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, args=(self._popen.stdout,), name="worker-reader")
        self._reader.daemon = True
        self._reader.start()

    def _read(self, stream: BinaryIO) -> None:
        while (message := receive(stream)) is not None:
            self._said.put(message)
        self._said.put(None)

    def ask(self, call: Call, is_cancelled: IsCancelled, progress: Report | None) -> Answer | Failed:
        """Send a call and wait for its end; raises Cancelled, or ExplorerError where the process dies."""
        if is_cancelled():
            raise Cancelled("Stopped.", "What was done before stays.")
        try:
            send(self._calls, call)
        except OSError as error:
            raise self._death() from error
        while True:
            try:
                message = self._said.get(timeout=_LOOK_S)
            except queue.Empty:
                message = Progress(0, 0)
            if is_cancelled():
                raise Cancelled("Stopped.", "What was done before stays.")
            if message is None:
                raise self._death()
            if isinstance(message, (Answer, Failed)):
                return message
            if isinstance(message, Progress) and message.total and progress is not None:
                progress(message.done, message.total)

    def _death(self) -> ExplorerError | WorkerBug:
        code = self._popen.wait()
        self._log.seek(0)
        words = self._log.read()[-_LAST_WORDS:].decode("utf-8", "replace").strip()
        if code == BUG:
            return WorkerBug(words)
        last = f" Its last words: {words.splitlines()[-1]}" if words else ""
        return ExplorerError(
            f"The process that computes has ended by itself (code {code}).",
            f"Try again; if memory is short, close other programs.{last}",
        )

    def leave(self) -> None:
        """Ask it to go, then make it go."""
        self._close(self._calls)
        with suppress(subprocess.TimeoutExpired):
            self._popen.wait(_LEAVE_S)
        self.end()

    def end(self) -> None:
        """Make it go, and give back pipes and thread."""
        self._popen.kill()
        self._popen.wait()
        self._reader.join()
        self._close(self._calls)
        self._close(self._popen.stdout)
        self._log.close()

    @staticmethod
    def _close(stream: BinaryIO | IO[bytes] | None) -> None:
        with suppress(OSError):  # unsent bytes for a process that is gone
            if stream is not None:
                stream.close()
