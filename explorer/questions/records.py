"""Records: papers as bibliographies and tables hold them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from explorer.graph.snapshot import Record
from explorer.store import Reader, reading
from explorer.store import records as reads
from explorer.store.engine import Row


def records(reader: Reader, papers: Iterable[int]) -> tuple[Record, ...]:
    """Records of the papers among some nodes, ascending id."""
    wanted = sorted(papers)
    venues, methods = _names(reads.venues(reader, wanted)), _names(reads.methods(reader, wanted))
    tags = _names(reads.tags(reader, wanted))
    states, notes = reading.states_of(reader, wanted), reading.notes_on(reader, wanted)
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
            read_state=states.get(node, ""),
            note=notes.get(node, ""),
        )
        for node, title, authors, published, arxiv_id, doi, openreview, abstract, day in reads.records(
            reader, wanted
        )
    )


def all_papers(reader: Reader) -> tuple[Record, ...]:
    """Every paper with what a citation key is made of, and nothing else."""
    venues = {int(paper): str(name) for paper, name in reads.all_venues(reader)}
    return tuple(
        Record(
            id=node,
            title=title,
            authors=tuple(json.loads(authors)[:1]),
            published=day,
            venue=venues.get(node, ""),
            arxiv_id=arxiv_id,
        )
        for node, title, authors, day, arxiv_id in reads.naming(reader)
    )


def notes(reader: Reader, nodes: Iterable[int]) -> dict[int, str]:
    """Node -> its note, for those that have one."""
    return reading.notes_on(reader, nodes)


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
