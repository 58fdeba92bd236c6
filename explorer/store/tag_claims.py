"""Trends that documents claim, as tags: which tag each one means, and what it files under it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.store.engine import Reader, Store

CLAIMED = """
    select r.id, r.document, r.parent, r.label, r.questions, r.names, r.key, r.deck, d.title
    from trend r join document d on d.id = r.document
    where r.document in (select value from json_each(?)) and r.deck <> '' order by r.document, r.id
"""
#: taggings by documents of which no document speaks any more
STALE = """
    select distinct g.tag, g.node from tag_claim k join tagging g on g.tag = k.tag
    where g.origin = 'document' and not exists (
        select 1 from tag_claim c join trend r on r.key = c.key join trend_appearance x on x.trend = r.id
        join appearance a on a.id = x.appearance where c.tag = g.tag and a.paper = g.node)
"""
#: tags that only documents made, claimed by none any more, with nothing on them or under them
UNCLAIMED = """
    select t.id from tag t where t.origin = 'document'
    and not exists (select 1 from tag_claim c join trend r on r.key = c.key where c.tag = t.id)
    and not exists (select 1 from tag_claim c join trend r on r.deck = c.key where c.tag = t.id)
    and not exists (select 1 from tagging g where g.tag = t.id)
    and not exists (select 1 from tagging g where g.node = t.id)
    and not exists (select 1 from tag u where u.parent = t.id)
    and not exists (select 1 from tag_rule r where r.tag = t.id)
    and not exists (select 1 from note o where o.node = t.id)
    and not exists (select 1 from reading r where r.node = t.id)
"""


@dataclass(frozen=True, slots=True)
class ClaimedTrend:
    """A trend as a document claims it; ``key`` and ``deck`` are those of ``tag_claim``."""

    id: int
    document: int
    parent: int | None
    label: str
    questions: tuple[str, ...]
    names: dict[str, str]
    key: str
    deck: str
    title: str


def claimed_trends(reader: Reader, documents: Iterable[int]) -> list[ClaimedTrend]:
    """Trends of some documents, in their order."""
    return [
        ClaimedTrend(
            int(trend),
            int(document),
            parent,
            str(label),
            tuple(json.loads(questions)),
            json.loads(names),
            str(key),
            str(deck),
            str(title),
        )
        for trend, document, parent, label, questions, names, key, deck, title in reader.rows(
            CLAIMED, [json.dumps(sorted(documents))]
        )
    ]


def papers_of_trend(reader: Reader, trend: int) -> list[int]:
    """Papers that a document files under its trend."""
    return [
        int(row[0])
        for row in reader.rows(
            """select distinct a.paper from trend_appearance x join appearance a on a.id = x.appearance
               where x.trend = ? order by 1""",
            [trend],
        )
    ]


def meant(reader: Reader, key: str) -> tuple[bool, int | None]:
    """Whether it is known what a claim means, and the tag; None: a person deleted it."""
    found = reader.row("select tag from tag_claim where key = ?", [key])
    return (False, None) if found is None else (True, found[0])


def note_claim(store: Store, key: str, tag: int) -> None:
    store.execute("insert or ignore into tag_claim (key, tag) values (?, ?)", [key, tag])


def stale(reader: Reader) -> list[tuple[int, int]]:
    """(tag, node) that a document put there once, and none does now."""
    return [(int(tag), int(node)) for tag, node in reader.rows(STALE)]


def unclaimed(reader: Reader) -> list[int]:
    """Tags that documents made and none claims any more, which nobody has touched."""
    return [int(row[0]) for row in reader.rows(UNCLAIMED)]


def forget_claims(store: Store, tag: int) -> None:
    store.execute("delete from tag_claim where tag = ?", [tag])
