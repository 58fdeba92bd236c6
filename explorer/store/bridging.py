"""Reads for bridges: how many passages of some sources name which concept, and these passages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from explorer.store.engine import Reader
from explorer.store.statements import QuoteLine

DOCUMENTS_OF = """
    select id from document where id = ?1
    union select id from document where issue = ?1
"""
OF_DOCUMENTS = """
    select m.concept, count(distinct m.block) from document d join block b on b.document = d.id
    join mention m on m.block = b.id
    where d.id in (select value from json_each(?)) group by m.concept
"""
OF_EDITION = """
    select m.concept, count(distinct m.block) from presence p join appearance a on a.paper = p.paper
    join block b on b.appearance = a.id join mention m on m.block = b.id
    where p.edition = ? group by m.concept
"""
SIZE_OF_DOCUMENTS = """
    select count(*) from document d join block b on b.document = d.id
    where d.id in (select value from json_each(?))
"""
SIZE_OF_EDITION = """
    select count(distinct b.id) from presence p join appearance a on a.paper = p.paper
    join block b on b.appearance = a.id where p.edition = ?
"""
EVERYWHERE = """
    select m.concept, count(distinct m.block) from mention m
    where m.concept in (select value from json_each(?)) group by m.concept
"""
SIZE_OF_LIBRARY = "select count(*) from block indexed by block_document where document > 0"

_PASSAGE = """
    select m.concept, d.id, d.title, src.uri, m.start, m."end", m.exact, b.text, b.language, b.machine,
           a.paper, n.name
    from {start} join document d on d.id = b.document join source src on src.id = d.source
    left join node n on n.id = a.paper
    where {which} and m.concept in (select value from json_each(?2))
    group by m.concept, b.id
    order by m.concept, b.kind = 'paper_title', b.machine, d.id, b.ordinal
"""
PASSAGES_OF_DOCUMENTS = _PASSAGE.format(
    start="mention m join block b on b.id = m.block left join appearance a on a.id = b.appearance",
    which="b.document in (select value from json_each(?1))",
)
PASSAGES_OF_EDITION = _PASSAGE.format(
    start="presence p join appearance a on a.paper = p.paper join block b on b.appearance = a.id "
    "join mention m on m.block = b.id",
    which="p.edition = ?1",
)


def documents_of(reader: Reader, source: int) -> list[int]:
    """The documents that a source is: itself, or the renditions of an issue; none for a venue edition."""
    return [int(row[0]) for row in reader.rows(DOCUMENTS_OF, [source])]


def passages_by_concept(reader: Reader, documents: Sequence[int], edition: int) -> dict[int, int]:
    """Concept → number of passages that name it, in documents or, without any, on an edition's papers."""
    rows = (
        reader.rows(OF_DOCUMENTS, [json.dumps(list(documents))])
        if documents
        else reader.rows(OF_EDITION, [edition])
    )
    return dict(rows)


def size_of(reader: Reader, documents: Sequence[int], edition: int) -> int:
    """Number of passages of documents or, without any, of an edition's papers."""
    if documents:
        return int(str(reader.value(SIZE_OF_DOCUMENTS, [json.dumps(list(documents))])))
    return int(str(reader.value(SIZE_OF_EDITION, [edition])))


def passages_everywhere(reader: Reader, concepts: Iterable[int]) -> dict[int, int]:
    """Concept → number of passages of the library that name it."""
    return dict(reader.rows(EVERYWHERE, [json.dumps(sorted(set(concepts)))]))


def size_of_library(reader: Reader) -> int:
    """Number of passages of the library."""
    return int(str(reader.value(SIZE_OF_LIBRARY)))


def passages_naming(
    reader: Reader, documents: Sequence[int], edition: int, concepts: Sequence[int]
) -> list[QuoteLine]:
    """Passages of a source that name some concepts (``owner``), told ones before titles."""
    wanted = json.dumps(sorted(concepts))
    rows = (
        reader.rows(PASSAGES_OF_DOCUMENTS, [json.dumps(list(documents)), wanted])
        if documents
        else reader.rows(PASSAGES_OF_EDITION, [edition, wanted])
    )
    return [QuoteLine(*row) for row in rows]


def kinds_of(reader: Reader, concepts: Iterable[int]) -> dict[int, str]:
    """Concept → method, model, dataset …"""
    return dict(
        reader.rows(
            "select id, kind from concept where id in (select value from json_each(?))",
            [json.dumps(sorted(set(concepts)))],
        )
    )
