"""Asserted links as a person decides on them: their status, new ones, corrected ones."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model import LinkStatus
from explorer.store.engine import Reader, Row, Store


@dataclass(frozen=True, slots=True)
class LinkEnds:
    """A link with the kinds and names of its ends."""

    id: int
    subject: int
    subject_kind: int
    subject_name: str
    predicate: str
    object: int
    object_kind: int
    object_name: str
    polarity: int
    status: str


def links_by_id(reader: Reader, links: Sequence[int]) -> list[LinkEnds]:
    """The links that exist among some ids, ascending."""
    rows = reader.rows(
        """select l.id, l.subject, s.kind, s.name, l.predicate, l.object, o.kind, o.name, l.polarity, l.status
           from link l join node s on s.id = l.subject join node o on o.id = l.object
           where l.id in (select value from json_each(?)) order by l.id""",
        [json.dumps(sorted(set(links)))],
    )
    return [LinkEnds(*row) for row in rows]


def ends_of(reader: Reader, nodes: Sequence[int]) -> list[Row]:
    """(id, kind, name) of nodes."""
    return reader.rows(
        "select id, kind, name from node where id in (select value from json_each(?)) order by id",
        [json.dumps(sorted(set(nodes)))],
    )


def set_status(store: Store, links: Sequence[int], status: LinkStatus) -> int:
    """Say of links what a person says; how many it changed."""
    return store.execute(
        """update link set status = ?1
           where id in (select value from json_each(?2)) and status <> ?1""",
        [status.value, json.dumps(sorted(set(links)))],
    )


def put_link(store: Store, subject: int, predicate: str, target: int, at: str) -> int:
    """A person's link between two nodes, accepted; its id, also where it stood there already."""
    store.execute(
        """insert into link (subject, predicate, object, confidence, asserted_by, run, status)
           values (?, ?, ?, 1, 'user', ?, 'accepted')
           on conflict (subject, predicate, object, polarity) do update set status = 'accepted'""",
        [subject, predicate, target, at],
    )
    found = store.reader.value(
        "select id from link where subject = ? and predicate = ? and object = ? and polarity = 1",
        [subject, predicate, target],
    )
    return int(str(found))


def copy_evidence(store: Store, source: int, target: int) -> None:
    """Let the sentences behind one link stand behind another as well."""
    store.execute(
        """insert or ignore into evidence (link, block, start, "end", exact)
           select ?2, block, start, "end", exact from evidence where link = ?1 order by id""",
        [source, target],
    )
