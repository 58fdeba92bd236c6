"""Every SQL text of the program parses, and none walks through a whole large table by accident."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import explorer.edges
import explorer.store
from tests.libraries import new_store

#: whole-table reads that are meant
WHOLE = {
    "explorer.store.dump",
    "explorer.store.check",
    "explorer.store.overview",
    "explorer.store.concepts",
    "explorer.store.curation",
    "explorer.store.vectors",
    "explorer.store.near",
    "explorer.store.facets",
    "explorer.store.times",
    "explorer.store.records",  # citation keys are given over the whole library
    "explorer.store.communities",
    "explorer.store.saved_views",
    "explorer.store.snapshots",  # which steps may bring one back, when one is saved
    "explorer.store.claims",  # which documents claim anything at all
    "explorer.store.movers",  # ranks are given over all methods
    "explorer.store.lead_places",  # a table of all papers or methods
    "explorer.store.slice_choices",  # all sets of papers that can be compared
    "explorer.store.term_places",  # a ranking by example is one of all papers
    "explorer.store.tags",  # the tree is one of all tags
    "explorer.store.tag_claims",  # what documents claim, which is little
    "explorer.store.enquiries",  # what the whole library lacks, when a person asks
}
#: few rows by nature, values that came in, or a walk down an index
SMALL = re.compile(
    r"SCAN (json_each|CONSTANT|\(|f\b|subquery|wanted|source|sqlite_master|temp\.change|statistic\b"
    r"|_sqlite_migrations"
    r"|concept_key|alias USING (COVERING )?INDEX alias_rejected"  # what a person decided
    r"|paper USING INDEX paper_untitled|tagging USING COVERING|m USING INDEX measure_importance)"
)
STATEMENT = re.compile(r"\s*(select|insert|update|delete|with)\b", re.I)
CALLS = {"rows", "row", "value", "execute", "insert", "insert_many"}


def modules():
    for package in (explorer.store, explorer.edges):
        for info in pkgutil.iter_modules(package.__path__):
            yield importlib.import_module(f"{package.__name__}.{info.name}")


def texts():
    """(module, SQL) of module constants and of literals at calls."""
    for module in modules():
        for name, value in vars(module).items():
            if (
                name.isupper()
                and not name.startswith("_")
                and isinstance(value, str)
                and STATEMENT.match(value)
            ):
                yield module.__name__, value
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        for call in ast.walk(tree):
            is_call = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args
            if is_call and call.func.attr in CALLS and isinstance(call.args[0], ast.Constant):
                text = str(call.args[0].value)
                if STATEMENT.match(text):
                    yield module.__name__, text


TEXTS = sorted(set(texts()))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """An empty library that is asked for plans only."""
    made = new_store(tmp_path_factory.mktemp("sql") / "library.db")
    yield made
    made.close()


def test_the_texts_are_found():
    assert len(TEXTS) > 80


@pytest.mark.parametrize(
    ("module", "sql"), TEXTS, ids=[f"{m.split('.')[-1]}-{i}" for i, (m, _) in enumerate(TEXTS)]
)
def test_no_query_scans_a_large_table(store, module, sql):
    marks = [int(n) for n in re.findall(r"\?(\d+)", sql)]
    count = max(marks) if marks else sql.count("?")
    rows = store.db.conn.execute(f"explain query plan {sql}", ["[]"] * count).fetchall()
    steps = [detail for *_, detail in rows]
    cleans_up = (
        module == "explorer.store.nodes" and "not exists (select 1 from" in sql
    )  # after an undone import
    if module in WHOLE or cleans_up:
        return
    scans = [step for step in steps if step.startswith("SCAN") and "VIRTUAL TABLE" not in step]
    bad = [step for step in scans if not SMALL.match(step)]
    assert not bad, f"{bad} in {sql}"
