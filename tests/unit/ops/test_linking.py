"""Links that a person accepts, rejects, corrects or states."""

import pytest

from explorer.errors import ExplorerError, NotFound
from explorer.model import NodeKind
from explorer.ops import history, linking
from explorer.questions.dump import dump
from explorer.questions.evidence import statements_of
from explorer.questions.lookup import find_node
from explorer.store.check import check
from tests.libraries import digest, graph_of, import_text

WEEK = digest(
    "May 6 - May 12",
    [
        ("ZetaNet: Sparse Experts", "ZetaNet builds on LoRA. ZetaNet outperforms DPO.", "2405.00001"),
        ("OmegaNet: Dense Experts", "OmegaNet is fine-tuned on MMLU.", "2405.00002"),
    ],
)
AGAIN = digest(
    "May 13 - May 19", [("KappaNet: More Experts", "Note that ZetaNet outperforms DPO again.", "2405.00003")]
)


@pytest.fixture
def library(store):
    import_text(store, "week.md", WEEK)
    return store


def link(store, subject, predicate, target):
    found = [
        x
        for x in dump(store.reader)["links"]
        if (x["subject"], x["predicate"], x["object"])
        == (node(store, subject), predicate, node(store, target))
    ]
    assert len(found) == 1
    row = store.reader.value(
        "select id from link where subject = ? and predicate = ? and object = ?",
        [node(store, subject), predicate, node(store, target)],
    )
    return row, found[0]


def node(store, name):
    return find_node(store.reader, name, NodeKind.CONCEPT)


def edges(store, name):
    return {
        (source, target, predicate)
        for source, target, predicate in store.reader.rows(
            "select source, target, predicate from edge where kind = 'asserted'"
        )
        if node(store, name) in (source, target)
    }


def test_a_rejected_link_leaves_the_graph_and_undo_brings_it_back(library):
    before = graph_of(library)
    number, _ = link(library, "ZetaNet", "outperforms", "DPO")
    changes = linking.reject(library, [number])
    assert changes.label == "Reject “ZetaNet outperforms DPO”"
    assert link(library, "ZetaNet", "outperforms", "DPO")[1]["status"] == "rejected"
    assert not any("outperforms" in edge for edge in edges(library, "ZetaNet"))
    assert all(s.words != "outperforms" for s in statements_of(library.reader, node(library, "ZetaNet")))
    after = graph_of(library)
    history.undo(library)
    assert graph_of(library) == before
    history.redo(library)
    assert graph_of(library) == after


def test_a_rejected_link_never_comes_back_with_a_later_document(library):
    number, _ = link(library, "ZetaNet", "outperforms", "DPO")
    linking.reject(library, [number])
    import_text(library, "again.md", AGAIN)
    found = link(library, "ZetaNet", "outperforms", "DPO")[1]
    assert found["status"] == "rejected"
    assert len(found["evidence"]) == 1


def test_links_are_decided_in_bulk_as_one_step(library):
    before = graph_of(library)
    numbers = [row[0] for row in library.reader.rows("select id from link")]
    assert linking.reject(library, numbers).label == f"Reject {len(numbers)} links"
    assert not library.reader.value("select count(*) from edge where kind = 'asserted'")
    assert linking.reject(library, numbers).label.startswith("Nothing to reject")
    history.undo(library)
    assert graph_of(library) == before


def test_accepting_a_proposal_puts_it_into_the_graph(library):
    number, _ = link(library, "ZetaNet", "builds_on", "LoRA")
    linking.reopen(library, [number])
    assert not any("builds_on" in edge for edge in edges(library, "ZetaNet"))
    linking.accept(library, [number])
    assert any("builds_on" in edge for edge in edges(library, "ZetaNet"))


def test_a_correction_keeps_the_sentence_and_rejects_the_old_link(library):
    before = graph_of(library)
    number, old = link(library, "ZetaNet", "outperforms", "DPO")
    linking.correct(library, number, "compared with", turned=True)
    made = link(library, "DPO", "compared_with", "ZetaNet")[1]
    assert (made["asserted_by"], made["status"]) == ("user", "accepted")
    assert made["evidence"] == old["evidence"]
    assert link(library, "ZetaNet", "outperforms", "DPO")[1]["status"] == "rejected"
    after = graph_of(library)
    history.undo(library)
    assert graph_of(library) == before
    history.redo(library)
    assert graph_of(library) == after
    assert check(library.reader) == []


def test_a_correction_that_changes_nothing_is_refused(library):
    number, _ = link(library, "ZetaNet", "outperforms", "DPO")
    with pytest.raises(ExplorerError, match="already"):
        linking.correct(library, number, "outperforms")


def test_a_link_by_hand_needs_no_sentence(library):
    linking.state(library, node(library, "OmegaNet"), "addresses limit of", node(library, "LoRA"))
    made = link(library, "OmegaNet", "addresses_limit_of", "LoRA")[1]
    assert (made["asserted_by"], made["status"], made["evidence"]) == ("user", "accepted", [])
    assert check(library.reader) == []
    statements = statements_of(library.reader, node(library, "OmegaNet"))
    assert any(s.trust == "stated by you" for s in statements)


def test_a_link_by_hand_from_a_paper_takes_a_verb_of_papers(library):
    paper = find_node(library.reader, "2405.00002")
    linking.state(library, paper, "criticises", node(library, "LoRA"))
    with pytest.raises(ExplorerError, match="nothing can be “builds on”"):
        linking.state(library, paper, "builds on", node(library, "LoRA"))
    with pytest.raises(ExplorerError, match="stands between"):
        linking.state(library, node(library, "LoRA"), "uses", paper)
    with pytest.raises(ExplorerError, match="no link to itself"):
        linking.state(library, paper, "uses", paper)


def test_a_link_that_is_gone_is_said(library):
    with pytest.raises(NotFound):
        linking.accept(library, [987654])
