"""Sources, documents, blocks, appearances: what was read, as it was read."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence

from explorer.errors import LibraryDamaged
from explorer.model import Document, NodeKind, PaperRecord
from explorer.model.plan import PlannedSource
from explorer.store.engine import Reader, Store
from explorer.text.bigrams import index_bigrams


def revision(reader: Reader) -> int:
    """Counts up with every operation."""
    return int(reader.value("select value from meta where key = 'revision'"))


def known_source(reader: Reader, sha256: str) -> bool:
    """Whether these very bytes are in the library (and their import was not undone)."""
    return bool(reader.value("select 1 from source where sha256 = ? and removed = 0", [sha256]))


def source_texts(reader: Reader) -> list[tuple[int, str, bytes]]:
    """(id, name, bytes) of all sources whose import stands; LibraryDamaged where one is spoiled."""
    try:
        return [
            (i, str(name), zlib.decompress(content))
            for i, name, content in reader.rows(
                "select id, name, content from source where removed = 0 order by id"
            )
        ]
    except zlib.error as error:
        raise LibraryDamaged(
            f"A source in {reader.path.name} is damaged.", "Restore a backup, or rescue what can be read."
        ) from error


def source_content(reader: Reader, source: int) -> tuple[str, str, str, str, bytes]:
    """(name, uri, format, edition, bytes) of one source."""
    row = reader.row("select name, uri, format, edition, content from source where id = ?", [source])
    assert row is not None
    name, uri, form, edition, content = row
    return str(name), str(uri), str(form), str(edition), zlib.decompress(content)


def source_columns(reader: Reader, source: int) -> tuple[tuple[str, str], ...]:
    """(field, column of a table) as a person chose when the source was imported."""
    rows = json.loads(str(reader.value("select columns from source where id = ?", [source])))
    return tuple((str(field), str(column)) for field, column in rows)


def source_digest(reader: Reader, source: int) -> str:
    """SHA-256 of the bytes as they came; of a PDF or a mail only the text is kept."""
    return str(reader.value("select sha256 from source where id = ?", [source]))


def add_source(store: Store, source: PlannedSource, at: str) -> int:
    """Write a source, or bring one back whose import was undone; its id."""
    found = store.reader.value("select id from source where sha256 = ?", [source.sha256])
    columns = json.dumps(source.columns, ensure_ascii=False)
    if found is not None:
        store.execute(
            """update source set removed = 0, imported_at = ?, format = ?, edition = ?, columns = ?
               where id = ?""",
            [at, source.format, source.edition, columns, found],
        )
        return int(found)
    return store.insert(
        """insert into source (name, uri, format, sha256, content, edition, columns, imported_at)
           values (?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            source.name,
            source.uri,
            source.format,
            source.sha256,
            zlib.compress(source.content, 6),
            source.edition,
            columns,
            at,
        ],
    )


def add_document(store: Store, source: int, ordinal: int, document: Document, issue: int | None) -> int:
    """Write a document and its unread lines; its node id."""
    node = store.insert(
        "insert into node (id, kind, name, bigrams) values (?, ?, ?, ?)",
        [store.next_id("node"), int(NodeKind.DOCUMENT), document.title, index_bigrams(document.title)],
    )
    starts = [b.start for b in document.blocks] or [0]
    ends = [b.end for b in document.blocks] or [0]
    store.insert(
        """insert into document (id, source, ordinal, kind, title, publisher, authors, language, date,
               covers_from, covers_to, issue, editions, stated_totals, machine_written, start, "end")
           values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            node,
            source,
            ordinal,
            document.kind.value,
            document.title,
            document.publisher,
            json.dumps(document.authors, ensure_ascii=False),
            document.language,
            document.date,
            document.covers_from,
            document.covers_to,
            issue,
            json.dumps([e.name for e in document.editions], ensure_ascii=False),
            json.dumps(document.stated_totals, ensure_ascii=False),
            int(document.machine_written),
            min(starts),
            max(ends),
        ],
    )
    store.insert_many(
        "insert into unread (document, line, text, why) values (?, ?, ?, ?)",
        [(node, issue.line, issue.text, issue.why) for issue in document.issues],
    )
    return node


def add_appearances(
    store: Store, document: int, records: Sequence[PaperRecord], papers: Sequence[int]
) -> list[int]:
    """Write where a document names papers; the ids, aligned with ``records``."""
    first = store.next_id("appearance")
    store.insert_many(
        """insert into appearance (id, paper, document, role, section, as_written, rank, start, "end", exact,
                                   qa_pairs, stated) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                first + i,
                paper,
                document,
                record.role.value,
                record.section,
                record.as_written or record.title,
                record.rank,
                record.evidence.start,
                record.evidence.end,
                record.evidence.exact,
                record.qa_pairs,
                stated(record),
            )
            for i, (record, paper) in enumerate(zip(records, papers, strict=True))
        ],
    )
    return list(range(first, first + len(records)))


_STATED = [
    "title",
    "authors",
    "authors_complete",
    "arxiv_id",
    "arxiv_version",
    "doi",
    "openreview",
    "published",
    "updated",
    "seen_on",
    "categories",
    "code_urls",
    "urls",
    "language",
]


def stated(record: PaperRecord) -> str:
    """The part of a record that the work is folded from, as JSON without empty values."""
    values = {name: getattr(record, name) for name in _STATED}
    if not (record.title or record.authors or record.arxiv_id or record.doi or record.openreview):
        values["as_written"] = record.as_written
    kept = {name: value for name, value in values.items() if value not in ("", (), None)}
    return json.dumps(kept, ensure_ascii=False)


def add_blocks(
    store: Store, document: int, read: tuple[Document, str], appearances: Sequence[int]
) -> list[int]:
    """Write the blocks of a document that was read from a text; the ids, aligned with its blocks."""
    document_read, source = read
    first = store.next_id("block")
    store.insert_many(
        """insert into block (id, document, ordinal, kind, start, "end", text, raw, bigrams, coding,
                              section, appearance, machine, language)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                first + i,
                document,
                i,
                block.kind.value,
                block.start,
                block.end,
                block.text,
                None if (raw := source[block.start : block.end]) == block.text else raw,
                index_bigrams(block.text),
                block.coding.value,
                block.section,
                None if block.paper is None else appearances[block.paper],
                int(block.machine),
                block.language,
            )
            for i, block in enumerate(document_read.blocks)
        ],
    )
    return list(range(first, first + len(document_read.blocks)))


def remove_documents(store: Store, source: int) -> tuple[set[int], set[int]]:
    """Delete a source's documents and what hangs on them; (papers, other nodes) that they touched.

    The source's row stays, marked as removed, so that redo can read it again.
    """
    args = [source]
    papers = {
        row[0]
        for row in store.reader.rows(
            """select distinct paper from appearance
               where document in (select id from document where source = ?)""",
            args,
        )
    }
    others = {
        row[0]
        for row in store.reader.rows(
            """select m.concept from mention m join block b on b.id = m.block
                   where b.document in (select id from document where source = ?1)
               union select p.edition from presence p join appearance a on a.id = p.appearance
                   where a.document in (select id from document where source = ?1)
               union select issue from document where source = ?1 and issue is not null""",
            args,
        )
    }
    store.execute("delete from node where id in (select id from document where source = ?)", args)
    store.execute("update source set removed = 1 where id = ?", args)
    return papers, others
