"""BibTeX entries whose fields know where they stand in the file.

Why no library: bibtexparser 2 and pybtex give the line of an entry at best, and
evidence needs the offsets of each value.

References:
    Oren Patashnik, "BibTeXing" (btxdoc), 1988, sections 2 and 3.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_ENTRY = re.compile(r"@[ \t]{0,9}([A-Za-z][A-Za-z_-]{0,39})\s{0,9}([{(])")
_ENTRY_LINE = re.compile(r"^[ \t]{0,40}@[ \t]{0,9}[A-Za-z][A-Za-z_-]{0,39}\s{0,9}[{(]", re.M)
_KEY = re.compile(r"\s*+([^,{}=\"#\r\n]{0,300})(?:[\r\n\t ]*+)(,|(?=[})]))")
_NAME = re.compile(r"[\s,]*+([A-Za-z_][\w:.+/-]{0,60})\s*+=\s*+", re.ASCII)
_VALUE = re.compile(r"([{\"])|(\d++)|([A-Za-z_][\w:.+/-]{0,60})", re.ASCII)
_JOIN = re.compile(r"\s*+#\s*+")
_SPACE = re.compile(r"[\s,]*+")
_BRACE = re.compile(r"[{}]")
_PLAIN_BRACE = re.compile(r"\\.|[{}]", re.S)
_QUOTE = re.compile(r'\\.|[{}"]', re.S)
_NO_FIELD = "No key with a comma or no field begins the entry."
_CLOSING = {"{": "}", "(": ")"}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MAX_PIECES = 50  #: of one value that count
_MAX_MACRO = 2_000  #: characters; macros that double each other end here


@dataclass(frozen=True, slots=True)
class BibField:
    """Attributes:
    text: The value as TeX, concatenated, its macros replaced.
    start, end: Raw slice of the value, without the braces or quotes around it where it is in one piece.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BibEntry:
    """Attributes:
    kind: "article", lower case.
    key: As written; "" where there is none.
    start, end: Raw slice from the @ to the closing brace.
    fields: Name in lower case -> value; of a field that stands twice the first, as BibTeX does.
    why: What is wrong with it, or "".
    """

    kind: str
    key: str
    start: int
    end: int
    fields: Mapping[str, BibField] = field(default_factory=dict)
    why: str = ""


class _Broken(ValueError):
    """What cannot be read of an entry; the rest of it is left."""


def read_bibtex(raw: str) -> Iterator[BibEntry]:
    """All entries but comments and preambles, in order; one that is broken has what could be read before.

    An entry ends at the latest where the next line begins another one, so that
    a brace that is missing costs one entry. Linear in the length of the text.
    """
    return _Reader(raw).entries()


class _Reader:
    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._braces = _BRACE
        self._lines = [found.start() for found in _ENTRY_LINE.finditer(raw)]
        self._macros = {name: str(number) for number, name in enumerate(_MONTHS, 1)}

    def entries(self) -> Iterator[BibEntry]:
        position = 0
        while found := _ENTRY.search(self._raw, position):
            at = bisect_left(self._lines, found.end())
            stop = self._lines[at] if at < len(self._lines) else len(self._raw)
            if found[1].lower() in ("comment", "preamble"):
                position = self._group_end(found.end() - 1, stop) or stop
                continue
            entry = self._entry(found, stop)
            position = entry.end
            if entry.kind != "string" or entry.why:
                yield entry
            else:
                self._macros |= {name: value.text[:_MAX_MACRO] for name, value in entry.fields.items()}

    def _group_end(self, start: int, stop: int) -> int:
        """Offset behind the group whose opening brace stands at ``start``, or 0."""
        if self._raw[start] == "(":
            end = self._raw.find(")", start, stop)
            return end + 1
        return _closed(self._raw, start + 1, stop, self._braces)

    def _entry(self, found: re.Match[str], stop: int) -> BibEntry:
        """The entry as BibTeX counts braces, or if that breaks without those behind a backslash."""
        self._braces = _PLAIN_BRACE
        lenient = self._try_entry(found, stop)
        self._braces = _BRACE
        strict = self._try_entry(found, stop)
        return strict if lenient.why or not strict.why else lenient

    def _try_entry(self, found: re.Match[str], stop: int) -> BibEntry:
        kind, closing = found[1].lower(), _CLOSING[found[2]]
        fields: dict[str, BibField] = {}
        key, position, why = "", found.end(), ""
        if kind != "string" and (named := _KEY.match(self._raw, position, stop)):
            key, position = named[1].strip(), named.end()
        try:
            position = self._fields(position, stop, closing, fields)
        except _Broken as error:
            why, position = str(error), stop
        return BibEntry(kind, key, found.start(), position, fields, why)

    def _fields(self, position: int, stop: int, closing: str, fields: dict[str, BibField]) -> int:
        """Read fields up to the closing brace; offset behind it."""
        last = ""
        while True:
            named = _NAME.match(self._raw, position, stop)
            if named is None:
                space = _SPACE.match(self._raw, position, stop)
                position = space.end() if space else position
                if self._raw[position : min(position + 1, stop)] == closing:
                    return position + 1
                raise _Broken(f"The entry breaks off after the field {last}." if last else _NO_FIELD)
            last = named[1].lower()
            value, position = self._value(named.end(), stop, last)
            fields.setdefault(last, value)

    def _value(self, position: int, stop: int, name: str) -> tuple[BibField, int]:
        """The value that begins at ``position``, in one piece or several, and the offset behind it."""
        pieces: list[str] = []
        first = position
        while True:
            text, inner, position = self._piece(position, stop, name)
            pieces.append(text if len(pieces) < _MAX_PIECES else "")
            joined = _JOIN.match(self._raw, position, stop)
            if joined is None:
                break
            position = joined.end()
        start, end = inner if len(pieces) == 1 else (first, position)
        return BibField("".join(pieces), start, end), position

    def _piece(self, position: int, stop: int, name: str) -> tuple[str, tuple[int, int], int]:
        """(text, its raw span, offset behind it) of a value in braces or quotes, a number or a macro."""
        found = _VALUE.match(self._raw, position, stop)
        if found is None:
            raise _Broken(f"The field {name} has no value.")
        if found[1] is None:
            text = found[2] or self._macros.get(found[3].lower(), found[3])
            return text, found.span(), found.end()
        inner = found.end()
        braced = found[1] == "{"
        end = self._group_end(position, stop) if braced else _closed(self._raw, inner, stop, _QUOTE)
        if not end:
            raise _Broken(f"The value of the field {name} does not end.")
        return self._raw[inner : end - 1], (inner, end - 1), end


def _closed(raw: str, position: int, stop: int, tokens: re.Pattern[str]) -> int:
    """Offset behind the brace or quote that closes what began before ``position``, or 0."""
    depth = 0
    for found in tokens.finditer(raw, position, stop):
        token = found[0]
        if token == "{":
            depth += 1
        elif depth == 0 and token in '}"':
            return found.end() if token == '"' or tokens is not _QUOTE else 0
        elif token == "}":
            depth -= 1
    return 0


def split_names(text: str) -> list[str]:
    """Names of an author field, as TeX: the pieces between "and" outside of braces."""
    return _split(text, re.compile(r"[{}]|(?<=\s)and(?=\s)|\\.", re.I | re.S), "and")


def split_commas(name: str) -> list[str]:
    """Parts of one name, as TeX: the pieces between commas outside of braces."""
    return _split(name, re.compile(r"[{},]|\\.", re.S), ",")


def _split(text: str, tokens: re.Pattern[str], separator: str) -> list[str]:
    pieces, start, depth = [], 0, 0
    for found in tokens.finditer(text):
        token = found[0].lower()
        if token == "{":
            depth += 1
        elif token == "}":
            depth = max(0, depth - 1)
        elif token == separator and depth == 0:
            pieces.append(text[start : found.start()])
            start = found.end()
    return [piece for piece in map(str.strip, (*pieces, text[start:])) if piece]


def bare(raw: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and without braces around all of it ("{{A Title}}": A Title)."""
    closed: dict[int, int] | None = None
    while True:
        while start < end and raw[start].isspace():
            start += 1
        while start < end and raw[end - 1].isspace():
            end -= 1
        if end - start <= 2 or raw[start] != "{":
            return start, end
        closed = _pairs(raw, start, end) if closed is None else closed
        if closed.get(start) != end:
            return start, end
        start, end = start + 1, end - 1


def _pairs(raw: str, start: int, end: int) -> dict[int, int]:
    """Offset of each opening brace -> offset behind the one that closes it."""
    opened: list[int] = []
    closed: dict[int, int] = {}
    for found in _BRACE.finditer(raw, start, end):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            closed[opened.pop()] = found.end()
    return closed
