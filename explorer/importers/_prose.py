"""Passages → blocks and papers: whose section it is, which citations it holds, what role they have."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from explorer.importers._blocks import Place, make_block, make_issue
from explorer.importers._citations import find_citations
from explorer.importers._markdown import plain
from explorer.importers._mentioned import Mentioned, is_short_form
from explorer.importers._own_paper import code_in, of_section, own_title, subject_in, with_meta
from explorer.importers._parts import Part, has_title, is_bare, parts_of
from explorer.importers._passages import Passage
from explorer.importers._proofs import Citation
from explorer.importers._roles import role_of
from explorer.importers._witnesses import author_lists
from explorer.model import Block, BlockKind, EditionRef, Issue

_GOES_ON = re.compile(r"[)\]*_\s]{0,6}(?:[:.。]|[-–—]\s|$)")
_SKIP = re.compile(r"[)\]*_\s:.,。、–—-]*")
_DESCRIPTION = 24  #: letters that say something of a paper
_PAPERS_PER_REMARK = 2  #: a slide that names more papers than that per remark only lists them
_LEAD = 16  #: characters in front of a citation that still opens its paragraph


@dataclass(slots=True)
class Reading:
    """What has been read so far of one document.

    Attributes:
        find: The citations of a passage.
        editions: Those that the document is about.
        slides: Its sections are slides.
        topic: Level of the heading and paper of the section about one paper that goes on, or None.
        own: The publisher's own work, of which a linked card may give the title, or None.
    """

    raw: str
    language: str
    editions: tuple[EditionRef, ...]
    slides: bool = False
    find: Callable[[Passage], list[Citation]] = lambda passage: find_citations(passage.text)
    papers: Mentioned = field(default_factory=Mentioned)
    blocks: list[Block] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    topic: tuple[int, int, str] | None = None
    own: int | None = None


def read_prose(reading: Reading, passages: Sequence[Passage]) -> None:
    """Read all passages of a document, its title excepted, into ``reading``."""
    for part in parts_of(passages, reading.find):
        _read_part(reading, part)


def _read_part(reading: Reading, part: Part) -> None:
    bare = [is_bare(p.text, cited) for p, cited in zip(part.body, part.cited, strict=True)]
    paper, metas = _read_heading(reading, part, bare) if part.heading else (None, 0)
    for passage in part.body[:metas]:
        _add(reading, passage, (0, len(passage.text)), (BlockKind.META, _place(reading, part, paper)))
    shown = reading.slides and _is_shown(part)
    first = metas if paper is None and bare[metas : metas + 1] == [True] and not all(bare[metas:]) else -1
    for i in range(metas, len(part.body)):
        passage, cited = part.body[i], part.cited[i]
        rows = [
            reading.papers.add(
                passage,
                c,
                role_of(
                    part.name,
                    c,
                    i == first or _is_described(passage, c) or (shown and _at_home(reading, c)),
                    passage.text,
                ),
                part.name,
            )
            for c in cited
        ]
        if i == first and len(set(rows)) == 1 and cited[0].title:
            paper = rows[0]
            reading.papers.has_code(paper, code_in(part))
        if not cited and not bare[i]:
            _note_unread(reading, passage)
        _add_passage(reading, part, i, _topic(cited, rows, paper))


def _read_heading(reading: Reading, part: Part, bare: Sequence[bool]) -> tuple[int | None, int]:
    """Add the heading; (the paper that the part is about, how many passages below only describe that)."""
    heading = part.heading
    assert heading is not None
    cited = reading.find(heading)
    metas = next((i for i, is_meta in enumerate(bare) if not is_meta or has_title(part.cited[i])), len(bare))
    if own := own_title(part, cited, metas):
        for passage, below in zip(part.body[:metas], part.cited[:metas], strict=True):
            own = with_meta(own, passage, below)
        return _add_own(reading, part, own, bool(part.body)), metas
    inherited = _inherited(reading, part)
    if inherited is None and not cited and not reading.slides and (subject := subject_in(part, bare)):
        paper = _add_own(
            reading,
            part,
            of_section(part, subject, bare, reading.editions[0] if reading.editions else None),
            True,
        )
        reading.own = paper if subject.own else reading.own
        return paper, 0
    for citation in cited:
        reading.papers.add(heading, citation, role_of(part.name, citation, False), part.name)
    place = _place(reading, part, inherited)
    _add(reading, heading, (0, len(heading.text)), (BlockKind.HEADING, place))
    return inherited, 0


def _about(reading: Reading) -> EditionRef | None:
    """The edition that the document is about."""
    return reading.editions[0] if reading.editions else None


def _add_own(reading: Reading, part: Part, own: Citation, described: bool) -> int:
    """Row of the paper that a heading is the title of, which the sections below may go on about."""
    heading = part.heading
    assert heading is not None
    assert own.title is not None
    title = plain(heading.text[slice(*own.title)])
    if reading.own is not None and is_short_form(reading.papers.records[reading.own].title, title):
        reading.papers.is_titled(reading.own, title)
    paper = reading.papers.add(heading, own, role_of(part.name, own, described), part.name)
    reading.topic = (heading.level, paper, part.name)
    _split(reading, heading, own, (BlockKind.META, _place(reading, part, paper)))
    return paper


def _inherited(reading: Reading, part: Part) -> int | None:
    """The paper of the section that this one is part of, or of the slide that it continues."""
    if part.heading is None or reading.topic is None:
        return None
    level, paper, name = reading.topic
    if part.heading.level > level or (reading.slides and name == part.name):
        return paper
    reading.topic = None
    return None


def _is_shown(part: Part) -> bool:
    """Whether a slide says at least as much of its papers as it names papers."""
    said = sum(
        len(p.text) >= _DESCRIPTION // 2 and not any(c.title for c in cited)
        for p, cited in zip(part.body, part.cited, strict=True)
    )
    titled = sum(has_title(cited) for cited in part.cited)
    return 0 < titled <= _PAPERS_PER_REMARK * said


def _is_described(passage: Passage, citation: Citation) -> bool:
    """Whether a passage opens with the citation and goes on about the paper."""
    behind = passage.text[citation.end :]
    letters = sum(map(str.isalnum, behind[:400]))
    return citation.title is not None and citation.start <= _LEAD and letters >= _DESCRIPTION // 2


def _at_home(reading: Reading, citation: Citation) -> bool:
    """Whether a paper can belong to an edition that the document is about."""
    return not (citation.edition and reading.editions) or citation.edition in reading.editions


def _note_unread(reading: Reading, passage: Passage) -> None:
    """An issue where a passage begins like a reference and no title could be read."""
    opened = next(author_lists(passage.text[:600]), None)
    if opened and opened[0] == 0 and ", " in passage.text[: opened[1]]:
        line = passage.text.split("\n")[0]
        reading.issues.append(
            make_issue(passage.number, line, "This reference has no title that could be read.")
        )


def _add_passage(reading: Reading, part: Part, i: int, topic: int | None) -> None:
    """Add a passage: divided where it opens with a citation and then speaks of it, else whole."""
    passage, lead = part.body[i], _lead(part.cited[i])
    place = _place(reading, part, topic)
    if lead and _GOES_ON.match(passage.text, lead.end):
        _split(reading, passage, lead, (BlockKind.TEXT, place))
    else:
        _add(reading, passage, (0, len(passage.text)), (BlockKind.TEXT, place))


def _topic(cited: Sequence[Citation], rows: Sequence[int], paper: int | None) -> int | None:
    """The one paper that a passage speaks of: the one that it opens with, else its section's."""
    return rows[0] if len(set(rows)) == 1 and (paper is None or _lead(cited)) else paper


def _lead(cited: Sequence[Citation]) -> Citation | None:
    """The only citation of a passage, where the passage opens with it."""
    return cited[0] if len(cited) == 1 and cited[0].title and cited[0].start <= _LEAD else None


def _split(reading: Reading, passage: Passage, citation: Citation, rest: tuple[BlockKind, Place]) -> None:
    """A title block, and around it what the citation says besides and what follows it."""
    title = citation.title or (citation.start, citation.end)
    end = max(citation.end, title[1])
    skipped = _SKIP.match(passage.text, end)
    after = skipped.end() if skipped else end
    _add(reading, passage, (0, title[0]), (BlockKind.META, rest[1]))
    _add(reading, passage, title, (BlockKind.PAPER_TITLE, rest[1]))
    _add(reading, passage, (title[1], end), (BlockKind.META, rest[1]))
    _add(reading, passage, (after, len(passage.text)), rest)


def _add(reading: Reading, passage: Passage, span: tuple[int, int], made: tuple[BlockKind, Place]) -> None:
    """Add a block of a part of a passage that has a letter or digit in it."""
    if any(map(str.isalnum, passage.text[slice(*span)])):
        kind, place = made
        place = replace(place, coding=passage.coding)
        reading.blocks.append(make_block(reading.raw, passage.raw_range(*span), kind, place))


def _place(reading: Reading, part: Part, paper: int | None) -> Place:
    return Place(reading.language, part.name, paper)
