"""CSL-JSON: names, dates and ids as its many writers put them."""

from __future__ import annotations

import json

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers.csl_json import read, recognise


def document(*records):
    return read(Source("x.json", json.dumps(records)))[0]


def paper(**record):
    return document({"title": "A Title", "type": "article", **record}).papers[0]


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ({"family": "Lake", "given": "Ana"}, "Ana Lake"),
        (
            {"family": "Lake", "given": "Ana", "non-dropping-particle": "van", "suffix": "Jr."},
            "Ana van Lake Jr.",
        ),
        ({"literal": "The Pond Group"}, "The Pond Group"),
        ({"family": "山田", "given": "太郎"}, "山田 太郎"),
        ({"family": "Plato"}, "Plato"),
    ],
)
def test_names_are_put_together(author, name):
    assert paper(author=[author]).authors == (name,)


@pytest.mark.parametrize(
    ("issued", "published"),
    [
        ({"date-parts": [[2020, 3, 4]]}, "2020-03-04"),
        ({"date-parts": [["2020", "3"]]}, "2020-03"),
        ({"date-parts": [2020]}, "2020"),
        ({"raw": "2020-03-04"}, "2020-03-04"),
        ({"literal": "spring of 2020"}, "2020"),
        ("2020", "2020"),
        ({"date-parts": [[None]]}, ""),
        ({"date-parts": [[1e999, -3]]}, ""),
        ({"date-parts": []}, ""),
        (7, ""),
    ],
)
def test_dates_come_in_parts_or_words(issued, published):
    assert paper(issued=issued).published == published


@pytest.mark.parametrize(
    "record",
    [
        {"number": "arXiv:2405.01234"},
        {"DOI": "10.48550/arXiv.2405.01234"},
        {"URL": "https://arxiv.org/abs/2405.01234"},
        {"note": "arXiv:2405.01234 [cs]"},
    ],
)
def test_the_arxiv_id_stands_in_many_fields(record):
    assert paper(**record).arxiv_id == "2405.01234"


def test_a_note_on_another_paper_is_not_the_id_of_this_one():
    assert paper(note="See also arXiv:2405.01234").arxiv_id == ""


def test_records_in_are_records_accounted_for():
    found = document({"title": "T"}, {"type": "book"}, 3, None, {"title": ["U"]}, {"title": {}}, "x")
    assert [p.title for p in found.papers] == ["T", "U"]
    assert len(found.issues) == 5


def test_markup_of_titles_is_taken_off_and_formulas_stay():
    assert paper(title="On <i>x</i> < 3 and <sub>2</sub> $\\alpha$").title == "On x < 3 and 2 α"


@pytest.mark.parametrize("text", ["[]", "{}", "[3]", '{"items": []}'])
def test_a_list_without_a_title_is_refused(text):
    with pytest.raises(ImportFailed):
        read(Source("x.json", text))


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ('[{"type": "book", "title": "T", "issued": {"raw": "2020"}}]', True),
        ('{"status": "ok", "items": [{"type": "a", "title": ["T"], "container-title": []}]}', True),
        ('[{"title": "T", "author": "A; B", "abstract": "x"}]', False),
        ('{"title": "T", "issued": 1, "type": "x"}', False),
    ],
)
def test_only_lists_with_fields_of_csl_are_csl(text, sure):
    assert (recognise(Source("x.json", text)) >= 0.5) is sure
