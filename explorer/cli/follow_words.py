"""Followed sources and what reading them again brought, as plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from explorer.cli.report_words import count
from explorer.ops.following import FAILED, NEW, NOTHING_NEW, Followed, RefreshReport, SourceNews
from explorer.ops.public_sources import PublicSource

_MOST = 30  #: names of one kind; ``--json`` has them all
_OUTCOMES = {
    "": "not read yet",
    "new": "new papers: {papers}",
    "unchanged": "unchanged",
    "nothing_new": "changed, nothing new",
    "failed": "not read: {why}",
}


def followed_lines(sources: Sequence[Followed]) -> Iterator[str]:
    """A line for each followed source, its word below."""
    for one in sources:
        read = one.last.at[:16].replace("T", " ") or "never"
        state = _OUTCOMES[one.last.outcome].format(papers=one.last.papers, why=one.last.why)
        yield f"{one.name}  ({one.kind}{f', {one.edition}' if one.edition else ''})  read: {read}  {state}"
        if one.word != one.name:
            yield f"    {one.word}"
    if not sources:
        yield "Nothing is followed. Follow a source with: paper-explorer follow LIBRARY SOURCE"


def source_lines(sources: Sequence[PublicSource]) -> Iterator[str]:
    """A line for each public source, its address below."""
    for one in sources:
        yield f"{one.name}  ({one.kind}{_edition(one)})"
        yield f"    {one.address}"
    if not sources:
        yield "No public source is known by these words."


def refresh_lines(report: RefreshReport) -> Iterator[str]:
    """What is new of each source; a line for each that brought nothing."""
    for source in report.sources:
        yield from _source_lines(source)
    yield _sum(report)


def _source_lines(source: SourceNews) -> Iterator[str]:
    if source.outcome == NEW:
        yield f"{source.name}: {_counts(source)}"
        yield from _named("paper", source.papers)
        yield from _named("method", source.methods)
        yield from _named(
            "link", (f"{x.subject} {x.predicate.replace('_', ' ')} {x.object}" for x in source.links)
        )
        yield from _named("claim", (" ".join(claim.split()) for claim in source.claims))
    elif source.outcome == NOTHING_NEW:
        yield f"{source.name}: changed, but nothing in it is new"
    elif source.outcome != FAILED:
        yield f"{source.name}: unchanged"
    for failure in source.failed:
        yield f"Not read: {failure.source}: {failure.why} {failure.hint}".rstrip()


def _counts(source: SourceNews) -> str:
    kinds = (
        (source.papers, "new paper"),
        (source.methods, "new method"),
        (source.links, "new link"),
        (source.claims, "new claim"),
    )
    said = [count(len(names), word) for names, word in kinds if names]
    return ", ".join(said) or f"{count(len(source.documents), 'document')} changed, with nothing new"


def _named(kind: str, names: Iterable[str]) -> Iterator[str]:
    every = list(names)
    yield from (f"  {kind}: {name}" for name in every[:_MOST])
    if len(every) > _MOST:
        yield f"  … and {len(every) - _MOST:,} more of these (--json lists them all)"


def _sum(report: RefreshReport) -> str:
    if report.stopped:
        return f"Stopped: {count(report.left, 'source')} not read. What was read before stays."
    papers = sum(len(source.papers) for source in report.sources)
    unread = sum(source.outcome == FAILED for source in report.sources)
    failed = f"; {count(unread, 'source')} not read" if unread else ""
    return f"{count(len(report.sources), 'source')}: {count(papers, 'new paper')}{failed}."


def _edition(source: PublicSource) -> str:
    return f', --edition "{source.edition}"' if source.edition else ""
