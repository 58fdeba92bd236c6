"""Abbreviation pairs → concepts: what a short and a long form that stand side by side say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from explorer.model import Block, BlockKind, ConceptKind
from explorer.pipeline.extract_found import FoundConcept, same_wording
from explorer.pipeline.extract_lexicon import AliasForm, alias_of, general_terms, seeds_by_key
from explorer.pipeline.extract_names import kind_of_long_form, singular
from explorer.text.abbreviations import Pair, find_pairs
from explorer.text.matcher import concept_key

_INTRODUCES_BEFORE = re.compile(
    r"(?:introduc|propos|present|develop|releas|unveil|describ|design|call|nam|dubb|term)(?:e|es|ed|ing|s)?\b"
    r"[^.;:()]{0,50}$|(?:提出|引入|推出|发布|介绍)[^。,;]{0,20}$",
    re.I,
)
_INTRODUCES_AFTER = re.compile(
    r"[」』）)]?\s?(?:モデル|損失|手法|法|アルゴリズム|フレームワーク|データセット|ベンチマーク)?(?:を|という)"
    r"[^。.\n]{0,16}(?:提案|紹介|導入|開発|発表|公開)"
)
#: who somebody is, or where something was shown, is no concept
_BODY = re.compile(
    r"\b(?:University|Institute|College|Laborator(?:y|ies)|Academy|Conference|Workshop|Symposium|Association|Society|"
    r"Corporation|Inc|Agency|Ministry|Council|Department|School of)\b|"
    r"大学|研究所|研究院|学会|会議|会议|株式会社|公司"
)
_CLEAR_LETTERS = 4  #: a short form of so many capitals means one thing; one with fewer means many


def concepts_of_pairs(index: int, block: Block, names: Mapping[str, str]) -> Iterator[FoundConcept]:
    """What the pairs of a block state; ``names``: key of a known spelling → name of its concept."""
    for pair in find_pairs(block.text):
        short, long = _singular(pair.short), pair.long
        keys = {concept_key(short), concept_key(pair.short), concept_key(long)}
        if keys & general_terms() or _BODY.search(long):
            continue
        key = concept_key(long)
        known_long, known_short = (
            names.get(key) or names.get(key.removesuffix("s")),
            names.get(concept_key(short)),
        )
        if known_long is None and known_short is not None and _means(known_short, long):
            known_long = known_short
        if known_long is not None:
            if known_short in (None, known_long):
                yield _known(index, block, pair, known_long)
        else:
            yield _new(index, block, pair, taken=known_short is not None)


def _means(name: str, long: str) -> bool:
    """Whether a known concept may be spelled out so: as the lexicon has it, or in another script."""
    seed = seeds_by_key().get(concept_key(name))
    if seed is None:
        return False
    if not long.isascii():
        return True
    return any(same_wording(alias.form, long) for alias in seed.aliases if len(alias.form) > len(name))


def _known(index: int, block: Block, pair: Pair, name: str) -> FoundConcept:
    seed = seeds_by_key().get(concept_key(name))
    aliases = _aliases(block, pair)
    if seed is not None:  # what the lexicon calls ambiguous stays so
        doubtful = {concept_key(a.form) for a in seed.aliases if a.ambiguous}
        aliases = tuple(replace(a, ambiguous=concept_key(a.form) in doubtful) for a in aliases)
    kind = seed.kind if seed else kind_of_long_form(pair.long)[0]
    return FoundConcept(name, kind, aliases, index, *_whole(pair), 0.9, "abbreviation")


def _new(index: int, block: Block, pair: Pair, taken: bool) -> FoundConcept:
    """A concept that nothing knew; under its long form where the short one is taken or says little."""
    kind, like_a_method = kind_of_long_form(pair.long)
    start, end = _whole(pair)
    in_title = block.kind is BlockKind.PAPER_TITLE
    before = _INTRODUCES_BEFORE.search(block.text, max(0, start - 90), start)
    stated = in_title or bool(before or _INTRODUCES_AFTER.match(block.text, end + 1))
    kind = kind if like_a_method or stated else ConceptKind.CONCEPT
    short = _singular(pair.short)
    clear = not taken and (len(short) >= _CLEAR_LETTERS or not short.isupper() or (stated and len(short) > 2))
    confidence = (0.8 if stated else 0.45) + (0.1 if like_a_method else 0)
    aliases = _aliases(block, pair)
    if not clear:
        aliases = tuple(replace(a, ambiguous=a.kind == "acronym") for a in aliases)
    name = short if clear else singular(pair.long)
    introduces = block.paper if stated and kind is not ConceptKind.TASK else None
    return FoundConcept(name, kind, aliases, index, start, end, confidence, "abbreviation", introduces)


def _aliases(block: Block, pair: Pair) -> tuple[AliasForm, ...]:
    short = AliasForm(_singular(pair.short), "en", "latin", "acronym")
    if pair.long.isascii():
        return short, AliasForm(pair.long, "en", "latin", "expansion")
    language = block.language if block.language in ("ja", "zh") else "zh"
    return short, alias_of(pair.long, language)


def _whole(pair: Pair) -> tuple[int, int]:
    (a, b), (c, d) = pair.short_span, pair.long_span
    return min(a, c), max(b, d)


def _singular(short: str) -> str:
    return short[:-1] if len(short) > 2 and short.endswith("s") and short[-2].isupper() else short
