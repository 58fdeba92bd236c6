"""Is the library sound? SQLite's own checks, then the rules that this program keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.model.kinds import NodeKind
from explorer.store.documents import source_texts
from explorer.store.engine import Reader


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it must be.

    Attributes:
        rule: Name of the rule.
        detail: What breaks it, in words.
    """

    rule: str
    detail: str


_EMPTY = {
    "every paper stands in a document or carries what a person put on it": """
        select 'paper ' || p.id from paper p
        where not exists (select 1 from appearance a where a.paper = p.id)
        and not exists (select 1 from tagging t where t.node = p.id and t.origin = 'user')
        and not exists (select 1 from note o where o.node = p.id)
        and not exists (select 1 from reading r where r.node = p.id)""",
    "a note says something": "select 'note ' || node from note where trim(text) = ''",
    "a read state is one that is known": """
        select 'node ' || node from reading where state not in ('reading', 'read')""",
    "a saved view is a JSON object": """
        select 'view ' || id from saved_view
        where iif(json_valid(state), json_type(state), '') <> 'object'""",
    "a snapshot has what it shows": """
        select 'snapshot ' || s.id from snapshot s
        where iif(json_valid(s.view), json_type(s.view), '') <> 'object'
        or not exists (select 1 from snapshot_content c where c.id = s.content)""",
    "every stated link has a sentence": """
        select 'link ' || l.id from link l where l.asserted_by <> 'user'
        and not exists (select 1 from evidence e where e.link = l.id)""",
    "every node is of a kind that is known": f"""
        select 'node ' || id from node not indexed
        where kind not between {min(NodeKind)} and {max(NodeKind)}""",
    "every node has a name": "select 'node ' || id from node where name = ''",
    "every node of a kind has its row": """
        select 'node ' || n.id from node n where
        (n.kind = 1 and not exists (select 1 from paper where id = n.id))
        or (n.kind in (3, 4) and not exists (select 1 from edition where id = n.id))
        or (n.kind = 5 and not exists (select 1 from concept where id = n.id))
        or (n.kind = 6 and not exists (select 1 from tag where id = n.id))
        or (n.kind = 7 and not exists (select 1 from document where id = n.id))""",
    "a paper stands where its places say": """
        select 'appearance ' || p.appearance from presence p join appearance a on a.id = p.appearance
        where a.paper <> p.paper""",
    "a decision on two papers speaks of papers that are there": """
        select 'pair ' || s.id from same_as s
        where (s.decision = 'merged') = exists (select 1 from node where id = s.b)""",
    "papers under a name stand with one person": """
        select 'name ' || key from person_name group by key having sum(takes) <> 1""",
    "a paper was given to one of the people of a name": """
        select 'paper ' || g.paper from person_paper g where not exists
        (select 1 from person_name k where k.key = g.key and k.person = g.person)""",
    "a name that a person decided on is no key": """
        select 'node ' || n.id from node n join person_name k on k.key = n.key where n.kind = 2""",
    "no tag stands under itself": """
        with recursive above (tag, over, steps) as (
            select id, parent, 1 from tag where parent is not null
            union select a.tag, t.parent, a.steps + 1 from above a join tag t on t.id = a.over
            where t.parent is not null and a.steps < 1000)
        select distinct 'tag ' || tag from above where over = tag""",
    "what a person took a tag off does not carry it": """
        select 'node ' || o.node from tag_off o join tagging t on t.tag = o.tag and t.node = o.node""",
    "a mention stands inside its block": """
        select 'mention ' || m.id from mention m join block b on b.id = m.block
        where m.start < b.start or m."end" > b."end" """,
    "evidence stands inside its block": """
        select 'evidence ' || e.id from evidence e join block b on b.id = e.block
        where e.start < b.start or e."end" > b."end" """,
    "no edge joins a node to itself": """
        select 'edge ' || source || ' ' || kind from edge where source = target""",
}
_SPANS = {
    "mention": """
        select m.id, d.source, m.start, m."end", m.exact from mention m
        join block b on b.id = m.block join document d on d.id = b.document""",
    "evidence": """
        select e.id, d.source, e.start, e."end", e.exact from evidence e
        join block b on b.id = e.block join document d on d.id = b.document""",
    "appearance": """
        select a.id, d.source, a.start, a."end", a.exact from appearance a
        join document d on d.id = a.document""",
    "statistic": """
        select t.id, d.source, t.start, t."end", t.exact from statistic t
        join document d on d.id = t.document""",
    "person": """
        select t.id, d.source, t.start, t."end", t.exact from document_person t
        join document d on d.id = t.document""",
    "trend": """
        select t.id, d.source, t.start, t."end", t.exact from trend t
        join document d on d.id = t.document""",
    "term claim": """
        select t.id, d.source, t.start, t."end", t.exact from term_claim t
        join document d on d.id = t.document""",
    "contradiction": """
        select t.id, d.source, t.start, t."end", t.exact from contradiction t
        join document d on d.id = t.document where t.exact is not null""",
    "block": """
        select b.id, d.source, b.start, b."end", coalesce(b.raw, b.text) from block b
        join document d on d.id = b.document""",
}
_MOST_DETAILS = 5


def check(reader: Reader) -> list[Finding]:
    """All findings; an empty list is a sound library."""
    return [*_sqlite(reader), *_rules(reader), *_spans(reader)]


def _sqlite(reader: Reader) -> Iterator[Finding]:
    for (answer,) in reader.rows("pragma integrity_check(20)"):
        if answer != "ok":
            yield Finding("SQLite finds the file whole", str(answer))
    for table, row, parent, _ in reader.rows("pragma foreign_key_check"):
        yield Finding("every reference has its row", f"{table} {row} points at a {parent} that is gone")


def _rules(reader: Reader) -> Iterator[Finding]:
    for rule, sql in _EMPTY.items():
        rows = reader.rows(sql)
        if rows:
            shown = ", ".join(str(row[0]) for row in rows[:_MOST_DETAILS])
            yield Finding(rule, f"{len(rows)}: {shown}")


def _spans(reader: Reader) -> Iterator[Finding]:
    """exact == text[start:end] for everything that quotes."""
    texts = {i: content.decode("utf-8", errors="replace") for i, _, content in source_texts(reader)}
    for what, sql in _SPANS.items():
        wrong = [
            f"{what} {row}"
            for row, source, start, end, exact in reader.rows(sql)
            if source not in texts or texts[source][start:end] != exact
        ]
        if wrong:
            yield Finding(
                f"{what}: the quote is a slice of its source", f"{len(wrong)}: {', '.join(wrong[:5])}"
            )
