"""Works: papers with their titles and authors, and the statements that they are folded from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.store.engine import Reader, Store


@dataclass(frozen=True, slots=True)
class WorkRow:
    """What identifies a work in the library."""

    id: int
    arxiv_id: str
    doi: str
    openreview: str
    authors: tuple[str, ...]
    titles: tuple[str, ...]
    editions: tuple[tuple[str, str], ...]  #: (name, first day)


CANDIDATES = """
    select id from paper where arxiv_id in (select value from json_each(?1))
    union select id from paper where doi in (select value from json_each(?1))
    union select id from paper where openreview in (select value from json_each(?1))
    union select paper from paper_key where value in (select value from json_each(?1)) and decision = 'also'
    union select paper from paper_title where fingerprint in (select value from json_each(?2))
    union select paper from paper_title where head in (select value from json_each(?2))
"""


def candidates(reader: Reader, ids: Sequence[str], titles: Sequence[str]) -> list[WorkRow]:
    """Works that share an id or a title fingerprint with what is asked for, by id."""
    found = reader.rows(CANDIDATES, [json.dumps(list(ids)), json.dumps(list(titles))])
    return work_rows(reader, [row[0] for row in found])


def work_rows(reader: Reader, papers: Sequence[int]) -> list[WorkRow]:
    """Identifying rows of works, ascending id."""
    scope = json.dumps(sorted(papers))
    titles: dict[int, list[str]] = {}
    for paper, title in reader.rows(
        "select paper, title from paper_title where paper in (select value from json_each(?))", [scope]
    ):
        titles.setdefault(paper, []).append(str(title))
    editions: dict[int, list[tuple[str, str]]] = {}
    for paper, name, start in reader.rows(
        """select distinct p.paper, e.series || ' ' || e.label, e.date_from from presence p
           join edition e on e.id = p.edition
           where e.series_kind = 'venue' and p.paper in (select value from json_each(?))""",
        [scope],
    ):
        editions.setdefault(paper, []).append((str(name), str(start)))
    return [
        WorkRow(
            i,
            str(arxiv or ""),
            str(doi or ""),
            str(review or ""),
            tuple(json.loads(str(authors))),
            tuple(titles.get(i, ())),
            tuple(editions.get(i, ())),
        )
        for i, arxiv, doi, review, authors in reader.rows(
            """select id, arxiv_id, doi, openreview, authors from paper
               where id in (select value from json_each(?)) order by id""",
            [scope],
        )
    ]


@dataclass(frozen=True, slots=True)
class FoldedWork:
    """A paper's row as its statements make it."""

    id: int
    title: str
    titles: tuple[tuple[str, str, str], ...]  #: (fingerprint, head, title)
    arxiv_id: str
    doi: str
    openreview: str
    authors: tuple[str, ...]
    authors_complete: bool
    published: str
    updated: str
    abstract: str
    language: str
    facts: str
    state: str
    search: str
    bigrams: str


def reserve(store: Store, count: int) -> int:
    """Make the nodes of ``count`` new works, to be filled by ``write_works``; the first id of a run."""
    first = store.next_id("node")
    run = range(first, first + count)
    store.insert_many(
        "insert into node (id, kind, name) values (?, ?, '')", [(i, int(NodeKind.PAPER)) for i in run]
    )
    store.insert_many("insert into paper (id) values (?)", [(i,) for i in run])
    return first


def write_works(store: Store, works: Sequence[FoldedWork]) -> None:
    """Replace the rows of works and their titles; authors are written by ``write_authors``."""
    store.insert_many(
        """update node set name = ?1, search = ?2, bigrams = ?3
           where id = ?4 and (name, search, bigrams) is not (?1, ?2, ?3)""",
        [(w.title, w.search, w.bigrams, w.id) for w in works],
    )
    # an id may move from one work to another in the same step: first let go, then take
    scope = json.dumps([w.id for w in works])
    store.execute(
        """update paper set arxiv_id = null, doi = null, openreview = null
           where id in (select value from json_each(?))""",
        [scope],
    )
    store.insert_many(
        """insert into paper (id, arxiv_id, doi, openreview, authors, authors_complete, published, updated,
                              abstract, language, facts, state)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           on conflict (id) do update set
               arxiv_id = excluded.arxiv_id, doi = excluded.doi, openreview = excluded.openreview,
               authors = excluded.authors, authors_complete = excluded.authors_complete,
               published = excluded.published, updated = excluded.updated, abstract = excluded.abstract,
               language = excluded.language, facts = excluded.facts, state = excluded.state""",
        [
            (
                w.id,
                w.arxiv_id or None,
                w.doi or None,
                w.openreview or None,
                json.dumps(w.authors, ensure_ascii=False),
                int(w.authors_complete),
                w.published,
                w.updated,
                w.abstract,
                w.language,
                w.facts,
                w.state,
            )
            for w in works
        ],
    )
    store.execute("delete from paper_title where paper in (select value from json_each(?))", [scope])
    store.insert_many(
        "insert or ignore into paper_title (paper, fingerprint, head, title) values (?, ?, ?, ?)",
        [(w.id, *title) for w in works for title in w.titles],
    )


def write_authors(store: Store, authors: Iterable[tuple[int, Sequence[int]]]) -> None:
    """Replace the authors of papers: (paper, person ids in order)."""
    rows = list(authors)
    store.execute(
        "delete from paper_author where paper in (select value from json_each(?))",
        [json.dumps([paper for paper, _ in rows])],
    )
    store.insert_many(
        "insert into paper_author (paper, position, person) values (?, ?, ?)",
        [(paper, i, person) for paper, people in rows for i, person in enumerate(people)],
    )


@dataclass(frozen=True, slots=True)
class Statement:
    """What one document states of a paper."""

    paper: int
    document_kind: str
    stated: str
    abstract: str
    language: str


def statements(reader: Reader, papers: Sequence[int]) -> list[Statement]:
    """All statements on some papers, in the order in which they were imported."""
    return [
        Statement(paper, str(kind), str(stated), str(abstract or ""), str(language or ""))
        for paper, kind, stated, abstract, language in reader.rows(
            """select a.paper, d.kind, a.stated, b.text, b.language from appearance a
               join document d on d.id = a.document
               left join block b on b.appearance = a.id and b.kind = 'abstract'
               where a.paper in (select value from json_each(?)) order by a.paper, a.id""",
            [json.dumps(sorted(papers))],
        )
    ]


def propose_same(store: Store, a: int, b: int, reason: str) -> None:
    """Write down that two works may be one, where nothing has been said of them yet."""
    store.execute(
        "insert or ignore into same_as (a, b, decision, reason) values (?, ?, 'proposed', ?)",
        [min(a, b), max(a, b), reason],
    )
