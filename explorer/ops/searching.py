"""Search without a window: full text, then meaning."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from explorer.errors import ExplorerError
from explorer.ops.session import Session
from explorer.ops.similarity import AskedText, near_texts
from explorer.questions.search import Hit, SearchAnswer, search

_NEAR: Final = 95.0  #: percentile of the pairs of the library from which a paper is near to a query


def search_both(session: Session, query: str, limit: int) -> SearchAnswer:
    """What holds the words of a query; where that is less than asked for, papers near in meaning after it.

    Without vectors, or where the library's engine does not run here, full text alone.
    """
    found = session.read(search, query, limit).result()
    if len(found.hits) >= limit or not query.strip():
        return found
    try:
        (near,) = near_texts(session, [AskedText("", query, "", "query")], limit)
    except ExplorerError:
        return found
    known = {hit.id for hit in found.hits}
    meant = [
        Hit("paper", hit.id, hit.title, "", hit.score, "meaning")
        for hit in near.hits
        if hit.id not in known and hit.percentile >= _NEAR
    ]
    return replace(found, hits=(*found.hits, *meant)[:limit])
