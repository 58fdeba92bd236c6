"""The sample library: short documents written for the app, read by the real importers."""

from __future__ import annotations

from pathlib import Path

from explorer.errors import ExplorerError
from explorer.ops.clock import now
from explorer.ops.importing import apply
from explorer.pipeline.plan import Input, plan
from explorer.questions.evidence import SAMPLE_URI
from explorer.resources import resource
from explorer.store import Store


def add_sample(store: Store) -> None:
    """Import the sample documents as one undo step."""
    inputs = [
        Input(path.name, SAMPLE_URI + path.name, path.read_bytes())
        for path in sorted(resource("sample").iterdir())
        if path.suffix in {".md", ".txt"} and path.stem != "README"
    ]
    made = plan(store.reader, inputs)
    if made.failed:
        raise ExplorerError(
            f"The sample cannot be read: {made.failed[0].why}", "Install Paper Explorer again."
        )
    apply(store, made, now())


def make_sample(path: Path) -> Path:
    """A new library with the sample; ExplorerError where a file of that name exists."""
    if path.exists():
        raise ExplorerError(f"{path} exists already.", "Choose another name.")
    partial = path.with_name(path.name + ".partial")
    partial.unlink(missing_ok=True)
    store = Store(partial)
    try:
        add_sample(store)
    except BaseException:
        store.close()
        partial.unlink(missing_ok=True)
        raise
    store.close()
    partial.replace(path)
    return path


def open_sample(path: Path) -> Path:
    """The sample library at ``path``, made where it is not there yet."""
    return path if path.exists() else make_sample(path)
