"""Readings of one source: what stands of the earlier ones, and a document that takes the place of another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.model import BlockKind
from explorer.store.engine import Reader, Store


@dataclass(frozen=True, slots=True)
class Standing:
    """A document of an earlier reading.

    Attributes:
        digest: ``digest_of`` its blocks and quotes.
        period: (covers_from, covers_to).
        named: (as its source writes it, work) of its papers.
    """

    node: int
    source: int
    uri: str
    kind: str
    title: str
    period: tuple[str, str]
    digest: str
    named: tuple[tuple[str, int], ...]

    @property
    def works(self) -> frozenset[int]:
        return frozenset(work for _, work in self.named)


#: kinds of blocks around the issues of a file: its head goes to the issue that stands on top, this week's
_AROUND = frozenset({BlockKind.HEADING.value, BlockKind.FURNITURE.value})


def digest_of(blocks: Iterable[tuple[str, str]], quotes: Iterable[str], is_issue: bool) -> str:
    """What tells two readings of a document apart: its text and what it says of papers, not where.

    Args:
        blocks: (kind, text).
        is_issue: Of several that one file holds.
    """
    texts = [text for kind, text in blocks if not (is_issue and kind in _AROUND)]
    rows = json.dumps([texts, list(quotes)], ensure_ascii=False)
    return hashlib.sha256(rows.encode("utf-8", "surrogatepass")).hexdigest()


def standing_of(reader: Reader, uris: Iterable[str]) -> list[Standing]:
    """Documents that earlier readings of some sources left, oldest first."""
    rows = reader.rows(
        """select d.id, d.source, s.uri, d.kind, d.title, d.covers_from, d.covers_to
           from source s join document d on d.source = s.id
           where s.removed = 0 and s.uri in (select value from json_each(?)) order by d.id""",
        [json.dumps(sorted(set(uris)), ensure_ascii=False)],
    )
    return [_standing(reader, *row) for row in rows]


def _standing(
    reader: Reader, node: int, source: int, uri: str, kind: str, title: str, *period: str
) -> Standing:
    blocks = reader.rows("select kind, text from block where document = ? order by ordinal", [node])
    named = reader.rows("select exact, paper from appearance where document = ? order by id", [node])
    digest = digest_of(blocks, (row[0] for row in named), bool(period[0]))
    pairs = tuple((str(exact), int(work)) for exact, work in named)
    return Standing(node, source, uri, kind, title, (period[0], period[1]), digest, pairs)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of the last reading of a source. Attributes: columns: (field, column) of a table."""

    edition: str = ""
    columns: tuple[tuple[str, str], ...] = ()


def said_for(reader: Reader, uri: str) -> Said:
    """What was said of the last reading that stands."""
    row = reader.row(
        "select edition, columns from source where uri = ? and removed = 0 order by id desc limit 1", [uri]
    )
    if row is None:
        return Said()
    return Said(str(row[0]), tuple((str(field), str(column)) for field, column in json.loads(row[1])))


def documents_of(reader: Reader, source: int) -> list[int]:
    """Documents of a source in the order in which they stand there."""
    rows = reader.rows("select id from document where source = ? order by ordinal", [source])
    return [int(row[0]) for row in rows]


def take_place(store: Store, old: int, new: int) -> set[int]:
    """Let the document ``new`` stand where ``old`` stood: with its node, tags, notes; works of both.

    What a person settled stays settled where the new reading says the same.
    """
    store.execute("pragma defer_foreign_keys = on")
    works = _works(store.reader, (old, new))
    settled = store.reader.rows(
        """select state, decision, note, kind, detail from contradiction
           where document = ? and state <> 'open'""",
        [old],
    )
    _carry_evidence(store, old, new)
    store.execute("delete from document where id = ?", [old])
    for table, column in _columns_of_documents(store.reader):
        store.execute(f'update {table} set "{column}" = ? where "{column}" = ?', [old, new])
    store.execute("update document set id = ? where id = ?", [old, new])
    store.execute(
        """update node set (name, search, bigrams) = (select name, search, bigrams from node where id = ?2)
           where id = ?1""",
        [old, new],
    )
    store.execute("delete from node where id = ?", [new])
    store.insert_many(
        """update contradiction set state = ?1, decision = ?2, note = ?3
           where kind = ?4 and detail = ?5 and document = """
        + str(int(old)),
        settled,
    )
    return works


def _carry_evidence(store: Store, old: int, new: int) -> None:
    """Let sentences that stand in both readings prove what they proved: a plan says it once, a person too."""
    store.execute(
        """insert or ignore into evidence (link, block, start, "end", exact)
           select e.link, n.id, e.start + n.start - o.start, e."end" + n.start - o.start, e.exact
           from block o join evidence e on e.block = o.id
           join block n on n.id = (select min(b.id) from block b where b.document = ?2 and b.text = o.text
                                   and b.coding = o.coding and b.raw is o.raw)
           where o.document = ?1""",
        [old, new],
    )


def _works(reader: Reader, documents: Sequence[int]) -> set[int]:
    scope = json.dumps(list(documents))
    rows = reader.rows(
        "select paper from appearance where document in (select value from json_each(?))", [scope]
    )
    return {int(row[0]) for row in rows}


def _columns_of_documents(reader: Reader) -> list[tuple[str, str]]:
    """(table, column) of everything that belongs to a document."""
    tables = [str(row[0]) for row in reader.rows("select name from sqlite_master where type = 'table'")]
    return [
        (table, str(key[3]))
        for table in tables
        for key in reader.rows(f"pragma foreign_key_list({table})")
        if key[2] == "document"
    ]


def set_removed(store: Store, sources: Iterable[int], removed: bool) -> None:
    """Mark sources as taken back: their bytes may be read again."""
    scope = json.dumps(sorted(set(sources)))
    store.execute(
        "update source set removed = ? where id in (select value from json_each(?))", [int(removed), scope]
    )


def remove_emptied(store: Store, sources: Iterable[int]) -> None:
    """Mark sources of which no document is left as removed."""
    store.execute(
        """update source set removed = 1 where id in (select value from json_each(?))
           and not exists (select 1 from document d where d.source = source.id)""",
        [json.dumps(sorted(set(sources)))],
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a library stands before a reading: what comes later has a higher id."""

    node: int
    link: int


def mark(reader: Reader) -> Mark:
    return Mark(
        int(reader.value("select coalesce(max(id), 0) from node")),
        int(reader.value("select coalesce(max(id), 0) from link")),
    )


def nodes_since(reader: Reader, before: Mark, kind: int) -> list[tuple[int, str]]:
    """(id, name) of the nodes of a kind that came since."""
    rows = reader.rows("select id, name from node where id > ? and kind = ? order by id", [before.node, kind])
    return [(int(node), str(name)) for node, name in rows]


def links_since(reader: Reader, before: Mark) -> list[tuple[str, str, str]]:
    """(subject, predicate, object) of the accepted links that came since."""
    rows = reader.rows(
        """select s.name, l.predicate, o.name from link l join node s on s.id = l.subject
           join node o on o.id = l.object where l.id > ? and l.status = 'accepted' order by l.id""",
        [before.link],
    )
    return [(str(a), str(b), str(c)) for a, b, c in rows]


def claims_of(reader: Reader, uris: Iterable[str]) -> list[str]:
    """What documents of some sources claim of trends and terms, and state of editions, each once."""
    rows = reader.rows(
        """select t.label from source s join document d on d.source = s.id join trend t on t.document = d.id
               where s.removed = 0 and s.uri in (select value from json_each(?1))
           union all select t.exact from source s join document d on d.source = s.id
               join term_claim t on t.document = d.id
               where s.removed = 0 and s.uri in (select value from json_each(?1))
           union all select t.exact from source s join document d on d.source = s.id
               join statistic t on t.document = d.id
               where s.removed = 0 and s.uri in (select value from json_each(?1))""",
        [json.dumps(sorted(set(uris)), ensure_ascii=False)],
    )
    return list(dict.fromkeys(str(row[0]) for row in rows))
