"""Session: an open library with its threads; Futures out, no Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from explorer.ops.clock import now
from explorer.store import Reader, Store
from explorer.store.sqlite_words import may_write

P = ParamSpec("P")
T = TypeVar("T")


class Session:
    """One writer thread, two reader threads, one thread for long tasks. Nothing else touches SQLite.

    Raises what opening raises: LibraryTooNew, LibraryDamaged, LibraryLocked, ExplorerError.
    """

    def __init__(self, path: Path, create: bool = True, today: str = "") -> None:
        self.path = path
        self.is_read_only = False  #: whether the file, or the folder that its journal needs, is closed to us
        self._readers_open: list[Reader] = []
        self._local = threading.local()
        self._writer = ThreadPoolExecutor(1, "writer")
        self._readers = ThreadPoolExecutor(2, "reader")
        self._tasks = ThreadPoolExecutor(1, "task")
        try:
            self._store = self._writer.submit(Store, path, create, today or now()[:10]).result()
            self.is_read_only = not may_write(path)
        except BaseException:
            self._shut_down()
            raise

    def write(
        self, operation: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Run an operation on the writer thread, after those asked for before."""
        return self._writer.submit(lambda: operation(self._store, *args, **kwargs))

    def read(
        self, question: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Ask a question on a reader thread; it sees one state of the library."""

        def ask() -> T:
            with self._reader().at_once() as reader:
                return question(reader, *args, **kwargs)

        return self._readers.submit(ask)

    def read_on(
        self, work: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Run work that reads for long on a reader thread: no transaction, so that nobody waits for it.

        Each of its reads sees what is committed by then (an import plan is made again where that matters).
        """
        return self._readers.submit(lambda: work(self._reader(), *args, **kwargs))

    def task(
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Run long work that itself reads and writes through this session; one at a time, in order."""
        return self._tasks.submit(lambda: work(self, *args, **kwargs))

    def _reader(self) -> Reader:
        if not hasattr(self._local, "reader"):
            self._local.reader = Reader(self.path)
            self._readers_open.append(self._local.reader)
        reader: Reader = self._local.reader
        return reader

    def close(self) -> None:
        """Finish what was begun, then close; call once."""
        self._tasks.shutdown(cancel_futures=True)
        self._writer.submit(self._store.close).result()
        self._shut_down()

    def _shut_down(self) -> None:
        self._tasks.shutdown(cancel_futures=True)
        self._writer.shutdown()
        self._readers.shutdown()
        for reader in self._readers_open:
            reader.close()
