"""The view as JSON-LD in the words of schema.org; links are claims with the sentences that state them.

The context stands in the file and names a vocabulary, so no reader fetches
anything. Ids are URNs of the library's own, the same in every export of it:
papers are ScholarlyArticle, methods and tags DefinedTerm, people Person. A link
is an rdf:Statement with subject, predicate (its words) and object; one that a
source states is a Claim too, and carries up to three quotations.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from explorer import __version__
from explorer.exporters import Exporter
from explorer.exporters._citation import address, citation_keys
from explorer.exporters._graph import edge_words, iso_date
from explorer.exporters.safe import one_line, plain, write_whole
from explorer.graph.snapshot import Quote, Record, Snapshot
from explorer.model import NodeKind

CONTEXT = {
    "@vocab": "https://schema.org/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "predicate": "rdf:predicate",
    "object": {"@id": "rdf:object", "@type": "@id"},
}
_TYPES = {
    NodeKind.PAPER: "ScholarlyArticle",
    NodeKind.CONCEPT: "DefinedTerm",
    NodeKind.EDITION: "PublicationVolume",
    NodeKind.ISSUE: "PublicationIssue",
    NodeKind.PERSON: "Person",
    NodeKind.TAG: "DefinedTerm",
    NodeKind.DOCUMENT: "CreativeWork",
}
_URN = "urn:x-paper-explorer"

Thing = dict[str, object]


def write(snapshot: Snapshot, path: Path) -> None:
    things = [_view(snapshot), *_nodes(snapshot), *_links(snapshot)]
    document = {"@context": CONTEXT, "@graph": things}
    write_whole(path, json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n")


def _view(snapshot: Snapshot) -> Thing:
    return _told(
        {
            "@id": f"{_URN}:view",
            "@type": "Dataset",
            "name": one_line(snapshot.title),
            "isBasedOn": one_line(snapshot.library),
            "dateCreated": one_line(snapshot.made_on),
            "creator": {"@type": "SoftwareApplication", "name": "Paper Explorer", "version": __version__},
        }
    )


def _nodes(snapshot: Snapshot) -> Iterator[Thing]:
    view, keys = snapshot.scene.view, citation_keys(snapshot.records)
    records = {record.id: record for record in snapshot.records}
    dates = view.columns.get("date")
    for row, node in enumerate(view.ids.tolist()):
        kind = NodeKind(int(view.kinds[row]))
        about: Thing = {"name": plain(view.names[row])}
        if kind is NodeKind.TAG:
            about["inDefinedTermSet"] = "tags"
        if node in records:
            about |= _paper(records[node], keys[node])
        elif dates is not None and kind in (NodeKind.EDITION, NodeKind.ISSUE, NodeKind.DOCUMENT):
            about["datePublished"] = iso_date(float(dates[row]))
        if note := snapshot.notes.get(node, ""):
            about["comment"] = {"@type": "Comment", "text": plain(note)}
        yield _told({"@id": _urn(node), "@type": _TYPES[kind], **about})


def _paper(record: Record, key: str) -> Thing:
    ids = {"arXiv": record.arxiv_id, "DOI": record.doi, "OpenReview": record.openreview, "citation key": key}
    kept = {name: one_line(value) for name, value in ids.items()}
    state = {"": "", "reading": "being read"}.get(record.read_state, one_line(record.read_state))
    return {
        "headline": one_line(record.title),
        "author": [{"@type": "Person", "name": one_line(name)} for name in record.authors if one_line(name)],
        "datePublished": record.published
        if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", record.published)
        else "",
        "isPartOf": _told({"@type": "PublicationVolume", "name": one_line(record.venue)}, needs="name"),
        "url": address(record),
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": value}
            for name, value in kept.items()
            if value
        ],
        "abstract": plain(record.abstract),
        "keywords": [plain(word) for word in record.methods + record.tags if word],
        "additionalProperty": _told(
            {"@type": "PropertyValue", "name": "read state", "value": state}, needs="value"
        ),
    }


def _links(snapshot: Snapshot) -> Iterator[Thing]:
    view, taken = snapshot.scene.view, Counter[str]()
    for row, (source, target) in enumerate(view.ends.tolist()):
        words, quotes = edge_words(snapshot, row), snapshot.quotes.get(row, ())
        ends = (int(view.ids[source]), int(view.ids[target]))
        link = f"{_URN}:link:{ends[0]}:{_slug(snapshot, row)}:{ends[1]}"
        taken[link] += 1
        yield _told(
            {
                "@id": link if taken[link] == 1 else f"{link}:{taken[link]}",
                "@type": ["Claim", "rdf:Statement"] if quotes or view.sources[row] else "rdf:Statement",
                "name": f"{one_line(view.names[source])} {words} {one_line(view.names[target])}",
                "subject": _urn(ends[0]),
                "predicate": words,
                "object": _urn(ends[1]),
                "citation": [_quotation(quote) for quote in quotes],
            }
        )


def _slug(snapshot: Snapshot, row: int) -> str:
    view = snapshot.scene.view
    word = view.predicates[row] or view.edge_labels[view.edge_kinds[row]]
    return re.sub("[^a-z0-9_]+", "-", word.lower()).strip("-")


def _quotation(quote: Quote) -> Thing:
    source = _told({"@type": "CreativeWork", "name": plain(quote.source)})
    about: Thing = {"@type": "Quotation", "text": plain(quote.exact), "isPartOf": source}
    return about | ({"creditText": "machine-written"} if quote.machine else {})


def _urn(node: int) -> str:
    return f"{_URN}:node:{node}"


def _told(thing: Thing, needs: str = "") -> Thing:
    """The thing without what is empty; nothing at all where what it needs is."""
    if needs and not thing[needs]:
        return {}
    return {key: value for key, value in thing.items() if value not in ("", [], {}, None)}


EXPORTER = Exporter("JSON-LD (schema.org)", ".jsonld", write, drawn=False, quoted=True)
