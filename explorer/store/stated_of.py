"""Reads of what documents state: numbers, trends, terms that rise and decline, people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number that a document states, with its place and the block around it."""

    what: str
    value: float
    edition: str
    document: int
    title: str
    uri: str
    language: str
    start: int
    end: int
    exact: str
    block_text: str | None
    machine: int | None


@dataclass(frozen=True, slots=True)
class TrendRow:
    """A trend that a document states; ``papers`` is JSON [[id, title], …]."""

    id: int
    document: int
    parent: int | None
    label: str
    questions: str
    start: int
    papers: str


@dataclass(frozen=True, slots=True)
class TermRow:
    document: int
    term: str
    direction: str
    from_edition: str
    to_edition: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    document: int
    name: str
    role: str
    affiliation: str
    start: int


#: "statistic" bears no other name: the table is small, and read as a whole
_NUMBER = """
    select what, value, statistic.edition, d.id, n.name, src.uri, d.language, statistic.start,
           statistic."end", exact,
           (select b.text from block b where b.document = d.id and b.start <= statistic.start
            and b."end" > statistic.start limit 1),
           d.machine_written
    from statistic join document d on d.id = document join node n on n.id = d.id
    join source src on src.id = d.source
"""
NUMBERS_OF_EDITION = (
    f"{_NUMBER} where statistic.edition in (select value from json_each(?)) order by statistic.id"
)
NUMBERS_IN = f"{_NUMBER} where document in (select value from json_each(?)) order by document, statistic.id"
TRENDS_IN = """
    select t.id, t.document, t.parent, t.label, t.questions, t.start,
           (select json_group_array(json_array(n.id, n.name)) from trend_appearance x
            join appearance a on a.id = x.appearance join node n on n.id = a.paper where x.trend = t.id)
    from trend t where t.document in (select value from json_each(?)) order by t.id
"""
TERMS_IN = """
    select document, term, direction, from_edition, to_edition, start, "end", exact from term_claim
    where document in (select value from json_each(?)) order by document, id
"""
PEOPLE_IN = """
    select document, name, role, affiliation, start from document_person
    where document in (select value from json_each(?)) order by role, id
"""


def numbers_of_edition(reader: Reader, names: Sequence[str]) -> list[NumberRow]:
    """Numbers that documents state of an edition or of its series, by its names."""
    return [NumberRow(*row) for row in reader.rows(NUMBERS_OF_EDITION, [json.dumps(list(names))])]


def numbers_in(reader: Reader, documents: Sequence[int]) -> list[NumberRow]:
    """Numbers that some documents state."""
    return [NumberRow(*row) for row in reader.rows(NUMBERS_IN, [json.dumps(list(documents))])]


def trends_in(reader: Reader, documents: Sequence[int]) -> list[TrendRow]:
    """Trends that some documents state, in their order: a parent before its children."""
    return [TrendRow(*row) for row in reader.rows(TRENDS_IN, [json.dumps(list(documents))])]


def terms_in(reader: Reader, documents: Sequence[int]) -> list[TermRow]:
    """Terms that some documents say rose or declined."""
    return [TermRow(*row) for row in reader.rows(TERMS_IN, [json.dumps(list(documents))])]


def people_in(reader: Reader, documents: Sequence[int]) -> list[PersonRow]:
    """People whom some documents name, by role."""
    return [PersonRow(*row) for row in reader.rows(PEOPLE_IN, [json.dumps(list(documents))])]
