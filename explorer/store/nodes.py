"""People, editions and tags: nodes that a folded name identifies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from explorer.model import EditionRef, NodeKind, SeriesKind
from explorer.store.engine import Reader, Store
from explorer.store.person_names import takers
from explorer.text.bigrams import index_bigrams


def _undecided(alias: str) -> str:
    """SQL: nobody has tagged, noted or marked the node of that table."""
    return f"""and not exists (select 1 from tagging t where t.node = {alias}.id and t.origin = 'user')
    and not exists (select 1 from note o where o.node = {alias}.id)
    and not exists (select 1 from reading r where r.node = {alias}.id)"""


_LONE_PAPERS = f"""
    select p.id from paper p where not exists (select 1 from appearance a where a.paper = p.id)
    {_undecided("p")}"""
_LONE_EDITIONS = f"""
    select e.id from edition e where not exists (select 1 from presence p where p.edition = e.id)
    and not exists (select 1 from document d where d.issue = e.id)
    {_undecided("e")}"""
_LONE_PEOPLE = f"""
    select n.id from node n where n.kind = 2
    and not exists (select 1 from paper_author a where a.person = n.id)
    and not exists (select 1 from person_name k where k.person = n.id)
    {_undecided("n")}"""
_LONE_CONCEPTS = f"""
    select c.id from concept c where not exists (select 1 from mention m where m.concept = c.id)
    and not exists (select 1 from link l where l.subject = c.id)
    and not exists (select 1 from link l where l.object = c.id)
    {_undecided("c")}
    and not exists (select 1 from concept_key k where k.concept = c.id)
    and not exists (select 1 from alias a
                    where a.concept = c.id and a.status in ('rejected', 'confirmed'))"""


def ids_by_key(reader: Reader, kind: NodeKind, keys: Iterable[str]) -> dict[str, int]:
    """Key -> node id, for the keys that the library holds."""
    found = reader.rows(
        "select key, id from node where kind = ? and key in (select value from json_each(?))",
        [int(kind), json.dumps(sorted(set(keys)), ensure_ascii=False)],
    )
    return {str(key): node for key, node in found}


def name_of(reader: Reader, node: int) -> str:
    """Display name of a node, or "" where there is none."""
    return str(reader.value("select name from node where id = ?", [node]) or "")


def editions_of(reader: Reader, papers: Sequence[int]) -> set[int]:
    """Editions and issues in which some papers stand."""
    return {
        row[0]
        for row in reader.rows(
            "select distinct edition from presence where paper in (select value from json_each(?))",
            [json.dumps(list(papers))],
        )
    }


def ensure_people(store: Store, names: Mapping[str, str]) -> dict[str, int]:
    """Ids of the people whom name forms (folded -> as written) mean; the missing ones are made."""
    ids = ids_by_key(store.reader, NodeKind.PERSON, names) | takers(store.reader, names)
    missing = [key for key in names if key not in ids]
    first = store.next_id("node")
    store.insert_many(
        "insert into node (id, kind, key, name, bigrams) values (?, ?, ?, ?, ?)",
        [
            (first + i, int(NodeKind.PERSON), key, names[key], index_bigrams(names[key]))
            for i, key in enumerate(missing)
        ],
    )
    return ids | {key: first + i for i, key in enumerate(missing)}


def ensure_edition(store: Store, edition: EditionRef) -> int:
    """Id of a venue edition or of a digest issue, report or talk; made where it is new."""
    kind = NodeKind.EDITION if edition.kind == SeriesKind.VENUE else NodeKind.ISSUE
    key = f"{edition.kind.value}:{edition.series.casefold()}:{edition.label.casefold()}"
    found = ids_by_key(store.reader, kind, [key])
    if key in found:
        store.execute(
            """update edition set date_from = iif(date_from = '', ?2, date_from),
                   date_to = iif(date_to = '', ?3, date_to) where id = ?1""",
            [found[key], edition.date_from, edition.date_to],
        )
        return found[key]
    name = edition.name if kind == NodeKind.EDITION else issue_name(edition)
    node = store.insert(
        "insert into node (id, kind, key, name, search, bigrams) values (?, ?, ?, ?, ?, ?)",
        [
            store.next_id("node"),
            int(kind),
            key,
            name,
            edition.name,
            index_bigrams(f"{name} {edition.name}"),
        ],
    )
    store.insert(
        """insert into edition (id, series_kind, series, label, date_from, date_to)
           values (?, ?, ?, ?, ?, ?)""",
        [node, edition.kind.value, edition.series, edition.label, edition.date_from, edition.date_to],
    )
    return node


def issue_name(edition: EditionRef) -> str:
    """What a digest issue is called on the canvas: its week, else its own name."""
    if edition.kind == SeriesKind.DIGEST and edition.date_from and edition.date_to:
        same_year = edition.date_from[:4] == edition.date_to[:4]
        return f"{edition.date_from} – {edition.date_to[5:] if same_year else edition.date_to}"
    return edition.name


def add_presence(store: Store, rows: Sequence[tuple[int, int, int, str, str, str]]) -> None:
    """(paper, edition, appearance, track, status, award) rows."""
    store.insert_many(
        """insert or ignore into presence (paper, edition, appearance, track, status, award)
           values (?, ?, ?, ?, ?, ?)""",
        rows,
    )


def ensure_tag(store: Store, name: str) -> int:
    """Id of the trend tag of that name, whatever its case; made where it is new."""
    key = " ".join(name.split()).casefold()
    found = ids_by_key(store.reader, NodeKind.TAG, [key])
    if key in found:
        return found[key]
    shown = " ".join(name.split())
    node = store.insert(
        "insert into node (id, kind, key, name, bigrams) values (?, ?, ?, ?, ?)",
        [store.next_id("node"), int(NodeKind.TAG), key, shown, index_bigrams(shown)],
    )
    store.insert("insert into tag (id) values (?)", [node])
    return node


def rename_tag(store: Store, tag: int, name: str) -> None:
    shown = " ".join(name.split())
    store.execute(
        "update node set name = ?, key = ?, bigrams = ? where id = ?",
        [shown, shown.casefold(), index_bigrams(shown), tag],
    )


def remove_orphans(store: Store, people: bool = True) -> set[int]:
    """Delete what nothing stands behind any more after an import was undone; the ids.

    Papers without an appearance, people without a paper, editions without a paper or document,
    concepts without a mention or link. What a person tagged, noted or marked as read stays, and so does
    a concept on whose names a person decided.

    Args:
        people: False while papers still have to be folded, which may name them again.
    """
    orphans = _found(store, _LONE_PAPERS) | _found(store, _LONE_EDITIONS)
    _delete(store, orphans)
    store.execute(
        """delete from link where asserted_by <> 'user'
           and not exists (select 1 from evidence e where e.link = link.id)"""
    )
    later = _found(store, _LONE_CONCEPTS) | (_found(store, _LONE_PEOPLE) if people else set())
    _delete(store, later)
    return orphans | later


def _found(store: Store, sql: str) -> set[int]:
    return {int(row[0]) for row in store.reader.rows(sql)}


def remove_lone_people(store: Store, people: Iterable[int]) -> set[int]:
    """Delete those of some people who wrote nothing any more and carry no tag or note; their ids."""
    scope = json.dumps(sorted(set(people)))
    lone = {
        row[0]
        for row in store.reader.rows(
            """select n.id from node n where n.kind = 2 and n.id in (select value from json_each(?))
               and not exists (select 1 from paper_author a where a.person = n.id)
               and not exists (select 1 from person_name k where k.person = n.id)
               and not exists (select 1 from tagging t where t.node = n.id and t.origin = 'user')
               and not exists (select 1 from note o where o.node = n.id)
               and not exists (select 1 from reading r where r.node = n.id)""",
            [scope],
        )
    }
    _delete(store, lone)
    return lone


def _delete(store: Store, nodes: set[int]) -> None:
    scope = json.dumps(sorted(nodes))
    store.execute(
        """delete from same_as where decision <> 'merged'
           and (b in (select value from json_each(?1)) or a in (select value from json_each(?1)))""",
        [scope],
    )
    store.execute("delete from node where id in (select value from json_each(?))", [scope])
