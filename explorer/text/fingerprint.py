"""Fingerprints of titles: what two spellings of one title share."""

from __future__ import annotations

import re
import unicodedata

from explorer.text.latex import latex_to_plain
from explorer.text.mapped import normalise

_TAG = re.compile(
    r"\s{0,9}(?:[\[(【](?P<tag>oral|spotlight|poster|highlight|notable[ -]top[^\])】]{0,10}|best paper|"
    r"outstanding paper|(?:position|invited)(?: paper)?)[\])】]\s{0,9}[:：]?|"
    r"(?P<prefix>position(?: paper)?)\s{0,9}[:：])\s{0,9}",
    re.I,
)
_TAG_BEHIND = re.compile(
    r"\s{0,9}[\[(【](oral|spotlight|poster|highlight|best paper|outstanding paper)[\])】]\s{0,9}$", re.I
)
_TAG_CHARS = 40
_ACCENT = re.compile("[\u0300-\u036f]+")  # not the voicing marks of kana
_SPLIT = re.compile(r":(?:\s|(?=[^\x00-\x7f]))|\s[-–—]\s")
_APOSTROPHES = dict.fromkeys(map(ord, "\u02b9\u02bb\u02bc\u02bd"))  # letters to Unicode, not to a reader
_MAX_CHARS = 2000  #: of a title; a longer one is none


def split_tags(title: str) -> tuple[tuple[str, ...], str]:
    """Tags around a title that are no part of it ("[Oral]", "Position:"), lower case, and the rest."""
    tags: list[str] = []
    while (found := _TAG.match(title)) and found.end() < len(title):
        tags.append((found["tag"] or found["prefix"]).lower())
        title = title[found.end() :]
    while found := _TAG_BEHIND.search(title, max(1, len(title) - _TAG_CHARS)):
        tags.append(found[1].lower())
        title = title[: found.start()]
    return tuple(tags), title


def title_fingerprint(title: str) -> str:
    """Caseless letters and digits of a title without markup, accents and leading tags."""
    return fold_title(plain_title(title))


def short_fingerprint(title: str) -> str:
    """Fingerprint of the part before the first colon or spaced dash; of the whole where there is none."""
    plain = plain_title(title)
    return fold_title(_SPLIT.split(plain, maxsplit=1)[0]) or fold_title(plain)


def fold_accents(text: str) -> str:
    """The text with Latin, Greek and Cyrillic letters bare; kana keep their voicing."""
    return text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", text))


def plain_title(title: str) -> str:
    """A title as one reads it: no markup, no tags around it."""
    return split_tags(latex_to_plain(normalise(title[:_MAX_CHARS])).strip())[1]


def fold_title(text: str) -> str:
    """Caseless letters and digits of plain text; "&" is "and"."""
    if "&" in text:
        text = text.replace("&", " and ")
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    text = unicodedata.normalize("NFKC", fold_accents(unicodedata.normalize("NFKC", text).casefold()))
    text = text.translate(_APOSTROPHES)
    return "".join(filter(str.isalnum, text))
