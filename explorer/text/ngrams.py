"""N-grams of titles: runs of one to three words.

A literal n-gram is n words in lower case with nothing but white space or one hyphen between them; words are
runs of letters, digits and inner apostrophes. So "Few-Shot" holds the bigram "few shot", and "Bandits:
Learning to" does not hold "bandits learning". Of Japanese and Chinese each character is a word.

N-grams for people are folded besides: "Networks" and "network's" are one word with "network". Of Japanese and
Chinese a run of katakana is a word, other runs are read as overlapping pairs of characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.text.latex import latex_to_plain
from explorer.text.mapped import normalise
from explorer.text.markup import without_markup
from explorer.text.phrases import singular
from explorer.text.scripts import HAN, KANA

LONGEST: Final = 3  #: words
_TYPOGRAPHY = str.maketrans(dict.fromkeys("‐‑–−", "-") | {"’": "'", "‘": "'"})  # an en dash joins two names
_BREAK = re.compile(r"[^\w\s.'-]+|(?<!\d)\.|\.(?!\d)|\s-+(?=\s)|--+|'(?!\w)|(?<!\w)'")
_CHARACTER = re.compile(f"([{KANA}{HAN}])")
_KATAKANA = r"\u30a1-\u30fa\u30fc-\u30ff"
_UNSPACED = re.compile(rf"(?P<kana>[{_KATAKANA}]+)|(?P<han>[{HAN}]+)|(?P<other>[{KANA}]+)")
_PARTICLES = re.compile("[的与及其于]|面向|基于|通过|用于")  #: of Chinese, where two phrases meet
_WIDE = re.compile(f"[{KANA}{HAN}]+")
_MOST_KEYS = 2**62

Rows = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of N titles, one after another.

    Attributes:
        forms: V different forms.
        ids: (K,) int32 rows of ``forms``.
        titles: (K,) int32 number of the title, ascending.
        follows: (K,) bool: nothing but white space or a hyphen parts it from the word before.
        hyphened: (K,) bool: it is a hyphen.
    """

    forms: tuple[str, ...]
    ids: Rows
    titles: Rows
    follows: NDArray[np.bool_]
    hyphened: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class NGrams:
    """T n-grams of N titles.

    Attributes:
        words: (T, 3) int32 rows of the forms, -1 behind the last word.
        starts, titles: The titles that hold n-gram t, each once: titles[starts[t]:starts[t + 1]], ascending.
        at_starts, ats: The same of its places: rows of its last word in ``Words.ids``.
    """

    words: Rows
    starts: NDArray[np.int64]
    titles: Rows
    at_starts: NDArray[np.int64]
    ats: Rows

    @property
    def counts(self) -> NDArray[np.int64]:
        """(T,) number of titles that hold each."""
        return np.diff(self.starts)

    def chosen(self, kept: NDArray[np.bool_]) -> NGrams:
        """Only some of them, by a (T,) mask."""
        titles = self.titles[np.repeat(kept, self.counts)]
        ats = self.ats[np.repeat(kept, np.diff(self.at_starts))]
        at_counts = np.diff(self.at_starts)[kept]
        return NGrams(self.words[kept], _starts(self.counts[kept]), titles, _starts(at_counts), ats)


def plain_title(title: str) -> str:
    """A title without HTML, LaTeX, compatibility forms and typographic hyphens."""
    title = without_markup(title) if "<" in title or "&" in title else title
    if not title.isascii() or "$" in title or "\\" in title:
        title = normalise(latex_to_plain(normalise(title)))
    return title.translate(_TYPOGRAPHY) if not title.isascii() else title


def words_of(titles: Iterable[str], pairs: bool = False) -> Words:
    """The words of titles as they are written.

    Args:
        pairs: Japanese and Chinese as people read them, not character by character.
    """
    known: dict[str, int] = {}
    ids: list[int] = []
    flags = bytearray()
    ends = [0]
    for title in titles:
        text = plain_title(title)
        if not text.isascii():
            text = _UNSPACED.sub(_pieces, text) if pairs else _CHARACTER.sub(r" \1 ", text)
        for run in _BREAK.split(text):
            _add_run(run, known, ids, flags)
        ends.append(len(ids))
    numbers = np.repeat(np.arange(len(ends) - 1, dtype=np.int32), np.diff(ends))
    marks = np.frombuffer(bytes(flags), np.uint8)
    return Words(tuple(known), np.array(ids, np.int32), numbers, marks > 0, marks > 1)


def _pieces(found: re.Match[str]) -> str:
    """A run of katakana as one word, of characters as their overlapping pairs; hiragana is grammar."""
    if found["kana"]:
        return f" {found[0]} "
    if found["other"]:
        return "|"
    runs = [run for run in _PARTICLES.split(found[0]) if run]
    pairs = ([run[i : i + 2] for i in range(max(len(run) - 1, 1))] for run in runs)
    return f" {' | '.join(' '.join(run) for run in pairs)} "


def _add_run(run: str, known: dict[str, int], ids: list[int], flags: bytearray) -> None:
    """Words that only spaces and hyphens part: flag 0 begins a run, 1 follows a space, 2 a hyphen."""
    if "-" not in run:
        words = run.split()
        ids += [known.setdefault(word, len(known)) for word in words]
        flags += b"\0" + b"\1" * (len(words) - 1) if words else b""
        return
    flag = 0
    for word in run.split():
        for part in word.split("-") if "-" in word else (word,):
            if part:
                ids.append(known.setdefault(part, len(known)))
                flags.append(flag)
                flag = 2
        flag = min(flag, 1)


def closed_compounds(words: Words) -> Words:
    """The same with "non-convex" as one word where somebody else writes "nonconvex"."""
    lower = [form.lower() for form in words.forms]
    known = set(lower)
    ends = np.flatnonzero(words.hyphened)
    size = max(len(lower), 1)
    pairs, of_end = np.unique(_keys(words.ids, ends, 2, size), return_inverse=True)
    is_one = np.array([lower[key // size] + lower[key % size] in known for key in pairs.tolist()], np.bool_)
    ends = ends[is_one[of_end]] if len(ends) else ends
    ends = ends[np.diff(ends, prepend=-2) > 1]  # of three in a row the first two
    new = _keys(words.ids, ends, 2, size)
    compounds, rows = np.unique(new, return_inverse=True)
    forms = [f"{words.forms[key // size]}-{words.forms[key % size]}" for key in compounds.tolist()]
    ids = words.ids.copy()
    ids[ends - 1] = len(lower) + rows
    kept = np.ones(len(ids), np.bool_)
    kept[ends] = False
    rest = (words.titles[kept], words.follows[kept], words.hyphened[kept])
    return Words((*words.forms, *forms), ids[kept], *rest)


def lowered(words: Words) -> Words:
    """The same words in lower case: n-grams of these are literal."""
    return _with_forms(words, [form.lower() for form in words.forms])


def folded(words: Words) -> Words:
    """The same words without case, hyphens, plural and possessive endings."""
    plain = (form.casefold().replace("-", "").removesuffix("'s") for form in words.forms)
    return _with_forms(words, [singular(form) for form in plain])


def _with_forms(words: Words, forms: Sequence[str]) -> Words:
    """Words under other forms (V,), of which several may be one; the new ones stand in order."""
    unique = sorted(set(forms))
    place = {form: row for row, form in enumerate(unique)}
    rows = np.array([place[form] for form in forms], np.int32)
    return Words(tuple(unique), rows[words.ids], words.titles, words.follows, words.hyphened)


def ngrams(words: Words, n: int, least: int = 1) -> NGrams:
    """The n-grams of n words that at least ``least`` titles hold, by their words ascending."""
    size = max(len(words.forms), 1)
    if not 1 <= n <= LONGEST or size**n >= _MOST_KEYS:
        raise ValueError(f"n-grams of {n} of {size} words cannot be numbered")
    ends = np.arange(n - 1, len(words.ids))
    for back in range(n - 1):
        ends = ends[words.follows[ends - back]]
    keys = _keys(words.ids, ends, n, size)
    order = np.argsort(keys, kind="stable")
    ends, keys = ends[order], keys[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    at_starts = np.append(first, len(keys))
    term = np.repeat(np.arange(len(first)), np.diff(at_starts))
    titles = words.titles[ends]
    once = np.diff(term, prepend=-1).astype(bool) | np.diff(titles, prepend=-1).astype(bool)
    counts = np.bincount(term[once], minlength=len(first))
    spelled = np.full((len(first), LONGEST), -1, np.int32)
    for place in range(n):
        spelled[:, place] = words.ids[ends[first] - (n - 1 - place)]
    found = NGrams(spelled, _starts(counts), titles[once], at_starts, ends.astype(np.int32))
    return found.chosen(counts >= least) if least > 1 else found


def _keys(ids: Rows, ends: NDArray[np.integer], n: int, size: int) -> NDArray[np.int64]:
    """(P,) one number per run of n words."""
    keys = np.zeros(len(ends), np.int64)
    for back in range(n - 1, -1, -1):
        keys = keys * size + ids[ends - back]
    return keys


def _starts(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)


def literal_words(term: str) -> tuple[str, ...]:
    """The words of a term as literal n-grams have them.

    >>> literal_words("Few-Shot")
    ('few', 'shot')
    """
    words = lowered(words_of([term]))
    return tuple(words.forms[word] for word in words.ids.tolist())


def literal_texts(words: Words, found: NGrams) -> list[str]:
    """(T,) n-grams as texts, a space between words."""
    forms = words.forms
    return [" ".join(forms[word] for word in row if word >= 0) for row in found.words.tolist()]


def surfaces(words: Words, found: NGrams, n: int) -> list[str]:
    """(T,) how each n-gram of n words is written most often, with its hyphens.

    Args:
        words: As they are written, in step with those that the n-grams were made of.
    """
    cases = _commonest_cases(words)
    lower = lowered(words)
    term = np.repeat(np.arange(len(found.words)), np.diff(found.at_starts))
    keys = _keys(lower.ids, found.ats, n, max(len(lower.forms), 1)) if len(term) else np.zeros(0, np.int64)
    joints = np.zeros(len(term), np.int64)
    for back in range(n - 1):
        joints = joints * 2 + words.hyphened[found.ats - back]
    order = np.lexsort((found.ats, joints, keys, term))
    term, keys, joints, ats = term[order], keys[order], joints[order], found.ats[order]
    new = np.diff(term, prepend=-1).astype(bool) | np.diff(keys, prepend=-1).astype(bool)
    first = np.flatnonzero(new | np.diff(joints, prepend=-1).astype(bool))
    often = np.diff(np.append(first, len(term)))
    best: dict[int, tuple[int, int]] = {}
    for row, at, count in zip(term[first].tolist(), ats[first].tolist(), often.tolist(), strict=True):
        if row not in best or count > best[row][0]:
            best[row] = (count, at)
    return [
        _written(lower, cases, range(best[t][1] - n + 1, best[t][1] + 1)) for t in range(len(found.words))
    ]


def _commonest_cases(words: Words) -> dict[str, str]:
    """Word in lower case → how it is written most often: "gans" → "GANs"."""
    often = np.bincount(words.ids, minlength=len(words.forms)).tolist()
    counted: dict[str, Counter[str]] = {}
    for form, count in zip(words.forms, often, strict=True):
        counted.setdefault(form.lower(), Counter())[form] += count
    return {lower: max(sorted(forms), key=forms.__getitem__) for lower, forms in counted.items()}


def _written(lower: Words, cases: dict[str, str], rows: range) -> str:
    """Words with their hyphens and spaces; pairs of characters that overlap are drawn together."""
    text = ""
    for row in rows:
        word = cases[lower.forms[lower.ids[row]]]
        if not text:
            text = word
        elif _WIDE.fullmatch(word) and _WIDE.fullmatch(text[-1]):
            text += word[1:] if len(word) > 1 and text[-1] == word[0] else word
        else:
            text += ("-" if lower.hyphened[row] else " ") + word
    return text
