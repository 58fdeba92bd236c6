"""Words of texts as the full-text index has them, those that only join others left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from explorer.text.bigrams import index_bigrams
from explorer.text.mapped import normalise
from explorer.text.phrases import FUNCTION_WORDS

_WORD = re.compile(r"[^\W_]{2,}")
_GRAMMAR = re.compile(r"[\u3041-\u309f]+|.?[\u3041-\u309f]|[\u3041-\u309f].?|[0-9]+|[的了是在和与及]|.?的.?")


def telling_words(text: str) -> list[str]:
    """The words of a text, each once, in order; of Japanese and Chinese the pairs of characters.

    >>> telling_words("A study of Sparse networks")
    ['study', 'sparse', 'networks']
    """
    plain = index_bigrams(text) or normalise(text)
    words = dict.fromkeys(found[0] for found in _WORD.finditer(plain.casefold()))
    return [word for word in words if word not in FUNCTION_WORDS and not _GRAMMAR.fullmatch(word)]


def commonest_words(texts: Iterable[str], least: int, most: int) -> list[str]:
    """Words that at least ``least`` texts have, those of the most texts first."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(telling_words(text))
    kept = sorted((-count, word) for word, count in counts.items() if count >= least)
    return [word for _, word in kept[:most]]
