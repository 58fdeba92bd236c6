"""Workspace: the Qt face of a Session. Results of other threads come home here, and only here."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from explorer.errors import Cancelled, ExplorerError, LibraryDamaged
from explorer.model import Changes
from explorer.ops.session import Session
from explorer.ops.task import CancelToken
from explorer.pipeline.worker import Worker
from explorer.ui.notices import Notice, Offer, TaskState
from explorer.ui.opening import made, part

PROGRESS_SECONDS = 0.1  #: a task speaks ten times a second at most

Submit = Callable[[], Future[object]]
Then = Callable[[object], None]  #: a bound method of a QObject; hears the result on the GUI thread


@dataclass(slots=True)
class _Request:
    topic: str
    then: Then | None
    task: TaskState | None = None
    announces: bool = False
    can_undo: bool = True
    token: CancelToken | None = None
    begun: float = 0.0
    spoke: float = 0.0


class Workspace(QObject):
    """An open library, or none. Everything slow is handed to a thread and comes back through one signal."""

    opened = Signal(object)  #: Path of the library that is now open
    closed = Signal(object)  #: Path of the library that no longer is
    changed = Signal(object)  #: Changes, after the commit
    notice = Signal(object)  #: Notice
    task_moved = Signal(object)  #: TaskState
    _arrived = Signal(object)  #: (request number, Future), from any thread
    _progressed = Signal(object)  #: (request number, done, total, what), from any thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._wanted: Path | None = None
        self.failed: Path | None = None  #: the damaged library that was to be opened last
        self.farewell: Callable[[Path], object] | None = None  #: runs on a thread once a library is closed
        self._requests: dict[int, _Request] = {}
        self._futures: dict[int, Future[object]] = {}
        self._newest: dict[str, int] = {}
        self._last = 0
        self._opener = ThreadPoolExecutor(1, "opener")
        self._computing = ThreadPoolExecutor(1, "compute")
        self.worker = Worker()  #: for layouts that take long; its process starts with the first
        self._inbox: deque[tuple[int, Future[object]]] = deque()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._deliver)
        self._arrived.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._speak, Qt.ConnectionType.QueuedConnection)

    @property
    def path(self) -> Path | None:
        """The library that is open."""
        return self._session.path if self._session else None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still on its way."""
        return bool(self._requests)

    def open(self, path: Path, create: bool = False) -> None:
        """Open another library; ``opened`` or a failed ``notice`` follows. Until then the old one stays."""
        self._wanted = path
        self._open(path.name, partial(self._opener.submit, Session, path, create))

    def open_with(self, make: Callable[[], Path], name: str) -> None:
        """Open the library that ``make`` builds, on a thread (the sample)."""
        self._open(name, partial(self._opener.submit, made, make))

    def _open(self, name: str, submit: Submit) -> None:
        label = self.tr("Opening {name}").format(name=name)
        request = self._new_task(label, self._take, stoppable=False)
        request.topic = "open"
        self._hand_out(submit, request)

    def ask(self, topic: str, question: Callable[..., object], *args: object, then: Then) -> None:
        """Ask a question of the library; of several under one topic only the newest answer comes home."""
        if self._session:
            self._hand_out(partial(self._session.read, question, *args), _Request(topic, then))

    def forget(self, topic: str) -> None:
        """An answer under this topic that is still on its way is for nobody."""
        self._abandon(topic)
        self._newest[topic] = 0

    def compute(self, topic: str, function: Callable[..., object], *args: object, then: Then | None) -> None:
        """Run a pure function on a thread; newest under its topic wins."""
        self._hand_out(partial(self._computing.submit, function, *args), _Request(topic, then))

    def aside(self, topic: str, function: Callable[..., object], *args: object, then: Then) -> None:
        """Run what is no question of the open session (backups) on the thread that opens libraries."""
        self._hand_out(partial(self._opener.submit, function, *args), _Request(topic, then))

    def do(self, operation: Callable[..., object], *args: object, can_undo: bool = True) -> None:
        """Run an operation; ``changed`` and a ``notice`` that names the step follow."""
        if self._session:
            request = _Request("", None, announces=True, can_undo=can_undo)
            self._hand_out(partial(self._session.write, operation, *args), request)

    def start(self, label: str, work: Callable[..., object], *args: object, then: Then | None = None) -> None:
        """Run long work on the session: ``work(session, *args, progress, cancel)``, shown as a task."""
        if self._session:
            self._begin(self._session.task, label, work, args, then)

    def start_reading(
        self, label: str, question: Callable[..., object], *args: object, then: Then | None = None
    ) -> None:
        """Ask a long question: ``question(reader, *args, progress, cancel)``, shown as a task."""
        if self._session:
            self._begin(self._session.read_on, label, question, args, then)

    def look(self, topic: str, question: Callable[..., object], *args: object, then: Then) -> None:
        """Ask ``question(reader, *args, cancel)``, which may take long and shows no task (a preview).

        The newest under its topic wins; an older one is stopped. Without a library the reader is None.
        """
        begin = self._session.read_on if self._session else partial(_without_reader, self._opener)
        request = _Request(topic, then, token=CancelToken())
        self._hand_out(partial(begin, question, *args, cancel=request.token), request)

    def quietly(self, topic: str, work: Callable[..., object], *args: object, then: Then) -> None:
        """Run work on the session, ``work(session, *args, cancel)``, that no task shows; newest wins."""
        if self._session:
            request = _Request(topic, then, token=CancelToken())
            self._hand_out(partial(self._session.task, work, *args, cancel=request.token), request)

    def start_writing(
        self, label: str, operation: Callable[..., object], *args: object, then: Then | None = None
    ) -> None:
        """Run a long operation, shown as a task that cannot be stopped half-way: it is one transaction."""
        if self._session:
            request = self._new_task(label, then, stoppable=False)
            request.announces = True
            self._hand_out(partial(self._session.write, operation, *args), request)

    def start_computing(
        self, topic: str, label: str, function: Callable[..., object], *args: object, then: Then
    ) -> None:
        """Run a long function of no library, ``function(*args, progress, cancel)``, shown as a task.

        The newest under its topic wins; an older one is stopped.
        """
        request = self._new_task(label, then, stoppable=True)
        request.topic, request.token = topic, CancelToken()
        progress = partial(self._report, self._last + 1)
        submit = partial(self._computing.submit, function, *args, progress=progress, cancel=request.token)
        self._hand_out(submit, request)

    @Slot(int)
    def stop(self, number: int) -> None:
        """Ask a task to stop; what it committed stays."""
        request = self._requests.get(number)
        if request and request.token:
            request.token.cancel()

    def close(self) -> None:
        """Stop what can be stopped, finish what was begun, close the library. Waits for it."""
        for request in self._requests.values():
            if request.token:
                request.token.cancel()
        self._leave()
        self._opener.shutdown(wait=True)
        self._computing.shutdown(wait=True, cancel_futures=True)
        self.worker.close()
        self._requests.clear()

    def _begin(
        self,
        submit: Callable[..., Future[object]],
        label: str,
        work: Callable[..., object],
        args: tuple[object, ...],
        then: Then | None,
    ) -> None:
        request = self._new_task(label, then, stoppable=True)
        request.token = CancelToken()
        progress = partial(self._report, self._last + 1)
        self._hand_out(partial(submit, work, *args, progress=progress, cancel=request.token), request)

    def _new_task(self, label: str, then: Then | None, stoppable: bool) -> _Request:
        task = TaskState(self._last + 1, label, stoppable=stoppable)
        return _Request("", then, task, begun=monotonic())

    def _report(self, number: int, done: int, total: int, what: str) -> None:
        """Hears the task on its own thread."""
        request = self._requests.get(number)
        now = monotonic()
        if request and (now - request.spoke >= PROGRESS_SECONDS or done == total):
            request.spoke = now
            self._progressed.emit((number, done, total, what))

    @Slot(object)
    def _speak(self, heard: tuple[int, int, int, str]) -> None:
        number, done, total, what = heard
        request = self._requests.get(number)
        if request and request.task:
            seconds = monotonic() - request.begun
            state = TaskState(
                number, request.task.label, done, total, what, seconds, request.token is not None
            )
            self.task_moved.emit(state)

    def _hand_out(self, submit: Submit, request: _Request) -> None:
        """Number a request before its work begins: a fast task speaks at once."""
        self._last += 1
        number = self._last
        self._requests[number] = request
        if request.topic:
            self._abandon(request.topic)
            self._newest[request.topic] = number
        if request.task:
            self.task_moved.emit(request.task)
        future = submit()
        self._futures[number] = future
        future.add_done_callback(partial(self._land, number))

    def _abandon(self, topic: str) -> None:
        """Stop what is under way under a topic, where it can be."""
        older = self._newest.get(topic, 0)
        if older in self._futures:
            self._futures[older].cancel()
        request = self._requests.get(older)
        if request and request.token:
            request.token.cancel()

    def _land(self, number: int, future: Future[object]) -> None:
        """Hears the end of a future on whatever thread it ended."""
        if isValid(self):
            self._arrived.emit((number, future))

    @Slot(object)
    def _receive(self, packet: tuple[int, Future[object]]) -> None:
        self._inbox.append(packet)
        self._next.start(0)

    @Slot()
    def _deliver(self) -> None:
        """One answer in each turn of the event loop, so that painting and keys come between."""
        number, future = self._inbox.popleft()
        if self._inbox:
            self._next.start(0)
        request = self._requests.pop(number, None)
        self._futures.pop(number, None)
        if request is None:
            return
        if request.task:
            self.task_moved.emit(TaskState(number, request.task.label, finished=True))
        if future.cancelled():
            return
        error = future.exception()
        is_stale = bool(request.topic) and self._newest.get(request.topic) != number
        if isinstance(error, Cancelled):
            self.notice.emit(Notice(error.message, error.hint))
        elif isinstance(error, ExplorerError):
            if not is_stale:
                self._tell_failed(error, request.topic == "open")
        elif error is not None:
            raise error
        elif is_stale:
            self._drop(future.result())
        else:
            self._hand_over(request, future.result())

    def _tell_failed(self, error: ExplorerError, is_opening: bool) -> None:
        offer = None
        if isinstance(error, LibraryDamaged):
            self.failed = self._wanted if is_opening else self.path
            offer = Offer("file.restore", self.tr("Restore a backup…"))
        code = error.exit_code
        self.notice.emit(Notice(error.message, error.hint, failed=True, exit_code=code, offer=offer))

    def _hand_over(self, request: _Request, result: object) -> None:
        receiver = getattr(request.then, "__self__", None)
        if request.then and (not isinstance(receiver, QObject) or isValid(receiver)):
            request.then(result)
        if request.announces and isinstance(result, Changes):
            if result.tables:
                self.changed.emit(result)
            self.notice.emit(Notice(result.done, can_undo=request.can_undo and bool(result.tables)))

    def _drop(self, result: object) -> None:
        """A library that nobody waits for any more is closed again."""
        if isinstance(result, Session):
            self._opener.submit(result.close)

    def _take(self, session: Session) -> None:
        self._leave()
        self._session, self.failed = session, None
        self.opened.emit(session.path)
        if session.is_read_only:
            words = self.tr("{name} can only be read here: nothing in it can be changed.")
            hint = self.tr("Open a copy in a folder that you may write to.")
            self.notice.emit(Notice(words.format(name=session.path.name), hint))

    def _leave(self) -> None:
        """Let the library go; answers still under way are for nobody."""
        if self._session is None:
            return
        session, self._session = self._session, None
        self._requests = {n: r for n, r in self._requests.items() if r.topic == "open"}
        self._opener.submit(part, session, self.farewell)
        self.closed.emit(session.path)


def _without_reader(
    threads: ThreadPoolExecutor, question: Callable[..., object], *args: object, cancel: CancelToken
) -> Future[object]:
    return threads.submit(question, None, *args, cancel=cancel)
