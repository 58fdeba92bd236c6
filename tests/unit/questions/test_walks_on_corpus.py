"""Paths and bridges between a conference report, a digest, a deck and study notes."""

import pytest

from explorer.questions.bridges import bridges
from explorer.questions.path import find_path_of
from explorer.store import Store
from tests.libraries import import_files

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def reader(corpus, tmp_path_factory):
    made = Store(tmp_path_factory.mktemp("seeds") / "library.db")
    import_files(made, *sorted((corpus / "seeds").glob("00*.txt")))
    yield made.reader
    made.close()


def of_kind(reader, kind):
    """The issue of the one document of a kind."""
    found = reader.rows("select distinct issue from document where kind = ?", [kind])
    assert len(found) == 1
    return found[0][0]


@pytest.mark.parametrize(
    ("a", "b", "through"),
    [("PLaG", "Tree of Thoughts", "CoT"), ("RLHF", "KTO", "DPO"), ("SPPO", "KTO", "DPO")],
)
def test_a_path_goes_through_what_joins_two_with_a_quote_on_each_step(reader, a, b, through):
    paths = find_path_of(reader, a, b).paths
    path = next(path for path in paths if [stop.name for stop in path.stops[1:-1]] == [through])
    for hop in path.hops:
        for quote in hop.quotes[:1]:
            assert quote.exact and quote.sentence
        assert hop.quotes


def test_methods_bridge_the_report_the_digest_the_deck_and_the_notes(reader):
    report, digest, deck, notes = (
        of_kind(reader, kind)
        for kind in ("conference_report", "weekly_digest", "slide_transcript", "study_notes")
    )
    three = {b.name: len(b.sides) for b in bridges(reader, [report, digest, notes]).bridges}
    assert three["RAG"] == 3
    two = {b.name for b in bridges(reader, [report, deck]).bridges}
    assert {"CLIP", "CoT"} <= two
    everywhere = {b.name for b in bridges(reader, [report, digest, deck, notes], most=500).bridges}
    assert "LoRA" not in everywhere
