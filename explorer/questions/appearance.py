"""One appearance of a method: what a place, or a paper, says of it."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.questions.evidence import Quote, in_turn, quote
from explorer.store import Reader
from explorer.store.appearances import said_in
from explorer.store.graph import nodes

_MOST_QUOTES = 8


@dataclass(frozen=True, slots=True)
class AppearanceSaid:
    """Attributes:
    method, place: Names of the method and of where it stands.
    quotes: Sentences that name it there, each document once before any comes twice.
    """

    method: str
    place: str
    quotes: tuple[Quote, ...]


def said_at(reader: Reader, method: int, node: int) -> AppearanceSaid:
    """What an edition, an issue, a document or a paper says of a method, in its own sentences."""
    names = {row.id: row.name for row in nodes(reader, (method, node))}
    quotes = in_turn(quote(line) for line in said_in(reader, method, node, _MOST_QUOTES))
    return AppearanceSaid(names.get(method, ""), names.get(node, ""), tuple(quotes))
