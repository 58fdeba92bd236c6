"""Names in another script that renditions give: one paper under a Latin title and one in kana or kanji."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from explorer.model import ConceptKind
from explorer.model.plan import PlannedDocument
from explorer.pipeline.extract_found import FoundConcept
from explorer.pipeline.extract_lexicon import AliasForm, alias_of, general_terms, seeds_by_key
from explorer.text.language import language_of
from explorer.text.mapped import normalise
from explorer.text.matcher import concept_key

_HEAD = re.compile(r"\s?[:：]\s?|\s[-–—]{1,2}\s|[–—]")
_ARTICLE = re.compile(r"(?:the|an?)\s", re.I)
_NAME_CHARS = range(3, 25)  #: of a name in kana or kanji; a longer one is a sentence
_NO_NAME = re.compile("[、。,.!?！？「」]|(?:です|ます|した|する|れる)$|(?:による|における|ための|について)")
_CONFIDENCE = 0.75


def translated_names(
    planned: Sequence[PlannedDocument], names: Mapping[str, str], found: Sequence[Sequence[FoundConcept]]
) -> tuple[tuple[FoundConcept, ...], ...]:
    """Per document, the concepts that its titles name in kana or kanji and another title in Latin letters.

    The Latin title, or what stands before its colon, has to be the name of a concept; the other title,
    or what stands before its dash, is then the translation.

    Args:
        names: ``concept_key`` of a spelling → name of its concept.
        found: What the documents state of concepts, aligned with ``planned``.
    """
    known = {**names, **{c.key: c.name for row in found for c in row if c.accepted}}
    kinds = {c.key: c.kind for row in found for c in row}
    latin = _latin_names(planned, known)
    return tuple(tuple(_in_document(document, latin, known, kinds)) for document in planned)


def _latin_names(planned: Sequence[PlannedDocument], known: Mapping[str, str]) -> dict[int, str]:
    """Work → the concept that one of its Latin titles names."""
    found: dict[int, set[str]] = defaultdict(set)
    for document in planned:
        for record, resolution in zip(document.document.papers, document.resolutions, strict=True):
            if language_of(record.title) == "en":
                whole = _ARTICLE.sub("", record.title, count=1)
                for form in (whole, _HEAD.split(whole, maxsplit=1)[0]):
                    if name := known.get(concept_key(form), ""):
                        found[resolution.work].add(name)
    return {work: next(iter(names)) for work, names in found.items() if len(names) == 1}


def _in_document(
    document: PlannedDocument,
    latin: Mapping[int, str],
    known: Mapping[str, str],
    kinds: Mapping[str, ConceptKind],
) -> Iterator[FoundConcept]:
    read = document.document
    for paper, resolution in enumerate(document.resolutions):
        name = latin.get(resolution.work, "")
        head = _HEAD.split(normalise(read.papers[paper].title), maxsplit=1)[0].strip()
        if not name or not _is_name(head) or concept_key(head) in {*known, *general_terms()}:
            continue
        for index, block in enumerate(read.blocks):
            start = block.text.find(head) if block.paper == paper else -1
            if start >= 0:
                yield _found(name, _alias(head, read.language), (index, start, start + len(head)), kinds)
                break


def _is_name(head: str) -> bool:
    return language_of(head) in ("ja", "zh") and len(head) in _NAME_CHARS and not _NO_NAME.search(head)


def _alias(head: str, language: str) -> AliasForm:
    return alias_of(head, language if language in ("ja", "zh") else language_of(head))


def _found(
    name: str, alias: AliasForm, place: tuple[int, int, int], kinds: Mapping[str, ConceptKind]
) -> FoundConcept:
    seed = seeds_by_key().get(concept_key(name))
    kind = seed.kind if seed else kinds.get(concept_key(name), ConceptKind.METHOD)
    return FoundConcept(name, kind, (alias,), *place, _CONFIDENCE, "rendition")
