"""Lifelines and lead times as the JSON that scripts rely on, as rows of a table, and as lines."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.questions.dump import Json
from explorer.questions.first_seen import FirstSeen, first_seen
from explorer.questions.lead_times import LeadRow, LeadTimes, Stand
from explorer.questions.lifeline import Lead, Lifeline, Stop, lead_words

COLUMNS = (
    *("id", "name", "days_before_the_conference", "basis", "arxiv_id", "arxiv_first"),
    *("digest", "digest_from", "digest_to", "digest_source", "conference", "conference_first_day"),
    *("conference_source", "conference_by_list"),
)
_HOW = {"paper": "", "named": "named in a paper there", "own words": "in its own words"}


def lifeline_json(found: Lifeline) -> dict[str, Json]:
    """A lifeline in the exchange format."""
    return {
        "id": found.node,
        "kind": "paper" if found.kind == 1 else "concept",
        "name": found.name,
        "arxiv": _stop(found.arxiv),
        "digest": _stop(found.digest),
        "conference": _stop(found.venue),
        "first_seen": _seen(first_seen(found)),
        "first_text": _stop(found.first_text),
        "lead": _lead(found.lead),
        "why": found.why,
        "later": [_stop(stop) for stop in found.later],
    }


def lead_times_json(found: LeadTimes) -> dict[str, Json]:
    """A table of lead times in the exchange format."""
    return {
        "of": "methods" if found.is_methods else "papers",
        "only": found.only.value,
        "total": len(found.rows),
        "without_a_known_day": found.undated,
        "rows": [_row(row) for row in found.rows],
    }


def lead_times_rows(found: LeadTimes) -> Iterator[tuple[str | int, ...]]:
    """The rows of ``COLUMNS``."""
    for row in found.rows:
        digest, venue = row.digest, row.venue
        yield (
            *(row.node, row.name, "" if row.days is None else row.days, row.basis),
            *(row.arxiv_id, row.arxiv_day),
            *((digest.name, digest.first, digest.last, digest.source) if digest else ("",) * 4),
            *((venue.name, venue.first, venue.source) if venue else ("",) * 3),
            "yes" if venue and venue.is_list else "",
        )


def lifeline_lines(found: Lifeline) -> Iterator[str]:
    """A lifeline as lines, each date with the document that says so."""
    yield found.name
    if parts := first_seen(found).parts:
        yield f"  {'; '.join(parts)}"
    text = found.first_text
    first = ("first", text), ("arXiv", found.arxiv), ("digest", found.digest), ("conference", found.venue)
    for what, stop in first:
        if stop is not None:
            yield f"  {what:<11} {_told(stop)}"
    yield f"  {found.lead.words}{_ground(found.lead)}" if found.lead else f"  {found.why}"
    later = [stop for stop in found.later if stop is not text]
    if later:
        yield "  then"
        for stop in later:
            yield f"    {_told(stop)}"


def lead_times_lines(found: LeadTimes) -> Iterator[str]:
    """A table of lead times as lines."""
    what = "methods" if found.is_methods else "papers"
    yield f"{len(found.rows):,} {what}, {_SAYS[found.only.value]}"
    if found.undated:
        yield f"{found.undated:,} of them without a lead: a first day is not known."
    for row in found.rows:
        yield f"{'' if row.days is None else row.days:>6}  {row.name}"
        parts = [row.arxiv_day and f"arXiv {row.arxiv_day}", _period(row.digest), _first_day(row.venue)]
        yield f"        {' · '.join(part for part in parts if part)}{_mere(row)}"


_SAYS = {
    "lead": "in a digest and at a conference; days before the conference",
    "digest-only": "in digests, not yet at a conference here",
    "venue-only": "at a conference, never in a digest here",
}


def _mere(row: LeadRow) -> str:
    return " · only the name" if row.basis == "mention" else ""


def _ground(lead: Lead) -> str:
    return " (only the name stands in both)" if lead.basis == "mention" else ""


def _period(stand: Stand | None) -> str:
    return f"digest to {stand.last or stand.name}" if stand else ""


def _first_day(stand: Stand | None) -> str:
    return f"{stand.name} from {stand.first or 'a day that is not known'}" if stand else ""


def _told(stop: Stop) -> str:
    source = f" — {stop.source.name}" if stop.source else ""
    how = _HOW[stop.how]
    words = stop.name if stop.kind == "arxiv" or stop.first not in stop.name else ""
    return (
        " ".join(part for part in (stop.when or "no known day", words, f"({how})" if how else "") if part)
        + source
    )


def _seen(seen: FirstSeen) -> Json:
    """The first source that names it, and its paper on arXiv where that was there before."""
    return {"words": "; ".join(seen.parts), "place": _stop(seen.place), "arxiv": _stop(seen.arxiv)}


def _stop(stop: Stop | None) -> Json:
    if stop is None:
        return None
    said = stop.source
    evidence: Json = (
        None
        if said is None
        else {
            "document": said.document,
            "start": said.start,
            "end": said.end,
            "exact": said.exact,
            "title": said.name,
            "list": said.is_list,
        }
    )
    return {
        "kind": stop.kind,
        "id": stop.node,
        "name": stop.name,
        "from": stop.first,
        "to": stop.last,
        "dated_by": stop.by or None,
        "how": stop.how,
        "paper": stop.paper,
        "evidence": evidence,
    }


def _lead(lead: Lead | None) -> Json:
    return None if lead is None else {"days": lead.days, "words": lead.words, "basis": lead.basis}


def _row(row: LeadRow) -> Json:
    return {
        "id": row.node,
        "name": row.name,
        "arxiv_id": row.arxiv_id,
        "arxiv": row.arxiv_day,
        "digest": _stand(row.digest),
        "conference": _stand(row.venue),
        "days": row.days,
        "words": None if row.days is None else lead_words(row.days),
        "basis": row.basis,
    }


def _stand(stand: Stand | None) -> Json:
    return (
        None
        if stand is None
        else {
            "id": stand.node,
            "name": stand.name,
            "from": stand.first,
            "to": stand.last,
            "how": stand.how,
            "evidence": {"document": stand.document, "start": stand.start, "title": stand.source},
            "list": stand.is_list,
        }
    )
