"""Tables: delimiters, quotes, names of columns, and what is no table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.errors import ImportFailed
from explorer.exporters import EXPORTERS
from explorer.importers import Source
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
    ]


def test_a_file_that_names_an_edition_is_its_list_and_refused_papers_stand_in_none():
    found = document("title,decision\nA,Accept (poster)\nB,Reject\n", "icml2024.csv")
    assert (found.kind, found.title) == (DocumentKind.PAPER_LIST, "ICML 2024 accepted papers")
    assert [p.edition and p.edition.name for p in found.papers] == ["ICML 2024", None]
    assert document("title,year\nA,2020\n").kind is DocumentKind.METADATA


def test_a_table_without_titles_is_refused_with_its_columns():
    with pytest.raises(ImportFailed, match=r"no column of titles. Its first row is: a, b"):
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
