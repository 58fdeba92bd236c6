"""A concept as one document states it, and how several statements become one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from explorer.model import ConceptKind
from explorer.pipeline.extract_lexicon import AliasForm
from explorer.text.matcher import concept_key

ACCEPT_CONCEPT_FROM = 0.5  #: confidence from which a concept is one; below it is a proposal
SURE = 0.95
_SEEN_AGAIN = 0.15  #: more confidence where a second block or document says it
_SAME_WORDING = 0.7  #: similarity from which two long forms are one


@dataclass(frozen=True, slots=True)
class FoundConcept:
    """A concept that one document states, with the place that says so.

    Attributes:
        name: Canonical name; that of the known concept where it is known.
        aliases: Spellings that the document gives.
        block, start, end: Evidence, in the normalised text of that block.
        confidence: 0 to 1; from ACCEPT_CONCEPT_FROM it is accepted.
        rule: What found it: lexicon, title, abbreviation, introduced, head noun, version.
        introduces: Index of the paper that introduces it, or None.
        variant_of: Name of the concept of which it is a version or size, or "".
    """

    name: str
    kind: ConceptKind
    aliases: tuple[AliasForm, ...]
    block: int
    start: int
    end: int
    confidence: float
    rule: str
    introduces: int | None = None
    variant_of: str = ""

    @property
    def key(self) -> str:
        return concept_key(self.name)

    @property
    def accepted(self) -> bool:
        return self.confidence >= ACCEPT_CONCEPT_FROM


def same_wording(a: str, b: str) -> bool:
    """Whether two long forms are one but for inflection ("Augmented" and "Augmentation")."""
    first, second = concept_key(a), concept_key(b)
    return first == second or SequenceMatcher(None, first, second, autojunk=False).ratio() >= _SAME_WORDING


def merge_found(found: Iterable[FoundConcept]) -> tuple[FoundConcept, ...]:
    """One of each concept, in the order in which they first appear.

    A short form that a second place spells out differently (CRL: contrastive or
    causal) is a second concept, under its long form.
    """
    groups: dict[str, list[FoundConcept]] = {}
    for concept in found:
        same = groups.get(concept.key)
        if same and _spelled_differently(concept, same):
            concept = _under_long_form(concept)
        groups.setdefault(concept.key, []).append(concept)
    return tuple(_merge(same) for same in groups.values())


def agree(found: Sequence[Sequence[FoundConcept]]) -> tuple[tuple[FoundConcept, ...], ...]:
    """The finds of several documents: surer where a second one states the same, of one name and kind each."""
    by_key: defaultdict[str, list[FoundConcept]] = defaultdict(list)
    for document in found:
        for concept in document:
            by_key[concept.key].append(concept)
    settled = {key: _merge(same) for key, same in by_key.items()}
    return tuple(
        tuple(
            replace(
                c, name=settled[c.key].name, kind=settled[c.key].kind, confidence=settled[c.key].confidence
            )
            for c in document
        )
        for document in found
    )


def _merge(same: Sequence[FoundConcept]) -> FoundConcept:
    best = max(same, key=lambda c: c.confidence)
    again = len({(c.block, c.start) for c in same}) > 1
    confidence = best.confidence + (_SEEN_AGAIN if again and best.confidence < SURE else 0)
    return replace(
        best,
        aliases=tuple(dict.fromkeys(alias for concept in same for alias in concept.aliases)),
        confidence=min(SURE, confidence),
        introduces=next((c.introduces for c in same if c.introduces is not None), None),
        variant_of=next((c.variant_of for c in same if c.variant_of), ""),
    )


def _expansions(concept: FoundConcept) -> list[str]:
    return [a.form for a in concept.aliases if a.kind == "expansion" and a.script == "latin"]


def _spelled_differently(concept: FoundConcept, same: Sequence[FoundConcept]) -> bool:
    mine = _expansions(concept)
    theirs = [form for other in same for form in _expansions(other)]
    return bool(mine and theirs) and not any(same_wording(mine[0], form) for form in theirs)


def _under_long_form(concept: FoundConcept) -> FoundConcept:
    aliases = tuple(
        replace(alias, ambiguous=True) if alias.kind == "acronym" else alias for alias in concept.aliases
    )
    return replace(concept, name=_expansions(concept)[0], aliases=aliases)
