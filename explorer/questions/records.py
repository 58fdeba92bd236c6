"""Records: papers as bibliographies and tables hold them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from explorer.graph.snapshot import Record
from explorer.store import Reader
from explorer.store import records as reads
from explorer.store.engine import Row


def records(reader: Reader, papers: Iterable[int]) -> tuple[Record, ...]:
    """Records of the papers among some nodes, ascending id."""
    wanted = sorted(papers)
    venues, methods = _names(reads.venues(reader, wanted)), _names(reads.methods(reader, wanted))
    tags = _names(reads.tags(reader, wanted))
    return tuple(
        Record(
            id=node,
            title=title,
            authors=tuple(json.loads(authors)),
            published=published or day,
            venue=venues[node][0] if venues[node] else "",
            arxiv_id=arxiv_id,
            doi=doi,
            openreview=openreview,
            url=_url(arxiv_id, doi, openreview),
            abstract=abstract,
            methods=tuple(methods[node]),
            tags=tuple(tags[node]),
        )
        for node, title, authors, published, arxiv_id, doi, openreview, abstract, day in reads.records(
            reader, wanted
        )
    )


def _names(rows: Sequence[Row]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for node, name in rows:
        found[node].append(name)
    return found


def _url(arxiv_id: str, doi: str, openreview: str) -> str:
    if arxiv_id:
        return f"https://arxiv.org/abs/{arxiv_id}"
    if doi:
        return f"https://doi.org/{doi}"
    return f"https://openreview.net/forum?id={openreview}" if openreview else ""
