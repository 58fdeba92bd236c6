"""An enrichment killed at any moment leaves a sound library; the next one goes on and asks nothing twice."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from explorer.ops.library import ask, findings
from explorer.questions.dump import dump
from explorer.questions.needs_you import needs_you
from tests.kills import kill_at_work, moments
from tests.libraries import digest, import_text, new_store
from tests.services import FakeServices, Paper

PAPERS = [(f"Harbour {i}: Boats on the Water", "It is new.", f"2403.{10000 + i}") for i in range(60)]
BARE = [f"Lanterns of the Northern Harbour, Part {part}" for part in ("One", "Two", "Three", "Four")]

pytestmark = pytest.mark.slow


@pytest.fixture
def fake(httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeServices:
    """Services that know all papers; of two bare ones they know the author, of two none can say."""
    made = FakeServices(httpserver)
    made.papers |= {arxiv_id: Paper(title) for title, _, arxiv_id in PAPERS}
    made.papers |= {f"2404.{number:05d}": Paper(title) for number, title in enumerate(BARE)}
    addresses = [httpserver.url_for(path) for path in ("/arxiv", "/v2", "/v1")]
    (tmp_path / "services.json").write_text(json.dumps(addresses), encoding="utf-8")
    return made


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    store = new_store(path)
    import_text(store, "weeks.md", digest("April 29 - May 5", PAPERS))
    entries = [
        f"@misc{{k{i}, title={{{title}}}" + (", author={Ada Byron}}" if i < 2 else "}")
        for i, title in enumerate(BARE)
    ]
    import_text(store, "mine.bib", "\n".join(entries))
    store.close()
    return path


def said(library: Path) -> object:
    """What the library holds and what waits, but for the order in which it came."""
    papers = [
        (p["title"], p["arxiv_id"], p["authors"], p["published"], len(p["appearances"]))
        for p in ask(library, dump)["papers"]
    ]
    waiting = [(row.kind, row.sides[0].title) for row in ask(library, needs_you).rows]
    return sorted(papers, key=str), sorted(waiting)


def answered(library: Path) -> int:
    return ask(library, lambda reader: reader.value("select count(*) from enquiry where service = 'arxiv'"))


def test_a_killed_enrichment_is_sound_loses_nothing_and_goes_on(
    library: Path, fake: FakeServices, tmp_path: Path
) -> None:
    whole = Path(shutil.copy(library, tmp_path / "whole.db"))
    ended = kill_at_work("enriching", whole, folder=tmp_path)
    assert not ended.at_work and answered(whole) == len(PAPERS) + len(BARE)
    expected = said(whole)
    assert sum(kind == "offer" for kind, _ in expected[1]) == 2
    hit = 0
    for number, seconds in enumerate(moments(ended.seconds)):
        one = Path(shutil.copy(library, tmp_path / f"{number}.db"))
        killed = kill_at_work("enriching", one, seconds, tmp_path)
        hit += killed.at_work
        assert findings(one) == [] and answered(one) >= max(killed.told)
        stored = ask(one, lambda reader: reader.rows("select question from enquiry where service = 'arxiv'"))
        fake.asked.clear()
        assert not kill_at_work("enriching", one, folder=tmp_path).at_work
        assert findings(one) == [] and said(one) == expected
        again = Counter(f"id:{word}" for words in fake.asked_of("arxiv") for word in words.split(","))
        assert not again.keys() & {question for (question,) in stored}
    assert hit
