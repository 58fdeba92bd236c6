"""Sections of a report that speak of one paper, whatever their headings look like, and those that do not."""

import pytest

from explorer.importers import Source
from explorer.importers.conference_report import IMPORTER
from explorer.model import BlockKind, PersonRole, Role

PLAIN = "Vienna was warm in those days, and the halls were full of people who had come a long way."


def read(text, name="report.md"):
    (document,) = IMPORTER.read(Source(name, text))
    for stated in (*document.papers, *document.people, *document.statistics):
        span = stated.evidence
        assert text[span.start : span.end] == span.exact
    return document


def section(heading, body):
    return read(f"# Notes from ICML 2024\n\n{PLAIN}\n\n## {heading}\n\n{body}\n\n## Thanks\n\n{PLAIN}\n")


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Cut your bill by half!", "This paper prunes the questions that a benchmark asks twice."),
        ("Maps for long plans", "The authors draw a plan as a graph before they answer."),
        ("木で考えるモデル", "本論文では、思考を木として探索する手法を提案しています。"),
        ("もうラベルはいらない", "著者らは、ラベルなしで評価する方法を示しました。"),
        ("让模型学会拒绝", "该论文研究了如何控制模型的拒绝行为。"),
        ("会做规划的智能体", "作者提出先画图再回答。"),
    ],
)
def test_a_section_that_speaks_of_one_paper_is_a_record_under_its_heading(heading, body):
    (paper,) = section(heading, body).papers
    assert (paper.title, paper.as_written, paper.section) == (heading, heading, heading)
    assert (paper.role, paper.authors) == (Role.REVIEWED, ())


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Ada Lindqvist presented a trick that makes retrieval cheap.", "Ada Lindqvist"),
        ("The idea was well explained by Tomás O'Brien at his poster.", "Tomás O'Brien"),
        ("Ada Lindqvist(ストックホルム大学)が、検索を安くする手法を発表しました。", "Ada Lindqvist"),
        ("ポスターで発表した Ada Lindqvist が、その考え方を説明しています。", "Ada Lindqvist"),
        ("来自瑞典的 Ada Lindqvist 在现场做了报告。", "Ada Lindqvist"),
    ],
)
def test_who_presents_a_paper_stands_for_its_authors(body, name):
    (paper,) = section("Cheap retrieval for everyone", body).papers
    assert (paper.authors, paper.authors_complete) == ((name,), False)


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Conclusion", "The authors of all these works have our thanks."),
        ("まとめ", "この論文も含めて、多くの発表がありました。"),
        ("总结", "作者们的分享让我们受益匪浅。"),
        ("Keynote: maps and territories", "Ada Lindqvist presented her view of the field."),
        ("招待講演", "Ada Lindqvist 氏が著作権について発表しました。"),
        ("Data, data, data", "Several papers filter the web. The authors of one of them were here."),
        ("The river", PLAIN),
        ("Next", "The authors left early."),
    ],
)
def test_other_sections_are_no_papers(heading, body):
    assert section(heading, body).papers == ()


def test_a_title_cited_beside_this_paper_is_the_paper_and_not_the_heading():
    document = section(
        "Models agree", "This paper, “The Platonic Representation Hypothesis” (arXiv:2405.07987), says why."
    )
    assert [p.title for p in document.papers] == ["The Platonic Representation Hypothesis"]


def test_a_section_has_the_one_id_and_the_code_that_it_links_to():
    document = section(
        "Four bits are enough",
        "This work quantises the frozen weights.\n\nPaper: https://arxiv.org/abs/2305.14314. "
        "Code: https://github.com/example/four-bits",
    )
    (paper,) = document.papers
    assert (paper.title, paper.arxiv_id) == ("Four bits are enough", "2305.14314")
    assert paper.code_urls == ("https://github.com/example/four-bits",)


def test_a_link_that_says_only_paper_is_no_title():
    document = section(
        "木で考えるモデル",
        "本研究では思考を木として探索します。[論文はこちら](https://arxiv.org/abs/2305.10601)",
    )
    assert [(p.title, p.arxiv_id) for p in document.papers] == [("木で考えるモデル", "2305.10601")]


def test_an_award_in_heading_or_text_is_no_part_of_the_title():
    one = section("Auditing in One Run (Outstanding Paper)", "The authors insert canaries.")
    said = "最優秀論文賞を受賞した研究です。著者らは原因を調べました。"
    other = section("視覚モデルの新しい部品", said)
    assert [(p.title, p.award) for p in one.papers] == [("Auditing in One Run", "Outstanding Paper")]
    assert [(p.title, p.award) for p in other.papers] == [("視覚モデルの新しい部品", "最優秀論文賞")]


def test_fields_below_a_heading_name_its_paper():
    document = section(
        "时间序列的基础模型",
        "论文标题：A decoder-only foundation model for time-series forecasting\n"
        "论文链接：https://arxiv.org/abs/2310.10688\n作者：Abhimanyu Das, Weihao Kong\n"
        "机构：Google Research\n\n"
        "该工作预训练了一个解码器模型。",
    )
    (paper,) = document.papers
    assert paper.title == "A decoder-only foundation model for time-series forecasting"
    assert (paper.arxiv_id, paper.authors) == ("2310.10688", ("Abhimanyu Das", "Weihao Kong"))
    assert (paper.role, document.authors, document.publisher) == (Role.REVIEWED, (), "")


def test_generic_headings_below_belong_to_the_paper_above():
    document = read(
        f"# ICML 2024\n\n{PLAIN}\n\n## Trees of reasons\n\nA short one.\n\n### Method\n\n"
        f"The authors grow a tree.\n\n### Results\n\n{PLAIN}\n\n## Weather\n\n{PLAIN}\n"
    )
    assert [p.title for p in document.papers] == ["Trees of reasons"]
    assert [b.paper for b in document.blocks if b.kind is BlockKind.TEXT] == [None, 0, 0, 0, None]


def test_own_work_is_named_by_the_heading_or_by_the_card_below_it():
    text = (
        f"ICML 2024 diary\n\n{PLAIN}\n\nOur Work on Loomer-v2\n\nWe showed a poster on our model "
        "at the workshop Tables and Other Neglected Modalities.\n\nLoomer: One Encoder for All Your Tables\n"
        f"\nTables are everywhere. We propose one encoder for them all.\n\nThanks\n\n{PLAIN}\n"
    )
    document = read(text, "diary.txt")
    (paper,) = document.papers
    assert (paper.title, paper.role) == ("Loomer: One Encoder for All Your Tables", Role.REVIEWED)
    assert paper.edition
    assert paper.edition.name == "ICML 2024 Workshop: Tables and Other Neglected Modalities"
    assert [e.name for e in document.editions] == ["ICML 2024", paper.edition.name]


def test_captions_and_cards_of_other_articles_head_no_section():
    text = (
        f"ICML 2024 diary\n\n{PLAIN}\n\nIs Collapse Inevitable For Models?\n\nMuch is said of it.\n\n"
        "Our colleague Omar Haddad wrote a blog post about it.\n\nWhen Machines Write For Machines\n\n"
        "A story in four parts.\n\nDiagram of two loops with arrows\n\nElena Petrova presents her loops\n\n"
        f"This paper shows that real data must stay.\n\nThanks\n\n{PLAIN}\n"
    )
    document = read(text, "diary.txt")
    assert [p.title for p in document.papers] == ["Is Collapse Inevitable For Models?"]
    assert document.papers[0].authors == ()
    assert {p.name: p.role for p in document.people} == {
        "Omar Haddad": PersonRole.AUTHOR,
        "Elena Petrova": PersonRole.PRESENTER,
    }


def test_broken_html_ends_no_title_late_and_loses_no_link():
    title = "Direct Preference Optimization: Your Language Model is Secretly a Reward Model"
    document = section(
        "Tuning", f'We liked “{title}.” rel="nofollow">https://arxiv.org/abs/2305.18290 a lot.'
    )
    assert [(p.title, p.arxiv_id) for p in document.papers] == [(title, "2305.18290")]
    document = section("Tuning", f'Read <a href="https://arxiv.org/abs/2305.18290" rel="x">{title}</a> too.')
    assert [(p.title, p.arxiv_id) for p in document.papers] == [(title, "2305.18290")]


@pytest.mark.parametrize("mark", ["■ ", "◆", "● "])
def test_lines_behind_a_mark_head_sections_unless_they_are_a_list(mark):
    document = read(
        f"ICML 2024 参加報告\n\n{mark}木で考えるモデル\n本論文では思考を木として探索します。\n\n"
        f"{mark}会場\n広い会場でした。\n"
    )
    assert [p.title for p in document.papers] == ["木で考えるモデル"]
    items = read(f"ICML 2024 参加報告\n\n# 話題\n\n{mark}木で考える\n{mark}図で考える\n\n本論文は面白い。\n")
    assert [b.text for b in items.blocks if b.kind is BlockKind.HEADING] == ["話題"]


def test_numbered_lines_above_paragraphs_head_sections():
    document = read(
        f"ACL 2024 in Bangkok\n\n{PLAIN}\n\n1. Mission: Impossible Languages\n\nThis paper trains models on "
        "languages that no human could learn.\n\n2. Lunch\n\n"
        "The noodles of the hall were better than all others.\n",
        "acl.txt",
    )
    assert [p.title for p in document.papers] == ["Mission: Impossible Languages"]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("© 2024 Northwind Labs. All rights reserved.", "Northwind Labs"),
        ("こんにちは、株式会社ミズナラの佐藤です。", "株式会社ミズナラ"),
        ("We tried it at Quill Research. For our agents at Quill Research it was slow.", "Quill Research"),
        (
            "私たちは Quill Research で試しました。結果は Quill Research の私たちがお知らせします。",
            "Quill Research",
        ),
        ("We met people at Stanford. The show at Vienna was ours.", ""),
    ],
)
def test_the_publisher_is_who_speaks(text, publisher):
    assert section("Words", text).publisher == publisher


def test_a_stated_source_is_the_publisher_and_fields_of_the_page_are_furniture():
    document = read(
        "Posted in AI\n\nWhat we saw at ICML 2024 in Vienna this year | Readly\n\n"
        f"来源：quill.dev\n\n作者：李示例\n\n发布时间：2024/8/7\n\n总字数：2311字\n\n预计阅读时间：10分钟\n\n{PLAIN}\n",
        "page.txt",
    )
    assert (document.title, document.publisher) == (
        "What we saw at ICML 2024 in Vienna this year",
        "quill.dev",
    )
    assert (document.authors, document.date) == (("李示例",), "2024-08-07")
    furniture = [b.text for b in document.blocks if b.kind is BlockKind.FURNITURE]
    assert furniture == ["Posted in AI", "总字数:2311字", "预计阅读时间:10分钟"]


def test_a_by_line_states_authors_and_date():
    document = read(
        "# Notes from ICML 2024\n\n*Posted on August 5, 2024 by Ada Bee and Carl Dee · 9 min read*\n\n"
        f"{PLAIN}\n"
    )
    assert (document.authors, document.date) == (("Ada Bee", "Carl Dee"), "2024-08-05")
    assert [p.role for p in document.people] == [PersonRole.AUTHOR] * 2
