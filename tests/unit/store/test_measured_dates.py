"""Days by which nodes are shown are those of the one rule, after every import and in older libraries."""

from __future__ import annotations

import pytest

from explorer.ops import history
from explorer.store import Store
from explorer.store.edges import measure
from tests.libraries import digest, import_text, new_store

TALK = """NeurIPS 2023: what was new
Speaker: Ada Quill
{date}
Slide 1
Agenda
- Trend 1: alignment

Slide 2
Trend 1: alignment
- Reedbed: Growing Without Labels (NeurIPS 2023)
- Mossgraph: Slow Graphs That Remember
"""
UNDATED, DATED = TALK.format(date=""), TALK.format(date="Date: 2024-02-01\n")
WEEK = digest(
    "April 29 - May 5", [("Mossgraph: Slow Graphs That Remember", "Mossgraph keeps old edges.", "")]
)


def days(store: Store) -> dict[int, str]:
    return dict(store.reader.rows("select node, date from measure order by node"))


def days_by_the_rule(store: Store) -> dict[int, str]:
    with store.operation("", "derived"):
        measure(store, [node for (node,) in store.reader.rows("select id from node")])
    return days(store)


@pytest.mark.parametrize(
    "texts",
    [(UNDATED,), (UNDATED, WEEK), (WEEK, UNDATED), (UNDATED, DATED), (DATED, UNDATED, WEEK)],
    ids=["talk", "talk, week", "week, talk", "talk, its day", "day, talk, week"],
)
def test_after_every_import_and_undo_the_days_are_those_of_the_rule(tmp_path, texts):
    store = new_store(tmp_path / "a.db")
    for number, text in enumerate(texts):
        import_text(store, f"{number}{'.md' if text is WEEK else '.txt'}", text)
        assert days(store) == days_by_the_rule(store)
    assert "2023-12-10" in days(store).values() or "2024-02-01" in days(store).values()
    history.undo(store)
    assert days(store) == days_by_the_rule(store)
    store.close()


def test_an_older_library_takes_the_days_of_the_rule_when_it_is_opened(tmp_path):
    store = new_store(tmp_path / "a.db")
    import_text(store, "talk.txt", UNDATED)
    import_text(store, "week.md", WEEK)
    right = days(store)
    with store.operation("", "derived"):
        store.execute("update measure set date = ''")
        store.execute("update measure set date = '2024-04-29' where node in (select id from paper)")
        store.execute("delete from _sqlite_migrations where name >= 'm018'")
    store.close()
    again = Store(tmp_path / "a.db", create=False, today="2026-01-01")
    assert days(again) == right
    again.close()
