"""What this program wrote is read again as what it is, or refused in words: nothing is silently wrong."""

import pytest

from explorer.cli import main
from explorer.ops import importing
from explorer.ops.library import ask, import_into, make
from explorer.questions.dump import dump


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("exports") / "mine.db"
    make(path, sample=True)
    return path


def read_back(library, tmp_path, name):
    """(report of the export, papers of the library that read it)."""
    out, other = tmp_path / name, tmp_path / "other.db"
    assert main(["export", str(library), str(out), "--quiet"]) == 0
    make(other)
    told = import_into(other, importing.Wish((str(out),)))
    return told, ask(other, dump)["papers"]


def known(papers):
    return sorted(
        (p["title"], p["arxiv_id"] or "", tuple(p["authors"])) for p in papers if p["state"] == "resolved"
    )


@pytest.mark.parametrize("suffix", ["jsonld", "bib", "ris", "csl.json", "csv"])
def test_papers_come_back_with_ids_and_authors(library, tmp_path, suffix):
    told, papers = read_back(library, tmp_path, f"out.{suffix}")
    expected = [p for p in ask(library, dump)["papers"] if p["state"] != "authors_only"]
    assert not told.failed and len(papers) == len(expected)
    assert {p["title"] for p in papers} == {p["title"] for p in expected}
    assert {p["arxiv_id"] for p in papers} == {p["arxiv_id"] for p in expected}
    assert known(papers) == known(expected)


@pytest.mark.parametrize("suffix", ["jsonld", "bib", "csl.json"])
def test_editions_and_years_come_back(library, tmp_path, suffix):
    _, papers = read_back(library, tmp_path, f"out.{suffix}")
    expected = {p["title"]: p for p in ask(library, dump)["papers"]}
    for paper in papers:
        assert set(paper["editions"]) <= set(expected[paper["title"]]["editions"])
    assert sum(bool(p["editions"]) for p in papers) == sum(bool(p["editions"]) for p in expected.values())


@pytest.mark.parametrize("name", ["out.cyjs", "out.html", "out.md", "out.graphml", "out.gexf"])
def test_what_is_made_to_be_read_or_drawn_is_refused_with_a_hint(library, tmp_path, name):
    told, papers = read_back(library, tmp_path, name)
    (failed,) = told.failed
    assert "is not read" in failed.why and "JSON-LD" in failed.hint and papers == []


def test_notes_of_our_own_and_a_library_are_refused_too(library, tmp_path):
    assert main(["export", str(library), f"{tmp_path}/vault/", "--quiet"]) == 0
    make(tmp_path / "other.db")
    words = (str(tmp_path / "vault"), str(library))
    told = import_into(tmp_path / "other.db", importing.Wish(words))
    assert told.documents == () and {"Open the library"} == {f.hint[:16] for f in told.failed[:-1]}
    assert "Open a library" in told.failed[-1].hint
