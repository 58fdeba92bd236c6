"""People of a deck: who presents it, and who gave the talks that it reports on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explorer.importers._slide_pages import Page
from explorer.importers._title_shape import names_in
from explorer.model import PersonRole, StatedPerson
from explorer.text.lines import trimmed
from explorer.text.mapped import MappedText
from explorer.text.names import fold_name, split_authors
from explorer.text.scripts import HAN, KANA

_CJK = f"{KANA}{HAN}"
_ABOUT = re.compile(
    r"自己紹介|(?:発表者|登壇者|講演者|講師|著者|話者|スピーカー)(?:の?紹介|プロフィール)|プロフィール|"
    r"about (?:me|us|the (?:speaker|presenter|author)s?)(?![a-z])|who (?:am i|we are|are we|is speaking)|"
    r"(?:speaker|presenter)s?(?:'s)? (?:bio|profile|introduction)|(?:short )?bio(?:graphy)?(?![a-z])|"
    r"自我介绍|(?:讲者|报告人|作者|主讲人|嘉宾)(?:介绍|简介)|关于我|个人简介",
    re.I,
)
_TALK = re.compile(
    r"(?:invited|keynote|plenary)(?: (?:talk|speech|lecture|speaker|address))?|招待講演|基調講演|キーノート|"
    r"特邀(?:报告|演讲)|主题(?:演讲|报告)|主旨(?:演讲|报告)|大会报告|邀请报告",
    re.I,
)
_FIELD = re.compile(
    r"(?:名前|氏名|発表者|登壇者|講演者|報告者|話者|姓名|讲者|报告人|主讲人|演讲者|汇报人|"
    r"presented by|presenters?|speakers?|name|talk by|by(?=\s[A-Z]))(?:\s?[:.]\s{0,3}|\s{1,3})"
    r"(?P<value>[^\n•◦▪■□●○;。|()]{2,120})",
    re.I,
)
_LATIN = (
    r"[A-Z][a-zà-ÿ’'-]+(?:\s[A-Z]\.)?(?:\s(?:van|von|de|der|di|da|la|le|el|al|bin))?"
    r"(?:\s[A-Z][a-zà-ÿA-Z’'-]+){1,2}"
)
_BOTH = re.compile(
    rf"(?<![{_CJK}])(?P<name>[{_CJK}]{{1,5}}\s{{1,9}}[{_CJK}]{{1,5}}|[{HAN}]{{2,4}})\s{{0,9}}[(/]?\s?"
    rf"(?P<latin>{_LATIN})(?![\w-]|\s?[A-Za-z:])"
)
_READING = re.compile(rf"(?P<name>[{HAN}]{{1,4}}[\s]{{1,3}}[{_CJK}]{{1,4}})\s?[(][{KANA}\s・]{{3,20}}[)]")
_NAME_LINE = re.compile(
    rf"(?P<name>{_LATIN}|[{_CJK}]{{1,4}}\s[{_CJK}]{{1,4}}|[{HAN}]{{2,4}}(?=\s?[,(/、@]))"
    r"(?:\s?(?:さん|氏|様|先生))?(?:\s?(?P<mark>[,(/、@|–—-])\s?(?P<rest>[^\n()]{2,80})\)?)?"
)
_ORGANISATION = re.compile(
    rf"(?:株式会社|有限会社|合同会社|一般社団法人|国立研究開発法人)\s?[{_CJK}A-Z][^\s、。,(・]{{0,20}}(?:\s(?:Labs?|Inc|AI|Research)\b\.?)?|"
    rf"[{_CJK}A-Za-z]{{1,20}}(?:株式会社|大学|研究所|研究院|研究室|協会|协会|公司|学院|实验室|集团|财团|財団)|"
    r"(?:[A-Z][\w&.-]{0,40}\s){0,4}(?:Inc|Ltd|LLC|GmbH|Corp|University|Institute|Laborator(?:y|ies)|Labs?|Research|Academy|College|"
    r"Group|Foundation|Company)(?![a-z])\.?(?:\sof(?:\s[A-Z]\w+){1,3})?"
)
_STATED_ORGANISATION = re.compile(
    r"(?:所属|勤務先|勤務|affiliation|company|organi[sz]ation|单位|机构|公司)\s?[:.]\s{0,3}(?P<value>[^\n•◦▪、,;]{2,60})|"
    r"(?:(?<=\sat)|(?<=^at))\s(?P<at>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,4})",
    re.I | re.M,
)
_SLUG = re.compile(r"https?://[^\s]{4,120}?/(?P<slug>[\w%-]{10,200})")
_MAX_PAGE = 3_000
_HONORIFIC = re.compile(r"\s?(?:さん|氏|様|先生|博士|教授|老师)$")


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person with the page that introduces them. ``latin``: the name in Latin letters, or ""."""

    person: StatedPerson
    page: Page
    latin: str = ""


def presenters(pages: Sequence[Page], publisher: str) -> list[Introduced]:
    """Who presents the deck, by its first slide and the slides that introduce them; each once."""
    found: dict[str, Introduced] = {}
    for i, page in enumerate(pages):
        if page.slide.repeats or len(page.plain.text) > _MAX_PAGE:
            continue
        about = bool(_ABOUT.search(page.name))
        if about or i == 0:
            for one in _on_page(page, publisher, about):
                found.setdefault(fold_name(one.person.name), one)
    return list(found.values())


def speakers(pages: Sequence[Page]) -> list[StatedPerson]:
    """Who gave the invited talks that slides report on; each once."""
    found: dict[str, StatedPerson] = {}
    for page in pages:
        hit = _TALK.search(page.name[:60])
        if hit and not page.slide.repeats:
            talk = page.name[hit.end() :].strip(" :.–—-")
            for span in _speakers_on(page, talk):
                name = " ".join(page.plain.text[slice(*span)].replace("-", " ").split())
                person = StatedPerson(name, PersonRole.SPEAKER, page.plain.span(*span))
                found.setdefault(fold_name(name), person)
    return list(found.values())


def organisation_in(text: str) -> str:
    """The first organisation that a text names by its form ("… University", "株式会社…"), or ""."""
    hit = _ORGANISATION.search(text)
    return " ".join(hit[0].split()) if hit else ""


def stated_organisation(text: str) -> str:
    """The organisation behind a label ("所属:", "Affiliation:"), or ""."""
    hit = _STATED_ORGANISATION.search(text)
    return " ".join(hit["value"].split()) if hit and hit["value"] else ""


def is_person(text: str) -> bool:
    """Whether a line is the name of one person and no organisation."""
    return names_in(text) and not _ORGANISATION.search(text) and "," not in text


def _on_page(page: Page, publisher: str, about: bool) -> Iterator[Introduced]:
    text = page.plain.text
    start = _body(page)
    for name, latin in _names(text, start, about):
        words = _tidy(text, name)
        if not words:
            continue
        end = max(name[1], latin[1])
        affiliation = _affiliation(text, start, publisher)
        person = StatedPerson(words, PersonRole.PRESENTER, page.plain.span(name[0], end), affiliation)
        yield Introduced(person, page, " ".join(text[slice(*latin)].split()))


def _names(text: str, start: int, about: bool) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """(name, name in Latin letters) as ranges: in both scripts, in a field, with a reading, on a line."""
    both = [hit for hit in _BOTH.finditer(text, start) if names_in(hit["latin"])] if about else []
    for hit in both:
        yield hit.span("name"), hit.span("latin")
    fields = [] if both else list(_FIELD.finditer(text, 0 if not about else start))
    stated = [span for hit in fields for span in _people_in(text, hit.span("value"))]
    readings = [hit.span("name") for hit in _READING.finditer(text, start)] if not both and not stated else []
    lines = [] if both or stated or readings else list(_on_lines(text, start, about))
    for name in [*stated, *readings, *lines]:
        yield name, (name if text[name[0]].isascii() else (0, 0))


def _people_in(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The names in the value of a field; () where it holds something else."""
    start, end = trimmed(text, *span)
    whole = _NAME_LINE.match(text, start, end)
    if whole and whole["mark"] not in (",", "、"):
        yield whole.span("name")
        return
    names, _ = split_authors(text[start:end])
    for name in names:
        at = text.find(name, start, end)
        if at < 0 or not is_person(name):
            return
        yield at, at + len(name)


def _on_lines(text: str, start: int, about: bool) -> Iterator[tuple[int, int]]:
    """Names that open a line, in front of an affiliation; on a slide about somebody also alone."""
    for found in re.finditer(r"[^\n•◦▪■□●○]+", text[start:]):
        a, b = trimmed(text, start + found.start(), start + found.end())
        while a < b and text[a] in "-*– ":
            a += 1
        hit = _NAME_LINE.match(text, a, b)
        if hit is None or not names_in(hit["name"]) or _ORGANISATION.search(hit["name"]):
            continue
        placed = bool(hit["rest"] and _ORGANISATION.search(hit["rest"]))
        if placed or (about and (hit.end() == b or hit["mark"])):
            yield hit.span("name")
            if about:
                return


def _affiliation(text: str, start: int, publisher: str) -> str:
    stated = _STATED_ORGANISATION.search(text, start)
    if stated:
        return " ".join((stated["value"] or stated["at"]).split())
    if publisher and publisher in " ".join(text.split()):
        return publisher
    return organisation_in(text[start:])


def _speakers_on(page: Page, talk: str) -> Iterator[tuple[int, int]]:
    """Names beside the title of a talk: in a field, in brackets, in the address of its notes."""
    text = page.plain.text
    body = _body(page)
    for hit in _FIELD.finditer(text):
        yield from _people_in(text, hit.span("value"))
    for hit in re.finditer(rf"(?:[(:–—-]\s?|by\s)(?P<name>{_LATIN})(?=\s?(?:[),:/–—-]|$))", text[:body]):
        if names_in(hit["name"]) and not _ORGANISATION.search(hit["name"]):
            yield hit.span("name")
    slug = "-".join(re.findall(r"\w+", talk)).casefold()
    for hit in _SLUG.finditer(text):
        at = hit["slug"].casefold().find(slug) if slug else -1
        name = hit["slug"][: max(at, 0)].strip("-")
        if 1 <= name.count("-") <= 3 and names_in(name.replace("-", " ")):
            yield hit.start("slug"), hit.start("slug") + len(name)


def _body(page: Page) -> int:
    """Where, in the page's plain text, what stands below its title begins."""
    return _offset(page.plain, page.title.end) if page.title else 0


def _offset(mapped: MappedText, raw: int) -> int:
    """The place in the text of a raw offset."""
    low, high = 0, len(mapped.text)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if mapped.raw_span(middle, middle)[0] < raw else (low, middle)
    return low


def _tidy(text: str, span: tuple[int, int]) -> str:
    return " ".join(_HONORIFIC.sub("", text[slice(*span)]).split())
