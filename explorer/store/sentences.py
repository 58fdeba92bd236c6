"""Vectors of sentences, by what the sentence says. Derived: they can go at any time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.store.engine import Reader, Store
from explorer.store.vectors import TextRow

SENTENCES = """
    select content, vector from sentence_vector
    where space = ? and content in (select value from json_each(?))
"""
TEXTS_OF = """
    select p.id, n.name, p.abstract, '' from paper p join node n on n.id = p.id
    where p.id in (select value from json_each(?)) order by p.id
"""


def sentence_vectors(reader: Reader, space: int, contents: Iterable[str]) -> dict[str, NDArray[np.float32]]:
    """Hash → (dim,) vector of those sentences that have been embedded in a space."""
    rows = reader.rows(SENTENCES, [space, json.dumps(sorted(set(contents)))])
    return {content: np.frombuffer(blob, "<f2").astype(np.float32) for content, blob in rows}


def save_sentences(store: Store, space: int, contents: Sequence[str], vectors: NDArray[np.float32]) -> None:
    """Vectors (N, dim) of N hashes; nothing where the space is gone by now."""
    store.insert_many(
        """insert into sentence_vector (space, content, vector)
           select s.id, ?, ? from vector_space s where s.id = ?
           on conflict (space, content) do update set vector = excluded.vector""",
        [(content, v.tobytes(), space) for content, v in zip(contents, vectors.astype("<f2"), strict=True)],
    )


def abstracts_of(reader: Reader, papers: Iterable[int]) -> list[TextRow]:
    """Title and abstract of some papers, by id; without their summaries."""
    return [TextRow(*row) for row in reader.rows(TEXTS_OF, [json.dumps(sorted(set(papers)))])]
