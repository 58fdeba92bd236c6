"""What stands on a passport, tab by tab, as plain records: no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from explorer.model import NodeKind
from explorer.questions.evidence import Quote, Statement
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.passport import Appearance, Passport
from explorer.ui.fuzzy import folded
from explorer.ui.words import KIND_ORDER, kind_name, translated

SENTENCE_COLUMNS = 260  #: longest quotation shown, in half-width columns
QUOTES_SHOWN = 2
ALIKE = "is similar to"  #: the verb of an edge that was computed from the texts

_TITLES = {
    "papers": QT_TRANSLATE_NOOP("Passport", "Papers"),
    "evidence": QT_TRANSLATE_NOOP("Passport", "Evidence"),
    "prior": QT_TRANSLATE_NOOP("Passport", "Prior"),
    "derivative": QT_TRANSLATE_NOOP("Passport", "Derivative"),
    "similar": QT_TRANSLATE_NOOP("Passport", "Similar"),
    "related": QT_TRANSLATE_NOOP("Passport", "Related"),
    "where": QT_TRANSLATE_NOOP("Passport", "Where"),
    "questions": QT_TRANSLATE_NOOP("Passport", "Q&A"),
    "where_head": QT_TRANSLATE_NOOP("Passport", "Where it appears"),
    "named_head": QT_TRANSLATE_NOOP("Passport", "Where it is named"),
    "passages_head": QT_TRANSLATE_NOOP("Passport", "Passages on it"),
}


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement as read from node ``about``.

    Attributes:
        marks_sample: Whether quotations of the sample say so; not where the passport says it of all of them.
    """

    statement: Statement
    about: int
    marks_sample: bool = True


@dataclass(frozen=True, slots=True)
class QuestionRow:
    question: str
    answer: str
    machine: bool


Row = StatementRow | QuestionRow | Neighbour | Appearance


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a quiet head; "" has none."""

    head: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One tab. ``count`` stands beside its title; 0 shows none."""

    id: str
    title: str
    count: int
    sections: tuple[Section, ...]


def pages_of(passport: Passport) -> tuple[Page, ...]:
    """The tabs that this node has something to show on; an empty Evidence where there is none."""
    pages = [page for page in (_papers(passport), _evidence(passport)) if page.sections]
    if passport.prior:
        pages.append(_page("prior", len(passport.prior), Section("", passport.prior)))
    if passport.derivative:
        pages.append(_page("derivative", len(passport.derivative), Section("", passport.derivative)))
    if passport.questions:
        rows = tuple(QuestionRow(q, a, passport.machine_questions) for q, a in passport.questions)
        pages.append(_page("questions", len(rows), Section("", rows)))
    alike = tuple(row for _, rows in passport.neighbours for row in rows if _is_alike(row))
    if alike:
        pages.append(_page("similar", len(alike), Section("", alike)))
    rest = ((kind, tuple(row for row in rows if not _is_alike(row))) for kind, rows in passport.neighbours)
    related = {kind: rows for kind, rows in rest if rows}
    if related:
        sections = [Section(kind_name(kind, True), related[kind]) for kind in KIND_ORDER if kind in related]
        pages.append(_page("related", 0, *sections))
    return tuple(pages) or (_page("evidence", 0),)


def _papers(passport: Passport) -> Page:
    """What stands in an edition or an issue."""
    own = next((place for place in passport.appearances if place.node == passport.id), None)
    rows = tuple(Neighbour(i, title, NodeKind.PAPER, "", 0) for i, title in own.papers) if own else ()
    return _page("papers", len(rows), *([Section("", rows)] if rows else []))


def _is_alike(row: Neighbour) -> bool:
    return not row.sources and row.words == ALIKE


def _evidence(passport: Passport) -> Page:
    about = passport.id
    marks = not passport.sample
    stated = tuple(StatementRow(statement, about, marks) for statement in passport.statements)
    named = tuple(StatementRow(statement, about, marks) for statement in passport.mentions)
    head = "passages_head" if passport.kind is NodeKind.PAPER else "named_head"
    sections = [Section("", stated)] if stated else []
    places = tuple(place for place in passport.appearances if place.node != passport.id)
    if places:
        sections.append(Section(translated("Passport", _TITLES["where_head"]), places))
    if named:
        sections.append(Section(translated("Passport", _TITLES[head]) if stated else "", named))
        if not stated:
            sections.reverse()
    return _page("evidence", len(stated) + len(named), *sections)


def _page(key: str, count: int, *sections: Section) -> Page:
    return Page(key, translated("Passport", _TITLES[key]), count, sections)


def other_names(passport: Passport) -> list[str]:
    """Aliases that are more than another case, hyphen or space, in the order of the library."""
    seen = {_bare(passport.name)}
    forms = []
    for alias in passport.aliases:
        if _bare(alias.form) not in seen:
            seen.add(_bare(alias.form))
            forms.append(alias.form)
    return forms


def _bare(name: str) -> str:
    return "".join(character for character in folded(name) if character.isalnum())


def quotes_shown(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The first quotation of each document, at most two; machine-written ones come last."""
    first: dict[int, Quote] = {}
    for quote in quotes:
        kept = first.get(quote.document)
        if kept is None or (kept.machine and not quote.machine):
            first[quote.document] = quote
    ordered = sorted(first.values(), key=lambda quote: quote.machine)
    return tuple(ordered[:QUOTES_SHOWN])


def source_count(statement: Statement) -> int:
    """How many documents say it."""
    return len({quote.document for quote in statement.quotes})


def shown_sentence(quote: Quote, columns: int = SENTENCE_COLUMNS) -> str:
    """The sentence, or the part around the slice where it is long; cuts are marked with “…”."""
    text = " ".join((quote.sentence or quote.exact).split())
    room = columns if text.isascii() else columns // 2
    if len(text) <= room:
        return text
    at = max(text.find(" ".join(quote.exact.split())[:40]), 0)
    start = max(0, min(at - room // 4, len(text) - room))
    end = min(len(text), start + room)
    if start and " " in text[start : start + 20]:
        start = text.index(" ", start) + 1
    if end < len(text) and " " in text[end - 20 : end]:
        end = text.rindex(" ", start, end)
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
