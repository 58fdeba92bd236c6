"""The passport of a method, model, dataset, benchmark, metric or task."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from explorer.model import NodeKind
from explorer.questions.evidence import Statement, quote, stated_in, statements_of
from explorer.questions.first_seen import FirstSeen, called
from explorer.questions.neighbourhood import Neighbour, spoken
from explorer.questions.passport_page import (
    About,
    Alias,
    Appearance,
    PaperGroup,
    Passport,
    in_words,
)
from explorer.questions.passport_places import grouped, place
from explorer.store import Reader
from explorer.store import passports as reads
from explorer.store.graph import nodes
from explorer.store.places import places_of_concept
from explorer.store.statements import QuoteLine, mentions_of

_MOST_MENTIONS = 40
_OLDER_OBJECT = ("builds_on", "variant_of")  #: the subject is the newer
_OLDER_SUBJECT = ("succeeded_by",)
_RIVAL = ("compared_with", "competes_with", "outperforms", "addresses_limit_of")
_NAMED_SOURCES, _NAMED_WEEKS = 5, 2
_ORDER = {"venue": 0, "report": 1, "talk": 2, "study_group": 3}


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Names of one script and kind: "latin", "acronym", ("RAG",)."""

    script: str
    kind: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MethodAbout(About):
    """Attributes:
    names: Its aliases by script and kind.
    papers: Papers that introduce, use, evaluate on, criticise, survey and name it.
    rivals: What it is compared with, competes with, outperforms or mends, either way.
    bridges: Names of the sources that it joins, dated ones first.
    """

    names: tuple[NameGroup, ...]
    papers: tuple[PaperGroup, ...]
    rivals: tuple[Neighbour, ...]
    bridges: tuple[str, ...]


def fill_method(reader: Reader, base: Passport, seen: FirstSeen) -> Passport:
    """The passport of a concept."""
    kind = reads.concept_kind(reader, base.id)
    places = tuple(place(row) for row in places_of_concept(reader, base.id))
    papers = grouped(reads.papers_on(reader, base.id))
    introduced = next((group.papers[0] for group in papers if group.predicate == "introduces"), None)
    said = statements_of(reader, base.id)
    aliases = tuple(Alias(*row) for row in reads.aliases(reader, base.id) if row[4] != "rejected")
    bridges = tuple(_source(p) for p in places)
    by = f"introduced by {introduced[1]}" if introduced else ""
    return replace(
        base,
        subtitle=in_words(kind, by, *seen.short),
        concept_kind=kind,
        aliases=tuple(alias for alias in aliases if alias.form != base.name),
        introduced_by=introduced,
        facts=tuple(_facts(places, seen)),
        appearances=places,
        prior=_related(reader, base.id, said, _OLDER_OBJECT, _OLDER_SUBJECT),
        derivative=_related(reader, base.id, said, _OLDER_SUBJECT, _OLDER_OBJECT),
        statements=said,
        mentions=tuple(_mention(base, line) for line in mentions_of(reader, base.id, _MOST_MENTIONS)),
        sample=reads.from_sample_only(reader, [i for group in papers for i, _ in group.papers]),
        about=MethodAbout(
            names_by_script(aliases), papers, _related(reader, base.id, said, _RIVAL, _RIVAL), bridges
        ),
    )


def _facts(places: Sequence[Appearance], seen: FirstSeen) -> Iterable[tuple[str, str]]:
    if seen.fact:
        yield "First seen", seen.fact
    if len(places) > 1:
        yield "Named in", f"{len(places)} sources: {_bridge(places)}"


def _bridge(places: Sequence[Appearance]) -> str:
    """What it joins, in a line: conferences, reports and notes by name, many weeks by their number."""
    weeks = [found for found in places if found.series == "digest"]
    others = sorted((p for p in places if p.series != "digest"), key=lambda p: _ORDER.get(p.series, 9))
    named = [_source(found) for found in others]
    told = list(map(_source, weeks)) if len(weeks) <= _NAMED_WEEKS else [f"{len(weeks)} weekly digests"]
    more = len(named) - _NAMED_SOURCES
    return "; ".join(
        [*named[:_NAMED_SOURCES], *([f"{more} more"] if more > 0 else []), *(told if weeks else [])]
    )


def _source(found: Appearance) -> str:
    """ "report ICML 2024 …", "week of 2024-04-29 – 05-05", "NeurIPS 2023"."""
    return called(found.series, found.name)


def names_by_script(aliases: Iterable[Alias]) -> tuple[NameGroup, ...]:
    """Names by script and kind, in the order in which they were found."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for alias in aliases:
        found.setdefault((alias.script, alias.kind), {})[alias.form] = None
    ordered = sorted(found, key=lambda key: (key[0] != "latin", key[0]))
    return tuple(NameGroup(script, kind, tuple(found[script, kind])) for script, kind in ordered)


def _related(
    reader: Reader,
    node: int,
    said: Iterable[Statement],
    as_subject: Sequence[str],
    as_object: Sequence[str],
) -> tuple[Neighbour, ...]:
    """Concepts at the other end of accepted links, by predicate and by which end the node is; each once."""
    found: dict[int, tuple[Statement, bool]] = {}
    for statement in said:
        predicate = statement.words.replace(" ", "_")
        forward = statement.subject == node
        if statement.status == "accepted" and predicate in (as_subject if forward else as_object):
            found.setdefault(statement.object if forward else statement.subject, (statement, forward))
    kinds = {row.id: row.kind for row in nodes(reader, found)}
    return tuple(
        Neighbour(
            other,
            s.object_name if forward else s.subject_name,
            NodeKind.CONCEPT,
            spoken(s.words.replace(" ", "_"), forward),
            len({q.document for q in s.quotes}),
            s.words.replace(" ", "_"),
        )
        for other, (s, forward) in found.items()
        if kinds.get(other) == NodeKind.CONCEPT
    )


def _mention(base: Passport, line: QuoteLine) -> Statement:
    subject, name = (line.paper, line.paper_title) if line.paper else (line.document, line.title)
    return Statement(
        subject or 0, name or "", base.id, base.name, "names", "names", stated_in(1), 1.0, (quote(line),)
    )
