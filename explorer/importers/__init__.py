"""One file per source format. A file reads bytes and returns documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from explorer.model import Document, EditionRef
from explorer.registry import Registry

_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,8}$")


@dataclass(frozen=True, slots=True)
class Source:
    """What is handed to an importer: decoded once, so that all offsets agree.

    Attributes:
        name: File name or address, as the report prints it.
        text: The decoded text as it came (UTF-8, line ends untouched, a byte-order mark kept).
        edition: What the person said the list is ("--edition"), or None.
        columns: (field, column) pairs that the person chose ("--columns"); column "" to read none as it.
    """

    name: str
    text: str
    edition: EditionRef | None = None
    columns: tuple[tuple[str, str], ...] = ()

    @property
    def stem(self) -> str:
        """The name without folders and suffix; words of a text that was pasted stay whole."""
        name = self.name if " " in self.name and "://" not in self.name else PurePath(self.name).name
        return _SUFFIX.sub("", name) or name


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list.

    Attributes:
        name: As the list calls it, or "column 3".
        field: What it was read as, a key of ``_column_names.fields()``, or "".
        why: In words, "its name" or "8 of 9 are years or dates".
        sure: 0 to 1.
        sample: Its first value, shortened.
        samples: Its first values, shortened.
    """

    name: str
    field: str
    why: str
    sure: float
    sample: str = ""
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Importer:
    """Attributes:
    label: Name of the format for people.
    suffixes: File suffixes that are usual for it, with the dot.
    recognise: (source) -> how sure, 0 to 1; looks at the head of the text only.
    read: (source) -> documents; a bad record is an Issue, ImportFailed only where nothing can be read.
    fallback: It reads what no other format claims.
    columns: (source) -> its columns as they would be read; None for a format that has none.
    """

    label: str
    suffixes: tuple[str, ...]
    recognise: Callable[[Source], float]
    read: Callable[[Source], tuple[Document, ...]]
    fallback: bool = False
    columns: Callable[[Source], tuple[Column, ...]] | None = None


IMPORTERS: Registry[Importer] = Registry(__name__, "IMPORTER")
