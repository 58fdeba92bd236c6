"""Claims: what documents say beside what the library computes, or quotes elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from explorer.model import Direction, NodeId, Span
from explorer.questions.claimed_numbers import FIRST_YEAR, number_verdicts
from explorer.questions.claimed_terms import term_verdicts
from explorer.questions.verdict import Judged, Verdict
from explorer.store import Reader
from explorer.store.claims import Comparison, claiming_documents, comparisons, issues_of, judgements
from explorer.store.stated_of import numbers_in, terms_in

__all__ = ["Claim", "ClaimKind", "Verdict", "claims_between", "claims_of"]


class ClaimKind(StrEnum):
    TERM = "term"
    NUMBER = "number"
    OUTPERFORMS = "outperforms"


@dataclass(frozen=True, slots=True)
class Claim:
    """Attributes:
    text: The term as written, "accepted papers: 3,218 (NeurIPS 2023)", "DPO outperforms RLHF".
    direction: Of a term; None of others.
    why: The figures or sentences behind the verdict; where there is none, what is missing.
    evidence: The place in the document that makes the claim.
    """

    document: NodeId
    title: str
    kind: ClaimKind
    text: str
    direction: Direction | None
    verdict: Verdict
    why: str
    evidence: Span
    from_edition: str = ""
    to_edition: str = ""


def claims_of(reader: Reader, documents: Iterable[NodeId] | None = None) -> tuple[Claim, ...]:
    """The claims of some documents, or of all, each with its verdict."""
    chosen = claiming_documents(reader) if documents is None else sorted(set(documents))
    titles = {document: title for document, (_, title) in issues_of(reader, chosen).items()}
    found = [
        *_terms(reader, chosen, titles),
        *_numbers(reader, chosen, titles),
        *_wins(reader, chosen, titles),
    ]
    return tuple(sorted(found, key=lambda claim: claim.document))


def claims_between(reader: Reader, before: str, after: str) -> tuple[Claim, ...]:
    """Claims on terms between two editions; those that say only the later one are among them."""
    documents = claiming_documents(reader)
    titles = {document: title for document, (_, title) in issues_of(reader, documents).items()}
    return tuple(
        claim
        for claim in _terms(reader, documents, titles, before)
        if claim.to_edition == after and claim.from_edition == before
    )


def _terms(
    reader: Reader, documents: Sequence[NodeId], titles: Mapping[int, str], before: str = ""
) -> Iterator[Claim]:
    rows = terms_in(reader, documents)
    for row, (editions, judged) in zip(rows, term_verdicts(reader, rows, before), strict=True):
        place = Span(row.start, row.end, row.exact)
        side = Direction(row.direction)
        yield Claim(
            row.document,
            titles[row.document],
            ClaimKind.TERM,
            row.term,
            side,
            judged.verdict,
            judged.why,
            place,
            *editions,
        )


def _numbers(reader: Reader, documents: Sequence[NodeId], titles: Mapping[int, str]) -> Iterator[Claim]:
    rows = numbers_in(reader, documents)
    for row, judged in zip(rows, number_verdicts(reader, rows), strict=True):
        value = f"{row.value:.0f}" if row.what == FIRST_YEAR else f"{row.value:,.10g}"
        text = f"{row.what}: {value} ({row.edition})"
        place = Span(row.start, row.end, row.exact)
        kind = ClaimKind.NUMBER
        title = titles[row.document]
        yield Claim(row.document, title, kind, text, None, judged.verdict, judged.why, place, "", row.edition)


def _wins(reader: Reader, documents: Sequence[NodeId], titles: Mapping[int, str]) -> Iterator[Claim]:
    rows = comparisons(reader, documents)
    said = judgements(reader, [thing for row in rows for thing in (row.winner, row.loser)])
    issue_of = issues_of(reader, documents)
    for row in rows:
        judged = _win(row, said, issue_of[row.document][0])
        words = "outperforms" if row.polarity > 0 else "does not outperform"
        text = f"{row.winner_name} {words} {row.loser_name}"
        place = Span(row.start, row.end, row.exact)
        kind = ClaimKind.OUTPERFORMS
        yield Claim(row.document, titles[row.document], kind, text, None, judged.verdict, judged.why, place)


def _win(row: Comparison, said: Sequence[tuple[int, int, int, int, int, str]], issue: int) -> Judged:
    """What other documents say of the same two; a translation of the document is no other."""
    pair = (row.winner, row.loser)
    others = [s for s in said if s[4] != issue and {s[1], s[2]} == set(pair)]
    same = [s for s in others if (s[1], s[2]) == pair and s[3] == row.polarity]
    against = [
        s
        for s in others
        if ((s[1], s[2]) == pair and s[3] != row.polarity)
        or ((s[2], s[1]) == pair and s[3] > 0 and row.polarity > 0)
    ]
    if against:
        return Judged(Verdict.FAILS, f"{_documents(against)} says the opposite.")
    if same:
        return Judged(Verdict.HOLDS, f"{_documents(same)} says so, too.")
    return Judged(Verdict.UNKNOWN, "No other document compares the two.")


def _documents(rows: Sequence[tuple[int, int, int, int, int, str]]) -> str:
    names = list(dict.fromkeys(row[5] for row in rows))
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return ", ".join(f"“{name}”" for name in names[:2]) + more
