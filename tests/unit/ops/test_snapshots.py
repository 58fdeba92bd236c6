"""Snapshots in a library: as they were whatever happens since, compared, undone."""

import sqlite3

import numpy as np
import pytest

from explorer.errors import ExplorerError, NotFound
from explorer.graph.difference import Change
from explorer.ops import concepts, history, identity, reading, snapshots, tagging
from explorer.ops.exporting import Page, build_scene
from explorer.ops.snapshot_files import write_snapshot
from explorer.ops.snapshots import Naming, scene_of
from explorer.questions.snapshot_diff import compare_snapshots
from explorer.questions.snapshot_words import opened_lines
from explorer.questions.snapshots import open_snapshot, snapshots_of
from explorer.questions.views import view_from_json
from explorer.store.check import check
from tests.libraries import digest, import_text

ROWS = [
    ("ZetaNet: Sparse Experts", "ZetaNet builds on LoRA. ZetaNet outperforms DPO.", "2405.00001"),
    ("OmegaNet: Dense Experts", "OmegaNet is fine-tuned on MMLU.", "2405.00002"),
]
LATER = [("ThetaNet: Warm Experts", "ThetaNet builds on LoRA.", "2405.00009")]
ALL = '{"limit": 500}'


@pytest.fixture
def filled(store):
    import_text(store, "week.md", digest("May 6 - May 12", ROWS))
    return store


def paper(store, arxiv_id):
    return store.reader.value("select id from paper where arxiv_id = ?", [arxiv_id])


def keep(store, name, view=ALL):
    snapshots.save_words(store, view, Naming(name))


def differs(store, *names):
    found = compare_snapshots(store.reader, *names)
    return {(n.change.name, n.name, n.into) for n in found.difference.nodes}, found


@pytest.mark.parametrize("layout", ["force", "timeline", "lanes", "lanes_by_source", "radial"])
@pytest.mark.parametrize("view", ['{"center": "LoRA", "depth": 2%s}', '{"limit": 500%s}'])
def test_what_was_saved_opens_as_the_same_scene(filled, layout, view):
    wanted = view_from_json(filled.reader, view % f', "layout": "{layout}"')
    scene = build_scene(filled.reader, wanted)
    scene = scene.moved(scene.pos + np.float32(1 / 3))
    snapshots.save(filled, wanted, scene, Naming("one"))
    import_text(filled, "later.md", digest("May 13 - May 19", LATER))
    tagging.tag(filled, "later", [paper(filled, "2405.00001")])
    again = scene_of(open_snapshot(filled.reader, "one"))
    for name in ("pos", "radius", "label_order", "looks", "lanes"):
        assert getattr(again, name).tobytes() == getattr(scene, name).tobytes(), name
    assert again.spacing == pytest.approx(scene.spacing, rel=1e-5)
    for name in ("labels", "pinned", "hulls"):
        assert getattr(again, name) == getattr(scene, name), name
    assert again.view.ids.tolist() == scene.view.ids.tolist() and again.view.names == scene.view.names
    assert again.view.ends.tolist() == scene.view.ends.tolist()
    assert (again.axes is None) == (scene.axes is None)


def test_nothing_differs_right_after_saving(filled):
    for number, view in enumerate(
        (ALL, '{"center": "LoRA"}', '{"limit": 3}', '{"center": "LoRA", "limit": 2}')
    ):
        keep(filled, f"n{number}", view)
        assert differs(filled, f"n{number}")[1].difference.is_empty
        assert differs(filled, f"n{number}", f"n{number}")[1].difference.is_empty


def test_an_import_is_new_its_undo_is_gone_and_the_same_import_again_is_no_difference(filled):
    keep(filled, "before")
    import_text(filled, "later.md", digest("May 13 - May 19", LATER))
    keep(filled, "after")
    new, found = differs(filled, "before")
    assert ("NEW", "ThetaNet: Warm Experts", "") in new and not found.difference.nodes_that(Change.GONE)
    history.undo(filled)  # the snapshot
    history.undo(filled)
    assert differs(filled, "before")[1].difference.is_empty
    import_text(filled, "other.md", digest("May 20 - May 26", [("Quite Another", "is short.", "2405.00077")]))
    names = {name for change, name, _ in differs(filled, "before")[0] if change == "NEW"}
    assert "Quite Another" in names and "ThetaNet: Warm Experts" not in names


def test_a_number_that_was_given_to_another_paper_is_not_that_paper(filled):
    import_text(filled, "later.md", digest("May 13 - May 19", LATER))
    theta = paper(filled, "2405.00009")
    keep(filled, "with theta")
    put_back_after_undo(filled)
    assert paper(filled, "2405.00077") == theta
    changes, found = differs(filled, "with theta")
    assert {("GONE", "ThetaNet: Warm Experts", ""), ("NEW", "Quite Another", "")} <= changes
    assert theta in found.before.gone and (np.diff(found.view.ids) > 0).all()
    import_text(filled, "later.md", digest("May 13 - May 19", LATER))
    assert open_snapshot(filled.reader, "with theta").now[theta] == paper(filled, "2405.00009") != theta


def put_back_after_undo(store):
    """The last snapshot, put beside the library as it is once its step and the import before are undone."""
    packed = store.reader.rows("select * from snapshot_content")
    row = store.reader.row("select * from snapshot")
    history.undo(store)
    history.undo(store)
    import_text(store, "other.md", digest("May 20 - May 26", [("Quite Another", "is short.", "2405.00077")]))
    with store.operation("put", "derived"):
        store.insert_many("insert or ignore into snapshot_content values (?, ?)", packed)
        store.insert_many(f"insert into snapshot values ({', '.join('?' * len(row))})", [row])


@pytest.mark.parametrize("asked", ['{"center": %d}', '{"only": [%d], "limit": 9}', '{"expanded": [%d]}'])
def test_now_is_not_asked_for_a_number_that_was_given_to_another_paper(filled, asked):
    import_text(filled, "later.md", digest("May 13 - May 19", LATER))
    theta = paper(filled, "2405.00009")
    keep(filled, "with theta", asked % theta)
    put_back_after_undo(filled)
    assert paper(filled, "2405.00077") == theta
    query = open_snapshot(filled.reader, "with theta").view.query
    assert theta not in {*query.centers, *(query.only or ()), *query.expanded}
    if "expanded" not in asked:
        assert not differs(filled, "with theta")[1].difference.nodes_that(Change.NEW)


def test_nodes_that_a_view_was_bound_to_are_followed_into_what_they_were_merged_into(filled):
    import_text(filled, "later.md", digest("May 13 - May 19", LATER))
    one, other = paper(filled, "2405.00001"), paper(filled, "2405.00009")
    keep(filled, "both", f'{{"only": [{one}, {paper(filled, "2405.00002")}], "limit": 9}}')
    identity.merge(filled, other, one)
    changed, found = differs(filled, "both")
    assert not {name for change, name, _ in changed if change == "GONE"}
    assert other in found.view.ids.tolist()


def test_an_edge_without_a_direction_is_the_same_when_a_merge_turns_its_ends(filled):
    import_text(filled, "later.md", digest("May 13 - May 19", LATER))
    import_text(filled, "last.md", digest("May 20 - May 26", [("GammaNet: Cold", "GammaNet.", "2405.00010")]))
    one, other, kept = (paper(filled, f"2405.000{number}") for number in ("01", "09", "10"))
    assert one < other < kept
    link(filled, one, other)
    keep(filled, "turned")
    identity.merge(filled, kept, one)
    link(filled, other, kept)
    edges = differs(filled, "turned")[1].difference.edges
    assert not [edge for edge in edges if edge.kind == "similar"]


def link(store, *ends):
    with store.operation("similar", "derived"):
        store.execute("delete from edge where kind = 'similar'")
        store.execute("insert into edge (source, target, kind, weight) values (?, ?, 'similar', 0.9)", ends)


def test_an_opened_snapshot_names_what_its_nodes_were_merged_into(filled):
    keep(filled, "before")
    import_text(filled, "later.md", digest("May 13 - May 19", LATER))
    identity.merge(filled, paper(filled, "2405.00009"), paper(filled, "2405.00001"))
    told = "\n".join(opened_lines(open_snapshot(filled.reader, "before")))
    assert "ZetaNet: Sparse Experts: is ThetaNet: Warm Experts now" in told


def test_a_merge_is_told_with_what_it_went_into_and_its_undo_brings_it_back(filled):
    keep(filled, "two")
    keep_id, other = paper(filled, "2405.00001"), paper(filled, "2405.00002")
    identity.merge(filled, keep_id, other)
    changes, found = differs(filled, "two")
    assert ("GONE", "OmegaNet: Dense Experts", "ZetaNet: Sparse Experts") in changes
    assert found.before.merged == {other: keep_id} and not found.before.gone
    history.undo(filled)
    assert differs(filled, "two")[1].difference.is_empty


def test_names_tags_and_read_states_that_change_are_told(filled):
    keep(filled, "was")
    zeta = paper(filled, "2405.00001")
    lora = filled.reader.value("select id from node where name = 'LoRA'")
    tagging.tag(filled, "warm", [zeta])
    reading.mark(filled, [zeta], "read")
    concepts.rename(filled, lora, "Low-Rank Adaptation")
    nodes = compare_snapshots(filled.reader, "was").difference.nodes_that(Change.CHANGED)
    told = {node.name: (node.was, node.tags_on, node.read) for node in nodes}
    assert told["Low-Rank Adaptation"] == ("LoRA", (), (0, 0))
    assert told["ZetaNet: Sparse Experts"] == ("", ("warm",), (0, 2))


def test_a_small_view_does_not_call_other_ranks_a_change(filled):
    keep(filled, "small", '{"limit": 2, "kinds": ["paper"]}')
    import_text(filled, "later.md", digest("May 13 - May 19", [*LATER, *ROWS]))
    changes, found = differs(filled, "small")
    assert not [change for change in changes if change[0] == "GONE"] and not found.elsewhere


def test_saving_renaming_noting_and_deleting_are_each_one_step_that_undo_takes_back(filled):
    def told():
        assert check(filled.reader) == []
        return [(words.name, words.note) for words in snapshots_of(filled.reader)]

    keep(filled, "a")
    keep(filled, "b")
    snapshots.rename(filled, "a", "A 図")
    snapshots.note(filled, "a 図", "see it")
    snapshots.delete(filled, "b")
    states = [told()]
    for _ in range(5):
        history.undo(filled)
        states.append(told())
    assert states == [
        [("A 図", "see it")],
        [("b", ""), ("A 図", "see it")],
        [("b", ""), ("A 図", "")],
        [("b", ""), ("a", "")],
        [("a", "")],
        [],
    ]
    for state in reversed(states[:-1]):
        history.redo(filled)
        assert told() == state
    history.undo(filled)
    assert open_snapshot(filled.reader, "b").kept.graph.names


def test_what_no_step_can_bring_back_is_forgotten(filled):
    def contents():
        return len(filled.reader.rows("select id from snapshot_content"))

    keep(filled, "a")
    history.undo(filled)
    keep(filled, "b")
    assert contents() == 2, "redo could still have brought it when it was saved"
    keep(filled, "c")
    assert contents() == 2
    snapshots.delete(filled, "c")
    keep(filled, "d")
    assert contents() == 3


def test_names_are_given_by_the_day_found_by_a_part_and_never_twice(filled):
    with pytest.raises(NotFound, match="No snapshot") as nothing:
        open_snapshot(filled.reader, "x")
    assert "Ctrl+S" in nothing.value.hint
    for _ in range(3):
        snapshots.save_words(filled, '{"center": "LoRA"}', Naming())
    third, second, first = (words.name for words in snapshots_of(filled.reader))
    assert first.endswith(" LoRA") and len({first, second, third}) == 3
    assert open_snapshot(filled.reader, "LAST").words.name == third
    keep(filled, "Before the talk")
    assert open_snapshot(filled.reader, "the talk").words.name == "Before the talk"
    with pytest.raises(NotFound, match="several"):
        open_snapshot(filled.reader, "lora")
    with pytest.raises(NotFound) as near:
        open_snapshot(filled.reader, "Before the walk")
    assert "“Before the talk”" in near.value.hint and first not in near.value.hint
    for wrong in ("now", "Last", "before  THE talk", "x" * 101):
        with pytest.raises(ExplorerError):
            keep(filled, wrong)


def test_a_view_that_shows_nothing_is_no_snapshot(store):
    with pytest.raises(ExplorerError, match="shows nothing"):
        keep(store, "empty")


@pytest.mark.parametrize("suffix", ["svg", "html", "bib", "graphml", "png", "jsonld", "md", "csv"])
def test_a_snapshot_is_written_as_it_was_though_its_paper_is_gone(filled, tmp_path, suffix):
    import_text(filled, "later.md", digest("May 13 - May 19", LATER))
    keep(filled, "kept", '{"center": "LoRA", "depth": 2}')
    snapshot_step = filled.undo_step()
    assert snapshot_step is not None
    identity.merge(filled, paper(filled, "2405.00001"), paper(filled, "2405.00009"))
    out = tmp_path / f"kept.{suffix}"
    done = write_snapshot(filled.reader, "kept", out, Page())
    assert done.nodes == open_snapshot(filled.reader, "kept").words.nodes
    assert suffix == "png" or "ThetaNet" in out.read_text(encoding="utf-8")


def test_a_damaged_one_is_told_of_and_the_check_finds_one_that_is_lost(filled):
    keep(filled, "a")
    filled.db.execute("update snapshot_content set packed = ?", [sqlite3.Binary(b"no")])
    with pytest.raises(ExplorerError, match="cannot be read"):
        open_snapshot(filled.reader, "a")
    filled.db.execute("delete from snapshot_content")
    assert [finding.rule for finding in check(filled.reader)] == ["a snapshot has what it shows"]
    with pytest.raises(ExplorerError, match="cannot be read"):
        open_snapshot(filled.reader, "a")
