"""Who is the subject of a sentence, and does it deny what it seems to say: per language.

Sentences are masked: each name is one character, ``relation_rules.FIRST`` plus its number.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from explorer.text import relation_rules_en as en
from explorer.text import relation_rules_ja as ja
from explorer.text import relation_rules_zh as zh
from explorer.text.relation_rules import FIRST, ONE, Rule

_ONE = re.compile(ONE)
_KANA = re.compile(r"[ぁ-んァ-ヴ]")
_HAN = re.compile(r"[一-鿿]")
_MAY_FOLLOW = frozenset(
    {"outperforms", "compared_with", "trained_on"}
)  #: "Bに比べ、Aは": subject after object
_NO_SUBJECT_ZH = ("在", "与", "和", "基于", "用")  #: before a name, that make it an adverbial


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one language says it.

    Attributes:
        spaced: Whether spaces stand between its words.
        asks: Whether a sentence is a question.
        subject: (sentence, hit, rule) -> numbers of the names that are its subject;
            empty where it has none, None where it has one that is not a name.
        denies: (sentence, hit) -> whether the sentence denies or only guesses it.
    """

    rules: tuple[Rule, ...]
    spaced: bool
    asks: Callable[[str], bool]
    subject: Callable[[str, re.Match[str], Rule], list[int] | None]
    denies: Callable[[str, re.Match[str]], bool]


def grammar_of(masked: str) -> Grammar:
    """The language of a sentence: kana make it Japanese, Han without kana Chinese."""
    if _KANA.search(masked):
        return _JAPANESE
    return _CHINESE if _HAN.search(masked) else _ENGLISH


def indices(names: str) -> list[int]:
    """Numbers of the names of a list; of adjoining ones the last: GPT-4 of "few-shot GPT-4"."""
    return [ord(name[-1]) - FIRST for name in _ONE.findall(names)]


def stated_subject(masked: str, hit: re.Match[str]) -> list[int] | None:
    """The subject that a pattern itself holds.

    None where the name only belongs to another phrase ("Magicoder, based on
    CodeLlama, beats …"; of "in translation, BERT beats …" the second); of an
    apposition the name that it explains ("LLaVA, a VLM based on CLIP").
    """
    names = indices(hit["s"])
    if hit.start("s") < hit.start("o"):
        if explained := en.APPOSITION.search(masked, 0, hit.start("s")):
            return indices(explained["s"])
        if hit.start() == hit.start("s") and en.AFTER_PREPOSITION.search(masked, 0, hit.start("s")):
            return names[1:] or None
    return names[-1:] if en.WHICH.match(masked, hit.end("s")) else names


def objects(masked: str, hit: re.Match[str]) -> list[int]:
    """The names of the object, without one that begins the next clause ("… GPT-3.5 and prompting can …")."""
    names = indices(hit["o"])
    return names[:-1] if len(names) > 1 and en.NEW_CLAUSE.match(masked, hit.end("o")) else names


def _no_subject(masked: str, hit: re.Match[str], rule: Rule) -> list[int] | None:
    return []


def _subject_ja(masked: str, hit: re.Match[str], rule: Rule) -> list[int] | None:
    """Names marked by は, が or も nearest before the object, or after it in a comparison."""
    if gloss := ja.GLOSS.search(masked, 0, hit.start("o")):
        return indices(gloss["s"])
    before = after = None
    for subject in ja.SUBJECT.finditer(masked):
        if subject.end("s") <= hit.start("o"):
            before = subject
        elif subject.start("s") >= hit.end("o") and after is None:
            after = subject
    if before is not None:
        return indices(before["s"])
    if after is not None:
        return indices(after["s"]) if rule.predicate in _MAY_FOLLOW else None
    return None if ja.OTHER.search(masked) and not ja.OWN.search(masked) else []


def _subject_zh(masked: str, hit: re.Match[str], rule: Rule) -> list[int] | None:
    """The first names of the clause, else those of the sentence; after the object in a comparison."""
    clause = masked.rfind(",", 0, hit.start()) + 1
    for start, end in ((clause, hit.start()), (0, clause)):
        for subject in zh.SUBJECT.finditer(masked, start, end):
            if not masked.endswith(_NO_SUBJECT_ZH, 0, subject.start()):
                return indices(subject["s"])
    following = zh.SUBJECT.search(masked, hit.end())
    return indices(following["s"]) if following and rule.predicate == "compared_with" else []


def _denies_en(masked: str, hit: re.Match[str]) -> bool:
    said = _after_subject(hit)
    start = max(0, said - 30) if said == hit.start() else said
    return bool(en.NEGATION.search(masked, start, hit.start("o")))


def _denies_ja(masked: str, hit: re.Match[str]) -> bool:
    rest = masked[hit.end() : hit.end() + 24]
    return bool(ja.NEGATION.match(rest) or ja.HEDGE.match(rest))


def _denies_zh(masked: str, hit: re.Match[str]) -> bool:
    return bool(zh.NEGATION.search(masked, max(0, _after_subject(hit) - 4), hit.start("o")))


def _after_subject(hit: re.Match[str]) -> int:
    """Where the words between subject and object begin."""
    held = "s" in hit.re.groupindex and hit.end("s") < hit.start("o")
    return hit.end("s") if held else hit.start()


_ENGLISH = Grammar(
    (*en.RULES, *en.BARE_RULES), True, lambda sentence: sentence.endswith("?"), _no_subject, _denies_en
)
_JAPANESE = Grammar(
    ja.RULES, False, lambda sentence: bool(ja.QUESTION.search(sentence)), _subject_ja, _denies_ja
)
_CHINESE = Grammar(
    zh.RULES, False, lambda sentence: sentence.endswith(("?", "吗", "吗?")), _subject_zh, _denies_zh
)
