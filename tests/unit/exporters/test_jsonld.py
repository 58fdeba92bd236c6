"""JSON-LD, read back by the JSON module and by what its standard says of keys and ids."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from explorer.exporters import EXPORTERS
from explorer.exporters.jsonld import CONTEXT
from explorer.exporters.safe import one_line, plain
from tests.hostile import HOSTILE
from tests.snapshots import EDGES, NODES, RECORDS, hostile_snapshot, small_snapshot

_TERMS = {
    *("@id", "@type", "name", "isBasedOn", "dateCreated", "creator", "version", "comment", "text", "author"),
    *("headline", "datePublished", "isPartOf", "url", "identifier", "propertyID", "value", "abstract"),
    *("keywords", "additionalProperty", "subject", "predicate", "object", "citation", "creditText"),
    *("inDefinedTermSet",),
}


def _graph(snapshot, tmp_path: Path) -> dict[str, dict]:
    """Id -> thing; the context is checked to be in the file and to fetch nothing."""
    EXPORTERS["jsonld"].write(snapshot, tmp_path / "out.jsonld")
    document = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))
    assert set(document) == {"@context", "@graph"}
    assert document["@context"] == CONTEXT and "@import" not in CONTEXT
    graph = {thing["@id"]: thing for thing in document["@graph"]}
    assert len(graph) == len(document["@graph"])
    return graph


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from _keys(part)
    elif isinstance(value, list):
        for part in value:
            yield from _keys(part)


def _links(graph: dict[str, dict]) -> list[dict]:
    return [thing for key, thing in graph.items() if ":link:" in key]


def test_papers_methods_and_people_have_their_types(tmp_path: Path) -> None:
    graph = _graph(small_snapshot(), tmp_path)
    assert [graph[f"urn:x-paper-explorer:node:{node[0]}"]["name"] for node in NODES] == [
        node[2] for node in NODES
    ]
    paper = graph["urn:x-paper-explorer:node:13"]
    assert paper["@type"] == "ScholarlyArticle" and paper["isPartOf"]["name"] == "ICML 2024"
    assert [author["name"] for author in paper["author"]] == list(RECORDS[1].authors)
    assert paper["comment"]["text"] == RECORDS[1].note
    assert graph["urn:x-paper-explorer:node:3"]["@type"] == "DefinedTerm"
    assert graph["urn:x-paper-explorer:node:3"]["comment"]["text"] == "Ask who uses it now."


def test_a_stated_link_is_a_claim_with_its_sentences(tmp_path: Path) -> None:
    links = _links(_graph(small_snapshot(), tmp_path))
    assert len(links) == len(EDGES)
    first = links[0]
    assert first["@type"] == ["Claim", "rdf:Statement"]
    assert first["subject"].endswith(":5") and first["object"].endswith(":3")
    assert [quotation["text"] for quotation in first["citation"]] == [
        "RAGでは検索の誤りがそのまま残る。",
        "Chain of Agents reads all of the text instead.",
    ]
    assert first["citation"][0]["isPartOf"]["name"] == "勉強会 2025-02-04"
    assert first["citation"][1]["creditText"] == "machine-written"
    assert links[6]["@type"] == "rdf:Statement" and "citation" not in links[6]


def test_hostile_things_are_read_back_equal_and_every_id_resolves(tmp_path: Path) -> None:
    graph = _graph(hostile_snapshot(list(HOSTILE)), tmp_path)
    assert set(_keys(list(graph.values()))) <= _TERMS
    for number, text in enumerate(HOSTILE, start=1):
        node = graph[f"urn:x-paper-explorer:node:{number}"]
        assert node.get("name", "") == plain(text)
        assert node.get("comment", {}).get("text", "") == plain(text)
        assert node.get("abstract", plain(text)) == plain(text)
        assert urlsplit(node.get("url", "https://none")).scheme in ("http", "https")
    for text, link in zip(HOSTILE, _links(graph), strict=True):
        assert {link["subject"], link["object"]} <= set(graph)
        assert link.get("citation", [{}])[0].get("text", "") == plain(text)
        assert one_line(text) in link["name"]
