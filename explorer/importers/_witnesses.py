"""What in running text says that a paper is meant: ids, links, "(Wei et al., 2022)", editions, awards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explorer.importers._links import Identifiers, identifiers
from explorer.importers._named_editions import find_editions, names_venue
from explorer.importers._title_shape import is_title, names_in
from explorer.importers._workshops import find_workshops
from explorer.model import EditionRef
from explorer.text.arxiv_ids import find_arxiv_ids
from explorer.text.names import given_first, split_authors
from explorer.text.scripts import HAN, KANA
from explorer.text.urls import find_urls

NO_IDS = Identifiers()
_PAPER_HOST = re.compile(
    r"https?://(?:www\.)?(?:arxiv\.org/(?:abs|pdf|html|ps|format|e-print)/|alphaxiv\.org/|ar5iv\.|huggingface\.co/papers/|"
    r"openreview\.net/|doi\.org/|"
    r"aclanthology\.org/|proceedings\.mlr\.press/|(?:proceedings|papers)\.(?:neurips|nips)\.cc/|"
    r"(?:dl\.acm\.org/doi|openaccess\.thecvf\.com/content)|[^/\s]{1,60}/(?:virtual/20\d\d/(?:poster|oral)/))",
    re.I,
)
_BEHIND = re.compile(
    r"(?<=[”\"』」》]),?\s(?:by\s)?(?P<names>[A-Z][^\W\d_]{1,30}(?: et al\.?| (?:and|"
    r"&) [A-Z][^\W\d_]{1,30})?),?\s"
    r"\(?(?P<year>(?:19|20)\d\d)(?!\d)"
)
_CITED = re.compile(r"\((?P<inner>[^()\[\]\n]{1,160}?)(?P<end>\)|[,;]?\s?(?=\[|arXiv\s?:|https?://))", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d[a-z]?(?:[/-]\d{1,2}){0,2}(?![\d-])")
_AWARD = re.compile(
    r"[(\[]\s?(?:(?P<award>(?:outstanding|best|distinguished)(?: \w{1,12}){0,2} papers?"
    r"(?: awards?| runner-?up)?|runner-?ups?(?: awards?)?|test of time(?: award)?)|"
    r"(?P<status>oral|spotlight|poster)(?: paper| presentation)?)\s?[)\]]",
    re.I,
)
_WORKSHOP = re.compile(r"\s{0,3}(?:workshops?|ワークショップ|研讨会)", re.I)
_ID_MARK = re.compile(r"\[?arxiv\s?:\s?$", re.I)
_INITIALS = r"(?:[A-Z]\.[ -]?){1,4}"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|la|le|el|al|bin|ibn|ter|ten|dos|du)"
_CAPITAL = r"[^\W\d_a-z][^\W\d_]{0,30}"
_FAMILY = rf"(?:{_PARTICLE}[ '’-]){{0,3}}{_CAPITAL}(?:[ '’-](?:{_PARTICLE}[ '’-]){{0,2}}{_CAPITAL}){{0,3}}"
_FAMILY_FIRST = re.compile(rf"({_FAMILY}),\s{{1,3}}({_INITIALS})")
_APA = re.compile(
    rf"(?<!\S)(?<!,\s)(?<!&\s)(?P<names>{_FAMILY},\s{{1,3}}{_INITIALS}(?:\s{{0,3}}"
    rf"(?:,\s{{0,3}}(?:(?:\.{{3}}|…),?\s{{0,3}})?(?:&|and)?|&|and)\s{{0,3}}"
    rf"{_FAMILY},\s{{1,3}}{_INITIALS}){{0,60}}+(?P<more>[\s,]{{0,3}}(?:et al\.?|\.{{3}}|…))?)[\s,]{{0,3}}"
    r"\((?P<year>(?:19|20)\d\d)[a-z]?\)[.,:]?\s{0,9}"
)
_ONE = r"[A-Z][^\W\d_]{0,30}(?:[-'’][^\W\d_]{1,30}){0,2}"
_PLAIN_YEAR = re.compile(
    rf"(?<!\S)(?P<names>{_ONE}(?:,? et al\.?| (?:and|&) {_ONE})),?\s"
    r"\((?P<year>(?:19|20)\d\d)[a-z]?\)[.:]\s{1,3}"
)
_FULL = rf"{_ONE}(?: (?:[A-Z]\.|{_ONE}|van|von|de|der|den|del|di|da|la|le|el|al|bin)){{0,4}}"
_AFTER_CJK = re.compile(rf"(?<=[{KANA}{HAN}])\s(?=[A-Z])")
_BEFORE = re.compile(
    rf"(?<![\w.])(?P<names>{_FULL}(?:(?:,? (?:and|&) | 和 |と){_FULL}|,? et al\.?|\s?(?:ら|等人?))?)"
    r"\s?(?:\(\s?(?P<year>(?:19|20)\d\d)[a-z]?\s?\)|(?<=l\.)|(?<=al)|(?<=ら)|(?<=等)|(?<=等人))"
    r"(?:の|的|による|在|提出的|,|:|'s|’s|\s){0,3}[*_]{0,3}$"
)


@dataclass(frozen=True, slots=True)
class Witness:
    """Attributes:
    start, end: Where it stands in the text that was searched.
    ids, url: Of a link or id.
    edition: A venue edition that it names, or None.
    authors: As stated; ``complete`` is False for "et al.".
    award, status: "Outstanding Paper", "Spotlight", or "".
    """

    start: int
    end: int
    ids: Identifiers = NO_IDS
    url: str = ""
    edition: EditionRef | None = None
    authors: tuple[str, ...] = ()
    complete: bool = True
    award: str = ""
    status: str = ""

    @property
    def names_paper(self) -> bool:
        return self.ids != NO_IDS or bool(self.url)


def find_witnesses(text: str) -> list[Witness]:
    """All witnesses of a normalised text, by place."""
    found = [*_links(text), *_cited(text)]
    found += [
        Witness(named.start, named.end, edition=named.edition)
        for named in find_editions(text)
        if not _WORKSHOP.match(text, named.end)
    ]
    found += [Witness(w.start, w.end, edition=w.edition) for w in find_workshops(text, None)]
    found += [
        Witness(hit.start(), hit.end(), award=hit["award"] or "", status=(hit["status"] or "").capitalize())
        for hit in _AWARD.finditer(text)
    ]
    return sorted(found, key=lambda w: (w.start, -w.end))


def is_paper_url(url: str) -> bool:
    """Whether an address leads to one paper."""
    return bool(_PAPER_HOST.match(url))


def authors_before(text: str, end: int) -> tuple[int, tuple[str, ...], bool] | None:
    """(start, names, complete) of authors with a year, or of "X et al.", that end at ``end``; else None."""
    found = _BEFORE.search(text, max(0, end - 120), end)
    if found is None or (found["year"] and not names_in(found["names"]) and " " in found["names"]):
        return None
    japanese = list(_AFTER_CJK.finditer(found["names"]))
    start = japanese[-1].end() if japanese else 0
    authors, complete = split_authors(found["names"][start:])
    return found.start() + start, authors, complete


def author_lists(text: str) -> Iterator[tuple[int, int, tuple[str, ...], bool]]:
    """(start, end, names, complete) of authors with a year that open a reference.

    "Lin, F., La Malfa, E., & Cohn, A. (2024)." and "Wei et al. (2022).".
    """
    for hit in _APA.finditer(text):
        names = tuple(given_first(f"{a}, {b.strip()}") for a, b in _FAMILY_FIRST.findall(hit["names"]))
        yield hit.start(), hit.end(), names, not (hit["more"] or "..." in hit["names"])
    for hit in _PLAIN_YEAR.finditer(text):
        yield hit.start(), hit.end(), *split_authors(hit["names"])


def _links(text: str) -> Iterator[Witness]:
    taken = 0
    for url in find_urls(text):
        if is_paper_url(url.url):
            taken = url.end
            yield Witness(url.start, url.end, identifiers([url.url]), url.url)
    addresses = [(u.start, u.end) for u in find_urls(text)] if taken else []
    at = 0
    for found in find_arxiv_ids(text):
        while at < len(addresses) and addresses[at][1] <= found.start:
            at += 1
        if at == len(addresses) or found.start < addresses[at][0]:
            mark = _ID_MARK.search(text, max(0, found.start - 10), found.start)
            start = mark.start() if mark else found.start
            yield Witness(start, found.end, Identifiers(found.base, found.version))


def _cited(text: str) -> Iterator[Witness]:
    """ "(Wei et al., 2022)", "(NeurIPS 2023)", "(2024/1/24)", "(Wu et al., arXiv:…"."""
    for hit in _CITED.finditer(text):
        inner = hit["inner"].strip()
        named = find_editions(inner)
        edition = named[0].edition if named else None
        year = _YEAR.search(inner)
        before = inner[: named[0].start] if named else inner[: year.start()] if year else inner
        before = before.strip(" ,;.")
        if names_in(before) and (year or hit["end"] != ")"):
            authors, complete = split_authors(before)
            yield Witness(hit.start(), hit.end(), edition=edition, authors=authors, complete=complete)
        elif (edition and not is_title(before, strict=True)) or (year and not before):
            yield Witness(hit.start(), hit.end(), edition=edition)
    for hit in _BEHIND.finditer(text):
        if names_venue(hit["names"]):
            continue
        authors, complete = split_authors(hit["names"])
        yield Witness(hit.start(), hit.end(), authors=authors, complete=complete)
