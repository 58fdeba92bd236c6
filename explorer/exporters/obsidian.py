"""The view as a folder of Markdown notes for Obsidian: one per node, [[wikilinks]] with their sentences.

What a person wrote into a note is never overwritten (``_vault`` says how). The
front matter is YAML whose texts are JSON strings. Tags have the letters that
Obsidian allows, with "-" for the others; ``keywords`` has them as they are. A
wikilink shows a name without brackets and bars; heading and ``title`` have it whole.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from explorer.exporters import Exporter, Written
from explorer.exporters._citation import address, citation_keys
from explorer.exporters._graph import iso_date, kind_name
from explorer.exporters._markdown import HEADINGS, byline, link_line, linked, quoted, sentences
from explorer.exporters._vault import Note, Vault, Wanted, short_hash
from explorer.exporters.safe import make_folder, markdown, one_line
from explorer.graph.snapshot import Record, Snapshot
from explorer.model import NodeKind

_NOT_IN_TAG = re.compile(r"\s+/\s+|[^\w/-]+")  # " / " stands between languages, "/" within a tag of tags
_LABEL = str.maketrans({"[": "(", "]": ")", "|": "/", "<": "‹", ">": "›", "\\": "/", "`": "'"})

Step = Callable[[int, int], None]


def write(snapshot: Snapshot, path: Path) -> None:
    write_notes(snapshot, path, lambda done, total: None)


def write_notes(snapshot: Snapshot, path: Path, step: Step) -> Written:
    """Write the notes below a folder, which is made where its parent is there.

    Args:
        step: Called with (done, total) before each note; what it raises stops the work, and what
            stands by then is whole.
    """
    make_folder(path)
    vault, told = Vault(path), Counter[str]()
    book = _book(snapshot, vault)
    for folder in sorted({place.parent for place in book.places}):
        make_folder(folder)
    for row, place in enumerate(book.places):
        step(row, len(book.places))
        told[vault.put(place, _note(book, row))] += 1
    return Written(
        notes=len(book.places), kept=told["kept"] + told["beside"], beside=told["beside"], same=told["same"]
    )


@dataclass(frozen=True, slots=True)
class _Book:
    """All notes to be: ``wanted`` and ``places`` by row, ``links`` node row -> edge rows."""

    snapshot: Snapshot
    records: Mapping[int, Record]
    citations: Mapping[int, str]
    wanted: tuple[Wanted, ...]
    places: tuple[Path, ...]
    links: Mapping[int, list[int]]


def _book(snapshot: Snapshot, vault: Vault) -> _Book:
    view, records = snapshot.scene.view, {record.id: record for record in snapshot.records}
    wanted, seen = [], set[str]()
    for row, node in enumerate(view.ids.tolist()):
        kind = NodeKind(int(view.kinds[row]))
        about = f"{kind_name(kind)} {_identity(view.names[row], records.get(node))}"
        key = short_hash(about if about not in seen else f"{about} {node}")
        seen.add(about)
        here = short_hash(f"{one_line(snapshot.library)} {node}")
        wanted.append(Wanted(key, here, HEADINGS[kind], one_line(view.names[row])))
    places = vault.places(wanted)
    links = defaultdict[int, list[int]](list)
    for edge, ends in enumerate(view.ends.tolist()):
        for row in dict.fromkeys(ends):
            links[row].append(edge)
    return _Book(snapshot, records, citation_keys(snapshot.records), tuple(wanted), tuple(places), links)


def _identity(name: str, record: Record | None) -> str:
    """What a node is known by in any library: an id of a paper, else the name."""
    ids = (record.arxiv_id, record.doi, record.openreview) if record else ()
    return one_line(next(filter(None, ids), "")) or one_line(name).casefold()


def _note(book: _Book, row: int) -> Note:
    return Note(book.wanted[row].key, book.wanted[row].node, _front(book, row), _block(book, row))


def _front(book: _Book, row: int) -> str:
    view = book.snapshot.scene.view
    node, name = int(view.ids[row]), one_line(view.names[row])
    record = book.records.get(node)
    values: dict[str, str | list[str]] = {
        "title": name,
        "aliases": [name] if name and name != book.places[row].stem else [],
        "kind": kind_name(int(view.kinds[row])),
    }
    if record is not None:
        values |= _paper(record, book.citations[node])
    elif (dates := view.columns.get("date")) is not None:
        values["date"] = iso_date(float(dates[row]))
    lines = [f"{word}: {json.dumps(value, ensure_ascii=False)}" for word, value in values.items() if value]
    return "\n".join(["---", *lines, "---", ""])


def _paper(record: Record, key: str) -> dict[str, str | list[str]]:
    return {
        "authors": [one_line(author) for author in record.authors if one_line(author)],
        "date": one_line(record.published),
        "venue": one_line(record.venue),
        "arxiv": one_line(record.arxiv_id),
        "doi": one_line(record.doi),
        "openreview": one_line(record.openreview),
        "url": address(record),
        "citekey": key,
        "status": one_line(record.read_state),
        "tags": list(dict.fromkeys(filter(None, map(tag_of, record.tags)))),
        "keywords": [one_line(word) for word in record.methods + record.tags if one_line(word)],
    }


def tag_of(name: str) -> str:
    """A tag as Obsidian takes it: letters, digits, "_", "-" and "/", and not digits alone."""
    tag = re.sub("-{2,}", "-", _NOT_IN_TAG.sub("-", one_line(name))).strip("-/")
    return f"{tag}_" if tag.isdecimal() else tag


def _block(book: _Book, row: int) -> str:
    snapshot, view = book.snapshot, book.snapshot.scene.view
    node, name = int(view.ids[row]), markdown(view.names[row]) or "untitled"
    record, note = book.records.get(node), snapshot.notes.get(node, "")
    lines = [f"# {name}", ""]
    if record is not None:
        lines += [" · ".join(filter(None, (byline(record), linked("open", record)))), ""]
        lines += [markdown(record.abstract), ""] if one_line(record.abstract) else []
    lines += ["> [!note]", *quoted(note), ""] if note.strip() else []
    lines += ["## Links", ""] if book.links.get(row) else []
    for edge in book.links.get(row, ()):
        lines.append(
            link_line(snapshot, edge, lambda end: f"**{name}**" if end == row else _wikilink(book, end))
        )
        if edge in snapshot.quotes:
            lines += ["", *sentences(snapshot.quotes[edge])]
    return "\n".join([*lines, ""])


def _wikilink(book: _Book, row: int) -> str:
    stem = book.places[row].stem
    shown = one_line(book.snapshot.scene.view.names[row]).translate(_LABEL)
    return f"[[{stem}]]" if shown in ("", stem) else f"[[{stem}|{shown}]]"


EXPORTER = Exporter(
    "Folder of notes (Obsidian)", "/", write, drawn=False, quoted=True, write_notes=write_notes
)
