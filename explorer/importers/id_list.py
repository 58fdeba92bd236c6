"""A list of arXiv ids, DOIs or links, one to a line, with or without words between them."""

from __future__ import annotations

import re
from typing import TypeAlias

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._blocks import Line, Place, make_block, make_span, read_lines, with_furniture
from explorer.importers._links import Identifiers, identifiers
from explorer.model import Block, BlockKind, Document, DocumentKind, PaperRecord
from explorer.text.arxiv_ids import parse_arxiv_id
from explorer.text.language import language_of

Stated: TypeAlias = tuple[Identifiers, int, int]  #: ids, start and end in the text of a line

_HEAD_CHARS = 8_000
_MOST = 0.5  #: of the lines that are not empty
_BULLET = re.compile(r"(?:[-*•·]|\d{1,4}[.)])[ \t]{1,9}(?=\S)")
_ONE = re.compile(r"[<(\[\"']{0,2}((?:arxiv:\s?|doi:\s?)?[^\s,;<>\"']{6,300}?)[)\]>\"'.,;]{0,3}", re.I)
_DOI = re.compile(r"(?:doi:\s?)?(10\.\d{4,9}/\S{1,200})", re.I)


def recognise(source: Source) -> float:
    """Sure where at least half of the first lines are nothing but an id or a link to a paper."""
    lines = [line for line in read_lines(source.text[:_HEAD_CHARS]) if line.text]
    stated = sum(_stated(line) is not None for line in lines)
    return 0.7 if stated and stated >= _MOST * len(lines) else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document, whose papers have an id and no title; ImportFailed where no line is an id."""
    lines = [(line, _stated(line)) for line in read_lines(source.text) if line.text]
    language = language_of(" ".join(line.text for line, stated in lines if stated is None)[:_HEAD_CHARS])
    papers: list[PaperRecord] = []
    blocks: list[Block] = []
    for line, stated in lines:
        if stated is not None:
            paper = _paper(source.text, line, stated)
            place = Place("en", paper=len(papers))
            span = paper.evidence.start, paper.evidence.end
            blocks.append(make_block(source.text, span, BlockKind.META, place))
            papers.append(paper)
        elif any(map(str.isalpha, line.text)):
            blocks.append(make_block(source.text, (line.start, line.end), BlockKind.TEXT, Place(language)))
    if not papers:
        raise ImportFailed(f"{source.name} holds no id of a paper.", "Write one arXiv id or link to a line.")
    filled = with_furniture(source.text, blocks)
    kind = DocumentKind.PAPER_LIST
    return (Document(kind, source.name, language or "en", filled, tuple(papers)),)


def _paper(raw: str, line: Line, stated: Stated) -> PaperRecord:
    ids, start, end = stated
    evidence = make_span(raw, *line.raw_range(start, end))
    link = line.text[start:end]
    return PaperRecord(
        title="",
        evidence=evidence,
        as_written=evidence.exact,
        arxiv_id=ids.arxiv_id,
        arxiv_version=ids.arxiv_version,
        doi=ids.doi,
        openreview=ids.openreview,
        urls=(link,) if link.startswith(("http://", "https://")) else (),
    )


def _stated(line: Line) -> Stated | None:
    """What a line says that is an id or a link and nothing else."""
    bullet = _BULLET.match(line.text)
    start = bullet.end() if bullet else 0
    found = _ONE.fullmatch(line.text, start) if len(line.text) <= 400 else None
    if found is None:
        return None
    arxiv_id, version = parse_arxiv_id(found[1])
    doi = _DOI.fullmatch(found[1])
    ids = identifiers((f"doi:{doi[1]}" if doi else found[1],))
    if arxiv_id:
        return Identifiers(arxiv_id, version), *found.span(1)
    return (ids, *found.span(1)) if ids.doi or ids.openreview else None


IMPORTER = Importer("List of arXiv ids or links", (".txt", ".list", ".md"), recognise, read)
