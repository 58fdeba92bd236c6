"""Tables: delimiters, quotes, names of columns, and what is no table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.errors import ImportFailed
from explorer.exporters import EXPORTERS
from explorer.importers import Source
from explorer.importers._listing import NO_EDITION
from explorer.importers.table_list import read, recognise
from explorer.model import DocumentKind
from tests.snapshots import RECORDS, small_snapshot


def document(text, name="x.csv"):
    return read(Source(name, text))[0]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_any_usual_delimiter_is_found(delimiter):
    text = "\n".join(delimiter.join(row) for row in (("Title", "Year", "Note"), ("A Pond", "2020", "x")))
    found = document(text)
    assert [(p.title, p.published) for p in found.papers] == [("A Pond", "2020")]


def test_quoted_cells_hold_delimiters_quotes_and_line_ends():
    text = 'title,year\n"A ""Pond"", B\nand C",2020\n"Open,2021\n'
    found = document(text)
    assert [p.title for p in found.papers] == ['A "Pond", B and C', '"Open']
    assert [text[p.evidence.start : p.evidence.end] for p in found.papers] == [
        'A ""Pond"", B\nand C',
        '"Open',
    ]


def test_the_guess_is_stated_and_rows_in_are_rows_accounted_for():
    found = document("Title,Jahr,Year\nA,x,2020\n,,2021\n\nB,,\n")
    assert [p.title for p in found.papers] == ["A", "B"]
    assert [(issue.line, issue.why) for issue in found.issues] == [
        (0, "Columns were read as title = “Title”, date = “Year”. Not read: “Jahr”."),
        (3, "This row has no title."),
        (0, NO_EDITION),
    ]


def test_a_file_that_names_an_edition_is_its_list_and_refused_papers_stand_in_none():
    found = document("title,decision\nA,Accept (poster)\nB,Reject\n", "icml2024.csv")
    assert (found.kind, found.title) == (DocumentKind.PAPER_LIST, "ICML 2024 accepted papers")
    assert [p.edition and p.edition.name for p in found.papers] == ["ICML 2024", None]
    assert document("title,year\nA,2020\n").kind is DocumentKind.METADATA


def test_a_table_without_titles_is_refused_with_its_columns():
    with pytest.raises(ImportFailed, match=r"no column of titles. Its columns are: a, b"):
        document("a,b\n1,2\n")


def test_our_own_export_is_read_back(tmp_path):
    path = tmp_path / "papers.csv"
    EXPORTERS["csv"].write(replace(small_snapshot(), records=RECORDS), path)
    text = path.read_bytes().decode("utf-8")
    assert recognise(Source(path.name, text)) > 0.5
    assert [p.arxiv_id for p in document(text).papers] == [record.arxiv_id for record in RECORDS]


@pytest.mark.parametrize(
    "text",
    [
        "| Title | Year |\n|---|---|\n| A | 2020 |\n",
        "Title, Author\nThis text only begins like a table. It goes on, and on, and on.\n",
        "a,b\n1,2\n",
        "",
    ],
)
def test_prose_and_markdown_are_no_tables(text):
    assert recognise(Source("x.md", text)) == 0.0


def titles(text, name="x.csv", **given):
    return [p.title for p in read(Source(name, text, **given))[0].papers]


SNOW = "Learning to Walk on Snow,Ann Bee; Cee Dee,2405.00001,2024\n"
WINTER = "Dreams of Machines in Winter,Eve Fox,2405.00002,2023\n"


def test_a_table_without_a_header_is_read_by_what_stands_in_it():
    found = document(SNOW + WINTER)
    assert recognise(Source("x.csv", SNOW + WINTER)) > 0.5
    assert [(p.title, p.authors, p.arxiv_id) for p in found.papers] == [
        ("Learning to Walk on Snow", ("Ann Bee", "Cee Dee"), "2405.00001"),
        ("Dreams of Machines in Winter", ("Eve Fox",), "2405.00002"),
    ]
    assert found.issues[0].why == (
        "Columns were read as title = “column 1” (likely: words, nearly all different), "
        "authors = “column 2” (likely: 2 of 2 are names of people), "
        "date = “column 4” (likely: 2 of 2 are years or dates), "
        "arxiv = “column 3” (likely: 2 of 2 are arXiv ids)."
    )


def test_names_of_columns_that_say_nothing_do_not_hide_what_stands_in_them():
    found = document("c1,c2,c3,c4\n" + SNOW + WINTER)
    assert [p.title for p in found.papers] == ["Learning to Walk on Snow", "Dreams of Machines in Winter"]
    assert found.papers[0].authors == ("Ann Bee", "Cee Dee")


@pytest.mark.parametrize(
    "header",
    ["Titel;Autoren;Jahr", "Titre;Auteurs;Année", "タイトル;著者;発行年", "标题;作者;年份", "제목;저자;연도"],
)
def test_columns_are_known_by_name_in_many_languages(header):
    found = document(header + "\nEin Weg, durch den Schnee;Ann Bee;2021\n")
    assert [(p.title, p.authors, p.published) for p in found.papers] == [
        ("Ein Weg, durch den Schnee", ("Ann Bee",), "2021")
    ]


def test_a_choice_goes_before_the_guess():
    text = "Title,Real title,Who\nx1,A Pond in Winter,Ann Bee\n"
    assert titles(text) == ["x1"]
    assert titles(text, columns=(("title", "Real title"),)) == ["A Pond in Winter"]
    found = read(Source("x.csv", text, columns=(("title", "#2"), ("authors", "who"), ("", "Title"))))[0]
    assert [(p.title, p.authors) for p in found.papers] == [("A Pond in Winter", ("Ann Bee",))]
    assert "title = “Real title” (chosen)" in found.issues[0].why


@pytest.mark.parametrize("chosen", [("title", "nowhere"), ("colour", "Title"), ("title", "#9")])
def test_a_choice_of_what_is_not_there_is_refused(chosen):
    with pytest.raises(ImportFailed) as caught:
        read(Source("x.csv", "Title,Who\nA Pond,Ann Bee\n", columns=(chosen,)))
    assert caught.value.hint


def test_ragged_rows_repeated_headers_and_columns_of_one_name_are_accounted_for():
    found = document("title,note,note,year\nA,x,y,2020\nB\nC,x,y,2021,z\ntitle,note,note,year\nD,,,2022\n")
    assert [p.title for p in found.papers] == ["A", "B", "C", "D"]
    assert [(i.line, i.why.split(":")[0]) for i in found.issues if i.line] == [
        (4, "This row has 5 cells, the first one 4"),
        (5, "This row names the columns again."),
    ]
    assert "Not read: “note”, “note (2)”" in found.issues[0].why


def test_a_row_without_title_is_known_by_its_id():
    found = document("title,arxiv,doi\nA,,\n,2405.00001,\n,,10.1000/xyz\n")
    assert [(p.title, p.arxiv_id, p.doi) for p in found.papers] == [
        ("A", "", ""),
        ("", "2405.00001", ""),
        ("", "", "10.1000/xyz"),
    ]


def test_the_separator_that_a_spreadsheet_states_is_no_row():
    assert titles("sep=;\ntitle;year\nA, B;2020\n") == ["A, B"]


def test_rows_that_name_one_edition_are_its_list():
    found = document("title,conference,year\nA,ICML,2019\nB,ICML,2019\n", "mine.csv")
    assert (found.kind, found.title) == (DocumentKind.PAPER_LIST, "ICML 2019 accepted papers")


def test_a_table_of_a_million_columns_is_refused_before_it_is_read() -> None:
    header = ",".join(["title", "year", *["x"] * 1_000_000])
    with pytest.raises(ImportFailed, match="more than 2,000 columns") as caught:
        read(Source("wide.csv", f"{header}\nA Paper,2024\n"))
    assert caught.value.hint
