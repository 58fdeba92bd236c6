"""Names and wording without any model: works everywhere, and is the second term of every similarity score."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.compute import lexical
from explorer.embedders import Embedder, Encoder, Identity
from explorer.errors import ExplorerError
from explorer.resources import resource


def _identify(model: str) -> Identity:
    if model not in ("", "char-ngrams"):
        raise ExplorerError("The engine lexical has one model, char-ngrams.", "Leave the model out.")
    return Identity("lexical", "char-ngrams", "1", "words, 3-4 characters; CJK 2-4; hashed", lexical.DIM)


def _load(model: str) -> Encoder:
    _identify(model)
    with np.load(resource("vectors", "rarity.npz")) as file:
        rarity = lexical.Rarity(file["sixteenths"].astype(np.float32) / 16)

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        return lexical.encode(texts, rarity)

    return encode


EMBEDDER = Embedder("Words and names (no model)", lambda: "", _identify, _load, batch=256)
