"""Which records are one work: ids, titles and witnesses."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.model import DocumentKind, EditionRef, PaperRecord, Role, SeriesKind, Span
from explorer.pipeline.identity import Stated, Work, reviewed_editions, work_of
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


COLM = EditionRef(SeriesKind.VENUE, "COLM", "2024", "2024-10-07", "2024-10-09")
PRUNE = "PondNet: Pruning Hedges by the Gradient of Their Shade"
ABSTRACT = "We prune hedges by the gradient of their shade. Gardeners measure light under each leaf and cut."
SAID = "measures the light under each leaf of a hedge; gardeners cut by the gradient of the shade"
OTHERS = [
    ("Robots That Fold Paper", "Robots fold paper cranes with two soft grippers and a camera."),
    ("Talking to Ducks", "A language model is trained on the calls of ducks in three ponds."),
    ("Cheap Attention for Long Rivers", "Attention is cheap when rivers are long and flow in one direction."),
]


def listed(title, edition=ICML, **stated):
    return Stated(record(title, edition=edition, **stated), day="", kind=DocumentKind.PAPER_LIST)


def venue_list(*rows, edition=ICML):
    return [listed(title, edition, abstract=abstract) for title, abstract in (*rows, *OTHERS)]


def row(title, said="", day="2024-03-04", **stated):
    return Stated(record(title, **stated), day=day, description=said)


def on(edition, title, role=Role.REVIEWED, **stated):
    """A record of a report on an edition."""
    found = record(title, role=role, **stated)
    return Stated(
        found, reviewed_editions(found, (edition,)), kind=DocumentKind.CONFERENCE_REPORT, around=(edition,)
    )


def outcome(*stated, known=()):
    """(works, proposals) of records: equal numbers are one work."""
    resolutions, _, _ = resolve(stated, known)
    return [r.work for r in resolutions], [proposal for r in resolutions for proposal in r.proposals]


def both_ways(first, second):
    """Whether the first record of each side are one work, the sides imported together in either order."""
    there, asked = outcome(*first, *second)
    back, asked_back = outcome(*second, *first)
    same = there[0] == there[len(first)]
    assert same == (back[0] == back[len(second)])
    assert len(asked) == len(asked_back)
    return same


@pytest.mark.parametrize(
    ("title", "said", "arxiv_id", "same"),
    [
        ("PondNet", SAID, "2403.00001", True),
        ("PondNet", SAID, "", True),
        ("PondNet", "a camera and two soft grippers fold paper cranes", "2403.00001", False),
        ("PondNet", SAID, "2412.00001", False),
        ("PondNet", "", "2403.00001", False),
        ("Pruning Hedges by the Gradient of Their Shade", "", "2403.00001", False),
        ("PondNet", "", "", False),
        ("LakeNet", SAID, "2403.00001", False),
        ("PondNet: Pruning Hedges", SAID, "2403.00001", True),
        ("PondNet: Pruning Hedges by the Gra…", SAID, "2403.00001", True),
        ("Pruning Hedges by the Gradient of Their Shade", SAID, "2403.00001", True),
        ("Pruning Hedges by Shade", SAID, "2403.00001", True),
        ("A Shade Method (PondNet)", SAID, "2403.00001", True),
        ("Shade and Hedges in Winter", SAID, "2403.00001", False),
    ],
)
def test_a_short_title_needs_a_description_that_fits_and_a_month_that_does_not_disagree(
    title, said, arxiv_id, same
):
    assert both_ways([row(title, said, arxiv_id=arxiv_id)], venue_list((PRUNE, ABSTRACT))) == same


def test_of_two_papers_of_one_name_the_description_tells_which():
    lists = [
        *venue_list((PRUNE, ABSTRACT)),
        *venue_list(
            ("PondNet: Counting Frogs at Night", "Frogs are counted at night by sound."), edition=COLM
        ),
    ]
    there, _ = outcome(row("PondNet", SAID, arxiv_id="2403.00001"), *lists)
    assert there[0] == there[1] != there[5]
    *others, silent = outcome(*lists, row("PondNet", "", arxiv_id="2403.00001"))[0]
    assert silent not in others


def test_a_beginning_without_a_colon_is_another_paper_though_month_and_subject_fit():
    better = listed(
        "Hedge Anything in High Quality", abstract="We improve the Hedge Anything model at leaves."
    )
    others = venue_list(
        ("Hedge Anything in 3D", "Hedges in three dimensions, with the Hedge Anything model.")
    )
    found = row("Hedge Anything", "a model that cuts the hedge of anything", arxiv_id="2404.00001")
    works_found, _ = outcome(found, better, *others)
    assert works_found[0] not in works_found[1:]


def test_a_paper_reviewed_in_a_report_on_an_edition_is_found_in_its_list():
    for title in ("PondNet", PRUNE, "Pruning Hedges by the Gradient of Their Shade"):
        assert both_ways([on(ICML, title)], venue_list((PRUNE, ABSTRACT)))
    assert not both_ways([on(NEURIPS, "PondNet")], venue_list((PRUNE, ABSTRACT)))


def test_a_paper_that_a_report_only_mentions_needs_its_full_title():
    assert both_ways([on(ICML, PRUNE, Role.BACKGROUND)], venue_list((PRUNE, ABSTRACT)))
    assert not both_ways([on(ICML, "PondNet", Role.BACKGROUND)], venue_list((PRUNE, ABSTRACT)))


def test_an_acronym_is_a_short_form():
    full = "Direct Hedge Optimization: Your Garden Is Secretly a Reward"
    assert both_ways([on(ICML, "DHO")], venue_list((full, ABSTRACT)))
    assert not both_ways([on(ICML, "DHX")], venue_list((full, ABSTRACT)))


def test_two_lists_with_one_title_are_one_work_only_with_its_authors():
    one = listed("Hedges Without Gardeners", authors=("Ana Silva", "Bo Chen"))
    for authors, same in ((("Ana Silva",), True), (("Bo Chen", "Ana Silva"), True), (("Dana Moe",), False)):
        later = listed("Hedges Without Gardeners", COLM, authors=authors)
        found, asked = outcome(one, later)
        assert (found[0] == found[1]) == same
        assert not asked


def test_a_sequel_of_one_author_is_another_paper():
    sequel = "PondNet: A Second Look at Hedges"
    first, second = (listed(t, e, authors=("Ana Silva",)) for t, e in ((PRUNE, ICML), (sequel, COLM)))
    assert len(set(outcome(first, second)[0])) == 2
    preprint = replace(second.record, edition=None, arxiv_id="2512.00001")
    assert len(set(outcome(first, replace(second, record=preprint, kind=DocumentKind.METADATA))[0])) == 2
    early = replace(preprint, arxiv_id="2402.00001")
    assert len(set(outcome(first, replace(second, record=early, kind=DocumentKind.METADATA))[0])) == 1


def test_a_digest_that_gives_no_id_meets_the_preprint_of_its_month():
    preprint = Stated(record(PRUNE, arxiv_id="2403.00001"), kind=DocumentKind.METADATA)
    assert both_ways([row("PondNet")], [preprint])
    assert not both_ways([row("PondNet", day="2024-09-02")], [preprint])


def test_authors_in_another_script_say_nothing():
    japanese = on(ICML, PRUNE, authors=("山田太郎",))
    assert both_ways([japanese], [listed(PRUNE, authors=("Taro Yamada",), abstract=ABSTRACT)])


def test_works_that_a_person_kept_apart_stay_apart():
    known = [work_of(4, row(PRUNE, authors=("Ana Silva",))), work_of(5, row(PRUNE, arxiv_id="2403.00001"))]
    known[0].apart.add(5)
    bridge = row(PRUNE, authors=("Ana Silva",), arxiv_id="2403.00001")
    resolutions, _, merges = resolve([bridge], known)
    assert [r.work for r in resolutions] == [5]
    assert merges == ()


def test_what_a_merge_teaches_proves_another_one():
    """The digest's name meets the list by its description, the slide's subtitle then by its edition."""
    digest = work_of(3, row("PondNet", SAID, arxiv_id="2403.00001"))
    slide = work_of(4, on(ICML, "Pruning Hedges by the Gradient of Their Shade"))
    resolutions, new, merges = resolve(venue_list((PRUNE, ABSTRACT)), [digest, slide])
    assert resolutions[0].work == 3
    assert [(m.keep, m.drop) for m in merges] == [(3, 4)]
    assert new == len(OTHERS)


def test_a_strange_title_whose_description_fits_is_a_question():
    found, asked = outcome(row("Garden Light", SAID + " " + ABSTRACT), *venue_list((PRUNE, ABSTRACT)))
    assert found[0] != found[1]
    assert [reason for _, reason in asked] == ["its description"]


def test_many_works_of_one_title_take_little_time():
    start = time.process_time()
    found, _ = outcome(*[row("Editorial", authors=(f"Author {n:x}",)) for n in range(3_000)])
    assert len(set(found)) == 3_000
    assert time.process_time() - start < 5


@settings(max_examples=40)
@given(st.permutations(range(8)))
def test_any_order_of_records_finds_the_same_works(order):
    rows = [
        *venue_list((PRUNE, ABSTRACT)),
        row("PondNet", SAID, arxiv_id="2403.00001"),
        on(ICML, "Pruning Hedges by the Gradient of Their Shade"),
        row(PRUNE, authors=("Ana Silva",), arxiv_id="2403.00001"),
        row("Talking to Ducks", arxiv_id="2402.00002"),
    ]
    plain, _ = outcome(*rows)
    mixed, _ = outcome(*[rows[i] for i in order])
    back = dict(zip(order, mixed, strict=True))
    assert [[plain[i] == plain[j] for j in range(8)] for i in range(8)] == [
        [back[i] == back[j] for j in range(8)] for i in range(8)
    ]


def test_a_long_name_with_the_right_month_is_enough_where_nobody_describes_it():
    hedges = venue_list(("HedgePruner: Cutting by Shade", ABSTRACT))
    assert both_ways([row("HedgePruner", arxiv_id="2403.00001")], hedges)
    assert not both_ways([row("HedgePruner", arxiv_id="2203.00001")], hedges)
    assert not both_ways([row("HedgePruner")], hedges)
