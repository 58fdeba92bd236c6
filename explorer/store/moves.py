"""Rows that move from one node to another when works, methods or people are merged or split."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from explorer.model import NodeKind
from explorer.store.engine import Reader, Row, Store
from explorer.store.identity import SameRow, same_rows
from explorer.store.person_names import move_given
from explorer.store.reading import hand_marks
from explorer.store.taggings import carry_over


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
