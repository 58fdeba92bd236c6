"""First seen: the first source that names a method, and apart from it the arXiv day of its paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.model import EditionRef, NodeKind, SeriesKind
from explorer.ops.importing import apply
from explorer.pipeline.plan import Input, plan
from explorer.questions.first_seen import first_seen, first_seen_of
from explorer.questions.lifeline import lifeline
from explorer.questions.lifeline_words import lifeline_json, lifeline_lines
from explorer.questions.lookup import find_node
from explorer.questions.method import method
from explorer.questions.passport import passport
from explorer.store import Store
from tests.libraries import AT, digest, import_text, new_store

PAPER = "Quillnet: Feathered Attention for Small Models"
LIST = f'title,authors,arxiv\n"{PAPER}","Ada Quill; Bo Reed",2005.11401\n'


@pytest.fixture
def store(tmp_path: Path):
    made = new_store(tmp_path / "a.pelib")
    wanted = EditionRef(SeriesKind.VENUE, "NeurIPS", "2020", "2020-12-06", "2020-12-12")
    apply(made, plan(made.reader, [Input("list.csv", "list.csv", LIST.encode(), "", wanted)]), AT)
    yield made
    made.close()


def seen_of(store: Store, name: str = "Quillnet", kind: NodeKind = NodeKind.CONCEPT):
    return first_seen(lifeline(store.reader, find_node(store.reader, name, kind)))


def test_a_conference_after_the_preprint_is_told_with_it_in_one_line(store):
    seen = seen_of(store)
    assert seen.parts == ("first seen 2020-12-06 in NeurIPS 2020", "its paper on arXiv 2020-05")
    page = passport(store.reader, find_node(store.reader, "Quillnet", NodeKind.CONCEPT))
    assert dict(page.facts)["First seen"] == "2020-12-06, NeurIPS 2020; its paper on arXiv 2020-05"
    assert page.first_seen == ("2020-12-06", "NeurIPS 2020")
    assert page.subtitle.endswith(" · first seen 2020-12-06 · its paper on arXiv 2020-05")
    line = "  first seen 2020-12-06 in NeurIPS 2020; its paper on arXiv 2020-05"
    assert line in lifeline_lines(lifeline(store.reader, page.id))


def test_scripts_get_both_dates_with_the_documents_that_say_so(store):
    told = lifeline_json(lifeline(store.reader, find_node(store.reader, "Quillnet", NodeKind.CONCEPT)))
    seen = told["first_seen"]
    assert (seen["place"]["name"], seen["place"]["from"]) == ("NeurIPS 2020", "2020-12-06")
    assert (seen["arxiv"]["name"], seen["arxiv"]["from"]) == ("arXiv:2005.11401", "2020-05")
    assert all(PAPER in seen[key]["evidence"]["exact"] for key in ("place", "arxiv"))
    assert method(store.reader, "Quillnet")["first_seen"] == {
        "date": "2020-12-06",
        "document": "NeurIPS 2020",
        "arxiv": {"date": "2020-05", "document": "arXiv:2005.11401"},
    }


def test_a_paper_says_of_itself_that_it_was_on_arxiv(store):
    seen = seen_of(store, PAPER, NodeKind.PAPER)
    assert seen.parts == ("first seen 2020-12-06 in NeurIPS 2020", "on arXiv 2020-05")


def test_a_digest_names_its_days_itself_and_an_older_one_needs_no_preprint(store):
    week = digest("April 29 - May 5", [("Reeds", "Built on Quillnet, it bends.", "2404.44444")])
    import_text(store, "week.md", week.replace("2024", "2019"))
    seen = seen_of(store)
    assert seen.place is not None and seen.place.kind == "digest" and seen.arxiv is None
    assert seen.parts == (f"first seen in week of {seen.place.name}",)
    assert seen.fact == f"week of {seen.place.name}"


def test_what_has_no_lifeline_was_first_seen_nowhere(store):
    edition = find_node(store.reader, "NeurIPS 2020", NodeKind.EDITION)
    for node in (edition, 999_999):
        assert first_seen_of(store.reader, node).parts == ()


def test_a_preprint_alone_is_told_without_a_place(store):
    alone = 'title,authors,arxiv\n"Mossgraph: Slow Graphs That Remember","Cy Fen",2105.11401\n'
    apply(store, plan(store.reader, [Input("m.csv", "m.csv", alone.encode())]), AT)
    seen = seen_of(store, "Mossgraph")
    assert (seen.place, seen.fact, seen.short) == (None, "", ())
    assert seen.parts == ("its paper on arXiv 2021-05",)
