"""Links that nobody has checked are in the view only when asked for, and dotted."""

import numpy as np
import pytest

from explorer.graph.build import build_view
from explorer.graph.query import Filters, ViewQuery
from explorer.graph.style import EdgeLook, edge_looks
from explorer.model import NodeKind
from explorer.ops import linking
from explorer.questions.lookup import find_node
from explorer.render.edge_shapes import DOT_STEP_PX, Stroke, pieces
from tests.libraries import digest, import_text, new_store

ROWS = [("ZetaNet: Sparse Experts", "ZetaNet builds on LoRA. ZetaNet outperforms DPO.", "2405.00001")]


@pytest.fixture
def library(tmp_path):
    made = new_store(tmp_path / "a.db")
    import_text(made, "week.md", digest("May 6 - May 12", ROWS))
    linking.reopen(
        made, [row[0] for row in made.reader.rows("select id from link where predicate = 'outperforms'")]
    )
    yield made
    made.close()


def view_of(store, proposals):
    center = find_node(store.reader, "ZetaNet", NodeKind.CONCEPT)
    return build_view(store.reader, ViewQuery((center,), filters=Filters().showing_proposals(proposals)))


def test_a_proposal_is_hidden_until_it_is_asked_for(library):
    assert "proposed" not in view_of(library, False).edge_labels
    view = view_of(library, True)
    (row,) = [r for r in range(len(view.ends)) if view.edge_labels[view.edge_kinds[r]] == "proposed"]
    assert [view.names[end] for end in view.ends[row]] == ["ZetaNet", "DPO"]
    assert view.predicates[row] == "outperforms" and view.sources[row] == 1
    assert edge_looks(view)[row] == EdgeLook.DOTTED
    assert (edge_looks(view) == EdgeLook.DOTTED).sum() == 1


def test_a_proposal_leads_to_nodes_that_nothing_else_reaches(library):
    linking.reject(
        library, [row[0] for row in library.reader.rows("select id from link where status = 'accepted'")]
    )
    dpo = find_node(library.reader, "DPO", NodeKind.CONCEPT)
    library.execute("delete from edge where source = ?1 or target = ?1", [dpo])
    assert view_of(library, False).row_of(dpo) < 0
    assert view_of(library, True).row_of(dpo) >= 0


def test_dots_are_short_and_evenly_spaced():
    stroke = Stroke(np.array([[0.0, 0.0, 60.0, 0.0]]), np.zeros(1, np.float32), "#000000", 2.0, dotted=True)
    drawn = pieces(stroke)
    lengths, gaps = drawn[:, 2] - drawn[:, 0], drawn[1:, 0] - drawn[:-1, 2]
    assert len(drawn) > 5 and np.allclose(lengths, DOT_STEP_PX, atol=0.3)
    assert np.allclose(gaps, 2 * DOT_STEP_PX, atol=0.6)
