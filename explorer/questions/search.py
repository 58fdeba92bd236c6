"""Search: full text over names and blocks, then meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """Attributes:
    kind: paper, concept, person, edition, document or tag (digest issues are documents here).
    why: "text" or "meaning".
    snippet: Passage around the match, plain text, or "".
    """

    kind: str
    id: int
    title: str
    snippet: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    query: str
    hits: tuple[Hit, ...]
