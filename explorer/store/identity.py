"""Identity of works as a person decides it: rows that move from one work to another, and what was said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.store.engine import Reader, Row, Store
from explorer.store.person_names import move_given
from explorer.store.reading import hand_marks
from explorer.store.taggings import carry_over

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


def appearances_of(reader: Reader, papers: Iterable[int]) -> list[Row]:
    """(appearance, paper, JSON of what it states), in the order in which they were imported."""
    return reader.rows(
        """select id, paper, stated from appearance where paper in (select value from json_each(?))
           order by id""",
        [json.dumps(sorted(papers))],
    )


def papers_of(reader: Reader, appearances: Sequence[int]) -> list[int]:
    """The works of which some appearances speak, ascending."""
    return [
        row[0]
        for row in reader.rows(
            """select distinct paper from appearance where id in (select value from json_each(?))
               order by paper""",
            [json.dumps(sorted(appearances))],
        )
    ]


def add_work(store: Store, node: int = 0) -> int:
    """A work without a statement: under the id that it had once, or under a new one."""
    made = node or store.next_id("node")
    store.execute("insert into node (id, kind, name) values (?, ?, '')", [made, int(NodeKind.PAPER)])
    ensure_rows(store, [made])
    return made


def ensure_rows(store: Store, nodes: Iterable[int]) -> list[int]:
    """Those of some nodes that are works; each has its row in ``paper``."""
    scope = json.dumps(sorted(nodes))
    store.execute(
        """insert or ignore into paper (id)
           select id from node where id in (select value from json_each(?)) and kind = 1""",
        [scope],
    )
    return [
        row[0]
        for row in store.reader.rows(
            "select id from paper where id in (select value from json_each(?)) order by id", [scope]
        )
    ]


def move_appearances(store: Store, appearances: Sequence[int], target: int) -> None:
    """Let appearances, with their presences and the links that stand in their text, speak of ``target``."""
    scope = json.dumps(sorted(appearances))
    sources = {
        row[0]
        for row in store.reader.rows(
            "select distinct paper from appearance where id in (select value from json_each(?))", [scope]
        )
    }
    links = store.reader.rows(
        """select distinct l.id, l.subject, l.object from block b join evidence e on e.block = b.id
           join link l on l.id = e.link where b.appearance in (select value from json_each(?))
           order by l.id""",
        [scope],
    )
    store.execute(
        "update appearance set paper = ?1 where id in (select value from json_each(?2)) and paper <> ?1",
        [target, scope],
    )
    for link, subject, target_end in links:
        ends = (target if subject in sources else subject, target if target_end in sources else target_end)
        if ends != (subject, target_end):
            _share_link(store, link, ends, scope)


def _share_link(store: Store, link: int, ends: tuple[int, int], scope: str) -> None:
    """Put the evidence of a link that stands in some appearances behind a link between other ends."""
    if ends[0] == ends[1]:
        return
    store.execute(
        """insert or ignore into link (subject, predicate, object, polarity, confidence, asserted_by, run,
                                       status)
           select ?2, predicate, ?3, polarity, confidence, asserted_by, run, status
           from link where id = ?1""",
        [link, *ends],
    )
    twin = store.reader.value(
        """select t.id from link l join link t on t.subject = ?2 and t.predicate = l.predicate
               and t.object = ?3 and t.polarity = l.polarity where l.id = ?1""",
        [link, *ends],
    )
    store.execute(
        """update or ignore evidence set link = ?2 where link = ?1 and block in
           (select id from block where appearance in (select value from json_each(?3)))""",
        [link, twin, scope],
    )
    store.execute(
        """delete from link where id = ?1 and asserted_by <> 'user'
           and not exists (select 1 from evidence where link = ?1)""",
        [link],
    )


def absorb(store: Store, keep: int, drop: int) -> None:
    """Give everything that stands on ``drop`` to ``keep``, then delete ``drop``."""
    store.execute("update appearance set paper = ? where paper = ?", [keep, drop])
    take_over(store, keep, drop)
    store.execute("update contradiction set other = ? where other = ?", [keep, drop])
    store.execute("update or ignore paper_key set paper = ? where paper = ?", [keep, drop])
    store.execute("delete from paper_key where paper = ?", [drop])
    move_given(store, drop, keep)
    store.execute("delete from node where id = ?", [drop])


def take_over(store: Store, keep: int, drop: int) -> None:
    """Tags, notes, read state, links and what was said of pairs go from ``drop`` to ``keep``, of any kind."""
    hand_marks(store, keep, drop)
    carry_over(store, keep, drop)
    for link, subject, target in store.reader.rows(
        """select id, subject, object from link where subject = ?1
           union select id, subject, object from link where object = ?1 order by id""",
        [drop],
    ):
        _move_link(store, link, (keep if subject == drop else subject, keep if target == drop else target))
    for row in same_rows(store.reader, [drop]):
        _move_same(store, row, keep, drop)


def _move_link(store: Store, link: int, ends: tuple[int, int]) -> None:
    """Give a link other ends; where such a link stands there, its sentences join that one's."""
    twin = store.reader.row(
        """select t.id, t.status, l.status from link l join link t on t.subject = ?2
               and t.predicate = l.predicate and t.object = ?3 and t.polarity = l.polarity where l.id = ?1""",
        [link, *ends],
    )
    if ends[0] != ends[1] and twin is None:
        store.execute("update link set subject = ?, object = ? where id = ?", [*ends, link])
        return
    if twin is not None:
        status = next(s for s in ("rejected", "accepted", "proposed") if s in twin[1:])
        store.execute("update link set status = ?2 where id = ?1 and status <> ?2", [twin[0], status])
        store.execute("update or ignore evidence set link = ? where link = ?", [twin[0], link])
    store.execute("delete from evidence where link = ?", [link])
    store.execute("delete from link where id = ?", [link])


def _move_same(store: Store, row: SameRow, keep: int, drop: int) -> None:
    """Say of ``keep`` what was said of ``drop``; of one pair, "not the same" outlives a proposal."""
    if row.decision == "merged":
        if row.a == drop:
            store.execute("update same_as set a = ? where id = ?", [keep, row.id])
        return
    other = row.b if row.a == drop else row.a
    pair = (min(keep, other), max(keep, other))
    twin = store.reader.row("select id, decision from same_as where a = ? and b = ?", list(pair))
    if other == keep or (twin is not None and row.decision != "split"):
        store.execute("delete from same_as where id = ?", [row.id])
        return
    if twin is not None:
        store.execute("delete from same_as where id = ?", [twin[0]])
    store.execute("update same_as set a = ?, b = ? where id = ?", [*pair, row.id])
