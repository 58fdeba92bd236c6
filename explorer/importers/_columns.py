"""Which column of a list holds what: its name says so, else what stands in it, unless a person chose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from explorer.errors import ImportFailed
from explorer.importers import Column
from explorer.importers._column_content import field_of_values, is_one, title_likeness
from explorer.importers._column_names import LAST_RANK, SEVERAL, fields, is_of_others, named_field
from explorer.text.fingerprint import fold_title
from explorer.text.mapped import normalise

Chosen = tuple[tuple[str, str], ...]  #: (field, column) as a person chose; see choose_columns

MOST_VALUES: Final = 200  #: of a column that are looked at
_BY_NAME: Final = 0.95
_BY_WORD: Final = 0.8
_CHOSEN: Final = "chosen"
_ANY_TITLE: Final = 0.3  #: likeness of the column that is taken where none is surely of titles
_NUMBER = re.compile(r"#(\d{1,5})")
_SAMPLE_CHARS: Final = 80
_SAMPLES: Final = 3
_FORMED: Final = frozenset(
    {"arxiv", "doi", "date", "link", "status", "venue", "openreview", "authors"}
)  #: fields whose values have a form of their own
_OF_ANYBODY: Final = frozenset({"link", "authors"})  #: what is not the paper's may look so as well
_BROAD: Final = frozenset({"venue", "status", "track", "title"})  #: a word of a name is enough for these


def guess_columns(names: Sequence[str], values: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """What each column holds, the surest of those that claim the same field.

    Args:
        names: Of the columns, "" where there is no header.
        values: A sequence for each column; the first MOST_VALUES that are not empty count.
    """
    filled = [[" ".join(v.split()) for v in column if v.strip()][:MOST_VALUES] for column in values]
    claims = [_claim(name, column) for name, column in zip(names, filled, strict=True)]
    taken: set[str] = set()
    columns = _unread(names, filled)
    for i in sorted(range(len(claims)), key=lambda i: (-claims[i][1], claims[i][3], i)):
        field, sure, why, _ = claims[i]
        if field and (field in SEVERAL or field not in taken):
            taken.add(field)
            columns[i] = replace(columns[i], field=field, sure=sure, why=why)
    if "title" not in taken:
        _take_title(columns, filled)
    return tuple(columns)


def choose_columns(columns: Sequence[Column], chosen: Chosen) -> tuple[Column, ...]:
    """The columns as a person chose; what they said nothing of is as guessed.

    Args:
        chosen: (field, column) pairs; the column by its name or as "#3"; no column: none is read as the
            field; no field: the column is left out.

    Raises:
        ImportFailed: There is no such field or column.
    """
    made = list(columns)
    for field, name in chosen:
        if field and field not in fields():
            raise ImportFailed(f"A list has no field “{field}”.", f"Fields: {', '.join(fields())}.")
        if field and (field not in SEVERAL or not name):
            made = [_nothing(c) if c.field == field and c.why != _CHOSEN else c for c in made]
        if not name:
            continue
        at = _place(made, name)
        made[at] = replace(made[at], field=field, sure=1.0, why=_CHOSEN)
    return tuple(made)


def columns_in_words(columns: Sequence[Column]) -> str:
    """Which column was read as what, and how sure that is where its name did not say so."""
    order = list(fields())
    read = ", ".join(
        f"{column.field} = “{column.name[:40]}”{_doubt(column)}"
        for column in sorted(columns, key=lambda c: order.index(c.field) if c.field else 0)
        if column.field
    )
    left = ", ".join(f"“{column.name[:40]}”" for column in columns if not column.field and column.sample)
    return f"Columns were read as {read}." + (f" Not read: {left}." if left else "")


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of some rows names the columns: it has known names, or other forms than the rest."""
    first, rest = rows[0], rows[1:]
    named = sum(bool(cell) and named_field(cell) is not None for cell in first)
    if named >= 2 or (named and not rest):
        return True
    formed = False
    for i, cell in enumerate(first):
        values = [row[i] for row in rest[:MOST_VALUES] if i < len(row) and row[i]]
        if values and all(map(str.isdigit, values)) and not cell.isdigit():
            return True
        found = field_of_values(values)
        if found and found[0] in _FORMED:
            if not is_one(found[0], cell):
                return True
            formed = True
    return named > 0 and not formed


def _claim(name: str, values: Sequence[str]) -> tuple[str, float, str, int]:
    """(field, how sure, why, rank) of one column; its name goes before what stands in it."""
    named, found = named_field(name), field_of_values(values)
    if found and found[0] in _OF_ANYBODY and is_of_others(name):
        found = None
    looks = (*found, 0) if found else ("", 0.0, "", 0)
    if named and named[1] < LAST_RANK:
        if named[0] == "arxiv" and values and looks[0] != "arxiv":  # numbers of their own, most often
            return ("", 0.0, "", 0) if looks[0] == "title" else looks
        return named[0], _BY_NAME, "its name", named[1]
    if named and (found is None or found[0] == named[0] or named[0] in _BROAD):
        return named[0], _BY_WORD, "a word of its name", named[1]
    return looks


def _unread(names: Sequence[str], values: Sequence[Sequence[str]]) -> list[Column]:
    """The columns without fields, each with a name of its own."""
    seen: dict[str, int] = {}
    made = []
    for i, name in enumerate(names):
        plain = " ".join(normalise(name).split()) or f"column {i + 1}"
        seen[plain] = seen.get(plain, 0) + 1
        shown = plain if seen[plain] == 1 else f"{plain} ({seen[plain]})"
        shown_values = tuple(value[:_SAMPLE_CHARS] for value in values[i][:_SAMPLES])
        made.append(Column(shown, "", "", 0.0, next(iter(shown_values), ""), shown_values))
    return made


def _take_title(columns: list[Column], values: Sequence[Sequence[str]]) -> None:
    """A list without a column that is surely of titles: the one that looks most like it."""
    likeness = [0.0 if c.field else title_likeness(v) for c, v in zip(columns, values, strict=True)]
    best = max(range(len(columns)), key=lambda i: likeness[i], default=0)
    if columns and likeness[best] >= _ANY_TITLE:
        why = "the likeliest of them"
        columns[best] = replace(columns[best], field="title", sure=0.5 * likeness[best], why=why)


def _place(columns: Sequence[Column], name: str) -> int:
    """Index of the column of a name, as written or folded, else of "#3"."""
    exact = [i for i, column in enumerate(columns) if column.name == name]
    folded = [i for i, column in enumerate(columns) if fold_title(column.name) == fold_title(name)]
    if exact or folded:
        return (exact or folded)[0]
    if (number := _NUMBER.fullmatch(name)) and 0 < int(number[1]) <= len(columns):
        return int(number[1]) - 1
    names = ", ".join(column.name[:30] for column in columns[:12])
    raise ImportFailed(f"The list has no column “{name[:60]}”.", f"Its columns are: {names}.")


def _nothing(column: Column) -> Column:
    return replace(column, field="", why="", sure=0.0)


def _doubt(column: Column) -> str:
    if column.why == "its name":
        return ""
    if column.why == _CHOSEN:
        return " (chosen)"
    how = "likely" if column.sure >= 0.7 else "a guess"
    return f" ({how}: {column.why})"
