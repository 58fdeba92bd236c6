"""merge-people, split-person and apart-people from the command line, and back again with undo."""

import json

import pytest

from tests.libraries import import_text, new_store
from tests.people import PAPERS
from tests.terminal import run


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "a.db"
    store = new_store(path)
    import_text(store, "s.jsonl", PAPERS)
    store.close()
    return path


def test_merging_two_people_and_undoing_it_leaves_the_dump_as_it_was(library, capsys):
    before = run(capsys, "dump", library)
    code, out, _ = run(capsys, "merge-people", library, "Chris Lu", "C. Lu", "--reason", "one page")
    assert (code, out) == (0, "Merged “C. Lu” into “Chris Lu”\n")
    shown = run(capsys, "show", library, "C. Lu")[1]
    assert "Name forms" in shown and "“C. Lu” (one page)" in shown
    assert run(capsys, "check", library)[0] == 0
    assert run(capsys, "undo", library)[1] == "Undo: Merge “C. Lu” into “Chris Lu”\n"
    assert run(capsys, "dump", library) == before


def test_a_person_is_split_by_papers_that_its_groups_list(library, capsys):
    listed = run(capsys, "split-person", library, "Wei Wang", "--list")[1]
    assert listed.startswith("group 1\n") and "Protein Tokenizers" in listed.split("group 2")[1]
    groups = json.loads(run(capsys, "split-person", library, "Wei Wang", "--list", "--json")[1])["groups"]
    assert [len(group) for group in groups] == [2, 1, 1]
    code, out, _ = run(
        capsys, "split-person", library, "Wei Wang", "--paper", groups[1][0]["id"], "--paper", "Alone at Sea"
    )
    assert (code, out) == (0, "Split “Wei Wang”\n")
    people = json.loads(run(capsys, "dump", library)[1])["people"]
    twins = [row["id"] for row in people if row["name"] == "Wei Wang"]
    assert len(twins) == 2
    code, _, err = run(capsys, "show", library, "Wei Wang")
    assert code == 1 and all(str(twin) in err for twin in twins)
    assert run(capsys, "merge-people", library, *twins, "--json")[0] == 0
    assert run(capsys, "show", library, "Wei Wang")[0] == 0


def test_two_people_are_kept_apart(library, capsys):
    assert run(capsys, "apart-people", library, "Chris Lu", "C. Lu")[0] == 0
    (row,) = json.loads(run(capsys, "dump", library)[1])["same_as"]
    assert (row["decision"], row["reason"]) == ("split", "not the same person")


def test_mistakes_about_people_are_said(library, capsys):
    before = run(capsys, "dump", library)
    for words in (
        ("merge-people", library, "Chris Lu", "Chris Lu"),
        ("merge-people", library, "Chris Lu", "Boats with Keels"),
        ("split-person", library, "Wei Wang"),
        ("split-person", library, "Chris Lu", "--paper", "Protein Tokenizers"),
        ("apart-people", library, "Chris Lu", "nobody of this name"),
    ):
        code, _, err = run(capsys, *words)
        assert code == 1 and err
    assert run(capsys, "dump", library) == before
