"""Dump: the whole graph as one JSON document, in the exchange format that scripts rely on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from explorer.model import Direction
from explorer.questions.claimed_terms import Measured, measured_terms
from explorer.store import Reader
from explorer.store import dump as reads
from explorer.store.claims import claiming_documents
from explorer.store.engine import Row
from explorer.store.renditions import borrowed
from explorer.store.saved_views import saved_views
from explorer.store.snapshots import snapshots
from explorer.store.stated_of import TermRow, terms_in
from explorer.text.mapped import normalise
from explorer.text.tag_names import names_by_language

Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json] | None"


def dump(reader: Reader) -> dict[str, Json]:
    """Documents, papers, concepts, mentions, links, trends, people; ids are node ids of the library."""
    return {
        "documents": _documents(reader),
        "papers": _papers(reader),
        "concepts": _concepts(reader),
        "mentions": [
            {"concept": concept, **_span((document, start, end, exact))}
            for concept, document, start, end, exact in reads.mentions(reader)
        ],
        "links": _links(reader),
        "trends": [*_trends(reader), *_stated_trends(reader)],
        "term_trends": _term_trends(reader),
        "people": [
            {"id": node, "name": rows[0][0], "names": [rows[0][0], *(row[1] for row in rows if row[1])]}
            for node, rows in _grouped(reads.people(reader)).items()
        ],
        "same_as": [
            {"a": a, "b": b, "decision": decision, "reason": reason}
            for a, b, decision, reason in reads.same_as(reader)
        ],
        "contradictions": [
            {"kind": kind, "detail": detail, "state": state}
            for kind, detail, state in reads.contradictions(reader)
        ],
        "notes": [{"node": node, "text": text, "at": at} for node, text, at in reads.notes(reader)],
        "reading": [
            {"node": node, "state": state, "at": at} for node, state, at in reads.read_states(reader)
        ],
        "views": [{"name": view.name, "view": json.loads(view.state)} for view in saved_views(reader)],
        "snapshots": [
            {
                "name": row.name,
                "at": row.at,
                "note": row.note,
                "title": row.title,
                "view": json.loads(row.view),
            }
            for row in reversed(snapshots(reader))
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


def _documents(reader: Reader) -> list[Json]:
    numbers, people = _grouped(reads.statistics(reader)), _grouped(reads.document_people(reader))
    lent = borrowed(reader, reads.with_renditions(reader))
    rows = [_with_borrowed(row, lent.get(row[0], ("", ""))) for row in reads.documents(reader)]
    return [_document(row, numbers[row[0]], people[row[0]]) for row in rows]


def _with_borrowed(row: Row, lent: tuple[str, str]) -> Row:
    """A document's row with the title and the publisher that only another rendition states."""
    node, source, kind, title, publisher, *rest = row
    return (node, source, kind, lent[0] or title, publisher or lent[1], *rest)


def _document(row: Row, numbers: Iterable[Row], people: Iterable[Row]) -> Json:
    node, source, kind, title, publisher, authors, day, first, last, language, editions, rendition_of = row
    return {
        "id": node,
        "source": source,
        "kind": kind,
        "title": title,
        "publisher": publisher or None,
        "authors": json.loads(authors),
        "people": [
            {"name": name, "role": role, "affiliation": place or None, "evidence": _span((node, *span))}
            for name, role, place, *span in people
        ],
        "date": day or None,
        "covers": {"from": first, "to": last} if first else None,
        "language": language,
        "rendition_of": rendition_of,
        "editions": json.loads(editions),
        "statistics": [
            {"what": what, "value": value, "edition": edition, "evidence": _span((node, *span))}
            for what, value, edition, *span in numbers
        ],
    }


def _papers(reader: Reader) -> list[Json]:
    titles, editions = _grouped(reads.titles(reader)), _grouped(reads.editions(reader))
    appearances = _grouped(reads.appearances(reader))
    trends: dict[int, list[Json]] = defaultdict(list)
    for trend, _, appearance in reads.trend_papers(reader):
        trends[appearance].append(_trend_id(trend))
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
                "appearances": [_appearance(row, trends) for row in appearances[node]],
            }
        )
    return found


def _appearance(row: Row, trends: Mapping[int, list[Json]]) -> Json:
    appearance, document, role, section, as_written, rank, qa_pairs, *place = row
    return {
        "document": document,
        "role": role,
        "section": section,
        "as_written": as_written,
        "rank": rank,
        "trends": trends.get(appearance, []),
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
        {
            "id": tag,
            "label": name,
            "names": _names(names_by_language(name)),
            "question": None,
            "document": None,
            "papers": papers,
        }
        for (tag, name), papers in nodes.items()
    ]


def _stated_trends(reader: Reader) -> list[Json]:
    """Trends that documents claim, with the papers that they file under them."""
    papers = _grouped(reads.trend_papers(reader))
    return [
        {
            "id": _trend_id(trend),
            "label": _as_written(label, str(place[2])),
            "names": _names(json.loads(names) or names_by_language(label)),
            "question": " / ".join(json.loads(questions)) or None,
            "document": document,
            "parent": None if parent is None else _trend_id(parent),
            "papers": list(dict.fromkeys(row[0] for row in papers[trend])),
            "evidence": _span((document, *place)),
        }
        for trend, document, parent, label, questions, names, *place in reads.trends(reader)
    ]


def _names(known: Mapping[str, str]) -> dict[str, Json]:
    """Names by language: always the three of the interface, None where there is none."""
    return {"en": None, "ja": None, "zh": None, **known}


def _as_written(label: str, exact: str) -> str:
    """The label with its number, as the document writes it ("Trend 2: Data matters")."""
    whole = " ".join(normalise(exact).split())
    return whole if whole.endswith(label) else label


def _trend_id(trend: int) -> Json:
    """Claimed trends and tags are numbered apart."""
    return f"claimed-{trend}"


def _term_trends(reader: Reader) -> list[Json]:
    """What documents claim, then what the lists say of it where both are here."""
    claims = terms_in(reader, claiming_documents(reader))
    return [*map(_term_claim, claims), *map(_term_computed, measured_terms(reader, claims))]


def _term_claim(claim: TermRow) -> Json:
    return {
        "term": claim.term,
        "direction": claim.direction,
        "from": claim.from_edition or None,
        "to": claim.to_edition or None,
        "document": claim.document,
        "kind": "claimed",
        "share_from": None,
        "share_to": None,
        "effect": None,
        "q": None,
        "significant": None,
        "evidence": _span((claim.document, claim.start, claim.end, claim.exact)),
    }


def _term_computed(found: Measured) -> Json:
    first, last = found.editions
    return {
        "term": found.term,
        "direction": (Direction.RISING if found.effect > 0 else Direction.DECLINING).value,
        "from": first,
        "to": last,
        "document": None,
        "kind": "computed",
        "share_from": found.share_from,
        "share_to": found.share_to,
        "effect": found.effect,
        "q": found.q,
        "significant": found.significant,
    }
