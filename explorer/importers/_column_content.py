"""What the values of a column look like: titles, names of people, ids, links, years, decisions, abstracts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import median
from typing import Final

from explorer.importers._venues import edition_in_name, find_venue
from explorer.text.arxiv_ids import parse_arxiv_id
from explorer.text.names import split_authors
from explorer.text.scripts import CJK

_NEARLY_ALL: Final = 0.8
_FEW: Final = 0.34  #: of the values are different, where a column sorts papers into kinds
_URL = re.compile(r"https?://\S{3,2000}(?:[\s,;|]{1,9}https?://\S{3,2000}){0,9}", re.I)
_DOI = re.compile(r"(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S{1,200}", re.I)
_FORUM = re.compile(r"(?=[\w-]{0,11}[A-Z])(?=[\w-]{0,11}[a-z])[\w-]{9,12}|https?://openreview\.net/\S{1,300}")
_ID = re.compile(r"(?:arxiv:\s?|https?://(?:www\.)?arxiv\.org/\w{3,4}/)?[\w./-]{9,40}", re.I)
_DATE = re.compile(
    r"(?:19|20)\d\d(?:\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?|[-/.]\d{1,2}(?:[-/.]\d{1,2})?"
    r"(?:[T ][\d:.+Z-]{4,30})?)?|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
)
_STATUS = re.compile(
    r"(?:accept|reject|withdraw|oral|spotlight|poster|notable|highlight|desk[ -]reject|conditional|"
    r"採択|不採択|口頭|ポスター|录用|接收|拒稿|口头|海报|angenommen|abgelehnt|vortrag|accepté|refusé|affiche)",
    re.I,
)
_NAME = re.compile(
    rf"[{CJK}・·]{{2,12}}|(?:[^\W\d_][\w'’.`-]{{0,30}}\s+){{1,5}}[^\W\d_][\w'’.-]{{0,30}}", re.UNICODE
)
_SMALL_WORDS = "de da di del della der den dos du el la le van von bin ibn al ter ten zu y e d of"
_OTHER_WORDS = (
    "for with from and the on in to via by using towards learning networks models model data deep neural "
    "university institute"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_NOT_NAMES = frozenset(_OTHER_WORDS.split())
_CJK = re.compile(f"[{CJK}]")
_WIDE: Final = 2.5  #: Latin letters that one Japanese or Chinese character is worth
_ABSTRACT: Final = 250.0
_TITLE: Final = (14.0, 220.0)


def is_one(field: str, value: str) -> bool:
    """Whether a single value has the form of the field's; True for fields that have none."""
    form = _FORMS.get(field)
    return form is None or form(value)


def field_of_values(values: Sequence[str]) -> tuple[str, float, str] | None:
    """(field, how sure, why) of a column's values that are not empty; None where they say nothing."""
    if not values:
        return None
    for field, form in _FORMS.items():
        fitting = sum(map(form, values))
        if fitting >= max(1, _NEARLY_ALL * len(values)) and _are_enough(field, values):
            return field, round(0.9 * fitting / len(values), 2), f"{fitting} of {len(values)} {_LOOKS[field]}"
    return _by_length(values)


def title_likeness(values: Sequence[str]) -> float:
    """How much the values look like titles, 0 to 1: words, all different, neither short nor long."""
    if not values:
        return 0.0
    wordy = sum(_is_wordy(value) for value in values) / len(values)
    different = len(set(values)) / len(values)
    typical = median(map(_length, values))
    fits = 1.0 if _TITLE[0] <= typical <= _TITLE[1] else 0.0
    return round(wordy * different * different * fits, 2)


def _by_length(values: Sequence[str]) -> tuple[str, float, str] | None:
    if median(map(_length, values)) >= _ABSTRACT and all(" " in v or _CJK.search(v) for v in values):
        return "abstract", 0.7, "long texts"
    likeness = title_likeness(values)
    return ("title", 0.75 * likeness, "words, nearly all different") if likeness >= _NEARLY_ALL else None


def _are_enough(field: str, values: Sequence[str]) -> bool:
    """Whether the form alone says enough: few decisions and venues stand for many papers."""
    if field in ("status", "venue"):
        return len(set(values)) <= max(3, _FEW * len(values))
    return field != "authors" or sum(len(split_authors(v)[0]) > 1 for v in values) >= 0.3 * len(values)


def _length(value: str) -> float:
    return len(value) + (_WIDE - 1) * len(_CJK.findall(value[:5_000]))


def _is_wordy(value: str) -> bool:
    letters = sum(map(str.isalpha, value[:500]))
    spread = len(value.split()) >= 2 or len(_CJK.findall(value[:500])) >= 5
    return spread and letters >= 0.6 * len(value[:500]) and "://" not in value


def _are_names(value: str) -> bool:
    """Whether a value is a list of people; one name alone counts as well."""
    if len(value) > 5_000 or "://" in value or any(map(str.isdigit, value)):
        return False
    names = split_authors(value)[0]
    return bool(names) and sum(map(_is_name, names)) >= _NEARLY_ALL * len(names)


def _is_name(name: str) -> bool:
    if not _NAME.fullmatch(name) or len(name) > 60:
        return False
    if _CJK.search(name):
        return len(name) <= 6 or "・" in name or "·" in name or " " in name
    words = name.split()
    return all(w[0].isupper() or w in _SMALL for w in words) and not _NOT_NAMES & {w.lower() for w in words}


def _is_arxiv(value: str) -> bool:
    return _ID.fullmatch(value) is not None and bool(parse_arxiv_id(value)[0])


def _is_venue(value: str) -> bool:
    return len(value) <= 120 and bool(find_venue(value) or edition_in_name(value))


def _matching(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda value: len(value) <= 5_000 and pattern.fullmatch(value.strip()) is not None


#: in the order in which they are tried: an arXiv link is a link as well
_FORMS: Final[dict[str, Callable[[str], bool]]] = {
    "arxiv": _is_arxiv,
    "doi": _matching(_DOI),
    "date": _matching(_DATE),
    "status": lambda value: len(value) <= 60 and _STATUS.search(value) is not None,
    "venue": _is_venue,
    "openreview": _matching(_FORUM),
    "link": _matching(_URL),
    "authors": _are_names,
}
_LOOKS: Final = {
    "arxiv": "are arXiv ids",
    "doi": "are DOIs",
    "date": "are years or dates",
    "status": "are decisions",
    "venue": "are conferences",
    "openreview": "are OpenReview ids",
    "link": "are addresses",
    "authors": "are names of people",
}
