"""``show`` on the command line: pages of an edition, a place in a document's text."""

import json

import pytest

from explorer.cli import main
from tests.libraries import WEEK_JA, WEEKS_EN


@pytest.fixture
def library(tmp_path, capsys):
    path = str(tmp_path / "a.db")
    assert main(["init", path]) == 0
    assert main(["import", path, str(WEEK_JA), str(WEEKS_EN), "--quiet"]) == 0
    capsys.readouterr()
    return path


def shown(capsys, *words):
    assert main(["show", *map(str, words)]) == 0
    return capsys.readouterr().out


def test_an_issue_says_how_many_of_its_papers_it_lists(library, capsys):
    out = shown(capsys, library, "2024-05-06 – 05-12", "--papers", 2)
    assert "Papers: showing 2 of 3" in out and "1 more: --papers 3" in out
    page = json.loads(shown(capsys, library, "2024-05-06 – 05-12", "--papers", 2, "--json"))
    assert (len(page["about"]["papers"]["papers"]), page["about"]["papers"]["total"]) == (2, 3)


def test_a_documents_text_is_opened_at_a_character_of_its_source(library, capsys):
    text = WEEK_JA.read_text(encoding="utf-8")
    at = text.index("Mistral 7B")
    page = json.loads(shown(capsys, library, "2310.06825", "--json"))
    document = page["about"]["places"][0]["document"]
    lines = shown(capsys, library, document, "--at", at).splitlines()
    lit = [line for line in lines if line.startswith("> ")]
    assert len(lit) == 1 and "Mistral 7B" in lit[0]
