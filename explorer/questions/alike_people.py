"""Alike people: two authors who may be one, because the names fit and they write with the same people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TypeAlias

from explorer.model import NodeId
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.people import circles, name_forms, said_of_people
from explorer.text.names import fold_name

MOST_PAIRS = 50  #: that are proposed; a person decides one after the other
_FEWEST_SHARED = 2  #: co-authors; a single one may itself be two people of one name


@dataclass(frozen=True, slots=True)
class AlikePeople:
    """Attributes:
    full: The one with the longer name, then ``short``.
    shared: People with whom both wrote.
    """

    full: NodeId
    short: NodeId
    shared: tuple[NodeId, ...]


def alike_people(reader: Reader, most: int = MOST_PAIRS) -> tuple[AlikePeople, ...]:
    """Pairs of authors who may be one person, those with most common co-authors first.

    "J. Smith" or "John Smith" may be "John A. Smith" where both wrote with two of the same people, no paper
    names both, nobody kept them apart, and no other author fits the shorter name as well.
    """
    pairs = list(_by_name(name_forms(reader)))
    said = said_of_people(reader, {person for pair in pairs for person in pair})
    circle = circles(reader, {person for pair in pairs for person in pair})
    found = []
    for full, short in pairs:
        (papers, people), (others, known) = (
            circle.get(full, (set(), set())),
            circle.get(short, (set(), set())),
        )
        shared = people & known - {full, short}
        is_free = not papers & others and (min(full, short), max(full, short)) not in said
        if len(shared) >= _FEWEST_SHARED and is_free:
            found.append(AlikePeople(full, short, tuple(sorted(shared))))
    rivals = Counter(pair.short for pair in found)
    names = {
        row.id: row.name for row in nodes(reader, [p for pair in found for p in (pair.full, pair.short)])
    }
    clear = [
        pair for pair in found if rivals[pair.short] == 1 and not _is_cut(names[pair.full], names[pair.short])
    ]
    return tuple(sorted(clear, key=lambda pair: (-len(pair.shared), pair.full, pair.short))[:most])


def fitting(reader: Reader, person: NodeId) -> tuple[NodeId, ...]:
    """Who else the names of a person fit; those with most common co-authors first, most without one."""
    forms = name_forms(reader)
    mine = [key.split() for owner, key in forms if owner == person]
    near = {owner for owner, key in forms if owner != person and any(_fit(own, key.split()) for own in mine)}
    circle = circles(reader, {*near, person})
    papers, people = circle.get(person, (set(), set()))
    apart = [other for other in near if not circle.get(other, (set(), set()))[0] & papers]
    return tuple(
        sorted(apart, key=lambda other: (-len(circle[other][1] & people) if other in circle else 0, other))
    )


def _by_name(forms: Iterable[tuple[int, str]]) -> Iterator[tuple[NodeId, NodeId]]:
    """(longer name, shorter name) of people whose names fit, each pair once."""
    groups: dict[tuple[str, str], list[tuple[int, list[str]]]] = defaultdict(list)
    for person, key in forms:
        words = key.split()
        if len(words) > 1:
            groups[words[-1], words[0][0]].append((person, words))
    seen = set()
    for group in groups.values():
        for (a, mine), (b, theirs) in _comparable(group):
            pair = (a, b) if len("".join(mine)) >= len("".join(theirs)) else (b, a)
            if a != b and pair not in seen and _fit(mine, theirs):
                seen.add(pair)
                yield pair


_Form: TypeAlias = "tuple[int, list[str]]"


def _comparable(group: Sequence[_Form]) -> Iterator[tuple[_Form, _Form]]:
    """Forms of one family name and initial that have the same given name, or of which one has only that."""
    given: dict[str, list[_Form]] = defaultdict(list)
    for form in sorted(group):
        given[form[1][0]].append(form)
    for name, forms in given.items():
        yield from combinations(forms, 2)
        if len(name) == 1:
            yield from product(forms, (other for full in given if full != name for other in given[full]))


def _fit(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two different folded names can be one: the same family name, given names or their initials.

    One of them has the first given name in full; a middle name may be missing.
    """
    if a == b or len(a) < 2 or len(b) < 2 or a[-1] != b[-1] or len(a[0]) == len(b[0]) == 1:
        return False
    return all(
        one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
        for one, other in zip(a[:-1], b[:-1], strict=False)
    )


def _is_cut(full: str, short: str) -> bool:
    """Whether the shorter name has half of a given name with a hyphen: "Zhi" is not "Zhi-Hua"."""
    given = full.split()[0]
    return "-" in given and len(fold_name(short).split()[0]) > 1 and not short.startswith(given)
