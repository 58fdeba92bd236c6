"""The list of public sources: every entry can be asked for and read."""

from collections import Counter

import pytest

from explorer.errors import ExplorerError
from explorer.importers import IMPORTERS
from explorer.importers._venues import load_venues
from explorer.ops.public_sources import find_sources, public_sources, read_sources
from explorer.pipeline.editions import edition_from_words
from explorer.pipeline.fetch import arxiv_id_in
from explorer.pipeline.fetch.again import ADDRESS, kind_of

ROW = '[[source]]\nname = "{0}"\nkind = "{1}"\nlanguage = "en"\nimporter = "bibtex"\naddress = "{2}"\n'
GOOD = ROW.format("A", "digest", "https://a.example/x")


@pytest.mark.parametrize("source", public_sources(), ids=lambda source: source.name)
def test_a_public_source_is_an_address_with_an_importer_and_a_known_edition(source):
    assert source.importer in IMPORTERS
    assert kind_of(source.address) == ADDRESS and not arxiv_id_in(source.address)
    assert source.language in ("en", "ja", "zh")
    if source.edition:
        edition = edition_from_words(source.edition)
        labels = {venue.name: venue.editions for venue in load_venues()}
        assert edition.label in labels[edition.series]


def test_sources_of_every_kind_are_there_and_each_name_once():
    kinds = Counter(source.kind for source in public_sources())
    assert kinds["list"] > 30 and kinds["digest"] and kinds["feed"] > 3
    assert max(Counter(source.name for source in public_sources()).values()) == 1


def test_a_source_is_found_by_any_of_its_words():
    assert [one.edition for one in find_sources("pmlr 2023")] == ["ICML 2023"]
    assert find_sources("DAIR week")[0].kind == "digest"
    assert find_sources("nothing of the kind") == ()
    assert len(find_sources("")) == len(public_sources())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (ROW.format("A", "digest", "http://a.example/x"), "no https"),
        (ROW.format("A", "digest", "https:///x"), "no https"),
        (ROW.format("A {each}", "digest", "https://a.example/x"), "not filled"),
        (ROW.format("A", "diary", "https://a.example/x"), "no kind"),
        (ROW.format("A", "list", "https://a.example/x"), "edition"),
        (GOOD + 'edition = "ICML 2024"', "edition"),
        (GOOD + GOOD.replace("/x", "/y"), "the name A"),
        (GOOD + GOOD.replace('"A"', '"B"'), "the address"),
        (GOOD.replace('language = "en"\n', ""), "lacks 'language'"),
    ],
)
def test_an_entry_that_cannot_be_used_is_refused_in_words(text, says):
    with pytest.raises(ExplorerError, match=says):
        read_sources(text)
    assert [one.name for one in read_sources(GOOD)] == ["A"]
