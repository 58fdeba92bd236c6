"""When a place was: the one rule that lanes, lifelines, passports, filters and slices share.

A conference and an issue of a digest are dated by their period; a talk, a report, an article or notes by the
day on which they were given or written. Where no document states that day, the days of the edition that they
are about stand for it, and the name of that edition goes with them: such a day is told as a month.

The fragments expect an ``edition`` as e or a ``document`` as d.
"""

from __future__ import annotations

from typing import Final

_MONTH: Final = len("2023-12")
_IS_DIGEST: Final = "d.kind in ('weekly_digest', 'study_notes')"
_FIRST: Final = f"iif({_IS_DIGEST}, coalesce(nullif(d.covers_from, ''), d.date), d.date)"
_LAST: Final = (
    f"iif({_IS_DIGEST}, coalesce(nullif(d.covers_to, ''), nullif(d.covers_from, ''), d.date), d.date)"
)
_ABOUT: Final = "coalesce(json_extract(d.editions, '$[0]'), '')"
_TO: Final = "coalesce(nullif(d.covers_to, ''), d.covers_from)"
_OF_ISSUE: Final = "from document d where d.issue = e.id"

#: ISO days of a document, "" unknown, and the edition that stands for them, "" where they are its own
DOCUMENT_DAY: Final = f"coalesce(nullif({_FIRST}, ''), d.covers_from)"
DOCUMENT_LAST: Final = f"coalesce(nullif({_LAST}, ''), nullif(d.covers_to, ''), d.covers_from)"
DOCUMENT_BY: Final = f"iif({_FIRST} = '' and d.covers_from <> '', {_ABOUT}, '')"

#: the same of an edition or issue: its own, else those of the documents that it was read from
EDITION_DAY: Final = f"""coalesce(nullif(e.date_from, ''),
        (select min({_FIRST}) {_OF_ISSUE} and {_FIRST} <> ''),
        (select min(d.covers_from) {_OF_ISSUE} and d.covers_from <> ''), '')"""
EDITION_LAST: Final = f"""coalesce(nullif(e.date_to, ''), nullif(e.date_from, ''),
        (select max({_LAST}) {_OF_ISSUE} and {_LAST} <> ''),
        (select max({_TO}) {_OF_ISSUE} and d.covers_from <> ''), '')"""
EDITION_BY: Final = f"""iif(e.date_from <> '' or exists (select 1 {_OF_ISSUE} and {_FIRST} <> ''), '',
        coalesce((select {_ABOUT} {_OF_ISSUE} and d.covers_from <> ''
                  order by d.covers_from, d.id limit 1), ''))"""


def as_known(day: str, by: str) -> str:
    """As much of an ISO day as is known: the month where only the edition ``by`` dates it."""
    return day[:_MONTH] if by else day


def known_words(day: str, by: str) -> str:
    """ "2024-02-01"; "2023-12 (NeurIPS 2023)" where the edition stands for the day."""
    return f"{as_known(day, by)} ({by})" if by else day
