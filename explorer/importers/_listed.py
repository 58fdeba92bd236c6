"""Reading lists: lines that hold nothing but a title, an id, or a title with its authors or year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explorer.importers._blocks import Line
from explorer.importers._citations import find_citations
from explorer.importers._links import Identifiers
from explorer.importers._markdown import plain
from explorer.importers._proofs import Citation
from explorer.importers._title_shape import is_sentence_start, is_title, names_in
from explorer.text.arxiv_ids import find_arxiv_ids
from explorer.text.lines import trimmed
from explorer.text.mapped import MappedText
from explorer.text.names import split_authors
from explorer.text.scripts import CJK

NAMES_LIST = re.compile(
    r"\b(?:reading list|to[- ]read|papers?|bibliography|literature|references|further reading|"
    r"publications)\b|論文|文献|论文|书单|阅读清单|必读|読む",
    re.I,
)
_MARK = re.compile(r"(?:[-*+•◦▪・]|\[[ xX]\]|\(?\d{1,4}[.)]|\[\d{1,4}\])\s{1,9}(?=\S)|[•◦▪・]|#{1,6}\s")
_FRONT_ID = re.compile(r"[\[(]?(?:arxiv\s?:\s?)?(?=\d{4}\.\d{4,5}|[a-z-]{2,10}/\d{7})", re.I)
_BEHIND_ID = re.compile(r"[\])]?[\s:,.|–—-]{0,6}")
_YEAR = re.compile(r"[\s,.]{0,3}[(\[]?(?:19|20)\d\d[a-z]?[)\]]?[\s.]{0,3}$")
_BETWEEN = re.compile(r"\s[–—|-]\s|\.\s|,\s|:\s|\sby\s")
_LEAST = 3  #: lines of a list
_SHARE = 0.7  #: of the lines that name a paper each
_MIN_LINE, _MAX_LINE = 6, 300
_DESCRIPTION = 12  #: letters that say something of a paper
_MAX_HEADING = 60


def is_list(lines: Sequence[Line], said: str) -> bool:
    """Whether nearly every line names one paper.

    Args:
        said: Title, headings and file name: they say that papers are listed, else an id must.
    """
    texts = [line.text for line in lines if line.text and not line.text.startswith("#")]
    named = [text for text in texts if _only_names(text)]
    ids = sum(any(find_arxiv_ids(text, bare=True)) or "://" in text for text in named)
    enough = len(named) >= _LEAST and len(named) >= _SHARE * (len(texts) - 1)
    return enough and (ids > 0 or bool(NAMES_LIST.search(said)))


def _only_names(text: str) -> bool:
    """Whether a line names papers and says nothing more of them."""
    cited = line_citations(text)
    return bool(cited) and sum(map(str.isalpha, text[cited[-1].end :])) < _DESCRIPTION


def below_list_headings(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines below a heading such as "Reading list" or "推薦論文:", up to the next heading."""
    numbers: set[int] = set()
    listed = False
    for line in lines:
        text = line.text
        if text.startswith("#") or (len(text) <= _MAX_HEADING and text.endswith(":")):
            listed = len(text) <= _MAX_HEADING and bool(NAMES_LIST.search(text))
        elif listed and text:
            numbers.add(line.number)
    return numbers


def set_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, from the first that names a paper on with a thematic break behind each.

    So every line of the list is a passage of its own and none a heading.
    """
    apart: list[Line] = []
    for line in lines:
        if not apart and not line_citations(line.text):
            continue
        apart += [line, thematic_break(line.number, line.end, line.mapped.raw)]
    return [*lines[: len(lines) - len(apart) // 2], *apart]


def thematic_break(number: int, at: int, raw: str) -> Line:
    """A line of no length that ends a passage."""
    return Line(number, at, at, MappedText(raw, "***", at))


def line_citations(text: str) -> list[Citation]:
    """The papers that a line of a reading list names; [] where it says something else."""
    if not _MIN_LINE <= len(text) <= _MAX_LINE or "\n" in text:
        return find_citations(text)
    return id_first(text) or find_citations(text) or _titled(text)


def id_first(text: str) -> list[Citation]:
    """The paper of a line that begins with its bare id: "[2402.02805] Title", "2402.02805"."""
    start = _start(text)
    front = _FRONT_ID.match(text, start)
    found = next(find_arxiv_ids(text[: start + 40], bare=True), None) if front else None
    if front is None or found is None or found.start != front.end():
        return []
    behind = _BEHIND_ID.match(text, found.end)
    title = trimmed(text, behind.end() if behind else found.end, len(text))
    ids = Identifiers(found.base, found.version)
    if title[0] == title[1]:
        return [Citation(None, start, found.end, ids)]
    if not is_title(plain(text[slice(*title)])):
        return []
    return [Citation(title, start, title[1], ids)]


def _titled(text: str) -> list[Citation]:
    """A line that is a title, with authors or a year at an end at most."""
    start = _start(text)
    year = _YEAR.search(text, start)
    span = trimmed(text, start, year.start() if year else len(text))
    title, authors, complete = _without_names(text, *span)
    words = plain(text[slice(*title)])
    cjk = re.search(f"[{CJK}]", words) is not None
    if (
        cjk
        or is_sentence_start(words)
        or names_in(words)
        or not is_title(words, strict=not (authors or year))
    ):
        return []
    return [Citation(title, span[0], len(text), authors=authors, complete=complete)]


def _without_names(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[str, ...], bool]:
    """(the title, authors, whether all) of "Title - Ann Bee, Cee Dee" or "Bee et al. Title"."""
    for between in _BETWEEN.finditer(text, start, end):
        left, right = text[start : between.start()], text[between.end() : end]
        if names_in(right) and not names_in(left):
            return (start, between.start()), *split_authors(right)
        if names_in(left) and "et al" in left + text[between.start() : between.start() + 1]:
            return (between.end(), end), *split_authors(left)
    return (start, end), (), True


def _start(text: str) -> int:
    """Where the words behind bullets, numbers and check boxes begin."""
    at = 0
    while found := _MARK.match(text, at):
        at = found.end()
    return at
