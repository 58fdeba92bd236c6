"""The papers of the view as RIS, for Zotero, EndNote and Mendeley.

A value is one line: line ends of a note (N1) become spaces. The read state is
the label (LB) and no keyword: keywords come back as tags.
"""

from __future__ import annotations

from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters._citation import address, citation_keys, year
from explorer.exporters.safe import one_line, write_whole
from explorer.graph.snapshot import Record, Snapshot


def write(snapshot: Snapshot, path: Path) -> None:
    keys = citation_keys(snapshot.records)
    text = "\r\n\r\n".join(_entry(record, keys[record.id]) for record in snapshot.records)
    write_whole(path, text + "\r\n" if text else "")


def _entry(record: Record, key: str) -> str:
    tags = [
        ("TY", "CPAPER" if record.venue else "UNPB"),
        ("ID", key),
        ("TI", record.title),
        *(("AU", name) for name in record.authors),
        ("PY", year(record)),
        ("DA", record.published.replace("-", "/")),
        ("T2", record.venue),
        ("AN", f"arXiv:{record.arxiv_id}" if record.arxiv_id else ""),
        ("DO", record.doi),
        ("UR", address(record)),
        *(("KW", word) for word in record.methods + record.tags),
        ("AB", record.abstract),
        ("N1", record.note),
        ("LB", record.read_state),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in tags if one_line(value)]
    return "\r\n".join([*lines, "ER  - "])


EXPORTER = Exporter("RIS", ".ris", write, drawn=False)
