"""Plan and apply: nothing written before, everything sound after, all of it taken back by undo."""

import pytest

from explorer.ops import history, tagging
from explorer.ops.importing import apply
from explorer.store.check import check
from tests.libraries import (
    AT,
    EVENTS,
    RECORDS,
    WEEK_JA,
    WEEKS_EN,
    digest,
    graph_of,
    import_files,
    import_text,
    new_store,
    plan_files,
)

ALL = (WEEK_JA, WEEKS_EN, EVENTS, RECORDS)


def papers(store):
    return dict(
        store.reader.rows("select coalesce(arxiv_id, n.name), n.id from paper p join node n on n.id = p.id")
    )


def test_a_plan_writes_nothing(store):
    before = graph_of(store)
    assert plan_files(store, *ALL).new_works > 5
    assert graph_of(store) == before


def test_an_import_leaves_a_sound_library(store):
    import_files(store, *ALL)
    assert check(store.reader) == []


def test_importing_the_same_bytes_again_changes_nothing(store):
    import_files(store, *ALL)
    before = graph_of(store)
    assert import_files(store, *ALL).label == "Nothing new to import"
    assert graph_of(store) == before


def test_undo_of_an_import_empties_the_library_and_redo_brings_it_back(store):
    empty = graph_of(store)
    import_files(store, *ALL)
    full = graph_of(store)
    history.undo(store)
    assert graph_of(store) == empty
    assert check(store.reader) == []
    history.redo(store)
    assert graph_of(store) == full


def test_undo_of_a_second_import_restores_what_the_first_said(store):
    import_text(store, "a.md", digest("April 29 - May 5", [("KAN", "takes splines", "2404.19756")]))
    before = graph_of(store)
    fuller = digest(
        "May 6 - May 12",
        [("KAN: Kolmogorov-Arnold Networks", "once more", "2404.19756"), ("B", "c", "2405.1")],
    )
    import_text(store, "b.md", fuller)
    assert "KAN: Kolmogorov-Arnold Networks" in graph_of(store)
    history.undo(store)
    assert graph_of(store) == before


def test_a_tag_stays_on_a_paper_when_a_later_import_is_taken_back(store):
    import_text(store, "a.md", digest("April 29 - May 5", [("KAN", "takes splines", "2404.19756")]))
    import_text(store, "b.md", digest("May 6 - May 12", [("xLSTM", "brings gates", "2405.04517")]))
    tagging.tag(store, "nets", [papers(store)["2404.19756"]])
    history.undo(store)
    history.undo(store)
    history.redo(store)
    history.redo(store)
    assert store.reader.value("select count(*) from tagging") == 1
    assert check(store.reader) == []


def test_one_paper_in_two_documents_is_one_work_with_two_appearances(store):
    import_text(store, "a.md", digest("April 29 - May 5", [("KAN", "takes splines", "2404.19756")]))
    import_text(
        store, "b.md", digest("May 6 - May 12", [("Kolmogorov-Arnold Networks", "again", "2404.19756")])
    )
    assert store.reader.rows("select count(*) from paper") == [(1,)]
    assert store.reader.rows("select count(*) from appearance") == [(2,)]


def test_the_same_issue_in_two_languages_is_one_node(store):
    import_files(store, WEEK_JA)
    issue = store.reader.value("select issue from document")
    assert store.reader.rows("select kind from node where id = ?", [issue]) == [(4,)]


def test_a_stale_plan_is_made_again(store):
    stale = plan_files(store, WEEK_JA, WEEKS_EN)
    import_files(store, WEEK_JA)
    apply(store, stale, AT)
    assert check(store.reader) == []
    assert store.reader.value("select count(*) from source") == 2


def test_a_failing_import_leaves_the_library_as_it_was(store, monkeypatch):
    import_files(store, WEEK_JA)
    before = graph_of(store)
    made = plan_files(store, WEEKS_EN)
    monkeypatch.setattr("explorer.pipeline.ingest.relate", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        apply(store, made, AT)
    assert graph_of(store) == before


def test_a_file_of_no_known_format_is_reported_and_the_others_are_read(store, tmp_path):
    strange = tmp_path / "x.bin"
    strange.write_bytes(b"\x00\x01\x02")
    made = plan_files(store, strange, WEEK_JA)
    assert [f.source for f in made.failed] == ["x.bin"]
    assert len(made.documents) == 1


def test_a_method_that_a_later_document_names_is_found_in_earlier_ones(store):
    import_text(
        store, "a.md", digest("April 29 - May 5", [("A study", "uses ZorbNet for speed", "2404.00001")])
    )
    import_text(
        store,
        "b.md",
        digest("May 6 - May 12", [("ZorbNet: Fast Inference for All", "is new", "2405.00002")]),
    )
    named = store.reader.rows(
        """select distinct d.title from mention m join node n on n.id = m.concept and n.name = 'ZorbNet'
           join block b on b.id = m.block join document d on d.id = b.document"""
    )
    assert len(named) == 2
    assert check(store.reader) == []


def test_the_order_of_two_imports_does_not_change_which_works_there_are(store, tmp_path):
    other = new_store(tmp_path / "other.db")
    for file in ALL:
        import_files(store, file)
    for file in reversed(ALL):
        import_files(other, file)
    titles = "select name from node where kind = 1 order by name"
    assert store.reader.rows(titles) == other.reader.rows(titles)
    other.close()
