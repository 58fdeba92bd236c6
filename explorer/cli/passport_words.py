"""A passport as plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from explorer.questions.evidence import Statement
from explorer.questions.passport import Passport
from explorer.questions.passport_edition import EditionAbout
from explorer.questions.passport_issue import DocumentAbout, IssueAbout
from explorer.questions.passport_method import MethodAbout
from explorer.questions.passport_page import Count, PaperGroup, PaperPage, counted
from explorer.questions.passport_paper import Alike, PaperAbout
from explorer.questions.passport_person import PersonAbout, TagAbout
from explorer.questions.passport_stated import Stated
from explorer.questions.passport_text import TextPage

_MOST = 12
_GROUP = {
    "introduces": ("Introduced by", "Introduces"),
    "uses": ("Used by", "Uses"),
    "evaluates_on": ("Evaluated on by", "Evaluates on"),
    "criticises": ("Criticised by", "Criticises"),
    "surveys": ("Surveyed by", "Surveys"),
    "names": ("Named by", "Names"),
}


def passport_lines(page: Passport) -> Iterator[str]:
    """A passport from top to bottom."""
    yield from _head(page)
    yield from _own(page)
    if page.statements:
        yield from ("", f"Stated ({len(page.statements)})")
        for statement in page.statements[:_MOST]:
            yield from _statement(statement)
        yield from _left(len(page.statements), _MOST)
    if page.appearances and not isinstance(page.about, EditionAbout | IssueAbout):
        yield from ("", f"Where ({len(page.appearances)})")
        for place in page.appearances:
            detail = " · ".join(filter(None, (place.when, place.role, place.detail)))
            papers = f" ({counted(len(place.papers), 'paper')})" if place.papers else ""
            yield f"  {place.name}{papers}{f'  {detail}' if detail else ''}"
    for kind, group in page.neighbours:
        yield from ("", kind.name.capitalize())
        yield from (f"  {n.words}: {n.name}" for n in group[:_MOST])
        yield from _left(len(group), _MOST)


def _head(page: Passport) -> Iterator[str]:
    yield page.name
    yield page.subtitle
    if page.sample:
        yield "(from text that was written for the app)"
    if page.aliases and not isinstance(page.about, MethodAbout):
        yield "Also: " + ", ".join(alias.form for alias in page.aliases)
    yield from (f"{label}: {value}" for label, value in page.facts)
    if page.region is not None:
        none_yet = "none yet: similarity was computed before it came (run embed)"
        yield f"Region: {page.region.name if page.region.is_known else none_yet}"
    yield from (f"Needs you: {words}" for words in page.waits)
    if page.people:
        more = "" if page.authors_complete else ", …"
        yield "Authors: " + ", ".join(name for _, name in page.people) + more
    if page.tags:
        yield "Tags: " + ", ".join(name for _, name in page.tags)
    yield from (f"{words}: {address}" for words, address in page.links)
    if page.abstract:
        yield from ("", page.abstract)


def _own(page: Passport) -> Iterator[str]:
    """What only its kind has."""
    match page.about:
        case MethodAbout() as about:
            yield from _method(page, about)
        case PaperAbout() as about:
            yield from _paper(about)
        case EditionAbout() as about:
            yield from _edition(about)
        case IssueAbout() as about:
            yield from _page(about.papers)
            yield from _counts("Methods", about.methods)
            yield from _stated(about.stated)
        case DocumentAbout() as about:
            yield from _stated(about.stated)
            yield from _text(about.text)
        case PersonAbout() as about:
            yield from _counts("Wrote with", about.coauthors)
            yield from _counts("Methods", about.methods)
        case TagAbout() as about:
            for group in about.carried:
                yield from _list(group.kind.name.capitalize(), [n for _, n in group.nodes], group.total)
            yield from _list(
                "By month", [f"{month}  {n:,}" for month, n in about.months], 0, len(about.months)
            )


def _method(page: Passport, about: MethodAbout) -> Iterator[str]:
    for group in about.names:
        yield f"Also ({group.script}, {group.kind}): " + ", ".join(group.forms)
    for title, near in (("Builds on", page.prior), ("Built on by", page.derivative)):
        if near:
            yield f"{title}: " + ", ".join(n.name for n in near)
    if about.rivals:
        yield "Beside: " + ", ".join(f"{n.words} {n.name}" for n in about.rivals)
    yield from _groups(about.papers, 0)


def _paper(about: PaperAbout) -> Iterator[str]:
    yield from _groups(about.methods, 1)
    if about.places:
        yield from ("", f"Named in ({len(about.places)})")
        for place in about.places[:_MOST]:
            rank = f"no. {place.rank}" if place.rank else ""
            parts = [place.role, rank, place.when, place.section, *place.trends]
            yield f"  {place.name}  {' · '.join(filter(None, parts))}"
        yield from _left(len(about.places), _MOST)
    if about.questions:
        yield from ("", f"Questions and answers ({len(about.questions)})")
        for pair in about.questions:
            yield f"  Q {pair.question}"
            yield f"  A {pair.answer}{'  (machine-written)' if pair.machine else ''}"
    yield from _list("Similar", [_alike(row) for row in about.similar])


def _alike(row: Alike) -> str:
    both = ", ".join(f"{reason.text} ({reason.weight:.2f})" for reason in row.reasons)
    return f"{row.percentile:6.2f} %  {row.title}" + (f"  both: {both}" if both else "")


def _edition(about: EditionAbout) -> Iterator[str]:
    yield from _list("Awards", [f"{line.detail}: {line.title}" for line in about.awards])
    yield from _list("Stated", [f"{n.words} — “{n.quote.sentence}”, {n.quote.source}" for n in about.numbers])
    yield from _counts("Methods", about.methods)
    yield from _counts("Tags", about.tags)
    leads = [f"{row.words}: {row.title} ({row.issue_name})" for row in about.leads]
    yield from _list("In a digest before the conference", leads, about.lead_total)
    yield from _list("Events", [f"{event.kind}: {event.name}" for event in about.events])
    yield from _counts("Documents", about.documents)
    yield from _page(about.papers)


def _page(found: PaperPage) -> Iterator[str]:
    if not found.papers:
        return
    yield from ("", f"Papers: showing {len(found.papers):,} of {found.total:,}")
    for line in found.papers:
        yield f"  {line.title}{f'  {line.detail}' if line.detail else ''}"
    if len(found.papers) < found.total:
        yield f"  … {found.total - len(found.papers):,} more: --papers {found.total}"


def _stated(stated: Stated) -> Iterator[str]:
    yield from _list("People", [f"{p.role}: {p.name}" for p in stated.people])
    yield from _list("Stated numbers", [f"{n.edition} {n.words}" for n in stated.numbers])
    if stated.trends:
        yield from ("", f"Trends ({len(stated.trends)})")
    for trend in stated.trends:
        indent = "  " * (trend.depth + 1)
        yield f"{indent}{trend.label}"
        yield from (f"{indent}  ? {question}" for question in trend.questions)
        yield from (f"{indent}  - {title}" for _, title in trend.papers)
    for direction in ("rising", "declining"):
        terms = [term.term for term in stated.terms if term.direction == direction]
        if terms:
            yield from ("", f"Said to be {direction} ({len(terms)}): {', '.join(terms)}")


def _text(text: TextPage) -> Iterator[str]:
    yield from ("", f"Text, {counted(text.total, 'block')}")
    for block in text.blocks:
        if block.kind != "furniture":
            mark = "> " if block.lit else "  "
            yield f"{mark}{block.text}{'  (machine-written)' if block.machine else ''}"
    shown = text.first + len(text.blocks)
    if shown < text.total:
        yield f"  … {text.total - shown:,} more; --at OFFSET opens it at a character"


def _groups(groups: Sequence[PaperGroup], way: int) -> Iterator[str]:
    for group in groups:
        head = _GROUP.get(group.predicate, (group.predicate, group.predicate))[way]
        yield from _list(head, [title for _, title in group.papers], group.total)


def _counts(head: str, found: Sequence[Count]) -> Iterator[str]:
    yield from _list(head, [f"{row.name}  {row.count:,}" for row in found])


def _list(head: str, lines: Sequence[str], total: int = 0, most: int = _MOST) -> Iterator[str]:
    if lines:
        yield from ("", f"{head} ({total or len(lines):,})")
        yield from (f"  {line}" for line in lines[:most])
        yield from _left(total or len(lines), most)


def _left(total: int, shown: int) -> Iterable[str]:
    return [f"  … {total - shown:,} more"] if total > shown else []


def _statement(statement: Statement) -> Iterator[str]:
    yield f"  {statement.subject_name} {statement.words} {statement.object_name} ({statement.trust})"
    for quote in statement.quotes[:2]:
        marks = ", machine-written" if quote.machine else ""
        yield f"    “{quote.sentence}” — {quote.source}{marks}"
