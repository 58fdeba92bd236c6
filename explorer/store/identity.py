"""Identity of works as a person decides it: what was said of ids and of pairs of works."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader, Store

SCHEMES = ("arxiv_id", "doi", "openreview")


@dataclass(frozen=True, slots=True)
class KeyClaim:
    """What was said of an id: "also" finds the work too, "wrong" is not its id."""

    scheme: str
    value: str
    decision: str


@dataclass(slots=True)
class Said:
    """What was decided on the identity of one work.

    Attributes:
        keys: Claims on its ids.
        apart: Works that it is not.
        titles: Titles that a person said are its own.
        authors: First authors of its statements, where works were merged into it.
    """

    keys: list[KeyClaim]
    apart: set[int]
    titles: list[str]
    authors: list[str]


@dataclass(frozen=True, slots=True)
class SameRow:
    """A row of ``same_as``; ``detail`` is JSON."""

    id: int
    a: int
    b: int
    decision: str
    reason: str
    detail: str


def claims(reader: Reader, papers: Iterable[int]) -> dict[int, list[KeyClaim]]:
    """Work -> claims on its ids, for those that have some."""
    found: dict[int, list[KeyClaim]] = {}
    for paper, *claim in reader.rows(
        """select paper, scheme, value, decision from paper_key
           where paper in (select value from json_each(?)) order by paper, scheme, value""",
        [json.dumps(sorted(papers))],
    ):
        found.setdefault(paper, []).append(KeyClaim(*claim))
    return found


HOLDERS = """
    select id, 'arxiv_id', arxiv_id from paper where arxiv_id in (select value from json_each(?1))
    union select id, 'doi', doi from paper where doi in (select value from json_each(?1))
    union select id, 'openreview', openreview from paper where openreview in (select value from json_each(?1))
"""


def holders(reader: Reader, values: Iterable[str]) -> list[tuple[int, str, str]]:
    """(work, scheme, id) of the works that have some ids."""
    rows = reader.rows(HOLDERS, [json.dumps(sorted(values))])
    return [(int(paper), str(scheme), str(value)) for paper, scheme, value in rows]


def held_by_others(reader: Reader, papers: Iterable[int], values: Iterable[str]) -> set[tuple[str, str]]:
    """Those of some ids, (scheme, value), that works other than the given ones have."""
    own = set(papers)
    rows = reader.rows(HOLDERS, [json.dumps(sorted(values))])
    return {(str(scheme), str(value)) for paper, scheme, value in rows if paper not in own}


def said_of(reader: Reader, papers: Sequence[int]) -> dict[int, Said]:
    """What was decided on works, for those that a decision speaks of."""
    found = {paper: Said(keys, set(), [], []) for paper, keys in claims(reader, papers).items()}
    wanted = set(papers)
    merged: set[int] = set()
    for row in same_rows(reader, papers):
        if row.decision == "split":
            for one, other in ((row.a, row.b), (row.b, row.a)):
                if one in wanted:
                    found.setdefault(one, Said([], set(), [], [])).apart.add(other)
        elif row.decision == "merged" and row.a in wanted:
            said = found.setdefault(row.a, Said([], set(), [], []))
            detail = json.loads(row.detail)
            if detail.get("by") == "you":
                said.titles += detail.get("titles", [])
            merged.add(row.a)
    for paper, author in reader.rows(
        """select distinct paper, json_extract(stated, '$.authors[0]') from appearance
           where paper in (select value from json_each(?)) and json_extract(stated, '$.authors[0]') <> ''""",
        [json.dumps(sorted(merged))],
    ):
        found[paper].authors.append(str(author))
    for paper, title in reader.rows(GIVEN_TITLES, [json.dumps(sorted(wanted))]):
        found.setdefault(paper, Said([], set(), [], [])).titles.append(str(title))
    return found


#: titles that a person took for right where the id beside them was another paper's
GIVEN_TITLES = """
    select a.paper, json_extract(a.stated, '$.title') from appearance a
    join contradiction c on c.appearance = a.id
    where a.paper in (select value from json_each(?)) and c.state = 'settled' and c.decision = 'title'
    and json_extract(a.stated, '$.title') <> ''
"""


def late_titles(reader: Reader, papers: Iterable[int]) -> dict[int, set[str]]:
    """Work -> titles that only works bear which a person merged into it."""
    found: dict[int, set[str]] = {}
    for paper, title in reader.rows(
        """select s.a, t.value from same_as s, json_each(s.detail, '$.new_titles') t
           where s.a in (select value from json_each(?)) and +s.decision = 'merged'
           and json_extract(s.detail, '$.by') = 'you'""",
        [json.dumps(sorted(papers))],
    ):
        found.setdefault(paper, set()).add(str(title))
    return found


SAME_OF = """
    select id, a, b, decision, reason, detail from same_as where a in (select value from json_each(?1))
    union select id, a, b, decision, reason, detail from same_as where b in (select value from json_each(?1))
    order by id
"""


def same_rows(reader: Reader, papers: Iterable[int]) -> list[SameRow]:
    """Rows of ``same_as`` with one of some nodes, or of the ids that were merged away, at an end."""
    return [SameRow(*row) for row in reader.rows(SAME_OF, [json.dumps(sorted(papers))])]


def kept_for(reader: Reader, node: int) -> int:
    """The node into which the one that had this id was merged, or 0."""
    found = reader.value("select a from same_as where b = ? and decision = 'merged'", [node])
    return int(found or 0)


def put_same(store: Store, pair: tuple[int, int], decision: str, reason: str, detail: str = "{}") -> None:
    """Say of a pair of nodes what they are to each other; what was said of it before goes."""
    a, b = pair
    store.execute("delete from same_as where (a = ?1 and b = ?2) or (a = ?2 and b = ?1)", [a, b])
    store.execute(
        "insert into same_as (a, b, decision, reason, detail) values (?, ?, ?, ?, ?)",
        [a, b, decision, reason, detail],
    )


def brought(row: SameRow) -> set[int]:
    """The appearances that came with the work that was merged."""
    return set(json.loads(row.detail).get("appearances", []))


def hand_over(store: Store, row: int, keep: int) -> None:
    """Let a merged id find another work."""
    store.execute("update same_as set a = ? where id = ?", [keep, row])


def put_claims(store: Store, paper: int, keys: Iterable[KeyClaim]) -> None:
    """Write claims on the ids of a work; a newer one replaces an older."""
    store.db.conn.executemany(
        """insert into paper_key (paper, scheme, value, decision) values (?, ?, ?, ?)
           on conflict (paper, scheme, value) do update set decision = excluded.decision""",
        [(paper, key.scheme, key.value, key.decision) for key in keys],
    )


def drop_claims(store: Store, paper: int, keys: Iterable[KeyClaim]) -> None:
    for key in keys:
        store.execute(
            "delete from paper_key where paper = ? and scheme = ? and value = ?",
            [paper, key.scheme, key.value],
        )
