"""What a library answers: search in three scripts, passports of every kind, explanations with sentences."""

import pytest

from explorer.errors import ExplorerError, NotFound
from explorer.graph.build import build_view
from explorer.graph.query import Filters, ViewQuery
from explorer.model import NodeKind
from explorer.questions.dump import dump
from explorer.questions.explain import explain
from explorer.questions.listing import ListQuery, listing
from explorer.questions.lookup import find_node
from explorer.questions.method import method
from explorer.questions.overview import overview
from explorer.questions.passport import passport, passport_of
from explorer.questions.quotes import quotes_of_edges
from explorer.questions.records import records
from explorer.questions.search import search
from explorer.questions.views import start_view, view_from_json
from tests.libraries import digest, import_text, new_store


def ids(reader, kind):
    return [row[0] for row in reader.rows("select id from node where kind = ? order by id", [int(kind)])]


@pytest.mark.parametrize("query", ["文脈", "注意", "輪のように", "Ring Attention", "ring att"])
def test_search_finds_words_of_two_characters_and_beginnings(reader, query):
    titles = [hit.title for hit in search(reader, query, prefix=True).hits]
    assert any(title.startswith("Ring Attention") for title in titles)


@pytest.mark.parametrize("query", ["", "   ", '"', "AND", "NEAR(", "*", "a:b", "-", "\x00", "（"])
def test_no_query_breaks_the_search(reader, query):
    assert search(reader, query).query == query


def test_a_method_comes_before_papers_and_people_of_that_name(reader):
    assert search(reader, "SPPO").hits[0].kind == "concept"


@pytest.mark.parametrize("kind", list(NodeKind))
def test_every_node_has_a_passport(reader, kind):
    for node in ids(reader, kind):
        page = passport(reader, node)
        assert (page.kind, page.id) == (kind, node) and page.name
        assert page.subtitle


def test_a_paper_is_found_by_id_by_title_and_by_the_part_before_its_colon(reader):
    by_id = find_node(reader, "2404.19756")
    assert find_node(reader, "https://arxiv.org/abs/2404.19756v2") == by_id
    assert find_node(reader, "kan: kolmogorov–arnold networks") == by_id
    assert find_node(reader, str(by_id)) == by_id


def test_a_name_that_fits_nothing_or_several_says_so(reader):
    with pytest.raises(NotFound):
        find_node(reader, "no such thing anywhere")
    with pytest.raises(NotFound) as caught:
        find_node(reader, "language")
    assert "Say which" in caught.value.hint


def test_a_statement_carries_the_sentence_that_says_so(reader):
    a, b = find_node(reader, "SPPO", NodeKind.CONCEPT), find_node(reader, "DPO", NodeKind.CONCEPT)
    found = [s for s in explain(reader, a, b) if s.kind == "asserted"]
    assert [(s.subject_name, s.words, s.object_name) for s in found] == [("SPPO", "outperforms", "DPO")]
    assert "SPPO outperforms DPO" in found[0].quotes[0].sentence
    assert found[0].trust == "stated in 1 source"


def test_a_paper_and_the_method_that_its_text_names_are_explained_by_that_text(reader):
    paper, concept = find_node(reader, "2405.11111"), find_node(reader, "RAG", NodeKind.CONCEPT)
    quotes = [q for s in explain(reader, paper, concept) for q in s.quotes]
    assert any("studies retrieval-augmented generation" in q.sentence for q in quotes)


def test_a_methods_passport_knows_its_spellings_and_where_it_stands(reader):
    page = passport_of(reader, "retrieval-augmented generation")
    assert page.name == "RAG"
    assert "検索拡張生成" in {alias.form for alias in page.aliases}
    assert page.first_seen[0] == "2024-04-29"
    answer = method(reader, "RAG")
    assert answer["name"] == "RAG" and answer["appearances"]


def test_an_issue_lists_its_papers_and_the_documents_that_it_was_read_from(reader):
    for node in ids(reader, NodeKind.ISSUE):
        page = passport(reader, node)
        assert page.appearances[0].papers
        assert "Read from" in dict(page.facts)


def test_the_dump_has_the_shape_that_scripts_rely_on(reader):
    found = dump(reader)
    assert set(found) == {
        "documents",
        "papers",
        "concepts",
        "mentions",
        "links",
        "trends",
        "term_trends",
        "people",
        "same_as",
        "contradictions",
        "notes",
        "reading",
        "views",
        "snapshots",
    }
    documents = {row["id"] for row in found["documents"]}
    assert all(a["document"] in documents for p in found["papers"] for a in p["appearances"])
    assert all(link["evidence"] for link in found["links"])


def test_the_overview_counts_what_there_is(reader):
    found = overview(reader)
    assert found.counts[NodeKind.PAPER] == len(ids(reader, NodeKind.PAPER))
    assert found.top_concepts and found.undo.startswith("Import")


def test_the_list_is_the_most_important_nodes_or_what_is_found(reader):
    whole = listing(reader, ListQuery())
    assert {line.kind for line in whole.lines} > {NodeKind.PAPER, NodeKind.CONCEPT}
    found = listing(reader, ListQuery("文脈"))
    assert found.lines and found.lines[0].snippet
    cut = listing(reader, ListQuery(limit=2))
    assert len(cut.lines) == 2 and cut.more


# -- views


def test_a_view_around_a_method_holds_its_neighbours_with_depths(reader):
    center = find_node(reader, "SPPO", NodeKind.CONCEPT)
    view = build_view(reader, ViewQuery(centers=(center,)))
    assert view.ids[view.center] == center
    assert {"DPO", "IPO"} <= set(view.names)
    assert sorted(set(view.columns["depth"].tolist())) == [0, 1]
    assert (view.ends < len(view.ids)).all()


def test_more_depth_only_adds(reader):
    center = find_node(reader, "SPPO", NodeKind.CONCEPT)
    near, far = (set(build_view(reader, ViewQuery(centers=(center,), depth=d)).ids.tolist()) for d in (1, 2))
    assert near < far


def test_a_limit_keeps_the_center_and_says_what_is_left_out(reader):
    center = find_node(reader, "SPPO", NodeKind.CONCEPT)
    whole = build_view(reader, ViewQuery(centers=(center,), depth=2))
    view = build_view(reader, ViewQuery(centers=(center,), depth=2, limit=4))
    assert len(view.ids) == 4 and view.ids[view.center] == center
    assert view.left_out == len(whole.ids) - 4


def test_hidden_nodes_and_other_kinds_stay_out(reader):
    center = find_node(reader, "SPPO", NodeKind.CONCEPT)
    dpo = find_node(reader, "DPO", NodeKind.CONCEPT)
    filters = Filters(frozenset({NodeKind.CONCEPT}))
    query = ViewQuery(centers=(center,), filters=filters, hidden=frozenset({dpo}))
    view = build_view(reader, query)
    assert dpo not in view.ids and set(view.kinds.tolist()) == {NodeKind.CONCEPT}


def test_expanding_a_node_brings_its_neighbours(reader):
    center = find_node(reader, "SPPO", NodeKind.CONCEPT)
    paper = find_node(reader, "2405.00675")
    issue = next(
        i for i in ids(reader, NodeKind.ISSUE) if i not in build_view(reader, ViewQuery((center,))).ids
    )
    view = build_view(reader, ViewQuery(centers=(center,), expanded=(paper,)))
    assert issue in view.ids or len(view.ids) > len(build_view(reader, ViewQuery((center,))).ids)


def test_an_empty_library_has_an_empty_view(tmp_path):
    empty = new_store(tmp_path / "e.db")
    assert len(build_view(empty.reader, ViewQuery()).ids) == 0
    assert start_view(empty.reader).query.centers == ()
    assert overview(empty.reader).top_concepts == ()
    empty.close()


def test_a_view_in_json_is_read_or_refused_in_words(reader):
    wanted = view_from_json(reader, '{"center": "SPPO", "depth": 2, "kinds": ["concept"]}')
    assert wanted.query.depth == 2 and wanted.title == "SPPO"
    for text in (
        "{",
        "[]",
        '{"depth": 9}',
        '{"depth": true}',
        '{"x": 1}',
        '{"kinds": ["robot"]}',
        '{"center": "zzz"}',
    ):
        with pytest.raises(ExplorerError):
            view_from_json(reader, text)


def test_edges_of_a_view_have_their_quotes(reader):
    center = find_node(reader, "SPPO", NodeKind.CONCEPT)
    view = build_view(reader, ViewQuery(centers=(center,)))
    quotes = quotes_of_edges(reader, view)
    for row, predicate in enumerate(view.predicates):
        if predicate == "outperforms":
            assert quotes[row]


def test_records_carry_what_a_bibliography_needs(reader):
    (record,) = records(reader, [find_node(reader, "2405.00675")])
    assert record.arxiv_id == "2405.00675" and record.url == "https://arxiv.org/abs/2405.00675"
    assert "SPPO" in record.methods


def test_two_digests_of_one_week_are_told_apart(tmp_path):
    made = new_store(tmp_path / "w.db")
    week = digest("April 29 - May 5", [("KAN", "takes splines", "2404.19756")])
    import_text(made, "a.md", week)
    import_text(made, "b.md", week.replace("Paper Table", "Other Table"))
    names = [facet.name for facet in overview(made.reader).issues]
    assert len(set(names)) == 2 and all(name.startswith("2024-04-29 – 05-05 · ") for name in names)
    made.close()
