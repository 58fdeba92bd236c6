"""What the rules of ``relations`` are made of; a name is one character of a private range."""

from __future__ import annotations

import re
from dataclasses import dataclass

FIRST = 0xE000  #: code of the first name of a sentence
MOST_NAMES = 40  #: in one sentence; a longer list of names says nothing of any two
LAST = chr(FIRST + MOST_NAMES - 1)
NAME = f"[{chr(FIRST)}-{LAST}]"
#: what joins the names of a list: "DPO and IPO", "DPO, IPO and KTO", "DPOやIPO", "DPO、IPO"
_JOINT = (
    r"s?(?:\s?\([^()\ue000-\uf8ff]{0,24}\))?"
    r"(?:\s?,?\s(?:and|or|as well as)\s|\s?[,、,/]\s?(?:and\s)?|や|と|および|及び|ならびに|"
    r"または|以及|和|与|及|或)"
    r"(?:the\s|both\s|\([^()\ue000-\uf8ff]{0,12}\)\s?)?"
)
#: of adjoining names the last is meant: "few-shot GPT-4"
ONE = rf"{NAME}(?:[ -]{NAME}){{0,2}}(?![ -]{NAME})"
LIST = rf"{ONE}(?:{_JOINT}{ONE}){{0,9}}"
MEASURES = frozenset({"benchmark", "dataset", "metric", "task"})
DATA = frozenset({"dataset", "benchmark"})
MEANS = frozenset({"method", "model", "concept", "library"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it says.

    Attributes:
        predicate: As the exchange format names it.
        pattern: Group ``o`` is the object, one name or a list of them; ``s`` the
            subject, where the pattern says it; else the subject is that of the sentence.
        confidence: How often such a sentence really says it.
        kinds: Kinds that the object may have.
        swap: The group ``s`` is the object.
        of_topic: Its other end is what the text is about, whatever the sentence names.
    """

    name: str
    predicate: str
    pattern: re.Pattern[str]
    confidence: float
    kinds: frozenset[str] = MEANS
    swap: bool = False
    of_topic: bool = False


def make_rule(
    name: str,
    predicate: str,
    pattern: str,
    confidence: float,
    kinds: frozenset[str] = MEANS,
    swap: bool = False,
    of_topic: bool = False,
) -> Rule:
    """A rule from a pattern in which ``<S>`` and ``<O>`` stand for the names."""
    text = pattern.replace("<S>", f"(?P<s>{LIST})").replace("<O>", f"(?P<o>{LIST})")
    text = text.replace("<~>", "[^\ue000-\uf8ff。.;；]")
    for last in ("\uf8ff", r"\uf8ff"):
        text = text.replace(last, LAST)  # caseless, a class of 6,400 characters takes long to compile
    return Rule(name, predicate, re.compile(text, re.I), confidence, kinds, swap, of_topic)
