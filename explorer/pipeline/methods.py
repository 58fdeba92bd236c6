"""Documents of a plan → concepts, mentions and links, with raw offsets: extraction joined to the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from explorer.model import Block, Document
from explorer.model.plan import (
    PlannedAlias,
    PlannedConcept,
    PlannedDocument,
    PlannedLink,
    PlannedMention,
    PlannedSource,
)
from explorer.pipeline.decided_names import DecidedNames, decided_names
from explorer.pipeline.extract import (
    ACCEPT_CONCEPT_FROM,
    FoundConcept,
    agree,
    build_matcher,
    concept_key,
    find_concepts,
    find_mentions,
    seeds_by_key,
)
from explorer.pipeline.extract_links import FoundLink, find_links
from explorer.pipeline.extract_translated import translated_names
from explorer.store import Reader
from explorer.store.concepts import BlockText, KnownAlias, blocks_naming, known_aliases
from explorer.text.bigrams import match_query
from explorer.text.mapped import MappedText, decode
from explorer.text.matcher import Form, Matcher

_MOST_EARLIER_BLOCKS = 500  #: passages of the library that are read again for one new name
_LEXICON_CONFIDENCE = 0.9
_ACCEPT_LINK_FROM = 0.7  #: below, a link is a proposal, hidden until asked for

Methods = tuple[tuple[PlannedConcept, ...], tuple[PlannedMention, ...], tuple[PlannedLink, ...]]


def find_methods(
    reader: Reader, sources: Sequence[PlannedSource], planned: Sequence[PlannedDocument]
) -> Methods:
    """What the documents of a plan say of methods, and where the library named the new ones before."""
    known, decided = known_aliases(reader), decided_names(reader)
    names, lexicon = {concept_key(alias.form): alias.name for alias in known}, decided.lexicon_names()
    stated_in = [find_concepts(d.blocks, d.papers, names, lexicon) for d in (row.document for row in planned)]
    translated = translated_names(planned, {**lexicon, **names}, stated_in)
    stated_in = [(*row, *more) for row, more in zip(stated_in, translated, strict=True)]
    found = agree([[decided.found(concept) for concept in row] for row in stated_in])
    accepted = [[concept for concept in row if concept.accepted] for row in found]
    matcher = build_matcher([*_library_forms(known), *_found_forms(accepted)], decided.lexicon_forms())
    kinds = {concept_key(alias.name): alias.kind for alias in known}
    mentions: list[PlannedMention] = []
    links: list[PlannedLink] = []
    for i, row in enumerate(planned):
        text = sources[row.source].text
        made, stated = _read_document((i, row.document, text), matcher, accepted[i], kinds)
        mentions += made
        links += [*stated, *_versions(made, decided)]
    held = {concept_key(alias.name) for alias in known}
    mentions += _earlier(reader, matcher, [c for row in accepted for c in row if c.key not in held])
    used = {m.concept for m in mentions} | {key for x in links for key in (x.subject, x.object)}
    return _concepts(accepted, used, decided), tuple(mentions), tuple(links)


def library_matcher(reader: Reader) -> Matcher:
    """All names that the library and the lexicon have, as a person left them."""
    return build_matcher(_library_forms(known_aliases(reader)), decided_names(reader).lexicon_forms())


def _library_forms(known: Iterable[KnownAlias]) -> Iterator[Form]:
    for alias in known:
        yield Form(alias.form, concept_key(alias.name), coined=" " not in alias.form)


def _found_forms(accepted: Iterable[Iterable[FoundConcept]]) -> Iterator[Form]:
    for row in accepted:
        for concept in row:
            for alias in concept.aliases:
                yield Form(alias.form, concept.key, alias.ambiguous, alias.cased, " " not in alias.form)


def _read_document(
    place: tuple[int, Document, str],
    matcher: Matcher,
    accepted: Sequence[FoundConcept],
    kinds: Mapping[str, str],
) -> tuple[list[PlannedMention], list[PlannedLink]]:
    number, document, source = place
    blocks = document.blocks
    texts = _Texts(blocks, source)
    found = find_mentions([b.text for b in blocks], matcher, [b.paper for b in blocks])
    mentions = []
    for m in found:
        span = texts[m.block].span(m.start, m.end)
        mentions.append(PlannedMention(m.key, number, m.block, span.start, span.end, span.exact))
    links = [
        _planned(number, link, texts) for link in find_links(blocks, found, accepted, kinds, document.papers)
    ]
    return mentions, links


class _Texts:
    """Mapped texts of a document's blocks, made when they are first asked for."""

    def __init__(self, blocks: Sequence[Block], source: str) -> None:
        self._blocks = blocks
        self._source = source
        self._made: dict[int, MappedText] = {}

    def __getitem__(self, block: int) -> MappedText:
        if block not in self._made:
            b = self._blocks[block]
            self._made[block] = decode(self._source, b.start, b.end, b.coding)
        return self._made[block]


def _planned(number: int, link: FoundLink, texts: _Texts) -> PlannedLink:
    span = texts[link.block].span(link.start, link.end)
    enough = ACCEPT_CONCEPT_FROM if link.predicate == "introduces" else _ACCEPT_LINK_FROM
    return PlannedLink(
        link.subject,
        link.predicate,
        link.object,
        link.confidence,
        f"rule:{link.rule}",
        number,
        link.block,
        span.start,
        span.end,
        span.exact,
        accepted=link.confidence >= enough,
    )


def _versions(mentions: Sequence[PlannedMention], decided: DecidedNames) -> Iterator[PlannedLink]:
    """Versions and sizes in the lexicon, where a document names both: the names themselves say it."""
    named = {m.concept for m in mentions}
    seen: set[str] = set()
    for m in mentions:
        seed = seeds_by_key().get(m.concept)
        parent = decided.key(concept_key(seed.variant_of)) if seed is not None and seed.variant_of else ""
        if parent in named and parent != m.concept and m.concept not in seen:
            seen.add(m.concept)
            place = (m.document, m.block, m.start, m.end, m.exact)
            yield PlannedLink(m.concept, "variant_of", parent, _LEXICON_CONFIDENCE, "rule:lexicon", *place)


def _earlier(reader: Reader, matcher: Matcher, new: Sequence[FoundConcept]) -> list[PlannedMention]:
    """Passages of the library that name a concept which only this plan makes known."""
    wanted: dict[str, list[str]] = {}
    for concept in new:
        wanted.setdefault(concept.key, []).extend(alias.form for alias in concept.aliases)
    return mentions_in_library(reader, matcher, wanted)


def mentions_in_library(
    reader: Reader, matcher: Matcher, wanted: Mapping[str, Iterable[str]]
) -> list[PlannedMention]:
    """Passages of the library that name some concepts (key → forms to look for)."""
    blocks: dict[int, BlockText] = {}
    for forms in wanted.values():
        for form in dict.fromkeys(forms):
            if match := match_query(f'"{form}"'):
                blocks |= {b.id: b for b in blocks_naming(reader, match, _MOST_EARLIER_BLOCKS)}
    ids = sorted(blocks)
    mentions = []
    for m in find_mentions([blocks[i].text for i in ids], matcher, list(zip(count(), ids))):
        if m.key in wanted:
            block = blocks[ids[m.block]]
            span = decode(block.raw, 0, None, block.coding).span(m.start, m.end)
            start, end = block.start + span.start, block.start + span.end
            mentions.append(PlannedMention(m.key, -1, block.id, start, end, span.exact))
    return mentions


def _concepts(
    accepted: Iterable[Iterable[FoundConcept]], used: set[str], decided: DecidedNames
) -> tuple[PlannedConcept, ...]:
    """The concepts that mentions and links of the plan speak of, with every alias found for them."""
    aliases: dict[str, dict[str, PlannedAlias]] = {}
    made: dict[str, PlannedConcept] = {}
    for key, seed in seeds_by_key().items():
        if key in used:
            made[key] = PlannedConcept(key, seed.name, seed.kind, ())
            allowed = (a for a in seed.aliases if decided.allows(key, a.form))
            aliases[key] = {a.form: PlannedAlias(a.form, a.language, a.script, a.kind) for a in allowed}
    for row in accepted:
        for concept in row:
            if concept.key not in used:
                continue
            made.setdefault(concept.key, PlannedConcept(concept.key, concept.name, concept.kind, ()))
            forms = aliases.setdefault(concept.key, {})
            for a in concept.aliases:
                forms.setdefault(a.form, PlannedAlias(a.form, a.language, a.script, a.kind))
    return tuple(PlannedConcept(c.key, c.name, c.kind, tuple(aliases[c.key].values())) for c in made.values())
