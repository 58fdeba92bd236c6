"""Work that tests kill: ``python -m tests.at_work KIND LIBRARY FOLDER``; lines say what is acknowledged."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from explorer.embedders import EMBEDDERS
from explorer.ops import backups, tagging
from explorer.ops.embedding import embed
from explorer.ops.enriching import Wish, enrich
from explorer.ops.exporting import Page, export_words
from explorer.ops.library import ask, change
from explorer.ops.session import Session
from explorer.pipeline import enquiring, worker
from explorer.pipeline.enquiring import Services
from explorer.pipeline.fetch.client import Fetcher, Limits
from explorer.store import Store

VIEWS = ('{"limit": 30}', '{"limit": 30, "kinds": ["paper"]}')  #: of two exports, one over the other
SUFFIXES = (".svg", ".html", ".csv", ".bib", ".graphml", ".pdf", ".json", "/")


_FEW = 5  # papers that are asked for at once
_BATCH = 8  # texts, so that a small library has many


def tell(said: object) -> None:
    print(json.dumps(said), flush=True)


def embedding(library: Path, _folder: Path) -> None:
    """Vectors of all papers; a line for each batch that is in the library."""
    worker.embedder = lambda name: replace(EMBEDDERS[name], batch=_BATCH)
    session = Session(library, create=False)
    try:
        tell(0)
        label = EMBEDDERS["lexical"].label  # other steps report as well
        embed(session, "lexical", progress=lambda done, _, what: tell(done) if what == label else None)
        tell(0)
    finally:
        session.close()


def migrating(library: Path, _folder: Path) -> None:
    """An old library is opened."""
    tell("opening")
    Store(library, create=False, today="2026-01-01").close()


def exporting(library: Path, folder: Path) -> None:
    """Two views in turn, in every format, each over the other."""
    tell("exporting")
    for number in itertools.count():
        for suffix in SUFFIXES:
            part = "obsidian" if suffix == "/" else ""
            page = Page(VIEWS[number % 2], part=part)
            ask(library, export_words, folder / f"out{suffix}", page)
        tell(number)


def backing_up(library: Path, _folder: Path) -> None:
    """A tag is put on a paper and a backup made, day after day; a line after each."""
    tell(["", ""])
    first = ask(library, lambda reader: reader.value("select count(*) from tag"))
    paper = ask(library, lambda reader: reader.value("select min(id) from paper"))
    for number in itertools.count(first):
        change(library, tagging.tag, f"tag {number}", [paper])
        tell([f"tag {number}", ""])
        day = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number)
        made = backups.save_copy(library, at=day.isoformat()).made
        tell([f"tag {number}", made.name if made else ""])


def restoring(library: Path, folder: Path) -> None:
    """Two backups are put in the library's place in turn."""
    tell("restoring")
    for number in itertools.count():
        done = backups.restore(library, folder / f"{number % 2}.db")
        tell(number)
        done.kept.unlink()


def enriching(library: Path, folder: Path) -> None:
    """Papers are completed from the services of a file, five at a time; a line when so many are answered."""
    arxiv, *openreview = json.loads((folder / "services.json").read_text(encoding="utf-8"))
    enquiring._AT_ONCE.update(dict.fromkeys(enquiring._AT_ONCE, _FEW))
    limits = Limits(gap_s=0.0, first_wait_s=0.0, tries=2, read_s=5.0)
    services = Services(Fetcher(limits, allowed=frozenset({"127.0.0.1"})), arxiv, tuple(openreview))
    session = Session(library, create=False)
    try:
        enrich(session, Wish(), progress=lambda done, *_: tell(done), services=services)
    finally:
        session.close()


WORK: dict[str, Callable[[Path, Path], None]] = {
    "embedding": embedding,
    "migrating": migrating,
    "exporting": exporting,
    "backing_up": backing_up,
    "restoring": restoring,
    "enriching": enriching,
}

if __name__ == "__main__":
    WORK[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
