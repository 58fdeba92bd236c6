"""Numbers that documents state of venue editions, and the papers that lists of these editions hold."""

from __future__ import annotations

import json
from collections.abc import Sequence

from explorer.store.engine import Reader

LISTED = """
    select e.series || ' ' || e.label, p.paper, p.status
    from edition e join presence p on p.edition = e.id
    join appearance a on a.id = p.appearance join document d on d.id = a.document
    where e.series_kind = 'venue' and d.kind = 'paper_list'
      and e.series || ' ' || e.label in (select value from json_each(?))
"""


def listed_papers(reader: Reader, editions: Sequence[str]) -> list[tuple[str, int, str]]:
    """(edition, work, status) of the papers that lists of some venue editions hold."""
    rows = reader.rows(LISTED, [json.dumps(list(editions))])
    return [(str(edition), paper, str(status)) for edition, paper, status in rows]


def stated_counts(reader: Reader, what: str, editions: Sequence[str]) -> list[tuple[str, float, str]]:
    """(edition, number, title of the document) of what documents of the library state of some editions."""
    return [
        (str(edition), value, str(title))
        for edition, value, title in reader.rows(
            """select distinct edition, value, d.title
               from statistic join document d on d.id = statistic.document
               where what = ? and edition in (select value from json_each(?))
               order by edition, value, d.title""",
            [what, json.dumps(list(editions))],
        )
    ]
