"""Small libraries for tests, read from tests/data by the real importers."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from explorer.model import Changes
from explorer.model.plan import ImportPlan
from explorer.ops.importing import apply
from explorer.pipeline.plan import Input, plan
from explorer.questions.dump import dump
from explorer.store import Store

DATA = Path(__file__).parent / "data" / "importers"
WEEK_JA = DATA / "ja_weekly_digest" / "week.txt"
WEEKS_EN = DATA / "dair_weekly_digest" / "three_weeks.md"
EVENTS = DATA / "conference_events" / "events.json"
RECORDS = DATA / "arxiv_snapshot" / "records.jsonl"
AT = "2024-05-06T08:00:00+00:00"


def new_store(path: Path) -> Store:
    """A store on a new, empty library: the schema steps run once per process, not once per test."""
    path.write_bytes(_empty_library())
    return Store(path)


@cache
def _empty_library() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        Store(path).close()
        return path.read_bytes()


def plan_files(store: Store, *files: Path) -> ImportPlan:
    return plan(store.reader, [Input(f.name, str(f), f.read_bytes()) for f in files])


def import_files(store: Store, *files: Path) -> Changes:
    return apply(store, plan_files(store, *files), AT)


def import_text(store: Store, name: str, text: str) -> Changes:
    return apply(store, plan(store.reader, [Input(name, name, text.encode())]), AT)


def share_of_list(path: Path, one_in: int, keeps: Callable[[str], bool] = lambda _: False) -> str:
    """A JSON list with every so-maniest record of a file, and those whose text is to be kept."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    kept = [
        entry
        for number, entry in enumerate(entries)
        if number % one_in == 0 or keeps(json.dumps(entry, ensure_ascii=False))
    ]
    return json.dumps(kept, ensure_ascii=False)


def graph_of(store: Store) -> str:
    """The dump and the derived edges as one text, to compare two states of a library."""
    edges = store.reader.rows("select * from edge order by source, target, kind, predicate")
    return json.dumps([dump(store.reader), edges], ensure_ascii=False, sort_keys=True)


def digest(week: str, rows: list[tuple[str, str, str]]) -> str:
    """A Markdown digest of one week: (title, summary, arXiv id or "") rows."""
    lines = [f"## Paper Table ({week}) - 2024", "| **Paper**  | **Links** |", "| --- | --- |"]
    for i, (title, summary, arxiv_id) in enumerate(rows, start=1):
        link = f"[Paper](https://arxiv.org/abs/{arxiv_id})" if arxiv_id else ""
        lines.append(f"| {i}) **{title}** - {summary} | {link} |")
    return "# Paper Table of the Week\n\n" + "\n".join(lines) + "\n"
