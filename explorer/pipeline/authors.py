"""Names in author lists → people, as documents state them and as a person decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from explorer.store import Store, nodes, person_names, works
from explorer.store.engine import Reader
from explorer.text.names import fold_name


@dataclass(frozen=True, slots=True)
class _Parted:
    """A name form of several people.

    Attributes:
        given: Paper -> the person to whom somebody gave it.
        circles: Person -> forms of the co-authors of the papers that were given to it.
    """

    given: dict[int, int]
    circles: dict[int, set[str]]


def write_people(store: Store, authors: Mapping[int, Sequence[str]]) -> set[int]:
    """Put people behind the author names of papers.

    A form that was split means, in a paper that nobody gave to one of its people, the only one of them
    whose co-authors the paper shares; else it stays with the form. Where such a form is among the names,
    all papers under it are looked at again.

    Returns:
        The papers and the people that were written.
    """
    lists = {paper: _forms(names) for paper, names in authors.items()}
    shared = person_names.shared_forms(store.reader, _all_keys(store.reader, lists))
    if shared:
        people = {person for owners in shared.values() for person in owners}
        more = person_names.papers_of(store.reader, people) - set(lists)
        found = person_names.authors_of(store.reader, more)
        lists |= {paper: _forms(names) for paper, names in found.items()}
        shared |= person_names.shared_forms(store.reader, {key for forms in lists.values() for key in forms})
    parted = _parted(store.reader, shared)
    people_of = nodes.ensure_people(store, {k: name for forms in lists.values() for k, name in forms.items()})
    rows = [
        (paper, list(dict.fromkeys(_who(paper, key, forms, parted) or people_of[key] for key in forms)))
        for paper, forms in lists.items()
    ]
    works.write_authors(store, rows)
    return set(lists) | {person for _, row in rows for person in row}


def forms_in(authors: Iterable[str]) -> set[str]:
    """The folded name forms of an author list."""
    return set(_forms(authors))


def _forms(authors: Iterable[str]) -> dict[str, str]:
    """Folded -> as written, in order."""
    return {key: name for name in authors if (key := fold_name(name))}


def _all_keys(reader: Reader, lists: Mapping[int, Mapping[str, str]]) -> set[str]:
    """Forms in the lists, and those under which the papers were given to somebody."""
    return {key for forms in lists.values() for key in forms} | person_names.forms_given(reader, lists)


def _parted(reader: Reader, shared: Mapping[str, set[int]]) -> dict[str, _Parted]:
    found = {key: _Parted({}, {}) for key in shared}
    if not found:
        return found
    given = person_names.given(reader, found)
    authors = person_names.authors_of(reader, {paper for paper, _ in given})
    for (paper, key), person in given.items():
        found[key].given[paper] = person
        forms = forms_in(authors.get(paper, ()))
        if key in forms:
            found[key].circles.setdefault(person, set()).update(forms - {key})
    return found


def _who(paper: int, key: str, forms: Mapping[str, str], parted: Mapping[str, _Parted]) -> int:
    """The person whom a split form means in a paper; 0 where it stays with the form, or was never split."""
    form = parted.get(key)
    if form is None:
        return 0
    if paper in form.given:
        return form.given[paper]
    near = [person for person, circle in form.circles.items() if not circle.isdisjoint(forms)]
    return near[0] if len(near) == 1 else 0
