"""Papers that a document's passages mention: one record each, however often it is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from explorer.importers._blocks import make_span
from explorer.importers._links import code_links
from explorer.importers._markdown import plain
from explorer.importers._passages import Passage
from explorer.importers._proofs import Citation
from explorer.model import PaperRecord, Role
from explorer.text.fingerprint import title_fingerprint
from explorer.text.language import language_of
from explorer.text.latex import latex_to_plain

_NAME_CHARS = 5
_ROLES = (Role.REFERENCED, Role.BACKGROUND, Role.REVIEWED)  #: the later one wins


@dataclass(slots=True)
class Mentioned:
    """The papers of one document, in the order in which they are first named.

    Attributes:
        places: (row, raw offset) of each mention, in the order in which they were added.
    """

    records: list[PaperRecord] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    _rows: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, passage: Passage, citation: Citation, role: Role, section: str) -> int:
        """Index of the record that the citation is of; a new one, or the one that says the same paper."""
        record = _record(passage, citation, role, section)
        keys = _keys(record)
        row = next((self._rows[key] for key in keys if key in self._rows), -1)
        if row >= 0 and not _clash(self.records[row], record):
            self.records[row] = _joined(self.records[row], record)
        else:
            row = len(self.records)
            self.records.append(record)
        for key in keys:
            self._rows.setdefault(key, row)
        self.places.append((row, record.evidence.start))
        return row

    def is_titled(self, row: int, title: str) -> None:
        """Let the record stand under a title as well: the next mention of that title is of the same paper."""
        for key in _keys(replace(self.records[row], title=title)):
            self._rows.setdefault(key, row)

    def has_code(self, row: int, urls: Iterable[str]) -> None:
        """Give the record the addresses of its code."""
        known = self.records[row]
        found = tuple(dict.fromkeys((*known.code_urls, *code_links(urls))))
        self.records[row] = replace(known, code_urls=found)


def _record(passage: Passage, citation: Citation, role: Role, section: str) -> PaperRecord:
    raw = passage.mapped.raw
    place = citation.title or (citation.start, citation.end)
    evidence = make_span(raw, *passage.raw_range(*place))
    title = latex_to_plain(plain(passage.text[slice(*citation.title)])) if citation.title else ""
    return PaperRecord(
        title=title,
        evidence=evidence,
        as_written=evidence.exact,
        authors=citation.authors,
        authors_complete=citation.complete,
        arxiv_id=citation.ids.arxiv_id,
        arxiv_version=citation.ids.arxiv_version,
        doi=citation.ids.doi,
        openreview=citation.ids.openreview,
        code_urls=code_links(citation.urls),
        urls=tuple(dict.fromkeys(citation.urls)),
        language=language_of(title) if language_of(title) in ("ja", "zh") else "en",
        role=role,
        section=section,
        edition=citation.edition,
        status=citation.status,
        award=citation.award,
    )


def _keys(record: PaperRecord) -> list[tuple[str, str]]:
    values = {
        "arxiv": record.arxiv_id,
        "doi": record.doi,
        "openreview": record.openreview,
        "title": title_fingerprint(record.title),
    }
    return [(kind, value) for kind, value in values.items() if value]


def _clash(one: PaperRecord, other: PaperRecord) -> bool:
    """Whether two records with one title carry different ids."""
    pairs = ((one.arxiv_id, other.arxiv_id), (one.openreview, other.openreview), (one.doi, other.doi))
    return any(a and b and a != b for a, b in pairs) and not any(a and a == b for a, b in pairs)


def is_short_form(name: str, title: str) -> bool:
    """Whether a title begins with the name, but for a version: "Foo-v1" of "Foo: One Model for All"."""
    short, head = (title_fingerprint(t) for t in (name, title.partition(":")[0]))
    return ":" in title and len(head) >= _NAME_CHARS and len(name) < len(title) and short.startswith(head)


def _joined(one: PaperRecord, other: PaperRecord) -> PaperRecord:
    """Two mentions of a paper: the first with a title is the evidence, the fuller one names the authors."""
    best = one if one.title or not other.title else other
    if is_short_form(one.title, other.title):
        best = other
    longer = max((one, other), key=lambda r: (len(r.authors), r.authors_complete))
    role = max((one.role, other.role), key=_ROLES.index)
    reviewed = one if one.role is role else other
    return replace(
        best,
        authors=longer.authors,
        authors_complete=longer.authors_complete,
        arxiv_id=one.arxiv_id or other.arxiv_id,
        arxiv_version=one.arxiv_version or other.arxiv_version,
        doi=one.doi or other.doi,
        openreview=one.openreview or other.openreview,
        code_urls=tuple(dict.fromkeys((*one.code_urls, *other.code_urls))),
        urls=tuple(dict.fromkeys((*one.urls, *other.urls))),
        role=role,
        section=reviewed.section,
        edition=one.edition or other.edition,
        status=one.status or other.status,
        award=one.award or other.award,
    )
