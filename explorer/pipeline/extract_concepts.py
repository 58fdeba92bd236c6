"""Concepts that a document states: by the lexicon, titles, abbreviation pairs, and names in prose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from explorer.model import Block, BlockKind, ConceptKind, PaperRecord
from explorer.pipeline.extract_found import SURE, FoundConcept, merge_found
from explorer.pipeline.extract_lexicon import (
    ConceptSeed,
    alias_of,
    known_keys,
    load_lexicon,
    seeds_by_key,
)
from explorer.pipeline.extract_names import coined_names, kind_of_title_name, title_name
from explorer.pipeline.extract_pairs import concepts_of_pairs
from explorer.pipeline.extract_prose import NamedInProse, named_in_prose, repeated_name
from explorer.pipeline.extract_transliterated import transliterated
from explorer.text.matcher import Matcher, concept_key

_FIRST_VERSION = re.compile(r"([A-Za-z][\w -]{3,}?)[-_ ]?v1(?:\.0)?", re.I)
PROSE = frozenset(
    {BlockKind.ABSTRACT, BlockKind.SUMMARY, BlockKind.TEXT, BlockKind.QUESTION, BlockKind.ANSWER}
)
TITLES = frozenset({BlockKind.PAPER_TITLE, BlockKind.HEADING, BlockKind.TITLE})


def find_concepts(
    blocks: Sequence[Block],
    papers: Sequence[PaperRecord],
    known: Mapping[str, str],
    lexicon: Mapping[str, str] | None = None,
) -> tuple[FoundConcept, ...]:
    """What a document states of concepts, each once, in the order of the first statement.

    Args:
        known: ``concept_key`` of a spelling → name of its concept, for what the
            library holds; the lexicon is always known.
        lexicon: The same for the lexicon; None for all of it.
    """
    names = {**known, **(known_keys() if lexicon is None else lexicon)}
    found: list[FoundConcept] = []
    by_paper: defaultdict[int | None, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.kind in TITLES or block.kind in PROSE:
            by_paper[block.paper].append(index)
    for paper, record in enumerate(papers):
        own = [(i, blocks[i]) for i in by_paper.get(paper, ())]
        found += _by_lexicon(paper, record, own)
        found += _by_title(paper, record, own, names)
    for index, block in enumerate(blocks):
        if block.kind in TITLES or block.kind in PROSE:
            found += concepts_of_pairs(index, block, names)
        if block.kind in PROSE:
            found += _by_prose(index, block, names)
    found += _by_repetition(blocks, {**names, **{concept.key: concept.name for concept in found}})
    read = [(i, block) for i, block in enumerate(blocks) if block.kind in TITLES or block.kind in PROSE]
    found += list(transliterated(read, found, names))
    return tuple(_with_unnumbered(concept) for concept in merge_found(found))


def _with_unnumbered(concept: FoundConcept) -> FoundConcept:
    """The first version is also called without its number, where the context says that it is meant."""
    first = _FIRST_VERSION.fullmatch(concept.name)
    if first is None:
        return concept
    alias = replace(alias_of(first[1], "en", "version"), ambiguous=True)
    return replace(concept, aliases=(*concept.aliases, alias))


def _by_lexicon(
    paper: int, record: PaperRecord, blocks: Sequence[tuple[int, Block]]
) -> Iterator[FoundConcept]:
    """Concepts that the paper of this arXiv id introduced, where its text here names them."""
    for seed, matcher in _introduced_by().get(record.arxiv_id, ()):
        for index, block in blocks:
            if hits := matcher.find(block.text):
                place = (index, hits[0].start, hits[0].end)
                yield FoundConcept(seed.name, seed.kind, (), *place, SURE, "lexicon", paper)
                break


def _by_title(
    paper: int, record: PaperRecord, blocks: Sequence[tuple[int, Block]], names: Mapping[str, str]
) -> Iterator[FoundConcept]:
    prose = record.abstract or "\n".join(block.text for _, block in blocks if block.kind in PROSE)
    named = title_name(record.title, prose)
    if named is None:
        return
    if concept_key(named.name) in names:
        yield from _known_by_title(paper, record, blocks, (named.name, names[concept_key(named.name)]))
        return
    for index, block in blocks:
        start = block.text.find(named.name)
        if start >= 0:
            kind = kind_of_title_name(named.name, record.title)
            place = (index, start, start + len(named.name))
            aliases = (alias_of(named.name, "en"),)
            yield FoundConcept(named.name, kind, aliases, *place, named.confidence, "title", paper)
            return


def _known_by_title(
    paper: int, record: PaperRecord, blocks: Sequence[tuple[int, Block]], names: tuple[str, str]
) -> Iterator[FoundConcept]:
    """A concept of the lexicon whose paper it does not know, by the name before the colon of a title."""
    written, name = names
    seed = seeds_by_key().get(concept_key(name))
    if seed is None or seed.introduced_by_arxiv or not record.title.startswith(f"{written}:"):
        return
    for index, block in blocks:
        start = block.text.find(written)
        if start >= 0 and block.kind in TITLES:
            yield FoundConcept(name, seed.kind, (), index, start, start + len(written), 0.85, "title", paper)
            return


def _by_prose(index: int, block: Block, names: Mapping[str, str]) -> Iterator[FoundConcept]:
    for hit in named_in_prose(block.text):
        if concept_key(hit.name) not in names:
            yield _found(index, block, hit)


def _by_repetition(blocks: Sequence[Block], names: Mapping[str, str]) -> Iterator[FoundConcept]:
    """Made-up names that a document uses again, though nothing in it says what they are."""
    places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.kind in PROSE:
            for start, end in coined_names(block.text):
                places[block.text[start:end]].append((index, start, end))
    for name, where in places.items():
        if len(where) > 1 and repeated_name(name) and concept_key(name) not in names:
            yield FoundConcept(name, ConceptKind.METHOD, (alias_of(name, "en"),), *where[0], 0.5, "repeated")


def _found(index: int, block: Block, hit: NamedInProse) -> FoundConcept:
    introduces = block.paper if hit.rule == "introduced" else None
    language = "en" if hit.name.isascii() else block.language or "ja"
    return FoundConcept(
        hit.name,
        hit.kind,
        (alias_of(hit.name, language, "name"),),
        index,
        hit.start,
        hit.end,
        hit.confidence,
        hit.rule,
        introduces,
        hit.variant_of,
    )


@cache
def _introduced_by() -> dict[str, list[tuple[ConceptSeed, Matcher]]]:
    """arXiv id → what its paper introduced."""
    found: defaultdict[str, list[tuple[ConceptSeed, Matcher]]] = defaultdict(list)
    for seed in load_lexicon():
        if seed.introduced_by_arxiv:
            found[seed.introduced_by_arxiv].append((seed, Matcher(seed.forms())))
    return dict(found)
