"""Katakana words of a document that sound out a name which the same document writes in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from explorer.model import Block, ConceptKind
from explorer.pipeline.extract_found import FoundConcept
from explorer.pipeline.extract_lexicon import AliasForm, general_terms, seeds_by_key
from explorer.text.matcher import HEADS, concept_key
from explorer.text.transliteration import sounds_like

_WORD = re.compile(
    rf"([ァ-ヴー・]{{3,}}?)(?:(?:{HEADS})(?![ァ-ヴー]))?(?![ァ-ヴー・])((?:\s?\d+(?:\.\d+)?)?)"
)
_LATIN = re.compile(r"[A-Z][a-z]+[A-Za-z]*(?:-[A-Za-z]+)*(?:[ -][A-Z][A-Za-z]+)?(?:[ -]\d+(?:\.\d+)?)?")
_CONFIDENCE = 0.8
_NAMED = frozenset({ConceptKind.METHOD, ConceptKind.MODEL, ConceptKind.DATASET, ConceptKind.BENCHMARK})


def transliterated(
    blocks: Sequence[tuple[int, Block]], found: Sequence[FoundConcept], names: Mapping[str, str]
) -> Iterator[FoundConcept]:
    """Concepts whose name stands here in both scripts, with the katakana form as their alias.

    Args:
        blocks: Titles and prose with their indices.
        found: What the document states of concepts otherwise.
        names: Key of a known spelling → name of its concept.
    """
    words = _katakana(blocks, names)
    if not words:
        return
    latin = _in_latin(blocks, found, names)
    for word, (index, start, end) in words.items():
        meant = [name for name in latin if sounds_like(word, name)]
        if len(meant) == 1:
            alias = AliasForm(word, "ja", "kana", "transliteration")
            kind = latin[meant[0]]
            yield FoundConcept(meant[0], kind, (alias,), index, start, end, _CONFIDENCE, "transliteration")


def _katakana(
    blocks: Sequence[tuple[int, Block]], names: Mapping[str, str]
) -> dict[str, tuple[int, int, int]]:
    """Katakana words that nothing knows yet → where each stands first."""
    found: dict[str, tuple[int, int, int]] = {}
    for index, block in blocks:
        for hit in _WORD.finditer(block.text):
            word = hit[1].strip("・") + hit[2]
            key = concept_key(word)
            if key not in names and concept_key(hit[1]) not in general_terms():
                found.setdefault(word, (index, hit.start(), hit.start() + len(word)))
    return found


def _in_latin(
    blocks: Sequence[tuple[int, Block]], found: Sequence[FoundConcept], names: Mapping[str, str]
) -> dict[str, ConceptKind]:
    """Names that the document writes in Latin letters → their kind; acronyms are not sounded out."""
    kinds = {c.name: c.kind for c in found if c.accepted and _LATIN.fullmatch(c.name)}
    for _, block in blocks:
        for hit in _LATIN.finditer(block.text):
            name = names.get(concept_key(hit[0]), "")
            seed = seeds_by_key().get(concept_key(name))
            if name and _LATIN.fullmatch(name):
                kinds.setdefault(name, seed.kind if seed else ConceptKind.METHOD)
    return {name: kind for name, kind in kinds.items() if kind in _NAMED}
