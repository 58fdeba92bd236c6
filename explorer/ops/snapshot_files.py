"""A snapshot as a file: the exporters write what it showed, with the records that there still are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import numpy as np

from explorer.edges import EDGES
from explorer.graph.scene import Scene
from explorer.graph.snapshot import Record, Snapshot
from explorer.model import NodeKind
from explorer.ops.exporting import Exported, Page, Shown, as_graph, exporter_for, with_keys, write_out
from explorer.ops.snapshots import scene_of
from explorer.ops.task import CancelToken, Progress, no_progress
from explorer.questions.records import notes
from explorer.questions.snapshots import Opened, open_snapshot
from explorer.store import Reader

_Task: TypeAlias = tuple[Progress, CancelToken]


def write_snapshot(
    reader: Reader, name: str, path: Path, page: Page, progress: Progress = no_progress
) -> Exported:
    """Write a snapshot in the format of a file's name; ``page`` says the scheme, or another format."""
    opened = open_snapshot(reader, name)
    shown = Shown(scene_of(opened), opened.words.title, page.scheme, page.part)
    return _write(reader, opened, path, shown, (progress, CancelToken()))


def write_shown(reader: Reader, name: str, path: Path, shown: Shown, task: _Task) -> Exported:
    """Write a snapshot that is on the screen, with the places that it has there."""
    return _write(reader, open_snapshot(reader, name), path, shown, task)


def _write(reader: Reader, opened: Opened, path: Path, shown: Shown, task: _Task) -> Exported:
    exporter = exporter_for(path, shown.part)
    scene = as_graph(shown.scene, path if not exporter.write_notes else Path("notes"))
    return write_out(exporter, as_it_was(reader, opened, scene, shown.scheme), path, task)


def as_it_was(reader: Reader, opened: Opened, scene: Scene, scheme: str = "light") -> Snapshot:
    """What an exporter takes: names and sentences of then; records of now, of what is gone its title."""
    graph, words = opened.kept.graph, opened.words
    rows = range(len(graph.ids))
    papers = [row for row in rows if graph.kinds[row] == NodeKind.PAPER]
    there = {int(graph.ids[row]): opened.now.get(int(graph.ids[row]), 0) for row in papers}
    known = {record.id: record for record in with_keys(reader, sorted(set(there.values()) - {0}))}
    records = []
    for row in papers:
        node, title = int(graph.ids[row]), graph.names[row]
        record = known.get(there[node], Record(node, title, tags=opened.kept.tags.get(node, ())))
        records.append(replace(record, id=node, title=title, tags=opened.kept.tags.get(node, ())))
    written = notes(reader, set(opened.now.values()))
    return Snapshot(
        scene,
        f"{words.title} ({words.at[:10]})",
        reader.path.name,
        words.at[:10],
        tuple(records),
        dict(opened.kept.quotes) if np.array_equal(scene.view.ids, graph.ids) else {},
        {kind_id: kind.label for kind_id, kind in EDGES.items()},
        scheme,
        {then: written[now] for then, now in opened.now.items() if now in written},
    )
