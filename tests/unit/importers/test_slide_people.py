"""Who presents a deck, and who gave the talks that it reports on."""

import pytest

from explorer.importers import Source
from explorer.importers.slide_transcript import IMPORTER


def read(text):
    (document,) = IMPORTER.read(Source("deck.txt", text))
    for person in document.people:
        assert text[person.evidence.start : person.evidence.end] == person.evidence.exact
    return document


def people(*pages, before=""):
    text = before + "".join(f"Slide {n}\n{page}\n" for n, page in enumerate([*pages, "End", "Thanks"], 1))
    return [(p.name, p.role.value, p.affiliation) for p in read(text).people]


@pytest.mark.parametrize(
    ("page", "name", "affiliation"),
    [
        (
            "About me\n- Ada Example, engineer at Example Research\n- Prize 2015",
            "Ada Example",
            "Example Research",
        ),
        ("自己紹介\n山田 花子 Hanako Yamada\n・2015年 例示大学 卒業", "山田 花子", "例示大学"),
        ("自己紹介\n・名前: 山田 花子(やまだ はなこ)\n・所属: 例示研究所", "山田 花子", "例示研究所"),
        ("登壇者紹介\n山田 花子(例示株式会社)\n・2020年 入社", "山田 花子", "例示株式会社"),
        ("自我介绍\n- 李明,示例大学博士生\n- 2018年本科毕业", "李明", "示例大学"),
        ("关于我\n- 姓名:王芳\n- 单位:示例公司", "王芳", "示例公司"),
    ],
)
def test_a_slide_about_its_presenter_gives_name_and_affiliation(page, name, affiliation):
    assert people("A talk", page) == [(name, "presenter", affiliation)]


def test_the_first_slide_names_presenters_with_their_affiliation():
    assert people("A talk\nAda Example (Example University)\nMay 2, 2024") == [
        ("Ada Example", "presenter", "Example University")
    ]


def test_a_field_above_the_slides_names_authors_and_presenters():
    before = "A talk\nSpeakers: Ada Example, Bo Sample\n\n"
    assert [name for name, *_ in people("A talk", before=before)] == ["Ada Example", "Bo Sample"]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("Invited talk: Foundations Nobody Checked (Cleo Speaker)\n- words", "Cleo Speaker"),
        ("Keynote\n- Speaker: Cleo Speaker\n- words", "Cleo Speaker"),
        ("招待講演: 信頼とは\n・講演者: 佐藤 花\n・要点", "佐藤 花"),
        ("特邀报告:语言模型的边界(报告人:王芳)\n- 要点", "王芳"),
        (
            "Invited Talk: Many Faces of Care\n- https://notes.example.org/Cleo-Speaker-Many-Faces-of-Care-0f1e2d",
            "Cleo Speaker",
        ),
    ],
)
def test_the_speaker_of_an_invited_talk_is_named_in_many_ways(page, name):
    assert people("A talk", page) == [(name, "speaker", "")]


def test_a_life_full_of_years_gives_no_date_and_no_paper():
    page = "About me\n- Ada Example, Example Lab\n- 2014 prize, 2016 a firm, 2020 on TV\n- Chess 2022"
    text = f"A talk on NeurIPS 2023\nFebruary 1, 2024\n\nSlide 1\nA talk\nSlide 2\n{page}\nSlide 3\nEnd\n"
    document = read(text)
    assert (document.date, document.papers) == ("2024-02-01", ())


def test_a_paper_on_the_slide_about_one_person_is_their_own():
    page = "自己紹介\n野村 太郎 Taro Nomura\n・研究 Weaving Widgets: A Study of Small Looms (ICML 2022)"
    text = f"報告\n\nSlide 1\n報告\nSlide 2\n{page}\nSlide 3\n終わり\n"
    (paper,) = read(text).papers
    assert (paper.title, paper.authors) == ("Weaving Widgets: A Study of Small Looms", ("Taro Nomura",))


def test_a_hosting_page_names_the_publisher_or_the_author():
    slides = "".join(f"Slide {n}\npage {n}\n" for n in range(1, 5))
    company = read(f"A talk\n\nExample Inc.\n\nMore Decks by Example Inc.\n\n{slides}")
    person = read(f"A talk\n\nAda Example\n\nMore Decks by Ada Example\n\n{slides}")
    assert (company.publisher, company.authors) == ("Example Inc.", ())
    assert (person.publisher, person.authors) == ("", ("Ada Example",))
