"""People as their papers show them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from explorer.store.engine import Reader

WITH_COAUTHORS = """
    select mine.paper, other.person from paper_author mine
    left join paper_author other on other.paper = mine.paper and other.person <> mine.person
    where mine.person = ? order by mine.paper, other.person
"""


def coauthors_by_paper(reader: Reader, person: int) -> dict[int, set[int]]:
    """Paper -> who else wrote it, for the papers of a person; an empty set where nobody else is named."""
    found: dict[int, set[int]] = {}
    for paper, other in reader.rows(WITH_COAUTHORS, [person]):
        others = found.setdefault(paper, set())
        if other is not None:
            others.add(other)
    return found


def name_forms(reader: Reader) -> list[tuple[int, str]]:
    """(person, folded name form) of everybody; where somebody decided, of the one who takes papers."""
    rows = reader.rows(
        """select id, key from node where kind = 2 and key is not null
           union all select n.id, k.key from node n join person_name k on k.person = n.id
           where n.kind = 2 and n.key is null and k.takes = 1"""
    )
    return [(person, str(key)) for person, key in rows]


def circles(reader: Reader, people: Iterable[int]) -> dict[int, tuple[set[int], set[int]]]:
    """Person -> (papers, people with whom they wrote them)."""
    found: dict[int, tuple[set[int], set[int]]] = {}
    for person, paper, other in reader.rows(
        """select mine.person, mine.paper, other.person from paper_author mine
           left join paper_author other on other.paper = mine.paper and other.person <> mine.person
           where mine.person in (select value from json_each(?))""",
        [json.dumps(sorted(set(people)))],
    ):
        papers, others = found.setdefault(person, (set(), set()))
        papers.add(paper)
        others |= set() if other is None else {other}
    return found


def said_of_people(reader: Reader, people: Iterable[int]) -> set[tuple[int, int]]:
    """Pairs of people on which somebody decided, the smaller id first."""
    rows = reader.rows(
        "select a, b from same_as where a in (select value from json_each(?)) and decision = 'split'",
        [json.dumps(sorted(set(people)))],
    )
    return {(min(a, b), max(a, b)) for a, b in rows}


def papers_by_date(reader: Reader, people: Iterable[int]) -> list[tuple[int, int]]:
    """(person, paper) of some people, the newest papers first."""
    rows = reader.rows(
        """select a.person, a.paper from paper_author a left join measure m on m.node = a.paper
           where a.person in (select value from json_each(?)) order by a.person, m.date desc, a.paper""",
        [json.dumps(sorted(set(people)))],
    )
    return [(person, paper) for person, paper in rows]
