"""Lines of arXiv metadata."""

import json
import time

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers.arxiv_snapshot import read, recognise

RECORD = {
    "id": "2404.19737",
    "title": "A title",
    "authors": "Fabian Gloeckle et al.",
    "update_date": "2024-05-01",
}


def paper(**fields):
    return read(Source("x.jsonl", json.dumps(RECORD | fields)))[0].papers[0]


def test_a_listing_day_is_never_the_day_of_publication():
    assert (paper().published, paper().updated, paper().seen_on) == ("", "", "2024-05-01")


def test_versions_tell_the_first_and_the_last_day():
    versions = [
        {"version": "v1", "created": "Tue, 30 Apr 2024 17:33:57 GMT"},
        {"version": "v2", "created": "Wed, 1 May 2024 00:00:00 GMT"},
    ]
    one = paper(versions=versions)
    assert (one.published, one.updated, one.arxiv_version) == ("2024-04-30", "2024-05-01", "v2")
    assert paper(versions=[{"version": "v1"}]).published == ""


@pytest.mark.parametrize(
    ("fields", "authors", "complete"),
    [
        ({"authors_parsed": [["Gloeckle", "Fabian", ""]]}, ("Fabian Gloeckle",), False),
        ({"authors": "A. Silva and B. Chen", "authors_parsed": [["Silva", "A.", ""], ["Chen", "B.", "Jr"]]},
         ("A. Silva", "B. Chen Jr"), True),
        ({"authors": "J. H\\\"older", "authors_parsed": [["H\\\"older", "J.", ""]]}, ("J. Hölder",), True),
        ({"authors_parsed": None}, ("Fabian Gloeckle",), False),
        ({"authors_parsed": [7, ["Silva"]]}, ("Silva",), False),
    ],
)  # fmt: skip
def test_only_a_full_line_of_names_is_complete(fields, authors, complete):
    one = paper(**fields)
    assert (one.authors, one.authors_complete) == (authors, complete)


def test_a_line_that_is_no_record_is_an_issue_with_its_number():
    lines = [json.dumps(RECORD), "{broken", "[1]", '{"id": "2405.00001"}', json.dumps(RECORD | {"id": "7"})]
    (document,) = read(Source("x.jsonl", "\n".join(lines)))
    assert [issue.line for issue in document.issues] == [2, 3, 4, 5]
    assert len(document.papers) == 2


def test_a_file_without_a_record_is_refused():
    with pytest.raises(ImportFailed):
        read(Source("x.jsonl", "{broken\n\n"))


def test_other_lines_of_json_are_not_this_format():
    assert recognise(Source("x.jsonl", '{"id": 1, "title": "a", "text": "b"}')) < 0.5
    assert recognise(Source("x.jsonl", '{"text": "b"}\n{"id": "1", "title": "a", "update_date": "x"}')) < 0.5


@pytest.mark.corpus
def test_the_snapshot_of_the_corpus_is_read_in_time(corpus):
    path = corpus / "venues" / "arxiv_snapshot_sample.jsonl"
    raw = path.read_bytes().decode("utf-8")
    start = time.process_time()
    (document,) = read(Source(path.name, raw))
    assert time.process_time() - start < 3
    assert (len(document.papers), document.issues) == (8698, ())
    assert not any(one.authors_complete or one.published for one in document.papers)
    assert all(one.arxiv_id and one.seen_on and one.authors for one in document.papers)
