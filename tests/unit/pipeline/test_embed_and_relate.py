"""From papers to vectors, similarity edges and the map: resumed, scoped, safe to repeat."""

import os
import signal
from concurrent.futures import Future

import numpy as np
import pytest

from explorer.compute.relating import edges_of
from explorer.compute.similarity import Space
from explorer.embedders import EMBEDDERS
from explorer.errors import Cancelled, ExplorerError
from explorer.ops.task import CancelToken
from explorer.pipeline.embed import embed_papers, paper_text, pending
from explorer.pipeline.relating import _unpacked
from explorer.pipeline.similar import comparable, read_compared, relate_papers
from explorer.pipeline.worker import Worker
from explorer.store.vectors import TextRow, current_space, paper_texts, read_vectors, spaces, whole_map
from tests.libraries import EVENTS, RECORDS, WEEK_JA, WEEKS_EN, digest, import_files, import_text, new_store

LEXICAL = EMBEDDERS["lexical"].identify("")


class Library:
    """A store whose reads and writes run in this thread."""

    def __init__(self, store):
        self.store = store

    def read(self, question, *args):
        return _done(question(self.store.reader, *args))

    def write(self, operation, *args):
        return _done(operation(self.store, *args))


def _done(value):
    future = Future()
    future.set_result(value)
    return future


@pytest.fixture(scope="module")
def worker():
    with Worker() as made:
        yield made


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path / "library.db")
    import_files(made, WEEK_JA, WEEKS_EN, EVENTS, RECORDS)
    yield made
    made.close()


def quiet(done, total, what):
    pass


def embed(store, worker, progress=quiet, is_cancelled=lambda: False):
    return embed_papers(Library(store), worker, LEXICAL, progress, is_cancelled)


def relate(store, worker):
    return relate_papers(Library(store), worker, LEXICAL, quiet, lambda: False)


def similar_edges(store):
    return store.reader.rows("select source, target, weight from edge where kind = 'similar' order by 1, 2")


def test_every_paper_gets_a_vector_once(store, worker):
    papers = store.reader.value("select count(*) from paper")
    first = embed(store, worker)
    assert (first.embedded, first.kept) == (papers, 0)
    again = embed(store, worker)
    assert (again.embedded, again.kept) == (0, papers)
    (space,) = spaces(store.reader)
    assert space.changes == papers
    rows = read_vectors(store.reader, space)
    np.testing.assert_allclose(np.linalg.norm(rows.vectors, axis=1), 1, atol=1e-2)


def test_only_papers_whose_text_changed_are_embedded_again(store, worker):
    embed(store, worker)
    import_text(
        store, "own.md", digest("May 6 - May 12", [("A Paper of Its Own", "says one thing.", "2405.99999")])
    )
    done = embed(store, worker)
    assert done.embedded == 1
    store.execute("update paper set abstract = 'Something else.' where arxiv_id = '2405.99999'")
    assert embed(store, worker).embedded == 1


def test_a_cancelled_run_keeps_its_batches_and_the_next_goes_on(store, worker, monkeypatch):
    monkeypatch.setattr("explorer.pipeline.worker.embedder", lambda name: _small_batches(EMBEDDERS[name]))
    papers = store.reader.value("select count(*) from paper")
    token = CancelToken()

    def stop_after_two(done, total, what):
        if done >= 4:
            token.cancel()

    with pytest.raises(Cancelled):
        embed(store, worker, stop_after_two, token.is_cancelled)
    assert store.reader.value("select count(*) from embedding") == 4
    done = embed(store, worker)
    assert (done.embedded, done.kept) == (papers - 4, 4)


def test_a_killed_worker_repeats_at_most_one_batch(store, worker, monkeypatch):
    monkeypatch.setattr("explorer.pipeline.worker.embedder", lambda name: _small_batches(EMBEDDERS[name]))
    papers = store.reader.value("select count(*) from paper")

    def kill_after_two(done, total, what):
        if done == 4:
            os.kill(worker._process._popen.pid, signal.SIGKILL)

    with pytest.raises(ExplorerError, match="ended by itself"):
        embed(store, worker, kill_after_two)
    assert store.reader.value("select count(*) from embedding") == 4
    assert embed(store, worker).embedded == papers - 4
    (space,) = spaces(store.reader)
    assert space.changes == papers, "each vector was written once"


def _small_batches(part):
    return type(part)(part.label, part.missing, part.identify, part.load, batch=2)


def test_the_shortest_texts_come_first(store):
    missing, _ = pending(store.reader, LEXICAL)
    sizes = [len(text.text) for text in missing]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize(
    ("row", "language", "kind"),
    [
        (TextRow(1, "A Title", "", ""), "en", "title"),
        (TextRow(1, "A Title", "An abstract of some length.", ""), "en", "abstract"),
        (TextRow(1, "A Title", "", "a digest's line"), "en", "summary"),
        (TextRow(1, "RAG and RAU", "検索を使うLLMの調査である。", ""), "ja", "abstract"),
        (TextRow(1, "SPPO", "", "用RLHF和SPPO来对齐LLM的方法"), "zh", "summary"),
        (TextRow(1, "???", "", ""), "", "title"),
    ],
)
def test_a_paper_is_embedded_in_the_language_of_its_abstract(row, language, kind):
    text = paper_text(row)
    assert (text.language, text.kind) == (language, kind)
    assert row.title in text.text


def test_a_digest_line_stands_in_for_a_missing_abstract(store):
    with_abstract = {row.node for row in paper_texts(store.reader) if row.abstract}
    with_summary = {row.node for row in paper_texts(store.reader) if row.summary}
    assert with_abstract
    assert with_summary
    assert not with_abstract & with_summary


def test_similar_papers_are_joined_and_placed_on_the_map(store, worker):
    embed(store, worker)
    count = relate(store, worker)
    edges = similar_edges(store)
    assert len(edges) == count > 0
    assert all(a < b and 0 < weight <= 1 for a, b, weight in edges)
    nodes, places = whole_map(store.reader)
    assert len(nodes) == store.reader.value("select count(*) from paper")
    assert np.isfinite(places).all()
    assert current_space(store.reader).engine == "lexical"


def test_relating_again_writes_nothing(store, worker):
    embed(store, worker)
    relate(store, worker)
    edges, places = similar_edges(store), whole_map(store.reader)[1]
    before = store.db.conn.total_changes
    assert relate(store, worker) == len(edges)
    assert store.db.conn.total_changes == before
    assert similar_edges(store) == edges
    np.testing.assert_array_equal(whole_map(store.reader)[1], places)


def test_one_more_paper_leaves_the_others_where_they_are(tmp_path, worker):
    store = new_store(tmp_path / "library.db")
    rows = [
        (f"Topic {n % 5} paper {n}", f"studies topic{n % 5} with method{n}.", f"2401.{n:05}")
        for n in range(60)
    ]
    import_text(store, "own.md", digest("May 6 - May 12", rows))
    embed(store, worker)
    relate(store, worker)
    nodes, places = whole_map(store.reader)
    import_text(
        store, "more.md", digest("May 13 - May 19", [("Topic 3 anew", "studies topic3.", "2402.00001")])
    )
    embed(store, worker)
    relate(store, worker)
    grown, moved = whole_map(store.reader)
    np.testing.assert_array_equal(moved[np.isin(grown, nodes)], places)
    assert len(grown) == 61
    store.close()


def test_a_few_new_papers_are_compared_without_comparing_the_others_again(tmp_path, worker, monkeypatch):
    monkeypatch.setattr("explorer.compute.relating._FEW", 50)
    store = new_store(tmp_path / "library.db")
    rows = [
        (f"Topic {n % 9} paper {n}", f"studies topic{n % 9} with method{n} and{n * 7 % 31}.", f"2401.{n:05}")
        for n in range(140)
    ]
    import_text(store, "own.md", digest("May 6 - May 12", rows[:130]))
    embed(store, worker)
    relate(store, worker)
    state, frame = store.reader.row("select state, content from frame")
    import_text(store, "more.md", digest("May 13 - May 19", rows[130:]))
    gone = store.reader.value("select min(paper) from appearance")
    store.execute("delete from appearance where paper = ?", [gone])
    store.execute("delete from node where id = ?", [gone])
    embed(store, worker)
    count = relate(store, worker)
    assert store.reader.value("select state from frame") == state
    after = _unpacked(store.reader.value("select content from frame"))
    assert after.moved == 10
    assert store.reader.value("select count(*) from near") == 139
    compared = read_compared(store.reader, current_space(store.reader))
    space = Space(compared.texts, _unpacked(frame).measures, True)
    pairs = edges_of(space.neighbours(90)).ends
    expected = sorted(map(tuple, compared.nodes[pairs].tolist()))
    assert [edge[:2] for edge in similar_edges(store)] == expected
    assert count == len(expected) > 20
    assert len(whole_map(store.reader)[0]) == 139
    store.close()


def test_a_spoiled_frame_is_not_run_as_code(store, worker):
    embed(store, worker)
    relate(store, worker)
    packed = store.reader.value("select content from frame")
    assert packed.startswith(b"PK"), "an archive of plain arrays"


def test_papers_that_are_gone_leave_no_vector_edge_or_place(store, worker):
    embed(store, worker)
    relate(store, worker)
    gone = similar_edges(store)[0][0]
    store.execute("delete from appearance where paper = ?", [gone])
    store.execute("delete from node where id = ?", [gone])
    for table, column in (
        ("embedding", "node"),
        ("map_place", "node"),
        ("edge", "source"),
        ("edge", "target"),
    ):
        assert store.reader.value(f"select count(*) from {table} where {column} = ?", [gone]) == 0


def test_an_open_space_is_kept_until_its_vectors_change(store, worker):
    embed(store, worker)
    relate(store, worker)
    one = comparable(store.reader, current_space(store.reader))
    assert comparable(store.reader, current_space(store.reader)) is one
    import_text(
        store, "own.md", digest("May 6 - May 12", [("One More", "says one more thing.", "2405.99998")])
    )
    embed(store, worker)
    assert comparable(store.reader, current_space(store.reader)) is not one


def test_an_empty_library_can_be_embedded(tmp_path, worker):
    store = new_store(tmp_path / "empty.db")
    done = embed(store, worker)
    assert (done.embedded, done.kept) == (0, 0)
    assert relate(store, worker) == 0
    store.close()
