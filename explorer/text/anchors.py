"""Words that a translation leaves as they are: Latin names, acronyms, numbers, ids.

A Japanese or Chinese text keeps them in Latin letters, so they anchor it to
the text that it was translated from, whichever of the two came first.
"""

from __future__ import annotations

import re

from explorer.text.fingerprint import fold_accents

_WORD = re.compile(r"[a-z][a-z0-9]*|\d+(?:[.,]\d+)*")
_AS_WRITTEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.]*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:。！？：\n])[\s\"'”’)）]{0,8}$")
_LOOK_BACK = 8
_SHORTEST_PLURAL = 4  #: letters


def anchor_words(text: str) -> frozenset[str]:
    """Caseless Latin words and numbers of two characters or more; a plural counts as its singular.

    >>> sorted(anchor_words("LLM の評価コストを 140 分の 1 に (tinyBenchmarks)"))
    ['140', 'llm', 'tinybenchmark']
    """
    plain = fold_accents(text).casefold()
    return frozenset(word for found in _WORD.findall(plain) if len(word := _fold(found)) > 1)


def anchor_names(text: str) -> frozenset[str]:
    """The anchor words that look like names: with a digit, an inner capital, or a capital inside a sentence.

    Of an English text these are the words that its translation is likely to keep.

    >>> sorted(anchor_names("The waterbirds set is older. We use Group DRO and M3G."))
    ['dro', 'group', 'm3g']
    """
    found: set[str] = set()
    for match in _AS_WRITTEN.finditer(fold_accents(text)):
        word = match[0].strip(".")
        inside = not _SENTENCE_END.search(text[max(0, match.start() - _LOOK_BACK) : match.start()])
        if re.search(r"\d|(?<=.)[A-Z]", word) or (word[:1].isupper() and inside):
            found |= anchor_words(word)
    return frozenset(found)


def _fold(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word.endswith("s") else word
