"""Suggestions, more like these, reading lists and compared engines on a small library in two languages."""

import pytest

from explorer.errors import ExplorerError, NotFound
from explorer.model import NodeKind
from explorer.ops import history, suggesting, tag_tree, tagging
from explorer.ops.list_files import as_markdown
from explorer.questions.asked_examples import ask_more_like, ask_suggestions
from explorer.questions.compare_engines import compare_engines, compare_first
from explorer.questions.lookup import find_node
from explorer.questions.more_like import more_like
from explorer.questions.passport import passport_of
from explorer.questions.reading_list import ask_reading_list, reading_list
from explorer.questions.search import search
from explorer.questions.similar import similar
from explorer.store.taggings import carriers, taken_off
from explorer.store.undecided import untitled
from tests.libraries import digest, import_text, new_store
from tests.vectors import embed_by_words

ROWS = [
    ("Splines on Edges of Networks", "puts splines on the edges of a network.", "2405.00001"),
    ("Networks of Learnable Splines", "learns splines on the edges of a network.", "2405.00002"),
    ("Edges with Splines for Physics", "uses splines on edges for physics.", "2405.00003"),
    ("強化学習による対話の整合", "強化学習で対話モデルを人の好みに合わせる。", "2405.00004"),
    ("対話モデルと強化学習", "対話モデルを強化学習で鍛える。", "2405.00005"),
    ("音声合成の声質", "音声合成で声質を変える。", "2405.00006"),
    ("Speech of Many Voices", "synthesises speech of many voices.", "2405.00007"),
]


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path / "library.db")
    import_text(made, "own.md", digest("April 29 - May 5", ROWS))
    embed_by_words(made)
    yield made
    made.close()


def paper(store, row):
    return find_node(store.reader, ROWS[row][0], NodeKind.PAPER)


def test_a_tag_is_suggested_for_papers_like_those_that_carry_it_with_the_reason(store):
    tagging.tag(store, "splines", [paper(store, 0), paper(store, 1)])
    answer = ask_suggestions(store.reader, "splines", 3)
    assert answer.hits[0].id == paper(store, 2)
    assert {*answer.hits[0].terms, *(m.casefold() for m in answer.hits[0].methods)} & {
        "splines",
        "edges",
        "spline",
    }
    assert answer.hits[0].nearest[0] in (paper(store, 0), paper(store, 1))
    assert (answer.quality.tried, answer.quality.found, answer.quality.among) == (2, 2, 20)


def test_japanese_papers_are_found_by_their_words(store):
    answer = ask_more_like(store.reader, [ROWS[3][0]], [], 3)
    assert answer.hits[0].id == paper(store, 4)
    assert any("強化学習" in term for term in answer.hits[0].terms) and answer.quality.tried == 0


def test_a_rejected_paper_is_not_suggested_again_until_that_is_undone(store):
    tagging.tag(store, "splines", [paper(store, 0), paper(store, 1)])
    done = suggesting.reject(store, "splines", [paper(store, 2)])
    tag = find_node(store.reader, "splines", NodeKind.TAG)
    assert done.done == "Rejected 1 item for “splines”" and taken_off(store.reader, tag) == [paper(store, 2)]
    assert paper(store, 2) not in [hit.id for hit in ask_suggestions(store.reader, "splines", 9).hits]
    history.undo(store)
    assert ask_suggestions(store.reader, "splines", 1).hits[0].id == paper(store, 2)


def test_an_accepted_paper_carries_the_tag_even_where_it_was_rejected_before(store):
    tagging.tag(store, "splines", [paper(store, 0)])
    suggesting.reject(store, "splines", [paper(store, 2)])
    suggesting.accept(store, "splines", [paper(store, 2)])
    tag = find_node(store.reader, "splines", NodeKind.TAG)
    assert carriers(store.reader, tag) == [paper(store, 0), paper(store, 2)] and not taken_off(
        store.reader, tag
    )


def test_a_tag_takes_suggestions_and_passport_from_what_carries_tags_under_it(store):
    tag_tree.make(store, "shapes")
    tag_tree.make(store, "splines", "shapes")
    tagging.tag(store, "splines", [paper(store, 0), paper(store, 1)])
    assert ask_suggestions(store.reader, "shapes", 1).hits[0].id == paper(store, 2)
    page = passport_of(store.reader, "shapes")
    assert page.subtitle.endswith("on 0 items, 2 with those below")
    (carried,) = page.about.carried
    assert {node for node, _ in carried.nodes} == {paper(store, 0), paper(store, 1)}


def test_tags_that_nobody_carries_or_knows_are_refused_in_words(store):
    tagging.tag(store, "splines", [paper(store, 0)])
    tagging.untag(store, "splines", [paper(store, 0)])
    with pytest.raises(ExplorerError, match="No paper carries the tag “splines” yet"):
        ask_suggestions(store.reader, "splines", 3)
    with pytest.raises(NotFound):
        suggesting.accept(store, "no such tag", [paper(store, 0)])


def test_a_reading_list_covers_a_tag_a_search_and_the_library(store):
    tagging.tag(store, "splines", [paper(store, row) for row in range(3)])
    assert {p.id for p in ask_reading_list(store.reader, "tag:splines", 9).picks} == {
        paper(store, row) for row in range(3)
    }
    assert ask_reading_list(store.reader, "search:speech", 9).papers == 1
    whole = ask_reading_list(store.reader, "", 3)
    assert (whole.papers, len(whole.picks)) == (7, 3)
    assert sum(pick.papers for pick in whole.picks) <= 7
    with pytest.raises(ExplorerError, match="No papers are in it"):
        ask_reading_list(store.reader, "search:nothing has this word")


def test_a_reading_list_as_markdown_says_what_each_covers_and_holds_no_markup_of_titles(store):
    import_text(
        store, "odd.md", digest("May 6 - May 12", [("A *Bold* <b>Title</b>", "says much.", "2405.00009")])
    )
    embed_by_words(store)
    text = as_markdown(ask_reading_list(store.reader, "", 9))
    assert text.startswith("# Reading list\n") and "Covers" in text
    assert "*Bold*" not in text.replace("\\*", "") and "<b>" not in text


def test_engines_are_compared_only_where_the_library_has_both(store):
    with pytest.raises(ExplorerError, match="no vectors of e5-small"):
        compare_engines(store.reader, "lexical", "e5-small")
    with pytest.raises(ExplorerError, match="agrees with itself"):
        compare_engines(store.reader, "lexical", "lexical")
    with pytest.raises(ExplorerError, match="Only one engine"):
        compare_first(store.reader)


def test_words_inside_a_document_do_not_name_it(store):
    import_text(store, "talk.md", "# A talk on gardens\n\nAfter lunch we spoke of roses for a while.\n")
    assert [hit.id for hit in search(store.reader, "lunch").hits if hit.kind == "document"]
    with pytest.raises(NotFound):
        find_node(store.reader, "lunch", NodeKind.DOCUMENT)


HTML = "<p>Voices &amp;amp; <em>speech</em>, see <a href='https://a.org/em'>code</a> of {} voices.</p>"


def test_reasons_hold_no_remains_of_html(tmp_path):
    made = new_store(tmp_path / "html.db")
    spoken = [(f"Speech of {kind} Voices", HTML.format(kind)) for kind in ("Loud", "Soft", "Sung")]
    others = [(f"Graphs Number {n}", f"Graphs that grow in {n} steps.") for n in range(40)]
    row = '{{"title": "{}", "abstract": "{}", "authors": ["Ada Quill"]}}'
    import_text(made, "list.json", f"[{', '.join(row.format(*one) for one in (*spoken, *others))}]")
    embed_by_words(made)
    (hit, *_) = ask_more_like(made.reader, [spoken[0][0], spoken[1][0]], [], 3).hits
    assert hit.title == spoken[2][0]
    assert set(hit.terms) <= {"speech", "voices", "code", "see"} and "speech" in hit.terms
    made.close()


@pytest.fixture
def half_named(store):
    """The library with papers of which a talk names only the authors, or a list only an id."""
    import_text(store, "ids.txt", "arXiv:2405.01001\narXiv:2405.01002\n")
    embed_by_words(store)
    assert len(untitled(store.reader)) == 2
    return store


def test_papers_without_a_title_are_never_offered(half_named):
    everything = 50
    marked = [ROWS[row][0] for row in range(2)]
    tagging.tag(half_named, "splines", [paper(half_named, 0), paper(half_named, 1)])
    answers = (
        ask_more_like(half_named.reader, marked, [], everything).hits,
        ask_suggestions(half_named.reader, "splines", everything).hits,
        ask_reading_list(half_named.reader, "", everything).picks,
        similar(half_named.reader, paper(half_named, 0), everything).hits,
    )
    for offered in answers:
        assert offered and {hit.id for hit in offered}.isdisjoint(untitled(half_named.reader))
    assert len(answers[0]) == len(ROWS) - len(marked) and len(answers[3]) == len(ROWS) - 1
    assert len(similar(half_named.reader, paper(half_named, 0), 3).hits) == 3


def test_a_paper_without_a_title_can_be_asked_about(half_named):
    bare = untitled(half_named.reader)[0]
    assert more_like(half_named.reader, [bare], [], 3).hits
    with pytest.raises(ExplorerError, match="papers"):
        reading_list(half_named.reader, [bare])
