"""Whether a name in the library is one person."""

import pytest

from explorer.questions.name_form import name_form
from explorer.questions.passport import passport
from tests.libraries import import_text, new_store
from tests.people import snapshot


@pytest.fixture
def library(tmp_path):
    made = new_store(tmp_path / "library.db")
    yield made
    made.close()


def form_of(library, name):
    (row,) = library.reader.rows("select id, name from node where kind = 2 and name = ?", [name])
    return name_form(library.reader, *row)


def test_papers_that_share_a_coauthor_are_one_person(library):
    papers = [
        ("2404.00011", "Boats without Keels", ["Ada Berg", "Cem Demir"]),
        ("2404.00012", "Boats with Keels", ["Cem Demir", "Ada Berg", "Eva Fink"]),
        ("2404.00013", "Sails", ["Eva Fink", "Ada Berg"]),
    ]
    import_text(library, "s.jsonl", snapshot(*papers))
    form = form_of(library, "Ada Berg")
    assert form.is_one_person and form.groups == (3,)
    assert form.words == "One person: the 3 papers share co-authors."


def test_papers_without_a_common_coauthor_may_be_of_several_people(library):
    papers = [
        ("2404.00011", "Boats without Keels", ["Wei Wang", "Cem Demir"]),
        ("2404.00012", "Boats with Keels", ["Wei Wang", "Cem Demir"]),
        ("2404.00013", "Protein Tokenizers", ["Wei Wang", "Eva Fink"]),
        ("2404.00014", "Alone at Sea", ["Wei Wang"]),
    ]
    import_text(library, "s.jsonl", snapshot(*papers))
    form = form_of(library, "Wei Wang")
    assert not form.is_one_person
    assert form.words == (
        "May be several people: 2 groups of papers (2, 1) share no co-author, 1 of 4 papers name nobody else."
    )


def test_initials_are_no_person_though_the_papers_share_coauthors(library):
    papers = [
        ("2404.00011", "Boats without Keels", ["A Berg", "Cem Demir"]),
        ("2404.00012", "Boats with Keels", ["A Berg", "Cem Demir"]),
    ]
    import_text(library, "s.jsonl", snapshot(*papers))
    form = form_of(library, "A Berg")
    assert not form.is_one_person and "a short name" in form.words


def test_the_passport_of_a_person_says_so(library):
    import_text(
        library, "s.jsonl", snapshot(("2404.00011", "Boats without Keels", ["Ada Berg", "Cem Demir"]))
    )
    (person,) = (row[0] for row in library.reader.rows("select id from node where name = 'Ada Berg'"))
    facts = dict(passport(library.reader, person).facts)
    assert facts["Identity"] == "A name form: it may stand for several people."
