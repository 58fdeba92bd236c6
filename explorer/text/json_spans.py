"""JSON whose strings know where they stand in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from explorer.model import Coding
from explorer.text.mapped import decode, normalise

MAX_DEPTH = 40  #: of nested lists and objects; no list of papers comes near

_WS = r"[ \t\r\n]*+"
_STRING = r'"((?:[^"\\\r\n]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+)"'
_SCALAR = r"(-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][+-]?\d++)?|true|false|null|-?Infinity|NaN)"
_VALUE = re.compile(rf"{_WS}(?:{_STRING}|{_SCALAR}|([\[{{]))")
_MEMBER = re.compile(rf"{_WS}{_STRING}{_WS}:{_WS}(?:{_STRING}|{_SCALAR}|([\[{{]))")
_AFTER = re.compile(rf"{_WS}([,\]}}])")
_EMPTY = re.compile(rf"{_WS}([\]}}])")
_SPACE = re.compile(_WS)
_LITERALS = {"true": True, "false": False, "null": None}


class JsonError(ValueError):
    """The text is not JSON from ``position`` on."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class JsonText:
    """A string: ``raw[start:end]`` is its content as written, between the quotes.

    Attributes:
        coding: How it is written; other than JSON where a cell or a YAML scalar stands for a string.
        plain: The content where ``coding`` alone does not give it (doubled quotes, folded lines), else None.
    """

    raw: str
    start: int
    end: int
    coding: Coding = Coding.JSON
    plain: str | None = None

    @property
    def text(self) -> str:
        """The content decoded and normalised."""
        if self.plain is not None:
            return normalise(self.plain)
        return decode(self.raw, self.start, self.end, self.coding).text

    @property
    def exact(self) -> str:
        return self.raw[self.start : self.end]


JsonValue: TypeAlias = "JsonText | JsonObject | list[JsonValue] | float | bool | None"


@dataclass(frozen=True, slots=True)
class JsonObject:
    """An object: ``raw[start:end]`` is it with its braces; a key that stands twice has its last value."""

    start: int
    end: int
    members: dict[str, JsonValue]


def read_json(raw: str, start: int = 0, end: int | None = None) -> JsonValue:
    """The JSON value that is ``raw[start:end]``.

    Tabs and other control characters in strings are let through, for lists in the wild have them.
    Linear in the length of the text.

    Raises:
        JsonError: Not JSON, more than one value, or nested deeper than MAX_DEPTH.
    """
    stop = len(raw) if end is None else end
    if raw.startswith("\ufeff", start):
        start += 1
    value, position = _read(raw, start, stop, 0)
    space = _SPACE.match(raw, position, stop)
    if space is not None and space.end() < stop:
        raise JsonError("There is more after the end of the value.", space.end())
    return value


def _read(raw: str, position: int, stop: int, depth: int) -> tuple[JsonValue, int]:
    found = _VALUE.match(raw, position, stop)
    if found is None:
        raise JsonError("A value is missing or broken.", position)
    return _value(raw, found, stop, depth)


def _value(raw: str, found: re.Match[str], stop: int, depth: int) -> tuple[JsonValue, int]:
    """The value whose string, scalar or bracket is one of the last three groups of a match."""
    group = found.re.groups - 2
    if found.start(group) >= 0:
        return JsonText(raw, found.start(group), found.end(group)), found.end()
    scalar = found[group + 1]
    if scalar is not None:
        return (_LITERALS[scalar] if scalar in _LITERALS else float(scalar)), found.end()
    if depth == MAX_DEPTH:
        raise JsonError(f"Lists and objects are nested deeper than {MAX_DEPTH}.", found.start())
    reader = _read_list if found[group + 2] == "[" else _read_object
    return reader(raw, found.end(), stop, depth + 1)


def _read_list(raw: str, position: int, stop: int, depth: int) -> tuple[JsonValue, int]:
    values: list[JsonValue] = []
    empty = _EMPTY.match(raw, position, stop)
    if empty and empty[1] == "]":
        return values, empty.end()
    while True:
        value, position = _read(raw, position, stop, depth)
        values.append(value)
        closed, position = _after(raw, position, stop, "]")
        if closed:
            return values, position


def _read_object(raw: str, position: int, stop: int, depth: int) -> tuple[JsonValue, int]:
    start = position - 1
    members: dict[str, JsonValue] = {}
    empty = _EMPTY.match(raw, position, stop)
    if empty and empty[1] == "}":
        return JsonObject(start, empty.end(), members), empty.end()
    while True:
        found = _MEMBER.match(raw, position, stop)
        if found is None:
            raise JsonError('A member ("name": value) is missing or broken.', position)
        key = found[1] if "\\" not in found[1] else JsonText(raw, found.start(1), found.end(1)).text
        members[key], position = _value(raw, found, stop, depth)
        closed, position = _after(raw, position, stop, "}")
        if closed:
            return JsonObject(start, position, members), position


def _after(raw: str, position: int, stop: int, closing: str) -> tuple[bool, int]:
    found = _AFTER.match(raw, position, stop)
    if found is None or found[1] not in ("," + closing):
        raise JsonError(f'"," or "{closing}" is missing.', position)
    return found[1] == closing, found.end()
