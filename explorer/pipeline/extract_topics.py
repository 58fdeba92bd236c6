"""What a paper's passages speak of when their sentences leave it out: the method that the paper is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from explorer.model import Block, BlockKind, PaperRecord
from explorer.pipeline.extract_found import ACCEPT_CONCEPT_FROM, FoundConcept
from explorer.pipeline.extract_mentions import FoundMention
from explorer.text.relation_rules import MEASURES

_AFTER_NAME = re.compile(r"\s?(?:[:：]|[-–—]\s)")
_PROPOSED = re.compile(
    r"[」』”’\"]?(?:\s?\([^()]{1,60}\))?\s?(?:モデル|手法|法|損失|アルゴリズム|フレームワーク)?"
    r"(?:を|という)[^。.\n]{0,12}(?:提案|導入|開発|紹介)"
)
_PROPOSES = re.compile(
    r"(?:\b(?:we|authors?|paper|work)\s(?:\w+\s){0,2}(?:introduc|propos|present|develop)\w{1,3}\s(?:\w+\s){0,3}"
    r"|(?:提出|推出|引入)(?:了)?[^。,;]{0,6})$",
    re.I,
)
_WORD = re.compile(r"[A-Za-z0-9]+")
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "the", "to", "via", "with", "by", "from"))
_TITLE, _ACRONYM, _STATED, _NAMED = 0.9, 0.8, 0.7, 0.5
_PART_OF_HEADING = 0.3
_SHORT = 3  #: letters of an acronym that a title can spell out


def find_topics(
    blocks: Sequence[Block],
    mentions: Sequence[FoundMention],
    found: Sequence[FoundConcept],
    papers: Sequence[PaperRecord],
    kinds: Mapping[str, str],
) -> dict[int, str]:
    """Paper → key of the one concept that it is about; papers of which nothing says so are left out.

    In this order: what the paper introduces; the name before the colon of its title; an acronym
    that the title spells out; what its passages say it proposes; the only method that the title names.

    Args:
        mentions: Of these blocks, in order.
        kinds: Key → "method", "benchmark" …; measures are a topic only of the papers that introduce them.
    """
    best: defaultdict[int, dict[str, float]] = defaultdict(dict)
    for concept in found:
        if concept.introduces is not None and concept.confidence >= ACCEPT_CONCEPT_FROM:
            _raise(best[concept.introduces], concept.key, 1 + concept.confidence)
    for m in mentions:
        block = blocks[m.block]
        if block.paper is None:
            continue
        title = papers[block.paper].title if block.paper < len(papers) else ""
        for weight in _signs(block, m, title):
            if weight == _TITLE or kinds.get(m.key, "") not in MEASURES:
                _raise(best[block.paper], m.key, weight)
    return {paper: key for paper, weights in best.items() if (key := _clear_first(weights))}


def section_topics(blocks: Sequence[Block], mentions: Sequence[FoundMention]) -> dict[str, str]:
    """Heading → key of the only concept that it names, where the name makes up a good part of it."""
    named: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for m in mentions:
        if blocks[m.block].kind is BlockKind.HEADING:
            named[m.block][m.key] = named[m.block].get(m.key, 0) + m.end - m.start
    topics: dict[str, str] = {}
    for index, letters in named.items():
        heading = blocks[index].text
        ((key, count), *others) = letters.items()
        if not others and count >= _PART_OF_HEADING * len(heading):
            topics[heading] = key
    return topics


def _signs(block: Block, mention: FoundMention, title: str) -> Iterator[float]:
    name = block.text[mention.start : mention.end]
    if block.kind is BlockKind.PAPER_TITLE:
        yield _TITLE if _opens_title(block.text, mention) else _NAMED
        return
    if spells_out(title, name):
        yield _ACRONYM
    if _PROPOSED.match(block.text, mention.end) or _PROPOSES.search(
        block.text, max(0, mention.start - 60), mention.start
    ):
        yield _STATED


def _opens_title(text: str, mention: FoundMention) -> bool:
    return not text[: mention.start].strip(" \"'“”[(") and bool(_AFTER_NAME.match(text, mention.end))


def spells_out(title: str, short: str) -> bool:
    """Whether the initials of a title's words, small words or not, make up a short form.

    >>> spells_out("Less Is More for Alignment", "LIMA"), spells_out("Attention Is All You Need", "BERT")
    (True, False)
    """
    letters = "".join(_WORD.findall(short)).lower()
    if len(letters) < _SHORT or not any(c.isupper() for c in short[1:]):
        return False
    words = [word.lower() for word in _WORD.findall(title.split(":")[0])]
    every = "".join(word[0] for word in words)
    large = "".join(word[0] for word in words if word not in _SMALL)
    return letters in (every, large)


def _raise(weights: dict[str, float], key: str, weight: float) -> None:
    weights[key] = max(weight, weights.get(key, 0.0))


def _clear_first(weights: Mapping[str, float]) -> str:
    """The key of the greatest weight, "" where two share it."""
    top = max(weights.values(), default=0.0)
    keys = [key for key, weight in weights.items() if weight == top]
    return keys[0] if len(keys) == 1 else ""
