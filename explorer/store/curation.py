"""What waits for a person on names: spellings that several concepts share; how many links wait."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.store.engine import Reader

SPELLINGS = """
    select a.concept, n.key, n.name, c.kind, a.form, a.script, a.kind, a.status
    from alias a join node n on n.id = a.concept join concept c on c.id = a.concept
    where a.status <> 'rejected' order by a.concept, a.id
"""
APART = """
    select s.a, s.b from same_as s indexed by same_as_decision join concept c on c.id = s.a
    where s.decision = 'split'
    union select l.subject, l.object from concept c cross join link l on l.subject = c.id
    where l.predicate = 'variant_of' and l.status = 'accepted'
"""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A form that names a concept; ``status`` is accepted or confirmed."""

    concept: int
    key: str
    name: str
    kind: str
    form: str
    script: str
    alias_kind: str
    status: str


def count_proposed(reader: Reader) -> int:
    """How many links nobody has checked."""
    return int(reader.value("select count(*) from link where status = 'proposed'") or 0)


def spellings(reader: Reader) -> list[Spelling]:
    """Every form that is not rejected, by concept."""
    return [Spelling(*row) for row in reader.rows(SPELLINGS)]


def known_apart(reader: Reader) -> set[tuple[int, int]]:
    """Pairs of concepts, the lower id first, that a person kept apart or that are versions of each other."""
    return {(min(a, b), max(a, b)) for a, b in reader.rows(APART)}
