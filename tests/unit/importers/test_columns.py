"""What columns hold: by name, by what stands in them, as a person chose."""

import pytest

from explorer.errors import ImportFailed
from explorer.importers._column_names import fields, named_field
from explorer.importers._columns import choose_columns, columns_in_words, guess_columns, has_header

LONG = "It is said at some length what was done, how, and what came of it in the end. " * 6


def read_as(names, *rows):
    columns = guess_columns(names, [list(column) for column in zip(*rows, strict=True)])
    return [column.field for column in columns]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Paper_Title", "title"), ("TITEL", "title"), ("論文タイトル", "title"), ("论文题目", "title"),
        ("Résumé", "abstract"), ("Zusammenfassung", "abstract"), ("book-title", "venue"), ("Année", "date"),
        ("arXiv ID", "arxiv"), ("Title (EN)", "title"), ("Autor*innen", "authors"), ("採択", "status"),
        ("Author Emails", None), ("aff_unique_url", None), ("rating_avg", None), ("", None), ("😀", None),
    ],
)  # fmt: skip
def test_names_say_what_a_column_holds(name, field):
    found = named_field(name)
    assert (found and found[0]) == field


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (("2405.00001", "arXiv:2405.00002v2"), "arxiv"),
        (("https://arxiv.org/abs/2405.00001", "https://arxiv.org/pdf/2405.00002"), "arxiv"),
        (("10.1000/x.1", "https://doi.org/10.1000/x.2"), "doi"),
        (("2020", "2021-05-03", "2022年5月"), "date"),
        (("Accept (poster)", "Reject", "Accept (oral)"), "status"),
        (("採択", "不採択", "採択"), "status"),
        (("Ann Bee, Cee Dee", "Eve Fox; Gus van Hay", "José Núñez and Kim Østergaard"), "authors"),
        (("山田太郎、鈴木花子", "佐藤一郎、高橋次郎"), "authors"),
        (("https://example.org/a", "http://example.org/b"), "link"),
        ((LONG, LONG + "More."), "abstract"),
        (("A Walk in Deep Snow", "Why Rivers Bend: A Study"), "title"),
        (("雪の上を歩くための学習", "川はなぜ曲がるのか"), "title"),
        (("ICML", "NeurIPS", "ICML", "ICML"), "venue"),
        (("1", "2", "3"), ""),
        (("", ""), ""),
    ],
)
def test_what_stands_in_a_column_says_what_it_holds(values, field):
    assert read_as([""], *[(value,) for value in values]) == [field]


def test_one_column_of_several_is_the_title_and_the_others_are_told():
    columns = guess_columns(["Note", "Title"], [["A Walk in Deep Snow"] * 2, ["x", "y"]])
    assert [column.field for column in columns] == ["", "title"]
    assert columns_in_words(columns) == "Columns were read as title = “Title”. Not read: “Note”."


def test_numbers_of_their_own_in_a_column_named_id_are_no_arxiv_ids():
    assert read_as(["id", "title"], ("17", "A"), ("18", "B")) == ["", "title"]
    assert read_as(["id", "title"], ("2405.00001", "A"), ("2405.00002", "B")) == ["arxiv", "title"]


def test_a_field_that_is_chosen_leaves_the_guessed_column():
    columns = guess_columns(["Title", "Working title", "Link", "Code"], [["a"], ["b"], ["c"], ["d"]])
    chosen = choose_columns(columns, (("title", "working  TITLE"), ("link", ""), ("link", "#4")))
    assert [column.field for column in chosen] == ["", "title", "", "link"]
    assert [column.why for column in chosen][1] == "chosen"


def test_what_can_be_chosen_is_named_where_something_else_was():
    columns = guess_columns(["Title"], [["a"]])
    with pytest.raises(ImportFailed) as caught:
        choose_columns(columns, (("colour", "Title"),))
    assert all(field in caught.value.hint for field in fields())


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([["Title", "Year"], ["A", "2020"]], True),
        ([["c1", "c2"], ["A Walk in Snow", "2020"], ["A Walk in Rain", "2021"]], True),
        ([["A Walk in Snow", "2020"], ["A Walk in Rain", "2021"]], False),
        ([["Titel"]], True),
    ],
)
def test_a_first_row_that_names_columns_is_told_from_a_paper(rows, header):
    assert has_header(rows) is header
