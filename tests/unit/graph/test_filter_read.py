"""Columns of a real library: read once, trusted as the sentences say, applied to views."""

import pytest

from explorer.graph.build import build_view
from explorer.graph.filter_read import columns_of
from explorer.graph.filter_sieve import edge_sieve
from explorer.graph.filters import Filters, Trust
from explorer.graph.query import ViewQuery
from explorer.model import NodeKind
from explorer.ops import linking, reading
from explorer.questions.facets import facets
from explorer.questions.lookup import find_node
from explorer.store import Reader
from explorer.store.graph import EdgeLine
from tests.libraries import WEEK_JA, digest, import_files, import_text, new_store

ROWS = [
    ("ZetaNet: Planning with Small Words", "ZetaNet outperforms DPO on short plans.", "2405.00001"),
    ("Older Plans", "builds on RAG and says little of plans.", "2401.00002"),
]


@pytest.fixture
def library(tmp_path):
    made = new_store(tmp_path / "a.db")
    import_text(made, "week.md", digest("May 6 - May 12", ROWS))
    import_files(made, WEEK_JA)
    yield made
    made.close()


def papers_of(store, filters, **more):
    view = build_view(store.reader, ViewQuery(filters=filters, limit=10_000, **more))
    return {
        name for name, kind in zip(view.names, view.kinds.tolist(), strict=True) if kind == NodeKind.PAPER
    }


def test_columns_are_read_once_for_each_state_of_a_library(library):
    first, second = Reader(library.path), Reader(library.path)
    before = columns_of(first)
    assert columns_of(second) is before
    paper = find_node(library.reader, "Older Plans", NodeKind.PAPER)
    reading.mark(library, [paper], "read")
    after = columns_of(first)
    assert after is not before and columns_of(second) is after
    assert "read" in after.members["read"].keys and "read" not in before.members["read"].keys
    first.close()
    second.close()


def test_a_paper_of_a_month_and_of_a_week_stands_for_both(library):
    ours = {row[0] for row in ROWS}
    assert papers_of(library, Filters(since="2024-01", until="2024-01")) & ours == {"Older Plans"}
    assert papers_of(library, Filters(since="2024-05-06", until="2024-05-06")) & ours == ours
    assert not papers_of(library, Filters(since="2024-05-07", until="2024-05-30")) & {"Older Plans"}
    assert papers_of(library, Filters(since="2024-05-07", until="2024-05-30")) & ours == {ROWS[0][0]}


def test_a_week_counts_by_its_own_days_and_not_by_the_day_on_which_it_was_sent(library):
    with library.operation("sent late", "derived"):
        library.execute("update document set date = '2024-07-20' where covers_from = '2024-05-06'")
    late = Filters(frozenset(NodeKind), since="2024-07-01", until="2024-07-31")
    week = Filters(frozenset(NodeKind), since="2024-05-06", until="2024-05-12")
    documents = [
        {
            i
            for i, kind in zip(view.ids.tolist(), view.kinds, strict=True)
            if kind in (NodeKind.ISSUE, NodeKind.DOCUMENT)
        }
        for view in (build_view(library.reader, ViewQuery(filters=f, limit=100)) for f in (late, week))
    ]
    assert not documents[0] and len(documents[1]) == 2


def test_what_hangs_on_a_paper_comes_with_it_and_the_center_always_stays(library):
    rag = find_node(library.reader, "RAG", NodeKind.CONCEPT)
    paper = find_node(library.reader, "Older Plans", NodeKind.PAPER)
    filters = Filters(frozenset(NodeKind), methods=frozenset({rag}), languages=frozenset({"en"}))
    view = build_view(library.reader, ViewQuery(filters=filters, limit=1000))
    assert {rag, paper} <= set(view.ids.tolist())
    nothing = Filters(languages=frozenset({"xx"}))
    assert build_view(library.reader, ViewQuery((rag,), filters=nothing)).ids.tolist() == [rag]
    answer = facets(library.reader, ViewQuery((rag,), filters=nothing))
    assert answer.shown == 0 and answer.freed["languages"] > 0


def test_a_link_is_trusted_by_its_sources_and_what_is_said_against_it(library):
    a, b = (find_node(library.reader, name, NodeKind.CONCEPT) for name in ("ZetaNet", "DPO"))

    def trusts(edge):
        passing = {t for t in Trust if edge_sieve(library.reader, Filters(trust=frozenset({t})))(edge)}
        return passing if len(passing) < len(Trust) else None

    assert trusts(EdgeLine(a, b, "asserted", "outperforms", 1, 1)) == {Trust.ONE}
    assert trusts(EdgeLine(a, b, "asserted", "outperforms", 1, 2)) == {Trust.SEVERAL}
    assert trusts(EdgeLine(a, b, "names", "", 1, 0)) == {Trust.RULE}
    assert trusts(EdgeLine(a, b, "proposed", "uses", 1, 1)) == {Trust.PROPOSED}
    assert trusts(EdgeLine(a, b, "wrote", "", 1, 0)) is None
    linking.state(library, b, "builds_on", a)
    assert trusts(EdgeLine(b, a, "asserted", "builds_on", 1, 0)) == {Trust.ONE}
    library.execute(
        """insert into link (subject, predicate, object, polarity, confidence, asserted_by)
           values (?, 'outperforms', ?, -1, 0.5, 'document')""",
        [a, b],
    )
    assert trusts(EdgeLine(a, b, "asserted", "outperforms", 1, 2)) == {Trust.DISPUTED}


def test_similarities_are_kept_from_a_percentile_on(library):
    papers = [row[0] for row in library.reader.rows("select id from node where kind = 1 order by id limit 5")]
    with library.operation("", "derived"):
        library.insert_many(
            "insert into edge (source, target, kind, weight) values (?, ?, 'similar', ?)",
            [(papers[0], other, 0.1 * n) for n, other in enumerate(papers[1:], start=1)],
        )
    kept = edge_sieve(library.reader, Filters(similar=75))
    assert [kept(EdgeLine(1, 2, "similar", "", 0.1 * n, 0)) for n in range(1, 5)] == [
        False,
        False,
        False,
        True,
    ]
    table = facets(library.reader, ViewQuery(filters=Filters(frozenset(NodeKind)))).tables["similar"]
    assert dict(zip(table.keys, table.counts.tolist(), strict=True)) == {50: 2, 75: 1, 90: 1, 95: 1, 99: 1}
