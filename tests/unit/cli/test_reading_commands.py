"""Notes, read states and saved views on the command line."""

import io
import json

import pytest

from explorer.store import Store
from tests.libraries import digest, import_text, new_store
from tests.terminal import run

ROWS = [
    ("ZetaNet: Sparse Experts", "ZetaNet builds on LoRA. ZetaNet outperforms DPO.", "2405.00001"),
    ("OmegaNet: Dense Experts", "OmegaNet is fine-tuned on MMLU.", "2405.00002"),
]
LATER = [("ThetaNet: Warm Experts", "ThetaNet builds on LoRA.", "2405.00009")]


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "a.db"
    store = new_store(path)
    import_text(store, "week.md", digest("May 6 - May 12", ROWS))
    store.close()
    return path


def dumped(capsys, library):
    return json.loads(run(capsys, "dump", library)[1])


def test_a_note_is_written_read_added_to_found_and_undone(library, capsys, monkeypatch):
    assert run(capsys, "note", library, "LoRA")[1] == "No note.\n"
    assert run(capsys, "note", library, "LoRA", "低ランク")[0] == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("read again\n"))
    run(capsys, "note", library, "LoRA", "-", "--add")
    assert run(capsys, "note", library, "LoRA")[1] == "低ランク\n\nread again\n"
    (found,) = json.loads(run(capsys, "search", library, "低ランク", "--json")[1])["hits"]
    assert found["kind"] == "concept" and found["snippet"].startswith("低ランク")
    assert [row["text"] for row in dumped(capsys, library)["notes"]] == ["低ランク\n\nread again"]
    run(capsys, "undo", library)
    assert json.loads(run(capsys, "note", library, "LoRA", "--json")[1])["note"] == "低ランク"
    run(capsys, "note", library, "LoRA", "--delete")
    assert dumped(capsys, library)["notes"] == []
    assert json.loads(run(capsys, "show", library, "LoRA", "--json")[1])["note"] == ""


def test_papers_are_marked_as_read(library, capsys):
    assert "2 items as read" in run(capsys, "read", library, "ZetaNet", "OmegaNet")[1]
    run(capsys, "read", library, "2405.00001", "--state", "reading")
    assert sorted(row["state"] for row in dumped(capsys, library)["reading"]) == ["read", "reading"]
    code, _, err = run(capsys, "read", library, "LoRA")
    assert code == 1 and "can be read" in err


def test_a_view_is_saved_listed_exported_and_keeps_its_places(library, capsys, tmp_path):
    assert run(capsys, "save-view", library, "Experts", "--view", '{"center": "LoRA", "depth": 2}')[0] == 0
    code, _, err = run(capsys, "save-view", library, "experts", "--view", "{}")
    assert code == 1 and "already" in err
    (view,) = json.loads(run(capsys, "views", library, "--json")[1])["views"]
    assert view["name"] == "Experts" and "depth 2" in view["words"]
    first = exported(capsys, library, tmp_path / "a.cyjs")
    store = Store(library)
    import_text(store, "later.md", digest("May 13 - May 19", LATER))
    store.close()
    second = exported(capsys, library, tmp_path / "b.cyjs")
    assert len(second) > len(first) and {node: second[node] for node in first} == first
    run(capsys, "rename-view", library, "Experts", "専門家")
    assert "専門家" in run(capsys, "views", library)[1]
    code, _, err = run(capsys, "export", library, tmp_path / "c.svg", "--view", "Experts")
    assert code == 1 and "Saved views: “専門家”" in err
    run(capsys, "delete-view", library, "専門家")
    assert run(capsys, "views", library)[1] == "No view is saved.\n"
    assert run(capsys, "check", library)[0] == 0


def exported(capsys, library, path):
    """Node -> place in an export of the view “Experts”."""
    assert run(capsys, "export", library, path, "--view", "Experts")[0] == 0
    nodes = json.loads(path.read_text(encoding="utf-8"))["elements"]["nodes"]
    return {node["data"]["id"]: (node["position"]["x"], node["position"]["y"]) for node in nodes}


def test_an_edition_and_two_compared_are_views(library, capsys, tmp_path):
    store = Store(library)
    import_text(store, "later.md", digest("May 13 - May 19", LATER))
    issues = [row[0] for row in store.reader.rows("select id from node where kind = 4 order by id")]
    store.close()
    one = json.dumps({"edition": str(issues[0])})
    two = json.dumps({"compare": [str(issue) for issue in issues]})
    for text, names in ((one, {"ZetaNet", "OmegaNet"}), (two, {"ZetaNet", "OmegaNet", "ThetaNet", "LoRA"})):
        path = tmp_path / "v.cyjs"
        assert run(capsys, "export", library, path, "--view", text)[0] == 0
        nodes = json.loads(path.read_text(encoding="utf-8"))["elements"]["nodes"]
        shown = " ".join(node["data"]["name"] for node in nodes)
        assert all(name in shown for name in names)
    code, _, err = run(capsys, "export", library, tmp_path / "v.svg", "--view", '{"edition": "LoRA"}')
    assert code == 1 and "is no edition" in err
