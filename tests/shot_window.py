"""One picture of the window: python -m tests.shot_window ACT LIBRARY FILE SCHEME LANGUAGE.

Each act is a function here that brings the window to what the picture shows, by the hands of a person.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from scipy.spatial import ConvexHull

from explorer.model import NodeKind
from explorer.ops.library import ask
from explorer.questions.lookup import find_node
from explorer.settings import Settings
from explorer.ui.dialogs.import_sheet import ImportSheet
from explorer.ui.language import install
from explorer.ui.main_window import MainWindow
from explorer.ui.widgets.text_block import TextBlock
from tests.canvases import point_at
from tests.flow.intake_hand import say_import
from tests.libraries import digest

SIZE = (1440, 900)
LOOK_MS = 40
QUIET = 6  #: looks in a row at which nothing was under way
PATIENCE = 1500
_LEFT = Qt.MouseButton.LeftButton
_ROOM_PX = 44.0  #: from a node to the line of the lasso
_SOURCE = "ICML 2024"  #: begins the name of the report whose sentence is opened
EDITION = "NeurIPS 2023"
_TAG = "alignment / アラインメント / 对齐"
_ROWS = [
    (
        "Iterative Length-Regularized Direct Preference Optimization",
        "iLR-DPO builds on DPO and keeps answers short; iLR-DPO outperforms GPT-4 on AlpacaEval 2.0.",
        "2406.11817",
    ),
    ("Self-Play Preference Optimization for Language Model Alignment", "SPPO once more.", "2405.00675"),
    ("KAN: Kolmogorov-Arnold Networks", "the same title under another number.", "2405.14734"),
    ("Notes on Speech Without a Link", "nobody says where it stands.", ""),
    ("Samba: Simple Hybrid State Space Models", "Samba combines Mamba with attention.", "2406.07522"),
    ("KAN 2.0: Kolmogorov-Arnold Networks Meet Science", "KAN 2.0 builds on KAN.", "2408.10205"),
]
_DATA = Path(__file__).parent / "data" / "importers"


class Hand:
    """A window and what a person does in it."""

    def __init__(self, window: MainWindow, library: Path, folder: Path) -> None:
        self.window = window
        self.library = library
        self.folder = folder

    def settle(self) -> None:
        """Wait until everything that was asked for is there."""
        quiet = 0
        for _ in range(PATIENCE):
            QTest.qWait(LOOK_MS)
            quiet = 0 if self.window.workspace.is_busy else quiet + 1
            if quiet >= QUIET:
                return
        raise TimeoutError("the window is busy for good")

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, to whatever has the keyboard."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        self.settle()

    def write(self, text: str) -> None:
        """Text into the line that has the keyboard."""
        QApplication.focusWidget().insert(text)
        self.settle()

    def node(self, name: str) -> int:
        """Id of what is called so."""
        return ask(self.library, find_node, name)

    def open(self, view: str = "") -> None:
        """The library, with a view of its own or one in JSON."""
        if view:
            self.window.navigator.wish_for(view)
        self.window.workspace.open(self.library)
        self.settle()

    def select(self, *names: str) -> None:
        """Select by name."""
        self.window.navigator.select(frozenset(map(self.node, names)))
        self.settle()
        self.window.canvas.setFocus()

    def spots(self) -> list[QPoint]:
        """Where the nodes are on the canvas, by row."""
        canvas = self.window.canvas
        return [QPoint(round(x), round(y)) for x, y in canvas.camera.to_screen(canvas.scene.pos).tolist()]

    def hover(self, a: str, b: str) -> None:
        """Rest the pointer on the middle of a link."""
        canvas = self.window.canvas
        ends = [canvas.scene.view.row_of(self.node(name)) for name in (a, b)]
        spots = np.array([self.spots()[row].toTuple() for row in ends], float)
        canvas.finish_drawing()
        for share in np.linspace(0.5, 0.75, 11):
            at = spots[0] + (spots[1] - spots[0]) * share
            for step in range(-24, 25):
                point = QPoint(round(at[0]), round(at[1]) + step)
                hit = canvas.hit_at(point.toPointF())
                if hit.edge >= 0 and set(canvas.scene.view.ends[hit.edge].tolist()) == set(ends):
                    point_at(canvas, point)
                    self.settle()
                    return
        raise LookupError(f"no link from {a} to {b} can be pointed at")

    def lasso(self, nodes: list[int], lets_go: bool = True) -> None:
        """Draw around nodes."""
        canvas = self.window.canvas
        rows = [canvas.scene.view.row_of(node) for node in nodes]
        spots = np.array([self.spots()[row].toTuple() for row in rows], float)
        turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        ring = np.column_stack([np.cos(turn), np.sin(turn)]) * _ROOM_PX
        cloud = (spots[:, None] + ring).reshape(-1, 2)
        line = cloud[ConvexHull(cloud).vertices][:-2]
        line = np.clip(line, 4, (canvas.width() - 4, canvas.height() - 4))
        points = [QPoint(round(x), round(y)) for x, y in line.tolist()]
        QTest.keyClick(canvas, Qt.Key.Key_L)
        QTest.mousePress(canvas, _LEFT, Qt.KeyboardModifier.NoModifier, points[0])
        for point in points[1:]:
            point_at(canvas, point, _LEFT)
        if lets_go:
            QTest.mouseRelease(canvas, _LEFT, Qt.KeyboardModifier.NoModifier, points[-1])
        self.settle()


def first_run(hand: Hand) -> None:
    """Three cards."""
    hand.settle()


def import_report(hand: Hand) -> None:
    """What six files would bring, some of it doubtful."""
    hand.open()
    week = hand.folder / "week-in-june.md"
    week.write_text(digest("June 17 - June 23", _ROWS), encoding="utf-8")
    parts = ("slide_transcript/trends-en.txt", "study_notes/ja.txt", "daily_digest/zh_daily_2025-03-04.md")
    lists = ("accepted_papers/neurips2023.json", "bibtex/neurips.bib")
    hand.window.acts.files.import_words((str(week), *(str(_DATA / name) for name in (*parts, *lists))))
    hand.settle()
    say_import(hand.window)
    hand.settle()
    if not hand.window.findChildren(ImportSheet):
        raise LookupError("no report")


def ego(hand: Hand) -> None:
    """A method at depth 2, and the sentence of a link."""
    hand.open('{"center": "RAG", "depth": 2}')
    hand.hover("RAG", "Chain of Agents")


def lanes(hand: Hand) -> None:
    """Methods in time."""
    hand.open('{"center": "RLHF", "depth": 1, "layout": "lanes"}')


def map_of_regions(hand: Hand) -> None:
    """The papers and methods of the sample by meaning."""
    hand.open('{"layout": "map", "kinds": ["paper", "concept"], "limit": 120}')


def edition_map(hand: Hand) -> None:
    """The papers of ICML 2024 by meaning."""
    hand.open('{"layout": "map", "filters": {"kinds": ["paper"], "editions": ["ICML 2024"]}, "limit": 4000}')


def path(hand: Hand) -> None:
    """From one method to another, a sentence on each step."""
    hand.open('{"center": "PLaG", "depth": 1}')
    hand.select("PLaG")
    hand.key(Qt.Key.Key_P)
    hand.write("Tree of Thoughts")
    hand.key(Qt.Key.Key_Return)


def edition(hand: Hand) -> None:
    """A conference with its passport."""
    hand.open()
    hand.select(EDITION)
    hand.key(Qt.Key.Key_I)
    hand.select(EDITION)


def document(hand: Hand) -> None:
    """The sentence behind a link, in its document."""
    hand.open('{"center": "RAG", "depth": 1}')
    hand.select("Repoformer")
    for block in hand.window.passport.findChildren(TextBlock):
        if block.text.startswith(_SOURCE) and block.focusPolicy() is Qt.FocusPolicy.StrongFocus:
            block.setFocus()
            hand.key(Qt.Key.Key_Return)
            return
    raise LookupError("no sentence of the report")


def tag_lasso(hand: Hand) -> None:
    """An island that was tagged in three languages, inside the lasso."""
    hand.open('{"center": "DPO", "depth": 1}')
    view = hand.window.canvas.scene.view
    spots = np.array([point.toTuple() for point in hand.spots()], float)
    methods = [row for row, kind in enumerate(view.kinds.tolist()) if kind == NodeKind.CONCEPT]
    start = spots[view.row_of(hand.node("KTO"))]
    near = sorted(methods, key=lambda row: float(np.hypot(*(spots[row] - start))))[:4]
    island = [int(view.ids[row]) for row in near]
    hand.lasso(island)
    hand.key(Qt.Key.Key_T)
    hand.write(_TAG)
    hand.key(Qt.Key.Key_Return)
    hand.window.notice_bar.hide()  # it would go by the clock
    hand.lasso(island, lets_go=False)


def timeline(hand: Hand) -> None:
    """Methods over time, above the time strip."""
    hand.open('{"layout": "map", "kinds": ["paper", "concept"], "limit": 120}')
    hand.window.canvas.setFocus()
    hand.key(Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)


ACTS: dict[str, Callable[[Hand], None]] = {
    act.__name__: act
    for act in (
        first_run,
        import_report,
        ego,
        lanes,
        map_of_regions,
        edition_map,
        path,
        edition,
        document,
        tag_lasso,
        timeline,
    )
}


def main(act: str, library: Path, file: Path, scheme: str, language: str) -> None:
    """Bring the window there, and write what it shows."""
    application = QApplication(["paper-explorer"])
    application.setStyle("Fusion")
    application.setCursorFlashTime(0)  # a cursor that blinks is in every other picture
    install(application, language)
    window = MainWindow(Settings(motion="off"), library.with_name("settings.toml"), scheme)
    window.resize(*SIZE)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    ACTS[act](Hand(window, library, library.parent))
    window.canvas.finish_drawing()
    QApplication.processEvents()
    window.grab().save(str(file), "PNG")
    window.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:6])
