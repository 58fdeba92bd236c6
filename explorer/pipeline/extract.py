"""Documents → concepts, mentions and links: pure functions; whoever calls them keeps the library.

A concept is named by its key, ``text.matcher.concept_key`` of its name. All
offsets are in the normalised text of a block (``Block.text``);
``text.mapped.MappedText`` leads from there to the source.
"""

from __future__ import annotations

from explorer.pipeline.extract_concepts import PROSE, TITLES, find_concepts
from explorer.pipeline.extract_found import ACCEPT_CONCEPT_FROM, FoundConcept, agree
from explorer.pipeline.extract_lexicon import (
    AliasForm,
    ConceptSeed,
    general_terms,
    known_keys,
    load_lexicon,
    seeds_by_key,
)
from explorer.pipeline.extract_links import FoundLink, find_links
from explorer.pipeline.extract_mentions import FoundMention, build_matcher, find_mentions
from explorer.text.matcher import concept_key

__all__ = [
    "ACCEPT_CONCEPT_FROM",
    "PROSE",
    "TITLES",
    "AliasForm",
    "ConceptSeed",
    "FoundConcept",
    "FoundLink",
    "FoundMention",
    "agree",
    "build_matcher",
    "concept_key",
    "find_concepts",
    "find_links",
    "find_mentions",
    "general_terms",
    "known_keys",
    "load_lexicon",
    "seeds_by_key",
]
