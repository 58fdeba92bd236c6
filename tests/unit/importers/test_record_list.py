"""JSON and YAML lists of any shape, and where their edition comes from."""

import json

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers.record_list import columns, read
from explorer.importers.yaml_list import read as read_yaml_list
from explorer.model import DocumentKind
from explorer.pipeline.recognise import recognise

ONE, TWO = {"headline": "A Walk in Deep Snow"}, {"headline": "Why Rivers Bend: A Study"}


def document(value, name="x.json", **given):
    return read(Source(name, json.dumps(value), **given))[0]


@pytest.mark.parametrize(
    "value",
    [
        [ONE, TWO],
        {"made": "today", "list": [ONE, TWO]},
        {"a": {"b": {"c": [ONE, TWO]}}},
        {"oral": [ONE], "poster": [TWO]},
        {"1": ONE | {"authors": ["Ann Bee"]}, "2": TWO | {"authors": []}},
        [{"content": {"headline": {"value": each["headline"]}}} for each in (ONE, TWO)],
        [each["headline"] for each in (ONE, TWO)],
        {"headline": [ONE["headline"], TWO["headline"]]},
        {"headline": {"0": ONE["headline"], "1": TWO["headline"]}},
        [["headline", "year"], [ONE["headline"], 2020], [TWO["headline"], 2021]],
        {"columns": ["headline", "year"], "data": [[ONE["headline"], 2020], [TWO["headline"], 2021]]},
    ],
)
def test_records_are_found_in_any_shape(value):
    assert [p.title for p in document(value).papers] == [ONE["headline"], TWO["headline"]]


def test_records_that_are_none_and_lists_of_something_else_are_told():
    value = {"papers": [ONE, 7, TWO, {}, None], "sponsors": [{"firm": "x"}]}
    found = document(value)
    assert len(found.papers) == 2
    assert [issue.why for issue in found.issues[1:5]] == [
        "The list “sponsors” with 1 entries was left out: its fields are others.",
        "Record 2 is no object with fields.",
        "Record 4 is no object with fields.",
        "Record 5 is no object with fields.",
    ]


@pytest.mark.parametrize(
    ("value", "given", "edition"),
    [
        ([ONE, TWO], {"name": "icml2017.json"}, "ICML 2017"),
        ([ONE | {"venue": "ICML", "year": 2019}, TWO | {"venue": "ICML", "year": 2019}], {}, "ICML 2019"),
        ([ONE, TWO], {}, None),
    ],
)
def test_the_edition_is_that_of_the_name_or_of_the_rows_or_none(value, given, edition):
    found = document(value, **given)
    assert [e.name for e in found.editions] == ([edition] if edition else [])
    assert found.kind is (DocumentKind.PAPER_LIST if edition else DocumentKind.METADATA)
    assert any("no edition" in issue.why for issue in found.issues) == (edition is None)


def test_fields_that_a_person_chose_are_read_and_known_formats_step_back():
    text = json.dumps(
        [{"title": "x1", "author": "Ann Bee", "status": "Poster", "long": "A Walk in Deep Snow"}]
    )
    assert recognise(Source("icml2019.json", text)) == "accepted_papers"
    source = Source("icml2019.json", text, columns=(("title", "long"),))
    assert recognise(source) == "record_list"
    assert [p.title for p in read(source)[0].papers] == ["A Walk in Deep Snow"]
    assert [c.field for c in columns(source)] == ["", "authors", "status", "title"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[", "broken in line 1"),
        ("{}", "no list of records"),
        ('[{"a": 1}, {"a": 2}]', "no column of titles"),
        ('{"title": "x"', "broken in line 1"),
    ],
)
def test_what_holds_no_list_is_refused_with_the_reason(text, why):
    with pytest.raises(ImportFailed, match=why) as caught:
        read(Source("x.json", text))
    assert caught.value.hint


def test_a_broken_line_of_json_lines_is_told_and_the_others_are_read():
    text = "\n".join([json.dumps(ONE), "{broken", json.dumps(TWO), "[1]"])
    found = read(Source("x.jsonl", text))[0]
    assert len(found.papers) == 2
    assert [issue.line for issue in found.issues if issue.line] == [2, 4]


def test_a_record_of_yaml_that_an_alias_repeats_is_one_more_row():
    text = "- &a {title: A Walk in Deep Snow, year: 2020}\n- *a\n- {title: Why Rivers Bend, year: 2021}\n"
    found = read_yaml_list(Source("x.yaml", text))[0]
    assert [p.title for p in found.papers] == [
        "A Walk in Deep Snow",
        "A Walk in Deep Snow",
        "Why Rivers Bend",
    ]
