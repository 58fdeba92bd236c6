"""What a view knows of time: days of its nodes, series of its sources, appearances of its methods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from explorer.graph.lanes import TEXTS
from explorer.graph.view import Appearances
from explorer.model import NodeKind
from explorer.store import Reader
from explorer.store.appearances import StandRow, from_arxiv, series_of, stands
from explorer.store.dating import as_known
from explorer.store.graph import NodeRow

ARXIV = "arXiv"  #: series of papers by themselves
_PAPERS = frozenset({NodeKind.EDITION, NodeKind.ISSUE, NodeKind.DOCUMENT})


def days(iso: str) -> float:
    """Days since 1970-01-01 of an ISO date or month; NaN where there is none."""
    try:
        whole = iso if len(iso) == 10 else f"{iso}-01" if len(iso) == 7 else ""
        return float((date.fromisoformat(whole) - date(1970, 1, 1)).days)
    except ValueError:
        return float("nan")


def series_name(series_kind: str, series: str) -> str:
    """What a person calls the series that a place belongs to: "ICML", "Talks", a digest's name."""
    return TEXTS.get(series_kind) or series or series_kind.replace("_", " ")


def mark_kind(kind: int, series_kind: str) -> int:
    """NodeKind whose shape an appearance takes: reports, talks and notes are documents, not digests."""
    return int(NodeKind.DOCUMENT) if series_kind in TEXTS and kind != NodeKind.EDITION else kind


def appearances_of(reader: Reader, rows: Sequence[NodeRow]) -> Appearances:
    """Dated appearances of the concepts among some nodes, by row and day."""
    row_of = {row.id: number for number, row in enumerate(rows) if row.kind == NodeKind.CONCEPT}
    found = [(days(stand.day), stand) for stand in (stands(reader, row_of) if row_of else ())]
    dated = [(row_of[stand.concept], day, stand) for day, stand in found if np.isfinite(day)]
    dated.sort(key=lambda entry: (entry[0], entry[1], entry[2].node))
    return Appearances(
        np.array([row for row, _, _ in dated], np.int32),
        np.array([stand.node for _, _, stand in dated], np.int64),
        np.array([mark_kind(stand.kind, stand.series_kind) for _, _, stand in dated], np.uint8),
        np.array([day for _, day, _ in dated], np.float64),
        np.array([stand.papers for _, _, stand in dated], np.int32),
        tuple(stand.name for _, _, stand in dated),
        tuple(_series(stand) for _, _, stand in dated),
        np.array([days(stand.last) for _, _, stand in dated], np.float64),
        tuple(_told(stand.day, stand.by) for _, _, stand in dated),
    )


def _told(day: str, by: str) -> str:
    """A day as far as it is known; "" of a whole one."""
    known = f"{as_known(day, by)} {by}".strip()
    return "" if known == day and len(day) == len("2024-07-21") else known


def _series(stand: StandRow) -> str:
    return ARXIV if stand.kind == NodeKind.PAPER else series_name(stand.series_kind, stand.series)


def time_columns(
    reader: Reader, rows: Sequence[NodeRow], appearances: Appearances
) -> dict[str, NDArray[np.generic]]:
    """Columns date and until (N,) float64, series and told (N,) str of some nodes."""
    first = np.array([days(row.date) for row in rows], np.float64)
    last = first.copy()
    own = from_arxiv(reader, (row.id for row in rows if row.kind == NodeKind.PAPER))
    series = [ARXIV if row.id in own else "" for row in rows]  # else its edition stands for it
    told = [_told(row.date, "") for row in rows]
    number_of = {row.id: number for number, row in enumerate(rows) if row.kind in _PAPERS}
    for line in series_of(reader, number_of) if number_of else ():
        number = number_of[line.node]
        series[number] = series_name(line.series_kind, line.series)
        if np.isfinite(day := days(line.first)):
            first[number], told[number] = day, _told(line.first, line.by)
        last[number] = np.fmax(days(line.last), first[number])
    if len(appearances.rows):
        seen = np.full(len(rows), np.inf)
        np.minimum.at(seen, appearances.rows, appearances.days)
        known = np.isfinite(seen)
        first[known], last[known] = seen[known], seen[known]
    texts = {"series": np.array(series, np.str_), "told": np.array(told, np.str_)}
    return {"date": first, "until": last, **texts}
