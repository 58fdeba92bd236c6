"""Names of concepts as a person decides on them: aliases, former keys, one concept out of two."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.model import Coding, NodeKind
from explorer.store.engine import Reader, Store
from explorer.store.moves import take_over
from explorer.text.matcher import concept_key


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """A concept; ``key`` is its folded name."""

    id: int
    key: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class AliasRow:
    """A spelling of a concept; ``status`` is accepted, confirmed (by a person) or rejected."""

    id: int
    concept: int
    form: str
    language: str
    script: str
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A place that names a concept; ``exact`` is the slice of the source, as ``coding`` writes it."""

    id: int
    concept: int
    block: int
    start: int
    end: int
    exact: str
    coding: Coding


def concept_rows(reader: Reader, concepts: Iterable[int]) -> dict[int, ConceptRow]:
    """Those of some nodes that are concepts, by id."""
    rows = reader.rows(
        """select n.id, n.key, n.name, c.kind from concept c join node n on n.id = c.id
           where c.id in (select value from json_each(?))""",
        [_scope(concepts)],
    )
    return {row[0]: ConceptRow(*row) for row in rows}


def aliases_of(reader: Reader, concepts: Iterable[int]) -> list[AliasRow]:
    """Every spelling of some concepts, the rejected ones too, in the order in which they were found."""
    rows = reader.rows(
        """select id, concept, form, language, script, kind, status from alias
           where concept in (select value from json_each(?)) order by id""",
        [_scope(concepts)],
    )
    return [AliasRow(*row) for row in rows]


def rejected_forms(reader: Reader) -> list[tuple[str, str]]:
    """(key of the concept, form) of every rejected spelling."""
    rows = reader.rows(
        """select n.key, alias.form from alias indexed by alias_rejected
           cross join node n on n.id = alias.concept
           where alias.status = 'rejected' order by alias.concept, alias.form"""
    )
    return [(str(key), str(form)) for key, form in rows]


def former_keys(reader: Reader) -> list[tuple[str, str, str]]:
    """(former key, key, name) of the concepts that were merged or renamed."""
    rows = reader.rows(
        """select concept_key.key, n.key, n.name from concept_key
           cross join node n on n.id = concept_key.concept order by 1"""
    )
    return [(str(former), str(key), str(name)) for former, key, name in rows]


def holder_of(reader: Reader, key: str) -> int:
    """The concept that has this key, or had it, or 0."""
    found = reader.value(
        """select id from node where kind = ?1 and key = ?2
           union all select concept from concept_key where key = ?2 limit 1""",
        [int(NodeKind.CONCEPT), key],
    )
    return int(found or 0)


def set_alias_status(store: Store, aliases: Iterable[int], status: str) -> int:
    """Say of spellings what a person says; how many it changed."""
    return store.execute(
        """update alias set status = ?1
           where id in (select value from json_each(?2)) and status <> ?1""",
        [status, _scope(aliases)],
    )


def add_alias(store: Store, alias: AliasRow) -> None:
    """A new spelling; ``alias.id`` is not looked at."""
    store.insert(
        """insert into alias (concept, form, fold, language, script, kind, status)
           values (?, ?, ?, ?, ?, ?, ?)""",
        [
            alias.concept,
            alias.form,
            _fold(alias.form),
            alias.language,
            alias.script,
            alias.kind,
            alias.status,
        ],
    )


def mentions_of_concept(reader: Reader, concept: int) -> list[MentionRow]:
    """Every place that names a concept."""
    return _mentions(reader, "m.concept = ?", [concept])


def mentions_in(reader: Reader, blocks: Iterable[int]) -> list[MentionRow]:
    """Every place in some blocks that names any concept."""
    return _mentions(reader, "m.block in (select value from json_each(?))", [_scope(blocks)])


def _mentions(reader: Reader, condition: str, args: Sequence[int | str]) -> list[MentionRow]:
    rows = reader.rows(
        f"""select m.id, m.concept, m.block, m.start, m."end", m.exact, b.coding
            from mention m join block b on b.id = m.block where {condition} order by m.id""",
        args,
    )
    return [
        MentionRow(i, concept, block, start, end, str(exact), Coding(coding))
        for i, concept, block, start, end, exact, coding in rows
    ]


def drop_mentions(store: Store, mentions: Iterable[int]) -> int:
    """Forget places that name a concept; how many."""
    return store.execute(
        "delete from mention where id in (select value from json_each(?))", [_scope(mentions)]
    )


def set_kind(store: Store, concept: int, kind: str) -> int:
    """Say what a concept is; whether that changed it."""
    return store.execute("update concept set kind = ?1 where id = ?2 and kind <> ?1", [kind, concept])


def rename(store: Store, concept: int, name: str) -> None:
    """Give a concept another name; the key that it had goes on finding it."""
    key = concept_key(name)
    former = str(store.reader.value("select key from node where id = ?", [concept]))
    store.execute("update node set name = ?, key = ? where id = ?", [name, key, concept])
    if former != key:
        store.execute("delete from concept_key where key = ?", [key])
        _lead(store, former, concept)


def absorb(store: Store, keep: int, drop: int) -> None:
    """Let one concept take over what stands on another, which goes; its keys find the one that is kept."""
    take_over(store, keep, drop)
    store.execute(
        """delete from mention where concept = ?2 and exists (select 1 from mention k
               where k.block = mention.block and k.concept = ?1
               and k.start < mention."end" and mention.start < k."end")""",
        [keep, drop],
    )
    store.execute("update mention set concept = ? where concept = ?", [keep, drop])
    store.execute(
        "delete from alias where concept = ?2 and form in (select form from alias where concept = ?1)",
        [keep, drop],
    )
    store.execute("update alias set concept = ? where concept = ?", [keep, drop])
    store.execute("update concept_key set concept = ? where concept = ?", [keep, drop])
    former = str(store.reader.value("select key from node where id = ?", [drop]))
    store.execute("delete from concept where id = ?", [drop])
    store.execute("delete from node where id = ?", [drop])
    _lead(store, former, keep)


def _lead(store: Store, key: str, concept: int) -> None:
    store.execute("delete from concept_key where key = ? and concept <> ?", [key, concept])
    store.execute("insert or ignore into concept_key (key, concept) values (?, ?)", [key, concept])


def _fold(form: str) -> str:
    return " ".join(form.split()).casefold()


def _scope(ids: Iterable[int]) -> str:
    return json.dumps(sorted(set(ids)))
