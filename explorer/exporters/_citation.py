"""What the formats for reference managers share: years, addresses, citation keys."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

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

    Papers that would share a key all carry their arXiv id after it, or else
    their id in the library, so that no key depends on the order of the records.
    """
    keys = {record.id: _plain_key(record) for record in records}
    for tail in (lambda record: record.arxiv_id, lambda record: str(record.id)):
        counts = Counter(keys.values())
        for record in records:
            ending = re.sub(r"[^A-Za-z0-9.]+", "-", tail(record))
            if ending and counts[keys[record.id]] > 1:
                keys[record.id] = f"{keys[record.id]}-{ending}"
    return keys


def _plain_key(record: Record) -> str:
    first_author = one_line(record.authors[0]) if record.authors else ""
    surname = first_author.partition(",")[0] if "," in first_author else first_author.rpartition(" ")[2]
    words = [word for word in map(_ascii, re.split(r"[\s\-–—:/]+", record.title)) if word]
    telling = next((word for word in words if not _STOP_WORD.fullmatch(word)), "")
    return f"{_ascii(surname)}{year(record)}{telling[:24]}" or "paper"


def _ascii(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).lower()
    return re.sub("[^a-z0-9]", "", folded)
