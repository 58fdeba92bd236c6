"""Files of a folder and bytes of a pipe, each up to a limit that is named."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, Final

from explorer.errors import ImportFailed

MOST_FILES: Final = 5_000
MOST_PIPE_BYTES: Final = 128 * 1024 * 1024
_IGNORED = frozenset({"thumbs.db", "desktop.ini"})


def files_in(folder: Path, most: int = MOST_FILES) -> list[str]:
    """Paths of all files below a folder, sorted; links to folders are not followed, hidden names left out.

    Raises:
        ImportFailed: There are more than ``most``.
    """
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        shown = (name for name in names if not name.startswith(".") and name.lower() not in _IGNORED)
        found += [str(path) for name in shown if (path := Path(place, name)).is_file()]
        if len(found) > most:
            raise ImportFailed(
                f"{folder.name} holds more than {most} files.", "Import its folders one by one."
            )
    return sorted(found, key=Path)


def read_pipe(stream: BinaryIO, most_bytes: int = MOST_PIPE_BYTES) -> bytes:
    """All that comes through a pipe; ImportFailed, the rest unread, where it is more than ``most_bytes``."""
    data = stream.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise ImportFailed(
            f"Standard input holds more than {most_bytes // 1024 // 1024} MB.", "Import it in parts."
        )
    return data
