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
