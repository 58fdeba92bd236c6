"""Searching a long text in steps: a search holds the interpreter until it has found something."""

from __future__ import annotations

import re
from collections.abc import Iterator

STEP = 100_000  #: characters: some ten milliseconds of a slow pattern
REACH = 1_000  #: characters; longer than anything that is looked for


def find_in_steps(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives, for finds of up to REACH characters; other threads get turns.

    >>> [hit.start() for hit in find_in_steps(re.compile("a+"), "xaax" * 60_000)][-1]
    239997
    """
    at = 0
    for start in range(0, len(text), STEP):
        end = min(start + STEP, len(text))
        at = max(at, start)
        while at < end and (hit := pattern.search(text, at, end + REACH)) and hit.start() < end:
            yield hit
            at = hit.end() if hit.end() > hit.start() else hit.end() + 1
