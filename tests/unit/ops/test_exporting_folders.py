"""The command line exports folders of notes, formats by id, and keys that stay."""

from __future__ import annotations

import re
import shutil

import pytest

from explorer.cli import main
from explorer.ops.exporting import bibtex_of
from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into, make
from explorer.questions.records import all_papers
from tests.flow import material


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A library of four papers."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "first.md").write_text(material.FIRST, encoding="utf-8")
    make(folder / "built.db")
    import_into(folder / "built.db", Wish((str(folder / "first.md"),)))
    return folder / "built.db"


@pytest.fixture
def library(built, tmp_path):
    return shutil.copy(built, tmp_path / "library.db")


def _run(*words) -> int:
    try:
        return main([str(word) for word in words]) or 0
    except SystemExit as ended:
        return int(ended.code or 0)


def test_a_name_with_a_slash_is_a_folder_of_notes(library, tmp_path, capsys):
    assert _run("export", library, f"{tmp_path}/notes/", "--quiet") == 0
    first = capsys.readouterr().out
    notes = list((tmp_path / "notes").rglob("*.md"))
    assert f"{len(notes)} notes" in first and len(notes) > 4
    text = notes[0].read_text(encoding="utf-8")
    notes[0].write_text(text.replace("\n# ", "\n# Mine: ", 1), encoding="utf-8")
    assert _run("export", library, tmp_path / "notes", "--quiet") == 0
    assert "1 kept because you changed it" in capsys.readouterr().out


def test_a_format_by_its_id_and_one_that_is_none(library, tmp_path, capsys):
    assert _run("export", library, tmp_path / "refs.txt", "--format", "csl") == 0
    assert (tmp_path / "refs.txt").read_text(encoding="utf-8").startswith("[")
    assert _run("export", library, tmp_path / "refs.txt", "--format", "docx") != 0
    assert _run("export", library, tmp_path / "refs") != 0
    assert "is no format" in capsys.readouterr().err


def test_papers_have_the_same_key_alone_as_among_all(library):
    papers = [record.id for record in ask(library, all_papers)]
    everything, count = ask(library, bibtex_of, papers)
    assert count == len(papers) == 4
    keys = re.findall(r"@\w+\{([^,]+),", everything)
    assert len(set(keys)) == 4
    for paper, key in zip(papers, keys, strict=True):
        alone, one = ask(library, bibtex_of, [paper])
        assert one == 1 and f"{{{key},\n" in alone
