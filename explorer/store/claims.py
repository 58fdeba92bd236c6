"""Reads of what documents claim beyond what ``stated_of`` reads: who claims, and what outperforms what."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader


@dataclass(frozen=True, slots=True)
class Comparison:
    """A document that says that one thing outperforms another, with the first place that says so."""

    document: int
    winner: int
    winner_name: str
    loser: int
    loser_name: str
    polarity: int
    start: int
    end: int
    exact: str


COMPARED = """
    select b.document, l.subject, s.name, l.object, o.name, l.polarity, e.start, e."end", e.exact
    from document d join block b on b.document = d.id join evidence e on e.block = b.id
    join link l on l.id = e.link join node s on s.id = l.subject join node o on o.id = l.object
    where d.id in (select value from json_each(?)) and l.predicate = 'outperforms' and l.status <> 'rejected'
    group by b.document, l.id order by b.document, e.start, l.id
"""
#: documents that say of two things which one is better, either way
JUDGED = """
    select distinct b.document, l.subject, l.object, l.polarity, coalesce(d.issue, d.id), d.title
    from link l join evidence e on e.link = l.id join block b on b.id = e.block
    join document d on d.id = b.document
    where l.predicate = 'outperforms' and l.status <> 'rejected'
        and l.subject in (select value from json_each(?1)) and l.object in (select value from json_each(?1))
    order by b.document
"""
CLAIMING = """
    select document from term_claim union select document from statistic
    union select b.document from link l join evidence e on e.link = l.id join block b on b.id = e.block
    where l.predicate = 'outperforms' and l.status <> 'rejected' order by 1
"""
BY_STATUS = """
    select max(p.status), max(p.track) from presence p join appearance a on a.id = p.appearance
    join document d on d.id = a.document where p.edition = ? and d.kind = 'paper_list' group by p.paper
"""
ISSUES = "select id, coalesce(issue, id), title from document where id in (select value from json_each(?))"


def claiming_documents(reader: Reader) -> list[int]:
    """Documents that claim something."""
    return [int(row[0]) for row in reader.rows(CLAIMING)]


def comparisons(reader: Reader, documents: Sequence[int]) -> list[Comparison]:
    """What documents say outperforms what, each once per document."""
    return [Comparison(*row) for row in reader.rows(COMPARED, [json.dumps(list(documents))])]


def judgements(reader: Reader, things: Sequence[int]) -> list[tuple[int, int, int, int, int, str]]:
    """(document, winner, loser, polarity, issue, title) of all that is said among some things."""
    rows = reader.rows(JUDGED, [json.dumps(sorted(set(things)))])
    return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in rows]


def statuses(reader: Reader, edition: int) -> list[tuple[str, str]]:
    """(status, track) of each paper of an edition's lists; "" where they do not say."""
    return [(row[0], row[1]) for row in reader.rows(BY_STATUS, [edition])]


def issues_of(reader: Reader, documents: Sequence[int]) -> dict[int, tuple[int, str]]:
    """Document → (what it is a rendition of, title)."""
    rows = reader.rows(ISSUES, [json.dumps(list(documents))])
    return {row[0]: (row[1], row[2]) for row in rows}
