"""Records of JSON lists: fields under several names, and blocks of their strings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers._blocks import make_issue, make_span
from explorer.model import Block, BlockKind, Issue, Span
from explorer.text.json_spans import JsonError, JsonObject, JsonText, JsonValue, read_json
from explorer.text.language import language_of
from explorer.text.lines import LineIndex, trimmed
from explorer.text.mapped import decode
from explorer.text.names import given_first, join_name, split_authors

_FAMILY = ("family", "last_name", "lastname", "last", "surname")
_GIVEN = ("given", "first_name", "firstname", "first")
_LIST_KEYS = ("results", "events", "papers", "data", "items", "notes")


def read_list(source: Source) -> list[JsonValue]:
    """The records of a JSON list, or of an object with one under "results" or the like.

    Raises:
        ImportFailed: Not JSON, with the line, or no list in it.
    """
    value = _whole(source)
    if isinstance(value, JsonObject):
        value = next(
            (value.members[key] for key in _LIST_KEYS if isinstance(value.members.get(key), list)), value
        )
    if not isinstance(value, list):
        raise ImportFailed(
            f"{source.name} holds no list of records.", "A list of papers is a JSON array of objects."
        )
    return value


def read_things(source: Source) -> list[JsonValue]:
    """The things of a JSON-LD graph, a list of them or one; ImportFailed where it is not JSON."""
    value = _whole(source)
    graph = value.members.get("@graph") if isinstance(value, JsonObject) else value
    return graph if isinstance(graph, list) else [value]


def _whole(source: Source) -> JsonValue:
    try:
        return read_json(source.text)
    except JsonError as error:
        line = LineIndex(source.text).line_of(error.position)
        raise ImportFailed(
            f"{source.name} is broken in line {line}: {error}", "Download or export it again."
        ) from error


def nameless(source: Source, record: JsonValue, number: int, lines: LineIndex) -> Issue:
    """What is said of a record that has no title."""
    place = record if isinstance(record, JsonObject | JsonText) else None
    line, text = (lines.line_of(place.start), source.text[place.start : place.end]) if place else (0, "")
    return make_issue(line, " ".join(text.split()), f"Record {number} has no title.")


def field(record: JsonObject, names: Sequence[str]) -> JsonText | None:
    """The first of the fields that is a string with more in it than white space."""
    for name in names:
        value = record.members.get(name)
        if isinstance(value, JsonText) and value.text.strip("\ufeff \t\r\n\u3000"):
            return value
    return None


def text_of(record: JsonObject, *names: str) -> str:
    """Text of a field in one line, normalised; "" where it is missing."""
    value = field(record, names)
    return " ".join(value.text.split()) if value else ""


def names_of(value: JsonValue) -> tuple[tuple[str, ...], bool]:
    """(author names, whether these are all) of a line, a list of names, or objects with a name each."""
    if isinstance(value, JsonText):
        return split_authors(value.text)
    if not isinstance(value, list):
        return (), True
    names = [_name(each) for each in value]
    return tuple(filter(None, names)), True


def _name(value: JsonValue) -> str:
    if isinstance(value, JsonText):
        return given_first(value.text)
    if not isinstance(value, JsonObject):
        return ""
    whole = given_first(text_of(value, "fullname", "full_name", "name", "literal"))
    family, given = text_of(value, *_FAMILY), text_of(value, *_GIVEN)
    return whole or (
        join_name(given, family) if language_of(family) in ("ja", "zh") else join_name(family, given)
    )


def json_block(value: JsonText, kind: BlockKind, section: str, paper: int | None) -> Block:
    """A block of a string's content, without white space at its ends, escaped or not."""
    start, end = value.start, value.end
    mapped = decode(value.raw, start, end, value.coding)
    text = mapped.text
    inner = trimmed(text, 0, len(text))
    if inner != (0, len(text)):
        start, end = mapped.raw_span(*inner)
        text = text[slice(*inner)]
    return Block(kind, start, end, text, value.coding, section, paper, language=_language(text))


def json_span(value: JsonText) -> Span:
    return make_span(value.raw, value.start, value.end)


def in_order(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(sorted(blocks, key=lambda block: block.start))


def _language(text: str) -> str:
    own = language_of(text)
    return own if own in ("en", "ja", "zh") else ""
