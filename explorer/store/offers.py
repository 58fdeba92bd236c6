"""Papers that arXiv or OpenReview offered for a title that no witness confirms: a person decides."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from explorer.store.engine import Reader, Row, Store

ACCEPTED, REFUSED = "accepted", "refused"
SCHEMES = {"arxiv": "arxiv_id", "openreview": "openreview"}  #: service -> scheme of its ids

_WAITING = """
    from offer o indexed by offer_decision join paper_title t on t.fingerprint = substr(o.question, 7)
    join paper p on p.id = t.paper
    where o.decision = '' and p.state <> 'authors_only'
    and p.arxiv_id is null and p.openreview is null and p.doi is null
"""
COUNT_OFFERS = f"select count(*) {_WAITING}"
OFFERS = f"""
    select o.id, p.id, o.service, o.value, o.title, o.authors, o.published {_WAITING}
    order by o.id, p.id limit ? offset ?"""
OFFER = "select id, service, question, value, title, decision from offer where id = ?"


@dataclass(frozen=True, slots=True)
class Offered:
    """What a service has under a title; ``question`` as of the enquiry."""

    service: str
    question: str
    value: str
    title: str
    authors: tuple[str, ...]
    published: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A stored one; ``decision`` is "" while it waits."""

    id: int
    service: str
    question: str
    value: str
    title: str
    decision: str


def count_offers(reader: Reader) -> int:
    """How many pairs of a paper without ids and an offer wait."""
    return int(reader.value(COUNT_OFFERS))


def waiting_offers(reader: Reader, limit: int, offset: int) -> list[Row]:
    """(offer, work, service, id there, title, authors JSON, published) of what waits, oldest first."""
    return reader.rows(OFFERS, [limit, offset])


def offer(reader: Reader, number: int) -> Offer | None:
    row = reader.row(OFFER, [number])
    return Offer(*row) if row else None


def papers_asking(reader: Reader, number: int) -> list[int]:
    """The works for which an offer waits."""
    return [
        int(row[0]) for row in reader.rows(f"select p.id {_WAITING} and o.id = ? order by p.id", [number])
    ]


def refused_of(reader: Reader, service: str, questions: Iterable[str]) -> set[str]:
    """Ids that a person refused for some questions."""
    rows = reader.rows(
        """select value from offer where service = ? and decision = 'refused'
           and question in (select value from json_each(?))""",
        [service, json.dumps(sorted(set(questions)), ensure_ascii=False)],
    )
    return {str(row[0]) for row in rows}


def keep_offers(store: Store, offers: Collection[Offered]) -> None:
    """Keep what was offered; what a person said of one stays."""
    store.insert_many(
        """insert into offer (service, question, value, title, authors, published) values (?, ?, ?, ?, ?, ?)
           on conflict (question, service, value) do update
           set title = excluded.title, authors = excluded.authors, published = excluded.published""",
        [
            (o.service, o.question, o.value, o.title, json.dumps(o.authors, ensure_ascii=False), o.published)
            for o in offers
        ],
    )


def decide_offer(store: Store, number: int, decision: str) -> None:
    """Note what a person said of an offer."""
    store.execute("update offer set decision = ? where id = ?", [decision, number])
