r"""The papers of the view as BibTeX, Unicode kept (biber, or bibtex with inputenc utf8).

A paper with a venue is @inproceedings, one with only an arXiv id @misc with
eprint and archiveprefix. Words with inner capitals stand in braces, so that no
style writes "rlhf". Characters that mean something to TeX are escaped. Notes are
annote, for a style prints note; the read state is readstatus, as JabRef has it,
and no keyword: keywords come back as tags.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters._citation import address, citation_keys, month, year
from explorer.exporters.safe import bibtex, one_line, plain, write_whole
from explorer.graph.snapshot import Record, Snapshot

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(snapshot: Snapshot, path: Path) -> None:
    head = f"% {len(snapshot.records)} papers of {one_line(snapshot.title)}, {one_line(snapshot.made_on)}\n"
    # an @ outside of an entry would start one
    write_whole(path, "\n".join(filter(None, [head.replace("@", "(at)"), entries(snapshot.records)])))


def entries(records: Sequence[Record]) -> str:
    """The papers one below the other, as for the clipboard."""
    keys = citation_keys(records)
    return "\n".join(_entry(record, keys[record.id]) for record in records)


def _entry(record: Record, key: str) -> str:
    kind = "inproceedings" if record.venue else "misc"
    lines = [f"  {name} = {value}" for name, value in _fields(record) if value not in ("", "{}")]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _fields(record: Record) -> list[tuple[str, str]]:
    when = month(record)
    arxiv_id, doi = _verbatim(record.arxiv_id), _verbatim(record.doi)
    return [
        ("title", f"{{{_title(record.title)}}}"),
        ("author", f"{{{_authors(record.authors)}}}"),
        ("booktitle", f"{{{bibtex(record.venue)}}}"),
        ("year", f"{{{year(record)}}}"),
        ("month", _MONTHS[when - 1] if when else ""),
        ("eprint", f"{{{arxiv_id}}}"),
        ("archiveprefix", "{arXiv}" if arxiv_id else ""),
        ("doi", f"{{{doi}}}"),
        ("url", f"{{{address(record)}}}"),
        ("keywords", f"{{{_keywords(record)}}}"),
        ("abstract", f"{{{bibtex(record.abstract)}}}"),
        ("readstatus", f"{{{bibtex(record.read_state)}}}"),
        ("annote", f"{{{_lines(record.note)}}}"),
    ]


def _title(title: str) -> str:
    """Escaped, with every word that has a capital after its first letter in braces."""
    return " ".join(
        f"{{{bibtex(word)}}}" if any(letter.isupper() for letter in word[1:]) else bibtex(word)
        for word in one_line(title).split(" ")
    )


def _keywords(record: Record) -> str:
    return ", ".join(bibtex(word).replace(",", ";") for word in record.methods + record.tags)


def _lines(text: str) -> str:
    """Line by line: readers keep the line ends of a note, TeX takes them as spaces."""
    return "\n".join(filter(None, map(bibtex, plain(text).split("\n"))))


def _authors(names: tuple[str, ...]) -> str:
    return " and ".join(map(_author, filter(None, map(one_line, names))))


def _author(name: str) -> str:
    """One name; in braces where BibTeX would take it apart in the wrong places."""
    splits = re.search(r"(?i)(^|\s)(and|others)(\s|$)", name) or name.count(",") > 2
    return f"{{{bibtex(name)}}}" if splits else bibtex(name)


def _verbatim(value: str) -> str:
    """Ids are read without TeX: no escapes, and nothing that would end the field."""
    return re.sub(r"[{}\\%\s]", "", one_line(value))


EXPORTER = Exporter("BibTeX", ".bib", write, drawn=False)
