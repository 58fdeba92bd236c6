"""Two lists of made-up titles in which some terms rise and some decline, and all others do not."""

from __future__ import annotations

import numpy as np

_CONSONANTS, _VOWELS = "bdfgklmnprtvz", "aeiou"
_PATTERNS = (
    "{} {} for {}",
    "{} {} {}: A {} {} of {}",
    "on the {} of {} {} in {}",
    "{} via {} {} with {}",
    "towards {} {} {}",
    "{}: {} {} from {} {}",
    "{} {} and {} {}",
    "a {}-{} approach to {} {} {}",
)


def words(count: int, seed: int) -> list[str]:
    """Different made-up words, none the plural of another."""
    rng = np.random.default_rng(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = rng.integers(2, 5)
        word = "".join(rng.choice(list(_CONSONANTS)) + rng.choice(list(_VOWELS)) for _ in range(syllables))
        found[word + "n"] = None
    return list(found)


def planted_lists(
    sizes: tuple[int, int], papers: tuple[int, int], seed: int
) -> tuple[list[str], list[str], set[str], set[str]]:
    """(earlier titles, later titles, 20 rising terms, 20 declining terms).

    Words of the background follow Zipf's law over 4,000 words, alike in both lists. Half of the planted terms
    are one word, half two; each is put into exactly ``papers`` titles of the earlier and the later list where
    it rises, the other way round (in shares) where it declines.

    Args:
        sizes: Titles of the lists.
        papers: Of 2,500 titles, how many carry a term in its weak and its strong list.
    """
    rng = np.random.default_rng(seed)
    vocabulary = words(4_060, seed)
    singles, pairs = (
        vocabulary[:20],
        [f"{a} {b}" for a, b in zip(vocabulary[20:40], vocabulary[40:60], strict=True)],
    )
    rising, declining = {*singles[:10], *pairs[:10]}, {*singles[10:], *pairs[10:]}
    chances = 1 / np.arange(1, 4_001)
    below = np.cumsum(chances / chances.sum())
    lists = [[_title(vocabulary[60:], below, rng) for _ in range(size)] for size in sizes]
    for term in sorted(rising | declining):
        weak_first = term in rising
        for number, titles in enumerate(lists):
            share = papers[number if weak_first else 1 - number] / 2_500
            for row in rng.choice(len(titles), round(share * len(titles)), replace=False).tolist():
                titles[row] = _with(titles[row], term, rng)
    return lists[0], lists[1], rising, declining


def _title(vocabulary: list[str], below: np.ndarray, rng: np.random.Generator) -> str:
    pattern = _PATTERNS[rng.integers(len(_PATTERNS))]
    chosen = np.searchsorted(below[:-1], rng.random(pattern.count("{}")))
    title = pattern.format(*(vocabulary[row] for row in chosen))
    return title.title() if rng.random() < 0.8 else title


def _with(title: str, term: str, rng: np.random.Generator) -> str:
    """The title with a term before one of its words, in title case half of the time."""
    parts = title.split()
    term = term.title() if rng.random() < 0.5 else term
    return " ".join([*parts[: (at := int(rng.integers(len(parts) + 1)))], term, *parts[at:]])
