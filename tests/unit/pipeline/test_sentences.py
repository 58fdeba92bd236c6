"""Sentences of papers, their vectors, and what happens while these are lacking."""

import pytest

from explorer.embedders import EMBEDDERS
from explorer.errors import Cancelled
from explorer.pipeline import sentences as module
from explorer.pipeline.embed import embed_papers
from explorer.pipeline.sentences import embed_sentences, pairs_of, sentences_of, unembedded
from explorer.pipeline.similar import comparable, relate_papers
from explorer.pipeline.worker import Worker
from explorer.store.documents import source_texts
from explorer.store.vectors import current_space
from tests.libraries import digest, import_text, new_store
from tests.unit.pipeline.test_embed_and_relate import Library, quiet

LEXICAL = EMBEDDERS["lexical"].identify("")
ROWS = [
    (
        "Memory for Agents",
        "keeps what an agent has seen in a graph of events. Recalls only what the present task asks for.",
        "2405.00001",
    ),
    (
        "Agents That Remember",
        "trains robots by play. Only what the present task asks for is recalled from its notes.",
        "2405.00002",
    ),
    ("Curved Networks", "puts splines where others put weights. See https://example.org/x for it all.", ""),
]


@pytest.fixture(scope="module")
def worker():
    with Worker() as made:
        yield made


@pytest.fixture
def store(tmp_path, worker):
    made = new_store(tmp_path / "library.db")
    more = [
        (f"Filler {n}", f"treats question number {n} of field {n % 7}.", f"2406.{n:05}") for n in range(60)
    ]
    import_text(made, "own.md", digest("April 29 - May 5", ROWS + more))
    embed_papers(Library(made), worker, LEXICAL, quiet, lambda: False)
    relate_papers(Library(made), worker, LEXICAL, quiet, lambda: False)
    yield made
    made.close()


def paper(store, title):
    return store.reader.value("select id from node where name = ? and kind = 1", [title])


def test_a_digest_s_sentences_are_those_of_its_paper_with_their_place(store):
    node = paper(store, "Memory for Agents")
    found = sentences_of(store.reader, [node])[node]
    assert [sentence.text[:12] for sentence in found] == ["keeps what a", "Recalls only"]
    ((_, _, content),) = source_texts(store.reader)
    raw = content.decode()
    for sentence in found:
        assert sentence.document
        assert sentence.language == "en"
        assert raw[sentence.start : sentence.end] == sentence.exact


def test_a_sentence_that_is_there_for_its_address_says_nothing(store):
    node = paper(store, "Curved Networks")
    assert [sentence.text for sentence in sentences_of(store.reader, [node])[node]] == [
        "puts splines where others put weights."
    ]


def test_a_paper_without_text_speaks_by_its_title(store):
    node = paper(store, "Curved Networks")
    store.execute("delete from block where appearance in (select id from appearance where paper = ?)", [node])
    (only,) = sentences_of(store.reader, [node])[node]
    assert (only.text, only.source, only.document) == ("Curved Networks", "title", 0)


def test_an_abstract_s_sentences_come_first_and_no_sentence_twice(store):
    node = paper(store, "Memory for Agents")
    text = "Recalls only what the present task asks for. An agent of ours never forgets what it was told."
    store.execute("update paper set abstract = ? where id = ?", [text, node])
    found = sentences_of(store.reader, [node])[node]
    assert [sentence.source for sentence in found][:2] == ["abstract", "abstract"]
    assert len({sentence.content for sentence in found}) == len(found) == 3


def test_the_pair_says_the_same_in_both(store):
    known = comparable(store.reader, current_space(store.reader))
    one, other = paper(store, "Memory for Agents"), paper(store, "Agents That Remember")
    found = pairs_of(store.reader, known, one, [other])[other]
    assert "present task asks for" in found.one.text
    assert "present task asks for" in found.other.text
    assert found.engine == "lexical"
    assert found.best.percentile > 95


def test_papers_that_say_other_things_have_no_pair(store):
    known = comparable(store.reader, current_space(store.reader))
    one, other = paper(store, "Memory for Agents"), paper(store, "Curved Networks")
    assert pairs_of(store.reader, known, one, [other]) == {}


@pytest.mark.skipif(bool(EMBEDDERS["e5_small"].missing()), reason="e5-small does not run here")
class TestWithAnEngine:
    """A library whose engine has a vector of each sentence only after somebody asked."""

    @pytest.fixture
    def meant(self, store, worker):
        engine = EMBEDDERS["e5_small"].identify("")
        embed_papers(Library(store), worker, engine, quiet, lambda: False)
        relate_papers(Library(store), worker, engine, quiet, lambda: False)
        return store

    def test_wording_decides_until_the_sentences_have_vectors_then_meaning(self, meant, worker):
        known = comparable(meant.reader, current_space(meant.reader))
        pair = paper(meant, "Memory for Agents"), paper(meant, "Agents That Remember")
        before = pairs_of(meant.reader, known, pair[0], [pair[1]])[pair[1]]
        assert before.engine == "lexical"
        lacking = len(unembedded(meant.reader, known, pair))
        assert embed_sentences(Library(meant), worker, pair, lambda: False) == lacking > 4
        assert embed_sentences(Library(meant), worker, pair, lambda: False) == 0
        after = pairs_of(meant.reader, known, pair[0], [pair[1]])[pair[1]]
        assert after.engine == "e5_small"
        assert "task" in after.one.text
        assert meant.reader.value("select count(*) from sentence_vector") == lacking

    def test_stopped_between_batches_it_keeps_what_was_saved(self, meant, worker):
        pair = paper(meant, "Memory for Agents"), paper(meant, "Agents That Remember")
        known = comparable(meant.reader, current_space(meant.reader))
        lacking = len(unembedded(meant.reader, known, pair))

        def stops():
            return meant.reader.value("select count(*) from sentence_vector") > 0

        with pytest.raises(Cancelled):
            embed_sentences(Library(meant), worker, pair, stops)
        kept = meant.reader.value("select count(*) from sentence_vector")
        assert 0 < kept < lacking
        assert embed_sentences(Library(meant), worker, pair, lambda: False) == lacking - kept

    def test_an_engine_that_does_not_run_here_leaves_wording(self, meant, worker, monkeypatch):
        pair = paper(meant, "Memory for Agents"), paper(meant, "Agents That Remember")
        monkeypatch.setattr(module, "EMBEDDERS", {})
        assert embed_sentences(Library(meant), worker, pair, lambda: False) == 0

    def test_a_library_made_with_another_version_is_left_alone(self, meant, worker):
        pair = paper(meant, "Memory for Agents"), paper(meant, "Agents That Remember")
        meant.execute("update vector_space set version = 'older'")
        assert embed_sentences(Library(meant), worker, pair, lambda: False) == 0


def test_before_the_first_embed_there_is_nothing_to_do(tmp_path, worker):
    store = new_store(tmp_path / "empty.db")
    assert embed_sentences(Library(store), worker, [1, 2], lambda: False) == 0
    assert sentences_of(store.reader, [1]) == {}
    store.close()
