"""Reads for lead times: every paper and concept in digests and conferences, over the whole library."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from explorer.store.engine import Reader
from explorer.store.lifelines import PLACE, SCOPE, PlaceRow, introduced_where, named_where

KINDS: Final = ("digest", "venue")  #: kinds of series between which a lead is counted

PAPERS = f"""
    select p.paper, p.edition, p.paper, 'paper', {PLACE}
    from edition e cross join presence p on p.edition = e.id
    cross join appearance a on a.id = p.appearance cross join document d on d.id = a.document
    where e.series_kind in {SCOPE}
"""
ALL_INTRODUCED = introduced_where(f"e.series_kind in {SCOPE}")
ALL_NAMED = named_where(
    source="mention m cross join block b on b.id = m.block", which=f"e.series_kind in {SCOPE}"
)
ALL_OWN_WORDS = """
    select m.concept, e.id, null, 'own words', d.id, d.kind, '', m.start, m."end", m.exact, min(m.id)
    from edition e cross join document d on d.issue = e.id cross join block b on b.document = d.id
    cross join mention m on m.block = b.id
    where e.series_kind in (select value from json_each(?1)) and b.appearance is null
    group by m.concept, e.id
"""


def all_papers(reader: Reader) -> list[PlaceRow]:
    """Papers in digests and conference editions."""
    return _places(reader, (PAPERS,))


def all_concepts(reader: Reader) -> list[PlaceRow]:
    """Concepts in digests and conference editions, those of their own papers first."""
    return _places(reader, (ALL_INTRODUCED, ALL_NAMED, ALL_OWN_WORDS))


def _places(reader: Reader, queries: Iterable[str]) -> list[PlaceRow]:
    kinds = json.dumps(KINDS)
    return [PlaceRow(*row[:10]) for sql in queries for row in reader.rows(sql, [kinds])]
