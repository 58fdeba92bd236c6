"""What a report states beside its papers: people, numbers of the conference, workshops, its publisher."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from explorer.importers._blocks import make_span
from explorer.importers._front import Front
from explorer.importers._passages import Passage
from explorer.importers._presenters import find_presenters
from explorer.importers._publisher import publisher_of
from explorer.importers._statistics import find_statistics
from explorer.importers._workshops import find_workshops
from explorer.model import Document, EditionRef, PersonRole, StatedPerson
from explorer.text.fingerprint import title_fingerprint


def with_statements(document: Document, raw: str, front: Front, passages: Sequence[Passage]) -> Document:
    """The document with the people, numbers, workshops and publisher that its passages state."""
    about = document.editions[0] if document.editions else None
    publisher = _publisher(document.publisher, passages)
    return replace(
        document,
        publisher=publisher,
        people=(*_authors(raw, front), *_people(passages, publisher, set(document.authors))),
        statistics=tuple(find_statistics((p.mapped for p in passages), about)),
        editions=(*document.editions, *_workshops(passages, about)),
    )


def _publisher(stated: str, passages: Sequence[Passage]) -> str:
    """The stated one, in the spelling of the text where it is the same; else the one who speaks."""
    spoken = publisher_of(p.text for p in passages)
    if stated and spoken:
        same = title_fingerprint(stated.split(".")[0]) == title_fingerprint(spoken.split(" ")[0])
        return spoken if same else stated
    return stated or spoken


def _authors(raw: str, front: Front) -> Iterable[StatedPerson]:
    for line in front.author_lines:
        span = make_span(raw, line.start, line.end)
        for name in front.authors:
            if name in line.text:
                yield StatedPerson(name, PersonRole.AUTHOR, span, front.publisher)


def _people(passages: Sequence[Passage], publisher: str, authors: set[str]) -> Iterable[StatedPerson]:
    found: dict[str, StatedPerson] = {}
    for passage in passages:
        for person in find_presenters(passage.text):
            place = person.affiliation or (publisher if person.colleague else "")
            start, end = passage.raw_range(person.start, person.end)
            span = make_span(passage.mapped.raw, start, end)
            known = found.setdefault(person.name, StatedPerson(person.name, person.role, span, place))
            if place and not known.affiliation:
                found[person.name] = replace(known, affiliation=place)
    return [person for name, person in found.items() if name not in authors]


def _workshops(passages: Sequence[Passage], about: EditionRef | None) -> tuple[EditionRef, ...]:
    found = (named.edition for p in passages for named in find_workshops(p.text, about))
    return tuple(dict.fromkeys(found))
