"""Reports in prose: what they state, which papers they speak of, and what is left alone."""

import time

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers.conference_report import IMPORTER
from explorer.model import BlockKind, DocumentKind, EditionRef, Role, SeriesKind
from explorer.resources import resource

PROSE = "The authors show that the method holds up on every benchmark that they tried, and on two more.\n"
PLAIN = "Vienna was warm in those days, and the halls were full of people who had come a long way.\n"


def read(text, name="report.md"):
    (document,) = IMPORTER.read(Source(name, text))
    for paper in document.papers:
        assert text[paper.evidence.start : paper.evidence.end] == paper.evidence.exact
    return document


def papers(document):
    return [(p.title, p.role) for p in document.papers]


def test_a_report_says_who_wrote_it_when_and_on_which_edition():
    document = read(f"# Notes from ICML 2024\n\nBy: Ada Bee, Carl Dee\nPublished: 2024-08-05\n\n{PROSE}")
    assert document.kind is DocumentKind.CONFERENCE_REPORT
    assert (document.title, document.authors, document.date) == (
        "Notes from ICML 2024",
        ("Ada Bee", "Carl Dee"),
        "2024-08-05",
    )
    assert [edition.name for edition in document.editions] == ["ICML 2024"]
    assert (document.covers_from, document.covers_to) == ("2024-07-21", "2024-07-27")
    assert document.issue_of == EditionRef(SeriesKind.REPORT, "Notes from ICML 2024", "")


def test_a_report_without_a_title_is_named_by_its_edition_and_file():
    assert (
        read(f"ICML 2024 was in Vienna, and we were there.\n\n{PROSE}", "trip.txt").title == "ICML 2024: trip"
    )


@pytest.mark.parametrize(
    "below",
    [
        "arXiv:2403.10059",
        "Di Wu, Xiaofei Ma. arXiv:2403.10059",
        "[arXiv](https://arxiv.org/abs/2403.10059) | [Code](https://github.com/a/b)",
    ],
)
def test_a_heading_with_an_id_right_below_it_is_the_title_of_a_paper(below):
    title = "Selective Retrieval for Repository-Level Code Completion"
    document = read(f"# ICML 2024\n\n## {title}\n{below}\n\n{PROSE}")
    (paper,) = document.papers
    assert (paper.title, paper.arxiv_id, paper.role) == (title, "2403.10059", Role.REVIEWED)
    assert [b.kind for b in document.blocks if b.paper == 0] == [
        BlockKind.PAPER_TITLE,
        BlockKind.META,
        BlockKind.TEXT,
    ]


def test_a_heading_above_prose_with_an_id_in_it_is_only_a_heading():
    document = read(
        "# ICML 2024\n\n## Learning From Shifted Data\n\n"
        "The birds (see arXiv:1911.08731) came up in many talks.\n"
    )
    assert papers(document) == [("", Role.BACKGROUND)]


def test_parts_of_a_section_on_a_paper_speak_of_it_and_the_next_section_does_not():
    document = read(
        "# ICML 2024\n\n## [Selective Retrieval for Code](https://arxiv.org/abs/2403.10059)\n\n"
        f"{PROSE}\n### Results\n\n{PROSE}\n## Closing words\n\n{PROSE}"
    )
    texts = [(b.section, b.paper) for b in document.blocks if b.kind is BlockKind.TEXT]
    assert texts == [("Selective Retrieval for Code", 0), ("Results", 0), ("Closing words", None)]


def test_a_listed_paper_with_a_description_is_reviewed_and_one_without_is_referenced():
    document = read(
        "# ICML 2024\n\n## Seen\n\n"
        "- **The Platonic Representation Hypothesis** (arXiv:2405.07987): models of text and images agree.\n"
        "- **Prompt Sketching for Large Language Models** (arXiv:2311.04954)\n"
    )
    assert [role for _, role in papers(document)] == [Role.REVIEWED, Role.REFERENCED]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("References", Role.REFERENCED),
        ("参考文献", Role.REFERENCED),
        ("Background", Role.BACKGROUND),
        ("関連研究", Role.BACKGROUND),
    ],
)
def test_the_section_decides_the_role_of_what_is_only_cited(heading, role):
    document = read(
        f"# ICML 2024\n\n## {heading}\n\n"
        "- “The Platonic Representation Hypothesis”, arXiv:2405.07987. It says much about models.\n"
    )
    assert papers(document) == [("The Platonic Representation Hypothesis", role)]


def test_a_paper_that_is_named_twice_is_one_record_with_what_both_places_say():
    document = read(
        "# ICML 2024\n\n## Talks\n\n"
        "We heard of “The Platonic Representation Hypothesis” (Huh et al., 2024) first.\n\n"
        f"## The Platonic Representation Hypothesis\n\narXiv:2405.07987\n\n{PROSE}"
    )
    (paper,) = document.papers
    assert (paper.arxiv_id, paper.authors, paper.role) == ("2405.07987", ("Huh",), Role.REVIEWED)


def test_a_reference_that_a_page_broke_into_pieces_is_read_as_one():
    document = read(
        "What we learned at ICML 2024\n\nOur favourites\n\nLin, F., La Malfa, E., & Cohn, A. (2024).\n\n"
        f"Graph-Enhanced Language Models in Plan Reasoning\n\n.\n\narXiv:2402.02805\n\n{PROSE}\n"
        f"Next\n\n{PROSE}"
    )
    (paper,) = document.papers
    assert (paper.title, paper.arxiv_id, paper.authors[1]) == (
        "Graph-Enhanced Language Models in Plan Reasoning",
        "2402.02805",
        "E. La Malfa",
    )
    assert (paper.role, paper.section) == (Role.REVIEWED, "Our favourites")


def test_a_reference_without_a_title_is_an_issue_with_its_line():
    document = read(f"# ICML 2024\n\n{PROSE}\nLin, F., La Malfa, E., & Cohn, A. (2024).\n\n{PROSE}")
    assert not document.papers
    assert [issue.line for issue in document.issues] == [5]


def test_a_label_glued_to_headings_is_no_part_of_them():
    document = read(
        f"ICML 2024 was good.\ntagFirst part\n{PLAIN}tagSecond part\n{PLAIN}tag第三の部分\n{PLAIN}"
    )
    headings = [b.text for b in document.blocks if b.kind is BlockKind.HEADING]
    assert headings == ["First part", "Second part", "第三の部分"]


@pytest.mark.corpus
def test_the_japanese_report_names_its_papers_by_their_headings(corpus):
    (path,) = (corpus / "seeds").glob("000_*")
    document = read(path.read_bytes().decode("utf-8"))
    assert (document.publisher, document.language, document.covers_from) == ("Jina AI", "ja", "2024-07-21")
    assert [p.role for p in document.papers].count(Role.REVIEWED) == 12
    assert [p.arxiv_id for p in document.papers if p.role is Role.BACKGROUND] == ["1911.08731"]
    assert [p.authors[0] for p in document.papers if p.authors] == [
        "Fangru Lin",
        "Felipe Maia Polo",
        "Zachary Robertson",
        "Mark Müller",
    ]


def test_titles_in_running_text_leave_the_sentence_whole():
    sentence = "《The Platonic Representation Hypothesis》(arXiv:2405.07987)认为大模型的表示越来越相似。"
    document = read(f"# ICML 2024 报告\n\n{sentence}\n")
    (block,) = [b for b in document.blocks if b.kind is BlockKind.TEXT]
    assert (block.text, block.paper, block.language) == (sentence, 0, "zh")


@pytest.mark.parametrize(
    "text",
    [
        f"# Notes\n\n{PROSE}\n\n{PROSE}",
        f"# Notes\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n| list | ICML 2024 |\n",
        '{"title": "ICML 2024"}',
        "ICML 2024",
        "Slide 1\nICML 2024\n\nSlide 2\nmore\n\nSlide 3\nmore\n",
        "",
    ],
)
def test_what_is_no_report_is_left_to_others(text):
    assert IMPORTER.recognise(Source("x.md", text)) < 0.5


@pytest.mark.parametrize("text", ["", " \n\n", "123\n"])
def test_a_file_without_words_is_refused(text):
    with pytest.raises(ImportFailed, match="no text"):
        IMPORTER.read(Source("x", text))


def test_the_sample_report_is_read_in_full():
    text = resource("sample").joinpath("report-zh.md").read_text("utf-8")
    document = read(text)
    assert len(document.papers) == text.count("arXiv:")
    assert all(p.title and p.arxiv_id and p.role is Role.REVIEWED for p in document.papers)
    assert not document.issues


@pytest.mark.parametrize(
    "text",
    [
        "# A\n" * 20_000,
        "x\n\n" * 30_000,
        "Lin, F. (2024).\n\n" * 6_000,
        "tagA\n" * 20_000,
        "- [a](b) " * 12_000,
        "ICML 2024\n===\n" * 8_000,
    ],
    ids=lambda t: t[:8],
)
def test_hostile_reports_take_linear_time(text):
    start = time.process_time()
    IMPORTER.recognise(Source("x", text))
    read(text)
    assert time.process_time() - start < 4


@pytest.mark.corpus
def test_every_arxiv_id_of_the_english_report_has_its_title(corpus):
    (path,) = (corpus / "seeds").glob("001_*")
    document = read(path.read_bytes().decode("utf-8"))
    titled = {p.arxiv_id: p.title for p in document.papers if p.arxiv_id}
    assert len(titled) == 11
    assert [i for i, title in titled.items() if not title] == ["1911.08731"]
    assert sum(p.role is Role.REVIEWED for p in document.papers) == 12
    assert [p.title.partition(":")[0] for p in document.papers if not p.authors and p.title] == ["Jina CLIP"]
