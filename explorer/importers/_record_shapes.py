"""Where the records of a JSON or YAML value are, whatever its shape, and their fields as columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from explorer.importers import Source
from explorer.importers._blocks import make_issue
from explorer.importers._column_names import named_field
from explorer.importers._columns import has_header
from explorer.importers._listing import Listing, Row, text_of_value
from explorer.model import Issue
from explorer.text.json_spans import JsonObject, JsonText, JsonValue
from explorer.text.lines import LineIndex

_MOST_COLUMNS: Final = 200
_DEPTH: Final = 4  #: of objects around a list
_NEARLY_ALL: Final = 0.8
_KEY_CHARS: Final = 400  #: that a key stands before its record at most
_SAME: Final = 0.5  #: of the fields of two lists of records of one kind


@dataclass(frozen=True, slots=True)
class _Group:
    """Records that stand in one list, or in one object; its key is "" at the top.

    Attributes:
        keys: Of the records of an object, else [].
    """

    key: str
    records: Sequence[JsonValue]
    keys: Sequence[str] = ()


def listing_of(source: Source, value: JsonValue) -> Listing:
    """The records of a value: a list, lists under keys, an object of records, or columns side by side."""
    found = _groups(value, "", 0)
    biggest = max(found, key=lambda group: len(group.records), default=None)
    if biggest is None:
        return _of_columns(value) if isinstance(value, JsonObject) else Listing((), ())
    if all(isinstance(record, list) for record in biggest.records):
        return _of_lists(biggest.records, value)
    alike = [group for group in found if group is biggest or _are_alike(group, biggest)]
    issues = [_left_out(group) for group in found if group not in alike]
    return _listing(source, alike, issues)


def _groups(value: JsonValue, key: str, depth: int) -> list[_Group]:
    """The lists of records that lie the least deep."""
    if isinstance(value, list):
        return [_Group(key, value)] if any(isinstance(v, JsonObject | JsonText | list) for v in value) else []
    if not isinstance(value, JsonObject) or depth == _DEPTH:
        return []
    if _is_of_records(value):
        return [_Group(key, list(value.members.values()), list(value.members))]
    lists = [
        _Group(name, member)
        for name, member in value.members.items()
        if isinstance(member, list) and any(isinstance(each, JsonObject | list) for each in member)
    ]
    deeper = [
        group
        for name, member in value.members.items()
        if isinstance(member, JsonObject)
        for group in _groups(member, name, depth + 1)
    ]
    return lists or deeper


def _is_of_records(value: JsonObject) -> bool:
    """Whether nearly all members are objects with fields of a paper: {"2405.00001": {"title": …}, …}."""
    records = [member for member in value.members.values() if isinstance(member, JsonObject)]
    if not records or len(records) < _NEARLY_ALL * len(value.members):
        return False
    known = {found[0] for name in records[0].members if (found := named_field(name))}
    if "title" in known or len(known - {"link"}) >= 2:
        return True
    first, second = set(records[0].members), set(records[min(1, len(records) - 1)].members)
    rows = all(map(str.isdigit, first)) or any(map(named_field, value.members))  # columns side by side
    return len(records) > 1 and not rows and len(first & second) > _SAME * len(first | second)


def _are_alike(one: _Group, other: _Group) -> bool:
    first, second = (_field_names(group) for group in (one, other))
    return len(first & second) >= _SAME * min(len(first), len(second)) and bool(first)


def _field_names(group: _Group) -> set[str]:
    record = next((record for record in group.records if isinstance(record, JsonObject)), None)
    return set(record.members) if record else set()


def _left_out(group: _Group) -> Issue:
    why = (
        f"The list “{group.key[:60]}” with {len(group.records)} entries was left out: its fields are others."
    )
    return make_issue(0, "", why)


def _listing(source: Source, groups: Sequence[_Group], issues: list[Issue]) -> Listing:
    names: dict[str, int] = {}
    rows: list[Row] = []
    lines = LineIndex(source.text)
    number = 0
    for group in groups:
        for at, record in enumerate(group.records):
            number += 1
            fields = _fields(record)
            if not fields:
                text, line = _place(source, record, lines)
                issues.append(make_issue(line, text, f"Record {number} is no object with fields."))
                continue
            if group.keys:
                fields["key"] = _key(source.text, record, group.keys[at])
            if len(groups) > 1:
                fields["list"] = JsonText("", 0, 0, plain=group.key)
            for name in fields:
                if len(names) < _MOST_COLUMNS:
                    names.setdefault(name, len(names))
            rows.append(_row(record, fields, names))
    return Listing(list(names), rows, issues)


def _row(record: JsonValue, fields: Mapping[str, JsonValue], names: Mapping[str, int]) -> Row:
    values: list[JsonValue] = [None] * len(names)
    for name, value in fields.items():
        if name in names:
            values[names[name]] = value
    place = record if isinstance(record, JsonObject | JsonText) else None
    return Row(place.start if place else 0, place.end if place else 0, values)


def _fields(record: JsonValue) -> dict[str, JsonValue]:
    """The fields of a record, those of an object in it as "paper.title"; {"value": x} is x."""

    def bare(value: JsonValue) -> JsonValue:
        wrapped = isinstance(value, JsonObject) and "value" in value.members
        return value.members["value"] if wrapped and isinstance(value, JsonObject) else value

    if isinstance(record, JsonText):
        return {"": record}
    found: dict[str, JsonValue] = {}
    for name, member in record.members.items() if isinstance(record, JsonObject) else ():
        value = bare(member)
        if isinstance(value, JsonObject):
            found |= {f"{name}.{inner}": bare(each) for inner, each in value.members.items()}
        else:
            found[name] = value
    return found


def _key(raw: str, record: JsonValue, key: str) -> JsonText:
    """The key of a record, where it stands before it."""
    start = record.start if isinstance(record, JsonObject) else 0
    at = raw.rfind(key, max(0, start - _KEY_CHARS), start) if key else -1
    return JsonText(raw, max(at, 0), at + len(key) if at >= 0 else 0, plain=key)


def _place(source: Source, record: JsonValue, lines: LineIndex) -> tuple[str, int]:
    if not isinstance(record, JsonObject | JsonText):
        return text_of_value(record), 0
    return " ".join(source.text[record.start : record.end].split()), lines.line_of(record.start)


def _of_lists(records: Sequence[JsonValue], value: JsonValue) -> Listing:
    """Rows that are lists, the first or a sibling "columns" with the names."""
    rows = [record for record in records if isinstance(record, list)]
    width = max(map(len, rows))
    stated = value.members.get("columns") if isinstance(value, JsonObject) else None
    names = [text_of_value(name) for name in stated] if isinstance(stated, list) else []
    if not names and has_header([[text_of_value(cell) for cell in row] for row in rows[:40]]):
        names, rows = [text_of_value(cell) for cell in rows[0]], rows[1:]
    return Listing(names[:width] + [""] * (width - len(names)), [_cells(row) for row in rows])


def _of_columns(value: JsonObject) -> Listing:
    """The columns side by side: {"title": ["A", "B"], …}, {"title": {"0": "A", …}, …}."""
    columns = {name: list(_members(member)) for name, member in value.members.items()}
    columns = {name: cells for name, cells in columns.items() if cells}
    length = max(map(len, columns.values()), default=0)
    rows = [[cells[i] if i < len(cells) else None for cells in columns.values()] for i in range(length)]
    return Listing(list(columns), [_cells(row) for row in rows])


def _members(value: JsonValue) -> Iterator[JsonValue]:
    if isinstance(value, list):
        yield from value
    elif isinstance(value, JsonObject):
        yield from value.members.values()


def _cells(row: Sequence[JsonValue]) -> Row:
    places = [cell for cell in row if isinstance(cell, JsonText)]
    in_order = places and all(a.end <= b.start for a, b in pairwise(places))
    first = next(iter(places), None)
    apart = first is not None and in_order and places[-1].end - first.start < 100_000
    return Row(first.start, places[-1].end, row) if first and apart else Row(0, 0, row)
