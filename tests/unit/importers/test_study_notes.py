"""Notes of study groups: items, presenters, the untitled main paper, contents, captions, three languages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import ImportFailed
from explorer.importers import IMPORTERS, Source
from explorer.importers._blocks import read_lines
from explorer.importers._notes_lines import caption, presenter_at_end, read_item, read_people
from explorer.importers._notes_paper import authors_of, edition_alone
from explorer.importers._notes_shape import contents_lines
from explorer.model import BlockKind, PersonRole, Role, SeriesKind
from explorer.pipeline.recognise import recognise
from explorer.text.mapped import decode

DATA = Path(__file__).parents[2] / "data" / "importers" / "study_notes"
IMPORTER = IMPORTERS["study_notes"]


def read(text, name="notes.md"):
    return IMPORTER.read(Source(name, text))[0]


def sample(name):
    return read((DATA / name).read_text("utf-8"), name)


def titles(document, role):
    return [paper.title for paper in document.papers if paper.role is role]


@pytest.mark.parametrize(
    ("name", "language", "group", "date"),
    [
        ("ja.txt", "ja", "深層学習輪読会", "2024-06-11"),
        ("en.md", "en", "Example Lab Reading Group", "2024-03-05"),
        ("zh.md", "zh", "组会笔记", "2025-04-08"),
    ],
)
def test_a_meeting_is_an_issue_of_its_group_on_its_day(name, language, group, date):
    document = sample(name)
    assert (document.language, document.date) == (language, date)
    issue = document.issue_of
    assert issue is not None
    assert (issue.kind, issue.series, issue.label) == (SeriesKind.STUDY_GROUP, group, date)


def test_items_called_papers_are_reviewed_and_blogs_are_none():
    document = sample("ja.txt")
    assert titles(document, Role.REVIEWED) == ["Ladder Search: Finding Answers One Rung at a Time", ""]
    headings = [block.text for block in document.blocks if block.kind is BlockKind.HEADING]
    assert "[blog] 検索を速くする十の工夫" in headings


def test_a_main_paper_without_a_title_has_its_authors_and_its_sections():
    document = sample("ja.txt")
    paper = document.papers[2]
    assert paper.title == ""
    assert paper.authors == ("Ann Example", "Bo Muster", "Chen Ceshi", "Dee Prøve", "Eve van Test")
    assert paper.evidence.exact.startswith("Ann Example")
    sections = {b.section for b in document.blocks if b.paper == 2 and b.kind is BlockKind.TEXT}
    assert sections == {"背景", "関連研究", "提案手法", "所感"}


def test_a_reference_gives_a_paper_and_an_author_with_a_year_gives_none():
    document = sample("ja.txt")
    assert titles(document, Role.REFERENCED) == ["Small Indexes Are All You Need for Search"]
    assert titles(document, Role.BACKGROUND) == ["Rungs and Ranks in Retrieval"]
    assert len(document.papers) == 4


def test_an_edition_that_stands_alone_behind_the_title_is_the_papers():
    edition = sample("ja.txt").papers[1].edition
    assert edition is not None
    assert edition.name == "ICLR 2024"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NeurIPS 2024", "NeurIPS 2024"),
        ("A method for search. Accepted at ICLR 2025.", "ICLR 2025"),
        ("手法を提案した論文。ICML 2024 採択", "ICML 2024"),
        ("It beats the winner of NeurIPS 2023 by far.", ""),
        ("NeurIPS 2023 was large.", ""),
    ],
)
def test_an_edition_stands_alone_only_as_a_sentence_of_its_own(text, name):
    found = edition_alone(text)
    assert (found.edition.name if found else "") == name


def test_a_line_that_only_strings_together_the_headings_is_furniture_and_counted_once():
    document = sample("ja.txt")
    furniture = [block.text for block in document.blocks if block.kind is BlockKind.FURNITURE]
    assert furniture[0].startswith("本日のTOPIC[blog]")
    assert [b.text for b in document.blocks if b.kind is BlockKind.HEADING].count("背景") == 1


def test_headings_listed_in_a_row_are_a_table_of_contents():
    text = "Notes\nOne thing\nTwo things\nThree things\nOne thing\nA.\nTwo things\nB.\nThree things\nC."
    numbers, headings = contents_lines(read_lines(text))
    assert numbers == {2, 3, 4}
    assert headings == {"One thing", "Two things", "Three things"}


def test_presenters_are_people_with_their_place():
    document = sample("en.md")
    people = [(p.name, p.role, p.affiliation) for p in document.people]
    assert people == [
        ("Kim Proeve", PersonRole.PRESENTER, "Example University"),
        ("Lou Example", PersonRole.PRESENTER, ""),
        ("Mo Test", PersonRole.AUTHOR, ""),
    ]
    assert document.people[0].evidence.exact == "Kim Proeve"
    assert document.authors == ("Mo Test",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@Naoki Test", ["Naoki Test"]),
        ("@nt (Naoki Test)", ["Naoki Test"]),
        ("@a @b", ["a", "b"]),
        ("担当: 山田太郎さん", ["山田太郎"]),
        ("- **Presenter**: Ann Bee & Cee Dee", ["Ann Bee", "Cee Dee"]),
        ("@everyone please read this", []),
        ("see a@b.org", []),
    ],
)
def test_lines_that_name_presenters(text, names):
    assert [named.name for named in read_people(text)] == names
    assert all(text[n.start : n.end].startswith(n.name) for n in read_people(text))


@pytest.mark.parametrize(
    ("text", "paper", "rest"),
    [
        ("[論文] A Title", True, "A Title"),
        ("【论文】A Title", True, "A Title"),
        ("### [paper] A Title", True, "A Title"),
        ("- **Paper**: A Title", True, "A Title"),
        ("[ICLR 2024] A Title", True, "A Title"),
        ("[repo] tool", False, "tool"),
        ("Blog: A Post", False, "A Post"),
    ],
)
def test_lines_that_present_something(text, paper, rest):
    item = read_item(text)
    assert item is not None
    assert (item.paper, text[item.rest :]) == (paper, rest)


@pytest.mark.parametrize(
    "text", ["[paper](https://arxiv.org/abs/2401.00001)", "[1] Text", "plain", "[x] done"]
)
def test_links_and_numbers_present_nothing(text):
    assert read_item(text) is None


def test_a_presenter_in_brackets_at_the_end_is_no_part_of_the_title():
    document = sample("en.md")
    assert document.papers[2].title == "Steps Without Stairs"
    named = presenter_at_end("[paper] A Title (by Ann Bee)")
    assert named is not None
    assert named.name == "Ann Bee"


def test_the_words_that_describe_a_picture_are_kept_and_file_names_are_not():
    line = '<image>data:x" alt="the ladder"</image>'
    found = caption(line)
    assert found is not None
    assert line[slice(*found)] == "the ladder"
    assert caption("![image.png](a.png)") is None
    assert caption('<img src="a" alt="">') is None
    texts = [b.text for b in sample("ja.txt").blocks if b.kind is BlockKind.TEXT]
    assert "検索の段階を示した図" in texts


def test_what_stands_below_a_heading_makes_it_the_title_of_a_paper():
    paper = sample("en.md").papers[0]
    assert paper.title == "Ladder Attention: Climbing Long Contexts"
    assert (paper.arxiv_id, paper.authors[0], paper.code_urls) == (
        "2302.04321",
        "Ann Example",
        ("https://github.com/example/ladder",),
    )


def test_a_title_in_plain_text_above_its_authors_is_a_paper():
    title = "Climbing With Few Steps in Deep Networks"
    text = f"2024-05-01 Paper Club\nMain topic\n{title}\nAnn Bee, Cee Dee\nIt is good.\n"
    assert [(p.title, p.authors) for p in read(text).papers] == [(title, ("Ann Bee", "Cee Dee"))]


def test_the_id_of_a_paper_may_stand_alone_below_it():
    assert sample("zh.md").papers[1].arxiv_id == "2405.02222"


def test_a_paper_ends_where_the_next_person_or_heading_begins():
    text = (
        "# 2024-05-01 Journal Club\n\n## Papers\n\n@Ann\n\n[paper] One Good Title Here\n\n- text one\n\n"
        "@Bob\n\n- text two\n\n[paper] Another Good Title There\n\n### Results\n\n- text three\n\n"
        "## Other\n\n- text four\n"
    )
    document = read(text)
    owners = {b.text: b.paper for b in document.blocks if b.text.startswith("text")}
    assert owners == {"text one": 0, "text two": None, "text three": 1, "text four": None}
    assert {paper.section for paper in document.papers} == {"Papers"}


def test_authors_may_run_over_lines_and_end_where_no_comma_asks_for_more():
    lines = read_lines("Ann Bee, Cee Dee,\nEff Gee\nExample University\n")
    assert authors_of(lines) == (("Ann Bee", "Cee Dee", "Eff Gee"), True, 2)
    assert authors_of(read_lines("We met on Monday, and it rained.\n"))[2] == 0


def test_a_numbered_item_with_its_edition_in_brackets_is_a_paper():
    text = (
        "## 论文研读会 2024/11/02\n\n### 2. [NeurIPS 2023] Climbing Ladders: A Study\n主讲:韩梅梅\n- 很好\n"
    )
    (paper,) = read(text).papers
    assert paper.title == "Climbing Ladders: A Study"
    assert paper.edition is not None
    assert paper.edition.name == "NeurIPS 2023"


def test_labelled_lines_below_a_marked_heading_describe_one_paper():
    text = (
        "第34回 論文読み会\n日時: 2024年3月14日\n参加者: 佐藤, 鈴木\n\n■ 紹介論文\n担当: 佐藤\n"
        "タイトル: Ladders That Climb Themselves\n著者: Ann Bee, Cee Dee\n"
        "URL: https://arxiv.org/abs/2401.00020\n\n背景\nはしごを使う。\n関連: Old Steps (Bai et al., 2022)\n"
    )
    document = read(text, "x.txt")
    (paper,) = document.papers
    assert (paper.title, paper.arxiv_id) == ("Ladders That Climb Themselves", "2401.00020")
    assert (paper.authors, paper.section) == (("Ann Bee", "Cee Dee"), "紹介論文")
    assert (document.language, document.date) == ("ja", "2024-03-14")
    assert [person.name for person in document.people] == ["佐藤"]


def test_a_few_words_before_an_author_and_a_year_are_no_paper_and_an_emphasised_title_is():
    text = (
        "# Paper reading notes: 2024-09-12\n\n## Paper 1: Climbing Slowly With Small Steps\n\n"
        "It is fast. Compared with Ladder++ (Tou et al., 2023).\n\n"
        "## Paper 2\n*Mixed: A Hybrid Ladder and Stair Model* (Lie et al., 2024)\n- good\n"
    )
    assert [paper.title for paper in read(text).papers] == [
        "Climbing Slowly With Small Steps",
        "Mixed: A Hybrid Ladder and Stair Model",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A report on the conference\n\nIt was good, 2024-05-01.\n",
        "Slide 1\nReading group 2024-05-01\nSlide 2\nb\nSlide 3\nc\n",
        '[{"title": "study group 2024-05-01"}]',
        "",
    ],
)
def test_other_documents_are_no_notes(text):
    assert IMPORTER.recognise(Source("x.txt", text)) < 0.5


def test_notes_are_known_by_their_file_name_too():
    text = "## Paper\n\n[paper] One Good Title Here\n\n- text\n"
    assert recognise(Source("reading_group_2024-05-01.md", text)) == "study_notes"
    assert read(text, "reading_group_2024-05-01.md").date == "2024-05-01"


def test_a_text_without_letters_is_refused_in_words():
    with pytest.raises(ImportFailed, match="no text"):
        read("123 456\n---\n")


PIECES = st.sampled_from(
    ["[論文] A Good Title Here", "@Ann Bee", "# Head", "Ann Bee, Cee Dee", "- item", "![alt words](x)",
     "text。", "", "NeurIPS 2024", "https://arxiv.org/abs/2401.00001", "概要",
     "論文: x", "<b>", "|", "ﾃｷｽﾄ", "\u2f42"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=25).map("\n".join))
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
        assert paper.title or paper.authors or paper.arxiv_id


@pytest.mark.corpus
def test_the_study_notes_of_the_corpus(corpus):
    path = next((corpus / "seeds").glob("004_*"))
    source = Source(path.name, path.read_bytes().decode())
    assert recognise(source) == "study_notes"
    document = IMPORTER.read(source)[0]
    assert (document.date, document.language) == ("2025-02-04", "ja")
    assert [(p.role, bool(p.title), len(p.authors)) for p in document.papers] == [
        (Role.REFERENCED, True, 0),
        (Role.REVIEWED, True, 0),
        (Role.REVIEWED, False, 9),
    ]
    assert len(document.people) == 4
    assert document.papers[1].edition is not None
