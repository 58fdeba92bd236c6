"""The JSON of views: everything a query can say comes back, what is wrong is refused in words."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.edges import EDGES
from explorer.errors import ExplorerError
from explorer.graph.camera import Camera
from explorer.graph.filters import READ_STATES, Filters, Trust
from explorer.graph.places import Places
from explorer.graph.query import DIRECTIONS, ViewQuery
from explorer.model import NodeKind
from explorer.questions.view_words import read_words, words_of

IDS = st.integers(1, 2**62)
EDGE = st.tuples(IDS, IDS, st.sampled_from(list(EDGES)), st.text(max_size=5))
DAY = st.sampled_from(("", "2024", "2024-05", "2024-05-06"))
FILTER_PARTS = {
    "kinds": st.frozensets(st.sampled_from(list(NodeKind))),
    "edge_kinds": st.frozensets(st.sampled_from(list(EDGES))),
    **{facet: st.frozensets(IDS, max_size=3) for facet in ("editions", "weeks", "methods", "tags", "people")},
    "languages": st.frozensets(st.sampled_from(("en", "ja", "zh"))),
    "read": st.frozensets(st.sampled_from(READ_STATES)),
    "trust": st.frozensets(st.sampled_from(list(Trust))),
    "similar": st.integers(0, 99),
    "since": DAY,
    "until": DAY,
}
FILTERS = st.builds(Filters, **FILTER_PARTS)
PARTS = {
    "centers": st.lists(IDS, unique=True, max_size=3).map(tuple),
    "depth": st.integers(1, 5),
    "filters": FILTERS,
    "only": st.none() | st.frozensets(IDS, max_size=4),
    "expanded": st.lists(IDS, max_size=3).map(tuple),
    "collapsed": st.lists(IDS, max_size=3).map(tuple),
    "hidden": st.frozensets(IDS, max_size=3),
    "limit": st.integers(1, 100_000),
    "direction": st.sampled_from(DIRECTIONS),
    "drawn": st.lists(EDGE, max_size=2).map(tuple),
    "is_walk": st.booleans(),
}
QUERIES = st.builds(ViewQuery, **PARTS)
PLACE = st.floats(-1e6, 1e6, width=32)


def test_every_field_of_a_query_is_tried():
    assert {field.name for field in fields(ViewQuery)} == set(PARTS)
    assert {field.name for field in fields(Filters)} == set(FILTER_PARTS)


def test_what_older_versions_kept_of_filters_is_read():
    said = read_words('{"kinds": ["paper"], "edge_kinds": ["tagged"], "proposals": true, "within": [7]}')
    assert said.filters.rest == Filters(
        frozenset({NodeKind.PAPER}), frozenset({"tagged"}), trust=frozenset(Trust)
    )
    assert said.within == {7}


@given(QUERIES, st.lists(st.tuples(IDS, PLACE, PLACE), unique_by=lambda row: row[0], min_size=1, max_size=5))
def test_a_view_comes_back_to_the_last_bit(query, rows):
    rows.sort()
    ids = np.array([row[0] for row in rows], np.int64)
    pos = np.array([row[1:] for row in rows], np.float32)
    camera = Camera(0.1 + 0.2, -1 / 3, 2 / 7, 1201.0, 800.0)
    text = words_of(query, {"title": "図 “a”", "layout": "map"}, Places("map", ids, pos), (camera, False))
    said = read_words(text)
    assert said.query(tuple(said.centers), said.only, said.filters.rest) == query
    assert said.places.ids.tolist() == ids.tolist() and said.places.pos.tobytes() == pos.tobytes()
    assert (said.camera, said.fitted, said.title, said.layout) == (camera, False, "図 “a”", "map")
    assert words_of(query, {"title": "図 “a”", "layout": "map"}, said.places, (said.camera, False)) == text


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"colour": 1}',
        '{"depth": 9}',
        '{"direction": "up"}',
        '{"kinds": ["x"]}',
        '{"edge_kinds": ["x"]}',
        '{"filters": []}',
        '{"filters": {"colour": 1}}',
        '{"filters": {"people": [[1]]}}',
        '{"filters": {"languages": "ja"}}',
        '{"filters": {"read": ["never"]}}',
        '{"filters": {"trust": ["x"]}}',
        '{"filters": {"similar": 100}}',
        '{"filters": {"since": "May"}}',
        '{"centers": [[1]]}',
        '{"only": ["a"]}',
        '{"only": [99999999999999999999999]}',
        '{"title": 3}',
        '{"regions": 1}',
        '{"compare": ["a"]}',
        '{"drawn": [[1, 2]]}',
        '{"places": {"layout": "force", "ids": [1], "x": [1], "y": []}}',
        '{"places": {"layout": "force", "ids": [1], "x": [1e999], "y": [1]}}',
        '{"camera": {"x": 1}}',
        '{"camera": 3}',
    ],
)
def test_what_is_no_view_is_refused_in_words(text):
    with pytest.raises(ExplorerError) as caught:
        read_words(text)
    assert caught.value.message and caught.value.hint
