"""Words of texts as the full-text index has them, those that only join others left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from explorer.text.bigrams import index_bigrams
from explorer.text.latex import latex_to_plain
from explorer.text.mapped import normalise
from explorer.text.markup import without_markup
from explorer.text.phrases import FUNCTION_WORDS
from explorer.text.scripts import CJK

_PAIR = re.compile(f"[{CJK}]{{2}}")
_WORD = re.compile(r"[^\W_]{2,}")
_GRAMMAR = re.compile(r"[\u3041-\u309f]+|.?[\u3041-\u309f]|[\u3041-\u309f].?|[0-9]+|[的了是在和与及]|.?的.?")


def telling_words(text: str) -> list[str]:
    """The words of a text, each once, in order; of Japanese and Chinese the pairs of characters.

    HTML, LaTeX and addresses that stand in the text are no words.

    >>> telling_words("A study of Sparse networks")
    ['study', 'sparse', 'networks']
    """
    text = latex_to_plain(without_markup(text))
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


def joined_pairs(words: Iterable[str]) -> list[str]:
    """Words with pairs of Japanese and Chinese characters that overlap as the longer words they come from.

    >>> joined_pairs(["学習", "model", "強化", "化学"])
    ['強化学習', 'model']
    """
    rest = list(dict.fromkeys(words))
    whole = []
    while rest:
        word = rest.pop(0)
        if _PAIR.fullmatch(word):
            while after := next((w for w in rest if _PAIR.fullmatch(w) and w[0] == word[-1]), ""):
                rest.remove(after)
                word += after[1]
            while before := next((w for w in rest if _PAIR.fullmatch(w) and w[1] == word[0]), ""):
                rest.remove(before)
                word = before[0] + word
        whole.append(word)
    return whole
