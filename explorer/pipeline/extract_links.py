"""Typed links of a document: between concepts that a sentence names, from papers to what they introduce."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explorer.model import Block, BlockKind, PaperRecord
from explorer.pipeline.extract_found import ACCEPT_CONCEPT_FROM, FoundConcept
from explorer.pipeline.extract_lexicon import load_lexicon
from explorer.pipeline.extract_mentions import FoundMention
from explorer.pipeline.extract_topics import find_topics, section_topics

if TYPE_CHECKING:
    from explorer.text.relations import Relation

_TELLING = frozenset(
    {BlockKind.ABSTRACT, BlockKind.SUMMARY, BlockKind.TEXT, BlockKind.ANSWER, BlockKind.HEADING}
)
#: what a passage says of a paper that gives its method no name
_OF_PAPER = {
    "builds_on": "uses",
    "trained_on": "uses",
    "evaluated_on": "evaluates_on",
    "addresses_limit_of": "criticises",
}
_SURVEY = re.compile(r"\b(?:survey|review|overview|primer)\b|サーベイ|综述", re.I)


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link that a document asserts, with the sentence.

    Attributes:
        subject: Key of a concept, or ``#n`` for paper n of the document.
        object: Key of a concept.
        block, start, end: Evidence, in the normalised text of that block.
        rule: The pattern that found it.
    """

    subject: str
    predicate: str
    object: str
    block: int
    start: int
    end: int
    confidence: float
    rule: str


def find_links(
    blocks: Sequence[Block],
    mentions: Sequence[FoundMention],
    found: Sequence[FoundConcept],
    kinds: Mapping[str, str],
    papers: Sequence[PaperRecord] = (),
) -> tuple[FoundLink, ...]:
    """Links in the order of the blocks.

    Args:
        mentions: Of these blocks, in order, not overlapping.
        found: What ``find_concepts`` saw in the document: what its papers introduce.
        kinds: Key → kind of the concepts that are in neither ``found`` nor the lexicon.
        papers: Of the document; ``Block.paper`` counts them.
    """
    from explorer.text.relation_discourse import find_in_discourse
    from explorer.text.relations import find_relations  # its patterns take a second to compile

    kind_of = {**kinds, **{c.key: c.kind.value for c in found}, **_lexicon_kinds()}
    topics = find_topics(blocks, mentions, found, papers, kind_of)
    sections = section_topics(blocks, mentions)
    by_block: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for m in mentions:
        by_block[m.block].append((m.start, m.end, m.key))
    links = [
        _introduces(c) for c in found if c.introduces is not None and c.confidence >= ACCEPT_CONCEPT_FROM
    ]
    for index, block in enumerate(blocks):
        names = by_block.get(index)
        if not names:
            continue
        if block.kind is BlockKind.PAPER_TITLE and block.paper is not None:
            links += _surveys(index, block, names, topics.get(block.paper, ""))
        if block.kind in _TELLING or block.kind is BlockKind.PAPER_TITLE:
            topic = topics.get(block.paper, f"#{block.paper}") if block.paper is not None else ""
            topic = topic or sections.get(block.section, "")
            said = (
                *find_relations(block.text, names, kind_of, topic),
                *find_in_discourse(block.text, names, kind_of, topic),
            )
            links += (link for r in said if (link := _link(index, r)))
    return tuple(links)


def _introduces(concept: FoundConcept) -> FoundLink:
    place = (concept.block, concept.start, concept.end)
    return FoundLink(
        f"#{concept.introduces}", "introduces", concept.key, *place, concept.confidence, concept.rule
    )


def _surveys(
    index: int, block: Block, names: Sequence[tuple[int, int, str]], introduced: str
) -> list[FoundLink]:
    """What a paper whose title says that it is a survey names there."""
    if not _SURVEY.search(block.text):
        return []
    keys = dict.fromkeys(key for _, _, key in names if key != introduced)
    place = (index, 0, len(block.text))
    return [FoundLink(f"#{block.paper}", "surveys", key, *place, 0.8, "survey title") for key in keys]


def _link(index: int, relation: Relation) -> FoundLink | None:
    """A relation as a link; None where a paper cannot state such a thing of a concept."""
    predicate = relation.predicate
    if relation.object.startswith("#"):
        return None
    if relation.subject.startswith("#"):
        predicate = _OF_PAPER.get(predicate, "")
    if not predicate:
        return None
    place = (index, relation.start, relation.end)
    return FoundLink(relation.subject, predicate, relation.object, *place, relation.confidence, relation.rule)


def _lexicon_kinds() -> dict[str, str]:
    return {concept.key: concept.kind.value for concept in load_lexicon()}
