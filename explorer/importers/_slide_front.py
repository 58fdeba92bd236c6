"""What a deck says of itself: on the page that shows it and on its first slide."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from explorer.importers._blocks import Line
from explorer.importers._front import Front, read_front
from explorer.importers._named_editions import find_editions
from explorer.importers._slide_pages import Page
from explorer.importers._slide_people import (
    Introduced,
    is_person,
    organisation_in,
    stated_organisation,
)
from explorer.model import EditionRef, PersonRole, StatedPerson
from explorer.text.dates import parse_date
from explorer.text.names import fold_name

_PRESENTS = re.compile(r"present|speak|talk|発表|登壇|講演|話者|讲|报告|汇报", re.I)
_OFTEN, _MOSTLY = 3, 0.6
_SHOWN_BY = re.compile(
    r"(?:more|other) (?:decks|presentations|slides|talks) (?:by|from) (?P<name>\S.{1,60})|"
    r"(?P<name2>\S.{1,60}?)(?:さん)?の(?:その他|他)の(?:スライド|資料|発表)",
    re.I,
)


def read_deck_front(before: Sequence[Line], first: Page | None) -> Front:
    """The fields above the first slide; what they leave open from the hosting page's words or that slide."""
    front = read_front(before)
    plain = first.plain.text if first else ""
    shown_by = next((hit["name"] or hit["name2"] for x in before if (hit := _SHOWN_BY.fullmatch(x.text))), "")
    person = bool(shown_by) and is_person(shown_by)
    stated = [x.text for x in before if organisation_in(x.text) == x.text]
    stated += [line.strip() for line in plain.split("\n") if organisation_in(line) == line.strip() != ""]
    stated += [name for x in before if (name := stated_organisation(x.text))]
    publisher = front.publisher or ("" if person else shown_by) or next(iter(stated), "")
    authors = front.authors or ((shown_by,) if person else ())
    date = front.date or parse_date(plain)
    used = front.lines | {x.number for x in before if x.text in (publisher, *authors)}
    return replace(front, publisher=publisher, authors=authors, date=date, lines=used)


def editions_of(title: str, pages: Sequence[Page]) -> tuple[EditionRef, ...]:
    """What a deck is about: the editions of its title, first slide or headings, or what it mostly names."""
    stated = tuple(dict.fromkeys(found.edition for found in find_editions(title)))
    for text in (pages[0].plain.text if pages else "", "\n".join(page.name for page in pages)):
        counts = {found.edition for found in find_editions(text)}
        stated = stated or (tuple(counts) if len(counts) == 1 else ())
    if stated:
        return stated
    named = [found.edition for page in pages for found in find_editions(page.plain.text)]
    best, times = Counter(named).most_common(1)[0] if named else (None, 0)
    return (best,) if best and times >= _OFTEN and times > _MOSTLY * len(named) else ()


def with_presenters(front: Front, presented: Sequence[Introduced]) -> Front:
    """The people who present a deck are its authors where it names no others."""
    return replace(front, authors=front.authors or tuple(one.person.name for one in presented))


def deck_people(
    front: Front, before: Sequence[Line], presented: Sequence[Introduced]
) -> Iterator[StatedPerson]:
    """The presenters that slides introduce, and the authors that only the lines above the slides name."""
    yield from (one.person for one in presented)
    one_of_each = len(presented) == len(front.authors) == 1 and not presented[0].latin
    if one_of_each and front.authors[0].isascii() != presented[0].person.name.isascii():
        return  # one person under a name in each script
    known = {fold_name(name) for one in presented for name in (one.person.name, one.latin)}
    for name in front.authors:
        place = next(((x, at) for x in before if (at := x.text.find(name)) >= 0), None)
        if place and fold_name(name) not in known:
            line, at = place
            role = PersonRole.PRESENTER if _PRESENTS.search(line.text) else PersonRole.AUTHOR
            yield StatedPerson(name, role, line.mapped.span(at, at + len(name)))


def deck_title(before: Sequence[Line], front: Front) -> Line | None:
    """The line above the first slide that is said twice or names the deck; else the first."""
    free = [line for line in before if line.number not in front.lines and any(map(str.isalpha, line.text))]
    counts = Counter(line.text for line in free)
    return next((line for line in free if counts[line.text] > 1), free[0] if free else None)
