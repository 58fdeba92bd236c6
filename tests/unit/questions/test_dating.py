"""When a place was: one rule for passports, lifelines, lanes and lead times."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.graph.build import build_view
from explorer.graph.dated import days
from explorer.graph.lanes import method_marks
from explorer.graph.query import ViewQuery
from explorer.model import NodeKind
from explorer.questions.lifeline import lifeline
from explorer.questions.lifeline_words import lifeline_lines
from explorer.questions.lookup import find_node
from explorer.questions.passport import Passport, passport
from explorer.store import Store
from explorer.store.dating import as_known, known_words
from tests.libraries import digest, import_text, new_store

TALK = """NeurIPS 2023: what was new
Speaker: Ada Quill
{date}
Slide 1
Agenda
- Trend 1: alignment

Slide 2
Trend 1: alignment
- DPO is a simpler alternative to RLHF
- RLHF builds on PPO

Slide 3
Trend 1: less data
- LIMA builds on LLaMA
"""
WEEK = [("Tidepool: Sampling at the Shore", "Tidepool refines RLHF with fewer samples.", "2404.22222")]


@pytest.fixture
def library(tmp_path: Path):
    stores: list[Store] = []

    def of(date: str) -> Store:
        made = new_store(tmp_path / f"{len(stores)}.pelib")
        stores.append(made)
        import_text(made, "talk.txt", TALK.format(date=date))
        import_text(made, "week.md", digest("April 29 - May 5", WEEK))
        return made

    yield of
    for store in stores:
        store.close()


def page_of(store: Store) -> Passport:
    return passport(store.reader, find_node(store.reader, "RLHF", NodeKind.CONCEPT))


def marks_of(store: Store) -> list[tuple[float, str]]:
    """(day, how it is told) of the marks of RLHF that are no papers, by day."""
    method = find_node(store.reader, "RLHF", NodeKind.CONCEPT)
    marks = method_marks(build_view(store.reader, ViewQuery((method,))))
    chosen = (marks.columns["method"] == method) & (marks.kinds != NodeKind.PAPER)
    found = zip(marks.columns["date"][chosen].tolist(), marks.columns["told"][chosen].tolist(), strict=True)
    return sorted(found)


def test_a_talk_with_a_day_counts_from_it_in_passport_lifeline_and_lanes_alike(library):
    store = library("Date: 2024-02-01\n")
    page = page_of(store)
    assert page.first_seen == ("2024-02-01", "NeurIPS 2023: what was new")
    assert [place.date for place in page.appearances] == ["2024-02-01", "2024-04-29"]
    first = lifeline(store.reader, page.id).first_text
    assert first is not None and (first.kind, first.when) == ("talk", "2024-02-01")
    assert marks_of(store)[0] == (days("2024-02-01"), "")


def test_a_talk_without_a_day_is_dated_by_the_month_of_its_edition_and_says_so(library):
    store = library("")
    page = page_of(store)
    assert page.first_seen[0] == "2023-12"
    told = dict(page.facts)["First seen"]
    assert told == "2023-12 (NeurIPS 2023), talk NeurIPS 2023: what was new"
    first = lifeline(store.reader, page.id).first_text
    assert first is not None and first.when == "2023-12 (NeurIPS 2023)"
    assert any("2023-12 (NeurIPS 2023)" in line for line in lifeline_lines(lifeline(store.reader, page.id)))
    assert marks_of(store)[0] == (days("2023-12-10"), "2023-12 NeurIPS 2023")


def test_the_digest_stays_the_first_digest_behind_an_older_talk(library):
    found = lifeline((store := library("")).reader, page_of(store).id)
    assert found.digest is not None and found.digest.first == "2024-04-29"
    assert found.first_text in found.later and found.why


@pytest.mark.parametrize(
    ("day", "by", "known", "words"),
    [
        ("2024-02-01", "", "2024-02-01", "2024-02-01"),
        ("2023-12-10", "NeurIPS 2023", "2023-12", "2023-12 (NeurIPS 2023)"),
        ("2023-12", "", "2023-12", "2023-12"),
        ("", "", "", ""),
    ],
)
def test_a_day_is_told_as_far_as_it_is_known(day, by, known, words):
    assert (as_known(day, by), known_words(day, by)) == (known, words)
