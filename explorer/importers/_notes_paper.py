"""The paper that an item or a section of study-group notes is about, with the lines that only name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from explorer.importers._blocks import Line
from explorer.importers._citations import find_citations
from explorer.importers._daily_fields import Label, read_field
from explorer.importers._links import identifiers
from explorer.importers._markdown import plain
from explorer.importers._named_editions import NamedEdition, find_editions
from explorer.importers._notes_lines import is_image, presenter_at_end, read_item, read_people
from explorer.importers._notes_shape import ATX
from explorer.importers._proofs import Citation, Cited, proved
from explorer.importers._title_shape import names_in
from explorer.importers._witnesses import NO_IDS, find_witnesses
from explorer.text.arxiv_ids import find_arxiv_ids
from explorer.text.lines import trimmed
from explorer.text.names import split_authors
from explorer.text.urls import find_urls

NOTHING = Citation(None, 0, 0)
_ADDRESS = re.compile(r"https?://\S{1,500}")
_LABELS = re.compile(
    r"\b(?:arxiv|paper|pdf|html|code|github|link|url|project|page|openreview|doi|abs|demo|blog|website|"
    r"hugging ?face|slides?|poster|video|preprint)\b|\d{4}\.\d{4,5}(?:v\d)?|"
    r"论文|链接|代码|项目|主页|地址|論文|リンク|コード|実装",
    re.I,
)
_BEFORE = re.compile(
    r"(?:^|[。.!?]\s{0,3})(?:(?:accepted|published|presented|to appear|appeared) (?:at|by|to|in) )?$", re.I
)
_AFTER = re.compile(
    r"\s?(?P<status>oral|spotlight|poster)?(?:\s?(?:main|findings|に?採択|に?採録|accepted|接收|录用|中稿))?"
    r"(?:の?論文|論文| paper)?\s?(?:[。.]|$)",
    re.I,
)
_ORGANISATION = re.compile(
    r"(?i:univers|institut|college|school|laborator|\blabs?\b|research|google|deepmind|microsoft|openai|nvidia)|"
    r"大学|研究所|研究院|学院|株式会社|公司|\b[A-Z]{2,6}\b"
)
_META_LINES = 8
_TITLE_WORDS = 5
_FIRST = 4  #: characters of brackets and quotes before the title of an item
_ENDED = re.compile(r"[。.!?]")
_AUTHOR_LINES = 6
_MAX_ORGANISATIONS = 200


def named_paper(line: Line, start: int) -> Citation:
    """The paper that a line names from ``start`` on, with what stands beside the title."""
    text = line.text
    cited = [c for c in find_citations(text[start:]) if c.title and c.title[0] <= _FIRST]
    if cited and cited[0].title:
        title = _bare(text, start + cited[0].title[0], start + cited[0].title[1])
        own = replace(cited[0], title=title, start=title[0], end=start + max(cited[0].end, cited[0].title[1]))
    else:
        title = _cut_title(text, start)
        own = Citation(title, title[0], title[1])
    own = proved(Cited(text, find_witnesses(text), bytearray(len(text))), own)
    front = find_editions(text[:start])
    return replace(own, edition=own.edition or front[0].edition) if front else own


def cited_papers(text: str) -> list[Citation]:
    """The papers that a passage of notes cites; few words before "(Bai et al., 2022)" are no title there."""
    return [citation for citation in find_citations(text) if not _is_aside(text, citation)]


def _is_aside(text: str, citation: Citation) -> bool:
    """Whether only authors and a year say that the words in front of them are a title."""
    if citation.title is None or citation.ids != NO_IDS or citation.urls or citation.edition:
        return False
    words = text[slice(*citation.title)]
    quoted = text[max(citation.title[0] - 1, 0)] in '“”"*_《「『'
    named = (
        quoted or citation.aside or citation.labelled or ":" in words or citation.start < citation.title[0]
    )
    return bool(citation.authors) and not named and len(words.split()) < _TITLE_WORDS


def _cut_title(text: str, start: int) -> tuple[int, int]:
    """A title up to the first id, link or edition, without a presenter, quotes and brackets around it."""
    by = presenter_at_end(text)
    end = max(text.rfind("(", 0, by.start), start) if by else len(text)
    witness = next((w.start for w in find_witnesses(text[:end]) if w.start > start + 2), end)
    low, high = _bare(text, *trimmed(text, start, witness))
    return (low, high) if low < high else trimmed(text, start, len(text))


def _bare(text: str, low: int, high: int) -> tuple[int, int]:
    """The span without marks of emphasis, quotes and punctuation at its ends."""
    while low < high and text[high - 1] in '*_“”"》」』`,.:;-–—([| \u3000':
        high -= 1
    while low < high and text[low] in '*_“”"《「『` \u3000':
        low += 1
    return low, high


def meta_lines(lines: Sequence[Line], start: int) -> tuple[Citation, int, tuple[int, int]]:
    """What the lines from ``start`` on that only name a paper say of it.

    Returns:
        A citation without title; the index behind these lines; the indices of
        the first line with the authors' names and of the one behind the last,
        or (0, 0).
    """
    found, end, names = NOTHING, start, (0, 0)
    i = start
    while i < min(start + _META_LINES, len(lines)):
        text = lines[i].text
        told = _told(text) if text else NOTHING
        authors, complete, count = ((), True, 0) if found.authors else authors_of(lines[i:])
        if count:
            found = joined(found, replace(NOTHING, authors=authors, complete=complete))
            names, i = (i, i + count), i + count
        elif told or (names[1] == i and names[1] and _is_organisation(text)) or read_people(text):
            found = joined(found, told or NOTHING)
            i += 1
        elif text and not is_image(text):
            break
        else:
            i += 1
            continue
        end = i
    return found, end, names


def _told(text: str) -> Citation | None:
    """What a line says that holds only a labelled fact, links and ids, or an edition; None for others."""
    if ATX.match(text) or read_item(text):
        return None
    field = read_field(text)
    value = text[field.value :] if field else text
    urls = tuple(url.url for url in find_urls(value))
    ids = identifiers(urls)
    if ids == NO_IDS:
        ids = next(
            (
                replace(NO_IDS, arxiv_id=a.base, arxiv_version=a.version)
                for a in find_arxiv_ids(value, bare=True)
            ),
            ids,
        )
    alone = edition_alone(value)
    told = replace(NOTHING, ids=ids, urls=urls, edition=alone.edition if alone else None)
    if field and field.label is Label.AUTHORS:
        authors, complete = split_authors(plain(value))
        return replace(told, authors=authors, complete=complete)
    if field and field.label in (Label.LINK, Label.DATE, Label.NOTE, Label.CATEGORIES):
        named = find_editions(value)
        return replace(told, edition=named[0].edition if named else None)
    rest = _LABELS.sub(" ", _ADDRESS.sub(" ", plain(text)))
    linked = (bool(urls) or ids != NO_IDS) and not any(map(str.isalpha, rest))
    return told if linked or (alone and not _ENDED.search(value[: alone.start])) else None


def edition_alone(text: str) -> NamedEdition | None:
    """The edition that a line or a sentence of it consists of: "NeurIPS 2024", "… Accepted at ICLR 2025."."""
    for named in find_editions(text):
        if _BEFORE.search(text[: named.start]) and _AFTER.match(text, named.end):
            return named
    return None


def joined(own: Citation, more: Citation) -> Citation:
    """A citation with what it leaves open filled from another."""
    return replace(
        own,
        ids=more.ids if own.ids == NO_IDS else own.ids,
        urls=tuple(dict.fromkeys((*own.urls, *more.urls))),
        authors=own.authors or more.authors,
        complete=own.complete if own.authors else more.complete,
        edition=own.edition or more.edition,
        award=own.award or more.award,
        status=own.status or more.status,
    )


def _is_organisation(text: str) -> bool:
    return 0 < len(text) <= _MAX_ORGANISATIONS and text[-1] not in "。.:" and bool(_ORGANISATION.search(text))


def authors_of(lines: Sequence[Line]) -> tuple[tuple[str, ...], bool, int]:
    """(names, whether all, lines) of the author list that the lines begin with, over several if need be."""
    text, count = "", 0
    for line in lines[:_AUTHOR_LINES]:
        if not line.text or (count and not text.rstrip().endswith((",", "、", "and", "&"))):
            break
        text, count = f"{text} {line.text}", count + 1
        several = "," in text or "、" in text or " and " in text or " et al" in text
        if several and not text.endswith((",", "、", "and", "&")) and names_in(text):
            return *split_authors(text), count
    return (), True, 0
