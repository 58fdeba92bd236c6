"""Trends and claims as a person asks for them, by the names of things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.errors import ExplorerError
from explorer.model import NodeKind
from explorer.questions.claims import Claim, claims_between, claims_of
from explorer.questions.lookup import find_node
from explorer.questions.slices import HINT, find_slice
from explorer.questions.trajectories import Trajectory, trajectories
from explorer.questions.trends import Trend, TrendsAnswer, Wish, trends
from explorer.store import Reader

__all__ = ["AskedTrends", "Trend", "ask_claims", "ask_trends"]


@dataclass(frozen=True, slots=True)
class AskedTrends:
    """Attributes:
    answer: Between the first and the last of the slices.
    names: Of all slices.
    claims: Of documents, on terms between these two editions.
    paths: Over all slices; () where there are only two.
    """

    answer: TrendsAnswer
    names: tuple[str, ...]
    claims: tuple[Claim, ...]
    paths: tuple[Trajectory, ...]


def ask_trends(reader: Reader, words: Sequence[str], wish: Wish) -> AskedTrends:
    """Trends between the first and the last of some sets of papers, claims on them, and trajectories.

    Raises:
        ExplorerError: Fewer than two sets; NotFound for the first that is not clear.
    """
    if len(words) < 2:
        raise ExplorerError("Trends need two sets of papers.", HINT)
    slices = [find_slice(reader, word) for word in words]
    answer = trends(reader, slices[0], slices[-1], wish)
    claims = claims_between(reader, slices[0].name, slices[-1].name)
    paths = trajectories(reader, slices, wish) if len(slices) > 2 else ()
    return AskedTrends(answer, tuple(one.name for one in slices), claims, paths)


def ask_claims(reader: Reader, words: Sequence[str]) -> tuple[Claim, ...]:
    """The claims of some documents by their names, or of all."""
    if not words:
        return claims_of(reader)
    return claims_of(reader, [find_node(reader, word, NodeKind.DOCUMENT) for word in words])
