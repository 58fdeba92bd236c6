"""What a person does with a large library, step by step, each step measured."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from explorer.graph.filters import Filters
from explorer.model import NodeKind
from explorer.ops.library import ask
from explorer.questions.passport_page import Passage
from explorer.store import Reader
from explorer.ui.dialogs.import_sheet import ImportSheet
from explorer.ui.main_window import MainWindow
from tests.flow.heartbeat import Steps
from tests.flow.intake_hand import is_listed, say_import

NODES = 2_000  #: of the large view: the force layout then runs in the worker
PATIENCE_MS = 3_600_000 if os.environ.get("EXPLORER_HEARTBEAT") == "all" else 900_000
_PAUSE_MS = 350  # typing pauses, motion and slices of the picture come after the answers
_SHORT_MS = 80  # where none of these is on its way; what comes late anyhow counts for the next step
_KINDS = (NodeKind.PAPER, NodeKind.CONCEPT, NodeKind.EDITION, NodeKind.ISSUE, NodeKind.PERSON)
_HUBS = """select id from node join measure on measure.node = node.id
           where kind = ? order by importance desc, id limit 2"""
_VERBS = """select node from (
                select source as node, predicate from edge where kind = 'asserted'
                union all select target, predicate from edge where kind = 'asserted')
            group by node order by count(*) desc, node limit 1"""
_LONGEST = """select document, start from block where document in
                  (select document from block group by document order by count(*) desc limit 1)
              order by start limit 1 offset
                  (select max(n) / 2 from (select count(*) as n from block group by document))"""


class Walk:
    """A window with the steps that are taken in it."""

    def __init__(self, window: MainWindow, settle: Callable[[MainWindow], None], qtbot) -> None:
        self.window = window
        self.steps = Steps()
        self._settle = settle
        self._bot = qtbot

    def settle(self, pause_ms: int = _PAUSE_MS) -> None:
        """Wait for every answer, and until the picture is crisp."""
        self._bot.waitUntil(lambda: not self.window.workspace.is_busy, timeout=PATIENCE_MS)
        self._settle(self.window)
        self._bot.wait(pause_ms)

    def do(self, name: str, act: Callable[..., object], *args: object, pause_ms: int = _PAUSE_MS) -> None:
        """One measured step."""
        with self.steps.step(name):
            act(*args)
            self.settle(pause_ms)

    def import_sources(self, name: str, sources: tuple[Path, ...]) -> None:
        """Plan, the report, and accepting it."""
        before = self.window.findChildren(ImportSheet)  # one that is closed goes when it likes

        def is_there() -> bool:
            return any(sheet not in before for sheet in self.window.findChildren(ImportSheet))

        with self.steps.step(f"reading {name}, its report"):
            self.window.acts.files.import_words(tuple(map(str, sources)))
            self._bot.waitUntil(lambda: is_listed(self.window), timeout=PATIENCE_MS)
            say_import(self.window)
            self._bot.waitUntil(is_there, timeout=PATIENCE_MS)
            self.settle()
        sheet = next(one for one in self.window.findChildren(ImportSheet) if one not in before)
        self.do(f"accepting {name}", sheet.accept.click)

    def embed(self, engine: str) -> None:
        """Vectors, similarity and the map."""
        self.window.use_settings(replace(self.window.settings, engine=engine))
        self.do(f"embedding with {engine}", self.window.acts.files.embed)

    def lay_out(self) -> None:
        """A large view in every layout."""
        window = self.window
        query = replace(window.navigator.state.query.around(), limit=NODES)
        whole = replace(window.navigator.state, query=query)
        self.do(f"the library, {NODES} nodes", window.navigator.visit, whole)
        for layout in ("timeline", "lanes", "lanes_by_source", "map", "force"):
            self.do(f"{layout} of {NODES} nodes", window.navigator.set_layout, layout)
        self.do("zoom", window.canvas.zoom_by, 3.0)
        self.do("fit", window.canvas.fit)
        self.do("the minimap", window.canvas.toggle_minimap)

    def filter(self) -> None:
        """Kinds and links on and off, and what stands in one edition."""
        navigator = self.window.navigator
        for kinds in ({NodeKind.PAPER}, {NodeKind.CONCEPT, NodeKind.PAPER}, set(NodeKind)):
            self.do(f"filter: {len(kinds)} kinds", navigator.set_filters, Filters(kinds=frozenset(kinds)))
        edition = self.asked(_HUBS, int(NodeKind.EDITION))[0]
        self.do("filter: one edition", navigator.set_filters, Filters(editions=frozenset({edition})))
        self.do("filter: none", navigator.set_filters, Filters())

    def passports(self) -> None:
        """The passports of the two greatest nodes of each kind, and of the most linked one its graph."""
        navigator = self.window.navigator
        for kind in _KINDS:
            for node in self.asked(_HUBS, int(kind)):
                self.do(f"passport of {kind.name} {node}", navigator.select, frozenset({node}))
                self._every_page(f"{kind.name} {node}")
        (hub,) = self.asked(_VERBS)
        navigator.show_proposals(True)
        self.do("a center with many verbs", navigator.go_to, hub)
        self.do("all of it", navigator.visit, self._with_limit(2_000))
        self.do("its list of links", navigator.select, frozenset({hub}))
        self.do("depth 3", navigator.set_depth, 3)

    def _with_limit(self, limit: int):
        state = self.window.navigator.state
        return replace(state, query=replace(state.query, limit=limit))

    def _every_page(self, name: str) -> None:
        tabs = self.window.passport.findChildren(type(self.window.passport._tabs))[-1]
        for index in range(tabs.count()):
            page = f"{name}: {tabs.tabText(index)}"
            self.do(page, tabs.setCurrentIndex, index, pause_ms=_SHORT_MS)

    def search(self) -> None:
        """Typing in the list and in the palette, a letter at a time."""
        window = self.window
        window.left_panel.show_list()
        for text in ("l", "la", "language model", "検索", ""):
            self.do(f"list: “{text}”", window.left_panel.list.search.setText, text)
        box = window.top_bar.search
        box.setFocus()
        for text in ("r", "re", "reinforcement", "学習", ""):
            self.do(f"palette: “{text}”", box.setText, text)
        window.palette_view.close_up()

    def read(self) -> None:
        """The longest document, in the middle of its text."""
        assert self.window.workspace.path is not None
        document, start = ask(self.window.workspace.path, lambda reader: reader.rows(_LONGEST)[0])
        self.do("a place in a long document", self.window.navigator.read, Passage(document, start))

    def asked(self, sql: str, *values: int) -> list[int]:
        """First column of what a question to the library gives."""

        def rows(reader: Reader) -> list[int]:
            return [row[0] for row in reader.rows(sql, values)]

        assert self.window.workspace.path is not None
        return ask(self.window.workspace.path, rows)
