"""Words of a person → an edition: "NeurIPS 2023", "icml2024.json", "ICML 2024 Workshop: MATH-AI"."""

import re
from dataclasses import replace

from explorer.errors import ExplorerError
from explorer.importers._venues import find_edition
from explorer.model import EditionRef, SeriesKind

_MOST_CHARS = 200
_WORDS = re.compile(
    r"\s*(?P<series>\S.*?)(?:(?<![\s_-])[\s_-]++)?(?P<label>(?:19|20)\d\d)"
    r"(?:\s+(?P<workshop>workshops?\b.*?))?\s*",
    re.I,
)


def edition_from_words(words: str) -> EditionRef:
    """The venue edition that a person means; ExplorerError where no year stands in the words."""
    match = _WORDS.fullmatch(words) if len(words) <= _MOST_CHARS else None
    if match is None:
        raise ExplorerError(f"“{words[:_MOST_CHARS]}” names no edition.", 'Write it like "NeurIPS 2023".')
    known = find_edition(match["series"], match["label"])
    found = known or EditionRef(SeriesKind.VENUE, match["series"], match["label"])
    if not match["workshop"]:
        return found
    return replace(found, label=f"{found.label} {match['workshop'][0].upper()}{match['workshop'][1:]}")
