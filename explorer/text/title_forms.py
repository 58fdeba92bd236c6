"""Short forms of titles: what stands before the colon, a beginning, an acronym, a few of its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from explorer.text.fingerprint import fold_title, plain_title, short_fingerprint, title_fingerprint
from explorer.text.title_words import share, stems, title_words, weight

_CUT_OFF = re.compile(r"(?:(?<!\s)\s++)?(?:…|\.\.\.)\s*$")
_WORD = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"\(([A-Z][\w.+-]{1,20}|[a-z]\w{0,8}[A-Z][\w.+-]{0,20})\)\s{0,9}$")
_BEHIND = re.compile(r":\s|：|\s[-–—]\s")
_SMALL = frozenset({"a", "an", "the", "of", "for", "in", "on", "to", "and", "via", "with", "by", "from"})
_SHORTEST_HEAD = 3  #: letters
_SHORTEST_PART = 8  #: letters of a beginning or subtitle that stands for a title
_SHORTEST_TAIL = 16
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 8
_ALL_WORDS = 0.9  #: of their weight: "LLM" stands for words that it does not share
_SAYS_SOMETHING = 0.8  #: weight of words that chance does not share
_CACHED = 1 << 15


class Form(IntEnum):
    """How two titles agree, the surest first."""

    FULL = 0
    HEAD = 1  #: one is the other's part before the colon, or its beginning, cut off with dots
    HEADS = 2  #: one part before the colon, two subtitles
    ACRONYM = 3
    PREFIX = 4  #: one is how the other begins
    TAIL = 5  #: one is the other's part behind the colon
    WORDS = 6  #: the other, with its abstract, has all words that the one has
    NONE = 7


@dataclass(frozen=True, slots=True)
class TitleForms:
    """Attributes:
    full: Fingerprint.
    heads: Fingerprints of the part before the colon, and of a name in brackets at the end ("… (NExT)").
    tail: Fingerprint of the part behind the colon, or "".
    prefixes: Fingerprints of its beginnings, word by word, without the whole.
    acronyms: First letters of the words of the whole, and of the part before the colon.
    cut_off: It ends with dots.
    """

    full: str
    heads: tuple[str, ...]
    tail: str
    prefixes: tuple[str, ...]
    acronyms: frozenset[str]
    cut_off: bool


@lru_cache(maxsize=_CACHED)
def title_forms(title: str) -> TitleForms:
    """The forms under which a title may be found."""
    full, head = title_fingerprint(title), short_fingerprint(title)
    words = plain_title(_CUT_OFF.sub("", title)).split()
    prefixes: list[str] = []
    known = ""
    for word in words[:-1]:
        known += fold_title(word)
        prefixes.append(known)
    long_enough = {p for p in prefixes if len(p) >= _SHORTEST_PART and p != full}
    return TitleForms(
        full=full,
        heads=tuple(h for h in (head, _bracketed(title)) if h != full and len(h) >= _SHORTEST_HEAD),
        tail=_tail(title),
        prefixes=tuple(sorted(long_enough)),
        acronyms=_acronyms(" ".join(words)) - {full},
        cut_off=_CUT_OFF.search(title) is not None,
    )


def _tail(title: str) -> str:
    """Of three words at least: "a Survey" stands behind many colons."""
    parts = _BEHIND.split(plain_title(title), maxsplit=1)
    found = fold_title(parts[1]) if len(parts) > 1 and len(parts[1].split()) > 2 else ""
    return found if len(found) >= _SHORTEST_TAIL else ""


def _bracketed(title: str) -> str:
    found = _BRACKETED.search(title)
    return title_fingerprint(found[1]) if found else ""


def _acronyms(title: str) -> frozenset[str]:
    """ "dpo" of "Direct Preference Optimization: …", with and without the small words."""
    found = set()
    for part in (title, _BEHIND.split(title, maxsplit=1)[0]):
        words = [word for word in _WORD.findall(part) if word.isascii()]
        for chosen in (words, [word for word in words if word.lower() not in _SMALL]):
            found.add("".join(word[0] for word in chosen).lower())
    return frozenset(a for a in found if _SHORTEST_ACRONYM <= len(a) <= _LONGEST_ACRONYM)


def words_agree(short: str, long: str, abstract: str) -> bool:
    """Whether all words of a title stand in another, or in what it is about: "MusicGen" in an abstract."""
    mine = title_words(short)
    theirs = title_words(long)
    if weight(mine) < _SAYS_SOMETHING:
        return False
    return share(mine, theirs) >= _ALL_WORDS or share(mine, theirs | stems(abstract)) >= _ALL_WORDS
