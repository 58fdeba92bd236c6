"""Papers out of the Atom feed with which arXiv's API answers.

References:
    arXiv API User's Manual, section 3.3, https://info.arxiv.org/help/api/user-manual.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._blocks import Place, make_block, make_issue, make_span, with_furniture
from explorer.importers._links import code_links
from explorer.model import Block, BlockKind, Coding, Document, DocumentKind, Issue, PaperRecord
from explorer.text.arxiv_ids import parse_arxiv_id
from explorer.text.latex import latex_to_plain
from explorer.text.lines import LineIndex
from explorer.text.urls import find_urls

_ATOM = "http://www.w3.org/2005/Atom"
_ARXIV = "http://arxiv.org/schemas/atom"
_HEAD_CHARS = 2_000
_HEAD = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<feed\b", re.S)
_DAY = re.compile(r"\s*(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))T")
_DEEPEST = 40

#: element -> kind of the block that its text becomes
_TEXTS = {
    f"{_ATOM} title": BlockKind.PAPER_TITLE,
    f"{_ATOM} summary": BlockKind.ABSTRACT,
    f"{_ATOM} id": BlockKind.META,
    f"{_ATOM} published": BlockKind.META,
    f"{_ATOM} updated": BlockKind.META,
    f"{_ATOM} name": BlockKind.META,
    f"{_ARXIV} comment": BlockKind.META,
    f"{_ARXIV} journal_ref": BlockKind.META,
    f"{_ARXIV} doi": BlockKind.META,
}


def recognise(source: Source) -> float:
    """Sure where an Atom feed names arXiv near its head."""
    head = source.text[:_HEAD_CHARS].lstrip("\ufeff")
    if not _HEAD.match(head) or _ATOM not in head:
        return 0.0
    return 0.95 if "arxiv.org/" in head.lower() else 0.3


def read(source: Source) -> tuple[Document, ...]:
    """One document with a paper per entry; ImportFailed where there is none that can be read."""
    feed = _Feed(source.text)
    issues = list(feed.parse())
    index = LineIndex(source.text)
    papers: list[PaperRecord] = []
    blocks: list[Block] = []
    for entry in feed.entries:
        own = _blocks(source.text, entry, len(papers))
        why = _unusable(own)
        if why:
            issues.append(make_issue(index.line_of(entry.start), _one_line(own, "title", "summary"), why))
        else:
            papers.append(_paper(source.text, own, entry))
            blocks += [block for each in own.values() for block in each]
    if not papers:
        why = f" {issues[0].why}" if issues else ""
        raise ImportFailed(f"{source.name} holds no paper.{why}", "Check the ids, and ask arXiv again.")
    return (
        Document(
            DocumentKind.METADATA,
            source.name,
            "en",
            with_furniture(source.text, blocks),
            tuple(papers),
            publisher="arXiv",
            issues=tuple(issues),
        ),
    )


@dataclass(slots=True)
class _Text:
    """Text of an element: byte offsets while parsing, then characters."""

    name: str
    start: int = -1
    end: int = -1


@dataclass(slots=True)
class _Entry:
    start: int
    texts: list[_Text] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)


class _Feed:
    """Entries of a feed with the places of their texts; expat is the only parser here that tells places."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bytes = text.encode("utf-8", "replace")
        self._path: list[str] = []
        self._open: _Text | None = None
        self.entries: list[_Entry] = []
        self._parser = expat.ParserCreate("UTF-8", " ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype

    def parse(self) -> Iterable[Issue]:
        """Read as far as the feed is well formed; the rest is an issue."""
        try:
            self._parser.Parse(self._bytes, True)
        except expat.ExpatError as error:
            yield make_issue(
                error.lineno, "", f"From here on the feed is broken: {expat.ErrorString(error.code)}."
            )
            if self.entries and f"{_ATOM} entry" in self._path:
                self.entries.pop()
        self._count_characters()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise ImportFailed("The feed is nested too deeply.", "Ask arXiv again.")
        if name == f"{_ATOM} entry":
            self.entries.append(_Entry(self._parser.CurrentByteIndex))
        elif self.entries and f"{_ATOM} entry" in self._path:
            if name in _TEXTS:
                self._open = _Text(name)
            elif name == f"{_ATOM} category" and attributes.get("term"):
                self.entries[-1].categories.append(attributes["term"])

    def _characters(self, _: str) -> None:
        if self._open and self._open.start < 0:
            self._open.start = self._parser.CurrentByteIndex

    def _end(self, name: str) -> None:
        self._path.pop()
        if self._open and self._open.name == name:
            if self._open.start >= 0:
                self._open.end = self._parser.CurrentByteIndex
                self.entries[-1].texts.append(self._open)
            self._open = None

    def _doctype(self, *_: object) -> None:
        raise ImportFailed("The feed declares entities of its own.", "arXiv's feeds do not; ask arXiv again.")

    def _count_characters(self) -> None:
        """Turn the byte offsets into character offsets; the entries' places ascend."""
        if len(self._bytes) == len(self._text):
            return
        at = characters = 0
        for entry in self.entries:
            for owner, names in ((entry, ("start",)), *((text, ("start", "end")) for text in entry.texts)):
                for name in names:
                    offset = getattr(owner, name)
                    characters += len(self._bytes[at:offset].decode("utf-8"))
                    at = offset
                    setattr(owner, name, characters)


Blocks = dict[str, list[Block]]  #: local name of the element -> its blocks


def _blocks(raw: str, entry: _Entry, paper: int) -> Blocks:
    place = Place("en", paper=paper, coding=Coding.HTML)
    found: Blocks = {}
    for text in entry.texts:
        block = make_block(raw, (text.start, text.end), _TEXTS[text.name], place)
        if block.text.strip():
            found.setdefault(text.name.partition(" ")[2], []).append(block)
    return found


def _unusable(own: Blocks) -> str:
    """Why an entry is no paper, or ""."""
    if "/api/errors" in _one_line(own, "id"):
        return f"arXiv reports an error: {_one_line(own, 'summary')[:150] or 'no reason given'}."
    if "title" not in own:
        return "This entry has no title."
    return "" if parse_arxiv_id(_one_line(own, "id"))[0] else "This entry has no arXiv id."


def _one_line(own: Blocks, *names: str) -> str:
    """Text of the first of the elements that the entry has, in one line."""
    found = next((own[name][0].text for name in names if name in own), "")
    return " ".join(found.split())


def _paper(raw: str, own: Blocks, entry: _Entry) -> PaperRecord:
    title = own["title"][0]
    evidence = make_span(raw, title.start, title.end)
    arxiv_id, version = parse_arxiv_id(_one_line(own, "id"))
    prose = " ".join((_one_line(own, "comment"), _one_line(own, "summary")))
    return PaperRecord(
        title=latex_to_plain(_one_line(own, "title")),
        evidence=evidence,
        as_written=evidence.exact,
        authors=tuple(latex_to_plain(" ".join(block.text.split())) for block in own.get("name", ())),
        arxiv_id=arxiv_id,
        arxiv_version=version,
        doi=_one_line(own, "doi").lower(),
        published=_day(own, "published"),
        updated=_day(own, "updated"),
        categories=tuple(dict.fromkeys(entry.categories)),
        code_urls=code_links(url.url for url in find_urls(prose)),
        urls=(f"https://arxiv.org/abs/{arxiv_id}",),
        abstract=_one_line(own, "summary"),
    )


def _day(own: Blocks, name: str) -> str:
    found = _DAY.match(_one_line(own, name))
    return found[1] if found else ""


IMPORTER = Importer("Answer of arXiv's API (Atom)", (".atom", ".xml"), recognise, read)
