"""YAML whose strings know where they stand in the file: plain data, bounded before anything is repeated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Protocol

from explorer.model import Coding
from explorer.text.json_spans import JsonObject, JsonText, JsonValue
from explorer.text.lines import trimmed

MAX_DEPTH: Final = 20  #: of nested lists and mappings
MAX_VALUES: Final = 2_000_000  #: what stands in the file, and what its aliases repeat
MAX_CHARS: Final = 32_000_000
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})


class _Mark(Protocol):
    index: int


class _Event(Protocol):
    """What PyYAML tells of a place; ``value`` and ``style`` of a scalar only."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    value: str
    style: str | None


class YamlError(ValueError):
    """The text is not YAML from ``position`` on, or more than is read."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; ``key`` where a mapping waits for the value of one."""

    start: int
    anchor: str | None
    items: list[JsonValue] | None = None
    members: dict[str, JsonValue] = field(default_factory=dict)
    key: str | None = None
    values: int = 1


@dataclass(slots=True)
class _Builder:
    """Attributes:
    base: Raw offset at which marks begin to count.
    anchors: Name → (value, how many values it holds).
    count: Values so far, those of aliases with them.
    """

    raw: str
    base: int = 0
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[JsonValue, int]] = field(default_factory=dict)
    documents: list[JsonValue] = field(default_factory=list)
    count: int = 0


def read_yaml(raw: str, start: int = 0, end: int | None = None) -> list[JsonValue]:
    """The documents of ``raw[start:end]``; numbers and dates are strings, as they are written.

    An alias is the very value that it names. What aliases repeat is counted before it is used, so a
    few lines cannot grow into a billion values. Tags are not obeyed.

    Raises:
        YamlError: Not YAML, or above MAX_CHARS, MAX_DEPTH or MAX_VALUES.
    """
    import yaml

    base = start + (1 if raw.startswith("\ufeff", start) else 0)
    text = raw[base:end]
    if len(text) > MAX_CHARS:
        raise YamlError(f"It is longer than {MAX_CHARS // 1_000_000} million characters.", base)
    builder = _Builder(raw, base)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is sixteen times as quick
    try:
        for event in yaml.parse(text, Loader=loader):
            _take(builder, event)
    except YamlError:
        raise
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(f"{error.problem or 'not YAML'}.", base + (mark.index if mark else 0)) from error
    except yaml.reader.ReaderError as error:
        raise YamlError("It holds a control character.", base + int(error.position)) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # a code point that there is not
        raise YamlError("It is not YAML.", base) from error
    return builder.documents


def _take(builder: _Builder, event: _Event) -> None:
    kind = type(event).__name__
    if kind == "ScalarEvent":
        _scalar(builder, event)
    elif kind == "AliasEvent":
        _alias(builder, event)
    elif kind in ("SequenceStartEvent", "MappingStartEvent"):
        if len(builder.stack) == MAX_DEPTH:
            raise YamlError(
                f"Lists and mappings are nested deeper than {MAX_DEPTH}.",
                builder.base + event.start_mark.index,
            )
        items: list[JsonValue] | None = [] if kind == "SequenceStartEvent" else None
        builder.stack.append(_Open(builder.base + event.start_mark.index, event.anchor, items))
    elif kind in ("SequenceEndEvent", "MappingEndEvent"):
        _close(builder, builder.base + event.end_mark.index)


def _scalar(builder: _Builder, event: _Event) -> None:
    value: JsonValue = None
    if event.style or event.value not in _NOTHING:
        value = _text(builder, event)
    if event.anchor:
        builder.anchors[event.anchor] = (value, 1)
    _add(builder, value, 1, builder.base + event.start_mark.index, event.value)


def _alias(builder: _Builder, event: _Event) -> None:
    at = builder.base + event.start_mark.index
    name = event.anchor or ""
    if name not in builder.anchors:
        raise YamlError(f"The alias “{name[:40]}” names nothing that is complete.", at)
    value, count = builder.anchors[name]
    _add(builder, value, count, at, value.text if isinstance(value, JsonText) else "")


def _close(builder: _Builder, end: int) -> None:
    done = builder.stack.pop()
    end = trimmed(builder.raw, done.start, end)[1]
    value: JsonValue = done.items if done.items is not None else JsonObject(done.start, end, done.members)
    if done.anchor:
        builder.anchors[done.anchor] = (value, done.values)
    builder.count -= done.values - 1  # they were counted one by one
    _add(builder, value, done.values, done.start, "")


def _add(builder: _Builder, value: JsonValue, count: int, at: int, written: str) -> None:
    """Put a value where it belongs; ``count``: values that it holds."""
    builder.count += count
    if builder.count > MAX_VALUES:
        raise YamlError(f"It holds more than {MAX_VALUES:,} values, or repeats a few so often.", at)
    if not builder.stack:
        builder.documents.append(value)
        return
    above = builder.stack[-1]
    above.values += count
    if above.items is not None:
        above.items.append(value)
    elif above.key is None:
        above.key = written
    else:
        _member(above, value)
        above.key = None


def _member(above: _Open, value: JsonValue) -> None:
    """A member of a mapping; "<<" brings those of another one that it has not itself."""
    if above.key == "<<":
        for other in value if isinstance(value, list) else [value]:
            if isinstance(other, JsonObject):
                above.members = other.members | above.members
    elif above.key is not None:
        above.members[above.key] = value


def _text(builder: _Builder, event: _Event) -> JsonText:
    """The string of a scalar: between its quotes, below its "|" or ">", or as it stands."""
    raw = builder.raw
    start, end = builder.base + event.start_mark.index, builder.base + event.end_mark.index
    coding = Coding.FLOWED
    if event.style in ("'", '"'):
        start, end = start + 1, end - 1
        if event.style == '"' and "\\" in raw[start:end] and "\n" not in raw[start:end]:
            coding = Coding.JSON
    elif event.style in ("|", ">"):
        line = raw.find("\n", start, end)
        start = line + 1 if line >= 0 else end
    start, end = trimmed(raw, start, end)
    return JsonText(raw, start, end, coding, event.value)
