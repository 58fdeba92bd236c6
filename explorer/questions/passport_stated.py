"""What documents state beside their papers, as passports show it: numbers, trends, terms, people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.questions.evidence import Quote, quote
from explorer.questions.passport_page import Passage
from explorer.store import Reader
from explorer.store import stated_of as reads
from explorer.store.stated_of import NumberRow
from explorer.store.statements import QuoteLine


@dataclass(frozen=True, slots=True)
class StatedNumber:
    """A number of an edition with the sentence that says so."""

    what: str
    value: float
    edition: str
    quote: Quote

    @property
    def words(self) -> str:
        """ "submissions: 12,345"; a share with its sign, a year without separators."""
        value = f"{self.value:.0f}" if "year" in self.what else f"{self.value:,.10g}"
        if self.what.endswith("(%)"):
            return f"{self.what.removesuffix('(%)').strip()}: {value} %"
        return f"{self.what}: {value}"


@dataclass(frozen=True, slots=True)
class Trend:
    """A trend that a document claims; ``depth`` counts the trends above it."""

    label: str
    depth: int
    questions: tuple[str, ...]
    papers: tuple[tuple[int, str], ...]
    passage: Passage


@dataclass(frozen=True, slots=True)
class TermClaim:
    """A term that a document says is rising or declining between two editions ("" where it does not say)."""

    term: str
    direction: str
    from_edition: str
    to_edition: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person whom a document names, with the role that it says."""

    name: str
    role: str
    affiliation: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Stated:
    """What some documents state beside their papers."""

    numbers: tuple[StatedNumber, ...] = ()
    trends: tuple[Trend, ...] = ()
    terms: tuple[TermClaim, ...] = ()
    people: tuple[NamedPerson, ...] = ()


def stated_by(reader: Reader, documents: Sequence[int]) -> Stated:
    """What some documents state; a person whom two renditions name in one role comes once."""
    people = {(p.name.casefold(), p.role): p for p in reversed(reads.people_in(reader, documents))}
    return Stated(
        tuple(map(_number, reads.numbers_in(reader, documents))),
        _trends(reader, documents),
        tuple(
            TermClaim(t.term, t.direction, t.from_edition, t.to_edition, Passage(t.document, t.start))
            for t in reads.terms_in(reader, documents)
        ),
        tuple(
            NamedPerson(p.name, p.role, p.affiliation, Passage(p.document, p.start))
            for p in reversed(people.values())
        ),
    )


def numbers_of(reader: Reader, names: Sequence[str]) -> tuple[StatedNumber, ...]:
    """Numbers that documents state of an edition, by its names."""
    return tuple(map(_number, reads.numbers_of_edition(reader, names)))


def _number(row: NumberRow) -> StatedNumber:
    line = QuoteLine(
        0,
        row.document,
        row.title,
        row.uri,
        row.start,
        row.end,
        row.exact,
        row.block_text or row.exact,
        row.language,
        0,
        None,
        None,
    )
    return StatedNumber(row.what, row.value, row.edition, quote(line))


def _trends(reader: Reader, documents: Sequence[int]) -> tuple[Trend, ...]:
    """Trends as a tree read from top to bottom: each child below its parent."""
    rows = reads.trends_in(reader, documents)
    known = {row.id for row in rows}
    children: dict[int | None, list[reads.TrendRow]] = {}
    for row in rows:
        children.setdefault(row.parent if row.parent in known else None, []).append(row)
    found: list[Trend] = []
    waiting = [(row, 0) for row in reversed(children.get(None, []))]
    while waiting:
        row, depth = waiting.pop()
        found.append(_trend(row, depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(row.id, []))]
    return tuple(found)


def _trend(row: reads.TrendRow, depth: int) -> Trend:
    papers = tuple(dict.fromkeys((int(i), str(title)) for i, title in json.loads(row.papers)))
    return Trend(row.label, depth, tuple(json.loads(row.questions)), papers, Passage(row.document, row.start))
