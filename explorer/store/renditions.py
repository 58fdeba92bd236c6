"""Renditions: documents that say the same in two languages or on two sites; the issue that they share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from explorer.model import Document, EditionRef, NodeKind, SeriesKind
from explorer.store.engine import Reader, Row, Store
from explorer.store.nodes import ensure_edition, ids_by_key
from explorer.store.read_back import issue_from
from explorer.text.bigrams import index_bigrams

OF_SERIES = "select count(*) from document where own_issue between ?1 and ?1 || char(1114111)"


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


def left_behind(reader: Reader, sources: Iterable[int]) -> set[int]:
    """Documents that lose a rendition when the documents of some sources go."""
    scope = json.dumps(sorted(set(sources)))
    going = {
        row[0]
        for row in reader.rows(
            "select id from document where source in (select value from json_each(?))", [scope]
        )
    }
    return mates_of(reader, going) - going


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
    return touched


def remove_empty(store: Store, nodes: Iterable[int]) -> set[int]:
    """Delete those of some nodes that are issues in which nothing stands and that bear nothing; their ids."""
    scope = json.dumps(sorted(set(nodes)))
    empty = {
        row[0]
        for row in store.reader.rows(
            """select e.id from edition e where e.id in (select value from json_each(?))
               and not exists (select 1 from presence p where p.edition = e.id)
               and not exists (select 1 from document d where d.issue = e.id)
               and not exists (select 1 from tagging t where t.node = e.id)
               and not exists (select 1 from note o where o.node = e.id)
               and not exists (select 1 from reading r where r.node = e.id)""",
            [scope],
        )
    }
    store.execute(
        "delete from node where id in (select value from json_each(?))", [json.dumps(sorted(empty))]
    )
    return empty


def borrowed(reader: Reader, documents: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Document -> (title, publisher) that the first other rendition states and it does not, or "" each."""
    wanted = sorted(set(documents))
    stated = {
        document: ("" if is_made(title, source) else title, publisher)
        for document, title, source, publisher in reader.rows(
            """select d.id, d.title, s.name, d.publisher from document d join source s on s.id = d.source
               where d.id in (select value from json_each(?))""",
            [json.dumps(sorted(mates_of(reader, wanted)))],
        )
    }
    found: dict[int, tuple[str, str]] = {}
    for document in wanted:
        mates = [stated[mate] for mate in sorted(mates_of(reader, [document]) - {document})]
        missing = [not own for own in stated[document]]
        title, publisher = (
            next((mate[i] for mate in mates if mate[i]), "") if missing[i] else "" for i in (0, 1)
        )
        found[document] = (title, publisher)
    return found


def reasons(reader: Reader, document: int) -> list[tuple[int, str]]:
    """(other document, why both are one) of a document's renditions."""
    return [
        (int(other), str(why))
        for other, why in reader.rows(
            """select other, reason from rendition where document = ?1
               union select document, reason from rendition where other = ?1 order by 1""",
            [document],
        )
    ]
