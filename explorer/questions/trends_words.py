"""Trends and claims as the JSON that scripts rely on, and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from explorer.questions.claims import Claim
from explorer.questions.dump import Json
from explorer.questions.trajectories import Trajectory
from explorer.questions.trends import Trend, TrendsAnswer

COLUMNS = (
    *("what", "term", "direction", "count_from", "count_to", "share_from", "share_to"),
    *("effect", "z", "q", "significant", "papers"),
)


def trends_json(
    answer: TrendsAnswer, claims: Sequence[Claim], paths: Sequence[Trajectory] = ()
) -> dict[str, Json]:
    """The answer in the exchange format; papers are ids, those of the earlier slice first."""
    said: dict[str, Json] = {
        "from": answer.before.name,
        "to": answer.after.name,
        "n_from": len(answer.before.papers),
        "n_to": len(answer.after.papers),
        "tested": answer.tested,
        "notes": list(answer.notes),
        "terms": [{"term": row.term, **_figures(row)} for row in answer.terms],
        "methods": [
            {"concept": row.concept, "term": row.term, "kind": row.kind, **_figures(row)}
            for row in answer.methods
        ],
        "claims": [claim_json(claim) for claim in claims],
    }
    if paths:
        said["trajectories"] = [_path(path) for path in paths]
    return said


def claim_json(claim: Claim) -> dict[str, Json]:
    """A claim with its verdict and the place that makes it."""
    return {
        "document": claim.document,
        "title": claim.title,
        "kind": claim.kind.value,
        "text": claim.text,
        "direction": claim.direction.value if claim.direction else None,
        "from": claim.from_edition or None,
        "to": claim.to_edition or None,
        "verdict": claim.verdict.value,
        "why": claim.why,
        "evidence": {
            "document": claim.document,
            "start": claim.evidence.start,
            "end": claim.evidence.end,
            "exact": claim.evidence.exact,
        },
    }


def trends_rows(answer: TrendsAnswer) -> Iterator[tuple[str | float, ...]]:
    """Rows of a table under ``COLUMNS``: terms, then methods."""
    for what, rows in (("term", answer.terms), ("method", answer.methods)):
        yield from _rows(what, rows)


def _rows(what: str, rows: Iterable[Trend]) -> Iterator[tuple[str | float, ...]]:
    for row in rows:
        figures = _figures(row)
        told = [_cell(figures[name]) for name in COLUMNS[2:-1]]
        yield (what, row.term, *told, " ".join(map(str, (*row.papers_from, *row.papers_to))))


def _cell(value: Json) -> str | float:
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, int | float) else str(value)


def _figures(row: Trend) -> dict[str, Json]:
    return {
        "direction": row.direction.value,
        "count_from": row.count_from,
        "count_to": row.count_to,
        "share_from": round(row.share_from, 6),
        "share_to": round(row.share_to, 6),
        "effect": round(row.effect, 4),
        "z": round(row.z, 3),
        "q": float(f"{row.q:.3g}"),
        "significant": row.significant,
        "papers": [*row.papers_from, *row.papers_to],
    }


def _path(path: Trajectory) -> dict[str, Json]:
    return {
        "term": path.term,
        "concept": path.concept,
        "counts": list(path.counts),
        "shares": [round(share, 6) for share in path.shares],
        "z": round(path.z, 3),
        "q": float(f"{path.q:.3g}"),
        "significant": path.significant,
    }
