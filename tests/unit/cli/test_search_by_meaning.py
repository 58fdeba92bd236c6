"""Search: full text first, then what is near in meaning."""

import json

import pytest

from explorer.cli import main
from tests.terminal import run

NO_TEXT_HAS_ALL = "graph neural retrieval for reasoning of zebras"


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = str(tmp_path_factory.mktemp("search") / "a.db")
    assert main(["init", path, "--sample"]) == 0
    return path


def hits(capsys, library, *words):
    return json.loads(run(capsys, "search", library, *words, "--json")[1])["hits"]


def test_full_text_comes_first_and_meaning_fills_what_is_left(library, capsys):
    assert hits(capsys, library, NO_TEXT_HAS_ALL) == []  # nothing has been compared yet
    assert run(capsys, "embed", library, "--engine", "lexical", "--quiet")[0] == 0
    found = hits(capsys, library, NO_TEXT_HAS_ALL)
    assert found[0]["title"].startswith("GNN-RAG")
    assert {hit["why"] for hit in found} == {"meaning"} and {hit["kind"] for hit in found} == {"paper"}
    both = hits(capsys, library, "GNN-RAG", "--limit", "50")
    reasons = [hit["why"] for hit in both]
    assert reasons[0] == "text" and reasons == sorted(reasons, reverse=True)
    assert len({hit["id"] for hit in both}) == len(both)
    assert "Near in meaning:\n" in run(capsys, "search", library, NO_TEXT_HAS_ALL)[1]
    assert hits(capsys, library, NO_TEXT_HAS_ALL, "--text") == []
    assert len(hits(capsys, library, "retrieval", "--limit", "1")) == 1
