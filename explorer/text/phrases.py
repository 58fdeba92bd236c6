"""Phrases of titles: runs of one to four words that could name a field, in English, Japanese and Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from explorer.text.latex import latex_to_plain
from explorer.text.mapped import normalise
from explorer.text.markup import without_markup
from explorer.text.scripts import HAN

LONGEST: Final = 4  #: words; hyphenated ones count one
_LONGEST_RUN: Final = 8  #: characters of a phrase without spaces
_SHORTEST_RUN: Final = 2
_KATAKANA = r"\u30a1-\u30fa\u30fc-\u30ff"
_PIECE = re.compile(
    rf"(?P<word>[A-Za-z0-9](?:[A-Za-z0-9+]|[-'’][A-Za-z0-9])*)|(?P<kana>[{_KATAKANA}]{{2,}})|(?P<han>[{HAN}]+)|(?P<gap>\s+)"
)
_NUMBER = re.compile(r"[0-9.]+$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: at which no phrase begins or ends
FUNCTION_WORDS = _words("""
a about above across after against all along also am among an and any are around as at back be because been
before behind being below between both but by can cannot could did do does doing down during each either
else even ever every few first for from further get had has have having he her here him his how i if in into
is it its itself just let like may me might more most much must my near need neither no non nor not now of
off on once one only onto or other our out over own per re same shall she should since so some still such
take than that the their them then there these they this those through thus to too toward towards two under
until up upon us use used uses using versus very via vs was way we were what when where whether which while
who whom whose why will with within without would yet you your
""")
#: words of titles that say how, not what; a phrase that begins with one names no field
_HOW = _words("""
accelerating accelerated achieving adapting addressing advancing aligning analysing analyzing applying
approach approaches assessing augmenting based better beyond boosting bridging building calibrating
challenges characterizing combating comparing comprehensive computing considered controlling creating
deciphering decoding demystifying designing detecting developing discovering distilling does easy effective
effectively efficient efficiently empowering enabling encoding enhanced enhancing estimating evaluating
exploiting exploring faster finding framework general generalized generating go going good guided harnessing
harmful helpful identifying impact improve improved improves improving incorporating inducing inferring
integrating interpreting investigating investigation know large-scale leveraging making matter matters
measuring method methods mind mitigating modeling modelling navigating new novel on-the-fly optimizing
overcoming perspective position predicting preserving pushing quantifying really recovering reducing
rethinking revealing revisited revisiting role scaling secretly simple simplifying solving strong study
studying tackling taming theoretical theory tight towards training transforming tuning uncovering
understanding unified unifying universal unleashing unlocking unraveling unveiling via view large small big
high low long short deep fast strong weak multiple single full modern true
""")
#: words that leave a phrase hanging where they end it
_OPEN = _words("""
based aware driven guided large small big high low long short deep fast strong weak efficient effective
simple general unified novel new better improved enhanced robust optimal adaptive generalized multiple
single provable provably conditional learned learnable dynamic approach approaches framework method methods
perspective case study view way ways role impact sparse dense linear convex parallel distributed stochastic
online offline continuous discrete private robust
""")
#: words that join two others within a phrase: "mixture of experts"
_JOINING = frozenset({"of", "to"})
_PARTICLES = re.compile("[的与及其于]|面向|基于|通过|用于")  #: of Chinese, where two phrases meet
_MOST_PARTS: Final = 5  #: of a phrase, parts of hyphenated words counted
_NAMES = _words("""
abelian banach bayes bayesian bellman bernoulli boltzmann bregman cauchy euclidean fourier frank gaussian
gibbs hamiltonian hessian hilbert hopfield jacobian koopman kullback lagrangian langevin laplace laplacian
leibler lipschitz lyapunov mahalanobis markov monte carlo nash newton nesterov poisson riemannian
schrödinger shapley sinkhorn sobolev stackelberg stein thompson turing wasserstein weisfeiler wolfe bradley
terry english chinese japanese korean arabic indic african african-american kolmogorov arnold pareto
""")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Attributes:
    key: The same for upper and lower case, singular and plural, hyphen and space.
    text: As it is written.
    words: How many words; of writing without spaces, its characters by two, at least one.
    """

    key: str
    text: str
    words: int


def phrases(title: str) -> list[Phrase]:
    """Phrases of a title in its order; none reaches across punctuation.

    >>> [phrase.text for phrase in phrases("Offline Reinforcement Learning: A Survey")]
    ['Offline', 'Offline Reinforcement', 'Offline Reinforcement Learning', 'Reinforcement', \
'Reinforcement Learning', 'Learning', 'Survey']
    """
    out: list[Phrase] = []
    title = without_markup(title) if "<" in title or "&" in title else title
    for run in _runs(latex_to_plain(normalise(title))):
        if run and isinstance(run[0], str):
            out += _of_words([str(word) for word in run])
    for text in _unspaced(normalise(title)):
        out += _of_characters(text)
    return out


def _runs(text: str) -> list[list[str]]:
    """Words that only spaces part; hyphens part words too, in the key."""
    runs: list[list[str]] = [[]]
    end = 0
    for found in _PIECE.finditer(text):
        if found.start() != end and runs[-1]:
            runs.append([])
        end = found.end()
        if found["word"]:
            runs[-1].append(found["word"])
        elif not found["gap"] and runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _of_words(run: list[str]) -> list[Phrase]:
    folded = [word.casefold() for word in run]
    out = []
    for start in range(len(run)):
        for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
            inner = folded[start + 1 : end - 1]
            if _parts(folded[start:end]) > _MOST_PARTS:
                break
            if not _can_begin(folded[start]) or not _can_end(folded[end - 1]):
                continue
            if any(word in FUNCTION_WORDS and word not in _JOINING for word in inner):
                continue
            out.append(Phrase(_key(folded[start:end]), " ".join(run[start:end]), end - start))
    return out


def _parts(words: list[str]) -> int:
    return sum(word.count("-") + 1 for word in words)


def _can_begin(word: str) -> bool:
    return word not in FUNCTION_WORDS and word not in _HOW and not _NUMBER.match(word) and len(word) > 1


def _can_end(word: str) -> bool:
    is_open = word in _OPEN or word.endswith(("-based", "-aware", "-driven", "-guided"))
    return word not in FUNCTION_WORDS and not is_open and not _NUMBER.match(word) and len(word) > 1


def _key(words: list[str]) -> str:
    """Words without hyphens and plural endings."""
    return " ".join(singular(part) for word in words for part in word.replace("’", "'").split("-") if part)


def singular(word: str) -> str:
    """A word in lower case without its plural ending; a key, not always a word ("bias": "bia")."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ous")):
        return word
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 5 else word[:-1]


def _unspaced(text: str) -> list[str]:
    """Runs of Chinese characters and of katakana; hiragana between them is grammar."""
    runs: list[str] = []
    end = -1
    for found in _PIECE.finditer(text):
        if found["kana"] or found["han"]:
            if _PARTICLES.search(found[0]):
                runs += [part for part in _PARTICLES.split(found[0]) if part]
                end = -1
            elif found.start() == end:
                runs[-1] += found[0]
            else:
                runs.append(found[0])
            end = found.end()
    return runs


def _of_characters(run: str) -> list[Phrase]:
    """Pieces of two to eight characters; a word of katakana is never cut."""
    parts = [(found.start(), found.end()) for found in re.finditer(rf"[{_KATAKANA}]+|[^{_KATAKANA}]", run)]
    out = []
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            text = run[parts[first][0] : parts[last][1]]
            if len(text) > max(_LONGEST_RUN, parts[first][1] - parts[first][0]):
                break
            if len(text) >= _SHORTEST_RUN:
                out.append(Phrase(text, text, max(len(text) // 2, 1)))
    return out


def as_name(text: str) -> str:
    """A phrase in small letters, but for acronyms and the names of people.

    >>> as_name("Offline RL with Gaussian Processes")
    'offline RL with Gaussian processes'
    """
    return " ".join("-".join(map(_small, word.split("-"))) for word in text.split())


def _small(word: str) -> str:
    if word[1:].islower() and word[:1].isupper() and word.casefold() not in _NAMES:
        return word.lower()
    return word.capitalize() if word.islower() and word in _NAMES else word
