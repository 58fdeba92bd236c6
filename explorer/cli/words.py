"""Answers as plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.questions.search import SearchAnswer


def search_lines(answer: SearchAnswer) -> Iterator[str]:
    """One hit a line, its passage below; what is near in meaning under a heading."""
    last = "text"
    for hit in answer.hits:
        if hit.why != last:
            yield "Near in meaning:"
        last = hit.why
        yield f"{hit.id:>7}  {hit.kind:<8}  {hit.title}"
        if hit.snippet:
            yield f"         {hit.snippet}"
    if not answer.hits:
        yield f"Nothing holds “{answer.query}”."
