"""Words of paper titles: how much it says that two titles share one.

A word counts by how rare it is in the titles of machine-learning papers, in
four steps of inverse document frequency (Spärck Jones 1972, doi:10.1108/eb026526),
counted over 13,000 titles. The steps are fixed, so that a verdict on two
titles does not depend on what else is in the library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from explorer.text.latex import latex_to_plain
from explorer.text.mapped import normalise

_STEM = 7  #: letters: "operation" and "operating" are one word, "model" and "modern" two
_LATIN = re.compile(r"[A-Za-z0-9]+")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SHORTEST_PART = 3  #: letters of a part of "ModernBERT" that counts by itself


def _words(text: str) -> list[str]:
    return text.split()


#: stems in over 4.5 % of the titles
_EVERYWHERE = _words("""
a agent and based benchma diffusi efficie for from generat image in languag large learnin llm model
multi multimo of on reasoni the to trainin via video with
""")
#: stems in over 1.4 %
_VERY_COMMON = _words("""
3d adaptiv ai alignme an as attenti augment aware bench by can code context control data dataset deep
detecti dynamic editing evaluat fine flow foundat framewo free gaussia general graph guided high human
inferen instruc interac is knowled latent level long modelin network neural object open optimiz policy
predict real reinfor represe retriev reward robust scale scaling segment self shot spotlig structu
synthes task text through time token toward transfo tuning underst unified using vision visual world
""")
#: stems in over 0.45 %
_COMMON = _words("""
4d acceler across action adaptat advanci adversa agentic algorit all analysi answeri any anythin applica
approac approxi archite are at attack attribu audio auto automat autonom autoreg bandit bayesia better
beyond bia bridgin capabil caption causal centric chain challen charact classif cogniti collabo communi
complex composi compreh compres compute concept conditi consist constra continu contras convers correct
cross decodin decompo dense depth design differe dimensi discove discret distill distrib diverse do
documen domain driven dual effecti embeddi embodie encoder end enhance enhanci environ estimat evoluti
expert explain explora explori fast feature federat feedbac few fidelit field functio fusion game gen
geometr gpt gradien grained grounde groundi gui guidanc halluci hierarc how hybrid implici improve
improvi informa integra intelli interpr into iterati label law layer learn like linear low machine
manipul matchin math mathema mechani medical memory meta method mitigat mixture mll mllm modal modalit
more motion multili multipl natural net new next noise non not offline omni one online optimal oral over
paralle paramet percept perform persona perspec physic plannin point post pre prefere pretrai prior
problem process program prompt quality quantiz questio r1 rag rank recogni reconst regress regular
report researc resolut rethink rl robot robustn s safety sample samplin scalabl scene scienti score
search selecti semanti sequenc serie simple simulat single small solving source space sparse spatial
speech splatti stable state step stochas strateg study style supervi survey synthet system technic
tempora test think thinkin thought tokeniz tool trained traject transfe transla tree uncerta under uni
univers unsuper use user value variati view vlm web what when without you your zero
""")
_WEIGHT = dict.fromkeys(_COMMON, 0.5) | dict.fromkeys(_VERY_COMMON, 0.25) | dict.fromkeys(_EVERYWHERE, 0.1)


def title_words(title: str) -> frozenset[str]:
    """Stems of a title's Latin words, and of the parts of a compound ("ModernBERT": "modern", "bert")."""
    return stems(latex_to_plain(normalise(title)))


def stems(text: str) -> frozenset[str]:
    """The same of normalised text without markup.

    >>> sorted(stems("ModernBERT models"))
    ['bert', 'model', 'modern', 'modernb']
    """
    return frozenset(stem for word in _LATIN.findall(text) for stem in _stems(word))


@lru_cache(maxsize=50_000)
def _stems(word: str) -> tuple[str, ...]:
    parts = [part for part in _PART.findall(word) if len(part) >= _SHORTEST_PART]
    return tuple(_stem(part.lower()) for part in dict.fromkeys((word, *parts)))


def _stem(word: str) -> str:
    if word.isdigit():
        return word
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return (word[:-1] if plural else word)[:_STEM]


def weight(words: Iterable[str]) -> float:
    """How much some words say together: 1 for each rare one."""
    return sum(_WEIGHT.get(word, 1.0) for word in words)


def share(words: frozenset[str], others: frozenset[str]) -> float:
    """Which part of the weight of ``words`` the others hold, 0 to 1."""
    return weight(words & others) / weight(words) if words else 0.0
