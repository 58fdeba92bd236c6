"""The tabs of each kind of passport."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from explorer.model import NodeKind
from explorer.questions.passport import Appearance, Passport
from explorer.questions.passport_edition import EditionAbout
from explorer.questions.passport_issue import DocumentAbout, IssueAbout, Rendition
from explorer.questions.passport_method import MethodAbout
from explorer.questions.passport_page import PaperGroup, PaperPage
from explorer.questions.passport_paper import PaperAbout
from explorer.questions.passport_person import PersonAbout, TagAbout
from explorer.questions.passport_stated import Stated
from explorer.questions.passport_text import TextPage
from explorer.ui.panels.passport_pages import (
    AlikeRow,
    BlockRow,
    FoldedRow,
    LineRow,
    Page,
    Row,
    Section,
    SideRow,
    StatementRow,
    Wanted,
    evidence,
    page,
    related,
)
from explorer.ui.panels.passport_words import number_words
from explorer.ui.said import worded
from explorer.ui.words import kind_name, language_name, translated

_NAMES = QT_TRANSLATE_NOOP("Passport", "Names")  # those of a method; “it names” is another word elsewhere


def _tr(text: str) -> str:
    return QCoreApplication.translate("PassportKinds", text)


def pages_of(passport: Passport) -> tuple[Page, ...]:
    """The tabs that this node has something to show on; an empty Evidence where there is none."""
    make = _MAKE.get(type(passport.about))
    made = make(passport, passport.about) if make else _any(passport)
    return tuple(one for one in made if one.sections) or (page("evidence"),)


def _any(passport: Passport) -> Iterable[Page]:
    """A node of which nothing more is known than its links."""
    yield evidence(passport)
    if passport.prior or passport.derivative:
        yield page("lineage", Section("", (*passport.prior, *passport.derivative)))
    yield page("where", Section("", passport.appearances))
    yield page("more", *related(passport))


def _method(passport: Passport, about: MethodAbout) -> Iterable[Page]:
    yield evidence(passport)
    yield page(
        "lineage",
        Section(_tr("Builds on"), _quoted(passport, passport.prior)),
        Section(_tr("Built on by"), _quoted(passport, passport.derivative)),
        Section(_tr("Compared with"), _quoted(passport, about.rivals)),
    )
    yield page("papers", *_paper_groups(about.papers, NodeKind.PAPER, _passive()))
    yield page("where", *_places(passport.appearances))
    names = tuple(
        LineRow(", ".join(group.forms), _in_words(worded(group.script), worded(group.kind)))
        for group in about.names
    )
    yield page(
        "more",
        Section(translated("Passport", _NAMES), names),
        *related(passport, frozenset({NodeKind.PAPER})),
    )


def _quoted(passport: Passport, near: Iterable) -> tuple[Row, ...]:
    """The sentences behind each neighbour; the neighbour itself where no statement is shown."""
    rows: list[Row] = []
    for row in near:
        ends = {passport.id, row.id}
        found = [
            s
            for s in passport.statements
            if {s.subject, s.object} == ends and s.words.replace(" ", "_") == row.predicate
        ]
        rows += [StatementRow(s, passport.id, not passport.sample) for s in found] or [row]
    return tuple(rows)


def _passive() -> dict[str, str]:
    return {
        "introduces": _tr("Introduced by"),
        "uses": _tr("Used by"),
        "evaluates_on": _tr("Evaluated on by"),
        "criticises": _tr("Criticised by"),
        "surveys": _tr("Surveyed by"),
        "names": _tr("Named by"),
    }


def _active() -> dict[str, str]:
    return {
        "introduces": _tr("Introduces"),
        "uses": _tr("Uses"),
        "evaluates_on": _tr("Evaluates on"),
        "criticises": _tr("Criticises"),
        "surveys": _tr("Surveys"),
        "names": _tr("Names"),
    }


def _paper_groups(groups: Iterable[PaperGroup], kind: NodeKind, heads: dict[str, str]) -> Iterable[Section]:
    for group in groups:
        rows = tuple(LineRow(name, target=node, kind=kind) for node, name in group.papers)
        yield Section(heads.get(group.predicate, group.predicate.replace("_", " ")), rows, group.total)


def _places(places: tuple[Appearance, ...]) -> Iterable[Section]:
    """Conference editions, what speaks of them, and the weeks, each under its head."""
    heads = {
        "venue": _tr("Conference editions"),
        "report": _tr("Reports"),
        "talk": _tr("Talks"),
        "study_group": _tr("Study groups"),
        "digest": _tr("Digest issues"),
    }
    for series, head in heads.items():
        yield Section(head, tuple(place for place in places if place.series == series))
    yield Section(_tr("Documents"), tuple(place for place in places if place.series not in heads))


def _paper(passport: Passport, about: PaperAbout) -> Iterable[Page]:
    yield evidence(passport)
    yield page(
        "where",
        Section(_tr("Editions and issues"), passport.appearances),
        Section(_tr("Named in"), about.places),
    )
    yield page("methods", *_paper_groups(about.methods, NodeKind.CONCEPT, _active()))
    yield page("questions", Section("", about.questions))
    alike = tuple(AlikeRow(passport.id, row) for row in about.similar)
    yield page("similar", Section("", alike))
    titles = tuple(LineRow(alias.form) for alias in passport.aliases)
    seen = frozenset({NodeKind.CONCEPT, NodeKind.EDITION, NodeKind.ISSUE})
    yield page("more", Section(_tr("Other titles"), titles), *related(passport, seen))


def papers_section(found: PaperPage, head: str = "") -> Section:
    """Papers of an edition or issue, and the way to the next ones."""
    shown = found.offset + len(found.papers)
    after = Wanted("papers", found.node, shown) if shown < found.total else None
    return Section(head, found.papers, found.total, after)


def _edition(passport: Passport, about: EditionAbout) -> Iterable[Page]:
    awards = tuple(LineRow(r.title, r.detail, r.id, NodeKind.PAPER) for r in about.awards)
    yield page(
        "papers",
        Section(_tr("Awards"), awards),
        papers_section(about.papers, _tr("Papers") if awards else ""),
    )
    yield page(
        "methods",
        Section(_tr("Methods"), about.methods, about.method_total),
        Section(_tr("Trends"), about.tags),
    )
    leads = tuple(
        LineRow(row.title, f"{worded(row.words)} · {row.issue_name}", row.paper, NodeKind.PAPER)
        for row in about.leads
    )
    yield page("first", Section(_tr("In a digest before the conference"), leads, about.lead_total))
    numbers = tuple(
        LineRow(number_words(n.words), n.edition if n.edition != passport.name else "", sentence=n.quote)
        for n in about.numbers
    )
    events: dict[str, list[Row]] = {}
    for event in about.events:
        kind = NodeKind.EDITION if event.edition else None
        events.setdefault(event.kind, []).append(
            LineRow(event.name, target=event.edition or event.passage, kind=kind)
        )
    yield page(
        "sources",
        Section(_tr("Stated of it"), numbers),
        Section(_tr("Documents"), about.documents),
        *(Section(worded(kind), tuple(rows)) for kind, rows in events.items()),
        *related(passport),
    )


def _issue(passport: Passport, about: IssueAbout) -> Iterable[Page]:
    yield page("papers", papers_section(about.papers))
    own = tuple(LineRow(name, target=node, kind=NodeKind.CONCEPT) for node, name in about.own_methods)
    yield page(
        "methods",
        Section(_tr("In its papers"), about.methods, about.method_total),
        Section(_tr("In its own words"), own),
        Section(_tr("Trends"), about.tags),
    )
    yield page("trends", *_trends(about.stated))
    yield page(
        "sources", *_renditions(passport.id, about.renditions), *_said(about.stated), *related(passport)
    )


def _document(passport: Passport, about: DocumentAbout) -> Iterable[Page]:
    yield page("text", text_section(about.text))
    yield page("trends", *_trends(about.stated))
    yield page("sources", *_renditions(passport.id, about.renditions), *_said(about.stated))
    yield evidence(passport)
    yield page("more", *related(passport))


def text_section(found: TextPage) -> Section:
    """Blocks of a document with the boilerplate folded, and the way to those around them."""
    rows: list[Row] = []
    for block in found.blocks:
        if block.kind != "furniture" or block.lit:
            rows.append(BlockRow(block, found.document))
        elif rows and isinstance(rows[-1], FoldedRow):
            rows[-1] = FoldedRow((*rows[-1].blocks, block))
        else:
            rows.append(FoldedRow((block,)))
    end = found.first + len(found.blocks)
    after = Wanted("text", found.document, end) if end < found.total else None
    before = Wanted("text", found.document, found.first, True) if found.first else None
    return Section("", tuple(rows), found.total, after, before, len(rows))


def _renditions(own: int, found: tuple[Rendition, ...]) -> Iterable[Section]:
    """The documents that are one with ``own``, or of which an issue was read; the way to read two of them."""
    rows = tuple(
        LineRow(r.title, _in_words(language_name(r.language), r.source), r.id, NodeKind.DOCUMENT)
        for r in found
        if r.id != own
    )
    yield Section(_tr("Renditions") if len(found) > 1 else _tr("Document"), rows)
    first = next((r for r in found if r.id == own), found[0] if found else None)
    words = _tr("Read {one} and {other} side by side")
    yield Section("", tuple(_side(first, r, words) for r in found if first is not None and r.id != first.id))


def _side(one: Rendition, other: Rendition, words: str) -> SideRow:
    names = {"one": language_name(one.language), "other": language_name(other.language)}
    return SideRow(one.id, other.id, words.format(**names))


def _said(stated: Stated) -> Iterable[Section]:
    numbers = tuple(LineRow(number_words(n.words), n.edition, sentence=n.quote) for n in stated.numbers)
    people = tuple(
        LineRow(p.name, _in_words(worded(p.role), p.affiliation), p.passage) for p in stated.people
    )
    yield Section(_tr("People"), people)
    yield Section(_tr("Stated numbers"), numbers)


def _trends(stated: Stated) -> Iterable[Section]:
    rows: list[Row] = []
    for trend in stated.trends:
        rows.append(LineRow(trend.label, "", trend.passage, None, trend.depth, is_head=True))
        rows += [LineRow("", question, None, None, trend.depth + 1) for question in trend.questions]
        rows += [LineRow(name, "", node, NodeKind.PAPER, trend.depth + 1) for node, name in trend.papers]
    if rows:
        yield Section(_tr("Trends it states"), tuple(rows), len(stated.trends), first=40)
    heads = {"rising": _tr("Terms said to rise"), "declining": _tr("Terms said to decline")}
    for direction, head in heads.items():
        terms = [term for term in stated.terms if term.direction == direction]
        yield Section(
            head, tuple(LineRow(t.term, _span(t.from_edition, t.to_edition), t.passage) for t in terms)
        )


def _span(first: str, last: str) -> str:
    return f"{first} → {last}" if first and last else first or last


def _person(passport: Passport, about: PersonAbout) -> Iterable[Page]:
    groups = dict(passport.neighbours)
    stands: dict[int, list[str]] = {}
    for place in passport.appearances:
        for paper, _title in place.papers:
            stands.setdefault(paper, []).append(place.name)
    papers = groups.get(NodeKind.PAPER, ())
    rows = tuple(LineRow(p.name, ", ".join(stands.get(p.id, ())), p.id, NodeKind.PAPER) for p in papers)
    yield page("papers", Section("", rows))
    yield page("people", Section(_tr("Wrote with"), about.coauthors))
    yield page("methods", Section("", about.methods))
    yield page("where", *_places(passport.appearances))
    yield page("more", *related(passport, frozenset({NodeKind.PAPER})))


def _tag(passport: Passport, about: TagAbout) -> Iterable[Page]:
    yield page(
        "carried",
        *(
            Section(
                kind_name(group.kind, True).capitalize(),
                tuple(LineRow(name, "", node, group.kind) for node, name in group.nodes),
                group.total,
            )
            for group in about.carried
        ),
        Section(_tr("By month"), tuple(LineRow(month, f"{n:,}") for month, n in about.months)),
    )


def _in_words(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


_MAKE = {
    MethodAbout: _method,
    PaperAbout: _paper,
    EditionAbout: _edition,
    IssueAbout: _issue,
    DocumentAbout: _document,
    PersonAbout: _person,
    TagAbout: _tag,
}
