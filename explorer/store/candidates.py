"""What identifies works of the library: read when an import asks which works its records are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from explorer.store.engine import Reader

LISTED, ISSUED = 3, 4  #: kinds of nodes: venue editions; digest issues, reports and talks

CANDIDATES = """
    select id from paper where arxiv_id in (select value from json_each(?1))
    union select id from paper where doi in (select value from json_each(?1))
    union select id from paper where openreview in (select value from json_each(?1))
    union select paper from paper_key where value in (select value from json_each(?1)) and decision <> 'wrong'
    union select paper from paper_title where fingerprint in (select value from json_each(?2))
    union select paper from paper_title where head in (select value from json_each(?2))
"""
BEGINNING = """
    select t.paper from json_each(?) wanted join paper_title t
    on t.fingerprint > wanted.value and t.fingerprint < wanted.value || char(0x10ffff)
"""
BETWEEN = """
    select p.paper from node n join edition e on e.id = n.id join presence p on p.edition = e.id
    where n.kind = ? and e.date_from between ? and ?
"""
IN_EDITION = """
    select p.paper from node n join presence p on p.edition = n.id
    where n.kind = 3 and n.key in (select value from json_each(?))
"""


@dataclass(slots=True)
class WorkRow:
    """What identifies a work in the library.

    Attributes:
        titles: As stated; ``whole`` are those that lists and metadata state.
        editions: Name -> first day of the venue editions in which it stands.
        stated_editions: Names of editions that documents which review it are about.
        around: The same of those that name it at all.
        days: First days that the documents cover, or their dates.
        descriptions: What these say of it in English.
    """

    id: int
    arxiv_id: str
    doi: str
    openreview: str
    authors: tuple[str, ...]
    authors_complete: bool
    abstract: str
    titles: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    editions: dict[str, str] = field(default_factory=dict)
    stated_editions: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    descriptions: set[str] = field(default_factory=set)


def candidates(
    reader: Reader, ids: Sequence[str], titles: Sequence[str], beginnings: Sequence[str] = ()
) -> set[int]:
    """Works that share an id or a title fingerprint, or whose title goes on where a beginning ends."""
    found = {row[0] for row in reader.rows(CANDIDATES, [json.dumps(list(ids)), json.dumps(list(titles))])}
    return found | {row[0] for row in reader.rows(BEGINNING, [json.dumps(list(beginnings))])}


def works_in(reader: Reader, editions: Sequence[str]) -> set[int]:
    """Works in venue editions, by ``EditionRef.key``."""
    return {row[0] for row in reader.rows(IN_EDITION, [json.dumps(list(editions))])}


def works_between(reader: Reader, kind: int, first: str, last: str) -> set[int]:
    """Works in venue editions (``LISTED``) or in issues (``ISSUED``) that begin between two ISO dates."""
    return {row[0] for row in reader.rows(BETWEEN, [kind, first, last])}


def work_rows(reader: Reader, papers: Sequence[int]) -> list[WorkRow]:
    """Identifying rows of works, ascending id."""
    scope = json.dumps(sorted(papers))
    rows = {
        i: WorkRow(
            i,
            str(arxiv or ""),
            str(doi or ""),
            str(review or ""),
            tuple(json.loads(str(authors))),
            bool(complete),
            str(abstract),
        )
        for i, arxiv, doi, review, authors, complete, abstract in reader.rows(
            """select id, arxiv_id, doi, openreview, authors, authors_complete, abstract from paper
               where id in (select value from json_each(?)) order by id""",
            [scope],
        )
    }
    for paper, title in reader.rows(
        "select paper, title from paper_title where paper in (select value from json_each(?))", [scope]
    ):
        rows[paper].titles.add(str(title))
    for paper, name, start in reader.rows(
        """select distinct p.paper, e.series || ' ' || e.label, e.date_from from presence p
           join edition e on e.id = p.edition
           where e.series_kind = 'venue' and p.paper in (select value from json_each(?))""",
        [scope],
    ):
        rows[paper].editions[str(name)] = str(start)
    _add_documents(reader, rows, scope)
    return list(rows.values())


def _add_documents(reader: Reader, rows: dict[int, WorkRow], scope: str) -> None:
    """What the documents that speak of the works say of them."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, paper, role, title, kind, day, editions in reader.rows(
        """select a.id, a.paper, a.role, json_extract(a.stated, '$.title'), d.kind,
               iif(d.covers_from <> '', d.covers_from, d.date), d.editions
           from appearance a join document d on d.id = a.document
           where a.paper in (select value from json_each(?))""",
        [scope],
    ):
        row = rows[paper]
        if kind in ("paper_list", "metadata"):
            row.whole |= {str(title)} if title else set()
            continue
        row.days |= {str(day)} if day else set()
        named = json.loads(str(editions))
        row.around |= set(named)
        row.stated_editions |= set(named) if role == "reviewed" and len(named) == 1 else set()
        places[paper].append(place)
    paper_of = {place: paper for paper, found in places.items() for place in found}
    for place, text in reader.rows(
        """select appearance, text from block where kind = 'summary' and language = 'en'
           and appearance in (select value from json_each(?))""",
        [json.dumps(sorted(paper_of))],
    ):
        rows[paper_of[place]].descriptions.add(str(text))
