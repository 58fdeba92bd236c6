"""Neighbours as they were last compared, and the frame they were measured in. Derived."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from explorer.store.engine import Reader, Store


def read_near(
    reader: Reader, width: int
) -> tuple[NDArray[np.int64], list[str], NDArray[np.int64], NDArray[np.float32]]:
    """(N,) nodes, ascending, the hashes of their texts, (N, width) neighbours and their scores."""
    rows = reader.rows(
        "select node, content, others, scores from near where length(others) = 8 * ? order by node", [width]
    )
    others = np.frombuffer(b"".join(row[2] for row in rows), "<i8").reshape(-1, width)
    scores = np.frombuffer(b"".join(row[3] for row in rows), "<f4").reshape(-1, width)
    return np.array([row[0] for row in rows], np.int64), [row[1] for row in rows], others, scores


def save_near(
    store: Store, rows: Iterable[tuple[int, str]], others: NDArray[np.int64], scores: NDArray[np.float32]
) -> None:
    """(N, k) neighbours and scores of N rows (node, hash), instead of theirs, but for nodes that are gone."""
    packed = zip(rows, others.astype("<i8"), scores.astype("<f4"), strict=True)
    store.insert_many(
        """insert or replace into near (node, content, others, scores)
           select n.id, ?, ?, ? from node n where n.id = ?""",
        [(content, a.tobytes(), b.tobytes(), node) for (node, content), a, b in packed],
    )


def frame(reader: Reader, state: str) -> bytes | None:
    """The frame that the neighbours were measured in, where they go with a state."""
    found: bytes | None = reader.value("select content from frame where state = ?", [state])
    return found


def replace_frame(store: Store, state: str, content: bytes) -> None:
    """Another frame, and no neighbours any more."""
    for table in ("near", "frame"):
        store.execute(f"delete from {table}")
    store.execute("insert into frame (state, content) values (?, ?)", [state, content])


def update_frame(store: Store, state: str, content: bytes) -> None:
    """The same frame with other counts."""
    store.execute("update frame set content = ? where state = ?", [content, state])
