"""Numbers that a text states of a venue edition: submissions, accepted papers, participants …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from explorer.importers._named_editions import NamedEdition, find_editions
from explorer.importers._statistic_rules import Rule, rules
from explorer.model import EditionRef, Statistic
from explorer.text.mapped import MappedText
from explorer.text.sentences import sentence_spans

_UNITS = {"万": 10_000, "千": 1_000, "k": 1_000, "thousand": 1_000}
_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_HAN = "〇一二三四五六七八九十"
_ORDINALS = (
    *("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth"),
)
_TEENS = ("thir", "four", "fif", "six", "seven", "eigh", "nine")
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60}
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(r"\s?余?(?:件|本|報|編|篇|份|人|名|位|万|%)")
_MOST_SENTENCE_CHARS = 5_000  #: nobody writes a longer one; a line without end costs every rule
_NUMBER = re.compile(r"\d|[ -]days?|天|(?:st|nd|rd|th)(?![A-Za-z])")  #: a sentence without has no statistic
_BEFORE = re.compile(
    r"(?:昨年|前年|去年|前回|一昨年|上届|上一届|last year(?:'s|’s)?|(?:up|down|increase|rise) from)"
    r"[^。.,;、]{0,12}$",
    re.I,
)
_AFTER = re.compile(
    r"[^。.,;、\d]{0,24}(?:last year|the year before|the previous year|in previous years)", re.I
)


def find_statistics(texts: Iterable[MappedText], edition: EditionRef | None) -> list[Statistic]:
    """The numbers that passages state of a conference, each once, in order.

    A number belongs to the edition that its sentence names, nearest in front of
    it, else to ``edition``, the one that the document is about; without either
    it is left out, as is one of "last year".
    """
    found: dict[tuple[str, float, str], Statistic] = {}
    for mapped in texts:
        for stated in _in_passage(mapped, edition):
            found.setdefault((stated.what, stated.value, stated.edition), stated)
    return list(found.values())


def _in_passage(mapped: MappedText, edition: EditionRef | None) -> Iterator[Statistic]:
    text = mapped.text
    for start, end in sentence_spans(text):
        if end - start > _MOST_SENTENCE_CHARS or not _NUMBER.search(text, start, end):
            continue
        hits = sorted(_in_sentence(text, start, end), key=lambda hit: hit[1].start())
        if hits:
            named = find_editions(text[start:end])
            for rule, hit, value in hits:
                of = _edition_at(named, hit.start() - start) or edition
                if of:
                    series = rule.what.startswith("first year")
                    yield Statistic(
                        rule.what, value, mapped.span(*hit.span()), of.series if series else of.name
                    )


def _in_sentence(text: str, start: int, end: int) -> Iterator[tuple[Rule, re.Match[str], float]]:
    taken: set[int] = set()
    for rule in rules():
        if not _may_hold(rule, text, start, end):
            continue
        for hit in rule.pattern.finditer(text, start, end):
            group = next(name for name in ("n", "o", "y") if name in rule.pattern.groupindex and hit[name])
            value = _value(hit, group)
            fits = value is not None and value >= rule.least and hit.start(group) not in taken
            if value is not None and fits and _is_meant(text, hit, group, end):
                taken.add(hit.start(group))
                yield rule, hit, value


def _may_hold(rule: Rule, text: str, start: int, end: int) -> bool:
    """Whether the sentence speaks of what the rule's numbers are of."""
    if rule.where and not rule.where.search(text, start, end):
        return False
    return not (rule.unless and rule.unless.search(text, start, end))


def _is_meant(text: str, hit: re.Match[str], group: str, end: int) -> bool:
    """Whether a number is of this edition, and no year."""
    at = hit.start(group)
    if _BEFORE.search(text, max(0, at - 40), at) or _AFTER.match(text, hit.end(group), end):
        return False
    return group != "n" or not _YEAR_LIKE.fullmatch(hit[group]) or bool(_COUNTED.match(text, hit.end(group)))


def _value(hit: re.Match[str], group: str) -> float | None:
    """The number that a match states; None where its words are none."""
    words = hit[group].lower()
    if group == "o":
        return _ordinal(words)
    if words in _WORDS:
        return float(_WORDS.index(words))
    if words in _HAN or words == "两":
        return float(2 if words == "两" else _HAN.index(words))
    unit = hit["unit"] if "unit" in hit.re.groupindex else None
    return round(float(words.replace(",", "")) * (_UNITS[unit.lower()] if unit else 1), 6)


def _ordinal(words: str) -> float | None:
    """ "37th", "thirty-seventh", "fortieth" → 37, 37, 40."""
    if words[0].isdigit():
        return float(re.sub(r"\D", "", words))
    if words in _ORDINALS:
        return float(_ORDINALS.index(words))
    if words.endswith("teenth"):
        return float(13 + _TEENS.index(words.removesuffix("teenth")))
    tens = next((value for stem, value in _TENS.items() if words.startswith(stem)), None)
    rest = re.sub(r"^(?:twenty|thirty|forty|fifty|sixty)-?", "", words)
    if tens is None or (rest not in _ORDINALS and not words.endswith("tieth")):
        return None
    return float(tens + (_ORDINALS.index(rest) if rest in _ORDINALS else 0))


def _edition_at(named: list[NamedEdition], at: int) -> EditionRef | None:
    """The edition named last before a place in a sentence, else the first behind it."""
    before = [n for n in named if n.start <= at]
    return before[-1].edition if before else named[0].edition if named else None
