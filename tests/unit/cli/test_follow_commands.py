"""follow, unfollow, followed and refresh say what they did, in words and as JSON."""

import json

import pytest

from explorer.cli import VERBS, main
from tests.libraries import digest

ROWS = [("FooNet", "A network of foos.", "2405.00001")]
NEWER = ("QuuxLM", "QuuxLM outperforms FooNet on long texts.", "2405.00009")


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "library.db"
    assert main(["init", str(path)]) == 0
    return str(path)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "week.md"
    path.write_text(digest("May 6 - May 12", ROWS), encoding="utf-8")
    return path


def test_a_file_is_followed_read_again_and_let_go(library, file, capsys):
    assert main(["follow", library, str(file), "--name", "My week"]) == 0
    assert "Followed “My week”" in capsys.readouterr().out
    assert main(["refresh", library, "--quiet"]) == 0
    said = capsys.readouterr().out
    assert "My week: 1 new paper" in said and "  paper: FooNet" in said and "1 source: 1 new paper." in said
    file.write_text(digest("May 6 - May 12", [*ROWS, NEWER]), encoding="utf-8")
    assert main(["refresh", library, "My week", "--json", "--quiet"]) == 0
    (news,) = json.loads(capsys.readouterr().out)["sources"]
    assert (news["outcome"], news["papers"]) == ("new", ["QuuxLM"])
    assert {"subject": "QuuxLM", "predicate": "outperforms", "object": "FooNet"} in news["links"]
    assert main(["refresh", library, "--quiet"]) == 0
    assert "My week: unchanged" in capsys.readouterr().out
    assert main(["unfollow", library, str(file)]) == 0
    assert main(["followed", library]) == 0
    assert "Nothing is followed" in capsys.readouterr().out
    assert main(["undo", library]) == 0
    capsys.readouterr()
    assert main(["followed", library, "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["sources"]
    assert one["name"] == "My week" and one["source"] == str(file) and one["kind"] == "file"


def test_a_source_that_is_gone_is_a_failure_and_the_exit_code_says_how_much_was_done(library, file, capsys):
    other = file.with_name("other.md")
    other.write_text(digest("May 13 - May 19", [NEWER]), encoding="utf-8")
    assert main(["follow", library, str(file), str(other)]) == 0
    file.unlink()
    assert main(["refresh", library, "--quiet"]) == 3
    said = capsys.readouterr().out
    assert "Not read: " in said and "other.md: 1 new paper" in said and "1 source not read" in said
    assert main(["refresh", library, "week.md", "--quiet"]) == 1
    assert main(["followed", library]) == 0
    assert "not read: There is no file" in capsys.readouterr().out


def test_what_is_not_followed_or_names_nothing_is_said_in_words(library, file, capsys):
    assert main(["refresh", library, "week.md"]) == 1
    assert "is not followed" in capsys.readouterr().err
    assert main(["follow", library, "no such file"]) == 1
    assert "There is no file" in capsys.readouterr().err
    assert {"follow", "unfollow", "followed", "refresh"} <= set(VERBS)


def test_public_sources_are_listed_by_words_without_a_library(capsys):
    assert main(["sources", "pmlr", "icml", "2023"]) == 0
    said = capsys.readouterr().out
    assert '--edition "ICML 2023"' in said and "https://proceedings.mlr.press/v202/" in said
    assert main(["sources", "dair", "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["sources"]
    assert one["kind"] == "digest"
    assert main(["sources", "nothing of the kind"]) == 0
    assert "No public source" in capsys.readouterr().out
