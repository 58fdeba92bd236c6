"""Shares over time: each paper counts once, parts of a column sum to it, filters are those of the view."""

import json
from dataclasses import replace

import numpy as np
import pytest

from explorer.graph.filters import Filters
from explorer.graph.query import ViewQuery
from explorer.ops import tag_tree, tagging
from explorer.questions.lookup import find_node
from explorer.questions.slice_choices import _latest, slice_choices
from explorer.questions.timeline_shares import By, Per, SharesWish, timeline_shares
from explorer.questions.when import library_days
from explorer.store import Store
from explorer.store.slice_choices import EditionRow
from tests.libraries import digest, import_text

YEARS = (2021, 2022)


def rows(year, many):
    """Half of the titles name one method, a fourth of them two."""
    words = ("Diffusion Models", "Diffusion Models beyond Transformers", "Bounds", "Proofs")
    return [
        {"title": f"{words[i % 4]} {chr(97 + i % 26)}{year}{i}", "author": f"Ann Writer{i}", "track": "main"}
        for i in range(many)
    ]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("shares") / "library.db")
    for year, many in zip(YEARS, (40, 80), strict=True):
        import_text(store, f"neurips{year}.json", json.dumps(rows(year, many)))
    import_text(
        store, "week.md", digest("April 29 - May 5", [("A Paper on RAG", "RAG helps.", "2405.00001")])
    )
    papers = [int(row[0]) for row in store.reader.rows("select paper from presence order by paper")]
    tagging.tag(store, "safety", papers[:10])
    tagging.tag(store, "alignment", papers[5:20])
    yield store
    store.close()


def shares(store, by, per=Per.TIME, query=None, most=8):
    reader = store.reader
    return timeline_shares(reader, library_days(reader), query or ViewQuery(), SharesWish(by, per, most))


def test_a_paper_with_two_tags_counts_once_in_each_and_half_in_the_stack(library):
    found = shares(library, By.TAGS, Per.EDITION)
    assert [(one.name, one.papers) for one in found.series] == [("alignment", 15), ("safety", 10)]
    assert found.names == ("NeurIPS 2021", "NeurIPS 2022")
    assert found.counts[:, 0].tolist() == [15, 10, 0] and found.stacked[:, 0].tolist() == [12.5, 7.5, 0]
    assert found.papers.tolist() == [40, 80] and found.carrying.tolist() == [20, 0]


def test_a_paper_counts_for_its_own_tag_and_for_one_above_only_where_that_has_no_place(tmp_path):
    store = Store(tmp_path / "library.db")
    import_text(store, "neurips2021.json", json.dumps(rows(2021, 30)))
    papers = [int(row[0]) for row in store.reader.rows("select paper from presence order by paper")]
    tagging.tag(store, "of the year", papers[:5])
    for name, carried in (("broad", papers[:12]), ("narrow", papers[12:18])):
        tag_tree.make(store, name, "of the year")
        tagging.tag(store, name, carried)
    tagging.tag(store, "of the year", papers[20:29])
    found = shares(store, By.TAGS, Per.EDITION)
    assert {one.name: one.papers for one in found.series} == {"broad": 12, "of the year": 9, "narrow": 6}
    fewer = shares(store, By.TAGS, Per.EDITION, most=2)
    assert {one.name: one.papers for one in fewer.series} == {"broad": 12, "of the year": 15}
    store.close()


def test_parts_of_every_column_sum_to_its_papers_that_carry_anything(library):
    for by in By:
        for per in Per:
            found = shares(library, by, per, most=1)
            sums = found.shares.sum(axis=0)
            assert np.all(np.isclose(sums, 1) | (sums == 0))
            assert np.all(found.carrying <= found.papers + 1e-9)
            assert found.stacked.shape == found.counts.shape == (len(found.series) + 1, len(found.papers))


def test_series_without_a_hue_are_one_rest_that_counts_who_has_no_other(library):
    found = shares(library, By.TAGS, Per.EDITION, most=1)
    assert [one.name for one in found.series] == ["alignment"]
    assert found.counts[:, 0].tolist() == [15, 5]


def test_columns_of_time_are_the_bars_of_the_time_strip(library):
    found = shares(library, By.METHODS)
    assert found.unit in ("week", "month", "year") and len(found.days) == len(found.papers)
    assert np.all(found.days[1:, 0] == found.days[:-1, 1])
    assert found.papers.sum() >= 121
    assert found.column_name(0) == found.first_day(0)[: {"week": 10, "month": 7, "year": 4}[found.unit]]


def test_the_view_decides_which_papers_count_but_not_by_the_series_themselves(library):
    safety = find_node(library.reader, "tag:safety".partition(":")[2])
    edition = find_node(library.reader, "NeurIPS 2021")
    alone = ViewQuery(filters=replace(Filters(), tags=frozenset({safety})))
    assert [one.name for one in shares(library, By.TAGS, Per.EDITION, alone).series] == [
        "alignment",
        "safety",
    ]
    assert shares(library, By.METHODS, Per.EDITION, alone).papers.tolist() == [10]
    one_year = ViewQuery(filters=replace(Filters(), editions=frozenset({edition})))
    assert shares(library, By.TAGS, Per.EDITION, one_year).names == ("NeurIPS 2021",)


def test_a_library_without_papers_has_no_columns(tmp_path):
    store = Store(tmp_path / "empty.db")
    for by in By:
        for per in Per:
            assert shares(store, by, per).counts.shape == (1, 0)
    assert slice_choices(store.reader).pair == ("", "")
    store.close()


def test_the_two_latest_lists_of_a_series_are_compared_first(library):
    found = slice_choices(library.reader)
    assert found.pair == ("NeurIPS 2021", "NeurIPS 2022")
    words = {choice.words: choice.papers for choice in found.choices}
    assert words["NeurIPS 2022"] == 80 and words["tag:safety"] == 10 and words["2022"] == 80


def test_what_is_selected_is_compared_with_the_edition_before_it_or_with_each_other(library):
    reader = library.reader
    old, new = (find_node(reader, f"NeurIPS {year}") for year in YEARS)
    tag = find_node(reader, "alignment")
    assert slice_choices(reader, [new]).pair == ("NeurIPS 2021", "NeurIPS 2022")
    assert slice_choices(reader, [old]).pair == ("NeurIPS 2021", "NeurIPS 2022")
    assert slice_choices(reader, [new, old]).pair == ("NeurIPS 2021", "NeurIPS 2022")
    assert slice_choices(reader, [tag]).pair == ("", "tag:alignment")


def listed(name: str, series: str, first: str, papers: int, in_list: int | None = None) -> EditionRow:
    return EditionRow(
        hash(name) % 10_000, name, series, True, first, papers, papers if in_list is None else in_list
    )


@pytest.mark.parametrize(
    ("rows", "pair"),
    [
        # one series of two lists before a larger list of another
        (
            [
                ("NeurIPS 2024", "NeurIPS", "2024-12-10", 90),
                ("ICML 2024", "ICML", "2024-07-21", 2_000),
                ("ICML 2023", "ICML", "2023-07-23", 1_800),
            ],
            ("ICML 2023", "ICML 2024"),
        ),
        # the two largest lists where no series has two
        (
            [
                ("NeurIPS 2024", "NeurIPS", "2024-12-10", 40),
                ("ICML 2024", "ICML", "2024-07-21", 2_000),
                ("ICLR 2024", "ICLR", "2024-05-07", 1_800),
            ],
            ("ICLR 2024", "ICML 2024"),
        ),
        # two large lists of two series before two tiny ones of one
        (
            [
                ("ACL 2024", "ACL", "2024-08-11", 9),
                ("ACL 2023", "ACL", "2023-07-09", 8),
                ("ICML 2024", "ICML", "2024-07-21", 2_000),
                ("ICLR 2024", "ICLR", "2024-05-07", 1_800),
            ],
            ("ICLR 2024", "ICML 2024"),
        ),
        # a handful that documents name is nothing to compare
        (
            [
                ("NeurIPS 2024", "NeurIPS", "2024-12-10", 1, 0),
                ("NeurIPS 2023", "NeurIPS", "2023-12-10", 12, 0),
            ],
            ("", ""),
        ),
        (
            [("ICML 2024", "ICML", "2024-07-21", 2_000), ("NeurIPS 2023", "NeurIPS", "2023-12-10", 12, 0)],
            ("", ""),
        ),
        # a workshop without days is no edition before its conference
        ([("ICML 2024", "ICML", "2024-07-21", 2_000), ("ICML 2024 Workshop", "ICML", "", 40)], ("", "")),
    ],
)
def test_lists_of_many_papers_are_compared_first_and_a_handful_never_is(rows, pair):
    assert _latest([listed(*row) for row in rows]) == pair
