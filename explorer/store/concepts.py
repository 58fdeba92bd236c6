"""Concepts with their aliases and mentions, and asserted links with their evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.model import Coding, NodeKind
from explorer.model.plan import PlannedConcept
from explorer.store.engine import Reader, Store, Value
from explorer.store.nodes import ids_by_key
from explorer.text.bigrams import index_bigrams


@dataclass(frozen=True, slots=True)
class KnownAlias:
    """An accepted form in the library and the key of its concept."""

    concept: str
    name: str
    kind: str
    form: str
    language: str
    script: str
    alias_kind: str


def known_aliases(reader: Reader) -> list[KnownAlias]:
    """Every form that is not rejected, by concept."""
    return [
        KnownAlias(*(str(value) for value in row))
        for row in reader.rows(
            """select n.key, n.name, c.kind, a.form, a.language, a.script, a.kind
               from concept c join node n on n.id = c.id join alias a on a.concept = c.id
               where a.status <> 'rejected' order by c.id, a.id"""
        )
    ]


def ensure_concepts(store: Store, concepts: Sequence[PlannedConcept]) -> dict[str, int]:
    """Ids by key; new concepts are made, new aliases added to the known ones."""
    ids = ids_by_key(store.reader, NodeKind.CONCEPT, (c.key for c in concepts))
    first = store.next_id("node")
    new = [c for c in concepts if c.key not in ids]
    ids |= {concept.key: first + i for i, concept in enumerate(new)}
    store.insert_many(
        "insert into node (id, kind, key, name) values (?, ?, ?, ?)",
        [(ids[c.key], int(NodeKind.CONCEPT), c.key, c.name) for c in new],
    )
    store.insert_many(
        "insert into concept (id, kind, state) values (?, ?, ?)",
        [(ids[c.key], c.kind.value, "accepted" if c.accepted else "proposed") for c in new],
    )
    store.insert_many(
        """insert or ignore into alias (concept, form, fold, language, script, kind)
           values (?, ?, ?, ?, ?, ?)""",
        [
            (ids[c.key], a.form, " ".join(a.form.split()).casefold(), a.language, a.script, a.kind)
            for c in concepts
            for a in c.aliases
        ],
    )
    index_names(store, [ids[c.key] for c in concepts])
    return ids


def index_names(store: Store, concepts: Sequence[int]) -> None:
    """Put the aliases of concepts into the full-text row of their node."""
    forms: dict[int, list[str]] = {}
    names: dict[int, str] = {}
    for node, name, form in store.reader.rows(
        """select n.id, n.name, a.form from node n join alias a on a.concept = n.id
           where n.id in (select value from json_each(?)) and a.status <> 'rejected' order by a.id""",
        [json.dumps(sorted(set(concepts)))],
    ):
        names[node] = str(name)
        forms.setdefault(node, []).append(str(form))
    rows = [
        (" · ".join(forms[node]), index_bigrams(" ".join([names[node], *forms[node]])), node)
        for node in forms
    ]
    store.insert_many(
        """update node set search = ?1, bigrams = ?2
           where id = ?3 and (search <> ?1 or bigrams <> ?2)""",
        rows,
    )


def add_mentions(store: Store, rows: Iterable[tuple[int, int, int, int, str]]) -> None:
    """(concept, block, start, end, exact) rows; offsets raw."""
    store.insert_many(
        'insert into mention (concept, block, start, "end", exact) values (?, ?, ?, ?, ?)', rows
    )


@dataclass(frozen=True, slots=True)
class BlockText:
    """A passage of the library: ``raw`` is the slice of its source, which begins at ``start``."""

    id: int
    start: int
    text: str
    raw: str
    coding: Coding


def blocks_naming(reader: Reader, match: str, limit: int) -> list[BlockText]:
    """Passages that a full-text query finds, the earliest first."""
    return [
        BlockText(node, start, str(text), str(raw), Coding(coding))
        for node, start, text, raw, coding in reader.rows(
            """select b.id, b.start, b.text, coalesce(b.raw, b.text), b.coding
               from (select rowid from block_fts where block_fts match ? limit ?) f
               join block b on b.id = f.rowid order by b.id""",
            [match, limit],
        )
    ]


@dataclass(frozen=True, slots=True)
class LinkRow:
    """An asserted link to write, with one sentence behind it."""

    subject: int
    predicate: str
    object: int
    polarity: int
    confidence: float
    asserted_by: str
    block: int
    start: int
    end: int
    exact: str
    accepted: bool


def add_links(store: Store, links: Sequence[LinkRow], run: str) -> None:
    """Write links and evidence. A link that a person rejected stays rejected and gathers no evidence."""
    for link in links:
        key: list[Value] = [link.subject, link.predicate, link.object, link.polarity]
        found = store.reader.row(
            "select id, status from link where subject = ? and predicate = ? and object = ? and polarity = ?",
            key,
        )
        if found is not None and found[1] == "rejected":
            continue
        status = "accepted" if link.accepted else "proposed"
        if found is None:
            link_id = store.insert(
                """insert into link (subject, predicate, object, polarity, confidence, asserted_by, run,
                                     status) values (?, ?, ?, ?, ?, ?, ?, ?)""",
                [*key, link.confidence, link.asserted_by, run, status],
            )
        else:
            link_id = found[0]
            store.execute(
                """update link set confidence = max(confidence, ?1),
                       status = iif(status = 'proposed', ?2, status) where id = ?3""",
                [link.confidence, status, link_id],
            )
        store.execute(
            'insert or ignore into evidence (link, block, start, "end", exact) values (?, ?, ?, ?, ?)',
            [link_id, link.block, link.start, link.end, link.exact],
        )
