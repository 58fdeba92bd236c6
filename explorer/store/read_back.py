"""Documents of the library read back as they were read: what a new document is compared with."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.model import (
    Block,
    BlockKind,
    Coding,
    Document,
    DocumentKind,
    EditionRef,
    PaperRecord,
    Role,
    SeriesKind,
    Span,
)
from explorer.store.engine import Reader, Row


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the library as far as a rendition of it must be recognised.

    Attributes:
        id: Its node.
        document: As it was read; ``issue_of`` is the issue that it would be alone.
        papers: Works of its records, aligned with ``document.papers``.
    """

    id: int
    document: Document
    papers: tuple[int, ...]


OF_PERIOD = """
    select id from document where kind = ?1 and covers_from in (select value from json_each(?2)) order by id
"""
OF_KIND = "select id, editions from document where kind = ?1 and own_issue <> '' order by id"


def documents_of_period(reader: Reader, kind: DocumentKind, first_days: Iterable[str]) -> list[int]:
    """Documents of a kind whose period begins on one of some ISO days, by id."""
    days = json.dumps(sorted(set(first_days)))
    return [row[0] for row in reader.rows(OF_PERIOD, [kind.value, days])]


def documents_on(reader: Reader, kind: DocumentKind, editions: Iterable[str]) -> list[int]:
    """Documents of a kind that speak of one of some editions, or of none, by id."""
    wanted = set(editions)
    found = reader.rows(OF_KIND, [kind.value])
    return [i for i, names in found if not (on := set(json.loads(names))) or not wanted or on & wanted]


def read_back(reader: Reader, document: int) -> KnownDocument:
    """A document of the library as it was read."""
    row = reader.row(
        """select kind, title, language, publisher, date, covers_from, covers_to, own_issue, editions
           from document where id = ?""",
        [document],
    )
    assert row is not None
    kind, title, language, publisher, date, first, last, issue, editions = row
    appearances = _appearances(reader, document)
    number = {appearance: i for i, (appearance, *_) in enumerate(appearances)}
    return KnownDocument(
        document,
        Document(
            DocumentKind(kind),
            title,
            language,
            _blocks(reader, document, number),
            tuple(_record(row) for row in appearances),
            publisher=publisher,
            date=date,
            covers_from=first,
            covers_to=last,
            issue_of=issue_from(issue),
            editions=tuple(EditionRef(SeriesKind.VENUE, name, "") for name in json.loads(editions)),
        ),
        tuple(row[1] for row in appearances),
    )


def _blocks(reader: Reader, document: int, number: dict[int, int]) -> tuple[Block, ...]:
    return tuple(
        Block(
            BlockKind(kind), start, end, text, Coding(coding), section, number.get(appearance), language=words
        )
        for kind, start, end, text, coding, section, appearance, words in reader.rows(
            """select kind, start, "end", text, coding, section, appearance, language from block
               where document = ? order by ordinal""",
            [document],
        )
    )


def _appearances(reader: Reader, document: int) -> list[Row]:
    return reader.rows(
        """select id, paper, role, section, as_written, rank, start, "end", exact, stated from appearance
           where document = ? order by id""",
        [document],
    )


def _record(row: Row) -> PaperRecord:
    _, _, role, section, as_written, rank, start, end, exact, stated = row
    values = json.loads(stated)
    return PaperRecord(
        title=values.get("title", ""),
        evidence=Span(start, end, exact),
        as_written=as_written,
        authors=tuple(values.get("authors", ())),
        arxiv_id=values.get("arxiv_id", ""),
        doi=values.get("doi", ""),
        openreview=values.get("openreview", ""),
        role=Role(role),
        section=section,
        rank=rank,
    )


def issue_from(own: str) -> EditionRef | None:
    """An issue from ``document.own_issue``."""
    if not own:
        return None
    kind, series, label, first, last = json.loads(own)
    return EditionRef(SeriesKind(kind), series, label, first, last)
