"""What papers lack, and what other services have been asked about them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader, Store
from explorer.store.offers import Offered, keep_offers

_LACKING = """
    select p.id, n.name, coalesce(p.arxiv_id, ''), coalesce(p.openreview, ''), coalesce(p.doi, ''),
           p.abstract = '', p.authors = '[]' or not p.authors_complete, p.published = '',
           json_extract(p.facts, '$.versions') is null
    from paper p join node n on n.id = p.id
    where p.state <> 'authors_only'
"""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper with a title, its ids ("" where it has none), and what nobody has stated of it."""

    id: int
    title: str
    arxiv_id: str
    openreview: str
    doi: str
    lacks_abstract: bool
    lacks_authors: bool
    lacks_date: bool
    lacks_version: bool


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A question that was answered; ``outcome`` is found, missing, unproven or refused.

    Attributes:
        offers: Of an unproven one, what the service has under the title.
    """

    service: str
    question: str
    outcome: str
    answer: str = ""
    offers: tuple[Offered, ...] = ()


def paper_rows(reader: Reader) -> list[PaperRow]:
    """All papers with a title, in the order of their ids."""
    return [
        PaperRow(int(i), str(title), str(arxiv), str(forum), str(doi), *map(bool, lacks))
        for i, title, arxiv, forum, doi, *lacks in reader.rows(f"{_LACKING} order by p.id")
    ]


def titles_of(reader: Reader, papers: Iterable[int]) -> dict[int, list[str]]:
    """All titles of papers."""
    found: dict[int, list[str]] = {}
    for paper, title in reader.rows(
        """select paper, title from paper_title where paper in (select value from json_each(?))
           order by paper, fingerprint""",
        [json.dumps(sorted(papers))],
    ):
        found.setdefault(int(paper), []).append(str(title))
    return found


def answered_since(reader: Reader, since: str) -> dict[tuple[str, str], str]:
    """(service, question) -> outcome of the enquiries answered at an ISO time or later."""
    rows = reader.rows("select service, question, outcome from enquiry where at >= ?", [since])
    return {(str(service), str(question)): str(outcome) for service, question, outcome in rows}


def note_enquiries(store: Store, enquiries: Sequence[Enquiry], at: str) -> None:
    """Write down what was asked; a later answer takes the place of an earlier one."""
    store.insert_many(
        """insert into enquiry (service, question, at, outcome, answer) values (?, ?, ?, ?, ?)
           on conflict (service, question) do update
           set at = excluded.at, outcome = excluded.outcome, answer = excluded.answer""",
        [(e.service, e.question, at, e.outcome, e.answer) for e in enquiries],
    )
    keep_offers(store, [offered for e in enquiries for offered in e.offers])
