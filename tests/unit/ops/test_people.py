"""A person says that two authors are one, or that one name is two people; imports respect it."""

import json

import pytest

from explorer.errors import ExplorerError, NotFound
from explorer.ops import history, identity, notes, people, tagging
from explorer.questions.dump import dump
from explorer.questions.lookup import find_node
from explorer.questions.search import search
from explorer.store.check import check
from explorer.store.reading import note_on
from tests.libraries import graph_of, import_text
from tests.people import LATER, PAPERS, papers_by, titled
from tests.people import people as ids

BOATS = {"Boats without Keels", "Boats with Keels"}
PROTEINS = "Protein Tokenizers"


@pytest.fixture
def library(store):
    import_text(store, "s.jsonl", PAPERS)
    return store


def merged(library):
    """Chris Lu, with C. Lu merged into it."""
    found = ids(library.reader)
    people.merge(library, found["Chris Lu"], found["C. Lu"], "the same group")
    return found["Chris Lu"], found["C. Lu"]


def parted(library):
    """(Wei Wang of the boats, Wei Wang of the proteins)."""
    wang = ids(library.reader)["Wei Wang"]
    changes = people.split(library, wang, titled(library.reader, PROTEINS), "another field")
    (other,) = [n for n in ids_called(library, "Wei Wang") if n != wang]
    assert {wang, other} <= changes.nodes
    return wang, other


def ids_called(library, name):
    return [i for (i,) in library.reader.rows("select id from node where kind = 2 and name = ?", [name])]


def there_and_back(library, act):
    """Do something; undo and redo show the same states, both sound."""
    before = graph_of(library)
    act()
    after = graph_of(library)
    assert after != before and check(library.reader) == []
    history.undo(library)
    assert graph_of(library) == before and check(library.reader) == []
    history.redo(library)
    assert graph_of(library) == after and check(library.reader) == []
    history.undo(library)


def test_a_merged_person_has_the_papers_of_both_names(library):
    lu, _ = merged(library)
    assert papers_by(library.reader, lu) == BOATS
    (row,) = [p for p in dump(library.reader)["people"] if p["id"] == lu]
    assert row == {"id": lu, "name": "Chris Lu", "names": ["Chris Lu", "C. Lu"]}
    assert check(library.reader) == []


def test_either_name_and_the_old_id_find_the_one_that_was_kept(library):
    lu, gone = merged(library)
    assert {find_node(library.reader, words) for words in ("C. Lu", "chris lu", str(gone))} == {lu}
    hits = [hit.id for hit in search(library.reader, "C. Lu").hits if hit.kind == "person"]
    assert hits == [lu]


def test_later_papers_under_either_name_stand_at_the_one_that_was_kept(library):
    lu, _ = merged(library)
    import_text(library, "later.jsonl", LATER)
    assert papers_by(library.reader, lu) == BOATS | {"Harbours"}
    assert "C. Lu" not in ids(library.reader)


def test_a_later_list_that_spells_the_authors_in_another_way_changes_nothing_of_it(library):
    lu, _ = merged(library)
    text = json.dumps(
        {
            "id": "2404.00012",
            "title": "Boats with Keels",
            "authors": "Chris Lu, Wei Wang, Cem Demir",
            "update_date": "2024-06-01",
        }
    )
    import_text(library, "again.jsonl", text)
    assert papers_by(library.reader, lu) == BOATS and check(library.reader) == []


def test_a_merge_is_one_step_of_undo(library):
    there_and_back(library, lambda: merged(library))


def test_a_merge_survives_the_undo_and_redo_of_an_import(library):
    lu, _ = merged(library)
    there_and_back(library, lambda: import_text(library, "later.jsonl", LATER))
    assert papers_by(library.reader, lu) == BOATS


def test_the_papers_that_were_chosen_are_of_another_person(library):
    wang, other = parted(library)
    assert papers_by(library.reader, other) == {PROTEINS}
    assert papers_by(library.reader, wang) == {*BOATS, "Alone at Sea"}
    assert check(library.reader) == []
    with pytest.raises(NotFound, match="several things"):
        find_node(library.reader, "Wei Wang")


def test_later_papers_go_to_the_one_whose_coauthors_they_share(library):
    wang, other = parted(library)
    import_text(library, "later.jsonl", LATER)
    assert papers_by(library.reader, other) == {PROTEINS, "Folded Proteins"}
    assert {"Harbours", "Trees in Winter", "Proteins on Boats"} < papers_by(library.reader, wang)


def test_a_split_is_one_step_of_undo(library):
    there_and_back(library, lambda: parted(library))


def test_a_split_survives_the_undo_and_redo_of_an_import(library):
    parted(library)
    there_and_back(library, lambda: import_text(library, "later.jsonl", LATER))


def test_papers_that_came_before_a_split_of_others_are_looked_at_again_when_it_is_undone(library):
    import_text(library, "later.jsonl", LATER)
    there_and_back(library, lambda: parted(library))


def test_a_name_of_three_people_is_split_twice_and_merged_again(library):
    import_text(library, "later.jsonl", LATER)
    wang, other = parted(library)
    there_and_back(library, lambda: people.split(library, wang, titled(library.reader, "Trees in Winter")))
    people.split(library, wang, titled(library.reader, "Trees in Winter"))
    (third,) = set(ids_called(library, "Wei Wang")) - {wang, other}
    there_and_back(library, lambda: people.merge(library, other, third))
    there_and_back(library, lambda: people.merge(library, other, wang))  # the one that takes later papers
    people.merge(library, other, third)
    people.merge(library, other, wang)
    assert ids_called(library, "Wei Wang") == [other]
    assert library.reader.value("select count(*) from person_paper") == 0


def test_a_split_takes_back_the_latest_merge_where_no_paper_is_named(library):
    lu, gone = merged(library)
    there_and_back(library, lambda: people.split(library, lu))
    people.split(library, lu)
    assert ids(library.reader)["C. Lu"] == gone
    assert papers_by(library.reader, gone) == {"Boats with Keels"}
    import_text(library, "later.jsonl", LATER)
    assert papers_by(library.reader, gone) == {"Boats with Keels", "Harbours"}


def test_a_split_of_two_groups_takes_the_smaller_where_no_paper_is_named(store):
    rows = PAPERS.splitlines()[:3]
    import_text(store, "s.jsonl", "\n".join(rows))
    wang = ids(store.reader)["Wei Wang"]
    people.split(store, wang)
    assert papers_by(store.reader, wang) == BOATS


def test_a_person_whose_own_form_leaves_is_called_by_the_one_that_stays(library):
    lu, _ = merged(library)
    there_and_back(library, lambda: people.split(library, lu, titled(library.reader, "Boats without Keels")))
    people.split(library, lu, titled(library.reader, "Boats without Keels"))
    assert papers_by(library.reader, lu) == {"Boats with Keels"}
    assert ids(library.reader)["C. Lu"] == lu
    assert papers_by(library.reader, ids(library.reader)["Chris Lu"]) == {"Boats without Keels"}


def test_tags_go_with_the_merge_and_back_with_the_split(library):
    found = ids(library.reader)
    tagging.tag(library, "watch", [found["C. Lu"]])
    lu, gone = merged(library)
    assert library.reader.value("select node from tagging") == lu
    people.split(library, lu)
    assert library.reader.rows("select node from tagging") == [(gone,)]


def test_notes_go_with_the_merge_and_back_with_the_split(library):
    found = ids(library.reader)
    notes.note(library, found["C. Lu"], "met in Oslo")
    lu, gone = merged(library)
    assert note_on(library.reader, lu) == "met in Oslo"
    there_and_back(library, lambda: people.split(library, lu))
    people.split(library, lu)
    assert (note_on(library.reader, lu), note_on(library.reader, gone)) == ("", "met in Oslo")


def test_papers_that_are_merged_keep_whose_they_are(library):
    _, other = parted(library)
    proteins, alone = titled(library.reader, PROTEINS, "Alone at Sea")
    there_and_back(library, lambda: identity.merge(library, alone, proteins))
    identity.merge(library, proteins, alone)
    assert proteins in {
        p for (p,) in library.reader.rows("select paper from person_paper where person = ?", [other])
    }
    there_and_back(library, lambda: identity.split(library, proteins))


def test_the_reason_is_kept(library):
    merged(library)
    parted(library)
    reasons = {row["decision"]: row["reason"] for row in dump(library.reader)["same_as"]}
    assert reasons == {"merged": "the same group", "split": "another field"}


def test_what_cannot_be_is_said_and_changes_nothing(library):
    found = ids(library.reader)
    before = graph_of(library)
    boats, proteins = titled(library.reader, "Boats with Keels", PROTEINS)
    for act in (
        lambda: people.merge(library, found["Chris Lu"], found["Chris Lu"]),
        lambda: people.merge(library, found["Chris Lu"], boats),
        lambda: people.merge(library, found["Chris Lu"], 99_999),
        lambda: people.split(library, found["Wei Wang"]),  # three groups: which?
        lambda: people.split(library, found["Chris Lu"], [proteins]),
        lambda: people.split(library, found["C. Lu"], [boats]),
    ):
        with pytest.raises(ExplorerError):
            act()
    assert graph_of(library) == before and library.undo_step().kind == "import"
