"""Limits of folders, pipes and texts, each said by name."""

from __future__ import annotations

import io
import os

import pytest

from explorer.errors import ImportFailed
from explorer.ops.importing import Wish, gather
from explorer.ops.task import CancelToken
from explorer.pipeline import unpack as unpacking
from explorer.pipeline.fetch.folders import files_in, read_pipe


def test_a_folder_with_a_link_to_itself_is_read_once(tmp_path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "b.md").write_text("b", encoding="utf-8")
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    (tmp_path / "inner" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    assert files_in(tmp_path) == [str(tmp_path / "a.md"), str(tmp_path / "inner" / "b.md")]


def test_hidden_files_pipes_and_what_systems_leave_behind_are_left_out(tmp_path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x", encoding="utf-8")
    (tmp_path / "Thumbs.db").write_text("x", encoding="utf-8")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    assert files_in(tmp_path) == []


def test_a_folder_with_too_many_files_is_a_failure_that_names_the_limit(tmp_path) -> None:
    for i in range(5):
        (tmp_path / f"{i}.md").write_text("x", encoding="utf-8")
    with pytest.raises(ImportFailed, match="more than 4 files"):
        files_in(tmp_path, most=4)


def test_a_pipe_is_read_up_to_the_limit() -> None:
    assert read_pipe(io.BytesIO(b"abc"), most_bytes=3) == b"abc"
    with pytest.raises(ImportFailed, match="more than 1 MB"):
        read_pipe(io.BytesIO(b"a" * (2**20 + 1)), most_bytes=2**20)


def test_names_that_no_file_can_have_are_failures(tmp_path) -> None:
    inputs, failed = gather(Wish(("a\0b", "x" * 5_000)), None, CancelToken())
    assert not inputs and len(failed) == 2


def test_a_text_above_the_limit_is_refused_before_it_is_decoded(monkeypatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_TEXT_BYTES", 2**20)
    with pytest.raises(ImportFailed, match="larger than 1 MB"):
        unpacking.unpack("long.txt", b"a" * (2**20 + 1))
