"""Venue editions that a text names: "ICML 2024", "NeurIPS'23", "2024年のICML"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from explorer.importers._venues import edition_of, find_venue, load_venues
from explorer.model import EditionRef
from explorer.text.in_steps import find_in_steps

_YEAR_AFTER = (
    r"(?:[\s,·・–—-]{0,3}(?:会议|大会|conference)?\s?\(?(?P<long>(?:19|20)\d\d)(?!\d)|"
    r"\s?['’](?P<short>\d\d)(?!\d))"
)
_YEAR_BEFORE = r"(?<!\d)(?P<before>(?:19|20)\d\d)\s?(?:年)?(?:の|的)?\s?"


@dataclass(frozen=True, slots=True)
class NamedEdition:
    """Attributes: start, end: Where the name stands in the text that was searched."""

    edition: EditionRef
    start: int
    end: int


def find_editions(text: str) -> list[NamedEdition]:
    """Editions of known venues in a normalised text, in order: a name with its year beside it."""
    found = []
    for hit in find_in_steps(_pattern(), text):
        venue = find_venue(hit["name"] or hit["name2"])
        year = hit["long"] or hit["before"] or (f"20{hit['short']}" if hit["short"] else "")
        if venue and year:
            found.append(NamedEdition(edition_of(venue, year), hit.start(), hit.end()))
    return found


def names_venue(text: str) -> bool:
    """Whether a known venue is named at all, with a year or without."""
    return _name().search(text) is not None


def main_edition(title: str, text: str) -> tuple[EditionRef, ...]:
    """The edition that a document is about: those of its title, else the one it names most."""
    stated = tuple(dict.fromkeys(named.edition for named in find_editions(title)))
    if stated:
        return stated
    counts = Counter(named.edition for named in find_editions(text))
    return (counts.most_common(1)[0][0],) if counts else ()


@cache
def _names() -> str:
    names = sorted(
        {n for v in load_venues() for n in (v.name, v.full_name)} | {"NIPS"}, key=len, reverse=True
    )
    return "|".join(re.escape(name).replace(r"\ ", r"\s{1,3}") for name in names)


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9])(?:{_names()})(?![A-Za-z])", re.I)


@cache
def _pattern() -> re.Pattern[str]:
    names = _names()
    return re.compile(
        rf"(?<![A-Za-z0-9])(?P<name>{names}){_YEAR_AFTER}|{_YEAR_BEFORE}(?P<name2>{names})(?![A-Za-z])", re.I
    )
