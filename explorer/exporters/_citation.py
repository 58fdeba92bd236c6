"""What the formats for reference managers share: years, addresses, citation keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import count

from explorer.exporters.safe import link, one_line
from explorer.graph.snapshot import Record

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_STOP_WORD = re.compile(
    "an?|and|are|as|at|be|by|can|do|does|for|from|how|in|into|is|its?|of|on|or|the|to|towards|via|we|"
    "what|when|where|which|who|why|with|your?"
)


def year(record: Record) -> str:
    """Year of the edition where the paper was shown, else of its publication, else ""."""
    match = _YEAR.search(record.venue) or _YEAR.match(record.published)
    return match.group() if match else ""


def month(record: Record) -> int:
    """Month of publication, or 0 where it is unknown or belongs to another year than ``year``."""
    match = re.match(r"((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])(?:-|$)", record.published)
    return int(match.group(2)) if match and match.group(1) == year(record) else 0


def address(record: Record) -> str:
    """Where a browser finds the paper, or "": its own address, else arXiv, DOI, OpenReview."""
    for prefix, value in (
        ("", record.url),
        ("https://arxiv.org/abs/", record.arxiv_id),
        ("https://doi.org/", record.doi),
        ("https://openreview.net/forum?id=", record.openreview),
    ):
        if value and (safe := link(prefix + value)):
            return safe
    return ""


def citation_keys(records: Sequence[Record]) -> dict[int, str]:
    """Record id -> key such as "liu2024kan": letters and digits, unique, the same in every export.

    A record that brings a key keeps it. Of those that would share one, the paper
    that the library has had longest has it plain, the others with their arXiv id
    after it, or else with their id in the library: neither a paper that comes
    later nor an export of a few changes the key of another.
    """
    keys = {record.id: record.key for record in records if record.key}
    taken = set(keys.values())
    for record in sorted(records, key=lambda record: record.id):
        if record.id not in keys:
            keys[record.id] = next(key for key in _candidates(record) if key not in taken)
            taken.add(keys[record.id])
    return {record.id: keys[record.id] for record in records}


def _candidates(record: Record) -> Iterator[str]:
    plain = _plain_key(record)
    yield plain
    for tail in (record.arxiv_id, str(record.id)):
        if ending := re.sub(r"[^A-Za-z0-9.]+", "-", tail):
            yield f"{plain}-{ending}"
    yield from (f"{plain}-{record.id}-{number}" for number in count(2))


def _plain_key(record: Record) -> str:
    first_author = one_line(record.authors[0]) if record.authors else ""
    surname = first_author.partition(",")[0] if "," in first_author else first_author.rpartition(" ")[2]
    words = [word for word in map(_ascii, re.split(r"[\s\-–—:/]+", record.title)) if word]
    telling = next((word for word in words if not _STOP_WORD.fullmatch(word)), "")
    return f"{_ascii(surname)}{year(record)}{telling[:24]}" or "paper"


def _ascii(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).lower()
    return re.sub("[^a-z0-9]", "", folded)
