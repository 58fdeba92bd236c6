"""The JSON list of events that a conference site gives."""

import json
import time
from collections import Counter

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers.conference_events import read, recognise
from explorer.model import BlockKind, EditionRef, SeriesKind

POSTER = {
    "type": "Poster",
    "name": "A Title",
    "virtualsite_url": "https://ICML.cc//virtual/2024/poster/1",
    "speakers/authors": "Ana Silva, Bo Chen",
    "abstract": "Text.",
}
NEURIPS = EditionRef(SeriesKind.VENUE, "NeurIPS", "2023")


def document(*records, name="x.json", edition=None, wrap=None):
    rows = [POSTER | record for record in records]
    return read(Source(name, json.dumps({wrap: rows} if wrap else rows), edition))[0]


def test_the_edition_is_the_one_of_the_addresses():
    (edition,) = document({}, edition=None).editions
    assert (edition.name, edition.date_from, edition.date_to) == ("ICML 2024", "2024-07-21", "2024-07-27")
    assert document({}).papers[0].edition == edition


@pytest.mark.parametrize(
    "url", ["https://ICML]", "https://[::1/2024/", "icml.cc/virtual/2024/poster/1", "ftp://icml.cc/2024/"]
)
def test_an_address_that_is_none_names_no_edition(url):
    assert document({"virtualsite_url": url}).editions == ()


def test_another_edition_than_the_one_said_is_told():
    found = document({}, edition=NEURIPS)
    assert found.editions[0].name == "ICML 2024"
    assert ["ICML 2024" in issue.why for issue in found.issues] == [True]


def test_a_list_without_addresses_takes_what_is_said_else_its_file_name():
    assert document({"virtualsite_url": ""}, edition=NEURIPS).editions == (NEURIPS,)
    assert document({"virtualsite_url": ""}, name="nips2017.json").editions[0].name == "NeurIPS 2017"
    assert document({"virtualsite_url": ""}, name="list.json").editions == ()


@pytest.mark.parametrize(
    ("kind", "is_paper"),
    [("Poster", 1), ("Oral", 1), ("Spotlight Poster", 1), ("", 1), ("Workshop", 0), ("Oral Session", 0),
     ("Expo Talk Panel", 0), ("Tutorial", 0), ("Test Of Time", 0), ("Social", 0)],
)  # fmt: skip
def test_papers_are_told_from_other_events(kind, is_paper):
    found = document({"type": kind})
    assert len(found.papers) == is_paper
    heading = [(block.text, block.section) for block in found.blocks if block.kind is BlockKind.HEADING]
    assert heading == ([] if is_paper else [("A Title", kind)])


def test_a_poster_and_a_talk_of_one_paper_are_one_record():
    found = document(
        {}, {"type": "Oral", "name": "[Oral] A title"}, {"name": "A Title", "speakers/authors": "Else"}
    )
    assert [(paper.title, paper.status) for paper in found.papers] == [
        ("A Title", "Oral"),
        ("A Title", "Poster"),
    ]
    assert [block.paper for block in found.blocks if block.kind is BlockKind.PAPER_TITLE] == [0, 0, 1]


def test_titles_lose_latex_and_tags_but_keep_what_was_written():
    paper = document({"name": "[Spotlight]  $\\ell_2$-Norms  \u201cat\u201d work"}).papers[0]
    assert (paper.title, paper.status) == ("ℓ₂-Norms “at” work", "Spotlight")
    assert paper.as_written.startswith("[Spotlight]  $\\\\ell_2$")


@pytest.mark.parametrize(
    "authors",
    ["Ana Silva, Bo Chen", ["Ana Silva", "Chen, Bo"], [{"fullname": "Ana Silva"}, {"name": "Bo Chen"}, 7]],
)
def test_authors_may_be_a_line_a_list_or_objects(authors):
    assert document({"speakers/authors": authors}).papers[0].authors == ("Ana Silva", "Bo Chen")


def test_a_list_inside_an_object_is_read():
    assert len(document({}, wrap="results").papers) == 1
    with pytest.raises(ImportFailed):
        document({}, wrap="nothing")


def test_a_broken_file_names_its_line():
    with pytest.raises(ImportFailed) as refusal:
        read(Source("x.json", '[\n {"name": "a"},\n {"name": }\n]'))
    assert "line 3" in refusal.value.message


def test_lists_of_other_shapes_are_not_this_format():
    assert recognise(Source("x.json", '[{"title": "a", "abstract": "b"}]')) < 0.5
    assert recognise(Source("x.json", '{"virtualsite_url"')) < 0.95


@pytest.mark.corpus
def test_the_icml_list_of_the_corpus_is_read_in_time(corpus):
    path = corpus / "venues" / "ICML_2024_Events.json"
    raw = path.read_bytes().decode("utf-8")
    start = time.process_time()
    (found,) = read(Source(path.name, raw))
    assert time.process_time() - start < 2
    assert (len(found.papers), found.issues) == (2634, ())
    others = Counter(block.section for block in found.blocks if block.kind is BlockKind.HEADING)
    assert others == {"Workshop": 30, "Tutorial": 12, "Invited Talk": 6}
    assert all(paper.authors and paper.abstract and paper.edition for paper in found.papers)
    assert not [paper.title for paper in found.papers if set(paper.title) & set("\\{}$")]
