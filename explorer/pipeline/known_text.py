"""Whether the library holds a text already in other bytes: line ends, byte-order mark, white space."""

from __future__ import annotations

import hashlib
import zlib

from explorer.store import Reader
from explorer.store.documents import source_content
from explorer.store.planning import sources_by_size

_SHARE = 0.25  #: the compressed sizes of two spellings of one text differ by less
_SLACK_BYTES = 400


class KnownTexts:
    """Texts of the library and of the plan so far; each is read once at most, where its size fits."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._sizes: list[tuple[int, str, int]] | None = None
        self._digests: dict[int, str] = {}
        self._planned: dict[str, str] = {}

    def name_of(self, content: bytes, text: str) -> str:
        """Name of a source with the same text, or ""."""
        digest = text_digest(text)
        if digest in self._planned:
            return self._planned[digest]
        if self._sizes is None:
            self._sizes = sources_by_size(self._reader)
        wanted = len(zlib.compress(content, 6)) if self._sizes else 0
        for source, name, size in self._sizes:
            if abs(size - wanted) <= _SHARE * wanted + _SLACK_BYTES and self._digest(source) == digest:
                return name
        return ""

    def add(self, name: str, text: str) -> None:
        """Remember a source of the plan."""
        self._planned.setdefault(text_digest(text), name)

    def _digest(self, source: int) -> str:
        if source not in self._digests:
            *_, content = source_content(self._reader, source)
            self._digests[source] = text_digest(content.decode("utf-8", errors="replace"))
        return self._digests[source]


def text_digest(text: str) -> str:
    """SHA-256 of a text without byte-order mark, white space at line ends, and empty lines around it."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return hashlib.sha256("\n".join(line.rstrip() for line in lines).strip("\n").encode()).hexdigest()
