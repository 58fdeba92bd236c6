"""The window stays awake with the corpus in it: importing, embedding, laying out, filtering, reading.

Ordinarily with a third of one list and a document of some thousand lines.

``EXPLORER_HEARTBEAT=lists`` imports the lists of all venues; ``=all`` also embeds every paper with the
default engine, which takes a good half hour on two cores.
"""

import os

import pytest

from explorer.ui.app import Collector
from tests.flow.corpus_walk import Walk
from tests.flow.heartbeat import STEP_MAX_MS
from tests.libraries import share_of_list

ASKED = os.environ.get("EXPLORER_HEARTBEAT", "")
TAKES_ALL = ASKED in ("lists", "all")
LINES = 100_000 if ASKED else 8_000

pytestmark = [pytest.mark.corpus, pytest.mark.slow]


@pytest.fixture
def walk(make_window, settle, qtbot, tmp_path):
    """A window with an empty library, its garbage collected as in the program."""
    window = make_window()
    collector = Collector(window)
    collector.start()
    window.workspace.open(tmp_path / "corpus.db", True)
    settle(window)
    yield Walk(window, settle, qtbot)
    collector.stop()


@pytest.fixture
def long_notes(tmp_path):
    """A document of very many lines."""
    lines = ["# Notes of a long year", ""]
    for number in range(LINES // 2):
        lines += [f"Line {number} of the log: the boat left harbour {number % 97} at noon.", ""]
    path = tmp_path / "notes.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def documents(corpus):
    return (*sorted((corpus / "seeds").iterdir()), *sorted((corpus / "digests").iterdir()))


@pytest.fixture
def lists(corpus, tmp_path):
    """All lists of venues, or a third of one."""
    venues = corpus / "venues"
    if TAKES_ALL:
        return tuple(sorted(venues.iterdir()))
    part = tmp_path / "ICML_2024_Events.json"
    part.write_text(share_of_list(venues / part.name, 3), encoding="utf-8")
    return (part,)


def test_no_step_with_the_corpus_is_longer_than_a_tenth_of_a_second(walk, corpus, lists, long_notes):
    walk.import_sources("the documents", documents(corpus))
    walk.import_sources("a long document", (long_notes,))
    if not TAKES_ALL:  # the map of the lists is the worker's business for a minute
        walk.embed("lexical")
    walk.import_sources("the lists", lists)
    if TAKES_ALL:
        walk.embed("e5_small" if ASKED == "all" else "lexical")
    for part in (walk.read, walk.lay_out, walk.filter, walk.passports, walk.search):
        part()
    for step in sorted(walk.steps.taken, key=lambda step: -step.cpu_ms)[:10]:
        print(step)
    assert len(walk.steps.taken) > 60
    assert not walk.steps.slow(STEP_MAX_MS), "\n".join(map(str, walk.steps.slow(STEP_MAX_MS)))
