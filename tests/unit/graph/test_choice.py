"""Which neighbours of a crowded node are shown."""

import pytest

from explorer.graph.choice import Candidate, choose
from explorer.graph.style import short_name
from explorer.model import NodeKind
from explorer.store import Store
from tests.libraries import digest, import_text


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "library.db")
    yield opened
    opened.close()


def library(store):
    """Forty nodes; the last eight of them are linked with one another."""
    import_text(store, "a.md", digest("May 6 - May 12", [("One Paper", "Speaks of many methods.", "")]))
    first = store.next_id("node")
    with store.operation("", "derived"):
        rows = [(first + i, 5, f"m{i}", f"Method {i}") for i in range(40)]
        store.insert_many("insert into node (id, kind, key, name) values (?, ?, ?, ?)", rows)
        pairs = [(first + a, first + b) for a in range(32, 40) for b in range(a + 1, 40)]
        store.insert_many(
            "insert into edge (source, target, kind, predicate, weight, sources) "
            "values (?, ?, 'asserted', 'builds_on', 1, 1)",
            pairs,
        )
    return first


def test_those_linked_among_themselves_come_before_those_that_only_stand_early(store):
    first = library(store)
    ranked = [Candidate(first + i, 5, (True, 1)) for i in range(40)]
    linked = set(range(first + 32, first + 40))
    chosen = choose(store.reader, ranked[:1] + ranked[20:], 10)
    assert linked & set(chosen)
    assert len(chosen) == len(set(chosen)) == 10
    assert chosen == choose(store.reader, ranked[:1] + ranked[20:], 10)


def test_a_lower_tier_is_shown_whole_before_any_of_a_higher_one(store):
    first = library(store)
    near = [Candidate(first + i, 5, (True, 1)) for i in range(6)]
    far = [Candidate(first + i, 5, (True, 2)) for i in range(6, 40)]
    chosen = choose(store.reader, near + far, 9)
    assert {node.id for node in near} <= set(chosen)
    assert len(chosen) == 9
    assert choose(store.reader, near + far, 6) == [node.id for node in near]


def test_a_kind_with_few_places_gets_some(store):
    first = library(store)
    ranked = [Candidate(first + i, 5 if i < 36 else 1, (True, 1)) for i in range(32)]
    ranked += [Candidate(9_000_000 + i, 1, (True, 1)) for i in range(4)]
    chosen = choose(store.reader, ranked, 20)
    assert any(node > 9_000_000 - 1 for node in chosen)


def test_a_long_title_is_called_by_the_name_before_its_colon():
    long = "Repoformer: Selective Retrieval for Code Completion in Large Repositories"
    assert short_name(long, NodeKind.PAPER) == "Repoformer"
    assert short_name("织网者：一种面向超长文本检索与生成的统一框架研究", NodeKind.PAPER) == "织网者"
    assert (
        short_name("Position: Benchmarks Should Be Retired Before They Are Solved", NodeKind.PAPER)[:9]
        != "Position"
    )
    assert short_name("Short: It Fits", NodeKind.PAPER) == "Short: It Fits"
    assert short_name(long, NodeKind.DOCUMENT) != "Repoformer"
