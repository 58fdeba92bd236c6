"""Report on a conference in prose: English, Japanese or Chinese, Markdown or plain text."""

from __future__ import annotations

import re

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._blocks import read_lines
from explorer.importers._named_editions import find_editions, names_venue
from explorer.importers._notes_lines import MEETING
from explorer.importers._passages import Form, read_passages
from explorer.importers._prose_document import report_document
from explorer.importers._slides import slide_starts
from explorer.model import Document
from explorer.text.dates import parse_date
from explorer.text.mapped import normalise

_HEAD_CHARS = 20_000
_TOP_CHARS = 120
_SURE = 0.6
_UNSURE = 0.3
_MIN_PROSE = 3  #: passages
_MIN_PROSE_CHARS = 40
_LIST = re.compile(r"^\s{0,9}(?:[{\[<]|\|\s{0,9}(?:\*\*)?\d)", re.M)
_LABELS = re.compile(r"^\s{0,3}(?:著者|発行日|カテゴリ|概要|Q&A|arXiv ID)\s?[:：]", re.M)


def recognise(source: Source) -> float:
    """Moderately sure where prose under headings names an edition of a known venue."""
    head = source.text[:_HEAD_CHARS]
    text = normalise(head)
    if not names_venue(text) or text.lstrip("\ufeff \n\r")[:1] in "{[<":
        return 0.0
    if MEETING.search(text[:_TOP_CHARS]) and parse_date(text[:_TOP_CHARS]):
        return 0.0  # a study group's notes
    lines = read_lines(head)
    if slide_starts(head, lines):
        return 0.0
    passages = read_passages(head, lines)
    prose = [p for p in passages if p.form is not Form.HEADING and len(p.text) >= _MIN_PROSE_CHARS]
    headings = [p for p in passages if p.form is Form.HEADING]
    if not headings or len(prose) < _MIN_PROSE or len(_LABELS.findall(text)) >= 3:
        return 0.0
    tabular = 2 * len(_LIST.findall(text)) > len(prose)
    named = any(find_editions(p.text) for p in passages if source.text[p.start] != "|")
    return _SURE if named and not tabular else _UNSURE


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where the source holds no text."""
    lines = read_lines(source.text)
    if not any(char.isalpha() for line in lines for char in line.text[:200]):
        raise ImportFailed(f"{source.name} holds no text.", "A report needs sentences or headings.")
    return (report_document(source, lines),)


IMPORTER = Importer("Conference report in prose", (".md", ".markdown", ".txt"), recognise, read)
