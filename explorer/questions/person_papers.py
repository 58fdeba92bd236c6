"""The papers of an author in groups that may be several people, to split the author by."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import NodeId
from explorer.questions.name_form import paper_groups
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.person_names import authors_of


@dataclass(frozen=True, slots=True)
class GroupedPaper:
    """Attributes:
    authors: As the paper names them, in order.
    """

    id: NodeId
    title: str
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonPapers:
    """Attributes:
    groups: Papers that co-authors hold together, the largest group first; a paper that names nobody else
        is a group of its own.
    """

    id: NodeId
    name: str
    groups: tuple[tuple[GroupedPaper, ...], ...]


def person_papers(reader: Reader, person: NodeId) -> PersonPapers | None:
    """The papers of an author in groups; None where the author is gone."""
    found = nodes(reader, [person])
    if not found:
        return None
    groups = paper_groups(reader, person)
    every = [paper for group in groups for paper in group]
    authors = authors_of(reader, every)
    papers = {
        row.id: GroupedPaper(row.id, row.name, tuple(authors.get(row.id, ()))) for row in nodes(reader, every)
    }
    return PersonPapers(person, found[0].name, tuple(tuple(papers[p] for p in group) for group in groups))
