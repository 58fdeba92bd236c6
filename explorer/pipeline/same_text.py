"""Whether two documents are one text in two languages, or one text on two sites.

Two texts on the same papers share titles, authors and ids; a translation also
keeps the names and numbers of the running text, section by section. Only these
count here, both ways, each weighted by how few sections have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from explorer.model import Document
from explorer.pipeline.align import Section, pair_sections, word_weights

_FEWEST_SECTIONS = 3
_FEWEST_WORDS = 8  #: distinct, of the text that has fewer of them
_KEPT = 0.6  #: weight of these words that the other text has in the aligned section
_KEPT_IN_ONE_LANGUAGE = 0.8  #: a copy has nearly all
_NAMES_BACK = 0.4  #: weight of the names of the text with more words that the first one has
_ALIGNED_TEXT = 0.6  #: of the blocks' characters, on both sides


def same_text(a: Document, b: Document, sections: tuple[Sequence[Section], Sequence[Section]]) -> int:
    """How many sections of the two documents say the same; 0 where they are two texts."""
    pairs = pair_sections(*sections)
    if len({i for i, _ in pairs}) < _FEWEST_SECTIONS or len({j for _, j in pairs}) < _FEWEST_SECTIONS:
        return 0
    weights = word_weights(*sections)
    if _weight(sections[0], weights) > _weight(sections[1], weights):
        return same_text(b, a, (sections[1], sections[0]))
    few, many = sections
    kept = [few[i].own & words for i, words in _joined(pairs, [s.words for s in many]).items()]
    own = [few[i].own for i in sorted({i for i, _ in pairs})]
    back = [(j, i) for i, j in pairs]
    names_kept = [many[j].names & words for j, words in _joined(back, [s.words for s in few]).items()]
    names = [many[j].names for j in sorted({j for j, _ in back})]
    least = _KEPT_IN_ONE_LANGUAGE if a.language == b.language else _KEPT
    alike = (
        len({word for words in own for word in words if weights[word]}) >= _FEWEST_WORDS
        and _share(kept, own, weights) >= least
        and _share(names_kept, names, weights) >= _NAMES_BACK
        and _aligned(a, few, {i for i, _ in pairs}) >= _ALIGNED_TEXT
        and _aligned(b, many, {j for _, j in pairs}) >= _ALIGNED_TEXT
    )
    return len({i for i, _ in pairs}) if alike else 0


def _weight(sections: Sequence[Section], weights: Mapping[str, float]) -> float:
    return sum(weights[word] for section in sections for word in section.own)


def _joined(pairs: Iterable[tuple[int, int]], words: Sequence[frozenset[str]]) -> dict[int, frozenset[str]]:
    """Section -> the words of all sections that it is paired with."""
    found: dict[int, frozenset[str]] = defaultdict(frozenset)
    for one, other in pairs:
        found[one] |= words[other]
    return dict(sorted(found.items()))


def _share(
    kept: Sequence[frozenset[str]], own: Sequence[frozenset[str]], weights: Mapping[str, float]
) -> float:
    whole = sum(weights.get(word, 0.0) for words in own for word in words)
    return sum(weights.get(word, 0.0) for words in kept for word in words) / whole if whole else 0.0


def _aligned(document: Document, sections: Sequence[Section], paired: set[int]) -> float:
    """Share of the characters of all sections that stand in paired ones."""
    chars = [sum(len(document.blocks[b].text) for b in section.blocks) for section in sections]
    return sum(chars[i] for i in paired) / max(sum(chars), 1)
