"""How trend tags look in a view: the colour of their own, and whether only a document claims them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.model import NodeKind
from explorer.store import Reader
from explorer.store.graph import NodeRow
from explorer.store.tags import tag_rows

NO_COLOUR = -1


def tag_columns(reader: Reader, rows: Sequence[NodeRow]) -> dict[str, NDArray[np.generic]]:
    """tag_colour (N,) int32 0xrrggbb or -1, tag_claimed (N,) uint8; nothing in a view without tags."""
    if not any(row.kind == NodeKind.TAG for row in rows):
        return {}
    known = {tag.id: tag for tag in tag_rows(reader)}
    tags = [known.get(row.id) for row in rows]
    colours = [int(tag.colour[1:], 16) if tag is not None and tag.colour else NO_COLOUR for tag in tags]
    claimed = [tag is not None and tag.origin != "user" for tag in tags]
    return {"tag_colour": np.array(colours, np.int32), "tag_claimed": np.array(claimed, np.uint8)}
