"""Dump: the whole graph as one JSON document, in the exchange format that scripts rely on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from explorer.store import Reader
from explorer.store import dump as reads
from explorer.store.engine import Row

Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json] | None"


def dump(reader: Reader) -> dict[str, Json]:
    """Documents, papers, concepts, mentions, links, trends, people; ids are node ids of the library."""
    return {
        "documents": [_document(row) for row in reads.documents(reader)],
        "papers": _papers(reader),
        "concepts": _concepts(reader),
        "mentions": [
            {"concept": concept, **_span((document, start, end, exact))}
            for concept, document, start, end, exact in reads.mentions(reader)
        ],
        "links": _links(reader),
        "trends": _trends(reader),
        "term_trends": [],
        "people": [{"id": node, "name": name, "names": [name]} for node, name in reads.people(reader)],
        "same_as": [
            {"a": a, "b": b, "decision": decision, "reason": reason}
            for a, b, decision, reason in reads.same_as(reader)
        ],
        "contradictions": [
            {"kind": kind, "detail": detail, "state": state}
            for kind, detail, state in reads.contradictions(reader)
        ],
    }


def _span(row: Row) -> dict[str, Json]:
    document, start, end, exact = row
    return {"document": document, "start": start, "end": end, "exact": exact}


def _grouped(rows: Iterable[Row]) -> dict[int, list[Row]]:
    groups: dict[int, list[Row]] = defaultdict(list)
    for first, *rest in rows:
        groups[first].append(tuple(rest))
    return groups


def _document(row: Row) -> Json:
    node, source, kind, title, publisher, authors, day, first, last, language, editions, rendition_of = row
    return {
        "id": node,
        "source": source,
        "kind": kind,
        "title": title,
        "publisher": publisher or None,
        "authors": json.loads(authors),
        "date": day or None,
        "covers": {"from": first, "to": last} if first else None,
        "language": language,
        "rendition_of": rendition_of,
        "editions": json.loads(editions),
        "statistics": [],
    }


def _papers(reader: Reader) -> list[Json]:
    titles, editions = _grouped(reads.titles(reader)), _grouped(reads.editions(reader))
    appearances = _grouped(reads.appearances(reader))
    found: list[Json] = []
    for node, title, arxiv_id, doi, openreview, authors, published, updated, facts, state in reads.papers(
        reader
    ):
        known = json.loads(facts)
        found.append(
            {
                "id": node,
                "title": title,
                "titles": [row[0] for row in titles[node]],
                "arxiv_id": arxiv_id,
                "doi": doi,
                "openreview": openreview,
                "authors": json.loads(authors),
                "published": published or None,
                "updated": updated or None,
                "categories": known.get("categories", []),
                "editions": [row[0] for row in editions[node]],
                "award": next((row[1] for row in editions[node] if row[1]), None),
                "code_urls": known.get("code_urls", []),
                "state": state,
                "appearances": [_appearance(row) for row in appearances[node]],
            }
        )
    return found


def _appearance(row: Row) -> Json:
    document, role, section, as_written, rank, qa_pairs, *place = row
    return {
        "document": document,
        "role": role,
        "section": section,
        "as_written": as_written,
        "rank": rank,
        "trends": [],
        "qa_pairs": qa_pairs,
        "evidence": _span((document, *place)),
    }


def _concepts(reader: Reader) -> list[Json]:
    aliases = _grouped(reads.aliases(reader))
    return [
        {
            "id": node,
            "name": name,
            "kind": kind,
            "introduced_by": introduced_by,
            "aliases": [
                {"form": form, "language": language, "script": script, "kind": alias_kind, "status": status}
                for form, language, script, alias_kind, status in aliases[node]
            ],
        }
        for node, name, kind, introduced_by in reads.concepts(reader)
    ]


def _links(reader: Reader) -> list[Json]:
    evidence = _grouped(reads.evidence(reader))
    return [
        {
            "subject": subject,
            "predicate": predicate,
            "object": target,
            "polarity": polarity,
            "confidence": confidence,
            "asserted_by": asserted_by,
            "status": status,
            "evidence": [_span(row) for row in evidence[link]],
        }
        for link, subject, predicate, target, polarity, confidence, asserted_by, status in reads.links(reader)
    ]


def _trends(reader: Reader) -> list[Json]:
    """Trend tags that a person made; no document claims them."""
    nodes: dict[tuple[int, str], list[Json]] = defaultdict(list)
    for tag, name, node in reads.tags(reader):
        nodes[tag, name] += [] if node is None else [node]
    return [
        {"id": tag, "label": name, "names": {}, "question": None, "document": None, "papers": papers}
        for (tag, name), papers in nodes.items()
    ]
