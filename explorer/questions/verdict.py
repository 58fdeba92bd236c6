"""Verdicts on what documents claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    HOLDS = "holds"
    FAILS = "does not hold"
    UNKNOWN = "cannot be checked"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with the figures or words behind it."""

    verdict: Verdict
    why: str


def known_words(papers: int) -> str:
    """ "1 of its papers is known": of an edition whose list is missing."""
    return f"{papers:,} of its papers {'is' if papers == 1 else 'are'} known"
