"""Filters in words of the window."""

from dataclasses import replace

from explorer.graph.filters import Filters
from explorer.model import NodeKind
from explorer.ui.filter_names import chips_of
from explorer.ui.words import KIND_ORDER


def test_all_kinds_are_no_filter_and_have_no_chip():
    assert chips_of(Filters(kinds=frozenset(NodeKind)), {}) == ()
    assert set(KIND_ORDER) == set(NodeKind)


def test_some_kinds_have_a_chip_beside_those_of_other_filters():
    some = replace(Filters(), kinds=frozenset({NodeKind.PAPER, NodeKind.TAG}), languages=frozenset({"ja"}))
    assert [name for name, _ in chips_of(some, {})] == ["kinds", "languages"]
    every = replace(some, kinds=frozenset(NodeKind))
    assert [name for name, _ in chips_of(every, {})] == ["languages"]
