"""Whether the numbers that documents state of an edition agree with its lists and with other documents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explorer.questions.slices import Slice, edition_slice
from explorer.questions.verdict import Judged, Verdict, known_words
from explorer.store import Reader
from explorer.store.claims import issues_of, statuses
from explorer.store.stated_of import NumberRow, numbers_of_edition

ACCEPTED, SUBMITTED, RATE = "accepted papers", "submissions", "acceptance rate (%)"
NUMBER, FIRST_YEAR = "edition number", "first year of the conference series"
_STATUS = {"oral papers": "oral", "spotlight papers": "spotlight"}


def number_verdicts(reader: Reader, rows: Sequence[NumberRow]) -> list[Judged]:
    """A verdict on each number, from the first of these that can tell: lists, arithmetic, other documents."""
    slices = {name: edition_slice(reader, name) for name in sorted({row.edition for row in rows})}
    return [
        _by_list(reader, row, slices[row.edition]) or _by_arithmetic(row, rows) or _by_others(reader, row)
        for row in rows
    ]


def _by_list(reader: Reader, row: NumberRow, of: Slice) -> Judged | None:
    if row.what != ACCEPTED and row.what not in _STATUS:
        return None
    if of.node is None or not of.is_list:
        known = f" ({known_words(len(of.papers))})" if of.papers else ""
        return Judged(Verdict.UNKNOWN, f"The list of {row.edition} is missing{known}.")
    told = statuses(reader, of.node)
    if row.what in _STATUS:
        word = _STATUS[row.what]
        if not any(status for status, _ in told):
            return Judged(
                Verdict.UNKNOWN, f"The list of {row.edition} does not say which papers are {word}s."
            )
        return _compared(row, sum(word in status.casefold() for status, _ in told), f"{word} papers")
    counted = len(told)
    if _agrees(row.value, counted):
        return _compared(row, counted, "papers")
    if not any(track for _, track in told):
        why = f"The list of {row.edition} holds {counted:,} papers and does not tell tracks apart."
        return Judged(Verdict.UNKNOWN, why)
    main = sum(track.casefold() in ("main", "conference", "main track") for _, track in told)
    return _compared(row, main or counted, "papers of the main track" if main else "papers")


def _compared(row: NumberRow, counted: int, what: str) -> Judged:
    verdict = Verdict.HOLDS if _agrees(row.value, counted) else Verdict.FAILS
    return Judged(
        verdict, f"The list of {row.edition} holds {counted:,} {what}; {row.value:,.10g} are stated."
    )


def _agrees(stated: float, counted: float) -> bool:
    """Whether a number is the one stated, which may be rounded: 3,200 is anything from 3,150 to 3,250."""
    zeros = re.search(r"0+$", f"{stated:.0f}") if stated == int(stated) and stated >= 1000 else None
    unit = 10 ** len(zeros[0]) if zeros and len(zeros[0]) > 1 else 0
    return abs(stated - counted) <= unit / 2


def _by_arithmetic(row: NumberRow, rows: Sequence[NumberRow]) -> Judged | None:
    """What the other numbers of the same document make of this one."""
    same = {r.what: r.value for r in rows if r.document == row.document and r.edition == row.edition}
    if row.what == RATE and same.get(SUBMITTED) and same.get(ACCEPTED):
        rate = 100 * same[ACCEPTED] / same[SUBMITTED]
        decimals = len(f"{row.value:.10g}".partition(".")[2])
        verdict = Verdict.HOLDS if abs(rate - row.value) <= 0.5001 * 10**-decimals else Verdict.FAILS
        made = (
            f"{same[ACCEPTED]:,.10g} of {same[SUBMITTED]:,.10g}, which the document states, are {rate:.2f} %."
        )
        return Judged(verdict, made)
    year = re.search(r"(?:19|20)\d\d$", row.edition)
    series = row.edition[: year.start()].strip() if year else ""
    first = next((r.value for r in rows if r.what == FIRST_YEAR and r.edition == series), None)
    if row.what == NUMBER and year and first is not None:
        number = int(year[0]) - int(first) + 1
        verdict = Verdict.HOLDS if number == row.value else Verdict.FAILS
        return Judged(verdict, f"Held every year since {first:.0f}, it is number {number}.")
    return None


def _by_others(reader: Reader, row: NumberRow) -> Judged:
    """What other documents state of the same; a translation of the document is no other."""
    stated = [r for r in numbers_of_edition(reader, [row.edition]) if r.what == row.what]
    issues = issues_of(reader, [row.document, *(r.document for r in stated)])
    others = [r for r in stated if issues[r.document][0] != issues[row.document][0]]
    same = [r for r in others if r.value == row.value]
    if same:
        return Judged(Verdict.HOLDS, f"“{same[0].title}” states it, too.")
    if others:
        return Judged(Verdict.FAILS, f"“{others[0].title}” states {others[0].value:,.10g}.")
    return Judged(Verdict.UNKNOWN, "No list can tell it, and no other document states it.")
