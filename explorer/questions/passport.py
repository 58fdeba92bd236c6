"""Passport: everything the library knows of one node, with its sentences."""

from __future__ import annotations

from dataclasses import replace

from explorer.errors import NotFound
from explorer.model import NodeKind
from explorer.questions.first_seen import first_seen
from explorer.questions.lifeline import LIVING, lifeline
from explorer.questions.lookup import find_node
from explorer.questions.neighbourhood import neighbours_by_kind
from explorer.questions.passport_edition import fill_edition
from explorer.questions.passport_issue import fill_document, fill_issue
from explorer.questions.passport_method import fill_method
from explorer.questions.passport_page import Alias, Appearance, Passport
from explorer.questions.passport_paper import fill_paper
from explorer.questions.passport_person import fill_person, fill_tag
from explorer.questions.passport_places import PAPERS_SHOWN
from explorer.questions.regions import region_of
from explorer.store import Reader
from explorer.store import passports as reads
from explorer.store.graph import nodes
from explorer.store.reading import marks_on

__all__ = ["Alias", "Appearance", "Passport", "passport", "passport_of"]

_FILL = {
    NodeKind.PERSON: fill_person,
    NodeKind.TAG: fill_tag,
}
_HOLDERS = (NodeKind.EDITION, NodeKind.ISSUE)  #: thousands of papers: no neighbours, but pages


def passport(reader: Reader, node: int, at: int | None = None, papers: int = PAPERS_SHOWN) -> Passport:
    """The passport of a node of any kind; NotFound where there is none.

    Args:
        at: For a document: the character of its source at which its text is opened.
        papers: For an edition or issue: how many papers are listed.
    """
    rows = nodes(reader, [node])
    if not rows:
        raise NotFound(f"There is nothing with the id {node}.", "It may have been removed by an undo.")
    kind = NodeKind(rows[0].kind)
    groups = neighbours_by_kind(reader, node) if kind not in _HOLDERS else ()
    carried, marks = reads.tags_on(reader, node), marks_on(reader, node)
    tags = tuple((tag, name) for tag, name, _, _ in carried)
    looks = tuple((colour, is_claimed) for *_, colour, is_claimed in carried)
    base = Passport(
        kind,
        node,
        rows[0].name,
        neighbours=groups,
        tags=tags,
        tag_looks=looks,
        note=marks.note,
        reading=marks.state,
    )
    if kind is NodeKind.DOCUMENT:
        return fill_document(reader, base, at)
    if kind in _HOLDERS:
        return (fill_edition if kind is NodeKind.EDITION else fill_issue)(reader, base, papers)
    page = _living(reader, base) if kind in LIVING else _FILL[kind](reader, base)
    return replace(page, region=region_of(reader, node, kind))


def _living(reader: Reader, base: Passport) -> Passport:
    """The passport of a paper or method, with its lifeline and what that says of when it was first seen."""
    line = lifeline(reader, base.id)
    seen = first_seen(line)
    is_paper = base.kind is NodeKind.PAPER
    page = fill_paper(reader, base) if is_paper else fill_method(reader, base, seen)
    return replace(
        page,
        first_seen=(seen.day, seen.place.name) if seen.place else ("", ""),
        first_preprint=(seen.arxiv.known, seen.arxiv.name) if seen.arxiv else ("", ""),
        lifeline=line,
    )


def passport_of(reader: Reader, words: str, at: int | None = None, papers: int = PAPERS_SHOWN) -> Passport:
    """The passport of the one node that an id, a name or a title means."""
    return passport(reader, find_node(reader, words), at, papers)
