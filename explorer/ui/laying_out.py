"""Laying out: a view becomes a scene on a thread, or in the worker where that takes seconds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from explorer.errors import Cancelled
from explorer.graph.scene import Scene
from explorer.graph.view import GraphView
from explorer.layouts import LAYOUTS
from explorer.ops.task import CancelToken, Progress
from explorer.pipeline.worker import Worker
from explorer.ui.said import worded
from explorer.ui.view_state import ViewState, placed, takes_long
from explorer.ui.workspace import Notice, Workspace

SEED = 0


class LayingOut(QObject):
    """Hands views to where they are laid out; the newest wins."""

    placed = Signal(object)  #: Scene
    stopped = Signal()  #: a person did not want to wait

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def lay(self, view: GraphView, state: ViewState) -> None:
        """``placed`` follows, or ``stopped``."""
        if not takes_long(view, state):
            self._workspace.compute("scene", placed, view, state, SEED, then=self._tell)
            return
        words = self.tr("{layout}: placing {n} nodes").format(
            layout=worded(LAYOUTS[state.layout].label), n=f"{len(view.ids):,}"
        )
        work = (placed_elsewhere, self._workspace.worker, view, state)
        self._workspace.start_computing("scene", words, *work, then=self._tell)

    @Slot(object)
    def _tell(self, scene: Scene | None) -> None:
        if scene is not None:
            self.placed.emit(scene)
            return
        self._workspace.notice.emit(Notice(self.tr("Stopped."), self.tr("The view stays as it was.")))
        self.stopped.emit()


def placed_elsewhere(
    worker: Worker, view: GraphView, state: ViewState, progress: Progress, cancel: CancelToken
) -> Scene | None:
    """The scene of a view with its forces computed in the worker process; None where that was stopped."""

    def report(done: int, total: int) -> None:
        progress(done, total, "")

    try:
        return placed(
            view, state, SEED, partial(worker.call, is_cancelled=cancel.is_cancelled, progress=report)
        )
    except Cancelled:
        return None
