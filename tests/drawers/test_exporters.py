"""What holds for every exporter."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.errors import ExplorerError
from explorer.exporters import EXPORTERS, exporter_by_name
from explorer.graph.scene import empty_scene
from explorer.render.painter import render_image
from explorer.render.theme import theme
from tests.hostile import HOSTILE
from tests.snapshots import hostile_snapshot, small_snapshot

FORMATS = (
    "png",
    "svg",
    "pdf",
    "html",
    "bib",
    "csl",
    "csv",
    "cyjs",
    "gexf",
    "graphml",
    "jsonld",
    "md",
    "obsidian",
    "ris",
)

FILES = [name for name, part in EXPORTERS.items() if part.write_notes is None]
FOLDERS = [name for name in EXPORTERS if name not in FILES]

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_promised_format_has_a_file() -> None:
    assert set(FORMATS) <= set(EXPORTERS)


@pytest.mark.parametrize("name", FILES)
def test_the_suffix_is_the_id_so_that_the_command_line_finds_it(name: str) -> None:
    part = EXPORTERS[name]
    assert part.suffix.split(".")[1] == name
    assert exporter_by_name(f"my.view{part.suffix.upper()}") is part
    assert EXPORTERS[name].label


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_two_exports_give_the_same_bytes(name: str, scheme: str, tmp_path: Path) -> None:
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        EXPORTERS[name].write(small_snapshot(scheme), tmp_path / folder / f"out{EXPORTERS[name].suffix}")
    first = (tmp_path / "first" / f"out{EXPORTERS[name].suffix}").read_bytes()
    assert first == (tmp_path / "second" / f"out{EXPORTERS[name].suffix}").read_bytes()
    assert len(first) > 100


@pytest.mark.parametrize("name", FILES)
def test_what_was_drawn_in_between_changes_no_byte(name: str, tmp_path: Path) -> None:
    """FreeType rounds outlines in the size of the text by what it drew last."""
    snapshot = small_snapshot()
    before, after = (tmp_path / f"{when}{EXPORTERS[name].suffix}" for when in ("before", "after"))
    EXPORTERS[name].write(snapshot, before)
    render_image(snapshot.scene, (900, 600), theme("dark"), 1)
    EXPORTERS[name].write(snapshot, after)
    assert before.read_bytes() == after.read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_an_empty_view_gives_a_file(name: str, tmp_path: Path) -> None:
    empty = replace(small_snapshot(), scene=empty_scene(), records=(), quotes={})
    EXPORTERS[name].write(empty, tmp_path / f"out{EXPORTERS[name].suffix}")
    assert (tmp_path / f"out{EXPORTERS[name].suffix}").is_file()


@pytest.mark.parametrize("name", FILES)
def test_hostile_texts_in_every_field_give_a_file_of_clean_utf8(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"out{EXPORTERS[name].suffix}"
    EXPORTERS[name].write(hostile_snapshot(list(HOSTILE)), path)
    if name not in ("png", "pdf"):
        text = path.read_bytes().decode("utf-8")
        assert not set(text) & {chr(code) for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)}


@pytest.mark.parametrize("name", FILES)
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"out{EXPORTERS[name].suffix}"
    path.write_bytes(b"the old one")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExplorerError, match="disk is full"):
        EXPORTERS[name].write(small_snapshot(), path)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", FILES)
def test_a_missing_folder_is_said_in_words(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExplorerError, match="folder does not exist"):
        EXPORTERS[name].write(small_snapshot(), tmp_path / "missing" / f"out{EXPORTERS[name].suffix}")


@pytest.mark.parametrize("name", FOLDERS)
def test_two_exports_into_folders_give_the_same_files(name: str, tmp_path: Path) -> None:
    for folder in ("first", "second"):
        EXPORTERS[name].write(small_snapshot(), tmp_path / folder)
    first, second = (
        {path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
        for root in (tmp_path / "first", tmp_path / "second")
    )
    assert first == second and len(first) > 3


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_cannot_be_made_is_said_in_words(name: str, tmp_path: Path) -> None:
    assert EXPORTERS[name].suffix == "/" and EXPORTERS[name].label
    with pytest.raises(ExplorerError, match="folder does not exist"):
        EXPORTERS[name].write(small_snapshot(), tmp_path / "missing" / "out")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(ExplorerError, match="not a folder"):
        EXPORTERS[name].write(small_snapshot(), tmp_path / "file")


def test_the_list_of_formats_is_there_at_once() -> None:
    code = (
        "import sys; from explorer.exporters import EXPORTERS; list(EXPORTERS.values());"
        "sys.exit(any(name in sys.modules for name in ('PySide6', 'networkx', 'pyvis', 'IPython')))"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
