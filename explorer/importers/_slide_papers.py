"""Papers that only a deck's layout gives away, and what stands beside a paper on its slide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.importers._citations import find_citations
from explorer.importers._links import code_links
from explorer.importers._named_editions import find_editions, names_venue
from explorer.importers._parts import is_bare
from explorer.importers._passages import Passage
from explorer.importers._proofs import Citation
from explorer.importers._slide_pages import PAPER_LABEL, Page
from explorer.importers._slide_people import Introduced
from explorer.importers._title_shape import is_sentence_start, is_title, names_event, names_in
from explorer.importers._trend_labels import read_label
from explorer.importers._witnesses import NO_IDS
from explorer.model import EditionRef, PaperRecord
from explorer.text.dates import parse_date
from explorer.text.fingerprint import title_fingerprint
from explorer.text.mapped import normalise
from explorer.text.names import split_authors
from explorer.text.scripts import CJK
from explorer.text.urls import find_urls

_CJK = re.compile(f"[{CJK}]")
_FRONT = re.compile(r"[\s→⇒➡>*•◦▪–—-]{0,9}(?:\(?\d{1,2}[.)]\s)?[\"“”']?")
_NOTE = re.compile(rf"(?<=[A-Za-z?)])\s[{CJK}][^A-Za-z]*$")
_BACK = re.compile(r"[\s,.;\"“”']{0,9}$")
_PROOF = re.compile(r"\s{0,3}[(\[](?P<inner>[^()\[\]]{2,80})[)\]]$")
_PROVES = re.compile(
    r"\b(?:oral|spotlight|poster|workshop|competit\w{2,5}|challenge|track|d&b|"
    r"datasets? (?:and|&) benchmarks?|outstanding|best papers?|runner-?up|awards?|arxiv|preprint)\b",
    re.I,
)
_NAMED = re.compile(r"(?P<name>[A-Z][\w+.-]{2,24}): (?P<rest>[A-Z\d].+)")
_COINED = re.compile(r"(?<![\w+.-])[\w+.-]*(?:[a-z][A-Z]|[A-Z][A-Z][a-z]|[A-Za-z]\d)[\w+.-]*")
_PLAIN_NAMES = re.compile(
    r"(?:background|overview|motivation|method|results?|trends?|keynote|tutorial|agenda|introduction|intro|summary|"
    r"references?|workshop|panel|experiments?|conclusions?|discussion|appendix|demo|news|example|takeaways?|part|"
    r"session|topic|theme|poster|talk|note|question|answer|why|how|what)s?",
    re.I,
)
_LISTED_WORDS = 5
_LEAST_WORDS = 4
_LEAST_NAME = 4  #: characters of a slide's title that names its paper
_BRACKETED = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]")
_REMARK = 10  #: characters that say something
_OWN_WORK = re.compile(
    r"(?:(?:own|my|our|selected|recent) )?(?:work|papers?|publications?|research|研究|論文|業績|著作|发表|"
    r"代表作)\s?[:.]\s",
    re.I,
)
_REFERENCE = re.compile(
    r"(?<![\w.])(?P<names>[A-Z][^.;:()\[\]\d]{2,200}?(?: et al)?)\. \(?(?P<year>(?:19|20)\d\d)[a-z]?\)?\. "
    r"(?P<title>[A-Z\d][^.?!]{9,250}[?!]?)(?=[.?!]|\s{0,3}$)"
)
_ET_AL = re.compile(
    r"(?P<year>(?<!\d)(?:19|20)\d\d(?=年))?[^\w(]{0,2}(?:年に?、?)?(?<![A-Za-z])"
    r"(?P<name>[A-Z][a-zà-ÿ]+(?:[-'’ ][A-Z][a-zà-ÿ]+){0,2})\s?(?:ら(?![a-z])|et al\.?|等(?:人|の|が|提出|在))"
    r"(?:,?\s?\(?(?P<after>(?:19|20)\d\d)\)?)?"
)
_AUTHORS = re.compile(r"[\W]{0,4}(?:authors?|著者|作者|by)\s?[:.]\s?(?P<names>.{2,400})", re.I)
_AWARD_WORDS, _PAPERS = re.compile(r"\s?awards?$", re.I), re.compile(r"\bpapers\b", re.I)
_OTHERS = re.compile(r"(?:et al\.?|ら|等人?|ほか|他)$")
_BRACKET = re.compile(r"[\"”»』」]?\s{0,3},?\s{0,3}[(\[]\s?(?P<inner>[^()\[\]]{3,120}?)\s?[)\]]")
_WORKSHOP = re.compile(r"(?:workshop|ワークショップ|研讨会)s?\b\s?:?\s?", re.I)
_DAY_SIGNS = {ord(sign): None for sign in "年月日号"}
_MAX_REFERENCE = 6_000  #: characters of a passage; longer ones are no footnotes


@dataclass(frozen=True, slots=True)
class Cites:
    """The citations of a deck's passages, by where they start.

    Attributes:
        listing: Numbers of the slides whose items may be titles and nothing else.
        bare: Starts of items that hold only the id or link of the paper in their slide's title.
    """

    language: str
    found: dict[int, list[Citation]]
    listing: frozenset[int]
    bare: frozenset[int]


def read_cites(pages: Sequence[Page], language: str) -> Cites:
    """What running text proves, on all pages, so that a page may lean on another."""
    passages = [p for page in pages if not page.slide.repeats for p in page.passages]
    found = {p.start: _citations(p.text) for p in passages}
    titles = {title_fingerprint(p.text[slice(*c.title)]) for p in passages for c in found[p.start] if c.title}
    shown = [page for page in pages if not page.slide.repeats]
    listing = (p.slide.number for p in shown if _lists_papers(p, titles - {""}, language))
    bare = (start for page in shown for start in _ids_of_title(found, page))
    return Cites(language, found, frozenset(listing), frozenset(bare))


def says_enough(cites: Cites, page: Page) -> bool:
    """Whether a page says something of the papers that it names, rather than list them for a trend."""
    titled = [any(c.title for c in find_on_page(cites, page, p)) for p in page.items]
    remarks = [p for p, has in zip(page.items, titled, strict=True) if not has and not p.text.endswith("?")]
    said = sum(len(p.text) >= _REMARK for p in remarks)
    return read_label(page.name) is None or sum(titled) <= said


def find_on_page(cites: Cites, page: Page, passage: Passage) -> list[Citation]:
    """The citations of a passage: proved by its words, by the slide's title or by the list it stands in."""
    found = cites.found.get(passage.start, [])
    is_title_passage = page.title is not None and passage.start == page.title.start
    if is_title_passage and [bool(c.title) for c in found] == [True]:
        return [_with_ids(cites, page, found[0])]
    if any(c.title for c in found):
        return [_at_topic(page, passage, c) for c in found]
    if passage.start in cites.bare:
        return []
    if is_title_passage:
        own = _of_title(passage.text, cites.language, page.items)
    else:
        own = _listed(passage.text) if page.slide.number in cites.listing else None
    return [own, *(c for c in found if c.start >= own.end)] if own else found


def _at_topic(page: Page, passage: Passage, citation: Citation) -> Citation:
    """The citation as one that the slide presents, where the slide is named after the paper."""
    name = _BRACKETED.sub("", page.name).strip().casefold()
    title = passage.text[slice(*citation.title)].casefold() if citation.title else ""
    named = len(name) >= _LEAST_NAME and title.startswith(name) and not title[len(name) :][:1].isalnum()
    return replace(citation, aside=False, labelled=True) if named else citation


def _with_ids(cites: Cites, page: Page, own: Citation) -> Citation:
    """The paper of a slide's title with the id or link that an item of the slide gives and nothing else."""
    bare = [c for p in page.items if p.start in cites.bare for c in cites.found[p.start]]
    return replace(own, ids=bare[0].ids, urls=(*own.urls, *bare[0].urls)) if bare else own


def _ids_of_title(found: Mapping[int, Sequence[Citation]], page: Page) -> list[int]:
    """Starts of the items that hold only an id or a link, where the slide's title is a paper without one."""
    named = found[page.title.start] if page.title else []
    if len(named) != 1 or named[0].title is None or named[0].ids != NO_IDS:
        return []
    untitled = [p for p in page.items if found[p.start] and not any(c.title for c in found[p.start])]
    if len({c.ids for p in untitled for c in found[p.start]}) != 1:
        return []
    return [p.start for p in untitled if is_bare(p.text, found[p.start])]


def _of_title(text: str, language: str, items: Sequence[Passage]) -> Citation | None:
    """The paper of a slide's title, behind a label or not."""
    label = PAPER_LABEL.match(text)
    start = label.end() + len(text[label.end() :]) - len(text[label.end() :].lstrip(" :.")) if label else 0
    if _CJK.search(text, start):
        return None
    own = _shown(text[start:], language, items, bool(label))
    if own is None or own.title is None:
        return None
    title = (own.title[0] + start, own.title[1] + start)
    return replace(own, title=title, start=0, end=own.end + start, labelled=bool(label))


def _shown(text: str, language: str, items: Sequence[Passage], labelled: bool) -> Citation | None:
    """The paper that a title names: by a label, a bracket or names beside it, or as "Name: what it does"."""
    if read_label(text) or names_venue(text.split(":")[0]):
        return None
    proof = _PROOF.search(text)
    proved = proof and (_PROVES.search(proof["inner"]) or names_venue(proof["inner"]))
    end = proof.start() if proof and proved else len(text)
    title = text[:end]
    if not is_title(title) or names_event(title) or is_sentence_start(title):
        return None
    named_below = bool(items) and len(title.split()) >= _LEAST_WORDS and _are_names(items[0].text)
    if not (labelled or proved or named_below or (items and _is_named(title, language))):
        return None
    status = proof["inner"] if proof and proved else ""
    award = status if re.search(r"outstanding|best|runner|award", status, re.I) else ""
    named = find_editions(status)
    return Citation((0, end), 0, len(text), edition=named[0].edition if named else None, award=award)


def _are_names(text: str) -> bool:
    return len(text) <= 400 and ("," in text or "et al" in text) and names_in(text)


def _is_named(title: str, language: str) -> bool:
    """Whether it reads "DataComp: In search of …"; in a deck in English only a coined name tells a paper."""
    hit = _NAMED.fullmatch(title)
    if hit is None or _PLAIN_NAMES.fullmatch(hit["name"]):
        return False
    words = len(hit["rest"].split())
    if _COINED.fullmatch(hit["name"]):
        return words >= _LISTED_WORDS - 1 and (language != "en" or is_title(title, strict=True))
    return language != "en" and words >= _LISTED_WORDS and not hit["name"].isupper()


def _lists_papers(page: Page, known: set[str], language: str) -> bool:
    """Whether an item of the page is a paper that something proves, or the page sums up a trend."""
    if any(title_fingerprint(_bare(p.text)[2]) in known for p in page.items):
        return True
    return language != "en" and read_label(page.name) is not None


def _listed(text: str) -> Citation | None:
    """The paper that an item is the title of and nothing else."""
    note = _NOTE.search(text)
    start, end, title = _bare(text[: note.start()] if note else text)
    long_enough = len(title.split()) >= _LISTED_WORDS or (": " in title and len(title.split()) > 3)
    if (
        _CJK.search(title)
        or not long_enough
        or not is_title(title)
        or is_sentence_start(title)
        or names_in(title)
    ):
        return None
    return None if names_event(title) or names_venue(title) else Citation((start, end), start, end)


def _bare(text: str) -> tuple[int, int, str]:
    """(start, end, words) of an item without marks, quotes and the punctuation at its ends."""
    front, back = _FRONT.match(text), _BACK.search(text)
    start = front.end() if front else 0
    end = max(back.start() if back else len(text), start)
    return start, end, text[start:end]


def _citations(text: str) -> list[Citation]:
    """What running text cites, titles without the label of a list of one's own work and without quotes."""
    found = []
    for citation in _with_references(text, find_citations(text)):
        if citation.title:
            start, end = citation.title
            label = _OWN_WORK.match(text, start, end)
            start = label.end() if label else start
            while end > start and text[end - 1] in '"“”':
                end -= 1
            citation = replace(citation, title=(start, end))
        found.append(citation)
    return found


def _with_references(text: str, found: list[Citation]) -> list[Citation]:
    """The citations, and "Names. Year. Title. Venue." of footnotes in place of what lies in it."""
    references = []
    for hit in _REFERENCE.finditer(text) if len(text) <= _MAX_REFERENCE else ():
        authors, complete = split_authors(hit["names"])
        if any(c.authors and c.start < hit.end() and hit.start() < c.end for c in found):
            continue
        if names_in(hit["names"]) and is_title(hit["title"]) and not is_sentence_start(hit["title"]):
            span = hit.span("title")
            references.append(
                Citation(span, hit.start(), span[1], authors=authors, complete=complete, aside=True)
            )
    kept = [c for c in found if not any(r.start < c.end and c.start < r.end for r in references)]
    return sorted([*kept, *references], key=lambda c: c.start)


def with_surroundings(raw: str, record: PaperRecord, page: Page) -> PaperRecord:
    """The record with the date, workshop or authors that stand beside its title or id on the page."""
    behind = _BRACKET.match(normalise(raw[record.evidence.end : record.evidence.end + 160]))
    inner = behind["inner"] if behind and record.title else ""
    day = parse_date(inner) if len(inner) <= 20 and not _CJK.search(inner.translate(_DAY_SIGNS)) else ""
    record = replace(record, published=record.published or day)
    if _WORKSHOP.search(inner):
        named = find_editions(inner)
        edition = named[0].edition if named else record.edition
        record = replace(
            record, edition=edition, track=record.track or _WORKSHOP.sub("Workshop ", inner, 1).strip()
        )
    if not record.title and not record.authors:
        record = _with_names_on(record, page.plain.text)
    return record


def at_edition(record: PaperRecord, about: Sequence[EditionRef]) -> PaperRecord:
    """The record with its award in plain words; what the deck's conference singled out was shown there."""
    award = _AWARD_WORDS.sub("", _PAPERS.sub("Paper", record.award))
    distinguished = award or record.status or record.track
    edition = about[0] if distinguished and len(about) == 1 else None
    return replace(record, award=award, edition=record.edition or edition)


def with_own_slide(record: PaperRecord, page: Page) -> PaperRecord:
    """The record with the links to code and the authors that a slide of its own states."""
    for item in page.items if not record.authors else ():
        field = _AUTHORS.fullmatch(item.text)
        names = field["names"] if field else item.text
        if names_in(names) and (field or _OTHERS.search(names)):
            authors, complete = split_authors(names)
            record = replace(record, authors=authors, authors_complete=complete)
            break
    links = code_links([url.url for url in find_urls(page.plain.text)])
    return replace(record, code_urls=tuple(dict.fromkeys((*record.code_urls, *links))))


def with_presenter(record: PaperRecord, introduced: Sequence[Introduced]) -> PaperRecord:
    """The paper on the slide that introduces one person: it is that person's own."""
    if len(introduced) != 1 or record.authors or not record.title:
        return record
    latin = record.language == "en" and introduced[0].latin
    return replace(record, authors=(latin or introduced[0].person.name,), authors_complete=False)


def _with_names_on(record: PaperRecord, text: str) -> PaperRecord:
    """The paper that only an id names, with the one "X et al." of its slide if the years agree."""
    hits = list(_ET_AL.finditer(text))
    years = {hit["year"] or hit["after"] for hit in hits} - {None}
    dated = f"20{record.arxiv_id[:2]}" if "." in record.arxiv_id else ""
    if len({hit["name"] for hit in hits}) != 1 or (years and dated and years != {dated}):
        return record
    return replace(record, authors=(hits[0]["name"],), authors_complete=False)
