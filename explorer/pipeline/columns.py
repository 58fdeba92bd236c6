"""Words of a person → columns of a table: "title=Titel,authors=Autoren"."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.errors import ExplorerError
from explorer.importers._column_names import fields

SKIP = "skip"  #: the field of a column that is left out


def columns_from_words(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(field, column) of each "field=column", commas between; no column: none is read as this field.

    Raises:
        ExplorerError: There is no such field; the hint lists them.
    """
    found: list[tuple[str, str]] = []
    for pair in (part for word in words for part in word.split(",") if part.strip()):
        field, mark, column = (side.strip() for side in pair.partition("="))
        if field not in (*fields(), SKIP) or not mark or (field == SKIP and not column):
            raise ExplorerError(
                f"“{pair.strip()[:60]}” names no column.",
                f'Write it like "title=Titel,authors=Autoren". Fields: {", ".join((*fields(), SKIP))}.',
            )
        found.append(("" if field == SKIP else field, column))
    return tuple(found)
