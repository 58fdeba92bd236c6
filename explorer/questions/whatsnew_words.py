"""What changed as the JSON that scripts rely on, and as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from explorer.model import NodeKind
from explorer.questions.dump import Json
from explorer.questions.whatsnew import Mover, News
from explorer.store.news import ClaimRow, NewLinkRow


def whatsnew_json(news: News) -> dict[str, Json]:
    """The answer in the exchange format."""
    since = news.since
    return {
        "since": {"kind": since.kind.value, "at": since.at, "name": since.name, "step": since.step or None},
        "documents": [
            {"id": row.id, "title": row.title, "kind": row.kind, "again": bool(row.again)}
            for row in news.documents
        ],
        "papers": [{"id": row.id, "title": row.name, "date": row.day} for row in news.papers],
        "methods": [{"id": row.id, "name": row.name, "kind": row.detail} for row in news.methods],
        "links": [_link(row) for row in news.links],
        "contradictions": [
            {
                "id": row.id,
                "kind": row.kind,
                "detail": row.detail,
                "state": row.state,
                "document": row.document,
            }
            for row in news.contradictions
        ],
        "claims": [_claim(row) for row in news.claims],
        "movers": [_mover(row) for row in news.movers],
        "steps": [{"id": row.id, "label": row.label, "kind": row.kind, "at": row.at} for row in news.steps],
        "in_view": list(news.in_view),
    }


def whatsnew_lines(news: News, most: int) -> Iterator[str]:
    """The answer as lines, so many of each kind."""
    at = f" ({news.since.at})" if news.since.at != news.since.name else ""
    yield f"Since {news.since.name}{at}"
    if news.is_empty:
        yield "Nothing changed."
    titles = {row.id: row.title for row in news.documents}
    parts: tuple[tuple[str, Iterable[str], int], ...] = (
        ("Steps", (f"{row.id} {row.label}" for row in news.steps), len(news.steps)),
        (
            "Documents",
            (f"{row.title}{' (read again)' if row.again else ''}" for row in news.documents),
            len(news.documents),
        ),
        ("New papers", (row.name for row in news.papers), len(news.papers)),
        ("New methods", (f"{row.name} ({row.detail})" for row in news.methods), len(news.methods)),
        ("New links", map(_link_words, news.links), len(news.links)),
        (
            "Contradictions",
            (f"{row.detail} ({row.state})" for row in news.contradictions),
            len(news.contradictions),
        ),
        ("Claims", (f"{claim_words(row)} — {titles[row.document]}" for row in news.claims), len(news.claims)),
        ("Movers", map(_mover_words, news.movers), len(news.movers)),
    )
    for head, lines, total in parts:
        yield from _part(head, lines, total, most)
    if news.in_view:
        yield f"The view would show {len(news.in_view):,} more."


def claim_words(row: ClaimRow) -> str:
    """ "reinforcement learning declining, NeurIPS 2022 → NeurIPS 2023"."""
    span = " → ".join(part for part in (row.from_edition, row.to_edition) if part)
    side = row.side.removesuffix(".0") if row.kind == "number" else row.side
    joined = f"{row.text}: {side}" if row.kind == "number" else f"{row.text} {side}".strip()
    return ", ".join(part for part in (joined, span) if part)


def _part(head: str, lines: Iterable[str], total: int, most: int) -> Iterator[str]:
    if not total:
        return
    yield f"{head} ({total:,})"
    yield from (f"  {' '.join(line.split())}" for line in islice(lines, most))
    if total > most:
        yield f"  … and {total - most:,} more"


def _link_words(row: NewLinkRow) -> str:
    proposed = " (proposed)" if row.status == "proposed" else ""
    return f"{row.subject_name} {row.predicate.replace('_', ' ')} {row.object_name}{proposed}"


def _mover_words(row: Mover) -> str:
    return f"{row.name}: {row.before:,} → {row.after:,}, rank {row.rank_before:,} → {row.rank_after:,}"


def _link(row: NewLinkRow) -> Json:
    evidence: Json = None
    if row.document is not None:
        evidence = {"document": row.document, "start": row.start, "end": row.end, "exact": row.exact}
    return {
        "id": row.id,
        "subject": row.subject,
        "subject_name": row.subject_name,
        "predicate": row.predicate,
        "object": row.object,
        "object_name": row.object_name,
        "status": row.status,
        "evidence": evidence,
    }


def _claim(row: ClaimRow) -> Json:
    return {
        "document": row.document,
        "kind": row.kind,
        "text": row.text,
        "value" if row.kind == "number" else "direction": row.side or None,
        "from": row.from_edition or None,
        "to": row.to_edition or None,
        "start": row.start,
    }


def _mover(row: Mover) -> Json:
    return {
        "id": row.node,
        "name": row.name,
        "kind": "tag" if row.kind is NodeKind.TAG else "method",
        "before": row.before,
        "after": row.after,
        "rank_before": row.rank_before,
        "rank_after": row.rank_after,
    }
