"""Venue and digest series that the program knows by name (``db/seed``)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TypedDict

from explorer.model import EditionRef, SeriesKind
from explorer.resources import seed
from explorer.text.fingerprint import fold_accents
from explorer.text.mapped import normalise

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_TOKEN = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Venue:
    """Attributes:
    names: Its name, full name and aliases, as letters and digits only.
    full_names: Those of several words, as written.
    editions: Label → (first day, last day), ISO.
    """

    name: str
    full_name: str
    names: frozenset[str]
    hosts: tuple[str, ...]
    editions: dict[str, tuple[str, str]]
    full_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestSeries:
    name: str
    publisher: str
    names: frozenset[str]
    publisher_names: frozenset[str]


class _VenueRow(TypedDict, total=False):
    name: str
    full_name: str
    aliases: list[str]
    hosts: list[str]
    editions: dict[str, tuple[str, str]]


class _DigestRow(TypedDict):
    name: str
    publisher: str
    names: list[str]
    publisher_names: list[str]


@cache
def load_venues() -> tuple[Venue, ...]:
    """All venue series of ``db/seed/venues.toml``."""
    rows: list[_VenueRow] = tomllib.loads(seed("venues.toml").read_text("utf-8"))["venue"]
    return tuple(_venue(row) for row in rows)


@cache
def load_digests() -> tuple[DigestSeries, ...]:
    """All digest series of ``db/seed/digests.toml``."""
    rows: list[_DigestRow] = tomllib.loads(seed("digests.toml").read_text("utf-8"))["digest"]
    return tuple(
        DigestSeries(r["name"], r["publisher"], _folded(r["names"]), _folded(r["publisher_names"]))
        for r in rows
    )


def find_venue(words: str) -> Venue | None:
    """The venue that the words are a name of: "NIPS", "neurips", its full name."""
    folded = _fold(words)
    return next((venue for venue in load_venues() if folded in venue.names), None)


def find_edition(series: str, label: str) -> EditionRef | None:
    """The edition of a known venue, with its dates where they are known; None for an unknown venue."""
    venue = find_venue(series)
    return edition_of(venue, label) if venue else None


def edition_of(venue: Venue, label: str) -> EditionRef:
    date_from, date_to = venue.editions.get(label, ("", ""))
    return EditionRef(SeriesKind.VENUE, venue.name, label, date_from, date_to)


def venue_of_host(host: str) -> Venue | None:
    """The venue whose site it is: "ICML.cc", "virtual.neurips.cc"."""
    host = host.lower()
    for venue in load_venues():
        if any(host == known or host.endswith("." + known) for known in venue.hosts):
            return venue
    return None


def edition_in_name(name: str) -> EditionRef | None:
    """The edition that a file name states ("ICML_2024_Events.json", "nips2017.json"), or None."""
    stem = name.rsplit("/", 1)[-1]
    years = set(_YEAR.findall(stem))
    venues = {venue.name: venue for word in _TOKEN.findall(stem) if (venue := find_venue(word))}
    if len(years) != 1 or len(venues) != 1:
        return None
    return edition_of(next(iter(venues.values())), years.pop())


def stated_digest(text: str) -> DigestSeries | None:
    """The known digest series that a text (a heading, an introduction) names as its own or its source."""
    folded = _fold(text)
    for digest in load_digests():
        named = any(name in folded for name in digest.names)
        if named and (not digest.publisher_names or any(name in folded for name in digest.publisher_names)):
            return digest
    return None


def digest_issue(series: str, covers: tuple[str, str]) -> EditionRef | None:
    """The issue of a digest that covers these days; None where they are unknown."""
    return EditionRef(SeriesKind.DIGEST, series, covers[0], *covers) if covers[0] else None


def _venue(row: _VenueRow) -> Venue:
    names = [row["name"], row["full_name"], *row.get("aliases", [])]
    editions = {label: (days[0], days[1]) for label, days in row.get("editions", {}).items()}
    full = tuple(name for name in names if " " in name)
    return Venue(row["name"], row["full_name"], _folded(names), tuple(row.get("hosts", ())), editions, full)


def _folded(names: list[str]) -> frozenset[str]:
    return frozenset(_fold(name) for name in names)


def _fold(text: str) -> str:
    return "".join(filter(str.isalnum, fold_accents(normalise(text)).lower()))
