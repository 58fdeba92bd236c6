"""Export: a view as a picture, a page, a graph file or a bibliography."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from explorer.edges import EDGES
from explorer.errors import ExplorerError, WrongUse
from explorer.exporters import EXPORTERS, Exporter, Written, exporter_by_name
from explorer.exporters._citation import citation_keys
from explorer.exporters.bib import entries
from explorer.graph.build import build_view
from explorer.graph.scene import Scene
from explorer.graph.snapshot import Quote, Record, Snapshot
from explorer.graph.style import make_scene
from explorer.graph.view import GraphView
from explorer.layouts import LAYOUTS, lay_out
from explorer.model import NodeKind
from explorer.ops.task import CancelToken, Progress, no_progress
from explorer.questions.quotes import quotes_of_edges
from explorer.questions.records import all_papers, notes, records
from explorer.questions.views import WantedView, start_view, view_from_words, whole_library
from explorer.store import Reader

_PICTURES = {".png", ".svg", ".pdf"}
_MOST_ON_PAGE = 1_500  #: nodes of an HTML page
SEED = 0


def exporter_for(path: Path, part: str = "") -> Exporter:
    """The format of a file by its name, or by its id where one is given; a folder takes notes.

    Raises:
        ExplorerError: There is no such format; the known ones are listed.
    """
    if part:
        if part in EXPORTERS:
            return EXPORTERS[part]
        raise WrongUse(f"“{part}” is no format.", f"Known: {', '.join(EXPORTERS)}.")
    if path.is_dir():
        return EXPORTERS["obsidian"]
    if found := exporter_by_name(path.name):
        return found
    known = " ".join(sorted(e.suffix.lstrip(".") for e in EXPORTERS.values() if not e.write_notes))
    raise WrongUse(
        f"“{path.suffix or path.name}” is no format.",
        f"Choose a suffix: {known}; or a folder, for notes: out/.",
    )


def default_view(reader: Reader, path: Path) -> WantedView:
    """Pictures show the view that the window opens with; pages the most important nodes; data everything."""
    if path.suffix.lower() in _PICTURES:
        return start_view(reader)
    return whole_library(limit=_MOST_ON_PAGE if path.suffix.lower() == ".html" else 1_000_000)


def build_scene(
    reader: Reader, view: WantedView, start: NDArray[np.float32] | None = None, seed: int = SEED
) -> Scene:
    """View → positions → scene. ``start`` (N, 2) float32 keeps given places; NaN rows are free."""
    if view.layout not in LAYOUTS:
        raise WrongUse(f"There is no layout {view.layout}.", f"Known: {', '.join(LAYOUTS)}.")
    places = view.places if view.places is not None and view.places.layout == view.layout else None
    graph = build_view(reader, view.query, sorted(view.nodes or ()))
    layout = LAYOUTS[view.layout]
    missing = [column for column in layout.columns if column not in graph.columns]
    if missing and "date" in missing:
        raise ExplorerError(
            f"The layout {layout.label} needs dates.", "Choose a view with papers or editions."
        )
    if missing:
        raise ExplorerError(f"The layout {layout.label} needs similarities.", "Run embed first.")
    given = places.start_for if places is not None else None
    scene = lay_out(graph, view.layout, seed, given if start is None else lambda _: start)
    return replace(scene, pinned=view.pinned, hulls=scene.hulls if view.regions else ())


def snapshot(reader: Reader, scene: Scene, title: str, scheme: str = "light", today: str = "") -> Snapshot:
    """A scene with the records and sentences that an export carries."""
    return Snapshot(
        scene,
        title,
        reader.path.name,
        today or _today(),
        _records(reader, scene.view),
        {
            row: tuple(Quote(q.sentence, q.source, q.machine) for q in quotes)
            for row, quotes in quotes_of_edges(reader, scene.view).items()
        },
        {kind_id: kind.label for kind_id, kind in EDGES.items()},
        scheme,
        notes(reader, set(scene.view.nodes.tolist())),
    )


def _records(reader: Reader, view: GraphView) -> tuple[Record, ...]:
    """Papers of a view, with the keys that they have among all papers of the library."""
    return with_keys(reader, sorted(set(_papers(view))))


def with_keys(reader: Reader, papers: list[int]) -> tuple[Record, ...]:
    """Records of papers with their citation keys: the same ones whatever else is exported."""
    keys = citation_keys(all_papers(reader)) if papers else {}
    return tuple(replace(record, key=keys[record.id]) for record in records(reader, papers))


def bibtex_of(reader: Reader, nodes: list[int]) -> tuple[str, int]:
    """The papers among some nodes as BibTeX, for the clipboard, and how many they are."""
    found = with_keys(reader, nodes)
    return entries(found), len(found)


def _today() -> str:
    return date.today().isoformat()


def _papers(view: GraphView) -> list[int]:
    return [int(i) for i, kind in zip(view.nodes, view.kinds, strict=True) if kind == NodeKind.PAPER]


def as_graph(scene: Scene, path: Path) -> Scene:
    """The scene, or for data that of its graph: a node that is drawn in several lanes is one node."""
    if scene.view.stands_for is None or path.suffix.lower() in _PICTURES | {".html"}:
        return scene
    return lay_out(scene.whole, "timeline", SEED)


@dataclass(frozen=True, slots=True)
class Page:
    """What a command line says of an export; "" is the default.

    Attributes:
        view: JSON, or the name of a saved one.
        part: Id of the format; "" goes by the name of the file.
    """

    view: str = ""
    layout: str = ""
    scheme: str = "light"
    part: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """Attributes:
    path: The file or folder.
    nodes, edges: How many the view has.
    written: Of a folder; None of a file.
    """

    path: Path
    nodes: int
    edges: int
    written: Written | None = None

    def words(self) -> str:
        """What was done, for a terminal."""
        if self.written is None:
            return f"Wrote {self.path}: {self.nodes:,} nodes, {self.edges:,} edges."
        said = self.written
        notes = [f"{said.notes:,} note{'' if said.notes == 1 else 's'}"]
        notes += (
            [f"{said.kept:,} kept because you changed {'it' if said.kept == 1 else 'them'}"]
            if said.kept
            else []
        )
        notes += [f"new text beside {said.beside:,} of these"] if said.beside else []
        notes += [f"{said.same:,} had nothing new"] if said.same else []
        return f"Wrote {self.path}: {', '.join(notes)}."


def export_words(
    reader: Reader,
    path: Path,
    page: Page,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> Exported:
    """Write the view that a command line describes, or that was saved by a name."""
    exporter = exporter_for(path, page.part)
    wanted = view_from_words(reader, page.view) if page.view else default_view(reader, path)
    if page.layout:
        wanted = replace(wanted, layout=page.layout)
    if exporter.drawn:
        scene = as_graph(build_scene(reader, wanted), path)
        made = snapshot(reader, scene, wanted.title, page.scheme)
    else:
        made = _unplaced(reader, wanted, exporter.quoted)
    return write_out(exporter, made, path, (progress, cancel or CancelToken()))


def export_scene(
    reader: Reader,
    path: Path,
    shown: Shown,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> Exported:
    """Write what is on the screen, with the places that it has there."""
    exporter = exporter_for(path, shown.part)
    scene = as_graph(shown.scene, path) if not exporter.write_notes else as_graph(shown.scene, Path("notes"))
    made = snapshot(reader, scene, shown.title, shown.scheme)
    return write_out(exporter, made, path, (progress, cancel or CancelToken()))


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A scene as it is on the screen; ``part`` is the id of a format, "" goes by the name of the file."""

    scene: Scene
    title: str
    scheme: str = "light"
    part: str = ""


def write_out(exporter: Exporter, made: Snapshot, path: Path, task: tuple[Progress, CancelToken]) -> Exported:
    progress, cancel = task

    def step(done: int, total: int) -> None:
        cancel.check()
        progress(done, total, "Writing notes")

    cancel.check()
    written = exporter.write_notes(made, path, step) if exporter.write_notes else None
    if written is None:
        exporter.write(made, path)
    return Exported(path, len(made.scene.view.ids), len(made.scene.view.ends), written)


def _unplaced(reader: Reader, wanted: WantedView, is_quoted: bool) -> Snapshot:
    """A view without places: all that it says, or its papers alone."""
    graph = build_view(reader, wanted.query, sorted(wanted.nodes or ()))
    nowhere = make_scene(graph, np.zeros((len(graph.ids), 2), np.float32))
    if is_quoted:
        return snapshot(reader, nowhere, wanted.title)
    return Snapshot(nowhere, wanted.title, reader.path.name, _today(), _records(reader, graph), {}, {})
