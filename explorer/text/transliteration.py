"""Katakana that sounds out a Latin name: プロメテウス2 = Prometheus 2, メドジェミニ = Med-Gemini.

References:
    K. Knight, J. Graehl. Machine transliteration. Computational Linguistics
    24(4), 1998 (sounds that Japanese merges, vowels that it adds).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_ROWS = {
    "": "アイウエオ",
    "k": "カキクケコ",
    "s": "サシスセソ",
    "t": "タチツテト",
    "n": "ナニヌネノ",
    "h": "ハヒフヘホ",
    "m": "マミムメモ",
    "r": "ラリルレロ",
    "g": "ガギグゲゴ",
    "z": "ザジズゼゾ",
    "d": "ダヂヅデド",
    "b": "バビブベボ",
    "p": "パピプペポ",
}
_MORAE = {
    kana: row + vowel for row, kanas in _ROWS.items() for kana, vowel in zip(kanas, "aiueo", strict=True)
}
_MORAE |= {"シ": "si", "ジ": "ji", "チ": "ci", "ヂ": "ji", "ツ": "tu", "ヅ": "zu", "フ": "fu", "ン": "n"}
_MORAE |= {
    "ヤ": "ya",
    "ユ": "yu",
    "ヨ": "yo",
    "ワ": "wa",
    "ヲ": "o",
    "ヴ": "bu",
    "ッ": "",
    "ー": "",
    "・": "",
}
_SMALL = dict(zip("ァィゥェォャュョ", ("a", "i", "u", "e", "o", "ya", "yu", "yo"), strict=True))
_LATIN = (
    ("ph", "f"),
    ("th", "t"),
    ("sch", "s"),
    ("sh", "s"),
    ("tch", "c"),
    ("ch", "c"),
    ("ck", "k"),
    ("qu", "ku"),
    ("wh", "w"),
    ("kn", "n"),
    ("wr", "r"),
    ("x", "kus"),
    ("ee", "i"),
    ("ea", "i"),
    ("oo", "u"),
    ("l", "r"),
    ("v", "b"),
)
_SOFT_C, _SOFT_G = re.compile(r"c(?=[eiy])"), re.compile(r"g(?=[eiy])")
_DOUBLE = re.compile(r"(.)\1")
_VOWELS = frozenset("aiueoy")
#: sounds that Japanese writes alike, and what it costs to take one for the other
_NEAR = {
    frozenset(pair): cost
    for cost, pairs in (
        (0.1, ("hf", "sz", "jz", "tc", "sc", "gj", "cj")),
        (0.25, ("st", "zt", "sj", "mn", "wu", "kc")),
        (0.6, ("dt", "kg", "bp", "hg", "hk")),
    )
    for pair in pairs
}
_SILENT = frozenset("hrwgt")  #: Latin consonants that may not be heard
_FEWEST_SOUNDS = 3  #: consonants; shorter words sound like too many others
_MOST_SILENT = 4  #: consonants of a Latin word that katakana leaves out, or the other way round
_ALIKE = 0.81
_PARTS = re.compile(r"([^\d\s・.-]*(?:[\s・-][^\d\s・.-]+)*)[\s・-]*(\d+(?:\.\d+)*)?")


def sounds_like(katakana: str, latin: str) -> bool:
    """Whether a katakana word, with its number if it has one, sounds out a Latin name.

    >>> sounds_like("プロメテウス2", "Prometheus 2"), sounds_like("プロメテウス2", "Prometheus")
    (True, False)
    >>> sounds_like("メドジェミニ", "Med-Gemini"), sounds_like("モデル", "Medusa")
    (True, False)
    """
    mine, yours = _PARTS.fullmatch(_plain(katakana)), _PARTS.fullmatch(_plain(latin))
    if mine is None or yours is None or mine[2] != yours[2] or not mine[1] or not yours[1]:
        return False
    return likeness(mine[1], yours[1]) >= _ALIKE


def likeness(katakana: str, latin: str) -> float:
    """How alike a katakana word and a Latin one sound, 0 to 1; 0 where one is too short to tell."""
    heard, spelled = sounds_of_kana(katakana), sounds_of_latin(latin)
    consonants = [sum(c not in _VOWELS for c in word) for word in (heard, spelled)]
    if min(consonants) < _FEWEST_SOUNDS or max(consonants) - min(consonants) > _MOST_SILENT:
        return 0.0
    if _substitution(heard[0], spelled[0]) > 0.3:
        return 0.0
    return max(0.0, 1 - _distance(heard, spelled) / max(consonants))


@cache
def sounds_of_kana(katakana: str) -> str:
    """Katakana in letters: one for a consonant, one for a vowel; "" where another sign stands in it."""
    sounds, before = "", ""
    for char in katakana:
        if char in _SMALL:
            # ファ and ジェ are one mora: the small vowel takes the place of the large one; ウィ is wi
            sounds = sounds[:-1] + ("w" if before == "ウ" else "") + _SMALL[char][-1]
        elif char in _MORAE:
            sounds += _MORAE[char]
        elif not char.isspace() and char not in "-=":
            return ""
        before = char
    return sounds


@cache
def sounds_of_latin(name: str) -> str:
    """A Latin name as it is heard, roughly, in the same letters as ``sounds_of_kana``."""
    word = "".join(c for c in _plain(name).lower() if c.isascii() and c.isalpha())
    if len(word) > 3 and word.endswith("e") and word[-2] not in _VOWELS:
        word = word[:-1]
    for letters, sound in _LATIN:
        word = word.replace(letters, sound)
    word = (
        _SOFT_G.sub("j", _SOFT_C.sub("s", word)).replace("c", "k") if "c" in word else _SOFT_G.sub("j", word)
    )
    return _DOUBLE.sub(r"\1", word)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _distance(heard: str, spelled: str) -> float:
    """Weighted edit distance: vowels weigh little, added and silent sounds less than wrong ones."""
    row = [0.0]
    for letter in spelled:
        row.append(row[-1] + _missing(letter))
    for sound in heard:
        above, row = row, [row[0] + _added(sound)]
        for j, letter in enumerate(spelled):
            change = above[j] + _substitution(sound, letter)
            row.append(min(change, above[j + 1] + _added(sound), row[j] + _missing(letter)))
    return row[-1]


def _added(sound: str) -> float:
    if sound in _VOWELS:
        return 0.05 if sound in "uo" else 0.2
    return 1.0


def _missing(letter: str) -> float:
    if letter in _VOWELS:
        return 0.25
    return 0.35 if letter in _SILENT else 1.0


def _substitution(sound: str, letter: str) -> float:
    if sound == letter:
        return 0.0
    if sound in _VOWELS and letter in _VOWELS:
        return 0.15
    return _NEAR.get(frozenset((sound, letter)), 1.2)
