"""Digests, reports and lists of accepted papers meet in the library, whichever came first."""

import json
from itertools import permutations

import pytest

from explorer.pipeline.plan import Input, plan
from explorer.store.check import check
from tests.libraries import digest, import_text, plan_files

PAPERS = [
    ("PondNet: Pruning Hedges by the Gradient of Their Shade", "Ana Silva; Bo Chen",
     "We prune hedges by the gradient of their shade. Gardeners measure light under each leaf and cut."),
    ("Robots That Fold Paper", "Carl Roe", "Robots fold paper cranes with two soft grippers and a camera."),
    ("Talking to Ducks", "Dana Moe", "A language model is trained on the calls of ducks in three ponds."),
    ("Cheap Attention for Long Rivers", "Eve Noll", "Attention is cheap in rivers that flow one way."),
]  # fmt: skip
LIST = json.dumps([{"title": t, "author": a, "abstract": x, "status": "Poster"} for t, a, x in PAPERS])
WEEK = digest(
    "March 4 - March 10",
    [
        (
            "PondNet",
            "measures light under each leaf of a hedge; gardeners cut by the gradient of its shade",
            "",
        ),
        ("Talking to Ducks", "a model that knows the calls of ducks in ponds", "2403.00002"),
        ("PaperNet", "an account of paper mills in the north and their owners", "2403.00003"),
    ],
)
RECORD = json.dumps(
    {
        "id": "2403.00004",
        "title": "Cheap Attention for Long Rivers",
        "authors": "Eve Noll, Finn Oda",
        "authors_parsed": [["Noll", "Eve", ""], ["Oda", "Finn", ""]],
        "update_date": "2024-03-06",
    }
)
SOURCES = {"icml2024.json": LIST, "week.md": WEEK, "arxiv.jsonl": RECORD}


def listed(store):
    """Titles by which the works of ICML 2024 are known, each work's together."""
    rows = store.reader.rows(
        """select p.paper, t.title from presence p join edition e on e.id = p.edition
           join paper_title t on t.paper = p.paper where e.series = 'ICML' and e.label = '2024'
           order by p.paper, t.title"""
    )
    known = {}
    for paper, title in rows:
        known.setdefault(paper, set()).add(title)
    return sorted(sorted(titles) for titles in known.values())


@pytest.mark.parametrize(
    "names", list(permutations(SOURCES)), ids=lambda names: " ".join(n[:4] for n in names)
)
def test_any_order_of_imports_gives_the_same_works(store, names):
    for name in names:
        import_text(store, name, SOURCES[name])
    assert listed(store) == [
        ["Cheap Attention for Long Rivers"],
        ["PondNet", PAPERS[0][0]],
        ["Robots That Fold Paper"],
        ["Talking to Ducks"],
    ]
    ids = store.reader.rows("select arxiv_id from paper where arxiv_id is not null order by 1")
    assert [row[0] for row in ids] == ["2403.00002", "2403.00003", "2403.00004"]
    assert len(store.reader.rows("select id from paper")) == 5
    assert not check(store.reader)


def test_one_import_of_all_gives_the_same_works(store, tmp_path):
    files = []
    for name, text in SOURCES.items():
        files.append(tmp_path / name)
        files[-1].write_text(text, "utf-8")
    made = plan_files(store, *files)
    assert made.new_works == 5
    whys = {r.why for d in made.documents for r in d.resolutions}
    assert "short title and its description" in whys


def test_a_rejected_paper_is_read_and_counts_for_no_edition(store):
    rows = [{"title": f"Paper {n} on Hedges", "author": "Ana Silva", "status": s}
            for n, s in enumerate(("Poster", "Reject", "Withdrawn"))]  # fmt: skip
    import_text(store, "icml2024.json", json.dumps(rows))
    assert listed(store) == [["Paper 0 on Hedges"]]
    sections = store.reader.rows("select section from appearance order by id")
    assert [row[0] for row in sections] == ["", "Reject", "Withdrawn"]


def test_a_workshop_is_an_edition_of_its_own(store):
    rows = [{"title": "Paper on Hedges", "author": "Ana Silva", "track": "Workshop: Gardens"}]
    import_text(store, "icml2024.json", json.dumps(rows))
    assert listed(store) == []
    assert store.reader.value("select name from node where kind = 3") == "ICML 2024 Workshop: Gardens"


def test_a_list_without_an_edition_is_read_and_the_report_says_that_it_has_none(store):
    made = plan(store.reader, [Input("list.json", "list.json", LIST.encode())])
    assert not made.failed
    (document,) = made.documents
    assert document.resolutions and not document.document.editions
    assert any("edition" in issue.why for issue in document.document.issues)


@pytest.mark.corpus
@pytest.mark.usefixtures("without_methods")
def test_digests_meet_the_lists_of_their_conferences(corpus, store):
    names = ["digests/ml_papers_of_the_week.md", "venues/ICML_2024_Events.json", "venues/neurips2023.json",
             "venues/colm2024.json"]  # fmt: skip
    made = plan(store.reader, [Input(n.split("/")[-1], n, (corpus / n).read_bytes()) for n in names])
    lists = {r.work for d in made.documents[-3:] for r in d.resolutions}
    rows = [r.work for d in made.documents[:-3] for r in d.resolutions]
    assert len(rows) == 1_040
    assert sum(work in lists for work in rows) >= 80
