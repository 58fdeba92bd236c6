"""What stands on a passport, tab by tab, as plain records: no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from explorer.model import NodeKind
from explorer.questions.evidence import Quote, Reason, Statement
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.passport import Appearance, Passport
from explorer.questions.passport_page import Count, PaperLine
from explorer.questions.passport_paper import Alike, PaperPlace, QuestionPair
from explorer.questions.passport_text import TextBlock
from explorer.ui.fuzzy import folded
from explorer.ui.language import SOURCE, spoken_language
from explorer.ui.words import KIND_ORDER, kind_name, translated

SENTENCE_COLUMNS = 260  #: longest quotation shown, in half-width columns
QUOTES_SHOWN = 2
WHY = "why"  #: what is wanted when a row of the papers that are alike is unfolded
ALIKE = "is similar to"  #: the verb of an edge that was computed from the texts

_TITLES = {
    "papers": QT_TRANSLATE_NOOP("Passport", "Papers"),
    "evidence": QT_TRANSLATE_NOOP("Passport", "Evidence"),
    "lineage": QT_TRANSLATE_NOOP("Passport", "Lineage"),
    "methods": QT_TRANSLATE_NOOP("Passport", "Methods"),
    "similar": QT_TRANSLATE_NOOP("Passport", "Similar"),
    "more": QT_TRANSLATE_NOOP("Passport", "More"),
    "where": QT_TRANSLATE_NOOP("Passport", "Where"),
    "questions": QT_TRANSLATE_NOOP("Passport", "Q&A"),
    "text": QT_TRANSLATE_NOOP("Passport", "Text"),
    "trends": QT_TRANSLATE_NOOP("Passport", "Trends"),
    "first": QT_TRANSLATE_NOOP("Passport", "Digests first"),
    "people": QT_TRANSLATE_NOOP("Passport", "People"),
    "carried": QT_TRANSLATE_NOOP("Passport", "On"),
    "sources": QT_TRANSLATE_NOOP("Passport", "Sources"),
}
_HEADS = {
    "named": QT_TRANSLATE_NOOP("Passport", "Where it is named"),
    "passages": QT_TRANSLATE_NOOP("Passport", "Passages on it"),
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
class LineRow:
    """A line of text.

    Attributes:
        target: A node or a Passage that a click opens, or None.
        kind: Shape before the text, or None.
        depth: Steps to the right.
        sentence: A quotation below it, or None.
    """

    text: str
    detail: str = ""
    target: object = None
    kind: NodeKind | None = None
    depth: int = 0
    sentence: Quote | None = None
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block of a document's text; ``exact`` is the slice of it that is lit."""

    block: TextBlock
    document: int


@dataclass(frozen=True, slots=True)
class FoldedRow:
    """Boilerplate of a document, shown when asked for."""

    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True)
class SideRow:
    """A way to read two renditions side by side."""

    left: int
    right: int
    words: str


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """A paper near to the paper ``about``."""

    about: int
    alike: Alike


@dataclass(frozen=True, slots=True)
class WhyRow:
    """Why two papers are alike: the sentences, where there are any that chance does not explain."""

    reasons: tuple[Reason, ...]


Row = (
    StatementRow
    | LineRow
    | BlockRow
    | FoldedRow
    | SideRow
    | AlikeRow
    | WhyRow
    | QuestionPair
    | Neighbour
    | Appearance
    | Count
    | PaperLine
    | PaperPlace
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A part of a long list or text that the library still has: ``what`` is "papers" or "text".

    Or why ``node`` is like the paper ``first``: ``what`` is WHY.
    """

    what: str
    node: int
    first: int
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a quiet head; "" has none.

    Attributes:
        total: How many there are in the library where ``rows`` are only some, else 0.
        after, before: How the rest is asked for, or None.
        first: Rows shown at once; 0 lets their kind say.
    """

    head: str
    rows: tuple[Row, ...]
    total: int = 0
    after: Wanted | None = None
    before: Wanted | None = None
    first: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One tab. ``count`` stands beside its title; 0 shows none."""

    id: str
    title: str
    count: int
    sections: tuple[Section, ...]


def page(key: str, *sections: Section, count: int = 0) -> Page:
    """A tab with those sections that have rows."""
    return Page(
        key, translated("Passport", _TITLES[key]), count, tuple(part for part in sections if part.rows)
    )


def is_lit(section: Section) -> bool:
    """Whether a section holds the block of a text that was asked for."""
    return any(isinstance(row, BlockRow) and row.block.lit for row in section.rows)


def evidence(passport: Passport) -> Page:
    """Links with their sentences, then the passages that only name it."""
    marks = not passport.sample
    stated = tuple(StatementRow(statement, passport.id, marks) for statement in passport.statements)
    named = tuple(StatementRow(statement, passport.id, marks) for statement in passport.mentions)
    head = translated("Passport", _HEADS["passages" if passport.kind is NodeKind.PAPER else "named"])
    sections = [Section("", stated), Section(head if stated else "", named)]
    return page("evidence", *sections, count=len(stated) + len(named))


def related(passport: Passport, without: frozenset[NodeKind] = frozenset()) -> tuple[Section, ...]:
    """Neighbours by kind, without those that are only alike."""
    groups = {
        kind: tuple(row for row in rows if not _is_alike(row))
        for kind, rows in passport.neighbours
        if kind not in without
    }
    return tuple(
        Section(kind_name(kind, True).capitalize(), groups[kind]) for kind in KIND_ORDER if groups.get(kind)
    )


def _is_alike(row: Neighbour) -> bool:
    return not row.sources and row.words == ALIKE


def other_names(passport: Passport) -> list[str]:
    """Aliases that are more than another case, hyphen or space: those in the language of the interface first.

    An interface in English leaves the order of the library: methods are called so everywhere.
    """
    seen = {_bare(passport.name)}
    forms = []
    spoken = spoken_language()
    first = sorted(passport.aliases, key=lambda alias: spoken == SOURCE or alias.language != spoken)
    for alias in first:
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


def quotes_behind(said: Statement) -> tuple[Quote, ...]:
    """The quotations shown of a statement; of papers that are alike both sentences."""
    return said.quotes if said.reasons else quotes_shown(said.quotes)


def source_count(statement: Statement) -> int:
    """How many documents say it; none says that papers are alike."""
    return 0 if statement.reasons else len({quote.document for quote in statement.quotes})


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
