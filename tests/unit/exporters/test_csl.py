"""CSL-JSON, read back by the JSON module."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from explorer.exporters import EXPORTERS, exporter_by_name
from explorer.exporters._citation import citation_keys
from explorer.exporters.csl import name
from explorer.exporters.safe import one_line, plain
from explorer.graph.snapshot import Record
from tests.hostile import HOSTILE
from tests.snapshots import RECORDS, hostile_snapshot, small_snapshot


def _items(snapshot, tmp_path: Path) -> list[dict]:
    EXPORTERS["csl"].write(snapshot, tmp_path / "out.csl.json")
    return json.loads((tmp_path / "out.csl.json").read_text(encoding="utf-8"))


def test_a_preprint_and_a_conference_paper(tmp_path: Path) -> None:
    preprint, conference = _items(small_snapshot(), tmp_path)
    assert preprint == {
        "id": "hu2024rag",
        "type": "article",
        "title": RECORDS[0].title,
        "archive": "arXiv",
        "archive_location": "2404.19543",
        "number": "arXiv:2404.19543",
        "URL": "https://arxiv.org/abs/2404.19543",
        "keyword": "RAG; RAU; retrieval / 検索拡張 / 检索增强",
        "author": [{"family": "Hu", "given": "Yucheng"}, {"family": "Lu", "given": "Yuxing"}],
        "issued": {"date-parts": [[2024, 4, 30]]},
        "custom": {"read_state": "to read"},
    }
    assert conference["type"] == "paper-conference" and conference["container-title"] == "ICML 2024"
    assert conference["issued"] == {"date-parts": [[2024]]}
    assert conference["author"][0] == {"family": "金", "given": "承源"}
    assert conference["note"] == RECORDS[1].note and conference["custom"] == {"read_state": "read"}


@pytest.mark.parametrize(
    ("author", "parts"),
    [
        ("Ludwig van der Berg", {"family": "van der Berg", "given": "Ludwig"}),
        ("Berg, Ada", {"family": "Berg", "given": "Ada"}),
        ("Sam King Jr.", {"family": "King", "given": "Sam", "suffix": "Jr."}),
        ("Plato", {"literal": "Plato"}),
        ("山田太郎", {"literal": "山田太郎"}),
        ("The Very Large and Friendly Reading Team", {"literal": "The Very Large and Friendly Reading Team"}),
    ],
)
def test_names_stand_in_their_parts(author: str, parts: dict[str, str]) -> None:
    assert name(author) == parts


def test_the_keys_are_those_of_bibtex(tmp_path: Path) -> None:
    items = _items(small_snapshot(), tmp_path)
    assert [item["id"] for item in items] == list(citation_keys(RECORDS).values())


def test_a_date_that_is_none_is_left_out(tmp_path: Path) -> None:
    records = (Record(1, "A", published="2024-13-40"), Record(2, "B", published="soon"))
    first, second = _items(replace(small_snapshot(), records=records), tmp_path)
    assert first["issued"] == {"date-parts": [[2024]]}
    assert "issued" not in second


def test_hostile_items_are_read_back_equal(tmp_path: Path) -> None:
    items = _items(hostile_snapshot(list(HOSTILE)), tmp_path)
    assert len({item["id"] for item in items}) == len(HOSTILE)
    for text, item in zip(HOSTILE, items, strict=True):
        assert item.get("title", "") == item.get("container-title", "") == one_line(text)
        assert item.get("abstract", "") == item.get("note", "") == plain(text)
        assert item.get("keyword", "") == "; ".join([one_line(text).replace(";", ",")] * 4)
        names = [one_line(text)] * 2 if one_line(text) else []
        assert all(said in _forms(part) for said, part in zip(names, item.get("author", []), strict=True))
        assert urlsplit(item.get("URL", "https://none")).scheme in ("http", "https")


def _forms(author: dict[str, str]) -> set[str]:
    """The ways in which the parts of a name may have been written."""
    given, family = author.get("given", ""), author.get("family", "")
    western = " ".join(author[part] for part in ("given", "family", "suffix") if part in author)
    return {author.get("literal", ""), western, f"{family} {given}", f"{family}, {given}"}


def test_a_file_that_ends_with_json_alone_is_csl_json() -> None:
    assert exporter_by_name("library.json") is EXPORTERS["csl"]
    assert exporter_by_name("library.CSL.JSON") is EXPORTERS["csl"]
    assert exporter_by_name("library.docx") is None
