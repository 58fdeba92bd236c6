"""Renditions: documents that say the same in two languages or on two sites; the issue that they share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from explorer.model import (
    Block,
    BlockKind,
    Coding,
    Document,
    DocumentKind,
    EditionRef,
    NodeKind,
    PaperRecord,
    Role,
    SeriesKind,
    Span,
)
from explorer.store.engine import Reader, Row, Store
from explorer.store.nodes import ensure_edition, ids_by_key
from explorer.text.bigrams import index_bigrams


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the library as far as a rendition of it must be recognised.

    Attributes:
        id: Its node.
        document: As it was read; ``issue_of`` is the issue that it would be alone.
        papers: Works of its records, aligned with ``document.papers``.
    """

    id: int
    document: Document
    papers: tuple[int, ...]


OF_PERIOD = """
    select id from document where kind = ?1 and covers_from in (select value from json_each(?2)) order by id
"""
OF_SERIES = "select count(*) from document where own_issue between ?1 and ?1 || char(1114111)"
OF_KIND = "select id, editions from document where kind = ?1 and own_issue <> '' order by id"


def documents_of_period(reader: Reader, kind: DocumentKind, first_days: Iterable[str]) -> list[int]:
    """Documents of a kind whose period begins on one of some ISO days, by id."""
    days = json.dumps(sorted(set(first_days)))
    return [row[0] for row in reader.rows(OF_PERIOD, [kind.value, days])]


def documents_on(reader: Reader, kind: DocumentKind, editions: Iterable[str]) -> list[int]:
    """Documents of a kind that speak of one of some editions, or of none, by id."""
    wanted = set(editions)
    found = reader.rows(OF_KIND, [kind.value])
    return [i for i, names in found if not (on := set(json.loads(names))) or not wanted or on & wanted]


def read_back(reader: Reader, document: int) -> KnownDocument:
    """A document of the library as it was read."""
    row = reader.row(
        """select kind, title, language, publisher, date, covers_from, covers_to, own_issue, editions
           from document where id = ?""",
        [document],
    )
    assert row is not None
    kind, title, language, publisher, date, first, last, issue, editions = row
    appearances = _appearances(reader, document)
    number = {appearance: i for i, (appearance, *_) in enumerate(appearances)}
    return KnownDocument(
        document,
        Document(
            DocumentKind(kind),
            title,
            language,
            _blocks(reader, document, number),
            tuple(_record(row) for row in appearances),
            publisher=publisher,
            date=date,
            covers_from=first,
            covers_to=last,
            issue_of=issue_from(issue),
            editions=tuple(EditionRef(SeriesKind.VENUE, name, "") for name in json.loads(editions)),
        ),
        tuple(row[1] for row in appearances),
    )


def _blocks(reader: Reader, document: int, number: dict[int, int]) -> tuple[Block, ...]:
    return tuple(
        Block(
            BlockKind(kind), start, end, text, Coding(coding), section, number.get(appearance), language=words
        )
        for kind, start, end, text, coding, section, appearance, words in reader.rows(
            """select kind, start, "end", text, coding, section, appearance, language from block
               where document = ? order by ordinal""",
            [document],
        )
    )


def _appearances(reader: Reader, document: int) -> list[Row]:
    return reader.rows(
        """select id, paper, role, section, as_written, rank, start, "end", exact, stated from appearance
           where document = ? order by id""",
        [document],
    )


def _record(row: Row) -> PaperRecord:
    _, _, role, section, as_written, rank, start, end, exact, stated = row
    values = json.loads(stated)
    return PaperRecord(
        title=values.get("title", ""),
        evidence=Span(start, end, exact),
        as_written=as_written,
        authors=tuple(values.get("authors", ())),
        arxiv_id=values.get("arxiv_id", ""),
        doi=values.get("doi", ""),
        openreview=values.get("openreview", ""),
        role=Role(role),
        section=section,
        rank=rank,
    )


def issue_from(own: str) -> EditionRef | None:
    """An issue from ``document.own_issue``."""
    if not own:
        return None
    kind, series, label, first, last = json.loads(own)
    return EditionRef(SeriesKind(kind), series, label, first, last)


def own_issue(document: Document) -> str:
    """``document.own_issue`` of a document as read."""
    return _issue_json(document.issue_of) if document.issue_of else ""


def _issue_json(issue: EditionRef) -> str:
    row = [issue.kind.value, issue.series, issue.label, issue.date_from, issue.date_to]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def bears_issue(reader: Reader, issue: EditionRef) -> bool:
    """Whether a document of the library would be, or is, of this issue."""
    return bool(
        ids_by_key(reader, NodeKind.ISSUE, [issue.key])
        or reader.value("select 1 from document where own_issue = ?", [_issue_json(issue)])
    )


def note_own_issues(store: Store, rows: Iterable[tuple[int, str]]) -> None:
    """(document, its ``own_issue``) rows: what it would be alone."""
    store.insert_many("update document set own_issue = ?2 where id = ?1", rows)


def is_made(title: str, source: str) -> bool:
    """Whether a title is the name of the source for want of a stated one ("ICML 2024: round-up.txt")."""
    stem = PurePath(source).stem
    return title in ("", source, stem) or title.endswith(f": {stem}")


def add_renditions(store: Store, rows: Sequence[tuple[int, int, str]]) -> None:
    """(document, the one that stood there before, why) rows."""
    store.insert_many("insert or ignore into rendition (document, other, reason) values (?, ?, ?)", rows)


def mates_of(reader: Reader, documents: Iterable[int]) -> set[int]:
    """Documents that are renditions of the same thing as some documents; these included."""
    found: set[int] = set()
    new = set(documents)
    while new:
        found |= new
        rows = reader.rows(
            """select other from rendition where document in (select value from json_each(?1))
               union select document from rendition where other in (select value from json_each(?1))""",
            [json.dumps(sorted(new))],
        )
        new = {row[0] for row in rows} - found
    return found


def settle_issues(store: Store, documents: Iterable[int]) -> set[int]:
    """Give renditions the issue that they share, and what stands alone its own; the nodes that changed.

    The issue is that of the series with most documents, then of the document that came first; a report, a
    talk or a document without a stated title bears the title of the first rendition that states one.
    """
    touched: set[int] = set()
    left = mates_of(store.reader, documents)
    while left:
        group = mates_of(store.reader, [min(left)])
        left -= group
        touched |= _settle(store, sorted(group))
    return touched


def _settle(store: Store, group: Sequence[int]) -> set[int]:
    rows = store.reader.rows(
        """select d.id, d.issue, d.own_issue, d.title, s.name from document d join source s on s.id = d.source
           where d.id in (select value from json_each(?)) order by d.id""",
        [json.dumps(list(group))],
    )
    issues = [issue_from(row[2]) for row in rows]
    chosen = min(
        (i for i, issue in enumerate(issues) if issue is not None),
        key=lambda i: (-_documents_in(store.reader, issues[i]), i),
        default=None,
    )
    if chosen is None:
        return set()
    issue = issues[chosen]
    assert issue is not None
    node = ensure_edition(store, issue)
    stated = next((title for *_, title, source in rows if not is_made(title, source)), "")
    touched = _rename(store, rows, stated)
    if issue.kind is not SeriesKind.DIGEST:
        made = stated and is_made(issue.series, rows[chosen][4])
        touched |= _name(store, node, stated if made else issue.name)
    return touched | _move(store, [(row[0], row[1]) for row in rows if row[1] != node], node)


def _documents_in(reader: Reader, issue: EditionRef | None) -> int:
    """Documents of a digest's series; 0 for reports and talks, which are no series."""
    if issue is None or issue.kind is not SeriesKind.DIGEST:
        return 0
    start = json.dumps([issue.kind.value, issue.series], ensure_ascii=False, separators=(",", ":"))[:-1]
    return int(reader.value(OF_SERIES, [f"{start},"]))


def _rename(store: Store, rows: Sequence[Row], stated: str) -> set[int]:
    """Names of the documents' nodes: their own title, else the one that a rendition states."""
    touched: set[int] = set()
    for document, _, _, title, source in rows:
        touched |= _name(store, document, stated if stated and is_made(title, source) else title)
    return touched


def _name(store: Store, node: int, name: str) -> set[int]:
    changed = store.execute(
        "update node set name = ?1, bigrams = ?2 where id = ?3 and name <> ?1",
        [name, index_bigrams(name), node],
    )
    return {node} if changed else set()


def _move(store: Store, documents: Sequence[tuple[int, int | None]], issue: int) -> set[int]:
    """Move documents with their papers from the issues in which they stand to another."""
    touched: set[int] = set()
    for document, before in documents:
        args = [issue, before, document]
        touched |= {document, issue} | ({before} if before else set())
        touched |= {
            row[0] for row in store.reader.rows("select paper from appearance where document = ?", [document])
        }
        store.execute(
            """update presence set edition = ?1 where edition = ?2
               and appearance in (select id from appearance where document = ?3)""",
            args,
        )
        store.execute("update document set issue = ? where id = ?", [issue, document])
    return touched - _remove_empty(store, {before for _, before in documents if before})


def _remove_empty(store: Store, issues: set[int]) -> set[int]:
    """Delete those of some issues in which nothing stands any more and which carry no tag; their ids."""
    scope = json.dumps(sorted(issues))
    empty = {
        row[0]
        for row in store.reader.rows(
            """select e.id from edition e where e.id in (select value from json_each(?))
               and not exists (select 1 from presence p where p.edition = e.id)
               and not exists (select 1 from document d where d.issue = e.id)
               and not exists (select 1 from tagging t where t.node = e.id)""",
            [scope],
        )
    }
    store.execute(
        "delete from node where id in (select value from json_each(?))", [json.dumps(sorted(empty))]
    )
    return empty


def stated_by_mates(reader: Reader) -> list[tuple[int, str, str, str, str]]:
    """(document, own title, its source, publisher, title) of renditions, with what another one states.

    Publisher and title are those of the first other rendition that states one, or "".
    """
    rows = reader.rows(
        """select d.id, d.title, s.name, d.publisher from document d join source s on s.id = d.source
           where d.id in (select document from rendition union select other from rendition) order by d.id"""
    )
    by_id = {row[0]: row for row in rows}
    found = []
    for document, title, source, _ in rows:
        mates = [by_id[mate] for mate in sorted(mates_of(reader, [document]) - {document})]
        publisher = next((mate[3] for mate in mates if mate[3]), "")
        other = next((mate[1] for mate in mates if not is_made(mate[1], mate[2])), "")
        found.append((document, title, source, publisher, other))
    return found
