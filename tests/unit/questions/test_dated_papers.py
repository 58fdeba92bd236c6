"""Rows of sources: a paper stands under arXiv only with a day of its own."""

import json

from explorer.graph.build import build_view
from explorer.graph.dated import ARXIV
from explorer.graph.query import ViewQuery
from explorer.model import NodeKind
from tests.libraries import digest, import_text, new_store

LIST = [
    {"title": "Sparse Experts Without a Number", "author": "Ada Reed", "status": "Poster", "abstract": "x"}
]
ROWS = [("Dense Experts With a Number", "OmegaNet builds on LoRA.", "2405.00002")]


def test_a_paper_that_only_a_list_dates_is_not_an_arxiv_paper(tmp_path):
    store = new_store(tmp_path / "rows.db")
    import_text(store, "icml2024.json", json.dumps(LIST))
    import_text(store, "a.md", digest("April 29 - May 5", ROWS))
    view = build_view(store.reader, ViewQuery())
    series = {
        view.names[row]: str(view.columns["series"][row])
        for row in range(len(view.ids))
        if view.kinds[row] == NodeKind.PAPER
    }
    assert series["Dense Experts With a Number"] == ARXIV
    assert series["Sparse Experts Without a Number"] == ""
    store.close()
