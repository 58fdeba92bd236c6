"""What a person mistypes is answered in words that say what to do."""

import json
import subprocess
import sys

import pytest

from explorer.__main__ import main
from explorer.cli.enrich_commands import enrich_lines, survey_lines
from explorer.ops.enriching import EnrichReport, Survey


def test_a_verb_that_is_spelt_wrong_opens_no_window(capsys):
    assert main(["improt", "a.db", "b.md"]) == 2
    assert "Did you mean import?" in capsys.readouterr().err
    assert main(["zzz"]) == 2
    assert "--help" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["rescue", "restore", "check", "backup"])
def test_a_library_that_is_not_there_is_named(verb, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert main([verb, str(tmp_path / "gone.db")]) == 1
    said = capsys.readouterr().err
    assert "gone.db" in said and "Errno" not in said and "such backup" not in said
    assert list(tmp_path.glob("*.db*")) == []


def test_an_address_that_cannot_be_asked_is_not_called_a_file(tmp_path, capsys):
    library = str(tmp_path / "library.db")
    assert main(["init", library]) == 0
    assert main(["follow", library, "ftp://a.example/list"]) == 1
    assert "is no web address" in capsys.readouterr().err


def test_the_sample_leaves_nothing_beside_the_library(tmp_path):
    assert main(["init", str(tmp_path / "library.db"), "--sample"]) == 0
    assert not list(tmp_path.glob("*.partial*"))


def test_one_is_no_plural():
    assert next(survey_lines(Survey(1, 1, 0, 1, 1, 1, 0, 0, 1, 4))).startswith(
        "1 paper to ask for, at most 1 request,"
    )
    lines = list(enrich_lines(EnrichReport(asked=1, left=1)))
    assert lines[0].startswith("1 paper asked for") and "1 paper was not asked for" in lines[-1]


def test_a_list_is_of_no_edition_where_a_person_says_none(tmp_path, capsys):
    library, file = str(tmp_path / "library.db"), tmp_path / "icml2018.json"
    rows = [{"title": f"A pond of {n} frogs", "author": "Ann Bee", "status": "Poster"} for n in range(3)]
    file.write_text(json.dumps(rows), encoding="utf-8")
    assert main(["init", library]) == 0
    assert main(["import", library, str(file), "--edition", "none", "--quiet"]) == 0
    capsys.readouterr()
    assert main(["dump", library]) == 0
    dumped = json.loads(capsys.readouterr().out)
    assert [paper["editions"] for paper in dumped["papers"]] == [[], [], []]
    assert dumped["documents"][0]["title"] == "icml2018.json"


def test_without_a_display_the_window_is_refused_in_words(tmp_path):
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "explorer", "--sample"], env=bare, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == (1 if sys.platform.startswith("linux") else done.returncode)
    assert "There is no display" in done.stderr


def test_a_backup_into_a_folder_that_is_not_there_names_the_folder(tmp_path, capsys):
    library = str(tmp_path / "library.db")
    assert main(["init", library]) == 0
    assert main(["backup", library, str(tmp_path / "gone" / "b.db")]) == 1
    assert "folder does not exist" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("import", "list.md", "--format", "nonsense"),
        ("import", "list.md", "--edition", "nonsense"),
        ("export", "out.png", "--layout", "nonsense"),
        ("export", "out.nonsense"),
        ("export", "out.png", "--view", "{"),
        ("embed", "--engine", "nonsense"),
    ],
)
def test_a_word_that_names_no_format_layout_engine_or_edition_is_a_wrong_use(words, tmp_path, capsys):
    library = tmp_path / "library.db"
    assert main(["init", str(library), "--sample"]) == 0
    (tmp_path / "list.md").write_text("- a line\n", encoding="utf-8")
    verb, *rest = (str(tmp_path / word) if "." in word else word for word in words)
    assert main([verb, str(library), *rest]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["library.db", "list.md"]
