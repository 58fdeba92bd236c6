"""The one paper that a part of a text is about, as a citation of its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from explorer.importers._paper_fields import authors_in_fields
from explorer.importers._parts import Part, has_title, rest_of
from explorer.importers._passages import Passage
from explorer.importers._proofs import Citation
from explorer.importers._roles import is_of_others
from explorer.importers._subject import Subject, attached_id, subject_of
from explorer.importers._title_shape import is_sentence_start, is_title, names_in
from explorer.importers._witnesses import NO_IDS
from explorer.importers._workshops import find_workshops
from explorer.model import EditionRef
from explorer.text.names import split_authors
from explorer.text.urls import find_urls, is_code_url

_NUMBERING = re.compile(r"\s{0,3}(?:\[?\(?\d{1,3}[.):\]]{1,2}|#\d{1,3}:?)\s{1,3}")


def own_title(part: Part, cited: Sequence[Citation], metas: int) -> Citation | None:
    """The one paper that a heading is the title of, by its own words or by the ids right below it."""
    named = [c for c in cited if c.title]
    if named:
        return named[0] if len(named) == 1 else None
    heading = part.heading
    proved = any(c for below in part.cited[:metas] for c in below)
    if heading is None or not proved or is_of_others(part.name):
        return None
    number = _NUMBERING.match(heading.text)
    start = number.end() if number else 0
    text = heading.text[start:]
    return Citation((start, len(heading.text)), start, len(heading.text)) if _is_own(text) else None


def subject_in(part: Part, bare: Sequence[bool]) -> Subject | None:
    """The paper that the part is about by what its body says, unless that begins with a citation."""
    if part.heading is None or (bare[:1] == [True] and has_title(part.cited[0])):
        return None
    cited = (*part.cited, *(() for _ in part.below))
    return subject_of(part.heading.text, (*part.body, *part.below), cited)


def of_section(part: Part, subject: Subject, bare: Sequence[bool], about: EditionRef | None) -> Citation:
    """The heading as a citation, with the one id that the section states of it, its code and its workshop."""
    text = "\n".join(p.text for p in part.body)
    named = find_workshops(text, about) if subject.own else []
    stated = [
        c
        for passage, cited, is_meta in zip(part.body, part.cited, bare, strict=True)
        for c in cited
        if c.title is None and (is_meta or attached_id(passage.text, c))
    ]
    only = stated[0] if len({c.ids for c in stated}) == 1 else None
    return Citation(
        subject.title,
        *subject.title,
        ids=only.ids if only else NO_IDS,
        urls=tuple(dict.fromkeys((*(only.urls if only else ()), *code_in(part)))),
        authors=subject.presenters,
        complete=not subject.presenters,
        edition=named[0].edition if named else None,
        award=subject.award,
    )


def _is_own(text: str) -> bool:
    return is_title(text) and not is_sentence_start(text)


def with_meta(own: Citation, passage: Passage, below: Sequence[Citation]) -> Citation:
    """The heading's paper with what a line below it says: ids, links, authors, venue."""
    for citation in below:
        own = replace(
            own,
            ids=citation.ids if own.ids == NO_IDS else own.ids,
            urls=(*own.urls, *citation.urls),
            authors=own.authors or citation.authors,
            complete=own.complete if own.authors else citation.complete,
            edition=own.edition or citation.edition,
        )
    authors, complete = authors_in_fields(passage.text)
    if authors and not own.authors:
        return replace(own, authors=authors, complete=complete)
    rest = rest_of(passage.text, below)
    if not own.authors and names_in(rest):
        authors, complete = split_authors(rest)
        own = replace(own, authors=authors, complete=complete)
    return own


def code_in(part: Part) -> Iterator[str]:
    """The repositories that a part links to, where it cites no more than one paper by title."""
    titled = {
        p.text[slice(*c.title)]
        for p, cited in zip(part.body, part.cited, strict=True)
        for c in cited
        if c.title
    }
    for passage in part.body if len(titled) <= 1 else ():
        yield from (found.url for found in find_urls(passage.text) if is_code_url(found.url))
