"""Reads of a document's text, some blocks at a time: a list of papers has thousands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.store.engine import Reader


@dataclass(frozen=True, slots=True)
class BlockRow:
    ordinal: int
    kind: str
    section: str
    text: str
    start: int
    end: int
    machine: int
    language: str
    paper: int | None


_BLOCK = """
    select b.ordinal, b.kind, b.section, b.text, b.start, b."end", b.machine, b.language, a.paper
    from block b left join appearance a on a.id = b.appearance where b.document = ?
"""
BLOCKS = f"{_BLOCK} and b.ordinal >= ? order by b.ordinal limit ?"
BLOCKS_AMONG = f"{_BLOCK} and b.ordinal in (select value from json_each(?)) order by b.ordinal"


def blocks_from(reader: Reader, document: int, ordinal: int, limit: int) -> list[BlockRow]:
    """A document's blocks in order, from one on."""
    return [BlockRow(*row) for row in reader.rows(BLOCKS, [document, ordinal, limit])]


def blocks_among(reader: Reader, document: int, ordinals: Sequence[int]) -> list[BlockRow]:
    """Some of a document's blocks in order."""
    return [
        BlockRow(*row) for row in reader.rows(BLOCKS_AMONG, [document, json.dumps(sorted(set(ordinals)))])
    ]


def count_blocks(reader: Reader, document: int) -> int:
    """How many blocks a document has."""
    return int(reader.value("select count(*) from block where document = ?", [document]))


def block_at(reader: Reader, document: int, offset: int) -> int:
    """Ordinal of the block that holds a character of the source, or of the one before; 0 before the first."""
    found = reader.value(
        "select ordinal from block where document = ? and start <= ? order by ordinal desc limit 1",
        [document, offset],
    )
    return int(found) if found is not None else 0
