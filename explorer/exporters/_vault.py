"""A folder of notes that a person works in: what was written by them stays.

A note of ours is front matter, a block between two comments, and room for the
person around it. The first comment holds hashes of front matter and block as
they were written, so that the folder needs no list beside it: a note is found
by its comment even where it was renamed or moved.

- Front matter and block as they were written: both are written anew, the rest stays.
- Other front matter: it stays, the block is written anew.
- Another block: the note stays as it is; new text, if there is any, goes beside it as “… (new)”.
- A file without the comment is not ours and never written to.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.exporters.safe import file_name, write_whole

_LARGEST = 4_000_000  #: bytes of a note that is looked into
_NAME_BYTES = 120
_END = "<!-- /paper-explorer: what you write below stays -->"
_NOTE = re.compile(
    r"\A(?P<front>---\r?\n(?:.*?\r?\n)??---\r?\n)?(?P<before>.*?)"
    r"<!-- paper-explorer (?P<role>note|new) (?P<key>[0-9a-f]{16}) (?P<node>[0-9a-f]{16}) "
    r"(?P<front_hash>[0-9a-f]{16}) (?P<block_hash>[0-9a-f]{16}) -->\r?\n"
    r"(?P<block>.*?)" + re.escape(_END) + r"(?P<after>.*)\Z",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Attributes:
    key: Of what a note is about, in any library; ``node``: of the same in this library.
    folder, name: Where it stands when it is new.
    """

    key: str
    node: str
    folder: str
    name: str


@dataclass(frozen=True, slots=True)
class Note:
    """Attributes:
    key, node: As they were wanted.
    front, block: Texts, each ends with a line feed.
    """

    key: str
    node: str
    front: str
    block: str

    def text(self, role: str = "note", after: str = "\n") -> str:
        """The whole file."""
        return f"{self.front}{self.marked(role)}{after}"

    def marked(self, role: str = "note") -> str:
        """The block between its comments."""
        hashes = f"{short_hash(self.front)} {short_hash(self.block)}"
        return f"<!-- paper-explorer {role} {self.key} {self.node} {hashes} -->\n{self.block}{_END}"


def short_hash(text: str) -> str:
    """Sixteen hexadecimal digits; line ends count as line feeds."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode("utf-8")).hexdigest()[:16]


class Vault:
    """The folder as it stands now."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: set[str] = set()
        self._by_key: dict[str, Path] = {}
        self._by_node: dict[str, Path] = {}
        for path in _notes_below(folder):
            self._taken.add(_folded(path.stem))
            found = _parts(path)
            if found and found["role"] == "note":
                self._by_key.setdefault(found["key"], path)
                self._by_node.setdefault(found["node"], path)

    def places(self, wanted: Sequence[Wanted]) -> list[Path]:
        """Where each note stands, or the free name where it shall. No two have the same."""
        found: dict[int, Path] = {}
        claimed: set[Path] = set()
        by_key, by_node = (
            (self._by_key.get(n.key) for n in wanted),
            (self._by_node.get(n.node) for n in wanted),
        )
        for paths in (by_key, by_node):  # all keys first: a node may have become another in a new library
            for row, path in enumerate(paths):
                if row not in found and path is not None and path not in claimed:
                    found[row] = path
                    claimed.add(path)
        return [found[row] if row in found else self._new(note) for row, note in enumerate(wanted)]

    def _new(self, note: Wanted) -> Path:
        return self._folder / note.folder / f"{self._free(note_name(note.name))}.md"

    def _free(self, stem: str) -> str:
        number, free = 1, stem
        while _folded(free) in self._taken:
            number += 1
            free = f"{stem} ({number})"
        self._taken.add(_folded(free))
        return free

    def put(self, path: Path, note: Note) -> str:
        """Write a note as the rules above say; "made", "updated", "same", "kept", or "beside"."""
        if not path.exists():
            write_whole(path, note.text())
            return "made"
        found = _parts(path)
        if found is None:  # it came there after the folder was read
            return self._beside(path, note)
        if short_hash(found["block"]) != found["block_hash"]:
            is_news = short_hash(note.block) != found["block_hash"]
            return self._beside(path, note) if is_news else "kept"
        is_own = short_hash(found["front"] or "") == found["front_hash"]
        ours = note.front if is_own else "", note.marked()
        front, block = (text.replace("\n", "\r\n") if "\r\n" in found["block"] else text for text in ours)
        text = f"{front if is_own else found['front'] or ''}{found['before']}{block}{found['after']}"
        if text == found.string:
            return "same"
        write_whole(path, text)
        return "updated"

    def _beside(self, path: Path, note: Note) -> str:
        number = 1
        while True:
            new = path.with_name(f"{path.stem} (new{'' if number == 1 else f' {number}'}).md")
            if not new.exists() or _is_as_written(new):
                break
            number += 1
        if new.exists() and new.read_text(encoding="utf-8") == note.text("new"):
            return "kept"
        write_whole(new, note.text("new"))
        return "beside"


def note_name(text: str) -> str:
    """``safe.file_name`` without the characters that end a wikilink; composed, so that all systems agree."""
    kept = re.sub(r"[\[\]#^]+", " ", unicodedata.normalize("NFC", text))
    return file_name(unicodedata.normalize("NFC", file_name(kept, _NAME_BYTES)), _NAME_BYTES)


def _folded(stem: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", stem).casefold())


def _notes_below(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(files) if name.lower().endswith(".md"))


def _parts(path: Path) -> re.Match[str] | None:
    """The parts of a note of ours; None for any other file."""
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST:
            return None
        return _NOTE.match(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def _is_as_written(path: Path) -> bool:
    found = _parts(path)
    return (
        found is not None
        and found["role"] == "new"
        and short_hash(found["block"]) == found["block_hash"]
        and short_hash(found["front"] or "") == found["front_hash"]
        and not f"{found['before']}{found['after']}".strip()
    )
