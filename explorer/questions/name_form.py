"""Whether an author of the library is one person: a name form is, once papers under it share a co-author."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from explorer.store import Reader
from explorer.store.people import coauthors_by_paper
from explorer.text.names import fold_name

_MOST_SIZES = 4  #: of groups that are told


@dataclass(frozen=True, slots=True)
class NameForm:
    """Attributes:
    papers: How many papers stand under the name.
    groups: Sizes of the groups of papers that co-authors hold together, largest first.
    alone: Papers that name no other author, so that nothing can be said of them.
    is_full: The name has a given name and a family name, not only initials.
    """

    papers: int
    groups: tuple[int, ...]
    alone: int
    is_full: bool

    @property
    def is_one_person(self) -> bool:
        return self.is_full and len(self.groups) == 1 and self.groups[0] > 1 and not self.alone

    @property
    def words(self) -> str:
        """What can be said of its identity."""
        if self.is_one_person:
            return f"One person: the {self.papers} papers share co-authors."
        if self.papers <= 1:
            more = "" if self.is_full else ", and a short one"
            return f"A name form{more}: it may stand for several people."
        return f"May be several people: {_told(self)}."


def name_form(reader: Reader, person: int, name: str) -> NameForm:
    """What the papers of a person say of who it is."""
    papers = coauthors_by_paper(reader, person)
    groups = [len(group) for group in _groups({p: others for p, others in papers.items() if others})]
    alone = sum(not others for others in papers.values())
    words = fold_name(name).split()
    is_full = len(words) > 1 and all(len(word) > 1 for word in (words[0], words[-1]))
    return NameForm(len(papers), tuple(sorted(groups, reverse=True)), alone, is_full)


def paper_groups(reader: Reader, person: int) -> tuple[tuple[int, ...], ...]:
    """The papers of a person, in groups that co-authors hold together, largest first.

    A paper that names nobody else is a group of its own.
    """
    groups = _groups(coauthors_by_paper(reader, person))
    return tuple(tuple(sorted(group)) for group in sorted(groups, key=lambda g: (-len(g), min(g))))


def _groups(papers: Mapping[int, Set[int]]) -> list[list[int]]:
    """The groups of papers that are linked by a shared co-author."""
    groups: list[tuple[set[int], list[int]]] = []
    for paper in sorted(papers):
        people, members = set(papers[paper]), [paper]
        apart = []
        for others, held in groups:
            if others.isdisjoint(people):
                apart.append((others, held))
            else:
                people |= others
                members = held + members
        groups = [*apart, (people, members)]
    return [members for _, members in groups]


def _told(form: NameForm) -> str:
    if not form.groups:
        return f"none of its {form.papers} papers names a co-author"
    alone = f", {form.alone} of {form.papers} papers name nobody else" if form.alone else ""
    if len(form.groups) == 1:
        short = "" if form.is_full else "a short name"
        return (short + alone).removeprefix(", ")
    sizes = ", ".join(map(str, form.groups[:_MOST_SIZES])) + (" …" if len(form.groups) > _MOST_SIZES else "")
    return f"{len(form.groups)} groups of papers ({sizes}) share no co-author{alone}"
