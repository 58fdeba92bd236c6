"""Lists of accepted papers: trackers' exports and parsed schedules."""

import json

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers.accepted_papers import read, recognise
from explorer.model import BlockKind, DocumentKind, EditionRef, SeriesKind

PAPER = {
    "title": "A Title of Some Length",
    "status": "Poster",
    "track": "main",
    "author": "Ana Silva; Bo Chen",
    "abstract": "Text.",
}
ICML = EditionRef(SeriesKind.VENUE, "ICML", "2018", "2018-07-10", "2018-07-15")


def source(*records, name="list.json", edition=ICML):
    return Source(name, json.dumps([PAPER | record for record in records]), edition)


def paper(**record):
    return read(source(record))[0].papers[0]


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("NIPS2017", "NeurIPS 2017"),
        ("nips2017.json", "NeurIPS 2017"),
        ("colm2024.json", "COLM 2024"),
        ("https://example.org/lists/neurips2023", "NeurIPS 2023"),
    ],
)
def test_the_file_name_says_the_edition(name, edition):
    found = read(source({}, name=name, edition=None))[0]
    assert found.editions[0].name == found.papers[0].edition.name == edition


@pytest.mark.parametrize(
    "record",
    [
        {"site": "https://nips.cc/virtual/2018/poster/11127"},
        {"venue": "NeurIPS 2018 poster"},
        {"bibtex": "@a{x,\nbooktitle={Advances in Neural Information Processing Systems},\n year = {2018}}"},
        {"bibtex": "@a{\nx,\nbooktitle={Conference on Neural Information Processing Systems},\nyear={2018}}"},
    ],
    ids=["site", "venue", "proceedings", "short form of BibTeX"],
)  # fmt: skip
def test_records_say_the_edition_where_nobody_else_does(record):
    assert read(source(record, {}, edition=None))[0].editions[0].name == "NeurIPS 2018"


def test_a_list_of_nowhere_is_read_as_references_with_the_way_out():
    found = read(source({}, {"title": "Another Title", "status": "Reject"}, edition=None))[0]
    assert (found.kind, found.title, found.editions) == (DocumentKind.METADATA, "list.json", ())
    assert [(p.status, p.edition) for p in found.papers] == [("Poster", None), ("Reject", None)]
    assert "--edition" in found.issues[0].why
    assert found.stated_totals == ()


def test_records_without_titles_are_refused():
    with pytest.raises(ImportFailed, match="no record with a title"):
        read(Source("list.json", '[{"authors": "Ana Silva"}]'))


def test_what_a_person_said_wins_and_the_disagreement_is_told():
    found = read(source({"site": "https://nips.cc/virtual/2018/poster/1"}))[0]
    assert found.editions == (ICML,)
    assert [issue.why for issue in found.issues] == ["Most records of the list say NeurIPS 2018."]


@pytest.mark.parametrize(
    "status", ["Reject", "Withdrawn", "Desk Reject", "Withdraw", "Submitted to ICML 2018"]
)
def test_a_paper_that_was_not_accepted_stands_in_no_edition_and_keeps_its_status(status):
    found = read(source({"status": status}, {"title": "Another Title"}))[0]
    assert [(p.edition, p.status) for p in found.papers] == [(None, status), (ICML, "Poster")]
    assert found.stated_totals == (("papers not accepted", 1),)


@pytest.mark.parametrize(
    ("record", "label"),
    [
        ({"track": "Workshop: MATH-AI"}, "2018 Workshop: MATH-AI"),
        ({"track": "Workshop on Ponds"}, "2018 Workshop: Ponds"),
        ({"track": "workshop", "workshop": "Ponds"}, "2018 Workshop: Ponds"),
        ({"track": "workshop"}, "2018 Workshops"),
        ({"venue": "ICML 2018 Workshop Ponds"}, "2018 Workshop: Ponds"),
        ({"track": "Datasets & Benchmarks"}, "2018"),
    ],
)
def test_a_workshop_is_a_child_of_its_edition(record, label):
    assert paper(**record).edition == EditionRef(
        SeriesKind.VENUE, "ICML", label, ICML.date_from, ICML.date_to
    )


@pytest.mark.parametrize(
    ("title", "shown", "status"),
    [
        ("[Oral] Ponds", "Ponds", "Oral"),
        ("[Spotlight] Ponds", "Ponds", "Spotlight"),
        ("Ponds (Oral)", "Ponds", "Oral"),
        ("Ponds [Spotlight]", "Ponds", "Spotlight"),
        ("Ponds (an Oral History)", "Ponds (an Oral History)", "Poster"),
        ("Position: Ponds", "Position: Ponds", "Poster"),
    ],
)
def test_decorations_of_a_title_are_its_status(title, shown, status):
    found = paper(title=title)
    assert (found.title, found.status, found.as_written) == (shown, status, title)


def test_a_schedule_states_the_status_by_its_session():
    found = paper(status=None, session="Poster_Session1")
    assert (found.status, found.section) == ("Poster", "Poster Session1")


@pytest.mark.parametrize(
    ("record", "forum"),
    [
        ({"id": "0UK8c2kg7c"}, "0UK8c2kg7c"),
        ({"id": "S1xsqj09Fm"}, "S1xsqj09Fm"),
        ({"id": "2485"}, ""),
        ({"id": "b5a2a8306f"}, ""),
        ({"id": "2485", "openreview": "https://openreview.net/forum?id=0UK8c2kg7c"}, "0UK8c2kg7c"),
    ],
)
def test_an_id_is_a_forum_only_where_it_has_its_form(record, forum):
    assert paper(**record).openreview == forum


@pytest.mark.parametrize("authors", ["Ana Silva; Bo Chen", "Ana Silva, Bo Chen", ["Ana Silva", "Bo Chen"],
                                     ["Silva, Ana", {"fullname": "Bo Chen"}]])  # fmt: skip
def test_authors_are_a_line_or_a_list(authors):
    assert paper(author=authors).authors == ("Ana Silva", "Bo Chen")


def test_the_site_s_names_stand_in_for_a_missing_author_line():
    assert paper(author="", author_site="Ana Silva, Bo Chen").authors == ("Ana Silva", "Bo Chen")


def test_a_poster_and_a_talk_of_one_paper_are_one_with_the_higher_status():
    found = read(source({}, {"status": "Oral"}, {"author": "Carl Roe"}))[0]
    assert [p.status for p in found.papers] == ["Oral", "Poster"]
    assert [b.paper for b in found.blocks if b.kind is BlockKind.PAPER_TITLE] == [0, 0, 1]


def test_a_record_without_a_title_is_told_with_its_line():
    text = json.dumps([PAPER, {"author": "Nobody"}], indent=1)
    (found,) = read(Source("x.json", text, ICML))
    assert [(i.line, i.why) for i in found.issues] == [(9, "Record 2 has no title.")]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        (json.dumps([PAPER]), 0.8, 1),
        (json.dumps([PAPER | {"gs_citation": 3}]), 0.9, 1),
        (json.dumps({"papers": [PAPER]}), 0.8, 1),
        (json.dumps([{"title": "A", "authors": ["B"]}]), 0.5, 0.7),
        (json.dumps([{"title": "A", "year": 2020}]), 0, 0),
        (json.dumps([PAPER | {"virtualsite_url": "x"}]), 0, 0),
        (json.dumps({"id": "2401.1", "title": "A", "authors": "B", "authors_parsed": []}), 0, 0),
        ("title, authors", 0, 0),
    ],
)
def test_a_list_is_recognised_by_its_fields(text, least, most):
    assert least <= recognise(Source("x", text)) <= most
