"""Trends that a deck claims, with their questions and papers."""

import pytest

from explorer.importers import Source
from explorer.importers._trend_labels import read_label
from explorer.importers.slide_transcript import IMPORTER

AGENDA = "Agenda\n- Trend 1: Cheaper tuning\n- Trend 2: Better data\n- Wrap-up"
KTO = "Paper 1/1: KTO: Model Alignment as Prospect Theoretic Optimization"
LIMA = "Paper 1/1: LIMA: Less Is More for Alignment"


def deck(*pages):
    return "".join(f"Slide {n}\n{page}\n" for n, page in enumerate(pages, 1))


def read(text):
    (document,) = IMPORTER.read(Source("deck.txt", text))
    for trend in document.trends:
        assert text[trend.evidence.start : trend.evidence.end] == trend.evidence.exact
    return document


def trends(text):
    document = read(text)
    return [(t.label, [document.papers[row].title for row in t.papers]) for t in document.trends]


@pytest.mark.parametrize(
    ("text", "key", "label"),
    [
        ("Trend 2: Better data", (2,), "Better data"),
        ("TREND II – Better data", (2,), "Better data"),
        ("Trend (2/5): Better data", (2,), "Better data"),
        ("Summary of Trend 2: Better data", (2,), "Better data"),
        ("Trend 2.1 Smaller data", (2, 1), "Smaller data"),
        ("トレンド2まとめ. データの質", (2,), "データの質"),
        ("【トレンド2】データの質", (2,), "データの質"),
        ("2つ目の潮流: データの質", (2,), "データの質"),
        ("趋势十二:数据为先".replace(":", ": "), (12,), "数据为先"),
        ("第二个趋势:数据为先", (2,), "数据为先"),
        ("Part II", (2,), ""),
    ],
)
def test_a_label_is_told_from_its_number_in_any_script(text, key, label):
    found = read_label(text)
    assert (found.key, text[found.start :]) == (key, label)


@pytest.mark.parametrize(
    "text",
    ["Trends in 2023", "トレンド1の後半も同じ", "Part of the story", "トレンドラインから見ると", "Section"],
)
def test_prose_that_begins_like_a_label_is_none(text):
    assert read_label(text) is None


def test_each_trend_stands_once_with_the_papers_of_its_part():
    text = deck(
        "NeurIPS 2023 in two trends",
        AGENDA,
        "Trend 1: Cheaper tuning\n- Can tuning be cheap?",
        f"{KTO}\n- Thumbs are enough",
        AGENDA,
        "Trend 2: Better data",
        f"{LIMA}\n- A thousand examples",
        AGENDA,
    )
    assert trends(text) == [("Cheaper tuning", [KTO[11:]]), ("Better data", [LIMA[11:]])]
    assert read(text).trends[0].questions == ("Can tuning be cheap?",)


def test_slides_between_a_shown_agenda_and_a_trend_lead_up_to_it_but_background_is_not_of_it():
    text = deck(
        "Two trends",
        AGENDA,
        "Trend 1: Cheaper tuning\n- words on it",
        AGENDA,
        "Background: data\n- “Scaling Laws for Neural Language Models”, NeurIPS 2020",
        f"{LIMA}\n- A thousand examples",
        "Trend 2: Better data\n- words on it",
    )
    assert trends(text) == [("Cheaper tuning", []), ("Better data", [LIMA[11:]])]


def test_a_deck_whose_agenda_alone_divides_it_files_papers_by_the_showing():
    text = deck("Two trends", AGENDA, f"{KTO}\n- Thumbs", AGENDA, f"{LIMA}\n- A thousand", "Thank you")
    assert trends(text) == [("Cheaper tuning", [KTO[11:]]), ("Better data", [LIMA[11:]])]


def test_conclusion_and_references_close_the_last_trend():
    text = deck("One", "Trend 1: Tuning\n- words", "Trend 2: Data", "Conclusion", f"{LIMA}\n- words")
    assert trends(text) == [("Tuning", []), ("Data", [])]


def test_labels_inside_a_trend_slide_open_no_trend_of_their_own():
    text = deck(
        "二つの傾向",
        "トレンド1: 学習を安く\n・安くできるか?",
        "トレンド2: 画像でも同様\n【トレンド1】どう学習させる?\n【トレンド3】どう評価する?",
        f"論文紹介(1/1): {LIMA[11:]}\n・千件で足りる",
    )
    assert trends(text) == [("学習を安く", []), ("画像でも同様", [LIMA[11:]])]


def test_a_list_that_holds_a_known_paper_names_papers_in_its_other_items():
    other = "Bridging Theory and Practice of Widgets with an Effective Horizon"
    text = deck(
        "Two trends",
        f"Trend 1: Theory\n- KTO: Model Alignment as Prospect Theoretic Optimization\n- {other}\n- Words",
        f"{KTO}\n- Thumbs are enough for it",
        "Trend 2: Practice",
    )
    assert trends(text) == [("Theory", [KTO[11:], other]), ("Practice", [])]


def test_a_label_in_two_languages_gives_two_names():
    text = deck("Two trends", "Trend 1: データの質 / Data quality", "Trend 2: Tools", "End")
    assert dict(read(text).trends[0].names) == {"ja": "データの質", "en": "Data quality"}


def test_a_part_of_a_trend_names_its_trend():
    text = deck("Trends", "Trend 1: Tuning", "Trend 1.1: Adapters", "Trend 2: Data")
    assert [(t.label, t.parent) for t in read(text).trends] == [
        ("Tuning", None),
        ("Adapters", 0),
        ("Data", None),
    ]


def test_parts_are_trends_only_in_a_deck_about_trends():
    pages = [
        "Contents\n- Part 1: Small models\n- Part 2: Data",
        "Part 1: Small models",
        "Part 2: Data\n- words",
    ]
    assert trends(deck("A talk", *pages)) == []
    assert [label for label, _ in trends(deck("Two trends of 2023", *pages))] == ["Small models", "Data"]


def test_agenda_introduction_and_conclusion_are_no_trends():
    pages = ["Part 1: Introduction", "Part 2: Small models", "Part 3: Tools", "Part 4: Conclusion"]
    assert [label for label, _ in trends(deck("Trends of 2023", *pages))] == ["Small models", "Tools"]


def test_a_deck_without_trends_gives_none():
    assert trends(deck("A talk", "Agenda\n- Method\n- Results", "Method\n- words", "Results\n- words")) == []
