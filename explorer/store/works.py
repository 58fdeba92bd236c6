"""Works: papers with their titles and authors, and the statements that they are folded from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.store.engine import Reader, Store


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
