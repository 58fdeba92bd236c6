"""Notes of OpenReview: what became of a submission, and where it stands."""

from __future__ import annotations

import json

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers.openreview import read, recognise
from explorer.model import DocumentKind

ICML = "ICML.cc/2024/Conference"


def note(number=1, **content):
    fields = {"title": f"Title {number}", "authors": ["A. Bee"], "venue": "ICML 2024 Poster", "venueid": ICML}
    values = {name: {"value": value} for name, value in (fields | content).items() if value is not None}
    forum = f"aB1cD2eF3{number}"
    return {"id": forum, "forum": forum, "invitations": [f"{ICML}/-/Submission"], "content": values}


def document(*notes, name="notes.json"):
    return read(Source(name, json.dumps({"notes": notes})))[0]


@pytest.mark.parametrize(
    ("venue", "venue_id", "status", "accepted"),
    [
        ("ICML 2024 Oral", ICML, "Oral", True),
        ("ICML 2024 spotlight", ICML, "Spotlight", True),
        ("ICLR 2023 notable top 5%", "ICLR.cc/2023/Conference", "Notable top 5%", True),
        ("ICML 2024", ICML, "ICML 2024", True),
        ("Submitted to ICML 2024", f"{ICML}/Rejected_Submission", "Rejected", False),
        ("Submitted to ICML 2024", ICML, "Submitted", False),
        ("ICML 2024 Conference Withdrawn Submission", f"{ICML}/Withdrawn_Submission", "Withdrawn", False),
        ("ICML 2024 Conference Desk Rejected", f"{ICML}/Desk_Rejected_Submission", "Rejected", False),
        (None, f"{ICML}/Submission", "Submitted", False),
        (None, None, "Submitted", False),
    ],
)
def test_only_accepted_submissions_stand_in_an_edition(venue, venue_id, status, accepted):
    found = document(note(1, venue=venue, venueid=venue_id), note(2))
    assert (found.papers[0].status, found.papers[0].edition is not None) == (status, accepted)
    assert found.stated_totals == (() if accepted else (("papers not accepted", 1),))


def test_version_1_is_read_like_version_2():
    new = note(1)
    old = new | {"content": {name: value["value"] for name, value in new["content"].items()}}
    one, other = document(new).papers[0], document(old).papers[0]
    assert (one.title, one.authors, one.edition, one.openreview) == (
        other.title,
        other.authors,
        other.edition,
        other.openreview,
    )


def test_reviews_are_told_and_no_papers_and_rows_in_are_rows_accounted_for():
    review = note(3, title="Official Review") | {"id": "zZ9", "forum": "aB1cD2eF31"}
    found = document(note(1), review, note(2, title=None), 7)
    assert [paper.title for paper in found.papers] == ["Title 1"]
    assert [issue.why for issue in found.issues] == [
        "Record 3 has no title.",
        "Record 4 has no title.",
        "Reviews, decisions and comments left out: 1.",
    ]


def test_a_workshop_is_an_edition_of_its_own():
    found = document(note(1, venueid="NeurIPS.cc/2023/Workshop/POND-AI", venue="POND-AI Poster"))
    assert found.papers[0].edition.name == "NeurIPS 2023 Workshop: POND-AI"


def test_an_address_in_an_abstract_is_no_id_of_the_paper_but_its_code_is():
    abstract = "We extend https://arxiv.org/abs/2405.01234, see https://github.com/pond/duck."
    found = document(note(1, abstract=abstract)).papers[0]
    assert (found.arxiv_id, found.code_urls) == ("", ("https://github.com/pond/duck",))


def test_notes_that_name_no_edition_are_references():
    found = document(note(1, venue="Accepted by Ponds", venueid="Ponds") | {"invitations": []})
    assert (found.kind, found.editions) == (DocumentKind.METADATA, ())


@pytest.mark.parametrize("text", ['{"notes": []}', "[]", "{}", '[{"content": {"title": 3}}]'])
def test_a_list_without_a_submission_is_refused(text):
    with pytest.raises(ImportFailed):
        read(Source("x.json", text))


def test_only_notes_are_recognised():
    assert recognise(Source("x", json.dumps([note()]))) > 0.9
    assert recognise(Source("x", '[{"title": "T", "content": "words", "author": "A"}]')) == 0.0


def test_an_answer_that_is_one_page_of_many_says_so():
    note = {"id": "aB1cD2eF3g", "forum": "aB1cD2eF3g", "content": {"title": {"value": "Cats are graphs"}}}
    text = json.dumps({"notes": [note], "count": 1200})
    (document,) = read(Source("notes.json", text))
    assert "OpenReview holds 1200 notes, 1 are here." in [issue.why for issue in document.issues]
