"""People as their papers show them."""

from __future__ import annotations

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
