"""When papers were first on arXiv: the day that a document states, else the month of the id."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from explorer.model import NodeId
from explorer.store import Reader
from explorer.store import lifelines as reads
from explorer.store.graph import nodes
from explorer.store.lifelines import StatedDay

#: an id is given when a paper is announced, which may be days after it was sent
_EARLIER: Final = timedelta(days=7)
_FIRST_YEAR: Final = 91  #: two digits of the year in which arXiv began


@dataclass(frozen=True, slots=True)
class Preprint:
    """Attributes:
    day: ISO day where a document states one that agrees with the id, else the month of the id.
    stated: What says so; ``document`` is the title of its document.
    """

    paper: NodeId
    arxiv_id: str
    day: str
    stated: StatedDay
    document: str


def first_preprints(reader: Reader, papers: Iterable[NodeId]) -> dict[NodeId, Preprint]:
    """Paper → its first date on arXiv, of those that have an id there.

    The day of a listing is never taken for it, nor the day of a conference: a stated day counts where it
    lies in the month of the id, or in the week before.
    """
    ids = reads.arxiv_ids(reader, papers)
    said: dict[int, list[StatedDay]] = {}
    for row in reads.stated_days(reader, ids):
        said.setdefault(row.paper, []).append(row)
    found = {paper: _first(said.get(paper, []), arxiv_id) for paper, arxiv_id in sorted(ids.items())}
    names = {row.id: row.name for row in nodes(reader, {f[1].document for f in found.values() if f})}
    return {
        paper: Preprint(paper, ids[paper], day, row, names[row.document])
        for paper, (day, row) in ((paper, pair) for paper, pair in found.items() if pair)
    }


def month_of(arxiv_id: str) -> str:
    """The month in which an id was given: "2024-04" of 2404.19737, "2003-09" of math/0309136."""
    digits = arxiv_id.rpartition("/")[2][:4]
    if len(digits) < 4 or not digits.isdecimal() or not 1 <= int(digits[2:]) <= 12:
        return ""
    year = int(digits[:2])
    return f"{1900 + year if year >= _FIRST_YEAR else 2000 + year}-{digits[2:]}"


def _first(said: Sequence[StatedDay], arxiv_id: str) -> tuple[str, StatedDay] | None:
    month = month_of(arxiv_id)
    days = [(row.published, row) for row in said if month and _agrees(row.published, month)]
    if days:
        return min(days, key=lambda pair: pair[0])
    named = [row for row in said if row.arxiv_id == arxiv_id]
    return (month, named[0]) if month and named else None


def _agrees(day: str, month: str) -> bool:
    try:
        stated = date.fromisoformat(day) if len(day) == len("2024-04-30") else None
    except ValueError:
        return False
    first = date.fromisoformat(f"{month}-01")
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return stated is not None and first - _EARLIER <= stated <= last
