"""The Japanese weekly digest: its variants, and what it states of itself."""

import json
from collections import Counter

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers.ja_weekly_digest import read, recognise
from explorer.model import BlockKind, EditionRef, SeriesKind

SECTION = """
{title}

著者:Ana Silva, Bo Chen
発行日:2024年05月02日
URL:http://arxiv.org/pdf/2405.01535v1
カテゴリ:Machine Learning

概要:

短い文.

Q&A:

Q: 何か?
A: それ.
"""
HEADER = "論文メモ:【2024-04-29~ 2024-05-05】\n\n"


def digest(*titles, header=HEADER):
    return read(Source("memo.txt", header + "".join(SECTION.format(title=title) for title in titles)))[0]


def test_a_digest_that_names_its_source_is_an_issue_of_that_series():
    stated = digest(
        "A", header=HEADER + "https://twitter.com/dair_ai のTop ML Papers of the Week の論文です.\n"
    )
    assert stated.issue_of == EditionRef(
        SeriesKind.DIGEST, "DAIR.AI Top ML Papers of the Week", "2024-04-29", "2024-04-29", "2024-05-05"
    )


def test_a_digest_of_its_own_is_a_series_named_by_its_title():
    assert digest("A").issue_of.series == "論文メモ"
    assert digest("A", header="週刊AI(2024/04/29 - 05/05)\n").issue_of.series == "週刊AI"


def test_a_source_named_in_a_paper_is_not_the_source_of_the_digest():
    assert digest("dair_ai Top ML Papers of the Week を読む").issue_of.series == "論文メモ"


def test_the_period_is_not_the_day_of_publication():
    document = digest("A")
    assert (document.date, document.covers_from, document.covers_to) == ("", "2024-04-29", "2024-05-05")
    assert digest("A", header=HEADER + "公開日:2024年5月7日\n").date == "2024-05-07"


def test_a_period_without_a_year_lies_where_its_papers_do():
    document = digest("A", header="論文メモ(4月29日〜5月5日)\n")
    assert (document.covers_from, document.covers_to) == ("2024-04-29", "2024-05-05")


def test_a_missing_period_is_said():
    document = digest("A", header="論文メモ\n")
    assert document.issue_of is None
    assert ["period" in issue.why for issue in document.issues] == [True]


@pytest.mark.parametrize(
    ("words", "answers", "abstracts"),
    [
        ("", False, False),
        ("LLMによって生成されるQ&Aを載せます.", True, False),
        ("ChatGPTで要約した記事です.", True, True),
        ("自動生成記事です.", True, True),
        ("概要は機械翻訳です.", True, True),
        ("AIの論文を紹介します.質問は手で作成しました.", False, False),
    ],
)
def test_machine_written_text_is_marked_where_the_digest_says_so(words, answers, abstracts):
    document = digest("A", header=HEADER + words + "\n")
    assert document.machine_written is answers
    by_kind = {block.kind: block.machine for block in document.blocks}
    assert by_kind[BlockKind.ANSWER] is by_kind[BlockKind.QUESTION] is answers
    assert by_kind[BlockKind.ABSTRACT] is abstracts
    assert not by_kind[BlockKind.PAPER_TITLE]


def test_a_section_without_a_title_keeps_its_facts_and_says_so():
    text = HEADER + SECTION.format(title="A") + "\n" + SECTION.format(title="").strip()
    document = read(Source("memo.txt", text))[0]
    assert [paper.title for paper in document.papers] == ["A", ""]
    assert document.papers[1].arxiv_id == "2405.01535"
    assert any("title is missing" in issue.why for issue in document.issues)


def test_a_title_of_marks_only_is_no_title():
    document = digest("## 「")
    assert [paper.title for paper in document.papers] == [""]
    assert any("title is missing" in issue.why for issue in document.issues)


def test_a_listed_paper_without_a_section_stays_a_paper():
    text = (
        HEADER
        + "1. Gone\n発行日:2024年05月01日\n要点だ.\n2. A\n発行日:2024年05月02日\n要点.\n"
        + SECTION.format(title="A")
    )
    document = read(Source("memo.txt", text))[0]
    assert [(paper.title, paper.rank, paper.published) for paper in document.papers] == [
        ("Gone", 1, "2024-05-01"), ("A", 2, "2024-05-02"),
    ]  # fmt: skip
    assert any("no section" in issue.why for issue in document.issues)


def test_a_listed_title_that_was_cut_off_names_its_section():
    title = "A Primer on the Inner Workings of Something"
    text = HEADER + f"1. {title[:30]}\n発行日:2024年05月03日\n要点.\n" + SECTION.format(title=title)
    document = read(Source("memo.txt", text))[0]
    assert [paper.title for paper in document.papers] == [title]
    assert any("2024-05-03" in issue.why and "2024-05-02" in issue.why for issue in document.issues)


def test_names_that_run_over_two_lines_are_all_read():
    text = HEADER + SECTION.format(title="A").replace("Bo Chen\n", "Bo Chen,\nCarl Roe\n")
    assert read(Source("memo.txt", text))[0].papers[0].authors == ("Ana Silva", "Bo Chen", "Carl Roe")


def test_what_names_no_paper_is_refused_with_a_reason():
    with pytest.raises(ImportFailed) as refusal:
        read(Source("memo.txt", HEADER + "本文だけです.\n"))
    assert "memo.txt" in refusal.value.message


def test_text_in_english_is_not_this_format():
    assert recognise(Source("x.txt", "著者: A\n" + "Abstract: English words only here. " * 20)) < 0.5


@pytest.mark.corpus
def test_the_annotated_digest_is_read_without_a_fault(corpus):
    gold = json.loads((corpus.parent / "gold" / "002.json").read_text("utf-8"))
    path = corpus / "seeds" / gold["document"]["file"]
    raw = path.read_bytes().decode("utf-8")
    (document,) = read(Source(path.name, raw))
    assert not document.issues
    assert (document.title, document.publisher, document.date) == (gold["document"]["title"], "", "")
    assert {"from": document.covers_from, "to": document.covers_to} == gold["document"]["covers"]
    code = Counter()
    for record, paper in zip(document.papers, gold["papers"], strict=True):
        assert record.title == paper["title"]
        assert list(record.authors) == paper["authors"]
        assert (record.arxiv_id, record.arxiv_version) == (paper["arxiv_id"], paper["version"])
        assert (record.published, record.updated) == (paper["published"], paper["updated"])
        assert list(record.categories) == paper["categories"]
        assert (record.qa_pairs, record.rank) == (gold["qa_pairs"][paper["id"]], paper["number"])
        code.update((paper["id"], url) for url in record.code_urls)
    assert code == Counter((link["paper"], link["url"]) for link in gold["code_links"])
    spoken = [block for block in document.blocks if block.kind in (BlockKind.QUESTION, BlockKind.ANSWER)]
    assert len(spoken) == 200
    assert all(block.machine for block in spoken)
