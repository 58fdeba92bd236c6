"""What documents state beside their papers, and what contradicts."""

from __future__ import annotations

import json
from collections.abc import Sequence

from explorer.model import Document
from explorer.model.plan import Contradiction
from explorer.store.engine import Store
from explorer.store.tag_names import claim_key


def add_stated(store: Store, document: int, read: Document, appearances: Sequence[int]) -> None:
    """Write what a document states; ``appearances`` align with its papers."""
    store.insert_many(
        """insert into document_person (document, name, role, affiliation, start, "end", exact)
           values (?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                document,
                p.name,
                p.role.value,
                p.affiliation,
                p.evidence.start,
                p.evidence.end,
                p.evidence.exact,
            )
            for p in read.people
        ],
    )
    store.insert_many(
        """insert into statistic (document, what, value, edition, start, "end", exact)
           values (?, ?, ?, ?, ?, ?, ?)""",
        [
            (document, s.what, s.value, s.edition, s.evidence.start, s.evidence.end, s.evidence.exact)
            for s in read.statistics
        ],
    )
    store.insert_many(
        """insert into term_claim (document, term, direction, from_edition, to_edition, start, "end", exact)
           values (?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                document,
                c.term,
                c.direction.value,
                c.from_edition,
                c.to_edition,
                c.evidence.start,
                c.evidence.end,
                c.evidence.exact,
            )
            for c in read.term_claims
        ],
    )
    _add_trends(store, document, read, appearances)


def _add_trends(store: Store, document: int, read: Document, appearances: Sequence[int]) -> None:
    first = store.next_id("trend")
    deck = claim_key(read.title)
    store.insert_many(
        """insert into trend (id, document, parent, label, questions, names, start, "end", exact, key, deck)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                first + i,
                document,
                None if t.parent is None else first + t.parent,
                t.label,
                json.dumps(t.questions, ensure_ascii=False),
                json.dumps(dict(t.names), ensure_ascii=False, sort_keys=True),
                t.evidence.start,
                t.evidence.end,
                t.evidence.exact,
                claim_key(read.title, t.label),
                deck,
            )
            for i, t in enumerate(read.trends)
        ],
    )
    store.insert_many(
        "insert or ignore into trend_appearance (trend, appearance) values (?, ?)",
        [(first + i, appearances[paper]) for i, t in enumerate(read.trends) for paper in t.papers],
    )


def add_contradictions(
    store: Store, rows: Sequence[tuple[Contradiction, int, int | None, int | None]]
) -> None:
    """Write contradictions: (what was planned, document id, appearance id, id of the other work)."""
    store.insert_many(
        """insert into contradiction (document, kind, detail, appearance, other, start, "end", exact)
           values (?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (document, c.kind, c.detail, appearance, other, *_place(c))
            for c, document, appearance, other in rows
        ],
    )


def _place(contradiction: Contradiction) -> tuple[int | None, int | None, str | None]:
    span = contradiction.evidence
    return (span.start, span.end, span.exact) if span else (None, None, None)
