"""The command line: verbs, exit codes, words instead of tracebacks."""

import json
import sqlite3
from contextlib import closing

import pytest

from explorer.cli import main
from tests.libraries import EVENTS, WEEK_JA, WEEKS_EN
from tests.terminal import run


@pytest.fixture
def library(tmp_path, capsys):
    path = str(tmp_path / "a.db")
    assert main(["init", path]) == 0
    assert main(["import", path, str(WEEK_JA), str(WEEKS_EN), "--quiet"]) == 0
    capsys.readouterr()
    return path


def test_importing_prints_the_report_as_json(library, capsys):
    code, out, _ = run(capsys, "import", library, EVENTS, "--json", "--quiet")
    (document,) = json.loads(out)["documents"]
    assert code == 0
    assert document["format"] == "conference_events" and document["kind"] == "paper_list"
    assert document["found"]["papers"] == document["new"] + document["merged"] + document["repeated"] > 0
    text = EVENTS.read_text(encoding="utf-8")
    assert sum(document["lines"].values()) == sum(bool(line.strip()) for line in text.splitlines())
    assert len(document["unparsed"]) == document["lines"]["unparsed"] == 2


def test_a_dry_run_reports_and_writes_nothing(library, capsys):
    before = run(capsys, "dump", library)
    code, out, err = run(capsys, "import", library, EVENTS, "--dry-run")
    assert code == 0 and "nothing was written" in err
    assert run(capsys, "dump", library) == before
    assert run(capsys, "import", library, EVENTS)[1] == out
    assert run(capsys, "dump", library) != before


def test_columns_of_a_table_are_named_kept_and_taken_again_by_redo(library, tmp_path, capsys):
    table = tmp_path / "liste.csv"
    table.write_text("Titel,Weiteres\nThe Pond,Frogs in Ponds\nThe Wheel,Round Things\n", encoding="utf-8")
    words = ("--as", "table_list", "--columns", "title=Weiteres,skip=Titel", "--quiet")
    assert run(capsys, "import", library, table, *words)[0] == 0
    for verb in ((), ("undo",), ("redo",)):
        if verb:
            assert run(capsys, *verb, library)[0] == 0
        _, out, _ = run(capsys, "search", library, "Frogs in Ponds", "--json")
        assert bool(json.loads(out)["hits"]) is (verb != ("undo",))
    code, _, err = run(capsys, "import", library, table, "--columns", "titel=x")
    assert code == 1 and "names no column" in err and "authors" in err


def test_a_dry_run_gives_the_same_json_as_the_import(library, capsys):
    dry = run(capsys, "import", library, EVENTS, WEEKS_EN, "--dry-run", "--json", "--quiet")[1]
    assert run(capsys, "import", library, EVENTS, WEEKS_EN, "--json", "--quiet")[1] == dry


def test_a_folder_is_imported_in_one_step(tmp_path, capsys):
    path = tmp_path / "b.db"
    folder = tmp_path / "in"
    folder.mkdir()
    for file in (WEEK_JA, WEEKS_EN):
        (folder / file.name).write_bytes(file.read_bytes())
    run(capsys, "init", path)
    code, out, _ = run(capsys, "import", path, folder, "--quiet")
    assert code == 0 and "4 documents: " in out
    assert run(capsys, "undo", path)[1].strip() == "Undo: Import 2 sources"


def test_a_source_that_cannot_be_read_is_a_part_not_done(library, tmp_path, capsys):
    strange = tmp_path / "strange.bin"
    strange.write_bytes(b"\x00\x01")
    code, out, _ = run(capsys, "import", library, EVENTS, strange, "--quiet")
    assert code == 3 and "strange.bin" in out


def test_nothing_that_can_be_read_fails(library, capsys):
    code, out, _ = run(capsys, "import", library, "no-such-file.md", "--quiet")
    assert code == 1 and "There is no file" in out


def test_search_show_and_method_answer_in_words_and_json(library, capsys):
    assert "Ring Attention" in run(capsys, "search", library, "注意")[1]
    hits = json.loads(run(capsys, "search", library, "注意", "--json")[1])["hits"]
    assert set(hits[0]) == {"kind", "id", "title", "snippet", "score", "why"}
    assert "Hao Liu" in run(capsys, "show", library, "2310.01889")[1]
    page = json.loads(run(capsys, "show", library, "2310.01889", "--json")[1])
    assert page["kind"] == "paper"
    answer = json.loads(run(capsys, "method", library, "Ring Attention", "--json")[1])
    assert answer["kind"] in ("method", "model")
    assert run(capsys, "method", library, "Ring Attention")[1].startswith("Ring Attention\n")


def test_tagging_undo_and_redo(library, capsys):
    assert run(capsys, "tag", library, "long context / 長文脈", "2310.01889", "KAN")[0] == 0
    assert "長文脈" in run(capsys, "show", library, "2310.01889")[1]
    assert run(capsys, "untag", library, "long context / 長文脈", "KAN")[0] == 0
    assert run(capsys, "rename-tag", library, "long context / 長文脈", "context")[0] == 0
    assert run(capsys, "delete-tag", library, "context")[0] == 0
    for _ in range(4):
        assert run(capsys, "undo", library)[1].startswith("Undo:")
    assert run(capsys, "redo", library)[1].startswith("Redo: Tag 2 items")


@pytest.mark.parametrize("suffix", ["png", "svg", "html", "graphml", "bib", "csv"])
def test_export_by_suffix(library, tmp_path, capsys, qapp, suffix):
    out = tmp_path / f"out.{suffix}"
    code, said, _ = run(capsys, "export", library, out)
    assert code == 0 and "Wrote" in said
    assert out.stat().st_size > 0


def test_an_unknown_suffix_lists_the_known_ones(library, tmp_path, capsys):
    code, _, err = run(capsys, "export", library, tmp_path / "out.docx")
    assert code == 2 and "graphml" in err
    assert not (tmp_path / "out.docx").exists()


def test_a_sound_library_is_said_to_be_sound_and_a_wrong_quote_is_found(library, capsys):
    assert run(capsys, "check", library)[:2] == (0, "The library is sound.\n")
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("update appearance set exact = 'something else' where id = 1")
    code, out, _ = run(capsys, "check", library, "--json")
    found = json.loads(out)
    assert code == 1 and not found["sound"] and "appearance" in found["findings"][0]["rule"]


def test_mistakes_are_said_in_words_with_their_exit_codes(library, tmp_path, capsys):
    assert run(capsys, "show", tmp_path / "none.db", "x")[0] == 1
    assert run(capsys, "show", library, "nothing of this name")[0] == 1
    assert run(capsys, "init", library)[0] == 1
    assert run(capsys, "show", library)[0] == 2
    assert run(capsys, "import", library, str(WEEK_JA), "--format", "docx", "--quiet")[0] == 2
    assert run(capsys, "import", library, str(EVENTS), "--edition", "nowhere", "--quiet")[0] == 2
    assert run(capsys, "tag", library, "  ", "KAN")[0] == 1


def test_a_newer_library_exits_with_five(library, capsys):
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute(
            """insert into _sqlite_migrations (migration_set, name, applied_at)
               values ('paper-explorer', 'm999_later', '')"""
        )
    for words in (("check", library), ("undo", library), ("import", library, str(EVENTS))):
        assert run(capsys, *words)[0] == 5


def test_a_locked_library_exits_with_four(library, capsys, monkeypatch):
    monkeypatch.setattr("explorer.store.engine.BUSY_MS", 50)
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("begin exclusive")
        assert run(capsys, "undo", library)[0] == 4


def test_a_backup_is_a_library(library, tmp_path, capsys):
    copy = tmp_path / "copy.db"
    assert run(capsys, "backup", library, copy)[0] == 0
    assert run(capsys, "check", copy)[0] == 0
    assert run(capsys, "backup", library, copy)[0] == 1


def test_a_document_may_come_through_a_pipe(library, capsys, monkeypatch):
    import io

    stream = type("Stdin", (), {"buffer": io.BytesIO(EVENTS.read_bytes())})()
    monkeypatch.setattr("sys.stdin", stream)
    code, out, _ = run(capsys, "import", library, "-", "--quiet")
    assert code == 0 and "conference_events" in out
