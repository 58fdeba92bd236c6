"""Two sets of papers compared for a person: trends, and what documents claim of them with their sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from explorer.questions.claims import Claim, claims_between
from explorer.questions.evidence import shortened
from explorer.questions.slices import find_slice
from explorer.questions.trends import TrendsAnswer, Wish, trends
from explorer.store import Reader
from explorer.store.document_text import block_at, blocks_among
from explorer.text.mapped import normalise
from explorer.text.sentences import sentence_around


@dataclass(frozen=True, slots=True)
class SaidClaim:
    """A claim with the sentence that makes it, and the language of that."""

    claim: Claim
    sentence: str
    language: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Attributes:
    words: The two sets as a person named them.
    """

    words: tuple[str, str]
    wish: Wish
    answer: TrendsAnswer
    claims: tuple[SaidClaim, ...]


def compared(
    reader: Reader, words: tuple[str, str], wish: Wish, stopped: Callable[[], bool]
) -> Compared | None:
    """Trends and claims between two sets; None where it was stopped between its steps.

    Raises:
        ExplorerError: Words that name no set of papers.
    """
    slices = []
    for word in words:
        if stopped():
            return None
        slices.append(find_slice(reader, word))
    if stopped():
        return None
    answer = trends(reader, slices[0], slices[1], wish)
    if stopped():
        return None
    claims = claims_between(reader, slices[0].name, slices[1].name)
    return Compared(words, wish, answer, said_claims(reader, claims))


def said_claims(reader: Reader, claims: Sequence[Claim]) -> tuple[SaidClaim, ...]:
    """Claims with the sentence around the place that makes each."""
    return tuple(_said(reader, claim) for claim in claims)


def _said(reader: Reader, claim: Claim) -> SaidClaim:
    place = claim.evidence
    rows = blocks_among(reader, claim.document, [block_at(reader, claim.document, place.start)])
    exact = normalise(place.exact)
    text = rows[0].text if rows else ""
    at = text.find(exact)
    if at < 0:
        return SaidClaim(claim, shortened(exact), rows[0].language if rows else "")
    start, end = sentence_around(text, at, at + len(exact))
    return SaidClaim(claim, shortened(text[start:end]), rows[0].language)
