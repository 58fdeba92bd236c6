"""One record of a list of accepted papers: its fields under their many names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from explorer.importers._links import code_links, identifiers
from explorer.importers._records import field, json_span, names_of, text_of
from explorer.importers._venues import (
    Venue,
    edition_in_name,
    edition_of,
    find_venue,
    load_venues,
    venue_of_host,
)
from explorer.model import EditionRef, PaperRecord
from explorer.text.arxiv_ids import parse_arxiv_id
from explorer.text.fingerprint import split_tags
from explorer.text.json_spans import JsonObject, JsonText, JsonValue
from explorer.text.latex import latex_to_plain
from explorer.text.urls import split_url

TITLE = ("title", "name", "paper_title")
AUTHORS = ("authors", "author", "author_site")
ABSTRACT = ("abstract", "summary")
_STATUS = ("status", "decision", "presentation", "presentation_type", "venue")
_TRACK = ("track", "workshop", "venue")
_SESSION = ("session", "poster_session")
_SITE = ("site", "url", "oa", "openreview", "link")
_LINKS = (*_SITE, "pdf", "paper_url", "arxiv", "doi", "github", "project", "code")
_REFUSED = re.compile(r"\b(?:desk[ _-]?)?reject|withdr[ae]w|retract|\bsubmitted to\b|under review", re.I)
_PRESENTED = re.compile(r"(?<![a-z])(oral|spotlight|poster|highlight)s?(?![a-z])", re.I)
_WORKSHOP = re.compile(r"workshop", re.I)
_WORKSHOP_NAME = re.compile(
    r"(?:workshop(?:\s+(?:on|for))?|@)[\s:–—-]*(?P<name>\S.*)|\A\s*(?P<before>\S.*?)(?<!\s)\s++workshop", re.I
)
_YEAR_IN_PATH = re.compile(r"/((?:19|20)\d\d)(?:/|$)")
_BIBTEX = re.compile(r"\b(booktitle|journal|year)\s{0,9}=\s{0,9}[{\"]{1,2}([^}\"]{1,200})", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FORUM = re.compile(r"(?=[\w-]*[A-Z])[\w-]{9,12}")
_MAIN = frozenset({"main", "main track", "main conference", "conference"})


def accepted_record(record: JsonObject, title: JsonText, edition: EditionRef | None) -> PaperRecord:
    """The paper of a record; one that was rejected or withdrawn keeps its status and stands in no edition."""
    tags, plain = split_tags(latex_to_plain(" ".join(title.text.split())))
    authors, complete = _authors(record)
    links = [link for name in _LINKS if (link := text_of(record, name))]
    ids = identifiers(links)
    arxiv_id, version = parse_arxiv_id(text_of(record, "arxiv", "arxiv_id", "eprint"))
    status = _status(record, tags)
    refused = is_refused(status)
    return PaperRecord(
        title=plain if "position" not in tags else f"Position: {plain}",
        evidence=json_span(title),
        as_written=title.exact,
        authors=authors,
        authors_complete=complete,
        arxiv_id=ids.arxiv_id or arxiv_id,
        arxiv_version=ids.arxiv_version or version,
        doi=ids.doi,
        openreview=ids.openreview or _forum(record),
        code_urls=code_links(part.strip() for link in links for part in link.split(";")),
        urls=tuple(
            dict.fromkeys(link for name in _SITE if (link := text_of(record, name)).startswith("http"))
        ),
        abstract=_abstract(record),
        section=status if refused else _session(record),
        edition=_edition_of(record, edition) if edition and not refused else None,
        status=status,
        award=text_of(record, "award", "awards"),
        track="Position" if "position" in tags else _track(record),
    )


def is_refused(status: str) -> bool:
    """Whether a status says that the paper is not in the edition: rejected, withdrawn, only submitted."""
    return bool(_REFUSED.search(status))


def stated_edition(record: JsonObject) -> EditionRef | None:
    """The edition that a record states: in its address, its venue field, or its BibTeX entry."""
    for url in (text_of(record, name) for name in _SITE):
        host, path = split_url(url)
        venue, year = venue_of_host(host), _YEAR_IN_PATH.search(path)
        if venue and year:
            return edition_of(venue, year[1])
    return edition_in_name(text_of(record, "venue", "conference")) or _of_bibtex(text_of(record, "bibtex"))


def _of_bibtex(entry: str) -> EditionRef | None:
    fields = {name.lower(): value for name, value in _BIBTEX.findall(entry)}
    where = fields.get("booktitle") or fields.get("journal", "")
    venue = _venue_in(where)
    year = _YEAR.search(fields.get("year", "")) or _YEAR.search(where)
    return edition_of(venue, year[0]) if venue and year else None


def _authors(record: JsonObject) -> tuple[tuple[str, ...], bool]:
    values: list[JsonValue] = [record.members.get(name) for name in AUTHORS]
    return next((names for names in map(names_of, values) if names[0]), ((), True))


def _abstract(record: JsonObject) -> str:
    value = field(record, ABSTRACT)
    return value.text.strip() if value else ""


def _status(record: JsonObject, tags: Sequence[str]) -> str:
    """As a tag of the title says, else the record, else the session in which it stands."""
    tagged = next((tag.title() for tag in tags if _PRESENTED.fullmatch(tag)), "")
    if tagged:
        return tagged
    for name in _STATUS:
        stated = text_of(record, name)
        if stated and (name != "venue" or is_refused(stated)):
            return stated
    session = _PRESENTED.search(
        " ".join(text_of(record, name) for name in (*_SESSION, "venue")).replace("_", " ")
    )
    return session[1].title() if session else ""


def _session(record: JsonObject) -> str:
    return " ".join(text_of(record, *_SESSION).replace("_", " ").split())


def _track(record: JsonObject) -> str:
    track = text_of(record, "track")
    return "" if track.lower() in _MAIN else track


def _edition_of(record: JsonObject, edition: EditionRef) -> EditionRef:
    """The list's edition, or its workshop where the record names one ("NeurIPS 2023 Workshop: MATH-AI")."""
    stated = [text for name in _TRACK if (text := text_of(record, name))]
    if text_of(record, "workshop"):
        name = text_of(record, "workshop")
    elif words := next((text for text in stated if _WORKSHOP.search(text)), ""):
        name = workshop_name(words, edition)
    else:
        return edition
    return replace(
        edition, label=f"{edition.label} Workshop: {name}" if name else f"{edition.label} Workshops"
    )


def workshop_name(words: str, edition: EditionRef) -> str:
    """ "MATH-AI" in "NeurIPS 2023 Workshop MATH-AI", "Workshop on MATH-AI", "MATH-AI Workshop"; else ""."""
    rest = " ".join(words.replace(edition.label, " ").split())
    if find_venue(rest.split(" ")[0]):
        rest = rest.split(" ", 1)[-1]
    found = _WORKSHOP_NAME.search(rest)
    name = (found["name"] or found["before"] or "") if found else ""
    return "" if name.lower() in ("s", "paper", "papers", "track") else name.strip(" :-–—")


def _forum(record: JsonObject) -> str:
    """The id of a record that has the form of an OpenReview forum; a conference site's own number has not."""
    stated = text_of(record, "openreview", "openreview_id", "forum", "id")
    return stated if _FORUM.fullmatch(stated) else ""


def _venue_in(words: str) -> Venue | None:
    """The venue whose full name or alias stands in the words, or that is one of them."""
    letters = "".join(filter(str.isalnum, words.lower()))
    whole = (v for v in load_venues() if any(len(name) > 10 and name in letters for name in v.names))
    one = (venue for word in re.findall(r"[A-Za-z]+", words) if (venue := find_venue(word)))
    return next(whole, None) or next(one, None)
