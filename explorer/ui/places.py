"""Where files of the program stand for this person."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path, user_log_path

from explorer import __version__

_NAME = "paper-explorer"


def new_library_path() -> Path:
    """The library that files go into where none is open: one per person, made on first use."""
    return user_data_path(_NAME, ensure_exists=True) / "library.db"


def sample_path() -> Path:
    """Where sample libraries stand, named after this version: a person's notes and tags are in them."""
    return user_data_path(_NAME, ensure_exists=True) / f"sample-{__version__}.db"


def crash_report_path(stamp: str) -> Path:
    """Where the report of a crash is written."""
    return user_log_path(_NAME, ensure_exists=True) / f"crash-{stamp}.txt"
