"""Whether terms of titles rose or declined as documents say: literal n-grams, counted in the lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from explorer.compute.trends import benjamini_hochberg, change, one_sided_p
from explorer.model import Direction
from explorer.questions.slices import Slice, edition_slice
from explorer.questions.verdict import Judged, Verdict, known_words
from explorer.store import Reader
from explorer.store.stated_of import TermRow
from explorer.store.term_counts import titles_of
from explorer.text.ngrams import literal_words, lowered, words_of

_CHANCE = 0.05  #: share of the claims of one document that may hold by chance alone

Editions = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Measured:
    """A claimed term as two lists have it; the figures are those of ``compute.trends.Change``.

    Attributes:
        term: Its literal words.
        editions: The earlier and the later one.
    """

    term: str
    editions: Editions
    share_from: float
    share_to: float
    effect: float
    q: float
    significant: bool


def term_verdicts(reader: Reader, rows: Sequence[TermRow], usual: str = "") -> list[tuple[Editions, Judged]]:
    """For each claim the editions between which it is checked, and the verdict.

    A claim holds where the share moved the way that is claimed, farther than a shuffle of the papers does by
    chance (one-sided exact test; Benjamini-Hochberg over the claims that a document makes on two lists).

    Args:
        usual: The earlier edition of a claim that names only the later one.
    """
    editions = [(row.from_edition or usual, row.to_edition) for row in rows]
    slices, texts = _lists(reader, editions)
    judged: dict[int, Judged] = {}
    for family in _families(rows, editions):
        judged |= _judge(family, rows, (slices, editions), texts)
    return [(pair, judged[i]) for i, pair in enumerate(editions)]


def measured_terms(reader: Reader, rows: Sequence[TermRow]) -> list[Measured]:
    """What two lists say of the terms that documents claim between them, by editions and then by term.

    Nothing of editions whose lists are not both here, nor of a term that no title holds. ``q`` counts all
    terms that are claimed of the two.
    """
    claimed: dict[Editions, set[str]] = {}
    for row in rows:
        if words := " ".join(literal_words(row.term)):
            claimed.setdefault((row.from_edition, row.to_edition), set()).add(words)
    slices, texts = _lists(reader, claimed)
    found: list[Measured] = []
    for editions, known in sorted(claimed.items()):
        if not _missing(editions, slices):
            found += _measure(sorted(known), editions, (slices[editions[0]], slices[editions[1]]), texts)
    return found


def _measure(
    terms: Sequence[str], editions: Editions, slices: tuple[Slice, Slice], texts: dict[int, str]
) -> Iterator[Measured]:
    before, after = np.array([_counts(term, slices, texts) for term in terms], np.int64).T
    moved = change(before, after, (len(slices[0].papers), len(slices[1].papers)))
    for i, term in enumerate(terms):
        if not before[i] + after[i]:
            continue
        shares = float(moved.share_from[i]), float(moved.share_to[i])
        sure = bool(moved.significant[i])
        yield Measured(term, editions, *shares, float(moved.effect[i]), float(moved.q[i]), sure)


def _lists(reader: Reader, editions: Iterable[Editions]) -> tuple[dict[str, Slice], dict[int, str]]:
    """The slices of some editions, and the literal titles of those that are lists."""
    names = sorted({name for pair in editions for name in pair if name})
    slices = {name: edition_slice(reader, name) for name in names}
    papers = sorted({paper for one in slices.values() if one.is_list for paper in one.papers})
    return slices, dict(zip(papers, _literal(reader, papers), strict=True))


def _literal(reader: Reader, papers: Sequence[int]) -> list[str]:
    """Titles as their literal words, " deep learning | a survey ": runs are parted by bars."""
    known = titles_of(reader, papers)
    words = lowered(words_of(known[paper] for paper in papers))
    out: list[list[str]] = [[] for _ in papers]
    for word, title, follows in zip(
        words.ids.tolist(), words.titles.tolist(), words.follows.tolist(), strict=True
    ):
        out[title] += [words.forms[word]] if follows else ["|", words.forms[word]]
    return [f" {' '.join(parts)} " for parts in out]


def _families(rows: Sequence[TermRow], editions: Sequence[Editions]) -> Iterator[list[int]]:
    """Claims of one document on the same two lists."""
    families: dict[tuple[int, Editions], list[int]] = {}
    for i, row in enumerate(rows):
        families.setdefault((row.document, editions[i]), []).append(i)
    yield from families.values()


def _judge(
    family: Sequence[int],
    rows: Sequence[TermRow],
    of: tuple[dict[str, Slice], Sequence[Editions]],
    texts: dict[int, str],
) -> dict[int, Judged]:
    slices, editions = of
    missing = _missing(editions[family[0]], slices)
    if missing:
        return {i: Judged(Verdict.UNKNOWN, missing) for i in family}
    before, after = (slices[name] for name in editions[family[0]])
    sizes = (len(before.papers), len(after.papers))
    counts = [_counts(rows[i].term, (before, after), texts) for i in family]
    p = [_one_sided(rows[i], counts[k], sizes) for k, i in enumerate(family)]
    q = benjamini_hochberg(np.array(p))
    return {
        i: _verdict(rows[i], counts[k], (before, after), (p[k], float(q[k]))) for k, i in enumerate(family)
    }


def _missing(editions: Editions, slices: dict[str, Slice]) -> str:
    """What a check lacks, in words, or ""."""
    if not all(editions):
        return "The document does not say between which editions."
    told = []
    for name in editions:
        one = slices[name]
        if not one.is_list:
            known = f" ({known_words(len(one.papers))})" if one.papers else ""
            told.append(f"{name} is missing{known}")
    return f"The list of {' and the list of '.join(told)}." if told else ""


def _counts(term: str, slices: tuple[Slice, Slice], texts: dict[int, str]) -> tuple[int, int]:
    """Titles of the two lists that hold the literal words of a term."""
    needle = f" {' '.join(literal_words(term))} "
    before, after = (sum(needle in texts[paper] for paper in one.papers) for one in slices)
    return before, after


def _one_sided(row: TermRow, counts: tuple[int, int], sizes: tuple[int, int]) -> float:
    if Direction(row.direction) is Direction.RISING:
        return one_sided_p(*counts, sizes)
    return one_sided_p(counts[1], counts[0], (sizes[1], sizes[0]))


def _verdict(
    row: TermRow, counts: tuple[int, int], slices: tuple[Slice, Slice], chances: tuple[float, float]
) -> Judged:
    sizes = [len(one.papers) for one in slices]
    shares = [count / size for count, size in zip(counts, sizes, strict=True)]
    told = " → ".join(
        f"{count:,} of {size:,} titles of {one.name} ({100 * count / size:.2f} %)"
        for count, size, one in zip(counts, sizes, slices, strict=True)
    )
    rises = Direction(row.direction) is Direction.RISING
    if not any(counts):
        return Judged(Verdict.FAILS, f"{told}: no title holds it.")
    if (shares[1] > shares[0]) is not rises or shares[0] == shares[1]:
        way = "stayed" if shares[0] == shares[1] else "rose" if shares[1] > shares[0] else "declined"
        return Judged(Verdict.FAILS, f"{told}: its share {way}.")
    p, q = chances
    if q > _CHANCE:
        return Judged(Verdict.FAILS, f"{told}: chance alone does as much in {100 * p:.0f} of 100 cases.")
    return Judged(Verdict.HOLDS, f"{told}, q = {q:.2g}.")
