"""Names of people as lists, digests and metadata write them."""

from __future__ import annotations

import re

from explorer.text.fingerprint import fold_accents
from explorer.text.mapped import normalise

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
    }
)
_SUFFIX = re.compile(r"(?:jr|sr)\.?|i{2,3}|iv", re.I)
_OTHERS = re.compile(
    r"(?:(?<![\s,;、，])[\s,;、，]++)?"
    r"(?:(?<![A-Za-z])et\.?\s+al(?:ii|\.)?\.?|(?<![A-Za-z])and (?:\d+ )?others|"
    r"(?:ほか|他)(?:\s?\d+\s?名)?|(?<=[^\u3041-\u309f])ら|等(?:人)?)[\s.]*$",
    re.I,
)
_BETWEEN = re.compile(r"(?:(?<!\s)\s++)?[,，、]\s*(?:(?:and|&)\s+)?|(?<!\s)\s++(?:and|&)\s+")
_MARKS = re.compile(r"(?<![\s*†‡§¶∗⋆♠♣♡♢\d,])[\s*†‡§¶∗⋆♠♣♡♢\d,]++$|^[\s*†‡§¶∗⋆]+")
_SEMICOLON = re.compile(r"(?:(?<!\s)\s++)?;\s*(?:(?:and|&)\s+)?")
_MAX_CHARS = 500  #: of a name
_WORD = re.compile(r"[^\W_]+")


def fold_name(name: str) -> str:
    """Caseless words of a name without accents and punctuation: "Costa-jussà" → "costa jussa"."""
    plain = (
        fold_accents(normalise(name[:_MAX_CHARS]).translate(_LETTERS))
        .casefold()
        .replace("'", "")
        .replace("’", "")
    )
    return " ".join(_WORD.findall(plain))


def given_first(name: str) -> str:
    """ "Family, Given" as "Given Family" (a suffix last); other names as they are, spaces tidied."""
    parts = [" ".join(part.split()) for part in name.split(",")]
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return parts[0] if parts else ""
    family, *rest = parts
    suffixes = [part for part in rest if _SUFFIX.fullmatch(part)]
    given = [part for part in rest if not _SUFFIX.fullmatch(part)]
    return " ".join([*given, family, *suffixes])


def join_name(family: str, given: str, suffix: str = "") -> str:
    """A full name from the parts that arXiv's ``authors_parsed`` gives."""
    return " ".join(" ".join((given, family, suffix)).split())


def split_authors(text: str) -> tuple[tuple[str, ...], bool]:
    """Names of an author line in order, and whether it names them all (no "et al.", "他", "ら").

    Takes "A B, C D and E F", "B, A; D, C" and the CJK comma; brackets are not
    split ("Shaochen (Henry) Zhong"), marks of affiliations are cut.
    """
    line = " ".join(normalise(text).split())
    named = _OTHERS.sub("", line[-80:])
    complete = len(named) == len(line[-80:])
    line = line[:-80] + named
    parts = _outside_brackets(line, _SEMICOLON) if ";" in line else ()
    if parts:
        parts = tuple(given_first(part) for part in parts)
    else:
        parts = _with_suffixes(_outside_brackets(line, _BETWEEN))
    names = (_MARKS.sub("", part).strip() for part in parts)
    return tuple(name for name in names if any(char.isalpha() for char in name)), complete


def _outside_brackets(line: str, separator: re.Pattern[str]) -> tuple[str, ...]:
    """The pieces between separators that stand outside of brackets."""
    depths, depth = [], 0
    for char in line:
        depth = depth + 1 if char in "([（" else max(depth - 1, 0) if char in ")]）" else depth
        depths.append(depth)
    if depth:  # a bracket that never closes hides nothing
        depths = [0] * len(line)
    pieces, start = [], 0
    for found in separator.finditer(line):
        if depths[found.start()] == 0:
            pieces.append(line[start : found.start()])
            start = found.end()
    return (*pieces, line[start:])


def _with_suffixes(parts: tuple[str, ...]) -> tuple[str, ...]:
    """ "Jr." that a comma cut off goes back to its name."""
    joined: list[str] = []
    for part in parts:
        if joined and _SUFFIX.fullmatch(part.strip()):
            joined[-1] += f" {part.strip()}"
        else:
            joined.append(part)
    return tuple(joined)
