"""Curation: links that nobody has checked, forms with several meanings, concepts that may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from explorer.model import NodeId
from explorer.pipeline.extract import seeds_by_key
from explorer.pipeline.extract_found import same_wording
from explorer.questions.evidence import Quote, Statement, quote, statements
from explorer.store import Reader, curation
from explorer.store.curation import Spelling
from explorer.store.statements import every_link_at, mentions_of, proposed_links
from explorer.text.matcher import concept_key

MEANING, EXPANSION, DUPLICATE = "meaning", "expansion", "duplicate"  #: what can be asked of names
_ACRONYM_LETTERS = 5  #: up to so many letters without a space, a form says little of what it names
_FORMS_SHOWN, _QUOTES_SHOWN = 8, 2
_SMALL_KANA = str.maketrans("ァィゥェォッャュョヮヴ", "アイウエオツヤユヨワブ", "ー・")


@dataclass(frozen=True, slots=True)
class NamedConcept:
    """A concept as one has to know it to decide: other forms of it, and sentences that name it."""

    id: NodeId
    name: str
    kind: str
    forms: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """One thing to decide on names.

    Attributes:
        kind: "meaning" (a form that names several concepts), "expansion" (an acronym that one concept spells
            out in two ways) or "duplicate" (two concepts that may be one).
        form: The form that is asked about; for a duplicate what both are called.
        forms: The long forms of an "expansion"; else ().
        why: The reason in words.
        sides: The concepts: one for an "expansion", two for a "duplicate", else two or more.
    """

    kind: str
    form: str
    forms: tuple[str, ...]
    why: str
    sides: tuple[NamedConcept, ...]


@dataclass(frozen=True, slots=True)
class Curation:
    """What waits: the totals, and the first of both lists."""

    links_total: int
    names_total: int
    links: tuple[Statement, ...]
    names: tuple[NameQuestion, ...]


def waiting_curation(reader: Reader, limit: int = 200, offset: int = 0) -> Curation:
    """Proposed links, most confident first, and questions on names: duplicates, then meanings, expansions."""
    found = _name_questions(reader)
    return Curation(
        curation.count_proposed(reader),
        len(found),
        in_order(reader, limit, offset),
        tuple(_filled(reader, row) for row in found[offset : offset + limit]),
    )


def count_curation(reader: Reader) -> int:
    """How many proposed links and questions on names there are."""
    return int(curation.count_proposed(reader)) + len(_name_questions(reader))


def in_order(reader: Reader, limit: int, offset: int = 0) -> tuple[Statement, ...]:
    """Proposed links with their sentences, the most confident first."""
    lines = proposed_links(reader, limit, offset)
    at = {line.id: place for place, line in enumerate(lines)}
    return tuple(sorted(statements(reader, lines), key=lambda said: at[said.link]))


def links_of(reader: Reader, node: NodeId) -> tuple[Statement, ...]:
    """Every link at a node, the rejected ones too: accepted first, then proposed, then rejected."""
    rank = {"accepted": 0, "proposed": 1, "rejected": 2}
    found = statements(reader, every_link_at(reader, node))
    return tuple(sorted(found, key=lambda said: rank.get(said.status, 3)))


def spelling_key(form: str) -> str:
    """What a plural, a hyphen, a space, a long vowel or a small kana do not change.

    >>> spelling_key("Prompt-Tunings") == spelling_key("prompt tuning")
    True
    """
    key = concept_key(form).translate(_SMALL_KANA)
    plural = len(key) > 3 and key[-1] == "s" and key[-2] not in "su" and key.isascii()
    return key[:-1] if plural else key


def _name_questions(reader: Reader) -> list[NameQuestion]:
    """All questions without what is shown of the sides."""
    rows = curation.spellings(reader)
    of_concept: defaultdict[int, list[Spelling]] = defaultdict(list)
    shared: defaultdict[str, dict[int, Spelling]] = defaultdict(dict)
    for row in rows:
        of_concept[row.concept].append(row)
        if key := spelling_key(row.form):
            shared[key].setdefault(row.concept, row)
    apart = curation.known_apart(reader)
    several = [group for group in shared.values() if len(group) > 1]
    duplicates = _duplicates(several, apart, of_concept)
    asked = {frozenset(side.id for side in row.sides) for row in duplicates}
    meanings = [
        row for row in _meanings(several, of_concept) if frozenset(s.id for s in row.sides) not in asked
    ]
    return [*duplicates, *meanings, *_expansions(of_concept)]


def _duplicates(
    several: Iterable[Mapping[int, Spelling]],
    apart: set[tuple[int, int]],
    of_concept: Mapping[int, Sequence[Spelling]],
) -> list[NameQuestion]:
    found: dict[tuple[int, int], NameQuestion] = {}
    for group in several:
        for a, b in combinations(sorted(group), 2):
            if (a, b) in apart or (a, b) in found or _is_acronym(group[a].form) or _is_acronym(group[b].form):
                continue
            sides = (_side(of_concept[a]), _side(of_concept[b]))
            found[a, b] = NameQuestion(DUPLICATE, group[a].form, (), _why(group[a], group[b]), sides)
    return list(found.values())


def _why(a: Spelling, b: Spelling) -> str:
    if a.form == b.form:
        return f"both are called “{a.form}”"
    return f"“{a.form}” and “{b.form}” are spelled alike"


def _meanings(
    several: Iterable[Mapping[int, Spelling]], of_concept: Mapping[int, Sequence[Spelling]]
) -> Iterator[NameQuestion]:
    for group in several:
        by_form: defaultdict[str, list[Spelling]] = defaultdict(list)
        for row in group.values():
            by_form[concept_key(row.form)].append(row)
        for rows in by_form.values():
            if len(rows) > 1 and any(row.status != "confirmed" for row in rows):
                why = f"“{rows[0].form}” names {len(rows)} things"
                sides = tuple(_side(of_concept[row.concept]) for row in rows)
                yield NameQuestion(MEANING, rows[0].form, (), why, sides)


def _expansions(of_concept: Mapping[int, Sequence[Spelling]]) -> Iterator[NameQuestion]:
    """Concepts with one acronym and two long forms, of which the lexicon does not know both."""
    for rows in of_concept.values():
        acronyms = [row.form for row in rows if row.alias_kind == "acronym" or _is_acronym(row.form)]
        short = min(acronyms, key=len, default="")
        long = [row for row in rows if row.alias_kind == "expansion" and row.script == "latin"]
        if not short or len(long) < 2:
            continue
        seed = seeds_by_key().get(rows[0].key)
        known = {concept_key(alias.form) for alias in seed.aliases} if seed else set()
        first = next((row for row in long if concept_key(row.form) in known), long[0])
        others = [
            r for r in long if concept_key(r.form) not in known and not same_wording(r.form, first.form)
        ]
        odd = [row.form for row in others if row.status != "confirmed" and row is not first]
        if odd:
            why = f"“{short}” is spelled out in {len(odd) + 1} ways"
            yield NameQuestion(EXPANSION, short, (first.form, *odd), why, (_side(rows),))


def _is_acronym(form: str) -> bool:
    return len(form) <= _ACRONYM_LETTERS and form.isascii() and " " not in form


def _side(rows: Sequence[Spelling]) -> NamedConcept:
    forms = dict.fromkeys(row.form for row in rows if row.form != rows[0].name)
    return NamedConcept(rows[0].concept, rows[0].name, rows[0].kind, tuple(forms)[:_FORMS_SHOWN], ())


def _filled(reader: Reader, row: NameQuestion) -> NameQuestion:
    sides = tuple(NamedConcept(s.id, s.name, s.kind, s.forms, _quotes(reader, s.id)) for s in row.sides)
    return NameQuestion(row.kind, row.form, row.forms, row.why, sides)


def _quotes(reader: Reader, concept: NodeId) -> tuple[Quote, ...]:
    """Sentences that name a concept; where only titles do, what is stated of it."""
    named = tuple(quote(line) for line in mentions_of(reader, concept, _QUOTES_SHOWN))
    if named:
        return named
    said = statements(reader, every_link_at(reader, concept)[:_QUOTES_SHOWN])
    return tuple(q for statement in said for q in statement.quotes[:1])
