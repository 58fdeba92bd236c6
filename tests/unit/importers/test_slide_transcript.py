"""Transcripts of slides: where slides begin, what repeats, which papers they show."""

import time
from pathlib import Path

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers.slide_transcript import IMPORTER
from explorer.model import BlockKind, DocumentKind, EditionRef, Role, SeriesKind
from explorer.resources import resource
from explorer.text.lines import line_spans

DPO = "Direct Preference Optimization: Your Language Model is Secretly a Reward Model"
TOT = "Tree of Thoughts: Deliberate Problem Solving with Large Language Models"


def read(text, name="slides.txt"):
    (document,) = IMPORTER.read(Source(name, text))
    for paper in document.papers:
        assert text[paper.evidence.start : paper.evidence.end] == paper.evidence.exact
    return document


def headings(document):
    return [b.text for b in document.blocks if b.kind is BlockKind.HEADING]


def deck(marker, pages):
    return "".join(f"{marker.format(n=n, of=len(pages))}{page}\n" for n, page in enumerate(pages, 1))


PAGES = [
    "Opening\n- we begin here",
    "Middle\n- we go on here",
    "Method\n- we show it",
    "Closing\n- we end here",
]


@pytest.mark.parametrize(
    "marker",
    [
        "Slide {n}\n",
        "## Slide {n}: ",
        "[Slide {n}/{of}]\n",
        "--- Page {n} of {of} ---\n",
        "スライド{n}\n",
        "第{n}页\n",
        "{n}/{of}\n",
        "\f",
    ],
)
def test_slides_are_told_apart_by_any_usual_marker(marker):
    text = deck(marker, PAGES)
    assert IMPORTER.recognise(Source("x.txt", text)) >= 0.5
    assert headings(read(text)) == ["Opening", "Middle", "Method", "Closing"]


def test_slides_of_a_numbered_list_lose_page_number_and_running_head():
    pages = [
        "Opening words •\n\n    one • two",
        "Middle part\n\n    and its end • three",
        "Next",
        "Fourth",
        "Fifth",
        "Sixth",
    ]
    text = "NeurIPS 2023 talk\n\nTranscript\n\n" + "".join(
        f"  {n}. {n} Confidential © Example Inc. {page}\n" for n, page in enumerate(pages, 1)
    )
    assert headings(read(text))[:2] == ["Opening words", "Middle part and its end"]


def test_a_short_numbered_list_in_a_text_is_no_deck():
    text = (
        "A report on ICML 2024.\n\n"
        + "".join(f"{n}. item\n" for n in range(1, 9))
        + "Some words follow here.\n" * 40
    )
    assert IMPORTER.recognise(Source("x.txt", text)) == 0


def test_a_slide_that_is_shown_again_counts_once():
    text = deck(
        "Slide {n}\n",
        ["Agenda\n- alpha\n- beta", "Alpha\n- words", "Agenda\n- alpha\n- beta", "Beta\n- words"],
    )
    document = read(text)
    assert headings(document) == ["Agenda", "Alpha", "Beta"]
    assert sum(b.kind is BlockKind.FURNITURE and b.text == "- alpha" for b in document.blocks) == 1


def test_a_foot_that_most_slides_carry_belongs_to_none():
    document = read(deck("Slide {n}\n", [f"{page}\nExample Inc. 2023" for page in PAGES]))
    assert not any("Example Inc." in b.text for b in document.blocks if b.kind is not BlockKind.FURNITURE)


def test_a_talk_says_who_gave_it_when_and_on_which_edition():
    text = (
        "What we saw at NeurIPS 2023\nSpeaker: Bo Bee\nOrganization: Example Lab\nJanuary 15, 2024\n\n"
        + deck("Slide {n}\n", PAGES)
    )
    document = read(text)
    assert document.kind is DocumentKind.SLIDE_TRANSCRIPT
    assert (document.title, document.authors, document.publisher) == (
        "What we saw at NeurIPS 2023",
        ("Bo Bee",),
        "Example Lab",
    )
    assert (document.date, [e.name for e in document.editions]) == ("2024-01-15", ["NeurIPS 2023"])
    assert document.issue_of == EditionRef(SeriesKind.TALK, "What we saw at NeurIPS 2023", "")


def test_a_paper_on_two_slides_is_one_and_both_speak_of_it():
    text = deck(
        "Slide {n}\n",
        ["Start", f"論文紹介(1/1): {TOT}\n- 先読みを行う", f"論文紹介(1/1): {TOT}\n- 探索の手順", "End"],
    )
    document = read(text)
    assert [(p.title, p.role) for p in document.papers] == [(TOT, Role.REVIEWED)]
    assert [b.paper for b in document.blocks if b.kind is BlockKind.TEXT] == [0, 0]


def test_a_title_that_is_broken_across_lines_is_one_title():
    pages = [
        "Start here",
        "論⽂紹介(3/4)︓ Direct\n\n    Preference Optimization: Your Language Model is "
        "Secretly a Reward Model(Outstanding Paper) • 要点",
        *"abcdef",
    ]
    text = "".join(f"  {n}. {page}\n" for n, page in enumerate(pages, 1))
    (paper,) = read(text).papers
    assert (paper.title, paper.award, paper.role) == (DPO, "Outstanding Paper", Role.REVIEWED)


@pytest.mark.parametrize(
    ("slide", "role"),
    [
        (f"Tuning\n- DPO needs no reward model at all\n- “{DPO}”, NeurIPS 2023", Role.REVIEWED),
        (f"Background: tuning\n- DPO needs no reward model at all\n- “{DPO}”, NeurIPS 2023", Role.BACKGROUND),
        (f"Tuning\n- DPO needs no reward model at all\n- “{DPO}”, NeurIPS 2021", Role.REFERENCED),
        (f"Tuning\n- DPO needs no reward model at all\n- Source: “{DPO}”, NeurIPS 2023", Role.REFERENCED),
        (f"References\n- “{DPO}”, NeurIPS 2023", Role.REFERENCED),
    ],
)
def test_a_slide_that_speaks_of_its_paper_reviews_it(slide, role):
    document = read("NeurIPS 2023 in slides\n\n" + deck("Slide {n}\n", [*PAGES, slide]))
    assert [(p.title, p.role) for p in document.papers] == [(DPO, role)]


def test_a_file_without_slides_is_refused():
    with pytest.raises(ImportFailed, match="not divided"):
        IMPORTER.read(Source("x", "Some words.\n"))


def test_empty_slides_are_no_obstacle():
    assert headings(read("Slide 1\n\nSlide 2\n\nSlide 3\nOnly this\n")) == ["Only this"]


def test_the_sample_talk_is_read_in_full():
    text = resource("sample").joinpath("slides-en.txt").read_text("utf-8")
    document = read(text)
    assert len(document.papers) == text.count("arXiv:")
    assert all(p.title and p.arxiv_id and p.authors and p.edition for p in document.papers)
    assert headings(document).count("Agenda") == 1


@pytest.mark.parametrize(
    "text",
    [
        "\f" * 50_000,
        "Slide 1\n" * 20_000,
        "\fa b\n" * 15_000,
        "".join(f"{n}. x\n" for n in range(1, 900)) * 9,
        "Slide 1\nA\n- “x\n" * 6_000,
        "".join(f"Slide {n}\nTrend {n}: x\n- y?\n" for n in range(4_000)),
        "Slide 1\nSlide 2\nSlide 3\nAbout me\n" + "山 " * 20_000 + "A B. 2019. " * 4_000,
        "Slide 1\nSlide 2\nSlide 3\nx\n" + "- ↑ Rising words by Ab Cd\n" * 3_000,
    ],
    ids=lambda t: repr(t[:8]),
)
def test_hostile_decks_take_linear_time(text):
    start = time.process_time()
    IMPORTER.recognise(Source("x", text))
    try:
        read(text)
    except ImportFailed as error:
        assert error.hint
    assert time.process_time() - start < 4


@pytest.mark.corpus
def test_a_real_deck_is_read_with_its_awards(corpus):
    (path,) = (corpus / "seeds").glob("003_*")
    document = read(path.read_bytes().decode("utf-8"))
    assert document.date == "2024-02-01"
    assert sum(p.award.startswith("Outstanding") for p in document.papers) == 3
    assert len(document.papers) >= 26
    assert all(p.title or p.arxiv_id for p in document.papers)


OPENING = "NeurIPS 2023 報告会\n\nスライド1\nNeurIPS 2023 報告会\n"
KTO = "KTO: Model Alignment as Prospect Theoretic Optimization"


def papers_on(page, opening=OPENING):
    document = read(f"{opening}スライド2\n{page}\nスライド3\n終わり\n")
    return document.papers


@pytest.mark.parametrize(
    "title",
    [
        "DataComp: In search of the next generation of multimodal datasets(Workshop Competition)",
        "DataComp: In search of the next generation of multimodal datasets",
        "DataComp: In search of the next generation of multimodal datasets\nSamir Example, Gabriel Sample",
        "【論文紹介 2/3】\nDataComp: In search of the next generation of multimodal datasets",
        "論文紹介: DataComp: In search of\nthe next generation of multimodal datasets\n(NeurIPS 2023 D&B)",
    ],
)
def test_a_slide_with_a_paper_for_its_title_is_told_by_shape_names_or_label(title):
    (paper,) = papers_on(f"{title}\n・最適なデータを選ぶ競技")
    assert paper.title == "DataComp: In search of the next generation of multimodal datasets"
    assert paper.role is Role.REVIEWED


@pytest.mark.parametrize(
    "title",
    [
        "Overview: What We Saw at the Conference This Year",
        "RLHF: Reinforcement Learning from Human Feedback",
        "NeurIPS: The Largest Conference of the Whole Year",
        "Invited Talk: The Many Faces of Responsible Widgets",
        "Trend 2: Models That Use Tools and Talk",
        "Thank You for Your Kind Attention",
    ],
)
def test_a_title_of_a_section_is_no_paper(title):
    assert papers_on(f"{title}\n・言葉を並べる") == ()


def test_awards_are_not_of_the_title_and_were_given_where_the_deck_was():
    (paper,) = papers_on(f"論文紹介(1/1): {KTO}(Outstanding Papers Awards)\n・要点を述べる")
    assert (paper.title, paper.award, paper.edition and paper.edition.name) == (
        KTO,
        "Outstanding Paper",
        "NeurIPS 2023",
    )
    assert papers_on(f"論文紹介(1/1): {KTO}(Runner-up Awards)\n・要点を述べる")[0].award == "Runner-up"
    assert papers_on(f"論文紹介(1/1): {KTO}\n・要点を述べる")[0].edition is None


def test_a_workshop_behind_a_title_is_its_track():
    (paper,) = papers_on(
        f"合成データ\n・要点を述べている\n論文3. {KTO} [Workshop: NeurIPS 2023 Workshop on Widgets]"
    )
    assert (paper.edition and paper.edition.name, paper.track) == (
        "NeurIPS 2023",
        "Workshop NeurIPS 2023 Workshop on Widgets",
    )


def test_a_day_in_brackets_behind_a_title_is_when_it_was_published():
    (paper,) = papers_on(f"背景知識\n・進歩が速い\n・{KTO} (2024/2/1)")
    assert (paper.published, paper.role) == ("2024-02-01", Role.BACKGROUND)


def test_ids_authors_and_code_on_the_slide_of_a_paper_are_the_papers():
    (paper,) = papers_on(
        f"論文紹介 1/1: {KTO}\n・要点を述べる\n・著者: Kawin Ethayarajh, Dan Jurafsky\n・arXiv:2402.01306\n"
        "・コード: https://github.com/example/kto"
    )
    assert (paper.arxiv_id, paper.code_urls) == ("2402.01306", ("https://github.com/example/kto",))
    assert paper.authors == ("Kawin Ethayarajh", "Dan Jurafsky")


def test_a_paper_that_only_an_id_names_has_the_authors_that_its_slide_names():
    (paper,) = papers_on("背景知識\n・2021年にBommasaniらが命名した\n・https://arxiv.org/abs/2108.07258")
    assert (paper.title, paper.authors, paper.authors_complete) == ("", ("Bommasani",), False)
    (other,) = papers_on("背景知識\n・2019年にBommasaniらが命名した\n・https://arxiv.org/abs/2108.07258")
    assert other.authors == ()


def test_a_footnote_names_its_paper_and_authors():
    shown, noted = papers_on(
        f"論文紹介 1/1: {KTO}\n・要点を述べる*\n*Aran Komatsuzaki. 2019. One epoch is all you need. arXiv."
    )
    assert (shown.title, noted.title, noted.authors) == (
        KTO,
        "One epoch is all you need",
        ("Aran Komatsuzaki",),
    )
    assert noted.role is not Role.REVIEWED


def test_a_slide_named_after_a_paper_presents_it_though_it_stands_as_a_source():
    (paper,) = papers_on(
        "Tree of Thoughts\n・思考を木として探す\n・出典: Yao et al. (2023). " + TOT + ". NeurIPS 2023."
    )
    assert paper.role is Role.REVIEWED


def test_a_survey_of_many_editions_is_about_none():
    cited = [
        "Alpha words, ICML 2022",
        "Beta words, NeurIPS 2022",
        "Gamma words, ICLR 2023",
        "Delta, NeurIPS 2022",
    ]
    document = read("A survey\n\n" + deck("Slide {n}\n", ["A survey", *cited, "End"]))
    assert (document.editions, document.covers_from) == ((), "")


def test_every_line_of_a_deck_lies_in_a_block():
    for path in (Path(__file__).parents[2] / "data/importers/slide_transcript").glob("*.txt"):
        text = path.read_text("utf-8")
        blocks = read(text).blocks
        for start, end in line_spans(text):
            if text[start:end].strip(" \f"):
                assert any(b.start < end and start < b.end for b in blocks), text[start:end]
