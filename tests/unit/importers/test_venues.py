"""Venues and digests that are known by name, and the choice of the importer."""

from datetime import date

import pytest

from explorer.errors import ImportFailed
from explorer.importers import IMPORTERS, Source
from explorer.importers._venues import (
    edition_in_name,
    find_edition,
    find_venue,
    load_digests,
    load_venues,
    stated_digest,
    venue_of_host,
)
from explorer.pipeline.recognise import recognise


def test_every_edition_has_a_first_and_a_last_day_of_its_year():
    for venue in load_venues():
        for label, (first, last) in venue.editions.items():
            days = date.fromisoformat(last) - date.fromisoformat(first)
            assert first.startswith(label), venue.name
            assert 1 <= days.days <= 14, (venue.name, label)


def test_no_two_venues_share_a_name_or_a_host():
    venues = load_venues()
    names = [name for venue in venues for name in venue.names]
    hosts = [host for venue in venues for host in venue.hosts]
    assert len(names) == len(set(names))
    assert len(hosts) == len(set(hosts))


@pytest.mark.parametrize("words", ["NIPS", "neurips", "NeurIPS", "Neural Information Processing Systems"])
def test_a_venue_is_found_by_any_of_its_names(words):
    assert find_venue(words).name == "NeurIPS"


def test_an_edition_has_its_dates_where_they_are_known():
    assert find_edition("icml", "2024").date_from == "2024-07-21"
    assert find_edition("NIPS", "1987").date_from == ""
    assert find_edition("No Such Venue", "2024") is None


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("ICML_2024_Events.json", "ICML 2024"),
        ("folder 2020/nips2017.json", "NeurIPS 2017"),
        ("neurips-2023.json", "NeurIPS 2023"),
    ],
)
def test_a_file_name_can_state_the_edition(name, edition):
    assert edition_in_name(name).name == edition


@pytest.mark.parametrize(
    "name", ["papers.json", "icml.json", "2024.json", "icml2023_2024.json", "icml_iclr_2024.json"]
)
def test_an_unclear_file_name_states_nothing(name):
    assert edition_in_name(name) is None


def test_a_host_belongs_to_its_venue_and_not_to_one_that_ends_alike():
    assert venue_of_host("ICML.cc").name == "ICML"
    assert venue_of_host("virtual.neurips.cc").name == "NeurIPS"
    assert venue_of_host("noticml.cc") is None


def test_a_digest_is_stated_by_name_and_publisher():
    assert stated_digest("dair_ai の Top ML Papers of the Week").name == load_digests()[0].name
    assert stated_digest("Our own ML Papers of the Week") is None


def test_a_named_format_is_taken_and_an_unknown_one_refused():
    assert recognise(Source("x", ""), "arxiv_snapshot") == "arxiv_snapshot"
    with pytest.raises(ImportFailed) as refusal:
        recognise(Source("x", ""), "docx")
    assert all(name in refusal.value.hint for name in IMPORTERS)


def test_what_nobody_knows_is_refused_with_the_formats():
    with pytest.raises(ImportFailed) as refusal:
        recognise(Source("x.bin", "\0\1\2"))
    assert all(importer.label in refusal.value.hint for importer in IMPORTERS.values())
