"""A kept view as bytes: the same again to the last bit, and words for what is damaged."""

import json
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import ExplorerError
from explorer.graph.kept import Kept
from explorer.graph.kept_bytes import pack, unpack
from explorer.graph.places import Places
from explorer.graph.regions import Region
from explorer.graph.snapshot import Quote
from explorer.graph.view import Appearances, GraphView

NAMES = st.text(st.characters(exclude_characters="\x00"), max_size=12)


@st.composite
def kepts(draw):
    count = draw(st.integers(1, 12))
    floats = st.floats(allow_nan=True, width=32)
    edges = draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=12))
    names = tuple(draw(st.lists(NAMES, min_size=count, max_size=count)))
    column = draw(st.lists(floats, min_size=count, max_size=count))
    rows = np.array([0] * draw(st.integers(0, 3)), np.int32)
    seen = Appearances(
        rows,
        rows.astype(np.int64),
        rows.astype(np.uint8),
        rows.astype(np.float64),
        rows,
        ("論文",) * len(rows),
        ("ICML",) * len(rows),
        draw(st.sampled_from((None, rows.astype(np.float64)))),
        ("",) * len(rows),
    )
    graph = GraphView(
        np.sort(np.array(draw(st.lists(st.integers(1, 2**53), min_size=count, max_size=count, unique=True)))),
        np.ones(count, np.uint8),
        names,
        np.array(edges, np.int32).reshape(-1, 2),
        np.zeros(len(edges), np.uint8),
        ("asserted",),
        ("builds_on",) * len(edges),
        np.linspace(0, 1, len(edges), dtype=np.float32),
        np.ones(len(edges), np.int32),
        {"date": np.array(column, np.float64), "series": np.array(names, np.str_)},
        draw(st.integers(-1, count - 1)),
        3,
        seen,
        regions=(Region(1, "言語 models", 2, 30),),
    )
    pos = np.array([column, column], np.float32).T.reshape(-1, 2)
    quotes = {0: (Quote("B builds on A.", "Week", True),)} if edges else {}
    return Kept(graph, Places("force", graph.ids, pos, (7,)), names, {7: ("a", "b")}, quotes, 99)


@given(kepts())
def test_what_was_packed_comes_back_bit_by_bit_and_gives_the_same_bytes_again(kept):
    again = unpack(pack(kept))
    for name in ("ids", "kinds", "ends", "edge_kinds", "weights", "sources"):
        one, two = getattr(kept.graph, name), getattr(again.graph, name)
        assert one.dtype == two.dtype and one.shape == two.shape and one.tobytes() == two.tobytes()
    assert kept.places.pos.tobytes() == again.places.pos.tobytes()
    assert (kept.places.layout, kept.places.about) == (again.places.layout, again.places.about)
    assert again.graph.columns["date"].tobytes() == kept.graph.columns["date"].tobytes()
    assert again.graph.columns["series"].tolist() == kept.graph.columns["series"].tolist()
    told = ("names", "predicates", "edge_labels", "center", "left_out", "regions")
    assert all(getattr(kept.graph, name) == getattr(again.graph, name) for name in told)
    assert (again.keys, again.tags, again.quotes, again.last) == (kept.keys, kept.tags, kept.quotes, 99)
    assert again.graph.appearances.names == kept.graph.appearances.names
    assert pack(again) == pack(kept)


@pytest.fixture
def packed():
    graph = GraphView(
        *(np.array([5], np.int64), np.ones(1, np.uint8), ("a",), np.zeros((0, 2), np.int32)),
        *(np.zeros(0, np.uint8), (), (), np.zeros(0, np.float32), np.zeros(0, np.int32)),
    )
    return pack(Kept(graph, Places("force", graph.ids, np.zeros((1, 2), np.float32)), ("k",)))


def altered(packed, **said):
    line, _, rest = zlib.decompress(packed).partition(b"\n")
    return zlib.compress(json.dumps(json.loads(line) | said).encode() + b"\n" + rest)


def test_damaged_bytes_are_told_of_in_words(packed):
    assert unpack(packed).graph.names == ("a",)
    broken = [b"", packed[:-9], b"x" + packed, zlib.compress(b"{}\n"), zlib.compress(b"[]\n")]
    broken += [
        altered(packed, names=[]),
        altered(packed, arrays=[]),
        altered(packed, arrays=[["ids", "O", [1]]]),
    ]
    broken += [altered(packed, arrays=[["ids", "<i8", [-1]]]), altered(packed, keys="ab")]
    for wrong in broken:
        with pytest.raises(ExplorerError, match="cannot be read"):
            unpack(wrong)


def test_a_newer_form_is_told_apart_from_damage(packed):
    with pytest.raises(ExplorerError, match="newer version"):
        unpack(altered(packed, version=2))
