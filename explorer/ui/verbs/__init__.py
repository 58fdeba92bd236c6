"""Operations, imported on the thread that runs them: what importing needs takes a second to load."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from explorer.exporters import Written
from explorer.graph.scene import Scene
from explorer.model import Changes
from explorer.model.plan import ImportPlan
from explorer.ops.task import CancelToken, Progress
from explorer.ui.dialogs.import_sheet import Planned


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is written where: a scene as it is on the screen.

    Attributes:
        part: Id of the format; "" goes by the suffix of the file.
        snapshot: Name of the one that is on the screen, or "".
    """

    path: Path
    scene: Scene
    title: str
    scheme: str
    part: str = ""
    snapshot: str = ""


@dataclass(frozen=True, slots=True)
class ExportDone:
    """The file, or the folder and what was written into it."""

    path: Path
    written: Written | None = None


def undo(store) -> Changes:
    """Take back the last step."""
    from explorer.ops import history

    return history.undo(store)


def redo(store) -> Changes:
    """Do again what was undone last."""
    from explorer.ops import history

    return history.redo(store)


def tag(store, name: str, nodes: tuple[int, ...]) -> Changes:
    """Put a tag on nodes."""
    from explorer.ops import tagging

    return tagging.tag(store, name, nodes)


def untag(store, name: str, nodes: tuple[int, ...]) -> Changes:
    """Take a tag off nodes."""
    from explorer.ops import tagging

    return tagging.untag(store, name, nodes)


def plan(reader, words: tuple[str, ...], progress: Progress, cancel: CancelToken) -> Planned:
    """What importing files, folders and addresses would do; raises ImportFailed where none can be read."""
    from explorer.ops import importing
    from explorer.pipeline.report import report

    made = importing.plan(reader, importing.Wish(words), progress, cancel)
    importing.require_something(made)
    return Planned(made, report(made))


def apply(store, made: ImportPlan, left_out: frozenset[str] = frozenset()) -> Changes:
    """Store what a plan says, but for some files."""
    from explorer.ops import importing

    return importing.apply(store, importing.without(made, left_out))


class Sample:
    """The sample library of this version, made where it is not there yet; a call gives its file.

    Attributes:
        library: Its file, known after the call, or None.
        is_new: Whether the call has made it.
        older: Files of samples before this one, oldest first; they belong to whoever worked in them.
    """

    def __init__(self, base: Path) -> None:
        self._base = base
        self.library: Path | None = None
        self.is_new = False
        self.older: tuple[Path, ...] = ()

    def __call__(self) -> Path:
        from explorer.ops import sample

        wanted = sample.sample_file(self._base)
        self.is_new, self.older = not wanted.exists(), sample.older_samples(self._base)
        self.library = sample.open_sample(wanted)
        return self.library


def export(reader, wish: ExportWish, progress: Progress, cancel: CancelToken) -> ExportDone:
    """Write what is on the screen."""
    from explorer.ops import exporting, snapshot_files

    shown = exporting.Shown(wish.scene, wish.title, wish.scheme, wish.part)
    if wish.snapshot:
        done = snapshot_files.write_shown(reader, wish.snapshot, wish.path, shown, (progress, cancel))
        return ExportDone(wish.path, done.written)
    return ExportDone(wish.path, exporting.export_scene(reader, wish.path, shown, progress, cancel).written)


def bibtex_of(reader, nodes: list[int]) -> tuple[str, int]:
    """The papers among some nodes as BibTeX, and how many they are."""
    from explorer.ops import exporting

    return exporting.bibtex_of(reader, nodes)


def embed(session, engine: str, progress: Progress, cancel: CancelToken) -> str:
    """Compute vectors, then similarity and the map; what was done, in words."""
    from explorer.ops import embedding

    return embedding.embed(session, engine, progress=progress, cancel=cancel).words()
