"""Paths and bridges on the command line."""

import json

import pytest

from explorer.store import Store
from tests.libraries import digest, import_text
from tests.terminal import run

FIRST = [
    ("ZetaNet: Sparse Experts", "ZetaNet outperforms DPO.", "2405.00001"),
    ("Words on Preferences", "KTO outperforms DPO by far.", "2405.00002"),
    ("A Long Look", "Mamba and RAG are named here in one breath.", "2405.00003"),
]
SECOND = [("Another look", "RAG is named again. KTO as well.", "2405.00004")]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "a.db"
    store = Store(path)
    import_text(store, "a.md", digest("April 29 - May 5", FIRST))
    import_text(store, "b.md", digest("May 6 - May 12", SECOND))
    store.close()
    return path


def test_path_quotes_a_sentence_on_each_step(library, capsys):
    code, out, _ = run(capsys, "path", library, "ZetaNet", "KTO")
    assert code == 0
    assert "1. ZetaNet → DPO → KTO  (2 steps, all of them stated)" in out
    assert "“KTO outperforms DPO by far.”" in out


def test_path_json_has_the_offsets_of_its_evidence(library, capsys):
    _, out, _ = run(capsys, "path", library, "ZetaNet", "KTO", "-k", "1", "--json")
    dumped = json.loads(run(capsys, "dump", library)[1])
    spans = {
        (span["document"], span["start"], span["end"], span["exact"])
        for link in dumped["links"]
        for span in link["evidence"]
    }
    (path,) = json.loads(out)["paths"]
    for hop in path["hops"]:
        assert {(s["document"], s["start"], s["end"], s["exact"]) for s in hop["evidence"]} <= spans


def test_path_says_what_is_weaker_and_where_there_is_nothing(library, capsys):
    assert "Weaker, over passages" in run(capsys, "path", library, "Mamba", "RAG")[1]
    code, _, err = run(capsys, "path", library, "Mamba", "Nobody Knows It")
    assert code == 1 and "Nothing in the library" in err


def test_bridges_name_the_methods_of_two_digests(library, capsys):
    issues = [node["id"] for node in json.loads(run(capsys, "dump", library)[1])["documents"]]
    code, out, _ = run(capsys, "bridges", library, *issues, "--json")
    found = json.loads(out)
    assert code == 0
    assert {bridge["name"] for bridge in found["bridges"]} == {"KTO", "RAG"}
    assert all(len(bridge["sides"]) == 2 for bridge in found["bridges"])
    assert "RAG" in run(capsys, "bridges", library, *issues)[1]


def test_bridges_of_what_is_no_source_is_refused(library, capsys):
    code, _, err = run(capsys, "bridges", library, "RAG", "KTO")
    assert code == 1 and "no source" in err
