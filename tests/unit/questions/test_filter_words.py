"""Filters in the JSON of views: names are found, merged nodes too, what is gone shows nothing."""

import pytest

from explorer.errors import NotFound
from explorer.graph.filters import Filters
from explorer.graph.query import ViewQuery
from explorer.model import NodeKind
from explorer.questions.lookup import find_node
from explorer.questions.views import WantedView, view_from_json, view_text
from tests.libraries import digest, import_text, new_store


@pytest.fixture
def library(tmp_path):
    made = new_store(tmp_path / "a.db")
    for week in ("May 6 - May 12", "May 13 - May 19"):
        row = (f"Plans of {week}", "builds on RAG and says little.", "")
        import_text(made, f"{week}.md", digest(week, [row]))
    yield made
    made.close()


def issues(store):
    return [
        row[0]
        for row in store.reader.rows("select id from node where kind = ? order by id", [NodeKind.ISSUE])
    ]


def filters_in(store, text):
    return view_from_json(store.reader, text).query.filters


def test_names_are_found_among_the_kind_of_their_facet(library):
    rag = find_node(library.reader, "RAG", NodeKind.CONCEPT)
    assert filters_in(library, '{"filters": {"methods": ["RAG"]}}') == Filters(methods=frozenset({rag}))
    with pytest.raises(NotFound):
        filters_in(library, '{"filters": {"people": ["RAG"]}}')


def test_what_an_older_version_ticked_in_one_facet_is_ticked_again(library):
    one, two = issues(library)
    view = view_from_json(
        library.reader, f'{{"only": [{one}], "within": [{one}, {two}], "kinds": ["paper"]}}'
    )
    assert view.query == ViewQuery(filters=Filters(frozenset({NodeKind.PAPER}), weeks=frozenset({one, two})))


def test_what_an_older_version_ticked_across_facets_keeps_its_nodes(library):
    one, _ = issues(library)
    rag = find_node(library.reader, "RAG", NodeKind.CONCEPT)
    view = view_from_json(library.reader, f'{{"only": [{one}, {rag}], "within": [{one}, {rag}]}}')
    assert view.query.only == {one, rag} and view.query.filters == Filters()


def test_a_value_that_is_gone_stays_ticked(library):
    wanted = WantedView(ViewQuery(filters=Filters(people=frozenset({987_654}))), "force", "")
    assert filters_in(library, view_text(wanted)) == wanted.query.filters
