"""What waits for a person: works that may be one, contradictions, papers without a title."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader, Row, Store

_PROPOSED = """
    from same_as s indexed by same_as_decision join node a on a.id = s.a join node b on b.id = s.b
    where s.decision = 'proposed' and not exists (
        select 1 from contradiction c join appearance x on x.id = c.appearance
        where c.state = 'open' and c.kind = 'id' and c.other = s.a and x.paper = s.b)
    and not exists (
        select 1 from contradiction c join appearance x on x.id = c.appearance
        where c.state = 'open' and c.kind = 'id' and c.other = s.b and x.paper = s.a)
"""  # a disputed id asks the same question of two works
PROPOSALS = f"select s.id, s.a, s.b, s.reason {_PROPOSED} order by s.id limit ? offset ?"
COUNT_PROPOSALS = f"select count(*) {_PROPOSED}"
UNTITLED = "select id from paper where state = 'authors_only' order by id limit ? offset ?"


@dataclass(frozen=True, slots=True)
class ContradictionRow:
    """Attributes:
    document: Where one statement stands; ``start``, ``end``, ``exact`` its slice, where it has one.
    paper: The work of which it speaks, or None.
    other: The work of which the other statement speaks, or None.
    """

    id: int
    document: int
    title: str
    uri: str
    language: str
    kind: str
    detail: str
    state: str
    decision: str
    note: str
    appearance: int | None
    paper: int | None
    other: int | None
    start: int | None
    end: int | None
    exact: str | None


_CONTRADICTION = """
    select c.id, d.id, d.title, s.uri, d.language, c.kind, c.detail, c.state, c.decision, c.note,
           c.appearance, a.paper, n.id, c.start, c."end", c.exact
    from contradiction c join document d on d.id = c.document join source s on s.id = d.source
    left join appearance a on a.id = c.appearance left join node n on n.id = c.other
"""
CONTRADICTION = f"{_CONTRADICTION} where c.id = ?"
OPEN = f"{_CONTRADICTION} where c.state = 'open' order by c.kind <> 'id', c.id limit ? offset ?"
ON_PAPER = f"""{_CONTRADICTION} where c.state = 'open' and c.appearance in
    (select id from appearance where paper = ?) order by c.id"""
MOOT = f"""{_CONTRADICTION} where c.state = 'open' and c.kind = 'id' and c.appearance in
    (select id from appearance where paper = ?1) and c.other = ?1 order by c.id"""


def counts(reader: Reader) -> tuple[int, int, int]:
    """(open contradictions, proposals, papers without a title)."""
    return (
        int(reader.value("select count(*) from contradiction where state = 'open'")),
        int(reader.value(COUNT_PROPOSALS)),
        int(reader.value("select count(*) from paper where state = 'authors_only'")),
    )


def contradictions(reader: Reader, limit: int, offset: int) -> list[ContradictionRow]:
    """Open contradictions, those on ids first."""
    return [ContradictionRow(*row) for row in reader.rows(OPEN, [limit, offset])]


def contradiction(reader: Reader, row: int) -> ContradictionRow | None:
    found = reader.row(CONTRADICTION, [row])
    return ContradictionRow(*found) if found else None


def on_paper(reader: Reader, paper: int) -> list[ContradictionRow]:
    """Open contradictions on the places that name a work."""
    return [ContradictionRow(*row) for row in reader.rows(ON_PAPER, [paper])]


def moot(reader: Reader, paper: int) -> list[ContradictionRow]:
    """Open contradictions on the id of a work with itself: the two were merged since."""
    return [ContradictionRow(*row) for row in reader.rows(MOOT, [paper])]


def proposals(reader: Reader, limit: int, offset: int) -> list[tuple[int, int, int, str]]:
    """(row, work, work, reason) of pairs that may be one, in the order in which they were found."""
    return [(i, a, b, str(reason)) for i, a, b, reason in reader.rows(PROPOSALS, [limit, offset])]


def untitled(reader: Reader, limit: int = -1, offset: int = 0) -> list[int]:
    """Works of which only authors or an id are known, by id; all of them without a limit."""
    return [row[0] for row in reader.rows(UNTITLED, [limit, offset])]


def sides(reader: Reader, papers: Iterable[int]) -> list[Row]:
    """(id, name, authors JSON, published, state, arXiv id, DOI, OpenReview id) of works."""
    return reader.rows(
        """select n.id, n.name, p.authors, p.published, p.state, coalesce(p.arxiv_id, ''),
                  coalesce(p.doi, ''), coalesce(p.openreview, '')
           from paper p join node n on n.id = p.id
           where p.id in (select value from json_each(?)) order by n.id""",
        [json.dumps(sorted(set(papers)))],
    )


def places(reader: Reader, papers: Iterable[int]) -> list[Row]:
    """(paper, appearance, document, title, uri, language, as written, passage, start, end, exact) of places.

    The passage is the first prose that the document has on the paper there, or "".
    """
    return reader.rows(
        """select a.paper, a.id, d.id, d.title, s.uri, d.language, a.as_written,
                  coalesce((select b.text from block b where b.appearance = a.id
                            and b.kind in ('summary', 'abstract', 'text') order by b.ordinal limit 1), ''),
                  a.start, a."end", a.exact
           from appearance a join document d on d.id = a.document join source s on s.id = d.source
           where a.paper in (select value from json_each(?)) order by a.paper, a.id""",
        [json.dumps(sorted(set(papers)))],
    )


def settle(store: Store, row: int, decision: str, note: str) -> None:
    """Close a contradiction."""
    store.execute(
        "update contradiction set state = 'settled', decision = ?, note = ? where id = ?",
        [decision, note, row],
    )


def count_again(store: Store, appearances: Sequence[int]) -> None:
    """Let the ids that some appearances state count again: nobody disputes them any more."""
    store.execute(
        """update appearance set stated = json_remove(stated, '$.disputed')
           where id in (select value from json_each(?)) and json_extract(stated, '$.disputed') is not null""",
        [json.dumps(sorted(appearances))],
    )
