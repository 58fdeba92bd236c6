"""A library without a window: make one, ask it, change it, copy it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from explorer.errors import ExplorerError, LibraryOld
from explorer.ops.clock import now
from explorer.ops.session import Session
from explorer.ops.task import Progress, no_progress
from explorer.store import Reader, Store
from explorer.store.check import Finding, check

if TYPE_CHECKING:
    from explorer.ops.importing import Wish
    from explorer.pipeline.report_rows import ImportReport

P = ParamSpec("P")
T = TypeVar("T")


def make(path: Path, sample: bool = False) -> None:
    """A new library; ExplorerError where the file exists or its folder does not."""
    if path.exists():
        raise ExplorerError(f"{path} exists already.", "Choose another name.")
    if sample:
        from explorer.ops.sample import make_sample

        make_sample(path)
    else:
        Store(path).close()


def ask(path: Path, question: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Ask one question; it sees one state of the library."""
    reader = _reader(path)
    try:
        with reader.at_once():
            return question(reader, *args, **kwargs)
    finally:
        reader.close()


def _reader(path: Path) -> Reader:
    """A reader; a library of an older version is backed up and brought up to date first."""
    try:
        return Reader(path)
    except LibraryOld:
        Store(path, create=False, today=now()[:10]).close()
        return Reader(path)


def change(path: Path, operation: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run one operation on an existing library."""
    store = Store(path, create=False, today=now()[:10])
    try:
        return operation(store, *args, **kwargs)
    finally:
        store.close()


def with_session(
    path: Path, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Run long work that reads and writes through a session."""
    session = Session(path, create=False)
    try:
        return work(session, *args, **kwargs)
    finally:
        session.close()


def import_into(
    path: Path, wish: Wish, progress: Progress = no_progress, dry_run: bool = False
) -> ImportReport:
    """Plan an import and, unless it is a dry run, apply it; the report of the plan."""
    from explorer.ops.importing import apply, plan  # every importer: no other verb waits for them
    from explorer.pipeline.report import report

    reader = _reader(path)
    try:
        made = plan(reader, wish, progress)
    finally:
        reader.close()
    if not dry_run and any(not source.known for source in made.sources):
        progress(0, 0, "Writing")
        change(path, apply, made)
    return report(made)


def back_up(path: Path, target: Path) -> Path:
    """A verified copy; ExplorerError where it cannot be made or a file is in the way."""
    if target.exists():
        raise ExplorerError(f"{target} exists already.", "Choose another name.")
    if not target.absolute().parent.is_dir():
        raise ExplorerError(
            f"Could not write {target}: the folder does not exist.",
            "Make the folder first, or choose another one.",
        )
    return change(path, Store.back_up, target)


def findings(path: Path) -> list[Finding]:
    """What is not sound in a library; an empty list is good news."""
    return ask(path, check)
