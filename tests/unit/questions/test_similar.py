"""The question that `similar` answers, from a library embedded by the words of its texts."""

import numpy as np
import pytest

from explorer.compute.groups import Group
from explorer.compute.similarity import Texts
from explorer.embedders import EMBEDDERS
from explorer.errors import ExplorerError
from explorer.model import NodeKind
from explorer.pipeline.embed import pending, save
from explorer.pipeline.similar import comparable
from explorer.questions.lookup import find_node
from explorer.questions.similar import similar, similar_to_vectors
from explorer.store.vectors import current_space, find_space, set_current_space
from tests.libraries import WEEKS_EN, digest, import_files, import_text, new_store

ROWS = [
    (
        "SPPO: Self-Play Preference Optimization",
        "proposes SPPO, a self-play method for alignment.",
        "2405.00675",
    ),
    ("Nash Preference Games", "studies self-play with SPPO for alignment as a game.", "2405.00001"),
    ("Networks of Curves", "puts splines on the edges of a network.", "2405.00002"),
    ("Splines on Edges", "puts splines on the edges of a network as well.", "2405.00003"),
]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    """A library of four formats' worth of papers with lexical vectors."""
    store = new_store(tmp_path_factory.mktemp("similar") / "library.db")
    import_files(store, WEEKS_EN)
    import_text(store, "own.md", digest("April 29 - May 5", ROWS))
    embed(store)
    yield store
    store.close()


def embed(store):
    engine = EMBEDDERS["lexical"]
    identity = engine.identify("")
    texts, _ = pending(store.reader, identity)
    save(store, identity, texts, engine.load("")([text.text for text in texts]))
    space = find_space(store.reader, identity.engine, identity.model, identity.version, identity.recipe)
    with store.operation("", "derived"):
        set_current_space(store, space.id)


def paper(store, title):
    return find_node(store.reader, title, NodeKind.PAPER)


def test_the_nearest_paper_is_the_one_about_the_same(embedded):
    answer = similar(embedded.reader, paper(embedded, "Networks of Curves"), 3)
    assert answer.title == "Networks of Curves"
    assert answer.engine == "lexical"
    assert answer.hits[0].title == "Splines on Edges"
    assert len(answer.hits) == 3


def test_a_paper_is_not_similar_to_itself_and_the_best_come_first(embedded):
    one = paper(embedded, "SPPO: Self-Play Preference Optimization")
    hits = similar(embedded.reader, one, 100).hits
    assert one not in [hit.id for hit in hits]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 <= hit.percentile <= 100 for hit in hits)


def test_shared_methods_people_and_issues_are_the_reasons(embedded):
    hits = similar(embedded.reader, paper(embedded, "SPPO: Self-Play Preference Optimization"), 100).hits
    nash = next(hit for hit in hits if hit.title == "Nash Preference Games")
    reasons = {(reason.kind, reason.text) for reason in nash.reasons}
    assert ("method", "SPPO") in reasons
    assert any(kind == "issue" for kind, _ in reasons)
    weights = [reason.weight for reason in nash.reasons]
    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight <= 1 for weight in weights)


def test_a_text_from_elsewhere_finds_its_paper(embedded):
    engine = EMBEDDERS["lexical"]
    texts = Texts(
        engine.load("")(["splines on edges", "自己対戦のSPPOで整合させる"]),
        np.zeros((2, 0), np.float32),
        (Group("en", "title"), Group("ja", "summary")),
    )
    answers = similar_to_vectors(embedded.reader, ["first", "second"], texts, 2)
    assert [answer.paper for answer in answers] == ["first", "second"]
    assert "Splines" in answers[0].hits[0].title
    assert any("SPPO" in hit.title or "Nash" in hit.title for hit in answers[1].hits)


def test_before_the_first_embed_it_says_what_to_do(tmp_path):
    store = new_store(tmp_path / "library.db")
    import_text(store, "own.md", digest("April 29 - May 5", ROWS))
    with pytest.raises(ExplorerError, match="no similarities") as caught:
        similar(store.reader, paper(store, "Splines on Edges"))
    assert caught.value.hint == "Run embed first."
    embed(store)
    import_text(store, "more.md", digest("May 6 - May 12", [("Late Paper", "comes later.", "2405.00009")]))
    with pytest.raises(ExplorerError, match="not been compared"):
        similar(store.reader, paper(store, "Late Paper"))
    store.close()


def test_the_space_of_a_library_is_ready_for_questions(embedded):
    known = comparable(embedded.reader, current_space(embedded.reader))
    assert len(known.nodes) == embedded.reader.value("select count(*) from paper")
    assert (np.diff(known.nodes) > 0).all()
