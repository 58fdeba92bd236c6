"""Lifelines, lead times and what changed, on the command line."""

import csv
import json

import pytest

from explorer.ops.importing import apply
from explorer.pipeline.editions import edition_from_words
from explorer.pipeline.plan import Input, plan
from explorer.store import Store
from tests.libraries import AT, digest, import_text
from tests.terminal import run

WEEK = [
    ("Quillnet: Feathered Attention", "Quillnet prunes.", "2404.11111"),
    ("=Tide", "It samples.", "2404.22222"),
]
LIST = 'title,authors\n"Quillnet: Feathered Attention","Ada Quill; Bo Reed"\n"Lanternfish","Ada Quill"\n'


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "a.db"
    store = Store(path)
    import_text(store, "a.md", digest("April 29 - May 5", WEEK))
    given = Input("list.csv", "list.csv", LIST.encode(), "", edition_from_words("ICML 2024"))
    apply(store, plan(store.reader, [given]), AT)
    store.close()
    return path


def test_a_lifeline_tells_the_days_before_the_conference(library, capsys):
    code, out, _ = run(capsys, "lifeline", library, "2404.11111")
    assert code == 0 and "77 days before the conference" in out and "acceptance" not in out


def test_a_lifeline_as_json_quotes_its_sources(library, capsys):
    said = json.loads(run(capsys, "lifeline", library, "2404.11111", "--json")[1])
    assert (said["lead"]["days"], said["lead"]["basis"]) == (77, "paper")
    assert said["conference"]["evidence"]["list"] is True
    assert said["digest"]["evidence"]["exact"] == "Quillnet: Feathered Attention"


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ("lead", ["Quillnet: Feathered Attention"]),
        ("digest-only", ["=Tide"]),
        ("venue-only", ["Lanternfish"]),
    ],
)
def test_the_tables_as_json(library, capsys, only, names):
    said = json.loads(run(capsys, "lifeline", library, "--only", only, "--json")[1])
    assert (said["only"], said["total"]) == (only, 1)
    assert [row["name"] for row in said["rows"]] == names


def test_the_table_as_csv_holds_no_formula(library, capsys, tmp_path):
    path = tmp_path / "leads.csv"
    assert run(capsys, "lifeline", library, "--only", "digest-only", "--csv", path)[0] == 0
    (row,) = csv.DictReader(path.read_text("utf-8-sig").splitlines())
    assert row["name"] == "'=Tide" and row["digest_to"] == "2024-05-05"
    assert row["days_before_the_conference"] == ""


def test_the_table_has_no_name(library, capsys):
    assert run(capsys, "lifeline", library, "Quillnet", "--methods")[0] == 2


def test_what_changed_as_lines_and_as_json(library, capsys):
    code, out, _ = run(capsys, "whatsnew", library, "--since", "2024-05", "--limit", "1")
    assert code == 0 and "New papers (3)" in out and "… and 2 more" in out
    assert run(capsys, "whatsnew", library) == run(capsys, "whatsnew", library, "--since", "last-import")
    said = json.loads(run(capsys, "whatsnew", library, "--since", "1", "--json")[1])
    assert said["since"]["kind"] == "step" and len(said["papers"]) == 3


def test_what_is_no_time_fails_in_words(library, capsys):
    code, _, err = run(capsys, "whatsnew", library, "--since", "last Tuesday")
    assert code == 1 and "no saved view" in err
