"""Words of a person → an edition: "NeurIPS 2023", "icml2024.json", "ICML 2024 Workshop: MATH-AI"."""

import re
from dataclasses import replace
from typing import Final

from explorer.errors import WrongUse
from explorer.importers._venues import find_edition
from explorer.model import Document, DocumentKind, EditionRef, SeriesKind
from explorer.model.incoming import NONE

_MOST_CHARS = 200
NO_EDITION: Final = EditionRef(SeriesKind.VENUE, NONE, "")
_WORDS = re.compile(
    r"\s*(?P<series>\S.*?)(?:(?<![\s_-])[\s_-]++)?(?P<label>(?:19|20)\d\d)"
    r"(?:\s+(?P<workshop>workshops?\b.*?))?\s*",
    re.I,
)


def without_edition(document: Document, name: str) -> Document:
    """A list as papers that stand in no edition but one that is not the list's; ``name`` is of its file."""
    if document.kind not in (DocumentKind.PAPER_LIST, DocumentKind.METADATA):
        return document
    papers = (replace(p, edition=None) if p.edition in document.editions else p for p in document.papers)
    return replace(
        document, kind=DocumentKind.METADATA, title=name, papers=tuple(papers), editions=(), stated_totals=()
    )


def edition_from_words(words: str) -> EditionRef:
    """The venue edition that a person means; ExplorerError where no year stands in the words.

    NONE is ``NO_EDITION``: the list is of none, whatever its name says.
    """
    if words.strip().casefold() == NONE:
        return NO_EDITION
    match = _WORDS.fullmatch(words) if len(words) <= _MOST_CHARS else None
    if match is None:
        raise WrongUse(f"“{words[:_MOST_CHARS]}” names no edition.", 'Write it like "NeurIPS 2023".')
    known = find_edition(match["series"], match["label"])
    found = known or EditionRef(SeriesKind.VENUE, match["series"], match["label"])
    if not match["workshop"]:
        return found
    return replace(found, label=f"{found.label} {match['workshop'][0].upper()}{match['workshop'][1:]}")
