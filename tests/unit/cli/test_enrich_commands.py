"""enrich on the command line, against services of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from explorer.cli import enrich_commands, main
from tests.libraries import digest, import_text, new_store
from tests.services import FakeServices, Paper

TITLES = ("Splines on Every Edge of a Network", "Grounded Answers Before Generation")


@pytest.fixture
def fake(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> FakeServices:
    made = FakeServices(httpserver, {"2404.19756": Paper(TITLES[0])})
    monkeypatch.setattr(enrich_commands, "SERVICES", made.services())
    return made


@pytest.fixture
def library(tmp_path: Path) -> str:
    store = new_store(tmp_path / "library.db")
    rows = [(TITLES[0], "It is new.", "2404.19756"), (TITLES[1], "It is too.", "")]
    import_text(store, "weeks.md", digest("April 29 - May 5", rows))
    store.close()
    return str(tmp_path / "library.db")


def test_a_dry_run_says_what_would_be_asked_and_asks_nothing(
    library: str, fake: FakeServices, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["enrich", library, "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("2 papers to ask for, at most 3 requests, less than a minute.")
    assert fake.asked == []


def test_papers_are_completed_and_the_report_counts_them(
    library: str, fake: FakeServices, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["enrich", library, "--quiet", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["asked"], report["completed"], report["identified"], report["missing"]) == (2, 1, 0, 1)
    assert main(["enrich", library, "--quiet"]) == 0
    assert "Nothing to ask for." in capsys.readouterr().out


def test_one_paper_is_named_and_only_ids_or_titles_are_asked(
    library: str, fake: FakeServices, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["enrich", library, "2404.19756", "--quiet"]) == 0
    assert main(["enrich", library, "--ids-only", "--quiet"]) == 0
    assert fake.asked_of("arxiv") == ["2404.19756"]
    assert main(["enrich", library, "--titles", "--quiet"]) == 0
    assert len(fake.asked_of("arxiv")) == 2
    assert main(["enrich", library, "--titles", "--ids-only"]) == 2
    assert main(["enrich", library, "--limit", "-1"]) == 2


def test_a_service_that_fails_is_said_in_words(
    library: str, fake: FakeServices, capsys: pytest.CaptureFixture[str]
) -> None:
    fake.trouble = lambda number: Response("busy", status=503)
    assert main(["enrich", library, "--quiet"]) == 1
    assert "503" in capsys.readouterr().err
    fake.trouble = lambda number: Response("busy", status=503) if "ti:" in fake.asked[-1][1] else None
    assert main(["enrich", library, "--quiet"]) == 3
    assert "1 paper was not asked for" in capsys.readouterr().out
