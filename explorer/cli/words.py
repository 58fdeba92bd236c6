"""Answers as plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.questions.evidence import Statement
from explorer.questions.passport import Passport
from explorer.questions.search import SearchAnswer

_MOST = 12


def search_lines(answer: SearchAnswer) -> Iterator[str]:
    """One hit a line, its passage below."""
    for hit in answer.hits:
        yield f"{hit.id:>7}  {hit.kind:<8}  {hit.title}"
        if hit.snippet:
            yield f"         {hit.snippet}"
    if not answer.hits:
        yield f"Nothing holds “{answer.query}”."


def passport_lines(page: Passport) -> Iterator[str]:
    """A passport from top to bottom."""
    yield page.name
    yield page.subtitle
    if page.sample:
        yield "(from text that was written for the app)"
    if page.aliases:
        yield "Also: " + ", ".join(alias.form for alias in page.aliases)
    yield from (f"{label}: {value}" for label, value in page.facts)
    yield from (f"Needs you: {words}" for words in page.waits)
    if page.people:
        yield (
            "Authors: "
            + ", ".join(name for _, name in page.people)
            + ("" if page.authors_complete else ", …")
        )
    if page.tags:
        yield "Tags: " + ", ".join(name for _, name in page.tags)
    yield from (f"{words}: {address}" for words, address in page.links)
    if page.abstract:
        yield ""
        yield page.abstract
    yield from _sections(page)


def _sections(page: Passport) -> Iterator[str]:
    for title, neighbours in (("Builds on", page.prior), ("Built on by", page.derivative)):
        if neighbours:
            yield f"{title}: " + ", ".join(n.name for n in neighbours)
    if page.statements:
        yield ""
        yield f"Stated ({len(page.statements)})"
        for statement in page.statements[:_MOST]:
            yield from _statement_lines(statement)
    if page.appearances:
        yield ""
        yield "Where"
        for place in page.appearances:
            detail = " · ".join(filter(None, (place.date, place.role, place.detail)))
            papers = f" ({len(place.papers)} papers)" if place.papers else ""
            yield f"  {place.name}{papers}{f'  {detail}' if detail else ''}"
    for kind, group in page.neighbours:
        yield ""
        yield kind.name.capitalize()
        yield from (f"  {n.words}: {n.name}" for n in group[:_MOST])


def _statement_lines(statement: Statement) -> Iterator[str]:
    yield f"  {statement.subject_name} {statement.words} {statement.object_name} ({statement.trust})"
    for quote in statement.quotes[:2]:
        marks = ", machine-written" if quote.machine else ""
        yield f"    “{quote.sentence}” — {quote.source}{marks}"
