"""Statements that give a paper an id that is known to be another paper's.

Such a statement keeps the id in ``appearance.stated`` and names it in its list
``disputed``; a work is folded without it, and an open contradiction of kind
"id" stands on the appearance.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader, Store


@dataclass(frozen=True, slots=True)
class IdClaim:
    """A statement of the library that gives a paper an arXiv id.

    Attributes:
        document_kind, publisher: Of the document that states it.
        stated: JSON of the statement.
        disputed: Whether it does not count at present.
    """

    appearance: int
    paper: int
    document_kind: str
    publisher: str
    stated: str
    disputed: bool


CLAIMS = """
    select a.id, a.paper, d.kind, d.publisher, a.stated, json_extract(a.stated, '$.disputed') is not null
    from paper p join appearance a on a.paper = p.id join document d on d.id = a.document
    where p.arxiv_id in (select value from json_each(?1))
      and json_extract(a.stated, '$.arxiv_id') = p.arxiv_id
    union
    select a.id, a.paper, d.kind, d.publisher, a.stated, json_extract(a.stated, '$.disputed') is not null
    from contradiction c join appearance a on a.id = c.appearance join document d on d.id = a.document
    where c.state = 'open' and c.kind = 'id'
      and json_extract(a.stated, '$.arxiv_id') in (select value from json_each(?1))
    order by 1
"""


def id_claims(reader: Reader, arxiv_ids: Iterable[str]) -> list[IdClaim]:
    """Who states some arXiv ids, in the order of import; statements that a person settled are left out."""
    settled = {
        row[0]
        for row in reader.rows("select appearance from contradiction where state = 'settled' and kind = 'id'")
    }
    rows = reader.rows(CLAIMS, [json.dumps(sorted(arxiv_ids))])
    return [
        IdClaim(appearance, paper, str(kind), str(publisher), str(stated), bool(disputed))
        for appearance, paper, kind, publisher, stated, disputed in rows
        if appearance not in settled
    ]


def texts_on(reader: Reader, appearances: Iterable[int]) -> dict[int, str]:
    """What the documents say of the papers at some appearances, in order, without links and ids."""
    found: dict[int, str] = {}
    for appearance, text in reader.rows(
        """select appearance, text from block where appearance in (select value from json_each(?))
           and kind not in ('meta', 'furniture', 'paper_title') order by document, ordinal""",
        [json.dumps(sorted(appearances))],
    ):
        found[appearance] = f"{found[appearance]}\n{text}" if appearance in found else str(text)
    return found


def dispute(store: Store, appearances: Sequence[int]) -> None:
    """Let the arXiv ids that some appearances state no longer count."""
    store.execute(
        """update appearance set stated = json_set(stated, '$.disputed', json('["arxiv_id"]'))
           where id in (select value from json_each(?))""",
        [json.dumps(sorted(appearances))],
    )


def acquit(store: Store, appearances: Sequence[int]) -> None:
    """Let them count again; their open contradictions go."""
    scope = [json.dumps(sorted(appearances))]
    store.execute(
        """update appearance set stated = json_remove(stated, '$.disputed')
           where id in (select value from json_each(?))""",
        scope,
    )
    store.execute(
        """delete from contradiction where kind = 'id' and state = 'open'
           and appearance in (select value from json_each(?))""",
        scope,
    )


def claims_of(reader: Reader, appearances: Iterable[int]) -> list[tuple[int, int, bool]]:
    """(appearance, its work, whether another statement gives the work the same id) of some appearances."""
    return [
        (appearance, paper, bool(shared))
        for appearance, paper, shared in reader.rows(
            """select a.id, a.paper, exists (
                   select 1 from appearance o where o.paper = a.paper and o.id <> a.id
                   and json_extract(o.stated, '$.disputed') is null
                   and json_extract(o.stated, '$.arxiv_id') = json_extract(a.stated, '$.arxiv_id'))
               from appearance a where a.id in (select value from json_each(?)) order by a.id""",
            [json.dumps(sorted(appearances))],
        )
    ]


def unopposed(reader: Reader) -> list[tuple[int, int, str]]:
    """(appearance, work, arXiv id) of open disputes whose id no other work has any more, by appearance."""
    return [
        (appearance, paper, str(arxiv_id))
        for appearance, paper, arxiv_id in reader.rows(
            """select a.id, a.paper, json_extract(a.stated, '$.arxiv_id') from contradiction c
               join appearance a on a.id = c.appearance
               where c.state = 'open' and c.kind = 'id' and not exists (
                   select 1 from paper p where p.id <> a.paper
                   and p.arxiv_id = json_extract(a.stated, '$.arxiv_id'))
               order by a.id"""
        )
    ]


def add_dispute(store: Store, appearance: int, detail: str, other: int) -> None:
    """Write the contradiction of a statement that the library had before."""
    store.execute(
        """insert into contradiction (document, kind, detail, appearance, other, start, "end", exact)
           select document, 'id', ?2, id, ?3, start, "end", exact from appearance where id = ?1""",
        [appearance, detail, other],
    )


def name_holders(store: Store, but: Collection[int] = ()) -> None:
    """Let each open dispute name the work that has its id now; ``but``: appearances that stay as they are."""
    store.execute(
        """update contradiction set other = (
               select p.id from appearance a join paper p on p.arxiv_id = json_extract(a.stated, '$.arxiv_id')
               where a.id = contradiction.appearance)
           where state = 'open' and kind = 'id' and appearance is not null
           and appearance not in (select value from json_each(?))""",
        [json.dumps(sorted(but))],
    )
