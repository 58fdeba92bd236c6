"""How well a few typed letters fit a text: for the palette and for completions. No Qt."""

from __future__ import annotations

import unicodedata

from explorer.text.han import one_form

_START, _WORD, _RUN, _PLAIN = 8.0, 6.0, 4.0, 1.0
_GAP = 0.15  # taken off for each character skipped


def folded(text: str) -> str:
    """NFKC and lower case: “ＲＡＧ” is typed as rag; 對齊, 对齐 and 対斉 are typed alike."""
    return one_form(unicodedata.normalize("NFKC", text).casefold())


def fuzzy_score(query: str, text: str) -> float:
    """How well the letters of ``query`` stand in ``text``, in order; 0 where they do not.

    Letters at the start of the text, at the start of a word, or right after the one before count most.
    Spaces in the query are ignored. An empty query fits everything alike.
    """
    wanted, there = folded(query).replace(" ", ""), folded(text)
    if not wanted:
        return 1.0
    starts = [at for at, character in enumerate(there) if character == wanted[0]]
    return max((_from(wanted, there, at) for at in starts[:12]), default=0.0)


def _from(wanted: str, there: str, start: int) -> float:
    score, last = 0.0, start - 1
    for letter in wanted:
        at = _best(letter, there, last)
        if at < 0:
            return 0.0
        score += _worth(there, at, last) - _GAP * (at - last - 1)
        last = at
    return max(score / (1 + 0.01 * len(there)), 0.01)


def _best(letter: str, there: str, last: int) -> int:
    """The next place of a letter: right behind the one before, else at the start of a word, else anywhere."""
    if there[last + 1 : last + 2] == letter:
        return last + 1
    at = there.find(letter, last + 1)
    first = at
    while at >= 0:
        if not there[at - 1].isalnum():
            return at
        at = there.find(letter, at + 1)
    return first


def _worth(there: str, at: int, last: int) -> float:
    if at == 0:
        return _START
    if not there[at - 1].isalnum():
        return _WORD
    return _RUN if at == last + 1 else _PLAIN
