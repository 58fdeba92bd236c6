"""The reader of what no other format claims: prose, reading lists, questions, captions, web pages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import ImportFailed
from explorer.importers import IMPORTERS, Source
from explorer.importers._blocks import read_lines
from explorer.importers._html import html_passages
from explorer.importers._listed import is_list, line_citations
from explorer.model import BlockKind, DocumentKind
from explorer.pipeline.recognise import recognise
from explorer.text.mapped import decode

DATA = Path(__file__).parents[2] / "data" / "importers" / "general_document"
IMPORTER = IMPORTERS["general_document"]


def read(text, name="note.md"):
    return IMPORTER.read(Source(name, text))[0]


def sample(name):
    return read((DATA / name).read_text("utf-8"), name)


def named(document):
    return [(paper.title, paper.arxiv_id) for paper in document.papers]


def test_a_reading_list_gives_a_paper_per_line_whatever_the_line_holds():
    document = sample("list.txt")
    assert document.kind is DocumentKind.PAPER_LIST
    assert named(document) == [
        ("Attention Over Ladders: A Survey of Rungs", ""),
        ("", "1706.03762"),
        ("Chain of Steps for Reasoning in Small Models", ""),
        ("Graph Ladders for Plan Reasoning", "2402.02805"),
        ("", "2305.10601"),
        ("Steps of Thought: Deliberate Climbing", ""),
    ]
    assert document.papers[5].authors == ("Ann Bee", "Cee Dee")
    assert document.issue_of is None


def test_a_list_below_a_heading_that_says_so_gives_its_papers_and_other_lists_none():
    text = (
        "# Notes\n\nWe talked about many things and it was good.\n\n## Reading list\n\n"
        "- Climbing Ladders With Small Networks\n\n## Agenda\n\n- Opening Remarks By The Chair\n"
    )
    assert named(read(text)) == [("Climbing Ladders With Small Networks", "")]


@pytest.mark.parametrize(
    ("text", "title", "arxiv_id"),
    [
        ("[2402.02805] Graph Ladders for Plans", "Graph Ladders for Plans", "2402.02805"),
        ("arXiv:2402.02805v2 - Graph Ladders for Plans", "Graph Ladders for Plans", "2402.02805"),
        ("2402.02805", "", "2402.02805"),
        ("- [ ] Climbing Ladders With Small Networks (2021)", "Climbing Ladders With Small Networks", ""),
        ("12. Climbing Ladders With Small Networks | Ann Bee", "Climbing Ladders With Small Networks", ""),
    ],
)
def test_lines_of_a_reading_list(text, title, arxiv_id):
    (found,) = line_citations(text)
    assert (text[slice(*found.title)] if found.title else "") == title
    assert found.ids.arxiv_id == arxiv_id


@pytest.mark.parametrize(
    "text",
    [
        "it was a good day",
        "Ann Bee, Cee Dee, Eff Gee",
        "We Went To The Park Today",
        "12:30",
        "Version 2402.1",
    ],
)
def test_lines_that_name_no_paper(text):
    assert line_citations(text) == []


def test_headlines_are_a_reading_list_only_where_something_says_papers():
    lines = read_lines("New Phone Beats Old Phone\nBig Company Buys Small One\nRobots Learn To Cook Rice\n")
    assert not is_list(lines, "headlines")
    assert is_list(lines, "papers to read")


def test_questions_and_answers_are_kept_as_such_and_marked_where_a_machine_wrote_them():
    document = sample("article.md")
    spoken = [
        (b.kind, b.machine) for b in document.blocks if b.kind in (BlockKind.QUESTION, BlockKind.ANSWER)
    ]
    assert [kind for kind, _ in spoken].count(BlockKind.QUESTION) == 2
    assert {machine for _, machine in spoken} == {True}
    assert document.machine_written
    answers = [b.text for b in document.blocks if b.kind is BlockKind.ANSWER]
    assert answers[0].startswith("A: Yes")
    assert any("measured twice" in text for text in answers)


@pytest.mark.parametrize(
    "text",
    [
        "質問1: 速いですか?\n回答1: はい、速いです。\n",
        "问:快吗?\n答:很快。\n",
        "**Q:** Is it fast?\n\n**A:** Yes, it is.\n",
        "Question 1: Is it fast?\nAnswer: Yes, it is.\n",
    ],
)
def test_questions_in_three_languages(text):
    kinds = [b.kind for b in read(f"# A page on ladders\n\nSome words first.\n\n{text}").blocks]
    assert kinds.count(BlockKind.QUESTION) == kinds.count(BlockKind.ANSWER) == 1


def test_questions_below_a_papers_title_are_counted_for_it():
    head = "# Page\n\nHi.\n\n## [Climbing Ladders Slowly](https://arxiv.org/abs/2401.00001)\n\nYes.\n\n"
    text = f"{head}Q: Fast?\nA: No.\nQ: Far?\nA: Yes.\n"
    assert [paper.qa_pairs for paper in read(text).papers] == [2]


def test_a_caption_is_kept_and_a_citation_over_lines_is_whole():
    document = sample("article.md")
    assert "A ladder in a garden" in [b.text for b in document.blocks if b.kind is BlockKind.TEXT]
    assert ("Ladder Attention: Climbing Long Contexts", "2302.04321") in named(document)


def test_an_article_is_about_no_edition_that_its_title_does_not_name():
    document = sample("article.md")
    assert (document.kind, document.editions, document.covers_from) == (DocumentKind.ARTICLE, (), "")
    report = read("# Looking back at ICML 2024\n\nIt was good to be there, all of us thought so.\n")
    assert (report.kind, [e.name for e in report.editions]) == (DocumentKind.CONFERENCE_REPORT, ["ICML 2024"])


def test_a_title_with_a_week_and_papers_below_is_a_digest():
    items = "".join(
        f"- [Paper Number {n} on Ladders](https://arxiv.org/abs/2405.0000{n}): good.\n" for n in (1, 2, 3)
    )
    document = read(f"# Good reads, May 6 - May 12, 2024\n\n{items}")
    assert document.kind is DocumentKind.WEEKLY_DIGEST
    assert (document.covers_from, document.covers_to) == ("2024-05-06", "2024-05-12")
    assert document.issue_of is not None
    assert document.issue_of.series == "Good reads"


def test_a_web_page_gives_its_text_and_links_and_not_its_scripts_comments_and_navigation():
    document = sample("page.html")
    assert document.title == "梯子の研究 2024"
    assert named(document) == [
        ("Ladder Attention: Climbing Long Contexts", "2302.04321"),
        ("Rungs and Ranks in Retrieval", "2301.01234"),
    ]
    shown = " ".join(b.text for b in document.blocks if b.kind is not BlockKind.FURNITURE)
    assert "LadderAttentionはLongformerをベースにしている & 速い。" in shown
    assert not any(word in shown for word in ("Home", "Hidden", "color", "Not A Paper", "Copyright", "<"))
    assert BlockKind.QUESTION in {b.kind for b in document.blocks}
    headings = [b.text for b in document.blocks if b.kind is BlockKind.HEADING]
    assert headings == ["関連研究", "質問"]


def test_the_page_of_a_paper_is_about_that_paper_and_its_links_to_people_are_none():
    text = (
        "<html><head><title>[2305.00601] Steps of Thought: A Study</title></head><body>"
        "<h1>Title:Steps of Thought: A Study</h1><a href='https://arxiv.org/a/bee_a_1'>Ann Bee</a>"
        "<p>Cite as: arXiv:2305.00601</p></body></html>"
    )
    assert named(read(text, "page.html")) == [("Steps of Thought: A Study", "2305.00601")]


def test_a_page_of_two_hundred_thousand_nested_tags_is_read():
    text = "<html><body>" + "<div>" * 200_000 + "<p>Words at the bottom.</p>"
    assert [p.text for p in html_passages(text)[1]] == ["Words at the bottom."]


def test_a_script_that_never_ends_hides_nothing_else():
    text = "<html><script>x</script><p>One thing.</p>" + "<script>" * 1000 + "<p>Two things.</p>"
    assert [p.text for p in html_passages(text)[1]] == ["One thing.", "Two things."]


@pytest.mark.parametrize(
    "text", ["", " \n", "123 456", "\0\1\2abc", '{"a": 1}', "@article{a, title={b}}", "\ufffd" * 99]
)
def test_data_and_binary_files_are_not_claimed(text):
    assert IMPORTER.recognise(Source("x", text)) == 0


def test_it_reads_only_what_nobody_else_claims():
    text = "# 2024-05-01 Reading group\n\n[paper] One Good Title Here\n\n@Ann\n"
    assert IMPORTER.recognise(Source("x.md", text)) == 0.5
    assert recognise(Source("x.md", text)) == "study_notes"
    assert recognise(Source("x.md", "Just some words.")) == "general_document"


def test_a_text_without_words_is_refused_in_words():
    with pytest.raises(ImportFailed, match="no words"):
        read("---\n***\n")


PIECES = st.sampled_from(
    ["# Head", "- item", "Q: why?", "A: so.", "质问", "[T of Steps](https://arxiv.org/abs/2401.00001)",
     "2401.00001",     "“A Title of Steps” (ICML 2024)", "![alt](x)", "", "<p>", "</p>",
     "<a href='https://arxiv.org/abs/2401.00001'>",
     "</a>", "<li>", "<h2>", "&amp;", "<script>", "</script>", "<!--", "-->", "ﾃｷｽﾄ", "\u2f42",
     "Reading list:"]
)  # fmt: skip
TEXTS = st.tuples(
    st.sampled_from(["", "<html>", "Papers to read\n"]),
    st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=25).map("\n".join),
).map("".join)


@given(TEXTS)
def test_any_text_gives_blocks_in_order_whose_offsets_are_right(text):
    try:
        document = read(text)
    except ImportFailed:
        return
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end
        assert decode(text, block.start, block.end, block.coding).text == block.text
        end = block.end
    for paper in document.papers:
        assert text[paper.evidence.start : paper.evidence.end] == paper.evidence.exact
