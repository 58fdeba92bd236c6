"""Texts as vectors of their characters: hashed n-grams weighted by how rare they are. No model, no fitting.

Writing systems with spaces and those without have their own dimensions: a Chinese question and an English
title share names and nothing else, and thousands of foreign n-grams hashed among the names would drown them.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

DIM: Final = 1024
_SPACED_DIM: Final = 768  #: the first ones, for scripts with spaces; the rest for CJK
RARITY_BITS: Final = 16  #: an n-gram's rarity is looked up in a table of 2**16 for each kind of script
_CJK: Final = 0x2E80  #: code points from here on are written without spaces (Hangul is close enough)
_WORD_WEIGHT: Final = 1.5
_NOT_WORD: Final = re.compile(r"[\W_]+")
_WORD: Final = re.compile(r"[a-z0-9]{2,}")


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """(2, 2 ** RARITY_BITS) float32: inverse document frequency per hash; row 0 spaced scripts, row 1 CJK."""

    weights: NDArray[np.float32]


def encode(texts: Sequence[str], rarity: Rarity) -> NDArray[np.float32]:
    """(N, DIM) float32 unit vectors; zero where a text has neither letters nor digits.

    Spaced scripts: words and 3 to 4 characters; CJK: 2 to 4 characters. Term frequencies count as 1 + log;
    each n-gram falls on one dimension with a sign (feature hashing).

    References:
        Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", ICML 2009, equation 3.
    """
    vectors = np.zeros((len(texts), DIM), np.float32)
    for row, text in enumerate(texts):
        vectors[row] = _encode(text, rarity)
    return vectors


def measure_rarity(texts: Iterable[str]) -> Rarity:
    """Inverse document frequencies, log((1 + N) / (1 + df)) + 1; N counts the texts that have the script."""
    counts = np.zeros((2, 1 << RARITY_BITS), np.int64)
    totals = np.zeros(2, np.int64)
    for text in texts:
        hashes, cjk, _ = _grams(text)
        for script in (0, 1):
            slots = np.unique(_slot(hashes[cjk == script]))
            counts[script, slots] += 1
            totals[script] += bool(len(slots))
    return Rarity((np.log((1 + totals[:, None]) / (1 + counts)) + 1).astype(np.float32))


def _encode(text: str, rarity: Rarity) -> NDArray[np.float32]:
    hashes, cjk, weights = _grams(text)
    if not len(hashes):
        return np.zeros(DIM, np.float32)
    hashes, first, counts = np.unique(hashes, return_index=True, return_counts=True)
    cjk, weights = cjk[first], weights[first]
    values = (1 + np.log(counts)) * weights * rarity.weights[cjk, _slot(hashes)]
    low = hashes & np.uint64(0xFFFFFFFF)
    column = np.where(
        cjk == 1, _SPACED_DIM + low % np.uint64(DIM - _SPACED_DIM), low % np.uint64(_SPACED_DIM)
    )
    sign = np.where(hashes & np.uint64(1 << 40), 1.0, -1.0)
    vector = np.bincount(column.astype(np.int64), values * sign, DIM)
    length = float(np.linalg.norm(vector))
    return (vector / length if length else vector).astype(np.float32)


def _slot(hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
    return (hashes >> np.uint64(64 - RARITY_BITS)).astype(np.int64)


def _grams(text: str) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.float64]]:
    """Hash, script (0 spaced, 1 CJK) and weight of each n-gram and word of a text, with repetitions."""
    plain = _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).lower())
    codes = np.frombuffer(f" {plain.strip()} ".encode("utf-32-le"), np.uint32).astype(np.uint64)
    hashes, scripts = [], []
    rolling, cjk = codes, codes >= _CJK
    for n in (2, 3, 4):
        if len(codes) <= n:
            break
        tail = codes[n - 1 :]
        rolling = rolling[: len(tail)] * np.uint64(0x9E3779B97F4A7C15) + tail + np.uint64(n)
        cjk = cjk[: len(tail)] | (tail >= _CJK)
        kept = cjk if n == 2 else np.ones(len(tail), bool)
        hashes.append(_mix(rolling[kept]))
        scripts.append(cjk[kept])
    words = np.array([zlib.crc32(word.encode()) for word in _WORD.findall(plain)], np.uint64)
    hashes.append(_mix(words + np.uint64(1 << 33)))
    scripts.append(np.zeros(len(words), bool))
    weights = np.ones(sum(map(len, hashes)))
    weights[len(weights) - len(words) :] = _WORD_WEIGHT
    return np.concatenate(hashes), np.concatenate(scripts).astype(np.int64), weights


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread the bits (the finaliser of MurmurHash3)."""
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        values = (values ^ (values >> np.uint64(33))) * np.uint64(factor)
    return values ^ (values >> np.uint64(33))
