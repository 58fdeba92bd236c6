"""Merge, split, apart and settle from the command line, and back again with undo."""

import json

import pytest

from tests.libraries import digest, import_text, new_store
from tests.terminal import run

FOO, BAR = "Foo Nets for Vision", "Networks of Foo"


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "a.db"
    store = new_store(path)
    rows = [(FOO, "compares foo.", "2404.00001"), ("Bar Sampling", "samples.", "2404.00002")]
    import_text(store, "a.md", digest("April 29 - May 5", rows))
    import_text(store, "b.md", digest("May 6 - May 12", [(BAR, "the same.", "2405.00003")]))
    found = dict(store.reader.rows("select name, id from node where kind = 1"))
    for kind in ("id", "total"):
        store.execute(
            """insert into contradiction (document, kind, detail, appearance, other)
               select document, ?, ?, id, ? from appearance where paper = ?""",
            [kind, f"{kind}: two statements", found[FOO], found[BAR]],
        )
    store.close()
    return path


def test_merging_and_undoing_it_leaves_the_dump_as_it_was(library, capsys):
    before = run(capsys, "dump", library)
    code, out, _ = run(capsys, "merge", library, FOO, BAR, "--reason", "one paper")
    assert (code, out) == (0, f"Merged “{BAR}” into “{FOO}”\n")
    (row,) = json.loads(run(capsys, "dump", library)[1])["same_as"]
    assert (row["decision"], row["reason"]) == ("merged", "one paper")
    assert "Merged from" in run(capsys, "show", library, "2405.00003")[1]
    assert run(capsys, "undo", library)[1] == f"Undo: Merge “{BAR}” into “{FOO}”\n"
    assert run(capsys, "dump", library) == before


def test_splitting_takes_back_the_merge_or_the_places_that_are_named(library, capsys):
    run(capsys, "merge", library, FOO, BAR)
    code, out, _ = run(capsys, "split", library, FOO, "--list", "--json")
    places = {place["as_written"]: place["appearance"] for place in json.loads(out)["places"]}
    assert code == 0 and set(places) == {FOO, BAR}
    assert run(capsys, "split", library, FOO, "--appearance", places[FOO])[0] == 0
    assert run(capsys, "undo", library)[0] == 0
    code, out, _ = run(capsys, "split", library, FOO, "--json")
    assert code == 0 and json.loads(out)["done"] == f"Split “{FOO}”"
    assert run(capsys, "check", library)[0] == 0


def test_needs_lists_what_waits_and_settle_takes_its_number(library, capsys):
    code, out, _ = run(capsys, "needs", library, "--json")
    answer = json.loads(out)
    assert code == 0 and answer["total"] == 2
    assert [row["topic"] for row in answer["rows"]] == ["id", "total"]
    number = answer["rows"][0]["number"]
    assert FOO in run(capsys, "needs", library)[1]
    assert run(capsys, "settle", library, number, "--decision", "title", "--note", "seen")[0] == 0
    assert run(capsys, "settle", library, "--decision", "noted")[0] == 0  # only one is left
    assert run(capsys, "needs", library)[1] == "Nothing waits for you.\n"
    states = [row["state"] for row in json.loads(run(capsys, "dump", library)[1])["contradictions"]]
    assert states == ["settled", "settled"]


def test_two_papers_are_kept_apart(library, capsys):
    assert run(capsys, "apart", library, FOO, BAR, "--reason", "seen both")[0] == 0
    assert json.loads(run(capsys, "dump", library)[1])["same_as"][0]["decision"] == "split"


def test_mistakes_are_said_with_their_exit_codes(library, capsys):
    before = run(capsys, "dump", library)
    assert run(capsys, "settle", library)[0] == 1  # two are open: which one?
    assert run(capsys, "settle", library, 1)[0] == 2  # how?
    assert run(capsys, "settle", library, 99, "--decision", "id")[0] == 1
    assert run(capsys, "settle", library, 2, "--decision", "title")[0] == 2
    assert run(capsys, "merge", library, FOO, FOO)[0] == 1
    assert run(capsys, "merge", library, FOO, "nothing of this name")[0] == 1
    assert run(capsys, "split", library, FOO)[0] == 1
    assert run(capsys, "merge", library, FOO)[0] == 2
    assert run(capsys, "dump", library) == before
