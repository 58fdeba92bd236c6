"""A method's passport in the exchange format that scripts rely on."""

from __future__ import annotations

from explorer.model import NodeKind
from explorer.questions.dump import Json
from explorer.questions.evidence import Quote, Statement
from explorer.questions.lookup import find_node
from explorer.questions.passport import Appearance, Passport, passport
from explorer.questions.passport_method import MethodAbout
from explorer.store import Reader
from explorer.store.dump import asserted


def method_passport(reader: Reader, name: str) -> Passport:
    """The passport of the one concept that a name means."""
    return passport(reader, find_node(reader, name, NodeKind.CONCEPT))


def method(reader: Reader, name: str) -> dict[str, Json]:
    """INTERFACE ``method --json``."""
    page = method_passport(reader, name)
    about = page.about
    assert isinstance(about, MethodAbout)
    day, document = page.first_seen
    known = asserted(reader, [statement.link for statement in page.statements])
    return {
        "id": page.id,
        "name": page.name,
        "kind": page.concept_kind,
        "aliases": [
            {"form": a.form, "language": a.language, "script": a.script, "kind": a.kind, "status": a.status}
            for a in page.aliases
        ],
        "introduced_by": page.introduced_by[0] if page.introduced_by else None,
        "first_seen": {"date": day or None, "document": document or None, "arxiv": _preprint(page)},
        "names": [
            {"script": group.script, "kind": group.kind, "forms": list(group.forms)} for group in about.names
        ],
        "papers": {
            group.predicate: {"total": group.total, "titles": [title for _, title in group.papers]}
            for group in about.papers
        },
        "bridges": list(about.bridges),
        "appearances": [_appearance(place) for place in page.appearances],
        "prior": [n.name for n in page.prior],
        "derivative": [n.name for n in page.derivative],
        "rivals": [{"name": n.name, "words": n.words} for n in about.rivals],
        "links": [
            _link(statement, said) for statement in page.statements if (said := known.get(statement.link))
        ],
    }


def _preprint(page: Passport) -> Json:
    day, name = page.first_preprint
    return {"date": day, "document": name} if day else None


def _appearance(place: Appearance) -> Json:
    key = "edition" if place.kind == NodeKind.EDITION else "document"
    return {key: place.name, "date": place.date or None, "papers": [title for _, title in place.papers]}


def _link(statement: Statement, said: tuple[str, int, str]) -> Json:
    predicate, polarity, asserted_by = said
    return {
        "link": statement.link,
        "subject": statement.subject,
        "subject_name": statement.subject_name,
        "predicate": predicate,
        "object": statement.object,
        "object_name": statement.object_name,
        "polarity": polarity,
        "confidence": statement.confidence,
        "asserted_by": asserted_by,
        "status": statement.status,
        "evidence": [_span(q) for q in statement.quotes],
    }


def _span(quote: Quote) -> Json:
    return {"document": quote.document, "start": quote.start, "end": quote.end, "exact": quote.exact}
