"""The view as one list in Markdown: papers, what else it shows, then the stated links with their sentences.

Every text stands for itself: what Markdown would read as markup has a backslash.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters._markdown import HEADINGS, byline, link_line, linked, made_with, quoted, sentences
from explorer.exporters.safe import markdown, write_whole
from explorer.graph.snapshot import Record, Snapshot


def write(snapshot: Snapshot, path: Path) -> None:
    lines = [f"# {markdown(snapshot.title)}".rstrip(), "", made_with(snapshot), ""]
    lines += [*_nodes(snapshot), *_links(snapshot)]
    write_whole(path, "\n".join(lines).rstrip("\n ") + "\n")


def _nodes(snapshot: Snapshot) -> Iterator[str]:
    view, records = snapshot.scene.view, {record.id: record for record in snapshot.records}
    for kind, heading in HEADINGS.items():
        rows = [row for row in range(len(view.ids)) if view.kinds[row] == kind]
        rows.sort(key=lambda row: (view.names[row].casefold(), row))
        if rows:
            yield from (f"## {heading}", "")
        for row in rows:
            node = int(view.ids[row])
            yield from _node(view.names[row], records.get(node), snapshot.notes.get(node, ""))
        yield from [""] if rows else []


def _node(name: str, record: Record | None, note: str) -> Iterator[str]:
    words = linked(markdown(name) or "untitled", record)
    about = byline(record) if record else ""
    yield f"- {words} — {about}" if about else f"- {words}"
    if record and (record.methods or record.tags):
        yield ""
        yield "  " + ", ".join(filter(None, map(markdown, record.methods + record.tags)))
    if note.strip():
        yield ""
        yield from (f"  {line}" for line in quoted(note))


def _links(snapshot: Snapshot) -> Iterator[str]:
    view = snapshot.scene.view
    stated = [row for row in range(len(view.ends)) if view.sources[row] or row in snapshot.quotes]
    if stated:
        yield from ("## Links", "")
    for row in stated:
        yield link_line(snapshot, row, lambda node: f"**{markdown(view.names[node]) or 'untitled'}**")
        if row in snapshot.quotes:
            yield ""
            yield from sentences(snapshot.quotes[row])


EXPORTER = Exporter("Markdown list (one file)", ".md", write, drawn=False, quoted=True)
