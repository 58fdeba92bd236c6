"""Snapshots on the command line."""

import json

import pytest

from explorer.store import Store
from tests.libraries import digest, import_text, new_store
from tests.terminal import run

ROWS = [("ZetaNet: Sparse Experts", "ZetaNet builds on LoRA. ZetaNet outperforms DPO.", "2405.00001")]
LATER = [("ThetaNet: Warm Experts", "ThetaNet builds on LoRA.", "2405.00009")]


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "a.db"
    store = new_store(path)
    import_text(store, "week.md", digest("May 6 - May 12", ROWS))
    store.close()
    return path


def test_one_is_saved_listed_opened_drawn_compared_renamed_noted_deleted_and_undone(
    library, tmp_path, capsys
):
    assert run(capsys, "snapshot", library, "list")[1] == "No snapshot is saved.\n"
    view = json.dumps({"center": "LoRA", "depth": 2})
    words = ("--name", "前", "--note", "first look", "--view", view)
    assert run(capsys, "snapshot", library, "save", *words)[1] == "Saved the snapshot “前”\n"
    (listed,) = json.loads(run(capsys, "snapshot", library, "list", "--json")[1])["snapshots"]
    assert (listed["name"], listed["note"], listed["title"]) == ("前", "first look", "LoRA")
    assert "nothing changed" in run(capsys, "snapshot", library, "diff")[1]
    store = Store(library)
    import_text(store, "later.md", digest("May 13 - May 19", LATER))
    store.close()
    assert "+ ThetaNet: Warm Experts (paper)" in run(capsys, "snapshot", library, "diff", "前", "now")[1]
    found = json.loads(run(capsys, "snapshot", library, "diff", "--json")[1])
    assert {"new"} >= {node["change"] for node in found["nodes"] if node["kind"] == "paper"}
    opened = json.loads(run(capsys, "snapshot", library, "open", "前", "--json")[1])
    assert len(opened["nodes"]) == listed["nodes"] and all(
        node["now"] == node["id"] for node in opened["nodes"]
    )
    assert any("builds on LoRA" in text for edge in opened["edges"] for text in edge["sentences"])
    out = tmp_path / "then.svg"
    assert run(capsys, "snapshot", library, "open", "last", "--out", out, "--quiet")[0] == 0
    assert "ZetaNet" in out.read_text(encoding="utf-8") and "ThetaNet" not in out.read_text(encoding="utf-8")
    run(capsys, "snapshot", library, "rename", "前", "before")
    run(capsys, "snapshot", library, "note", "before", "second look")
    assert "second look" in run(capsys, "snapshot", library, "open", "befo")[1]
    assert run(capsys, "snapshot", library, "delete", "before")[0] == 0
    assert run(capsys, "undo", library)[1] == "Undo: Delete the snapshot “before”\n"
    assert "before" in run(capsys, "snapshot", library, "list")[1]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("open",),
        ("save", "name"),
        ("diff", "a", "b", "c"),
        ("list", "--name", "x"),
        ("diff", "--limit", "0"),
        ("what",),
        ("open", "a", "--view", "{}"),
    ],
)
def test_words_that_do_not_fit_are_a_wrong_use(library, capsys, words):
    code, _, err = run(capsys, "snapshot", library, *words)
    assert code == 2 and err


def test_a_name_that_is_not_there_is_an_error_that_lists_those_near(library, capsys):
    run(capsys, "snapshot", library, "save", "--name", "before the talk")
    for words in (("open", "before the walk"), ("diff", "before the walk"), ("delete", "before the walk")):
        code, out, err = run(capsys, "snapshot", library, *words)
        assert (code, out) == (1, "") and "“before the talk”" in err
    code, _, err = run(capsys, "snapshot", library, "open", "last", "--out", "x.nothing")
    assert code == 2 and "no format" in err
