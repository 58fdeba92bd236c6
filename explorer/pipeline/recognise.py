"""Which importer reads a source."""

from __future__ import annotations

from explorer.errors import ImportFailed
from explorer.importers import IMPORTERS, Source

SURE = 0.5  #: below, nobody claims the source
POSSIBLE = 0.25  #: from here on a person may say that it is this format


def recognise(source: Source, format_id: str = "") -> str:
    """Id of the importer for a source: ``format_id`` if a person named one, else the one most sure of it.

    Between two equally sure ones the file's suffix decides, then the order of the ids. A fallback is
    taken only where no other is sure. Where a person chose columns, only formats that have columns count.

    Raises:
        ImportFailed: An unknown format, or nobody is sure; the hint lists the formats.
    """
    if format_id:
        if format_id not in IMPORTERS:
            raise ImportFailed(f"There is no format “{format_id}”.", f"Formats: {', '.join(IMPORTERS)}.")
        return format_id
    asked = {name: i for name, i in IMPORTERS.items() if i.columns is not None or not source.columns}
    scores = {name: importer.recognise(source) for name, importer in asked.items()}
    sure = [name for name, score in scores.items() if score >= SURE and not IMPORTERS[name].fallback]
    best = max(sure or scores, key=lambda name: (scores[name], _suffix_fits(source.name, name)))
    if scores[best] < SURE:
        raise ImportFailed(f"{source.name} is in no format that can be read.", _formats())
    return best


def candidates(source: Source) -> tuple[str, ...]:
    """Ids of the importers that may read a source, the surest first; fallbacks last."""
    asked = {name: i for name, i in IMPORTERS.items() if i.columns is not None or not source.columns}
    scores = {name: importer.recognise(source) for name, importer in asked.items()}
    able = [name for name, score in scores.items() if score >= POSSIBLE or _is_table(source, name)]
    return tuple(
        sorted(able, key=lambda n: (IMPORTERS[n].fallback, -scores[n], not _suffix_fits(source.name, n)))
    )


def _is_table(source: Source, format_id: str) -> bool:
    """Whether a file with the suffix of a format has columns that a person could name."""
    columns = IMPORTERS[format_id].columns
    if columns is None or not _suffix_fits(source.name, format_id):
        return False
    try:
        return len(columns(source)) > 1
    except ImportFailed:
        return False


def _suffix_fits(name: str, format_id: str) -> bool:
    return name.lower().endswith(IMPORTERS[format_id].suffixes)


def _formats() -> str:
    labels = "; ".join(f"{name}: {importer.label}" for name, importer in IMPORTERS.items())
    return f"If it is one of these, choose it by hand. {labels}."
