"""Reads of what came since a time: nodes, links, documents, contradictions, claims, steps."""

from __future__ import annotations

import json
from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.store.engine import Reader

ENDS = "select (select coalesce(max(id), 0) from node), (select coalesce(max(id), 0) from link)"
MARK = "select min(node), min(link) from mark where at >= ?"
STEP = "select id, label, kind, at from operation where id = ? and undone = 0"
LAST_IMPORT = """
    select id, label, kind, at from operation where kind = 'import' and undone = 0 order by id desc limit 1
"""
STEPS = "select id, label, kind, at from operation where at >= ? and undone = 0 order by id"
DECISIONS = "select changes from operation where at >= ? and undone = 0 and kind = 'decision' order by id"
NODES = """
    select n.id, n.name, coalesce(c.kind, ''), coalesce(m.date, '') from node n
    left join measure m on m.node = n.id left join concept c on c.id = n.id
    where n.id > ? and n.kind = ? and (c.id is null or c.state = 'accepted') order by n.id
"""
LINKS = """
    select l.id, l.subject, s.name, l.predicate, l.object, o.name, l.status,
           b.document, e.start, e."end", e.exact
    from link l join node s on s.id = l.subject join node o on o.id = l.object
    left join evidence e on e.id = (select min(x.id) from evidence x where x.link = l.id)
    left join block b on b.id = e.block
    where l.id > ? and l.status <> 'rejected' order by l.id
"""
READ = """
    select d.id, n.name, d.kind, d.id <= ?2 from source cross join document d on d.source = source.id
    join node n on n.id = d.id where source.imported_at >= ?1 and source.removed = 0 order by d.id
"""
CONTRADICTIONS = """
    select c.id, c.kind, c.detail, c.state, c.document, c.start
    from contradiction c where c.document in (select value from json_each(?)) order by c.id
"""
CLAIMS = """
    select t.document, 'term', t.term, t.direction, t.from_edition, t.to_edition, t.start
        from term_claim t where t.document in (select value from json_each(?1))
    union all select t.document, 'trend', t.label, '', '', '', t.start
        from trend t where t.document in (select value from json_each(?1))
    union all select t.document, 'number', t.what, cast(t.value as text), t.edition, '', t.start
        from statistic t where t.document in (select value from json_each(?1))
    order by 1, 7
"""


@dataclass(frozen=True, slots=True)
class StepRow:
    """An undo step; ``kind`` is "decision" or "import", ``at`` ISO time."""

    id: int
    label: str
    kind: str
    at: str


@dataclass(frozen=True, slots=True)
class NewNodeRow:
    """``detail`` is the kind of a concept; ``day`` ISO, "" unknown."""

    id: int
    name: str
    detail: str
    day: str


@dataclass(frozen=True, slots=True)
class NewLinkRow:
    """A link with the first sentence behind it; ``document`` is None where a person states it."""

    id: int
    subject: int
    subject_name: str
    predicate: str
    object: int
    object_name: str
    status: str
    document: int | None
    start: int | None
    end: int | None
    exact: str | None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A document that was read since; ``again`` where an earlier reading stood there before."""

    id: int
    title: str
    kind: str
    again: int


@dataclass(frozen=True, slots=True)
class ContradictionRow:
    id: int
    kind: str
    detail: str
    state: str
    document: int
    start: int | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """``kind`` is "term" (it rises or declines: ``side``), "trend" or "number" (``side`` is its value)."""

    document: int
    kind: str
    text: str
    side: str
    from_edition: str
    to_edition: str
    start: int


def mark_at(reader: Reader, at: str) -> tuple[int, int] | None:
    """Highest ids of a node and of a link before what came since a time; None where nothing came."""
    row = reader.row(MARK, [at])
    return None if row is None or row[0] is None else (int(row[0]), int(row[1]))


def ends(reader: Reader) -> tuple[int, int]:
    """Highest ids of a node and of a link there are."""
    node, link = reader.rows(ENDS)[0]
    return int(node), int(link)


def step(reader: Reader, number: int) -> StepRow | None:
    """The step of a number, unless it is undone or forgotten."""
    row = reader.row(STEP, [number])
    return StepRow(*row) if row else None


def last_import(reader: Reader) -> StepRow | None:
    """The newest import that stands."""
    row = reader.row(LAST_IMPORT)
    return StepRow(*row) if row else None


def steps_since(reader: Reader, at: str) -> list[StepRow]:
    """Steps that stand, oldest first."""
    return [StepRow(*row) for row in reader.rows(STEPS, [at])]


def nodes_since(reader: Reader, mark: int, kind: NodeKind) -> list[NewNodeRow]:
    """Nodes of a kind that came since, accepted ones of concepts."""
    return [NewNodeRow(*row) for row in reader.rows(NODES, [mark, int(kind)])]


def links_since(reader: Reader, mark: int) -> list[NewLinkRow]:
    """Links that came since and nobody rejected."""
    return [NewLinkRow(*row) for row in reader.rows(LINKS, [mark])]


def documents_since(reader: Reader, at: str, mark: int) -> list[ReadRow]:
    """Documents that were read since, again or for the first time."""
    return [ReadRow(*row) for row in reader.rows(READ, [at, mark])]


def contradictions_in(reader: Reader, documents: list[int]) -> list[ContradictionRow]:
    """What some documents say against others, settled or not."""
    return [ContradictionRow(*row) for row in reader.rows(CONTRADICTIONS, [json.dumps(documents)])]


def claims_in(reader: Reader, documents: list[int]) -> list[ClaimRow]:
    """What some documents claim and state, in the order in which it stands there."""
    return [ClaimRow(*row) for row in reader.rows(CLAIMS, [json.dumps(documents)])]


def tagged_since(reader: Reader, at: str) -> list[tuple[int, int, int]]:
    """(tag, node, 1 or -1) of what people tagged and untagged since."""
    found: list[tuple[int, int, int]] = []
    for (changes,) in reader.rows(DECISIONS, [at]):
        for table, old, new in json.loads(changes):
            if table == "tagging":
                found += [(row["tag"], row["node"], sign) for row, sign in ((old, -1), (new, 1)) if row]
    return found
