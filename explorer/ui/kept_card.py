"""The card of an edge that a snapshot shows, with the sentences that were kept."""

from __future__ import annotations

import numpy as np

from explorer.graph.view import GraphView
from explorer.ui.hover_card import QUOTES_MAX, CardQuote, HoverCard
from explorer.ui.view_state import Frozen


def kept_card(frozen: Frozen | None, view: GraphView, edge: int, verb: str) -> HoverCard | None:
    """What a snapshot kept of an edge of the view that is drawn; None where it kept no sentence of it."""
    if frozen is None or edge not in frozen.quotes:
        return None
    graph = frozen.graph
    if not np.array_equal(view.ids, graph.ids) or not np.array_equal(view.ends, graph.ends):
        return None  # lanes draw edges of their own
    subject, target = (view.names[int(row)] for row in view.ends[edge])
    quotes = tuple(CardQuote(quote.exact, quote.source) for quote in frozen.quotes[edge][:QUOTES_MAX])
    return HoverCard(subject, verb, target, quotes)
