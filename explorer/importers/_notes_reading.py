"""Notes of a study group, line by line: who brings what, which paper a section is about, what it cites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from explorer.importers._blocks import Line, Place, make_block, make_span
from explorer.importers._markdown import is_rule, plain
from explorer.importers._mentioned import Mentioned
from explorer.importers._notes_lines import (
    Item,
    Named,
    caption,
    is_image,
    presenter_at_end,
    read_item,
    read_people,
)
from explorer.importers._notes_paper import cited_papers, edition_alone, joined, meta_lines, named_paper
from explorer.importers._notes_shape import ATX, BACKGROUND, MARK, heading_level, is_usual
from explorer.importers._passages import Form, Passage
from explorer.importers._proofs import Citation
from explorer.importers._title_shape import is_sentence_start, is_title, names_in
from explorer.importers._witnesses import NO_IDS
from explorer.model import Block, BlockKind, PersonRole, Role, StatedPerson
from explorer.text.mapped import decode

_WRAPPED = 60  #: letters of a line behind which a sentence may go on in the next
_EDITION_LINES = 3  #: of text below a title, in which its edition may stand
_DESCRIPTION = 12  #: letters that say something of a paper
_ORNAMENTS = "■◆●○▪□◇ "  #: before a heading of plain text
_LEAD = 3  #: characters in front of a citation that opens its line


@dataclass(slots=True)
class Notes:
    """What has been read so far.

    Attributes:
        listed: Lines that a table of contents lists.
        path: (level, name) of the headings below which the next line stands.
        item: What is presented and no paper, or "".
        topic: Paper of the item or section that goes on, or None.
        topic_level: Level of its heading; one of the same level or above ends it.
        said: Passages of text below the topic.
    """

    raw: str
    language: str
    listed: frozenset[str]
    papers: Mentioned = field(default_factory=Mentioned)
    blocks: list[Block] = field(default_factory=list)
    people: list[StatedPerson] = field(default_factory=list)
    path: list[tuple[int, str]] = field(default_factory=list)
    item: str = ""
    topic: int | None = None
    topic_level: int = 0
    said: int = 0

    @property
    def section(self) -> str:
        return self.path[-1][1] if self.path else ""

    @property
    def level(self) -> int:
        return self.path[-1][0] if self.path else 0

    def place(self) -> Place:
        return Place(self.language, self.item or self.section, self.topic)

    def add(self, span: tuple[int, int], kind: BlockKind) -> None:
        block = make_block(self.raw, span, kind, self.place())
        if any(map(str.isalnum, block.text)):
            self.blocks.append(block)

    def close(self, level: int) -> None:
        """Leave the headings of a level and all below it."""
        while self.path and self.path[-1][0] >= level:
            self.path.pop()

    def open_topic(self, row: int | None, level: int) -> None:
        """Go over to another paper, or to none, out of the sections that the last one had."""
        if self.topic is not None:
            self.close(self.topic_level + 1)
        self.topic, self.topic_level, self.said, self.item = row, level, 0, ""


def read_notes(notes: Notes, lines: Sequence[Line]) -> None:
    """Read the lines below the head of the document into ``notes``."""
    i = 0
    while i < len(lines):
        line, text = lines[i], lines[i].text
        if (
            not any(map(str.isalnum, text))
            or is_rule(text)
            or is_image(text)
            or text.startswith(("<", "```"))
        ):
            _add_caption(notes, line)
            i += 1
        elif people := read_people(text):
            if notes.said:
                notes.open_topic(None, 0)
            add_people(notes, line, people)
            i += 1
        elif (item := read_item(text)) and _is_item(text, item):
            i = _read_item(notes, lines, i, item)
        elif level := heading_level(lines, i, notes.listed):
            i = _read_heading(notes, lines, i, level)
        else:
            i = _read_text(notes, lines, i)


def add_people(notes: Notes, line: Line, people: Sequence[Named]) -> None:
    """Add a line that names people, and each of them once per role."""
    notes.add((line.start, line.end), BlockKind.META)
    for named in people:
        _add_person(notes, line, named)


def _add_person(notes: Notes, line: Line, named: Named) -> None:
    role = PersonRole.PRESENTER if named.presents else PersonRole.AUTHOR
    if not any(person.name == named.name and person.role is role for person in notes.people):
        span = make_span(notes.raw, *line.raw_range(named.start, named.end))
        notes.people.append(StatedPerson(named.name, role, span, named.affiliation))


def _add_caption(notes: Notes, line: Line) -> None:
    words = caption(line.text) if is_image(line.text) else None
    if words:
        notes.add(line.raw_range(*words), BlockKind.TEXT)


def _is_item(text: str, item: Item) -> bool:
    """Whether a label with a colon is followed by a title, not by a sentence."""
    rest = plain(text[item.rest :])
    return item.marked or (is_title(rest) and not is_sentence_start(rest) and "。" not in rest)


def _read_item(notes: Notes, lines: Sequence[Line], i: int, item: Item) -> int:
    """Read an item and the lines below it that only name it; the index of the next line."""
    line = lines[i]
    mark = ATX.match(line.text)
    notes.open_topic(None, 0)
    if mark:
        notes.close(len(mark[1]))
    if item.paper:
        return _read_topic(notes, lines, i, (item.rest, len(mark[1]) if mark else max(notes.level, 1)))
    notes.item = plain(line.text[item.rest :])
    notes.add((line.start, line.end), BlockKind.HEADING)
    _add_presenter(notes, line)
    return i + 1


def _add_presenter(notes: Notes, line: Line) -> None:
    if by := presenter_at_end(line.text):
        _add_person(notes, line, by)


def _read_topic(notes: Notes, lines: Sequence[Line], i: int, at: tuple[int, int]) -> int:
    """Read a paper whose title begins at ``at[0]`` of a line, with level ``at[1]``; the next line."""
    line, (start, level) = lines[i], at
    metas, end, _ = meta_lines(lines, i + 1)
    own = joined(named_paper(line, start), metas)
    title = own.title or (start, len(line.text))
    row = notes.papers.add(_passage(notes, [line]), own, Role.REVIEWED, notes.section)
    notes.open_topic(row, level)
    notes.add(line.raw_range(0, title[0]), BlockKind.META)
    notes.add(line.raw_range(*title), BlockKind.PAPER_TITLE)
    notes.add(line.raw_range(title[1], None), BlockKind.META)
    _add_presenter(notes, line)
    _add_metas(notes, lines[i + 1 : end])
    return end


def _add_metas(notes: Notes, lines: Sequence[Line]) -> None:
    for line in lines:
        if is_image(line.text):
            _add_caption(notes, line)
        elif people := [named for named in read_people(line.text) if named.presents]:
            add_people(notes, line, people)
        elif line.text:
            notes.add((line.start, line.end), BlockKind.META)


def _read_heading(notes: Notes, lines: Sequence[Line], i: int, level: int) -> int:
    """Read a heading, the title of a paper, or one above a paper's authors; the index of the next line."""
    line = lines[i]
    mark = ATX.match(line.text)
    start = mark.end() if mark else len(line.text) - len(line.text.lstrip(_ORNAMENTS))
    if notes.topic is None or level <= notes.topic_level:
        notes.open_topic(None, 0)
        notes.close(level)
    name = plain(line.text[start:])
    below = next((other.text for other in lines[i + 1 :] if other.text), "")
    if notes.topic is None and names_in(name) and " " in name and read_item(below):
        add_people(notes, line, [Named(name, start, len(line.text))])
        return i + 1
    if notes.topic is None and not is_usual(name) and _is_titled(lines, i, start):
        return _read_topic(notes, lines, i, (start, level))
    notes.close(level)
    notes.path.append((level, name))
    notes.add(line.raw_range(start, None), BlockKind.HEADING)
    return i + 1 if notes.topic is not None else _read_untitled(notes, lines, i + 1)


def _is_titled(lines: Sequence[Line], i: int, start: int) -> bool:
    """Whether a line is a paper's title: it cites one, or below it stand its authors or id."""
    text = lines[i].text[start:]
    cited = [c for c in cited_papers(text) if c.title]
    if cited:
        return len(cited) == 1 and not cited[0].aside and cited[0].start <= _LEAD
    metas, _, _ = meta_lines(lines, i + 1)
    proof = metas.ids != NO_IDS or len(metas.authors) > 1
    words = plain(text)
    return proof and is_title(words, strict=metas.ids == NO_IDS) and not (is_usual(words) or names_in(words))


def _read_untitled(notes: Notes, lines: Sequence[Line], start: int) -> int:
    """Read the authors that stand below a heading without any title; the index of the next line."""
    metas, end, names = meta_lines(lines, start)
    if len(metas.authors) < 2 or names[0] == names[1] or any(line.text for line in lines[start : names[0]]):
        return start
    passage = _passage(notes, lines[slice(*names)])
    own = replace(metas, start=0, end=len(passage.text))
    row = notes.papers.add(passage, own, Role.REVIEWED, notes.section)
    notes.open_topic(row, notes.level)
    notes.add((passage.start, passage.end), BlockKind.META)
    _add_metas(notes, lines[names[1] : end])
    return end


def _read_text(notes: Notes, lines: Sequence[Line], i: int) -> int:
    """Read a passage of text and the papers that it cites; the index of the next line."""
    text = lines[i].text
    mark = MARK.match(text)
    start = mark.end() if mark else 0
    if (
        notes.topic is None
        and is_title(plain(text[start:]))
        and _is_titled(lines, i, start)
        and not _cites(lines[i])
    ):
        return _read_topic(notes, lines, i, (start, max(notes.level, 1)))
    end = i + 1
    while end < len(lines) and _goes_on(lines[end - 1].text, lines[end].text, end - i):
        if heading_level(lines, end, notes.listed) or read_item(lines[end].text):
            break
        end += 1
    passage = _passage(notes, lines[i:end], start)
    rows = [
        (c, notes.papers.add(passage, c, _role(notes, passage, c), notes.section))
        for c in cited_papers(passage.text)
    ]
    _note_edition(notes, passage.text)
    spoken_of = {row for c, row in rows if c.start <= _LEAD}
    if notes.topic is None and len(spoken_of) == 1 and len(rows) == 1:
        block = make_block(
            notes.raw,
            (passage.start, passage.end),
            BlockKind.TEXT,
            replace(notes.place(), paper=spoken_of.pop()),
        )
        notes.blocks.append(block)
    else:
        notes.add((passage.start, passage.end), BlockKind.TEXT)
    notes.said += 1
    return end


def _cites(line: Line) -> bool:
    """Whether a line of text goes on about the paper that it cites."""
    return any(_says_more(line.text, c) for c in cited_papers(line.text))


def _says_more(text: str, citation: Citation) -> bool:
    return sum(map(str.isalpha, text[citation.end : citation.end + 400])) >= _DESCRIPTION


def _role(notes: Notes, passage: Passage, citation: Citation) -> Role:
    if BACKGROUND.search(notes.section):
        return Role.BACKGROUND
    described = citation.start <= _LEAD and citation.title is not None and _says_more(passage.text, citation)
    return Role.REVIEWED if described and notes.topic is None and not citation.aside else Role.REFERENCED


def _note_edition(notes: Notes, text: str) -> None:
    """The topic's edition, where one of the first sentences below its title is only that."""
    if notes.topic is None or notes.said >= _EDITION_LINES:
        return
    record = notes.papers.records[notes.topic]
    named = edition_alone(text)
    if named and record.edition is None:
        notes.papers.records[notes.topic] = replace(record, edition=named.edition)


def _goes_on(last: str, text: str, count: int) -> bool:
    """Whether a line goes on with the sentence of the line above it (wrapped text)."""
    if not text or MARK.match(text) or is_image(text) or text[0] in "#<|@[" or count > 200:
        return False
    if text[0].islower() or last.endswith((",", "、", "(", "-")):
        return True
    return last.isascii() and len(last) >= _WRAPPED and last[-1] not in ".!?:"


def _passage(notes: Notes, lines: Sequence[Line], start: int = 0) -> Passage:
    """Lines in a row as one passage; ``start``: behind the mark of an item."""
    first = lines[0].raw_range(start, None)[0]
    mapped = decode(notes.raw, first, lines[-1].end)
    return Passage(Form.PARAGRAPH, lines[0].number, 0, first, lines[-1].end, mapped)
