"""Notes of a study group: dated, with what each member brings; Japanese, English or Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._blocks import Line, read_lines, with_furniture
from explorer.importers._front import read_front
from explorer.importers._markdown import plain
from explorer.importers._notes_lines import MEETING, read_item, read_people
from explorer.importers._notes_reading import Notes, add_people, read_notes
from explorer.importers._notes_shape import ATX, contents_lines
from explorer.importers._prose_document import main_language
from explorer.importers._slides import slide_starts
from explorer.model import BlockKind, Document, DocumentKind, EditionRef, PersonRole, SeriesKind
from explorer.text.dates import parse_date, without_dates
from explorer.text.language import language_of

_HEAD_CHARS = 20_000
_TITLE_LINES = 4  #: at the top, among which the title stands
_DATE_LINES = 12
_JSON = re.compile(r"[\ufeff\s]{0,9}[\[{]\s{0,9}[\"\[{]")
_SEPARATOR = re.compile(r"\s[-–—|/]\s|[:|｜]\s?|\s{2,}")
_NUMBER = re.compile(
    r"(?:第\s?\d{1,4}\s?[回期次]|[#№]\s?\d{1,4}|\b(?:no|vol|session|week|meeting)\.?\s?\d{1,4})", re.I
)
_EDGE = " 　:-–—~|・,.()[]【】「」#*_/"


def recognise(source: Source) -> float:
    """Sure where the head or file name names a study group, with a date, marked items or presenters."""
    head = source.text[:_HEAD_CHARS]
    lines = [line for line in read_lines(head) if line.text]
    if not lines or _JSON.match(head) or slide_starts(head, lines):
        return 0.0
    top = " ".join(line.text for line in lines[:_TITLE_LINES])
    stem = source.stem.replace("_", " ")
    meeting = bool(MEETING.search(top[:400]) or MEETING.search(stem))
    dated = bool(parse_date(" ".join(line.text for line in lines[:_DATE_LINES])) or parse_date(stem))
    items = sum((item := read_item(line.text)) is not None and item.marked for line in lines)
    people = sum(any(named.presents for named in read_people(line.text)) for line in lines)
    score = 0.4 * meeting + 0.15 * dated + 0.1 * min(items, 3) + 0.15 * min(people, 2)
    return min(score, 0.9) if meeting or (dated and items >= 2 and people) else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where the source holds no text."""
    lines = read_lines(source.text)
    filled = [line for line in lines if line.text]
    if not any(any(map(str.isalpha, line.text)) for line in filled):
        raise ImportFailed(f"{source.name} holds no text.", "Notes need lines on what was presented.")
    contents, listed = contents_lines(lines)
    notes = Notes(source.text, _language([line.text for line in filled]), frozenset(listed))
    title = _title_line(filled)
    head = _head_lines(notes, filled, title)
    read_notes(notes, [line for line in lines if line.number not in contents | head])
    return (_document(source, notes, filled, title),)


def _language(texts: Sequence[str]) -> str:
    """The main language; lines of names and headings without kana make Japanese notes not Chinese."""
    main = main_language(texts)
    return "ja" if main == "zh" and language_of("\n".join(texts)) == "ja" else main


def _title_line(lines: Sequence[Line]) -> Line | None:
    """The line at the top that names the group, has the date or is the first heading."""
    top = [line for line in lines[:_TITLE_LINES] if len(line.text) <= 200 and not read_people(line.text)]
    tests = (
        lambda text: bool(MEETING.search(text)),
        lambda text: text.startswith("# "),
        lambda text: bool(parse_date(text)) and read_item(text) is None,
    )
    return next((line for test in tests for line in top if test(line.text)), None)


def _head_lines(notes: Notes, lines: Sequence[Line], title: Line | None) -> set[int]:
    """Numbers of the title and of the fields below it, which are added to ``notes``."""
    done: set[int] = set()
    front = read_front(lines).lines
    for line in lines[:_DATE_LINES]:
        people = read_people(line.text)
        if line is title:
            mark = ATX.match(line.text)
            notes.add(line.raw_range(mark.end() if mark else 0, None), BlockKind.TITLE)
        elif people and ":" in line.text:
            add_people(notes, line, people)
        elif line.number in front and read_item(line.text) is None:
            notes.add((line.start, line.end), BlockKind.META)
        else:
            break
        done.add(line.number)
    return done


def _document(source: Source, notes: Notes, lines: Sequence[Line], title: Line | None) -> Document:
    front = read_front(lines[:_DATE_LINES])
    stem = source.stem
    is_field = title is not None and title.number in front.lines
    name = front.title if is_field and front.title else plain(title.text.lstrip("# ")) if title else stem
    date = parse_date(name) or front.date or parse_date(stem) or _first_date(lines)
    series, number = _series(name, stem)
    return Document(
        kind=DocumentKind.STUDY_NOTES,
        title=name,
        language=notes.language,
        blocks=with_furniture(source.text, notes.blocks),
        papers=tuple(notes.papers.records),
        publisher=front.publisher,
        authors=tuple(p.name for p in notes.people if p.role is PersonRole.AUTHOR),
        date=date,
        covers_from=date,
        covers_to=date,
        issue_of=EditionRef(SeriesKind.STUDY_GROUP, series, date or number, date, date),
        people=tuple(notes.people),
    )


def _first_date(lines: Sequence[Line]) -> str:
    return next((date for line in lines[:_DATE_LINES] if (date := parse_date(line.text[:200]))), "")


def _series(title: str, stem: str) -> tuple[str, str]:
    """(name of the group, number of the meeting or "") from a title without its date and subject."""
    number = _NUMBER.search(title)
    for text in (title, stem.replace("_", " ")):
        pieces = [piece.strip(_EDGE) for piece in _SEPARATOR.split(_NUMBER.sub(" ", without_dates(text)))]
        named = next((piece for piece in pieces if MEETING.search(piece)), "")
        if named:
            return named, number[0] if number else ""
    rest = without_dates(_NUMBER.sub("", title)).strip(_EDGE)
    return rest or title, number[0] if number else ""


IMPORTER = Importer("Notes of a study group", (".md", ".markdown", ".txt"), recognise, read)
