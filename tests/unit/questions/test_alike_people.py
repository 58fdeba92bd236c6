"""Two authors are proposed as one only where names fit, people are shared, and nothing speaks against it."""

import pytest

from explorer.ops import history, people
from explorer.questions.alike_people import alike_people, fitting
from explorer.questions.needs_you import count_undecided, needs_you
from explorer.questions.passport import passport
from explorer.questions.person_papers import person_papers
from tests.libraries import import_text, new_store
from tests.people import people as ids
from tests.people import snapshot

CREW = ["Cem Demir", "Eva Fink"]


@pytest.fixture
def library(tmp_path):
    made = new_store(tmp_path / "library.db")
    yield made
    made.close()


def proposed(library, *lists):
    """Names of the pairs that are proposed, for papers by these authors."""
    papers = [(f"2404.{i:05}", f"Paper on {word}", names) for i, (word, names) in enumerate(lists, start=1)]
    import_text(library, "s.jsonl", snapshot(*papers))
    names = {node: name for name, node in ids(library.reader).items()}
    return [(names[pair.full], names[pair.short]) for pair in alike_people(library.reader)]


@pytest.mark.parametrize("short", ["J. Smith", "John Smith", "John A Smith"])
def test_a_short_name_with_the_same_coauthors_is_proposed(library, short):
    found = proposed(library, ("boats", ["John Adam Smith", *CREW]), ("keels", [short, *CREW]))
    assert found == [("John Adam Smith", short)]


@pytest.mark.parametrize(
    "other",
    [
        ["J. Smith", "Cem Demir"],  # one common co-author is too little
        ["J. Smith", "Ida Holm", "Bo Falk"],
        ["Jane Smith", *CREW],
        ["J. Smithson", *CREW],
        ["Smith", *CREW],
        ["B. Smith", *CREW],
    ],
)
def test_what_does_not_fit_is_not_proposed(library, other):
    assert proposed(library, ("boats", ["John Smith", *CREW]), ("keels", other)) == []


def test_a_paper_that_names_both_speaks_against_it(library):
    both = ("sails", ["John Smith", "J. Smith"])
    assert proposed(library, ("boats", ["John Smith", *CREW]), ("keels", ["J. Smith", *CREW]), both) == []


def test_a_short_name_that_fits_two_people_is_not_proposed_for_either(library):
    full = [("boats", ["John Smith", *CREW]), ("sails", ["Jane Smith", *CREW])]
    assert proposed(library, *full, ("keels", ["J. Smith", *CREW])) == []


def test_half_of_a_hyphenated_name_is_another_name(library):
    assert proposed(library, ("boats", ["Zhi-Hua Zhou", *CREW]), ("keels", ["Zhi Zhou", *CREW])) == []


def test_the_best_evidence_comes_first_and_the_number_is_capped(library):
    crew = [*CREW, "Ida Holm"]
    found = proposed(
        library,
        ("boats", ["John Smith", *CREW]),
        ("keels", ["J. Smith", *CREW]),
        ("trees", ["Mia Lind", *crew]),
        ("roots", ["M Lind", *crew]),
    )
    assert found == [("Mia Lind", "M Lind"), ("John Smith", "J. Smith")]
    assert len(alike_people(library.reader, most=1)) == 1


def test_it_waits_for_a_person_with_its_evidence_until_it_is_decided(library):
    proposed(library, ("boats", ["John Smith", *CREW]), ("keels", ["J. Smith", *CREW]))
    (row,) = needs_you(library.reader).rows
    assert row.kind == "people" and count_undecided(library.reader) == 1
    assert row.words == "the names fit, and both wrote with Cem Demir, Eva Fink"
    assert [side.title for side in row.sides] == ["John Smith", "J. Smith"]
    assert [place.as_written for place in row.sides[1].places] == ["Paper on keels"]
    john, short = (side.id for side in row.sides)
    people.keep_apart(library, john, short)
    assert needs_you(library.reader).total == 0
    history.undo(library)
    people.merge(library, john, short)
    assert needs_you(library.reader).total == 0


def test_the_passport_lists_the_name_forms_and_the_reason(library):
    proposed(library, ("boats", ["John Smith", *CREW]), ("keels", ["J. Smith", *CREW]))
    found = ids(library.reader)
    assert "Name forms" not in dict(passport(library.reader, found["John Smith"]).facts)
    people.merge(library, found["John Smith"], found["J. Smith"], "his own page")
    facts = dict(passport(library.reader, found["John Smith"]).facts)
    assert facts["Name forms"] == "John Smith, J. Smith"
    assert facts["Merged from"] == "“J. Smith” (his own page)"


def test_other_names_that_fit_are_found_whoever_they_write_with(library):
    proposed(
        library,
        ("boats", ["John Smith", "Bo Falk"]),
        ("keels", ["J. Smith", "Cem Demir"]),
        ("b", ["B. Smith"]),
    )
    found = ids(library.reader)
    assert fitting(library.reader, found["John Smith"]) == (found["J. Smith"],)


def test_the_papers_of_a_person_stand_in_groups(library):
    proposed(
        library, ("boats", ["Wei Wang", *CREW]), ("keels", ["Wei Wang", "Eva Fink"]), ("trees", ["Wei Wang"])
    )
    found = person_papers(library.reader, ids(library.reader)["Wei Wang"])
    assert [[paper.title for paper in group] for group in found.groups] == [
        ["Paper on boats", "Paper on keels"],
        ["Paper on trees"],
    ]
    assert person_papers(library.reader, 99_999) is None
