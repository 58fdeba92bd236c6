"""Libraries of older versions are backed up, brought up to date and lose nothing."""

import json
import shutil
from pathlib import Path

import pytest

from explorer.cli import main
from explorer.errors import LibraryOld
from explorer.ops import history
from explorer.questions.dump import dump
from explorer.store import Reader, Store
from explorer.store.check import check

VERSIONS = sorted((Path(__file__).parents[3] / "db" / "versions").glob("*.db"))


@pytest.fixture(params=VERSIONS, ids=lambda path: path.stem)
def library(request, tmp_path):
    return Path(shutil.copy(request.param, tmp_path / "old.db"))


def test_there_is_a_library_of_the_first_version():
    assert "m001_library" in {path.stem for path in VERSIONS}


def test_an_old_library_opens_whole_and_a_copy_of_it_stays(library):
    before = library.read_bytes()
    store = Store(library, create=False, today="2026-01-01")
    graph = dump(store.reader)
    assert {p["arxiv_id"] for p in graph["papers"]} == {"2405.00001", "2405.00002"}
    assert [t["label"] for t in graph["trends"]] == ["experts / 専門家"]
    assert check(store.reader) == []
    assert history.undo(store).label.startswith("Undo: Tag 1 item")
    store.close()
    (copy,) = library.parent.glob("*before*2026-01-01*")
    assert copy.stat().st_size and library.read_bytes() != before
    with pytest.raises(LibraryOld):
        Reader(copy)


def test_a_question_to_an_old_library_brings_it_up_to_date(library, capsys):
    with pytest.raises(LibraryOld, match="older version"):
        Reader(library)
    assert main(["show", str(library), "ZetaNet", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "ZetaNet"
    assert list(library.parent.glob("*before*"))
    Reader(library).close()
