"""Passages → blocks and papers: whose section it is, which citations it holds, what role they have."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from explorer.importers._blocks import Place, make_block, make_issue
from explorer.importers._citations import find_citations
from explorer.importers._markdown import plain
from explorer.importers._mentioned import Mentioned, is_short_form
from explorer.importers._passages import Form, Passage
from explorer.importers._proofs import Citation
from explorer.importers._roles import is_of_others, role_of
from explorer.importers._subject import GENERIC, Subject, attached_id, subject_of
from explorer.importers._title_shape import is_sentence_start, is_title, names_in
from explorer.importers._witnesses import NO_IDS, author_lists
from explorer.importers._workshops import find_workshops
from explorer.model import Block, BlockKind, EditionRef, Issue
from explorer.text.names import split_authors

_LABELS = re.compile(
    r"\b(?:arxiv|paper|pdf|code|link|url|project page|openreview|doi|authors?|venue|in|github|by)\b|论文|"
    r"链接|作者|代码|地址|論文|著者|リンク|コード",
    re.I,
)
_YEAR = re.compile(r"\(?(?<!\d)(?:19|20)\d\d(?!\d)\)?")
_NUMBERING = re.compile(r"\s{0,3}(?:\[?\(?\d{1,3}[.):\]]{1,2}|#\d{1,3}:?)\s{1,3}")
_GOES_ON = re.compile(r"[)\]*_\s]{0,6}(?:[:.。]|[-–—]\s|$)")
_SKIP = re.compile(r"[)\]*_\s:.,。、–—-]*")
_DESCRIPTION = 24  #: letters that say something of a paper
_PAPERS_PER_REMARK = 2  #: a slide that names more papers than that per remark only lists them
_DIVISIONS = 6  #: of a section are read to tell what it is about
_LEAD = 16  #: characters in front of a citation that still opens its paragraph


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A heading with what stands below it.

    Attributes:
        cited: The citations of each passage of the body.
        below: What stands under deeper headings that only say "Method", "Results" …
    """

    heading: Passage | None
    body: tuple[Passage, ...]
    cited: tuple[tuple[Citation, ...], ...]
    name: str = ""
    below: tuple[Passage, ...] = ()


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
    for part in _parts(reading, passages):
        _read_part(reading, part)


def _parts(reading: Reading, passages: Sequence[Passage]) -> list[Part]:
    heads = [i for i, p in enumerate(passages) if p.form is Form.HEADING]
    starts = [-1, *heads] if not heads or heads[0] > 0 else heads
    parts = []
    for start, end in zip(starts, [*starts[1:], len(passages)], strict=True):
        heading = passages[start] if start >= 0 else None
        body = tuple(passages[start + 1 : end])
        cited = tuple(tuple(reading.find(p)) for p in body)
        parts.append(Part(heading, body, cited, plain(heading.text) if heading else ""))
    return [replace(part, below=_below(parts, i)) for i, part in enumerate(parts)]


def _below(parts: Sequence[Part], i: int) -> tuple[Passage, ...]:
    """The passages under the generic headings that divide a part."""
    found: list[Passage] = []
    for part in parts[i + 1 : i + 1 + _DIVISIONS]:
        above = parts[i].heading
        if not (above and part.heading and part.heading.level > above.level and GENERIC.fullmatch(part.name)):
            break
        found += part.body
    return tuple(found)


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
        if not cited and not bare[i]:
            _note_unread(reading, passage)
        _add_passage(reading, part, i, _topic(cited, rows, paper))


def _read_heading(reading: Reading, part: Part, bare: Sequence[bool]) -> tuple[int | None, int]:
    """Add the heading; (the paper that the part is about, how many passages below only describe that)."""
    heading = part.heading
    assert heading is not None
    cited = reading.find(heading)
    metas = next((i for i, is_meta in enumerate(bare) if not is_meta or _has_title(part.cited[i])), len(bare))
    if own := _own_title(part, cited, metas):
        for passage, below in zip(part.body[:metas], part.cited[:metas], strict=True):
            own = _with_meta(own, passage, below)
        return _add_own(reading, part, own, bool(part.body)), metas
    inherited = _inherited(reading, part)
    if inherited is None and not cited and not reading.slides and (subject := _subject(part, bare)):
        paper = _add_own(reading, part, _of_section(reading, part, subject, bare), True)
        reading.own = paper if subject.own else reading.own
        return paper, 0
    for citation in cited:
        reading.papers.add(heading, citation, role_of(part.name, citation, False), part.name)
    place = _place(reading, part, inherited)
    _add(reading, heading, (0, len(heading.text)), (BlockKind.HEADING, place))
    return inherited, 0


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


def _own_title(part: Part, cited: Sequence[Citation], metas: int) -> Citation | None:
    """The one paper that a heading is the title of, by its own words or by the ids right below it."""
    named = [c for c in cited if c.title]
    if named:
        return named[0] if len(named) == 1 else None
    heading = part.heading
    proved = any(c for below in part.cited[:metas] for c in below)
    if heading is None or not proved or is_of_others(part.name):
        return None
    number = _NUMBERING.match(heading.text)
    start = number.end() if number else 0
    text = heading.text[start:]
    return Citation((start, len(heading.text)), start, len(heading.text)) if _is_own(text) else None


def _subject(part: Part, bare: Sequence[bool]) -> Subject | None:
    """The paper that the part is about by what its body says, unless that begins with a citation."""
    if part.heading is None or (bare[:1] == [True] and _has_title(part.cited[0])):
        return None
    cited = (*part.cited, *(() for _ in part.below))
    return subject_of(part.heading.text, (*part.body, *part.below), cited)


def _of_section(reading: Reading, part: Part, subject: Subject, bare: Sequence[bool]) -> Citation:
    """The heading as a citation, with the one id that the section states of it, and its workshop."""
    text = "\n".join(p.text for p in part.body)
    named = find_workshops(text, reading.editions[0] if reading.editions else None) if subject.own else []
    stated = [
        c
        for passage, cited, is_meta in zip(part.body, part.cited, bare, strict=True)
        for c in cited
        if c.title is None and (is_meta or attached_id(passage.text, c))
    ]
    only = stated[0] if len({c.ids for c in stated}) == 1 else None
    return Citation(
        subject.title,
        *subject.title,
        ids=only.ids if only else NO_IDS,
        urls=tuple(dict.fromkeys(url for c in stated for url in c.urls)) if only else (),
        authors=subject.presenters,
        complete=not subject.presenters,
        edition=named[0].edition if named else None,
        award=subject.award,
    )


def _is_own(text: str) -> bool:
    return is_title(text) and not is_sentence_start(text)


def _with_meta(own: Citation, passage: Passage, below: Sequence[Citation]) -> Citation:
    """The heading's paper with what a line below it says: ids, links, authors, venue."""
    for citation in below:
        own = replace(
            own,
            ids=citation.ids if own.ids == NO_IDS else own.ids,
            urls=(*own.urls, *citation.urls),
            authors=own.authors or citation.authors,
            complete=own.complete if own.authors else citation.complete,
            edition=own.edition or citation.edition,
        )
    rest = _rest(passage.text, below)
    if not own.authors and names_in(rest):
        authors, complete = split_authors(rest)
        own = replace(own, authors=authors, complete=complete)
    return own


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
    titled = sum(_has_title(cited) for cited in part.cited)
    return 0 < titled <= _PAPERS_PER_REMARK * said


def _is_described(passage: Passage, citation: Citation) -> bool:
    """Whether a passage opens with the citation and goes on about the paper."""
    behind = passage.text[citation.end :]
    letters = sum(map(str.isalnum, behind[:400]))
    return citation.title is not None and citation.start <= _LEAD and letters >= _DESCRIPTION // 2


def _at_home(reading: Reading, citation: Citation) -> bool:
    """Whether a paper can belong to an edition that the document is about."""
    return not (citation.edition and reading.editions) or citation.edition in reading.editions


def _has_title(cited: Sequence[Citation]) -> bool:
    return any(c.title for c in cited)


def is_bare(text: str, cited: Sequence[Citation]) -> bool:
    """Whether a passage holds citations, ids or names of authors, and nothing that is said of them."""
    rest = _rest(text, cited)
    if not any(map(str.isalpha, rest)):
        return bool(cited)
    return len(rest) <= 600 and ("," in rest or bool(cited)) and names_in(rest)


def _rest(text: str, cited: Sequence[Citation]) -> str:
    """What a passage says besides its citations, without labels and punctuation at its ends."""
    pieces, done = [], 0
    for citation in cited:
        pieces.append(text[done : citation.start])
        done = max(done, citation.end)
    rest = _LABELS.sub(" ", _YEAR.sub(" ", plain(" ".join((*pieces, text[done:])))))
    return " ".join(rest.split()).strip(" \"'()[]|:;,.*_–—-")


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
