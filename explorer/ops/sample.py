"""The sample library: short documents written for the app, read by the real importers."""

from __future__ import annotations

import hashlib
from pathlib import Path

from explorer.errors import ExplorerError
from explorer.ops.clock import now
from explorer.ops.importing import apply
from explorer.pipeline.plan import Input, plan
from explorer.questions.evidence import SAMPLE_URI
from explorer.resources import resource
from explorer.store import Store


def _documents() -> list[Input]:
    return [
        Input(path.name, SAMPLE_URI + path.name, path.read_bytes())
        for path in sorted(resource("sample").iterdir())
        if path.suffix in {".md", ".txt"} and path.stem != "README"
    ]


def add_sample(store: Store) -> None:
    """Import the sample documents as one undo step."""
    inputs = _documents()
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
    partial.with_name(partial.name + "-journal").unlink(missing_ok=True)
    return path


def sample_file(base: Path) -> Path:
    """File of the sample with the documents of this version, beside ``base``; an older one stays as it is."""
    digest = hashlib.sha256()
    for document in _documents():
        digest.update(f"{document.name}\0{len(document.content)}\0".encode() + document.content)
    return base.with_name(f"{base.stem}-{digest.hexdigest()[:6]}{base.suffix}")


def older_samples(base: Path) -> tuple[Path, ...]:
    """Sample libraries in the folder of ``base`` but for the one of this version, by their time."""
    kind = base.stem.partition("-")[0]
    found = [path for path in base.parent.glob(f"{kind}*{base.suffix}") if path != sample_file(base)]
    return tuple(sorted(found, key=lambda path: (path.stat().st_mtime, path.name)))


def open_sample(path: Path) -> Path:
    """The sample library at ``path``, made where it is not there yet."""
    return path if path.exists() else make_sample(path)
