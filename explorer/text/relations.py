"""How named methods stand to one another, sentence by sentence: builds on, outperforms, is trained on …

References:
    M. A. Hearst. Automatic acquisition of hyponyms from large text corpora.
    COLING 1992 (patterns over the words between two names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from explorer.text.relation_grammar import Grammar, grammar_of, objects, stated_subject
from explorer.text.relation_rules import FIRST, MEASURES, MOST_NAMES, NAME, Rule
from explorer.text.sentences import sentence_spans

Named = tuple[int, int, str]  #: start, end, key of a name in a text
_MAX_CHARS = 1200
_PRIVATE = re.compile("[\ue000-\uf8ff]")  #: bullets of symbol fonts; here such a character is a name
_ARROW = re.compile(rf"({NAME})\s?(?:→|⇒|➔|➡|->|=>)\s?(?={NAME})")
_SPACED = re.compile(rf"(?:(?<!\s)\s++)?({NAME})\s*")  #: as many write Latin names in Chinese and Japanese
_SUCCEEDED = Rule("arrow", "succeeded_by", _ARROW, 0.85)
_GLOSS = re.compile(r"\s?\([^()]{0,120}\)|\s?\[[^\[\]]{0,60}\]")
_NAMES = re.compile(NAME)
_LEAST = 0.55  #: below this a sentence says nothing
_IMPLIED = 0.15  #: less confidence where the subject is only the topic of the text
_OF_PAPER = 0.05  #: the same where the topic is the paper itself
_VERSUS = ("outperforms", "competes_with", "addresses_limit_of", "compared_with")  #: the stronger first


@dataclass(frozen=True, slots=True)
class Relation:
    """``text[start:end]`` is the sentence that says "subject predicate object".

    Attributes:
        subject, object: Keys of the names.
        rule: Name of the pattern.
    """

    subject: str
    predicate: str
    object: str
    start: int
    end: int
    confidence: float
    rule: str


def find_relations(
    text: str, names: Sequence[Named], kinds: Mapping[str, str], topic: str = ""
) -> tuple[Relation, ...]:
    """What the sentences of a text say of the names in it.

    Questions, negations ("does not outperform") and guesses ("may outperform")
    say nothing.

    Args:
        names: Not overlapping, in the order of the text.
        kinds: Key → "method", "benchmark" …; where it is missing, any will do.
        topic: Key of what the text is about, for sentences without a subject
            of their own ("outperforms DPO"), or "#n" for paper n; "" where there is none.
    """
    found: list[Relation] = []
    at = 0
    for start, end in sentence_spans(text):
        while at < len(names) and names[at][0] < start:
            at += 1
        inside = at
        while inside < len(names) and names[inside][1] <= end:
            inside += 1
        here, at = names[at:inside], inside
        if here and len(here) <= MOST_NAMES and end - start <= _MAX_CHARS:
            found += _of_sentence(text, (start, end), here, kinds, topic)
    return tuple(found)


def _of_sentence(
    text: str, span: tuple[int, int], names: Sequence[Named], kinds: Mapping[str, str], topic: str
) -> list[Relation]:
    masked, keys = _masked(text, span, names)
    best: dict[tuple[str, str, str], Relation] = {}
    for subject, rule, other, implied in _said(masked, keys, topic):
        doubt = (_OF_PAPER if topic.startswith("#") else _IMPLIED) if implied else 0
        confidence = round(rule.confidence - doubt, 2)
        if subject == other or confidence < _LEAST or not _kinds_fit(subject, rule, other, kinds):
            continue
        relation = Relation(subject, rule.predicate, other, *span, confidence, rule.name)
        key = (subject, rule.predicate, other)
        if key not in best or best[key].confidence < confidence:
            best[key] = relation
    return [relation for key, relation in best.items() if not _is_weaker(key, best)]


def _masked(text: str, span: tuple[int, int], names: Sequence[Named]) -> tuple[str, list[str]]:
    """The sentence with one character for each name; "Long Form (LF)" is one name."""
    pieces: list[str] = []
    keys: list[str] = []
    done = span[0]
    for start, end, key in names:
        gap = _PRIVATE.sub(" ", text[done:start])
        if keys and keys[-1] == key and gap.strip() == "(" and text[end : end + 1] == ")":
            done = end + 1
            continue
        pieces += (gap, chr(FIRST + len(keys)))
        keys.append(key)
        done = end
    pieces.append(_PRIVATE.sub(" ", text[done : span[1]]))
    return "".join(pieces), keys


def _said(masked: str, keys: Sequence[str], topic: str) -> Iterator[tuple[str, Rule, str, bool]]:
    """(subject, rule, object, whether the subject is only implied) of all that the patterns see."""
    for hit in _ARROW.finditer(masked):
        yield keys[ord(hit[1]) - FIRST], _SUCCEEDED, keys[ord(masked[hit.end()]) - FIRST], False
    grammar = grammar_of(masked)
    if not grammar.spaced:
        masked = _SPACED.sub(r"\1", masked)
    if grammar.asks(masked):
        return
    yield from _by_rules(masked, keys, topic, grammar)
    without = _GLOSS.sub("", masked)  # "Vicuna (LLaMA, tuned) and CLIP" joins Vicuna and CLIP
    if without != masked:
        yield from _by_rules(without, keys, topic, grammar)


def _by_rules(
    masked: str, keys: Sequence[str], topic: str, grammar: Grammar
) -> Iterator[tuple[str, Rule, str, bool]]:
    alone = len(_NAMES.findall(masked)) < 2  # then no pattern that holds both of its ends can match
    if alone and not topic:
        return
    for rule in grammar.rules:
        if alone and "s" in rule.pattern.groupindex:
            continue
        for hit in _overlapping(rule.pattern, masked):
            if grammar.denies(masked, hit):
                continue
            subjects = _subjects(masked, hit, rule, grammar)
            if subjects is None or not (subjects or topic):
                continue
            named = [keys[i] for i in subjects] or [topic]
            for one, other in product(named, [keys[i] for i in objects(masked, hit)]):
                ends = (other, rule, one) if rule.swap else (one, rule, other)
                yield (*ends, not subjects)


def _subjects(masked: str, hit: re.Match[str], rule: Rule, grammar: Grammar) -> list[int] | None:
    """Numbers of the names that are the subject; empty where it is the topic, None where it is neither."""
    if rule.of_topic:
        return []
    return (
        stated_subject(masked, hit) if "s" in rule.pattern.groupindex else grammar.subject(masked, hit, rule)
    )


def _overlapping(pattern: re.Pattern[str], masked: str) -> Iterator[re.Match[str]]:
    """Matches of a rule; the object of one may be the subject of the next."""
    hit = pattern.search(masked)
    while hit is not None:
        yield hit
        hit = pattern.search(masked, max(hit.start() + 1, hit.start("o")))


def _kinds_fit(subject: str, rule: Rule, other: str, kinds: Mapping[str, str]) -> bool:
    """Whether things of these kinds can stand so: nothing builds on a benchmark, no benchmark outperforms."""
    unknown = set() if rule.of_topic else {""}  # a topic must be known to be a benchmark
    allowed = kinds.get(other, "") in {*unknown, *rule.kinds}
    return allowed and (kinds.get(subject, "") not in MEASURES or rule.predicate in ("part_of", "variant_of"))


def _is_weaker(key: tuple[str, str, str], best: Mapping[tuple[str, str, str], Relation]) -> bool:
    """Whether the same sentence says the matter more clearly, or also the opposite."""
    subject, predicate, other = key
    if predicate == "outperforms":
        return (other, predicate, subject) in best
    if predicate == "builds_on":
        pairs = ((subject, other), (other, subject))
        return any((a, rival, b) in best for rival in _VERSUS for a, b in pairs)
    stronger = _VERSUS[: _VERSUS.index(predicate)] if predicate in _VERSUS else ()
    return any((subject, rival, other) in best for rival in stronger)
