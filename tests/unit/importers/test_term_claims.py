"""Terms of which slides say that they rose or declined."""

import pytest

from explorer.importers import Source
from explorer.importers.slide_transcript import IMPORTER

UP, DOWN = "rising", "declining"


def claims(page, title="Notes on ICML 2024"):
    text = f"{title}\n\nSlide 1\n{title}\nSlide 2\n{page}\nSlide 3\nThank you\n"
    (document,) = IMPORTER.read(Source("deck.txt", text))
    for claim in document.term_claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.exact
    return document.term_claims


def told(page):
    return [(c.term, c.direction.value) for c in claims(page)]


@pytest.mark.parametrize(
    "page",
    [
        "Titles\nRising words\n- state space\n- agents\nDeclining words\n- meta learning\n- few shot",
        "Titles\n- state space\n- agents\n↑ words that grew\n- meta learning\n- few shot\n↓ words that fell",
        "Title words\n- state space\n- agents\n- meta learning\n- few shot\nRising words\nDeclining words",
        "Rising words\nDeclining words\n- state space\n- agents\n- meta learning\n- few shot",
        "Keywords\nRising: state space, agents\nDeclining: meta learning, few shot",
        "Keywords\n- ↑ state space\n- ↑ agents\n- ↓ meta learning\n- ↓ few shot",
        "Keywords\n- state space (+120%) ↑\n- agents ↑\n- meta learning (-12%) ↓\n- few shot ↓",
        "Words\n| words up | words down |\n|-|-|\n| state space | meta learning |\n| agents | few shot |",
        "単語\n2023年から増えた単語\n・state space\n・agents\n減った単語\n・meta learning\n・few shot",
        "标题关键词\n上升关键词:state space、agents\n下降关键词:meta learning、few shot",
    ],
)
def test_terms_are_told_by_captions_before_after_or_beside_them_and_by_arrows(page):
    assert sorted(told(page)) == sorted(
        [("state space", UP), ("agents", UP), ("meta learning", DOWN), ("few shot", DOWN)]
    )


def test_two_lists_before_their_captions_part_where_a_note_stands_between_them():
    pages = [
        "NeurIPS 2023 会議報告",
        "統計 •\n\n    Text to • Time Series 独自集計 • Few Shot 2022年より増えた単語 2022年より減った単語",
    ]
    pages += list("abcdef")
    text = "NeurIPS 2023 会議報告\n\n" + "".join(f"  {n}. {page}\n" for n, page in enumerate(pages, 1))
    (document,) = IMPORTER.read(Source("deck.txt", text))
    assert [(c.term, c.direction.value, c.from_edition, c.to_edition) for c in document.term_claims] == [
        ("Text to", UP, "NeurIPS 2022", "NeurIPS 2023"),
        ("Time Series", UP, "NeurIPS 2022", "NeurIPS 2023"),
        ("Few Shot", DOWN, "NeurIPS 2022", "NeurIPS 2023"),
    ]


@pytest.mark.parametrize(
    ("heading", "editions"),
    [
        ("Rising keywords since 2022", ("ICML 2022", "ICML 2024")),
        ("Rising keywords, ICML 2023 vs ICML 2024", ("ICML 2023", "ICML 2024")),
        ("Rising keywords, NeurIPS'22 to NeurIPS'23", ("NeurIPS 2022", "NeurIPS 2023")),
        ("Rising keywords compared with last year", ("ICML 2023", "ICML 2024")),
        ("Hot keywords", ("", "ICML 2024")),
    ],
)
def test_a_claim_says_from_which_edition_to_which(heading, editions):
    found = claims(f"{heading}\n- agents\n- state space")
    assert {(c.from_edition, c.to_edition, c.direction.value) for c in found} == {(*editions, UP)}


@pytest.mark.parametrize(
    "page",
    [
        "Advice\n- Use key terms, up to ten\n- Write them down",
        "Method\n- The score of words rose when we trained longer on many more of them\n- It fell later",
        "Results\n- Accuracy ↑\n- Latency ↓",
        "Rising words\n- one word alone",
        "Keywords, rising and declining\n- agents\n- few shot",
    ],
)
def test_prose_and_results_claim_nothing_of_terms(page):
    assert told(page) == []


def test_one_list_under_two_captions_that_cannot_be_parted_claims_nothing():
    assert told("Words\n- one\n- two\n- three\nRising words\nDeclining words") == []
