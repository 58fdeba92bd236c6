"""Whether two titles, each with what its source says of the paper, can be of one paper.

A digest shortens titles, drops what stands before or after the colon, names a
paper by its method, or by an acronym; a preprint changes its title between
versions. So a title is also looked for in the text that stands beside the
other: a summary names what the real title is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from explorer.text.fingerprint import fold_accents, short_fingerprint, title_fingerprint
from explorer.text.latex import latex_to_plain
from explorer.text.mapped import normalise
from explorer.text.scripts import script_counts
from explorer.text.title_words import share, stems, title_words, weight

_TEXT_CHARS = 1_500  #: of a text: in a longer one the words of any title turn up by chance
_SHORTEST_HEAD = 4  #: letters of a title that another may begin with
_SAME_BY_TEXT = 0.2  #: of the weight of a title that the other's text holds
_OTHER_BY_TEXT = 0.15
_SAME_BY_TITLE = 0.5
_OTHER_BY_TITLE = 0.2
_SAYS_SOMETHING = 0.8  #: weight of shared words below which they may be shared by chance
_ENOUGH_WORDS = 2
_LATIN_TEXT = 0.7  #: of the letters
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_WORD = re.compile(r"[a-z0-9]+")


class Verdict(Enum):
    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"  #: the two cannot be compared, or neither is likely


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and the text that its source puts beside it, both normalised or as they came.

    Attributes:
        text: Summary, abstract, or "".
    """

    title: str
    text: str = ""


def titles_agree(stated: Titled, known: Titled) -> Verdict:
    """Whether the paper that ``stated`` speaks of can be the one that ``known`` names in full."""
    if same_title(stated.title, known.title):
        return Verdict.SAME
    mine, theirs = title_words(stated.title), title_words(known.title)
    if not theirs or not (mine or stated.text):
        return Verdict.UNKNOWN
    if _weighs(mine, theirs) or _weighs(theirs, mine):
        return Verdict.SAME
    if stated.text:
        return _by_text(mine, theirs, stated)
    if known.text and _weighs(mine, theirs | stems(known.text[:_TEXT_CHARS])):
        return Verdict.SAME
    return _by_title(mine, theirs, stated.title)


def same_title(a: str, b: str) -> bool:
    """Whether two titles are one in full, in front of the colon, behind it, or as an acronym."""
    full_a, full_b = title_fingerprint(a), title_fingerprint(b)
    if not full_a or not full_b:
        return False
    shorter, longer = sorted((full_a, full_b), key=len)
    if full_a == full_b or full_b == short_fingerprint(a) or full_a == short_fingerprint(b):
        return True
    contained = longer.startswith(shorter) or longer.endswith(shorter)
    if contained and len(shorter) >= _SHORTEST_HEAD and len(title_words(min(a, b, key=len))) > 1:
        return True
    return _is_acronym(full_a, b) or _is_acronym(full_b, a)


def held_by(title: str, beside: Titled) -> float:
    """Which part of a title's words stand in another title or the text beside that."""
    return share(title_words(title), title_words(beside.title) | stems(beside.text[:_TEXT_CHARS]))


def rest_in_text(title: str, beside: Titled) -> float:
    """Which part of a title's words, but for those of its short form, stand in the text beside that form."""
    rest = title_words(title) - title_words(beside.title)
    return share(rest, stems(beside.text[:_TEXT_CHARS]))


def _is_acronym(short: str, title: str) -> bool:
    """Whether the first letters of the title's words give it ("GRIT")."""
    words = _WORD.findall(fold_accents(latex_to_plain(normalise(title))).casefold())
    return len(short) > 2 and "".join(word[0] for word in words) == short


def _weighs(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the others hold so much of the words that chance does not explain it."""
    return share(words, others) >= _SAME_BY_TITLE and weight(words & others) >= _SAYS_SOMETHING


def _by_text(mine: frozenset[str], theirs: frozenset[str], stated: Titled) -> Verdict:
    text = stated.text[:_TEXT_CHARS]
    said = mine | stems(text)
    held = share(theirs, said)
    if held >= _SAME_BY_TEXT:
        return Verdict.SAME if weight(theirs & said) >= _SAYS_SOMETHING else Verdict.UNKNOWN
    if _is_latin(text):
        return Verdict.OTHER if held < _OTHER_BY_TEXT else Verdict.UNKNOWN
    return _by_title(mine, theirs, stated.title)


def _by_title(mine: frozenset[str], theirs: frozenset[str], title: str) -> Verdict:
    """By the words of the titles alone: a bare name may be any paper's."""
    if len(_NAME.findall(title)) < _ENOUGH_WORDS or weight(mine) < _SAYS_SOMETHING or not _is_latin(title):
        return Verdict.UNKNOWN
    held = max(share(mine, theirs), share(theirs, mine))
    return Verdict.OTHER if held < _OTHER_BY_TITLE else Verdict.UNKNOWN


def _is_latin(text: str) -> bool:
    counts = script_counts(text)
    return counts["latin"] >= _LATIN_TEXT * max(sum(counts.values()), 1)
