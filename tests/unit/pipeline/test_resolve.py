"""Which records are one work: ids, titles and witnesses."""

from dataclasses import replace

import pytest

from explorer.model import EditionRef, PaperRecord, SeriesKind, Span
from explorer.pipeline.identity import Stated, Work, work_of
from explorer.pipeline.resolve import resolve

ICML = EditionRef(SeriesKind.VENUE, "ICML", "2024", "2024-07-21", "2024-07-27")
NEURIPS = EditionRef(SeriesKind.VENUE, "NeurIPS", "2023", "2023-12-10", "2023-12-16")


def record(title, **stated):
    return PaperRecord(title=title, evidence=Span(0, len(title), title), **stated)


def works(*records, known=()):
    """Numbers of the works that the records are: equal numbers are one work."""
    resolutions, _, _ = resolve([Stated(r) for r in records], known)
    return [r.work for r in resolutions]


LONG = "Better & Faster Large Language Models via Multi-token Prediction"


def test_one_arxiv_id_is_one_work_whatever_the_titles_say():
    a, b = works(record("Multi-token Prediction", arxiv_id="2404.19737"), record(LONG, arxiv_id="2404.19737"))
    assert a == b


def test_two_arxiv_ids_are_two_works_though_title_and_author_agree():
    same = record(LONG, authors=("Fabian Gloeckle",))
    a, b = works(replace(same, arxiv_id="2404.19737"), replace(same, arxiv_id="2404.19738"))
    assert a != b


@pytest.mark.parametrize(
    "other",
    [
        record(LONG, authors=("Fabian Gloeckle", "Badr Youbi Idrissi")),
        record(
            LONG.replace("&", "and").replace("-", "‐").upper().replace("AND", "&"), authors=("F. Gloeckle",)
        ),
        record(LONG, edition=ICML),
    ],
    ids=["first author", "spelling and initial", "arXiv month before the edition"],
)
def test_a_title_with_a_witness_is_one_work(other):
    a, b = works(
        record(LONG, arxiv_id="2404.19737", authors=("Fabian Gloeckle",) if other.authors else ()), other
    )
    assert a == b


def test_a_title_alone_is_a_proposal():
    resolutions, new, _ = resolve([Stated(record(LONG)), Stated(record(LONG))], ())
    assert new == 2
    assert resolutions[1].proposals == ((resolutions[0].work, "the same title"),)


def test_a_witness_that_disagrees_keeps_two_works_of_one_title_apart():
    a, b = works(
        record("Attention Is All You Need", authors=("Ashish Vaswani",), edition=NEURIPS),
        record("Attention Is All You Need", authors=("Somebody Else",), edition=NEURIPS),
    )
    assert a != b


def test_a_longer_title_is_another_paper():
    a, b = works(
        record("Segment Anything", authors=("Alexander Kirillov",)),
        record("Segment Anything in High Quality", authors=("Lei Ke",)),
    )
    assert a != b


def test_a_short_title_needs_its_author():
    full = record("KAN: Kolmogorov-Arnold Networks", authors=("Ziming Liu",), arxiv_id="2404.19756")
    assert len(set(works(full, record("KAN", authors=("Ziming Liu",))))) == 1
    assert len(set(works(full, record("KAN")))) == 2


def test_an_arxiv_month_after_the_edition_is_no_witness():
    a, b = works(record(LONG, arxiv_id="2412.00001"), record(LONG, edition=ICML))
    assert a != b


def test_leading_tags_and_latex_are_no_part_of_a_title():
    a, b = works(
        record("[Oral] Learning $\\alpha$-Nets", authors=("Ann Ok",)),
        record("Learning α-Nets", authors=("Ann Ok",)),
    )
    assert a == b


def test_a_record_that_proves_two_known_works_to_be_one_merges_them():
    by_title = work_of(7, Stated(record(LONG, authors=("Fabian Gloeckle",), edition=ICML)))
    by_id = work_of(3, Stated(record("Multi-token Prediction", arxiv_id="2404.19737")))
    bridge = record(LONG, arxiv_id="2404.19737", authors=("Fabian Gloeckle",))
    resolutions, new, merges = resolve([Stated(bridge)], [by_id, by_title])
    assert [r.work for r in resolutions] == [3] and new == 0
    assert [(m.keep, m.drop, m.reason) for m in merges] == [(3, 7, "title and first author")]


def test_records_before_a_merge_point_at_the_work_that_stays():
    title = record(LONG, authors=("Fabian Gloeckle",))
    short = record("Multi-token Prediction", arxiv_id="2404.19737")
    bridge = replace(title, arxiv_id="2404.19737")
    assert len(set(works(title, short, bridge))) == 1


def test_works_of_the_library_stay_when_a_new_one_joins_them():
    known = Work(5, keys={"doi": "10.1/x"})
    resolutions, _, merges = resolve(
        [
            Stated(record("A title of some length", arxiv_id="2404.00001")),
            Stated(record("B", arxiv_id="2404.00001", doi="10.1/x")),
        ],
        [known],
    )
    assert [r.work for r in resolutions] == [5, 5] and merges == ()


def test_the_order_of_records_does_not_change_which_are_one():
    rows = [
        record(LONG, arxiv_id="2404.19737"),
        record(LONG, authors=("Fabian Gloeckle",), edition=ICML),
        record("Multi-token Prediction", arxiv_id="2404.19737", authors=("Fabian Gloeckle",)),
    ]
    assert len(set(works(*rows))) == len(set(works(*rows[::-1]))) == 1
