"""The edition in which a reference says that a paper stood: "Proceedings of the 41st International …"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from explorer.importers._accepted import workshop_name
from explorer.importers._venues import Venue, edition_of, find_venue, load_venues
from explorer.model import EditionRef
from explorer.text.names import fold_name

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[A-Za-z]+")
_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_JOURNAL = re.compile(
    r"\b(?:transactions|journal|letters|magazine|bulletin|annals|review|preprint|corr|companion)\b", re.I
)
_WORKSHOP = re.compile(r"\bworkshops?\b", re.I)
_WORKSHOP_ON = re.compile(r"\bworkshop\s+(?:on|for)\s+(.{1,200}?)(?=,|\(|\s+(?:at|@)\s|$)", re.I)
_PROCEEDINGS = re.compile(r"^(?:in\s+)?(?:the\s+)?proceedings\s+of\s+(?:the\s+)?", re.I)
_CHAPTER = "chapter"
_BEFORE = 3  #: words before a name that may say that it is a chapter's
_MAX_CHARS = 500


def cited_edition(where: str, year: str) -> EditionRef | None:
    """The edition of a known series that the words name; None for a journal or a series that is not known.

    Args:
        where: Name of the proceedings or the journal, in plain text.
        year: Of publication; a year in the words goes before it.
    """
    where = where[:_MAX_CHARS]
    if not where:
        return None
    venue = find_venue(where) or (None if _JOURNAL.search(where) else _venue_in(where))
    found = _YEAR.search(where) or _YEAR.search(year)
    if venue is None or found is None:
        return None
    edition = edition_of(venue, found[0])
    if not _WORKSHOP.search(where):
        return edition
    named = _WORKSHOP_ON.search(where)
    name = named[1].strip() if named else workshop_name(_PROCEEDINGS.sub("", where), edition)
    name = "" if _venue_in(name) else name
    return replace(
        edition, label=f"{edition.label} Workshop: {name}" if name else f"{edition.label} Workshops"
    )


def _venue_in(words: str) -> Venue | None:
    """The one venue whose short name is a word, else the one with the longest full name among the words."""
    short = {venue.name: venue for word in _WORD.findall(words) if (venue := find_venue(word))}
    if len(short) == 1:
        return next(iter(short.values()))
    pieces = _PIECE.findall(words)
    lower = [fold_name(piece) or piece for piece in pieces]
    named = [(len(name), venue) for venue, name in _full_names() if _names(lower, pieces, name)]
    return max(named, key=lambda pair: pair[0])[1] if named else None


@cache
def _full_names() -> tuple[tuple[Venue, list[str]], ...]:
    return tuple((venue, fold_name(name).split()) for venue in load_venues() for name in venue.full_names)


def _names(lower: list[str], pieces: list[str], name: list[str]) -> bool:
    """Whether the name stands among the words as a whole: "… Learning and Applications" is another's."""
    for start in range(len(lower) - len(name) + 1):
        end = start + len(name)
        if lower[start:end] == name and _CHAPTER not in lower[max(0, start - _BEFORE) : start]:
            joint = lower[end : end + 2] == ["and", "the"]
            after = pieces[end] if end < len(pieces) else ""
            if joint or not after.isalpha() or after.lower() in ("workshop", "workshops", "track", "in"):
                return True
    return False
