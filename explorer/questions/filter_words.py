"""The filters of a view in JSON, written and read; names of nodes stay words until a library finds them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TypeAlias

from explorer.edges import EDGES
from explorer.errors import ExplorerError
from explorer.graph.filters import DATES, DEFAULT_KINDS, DEFAULT_TRUST, ID_FACETS, READ_STATES, Filters, Trust
from explorer.model import NodeKind
from explorer.questions.lookup import find_node
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.identity import kept_for

Json: TypeAlias = Mapping[str, object]

HINT = 'Write them like {"filters": {"languages": ["ja"], "read": ["unread"], "since": "2024-05"}}.'
FACET_KINDS = {
    "editions": NodeKind.EDITION,
    "weeks": NodeKind.ISSUE,
    "methods": NodeKind.CONCEPT,
    "tags": NodeKind.TAG,
    "people": NodeKind.PERSON,
}
_KEYS = tuple(entry.name for entry in fields(Filters))
_WORDS = {
    "kinds": tuple(kind.name.lower() for kind in NodeKind),
    "edge_kinds": tuple(EDGES),
    "read": READ_STATES,
    "trust": tuple(trust.value for trust in Trust),
}
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class FilterWords:
    """Filters as they were written.

    Attributes:
        rest: All but what was named in words.
        names: Facet -> names of nodes that are to be found.
    """

    rest: Filters
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def filters_said(filters: Filters) -> dict[str, object]:
    """Filters as JSON values, without those that nobody has touched; the same for the same filters."""
    said: dict[str, object] = {}
    for name in filters.active:
        value = getattr(filters, name)
        if name == "kinds":
            value = {kind.name.lower() for kind in value}
        said[name] = sorted(value) if isinstance(value, set | frozenset) else value
    return said


def read_filters(said: Json) -> FilterWords:
    """The filters of a view; ExplorerError where they are none. Views of old versions say them aside."""
    older = {key: said[key] for key in ("kinds", "edge_kinds") if key in said}
    if said.get("proposals"):
        older["trust"] = sorted(Trust)
    written = said.get("filters", {})
    if not isinstance(written, dict) or set(written) - set(_KEYS):
        raise ExplorerError(f"“filters” has the keys {', '.join(_KEYS)}.", HINT)
    return _read({**older, **written})


def _read(said: Json) -> FilterWords:
    values: dict[str, frozenset[int | str]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for facet in ID_FACETS:
        found = _entries(said, facet)
        values[facet] = frozenset(value for value in found if isinstance(value, int))
        if words := tuple(value for value in found if isinstance(value, str)):
            names[facet] = words
    for facet in ("edge_kinds", "read", "languages"):
        values[facet] = frozenset(_words(said, facet))
    filters = Filters()
    for facet, ticked in values.items():
        filters = filters.with_values(facet, ticked)
    kinds = frozenset(NodeKind[word.upper()] for word in _words(said, "kinds"))
    trust = frozenset(Trust(word) for word in _words(said, "trust"))
    since, until = (_day(said, key) for key in DATES)
    filters = replace(filters, similar=_share(said), since=since, until=until)
    filters = replace(filters, kinds=kinds if "kinds" in said else DEFAULT_KINDS)
    return FilterWords(replace(filters, trust=trust if "trust" in said else DEFAULT_TRUST), names)


def _entries(said: Json, key: str) -> Sequence[int | str]:
    values = said.get(key) or []
    found = [value for value in values if _is_entry(value)] if isinstance(values, list) else None
    if found is None or len(found) != len(values if isinstance(values, list) else ()):
        raise ExplorerError(f"“{key}” is a list of ids or names.", HINT)
    return found


def _is_entry(value: object) -> bool:
    if isinstance(value, bool):
        return False
    return (isinstance(value, int) and abs(value) < 2**63) or (isinstance(value, str) and bool(value.strip()))


def _words(said: Json, key: str) -> list[str]:
    values = said.get(key, [])
    known = _WORDS.get(key)
    if not isinstance(values, list) or not all(isinstance(value, str) and value for value in values):
        raise ExplorerError(f"“{key}” is a list of words.", HINT)
    if known is not None and (unknown := [value for value in values if value not in known]):
        raise ExplorerError(f"“{key}” does not know “{unknown[0]}”.", f"Known: {', '.join(known)}.")
    return values


def _share(said: Json) -> int:
    value = said.get("similar", 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 99:
        raise ExplorerError("“similar” is a percentile from 0 to 99.", HINT)
    return value


def _day(said: Json, key: str) -> str:
    value = said.get(key, "")
    if not isinstance(value, str) or (value and not _DAY.fullmatch(value)):
        raise ExplorerError(f"“{key}” is a date such as 2024-05-06, a month or a year.", HINT)
    return value


def found_filters(reader: Reader, said: FilterWords) -> Filters:
    """Filters whose names are found in a library; a merged node is the one that was kept.

    An id that finds nothing stays: what was chosen by something that is gone shows nothing, rather than all.
    NotFound where a name is not clear.
    """
    filters = said.rest
    for facet, kind in FACET_KINDS.items():
        ids = [int(value) for value in filters.ticked(facet)]
        there = {row.id for row in nodes(reader, ids)} if ids else set()
        kept = {node if node in there else kept_for(reader, node) or node for node in ids}
        named = {find_node(reader, word, kind) for word in said.names.get(facet, ())}
        filters = filters.with_values(facet, kept | named)
    return filters


def filters_within(reader: Reader, filters: Filters, within: frozenset[int]) -> Filters | None:
    """What an old version kept as ticked editions, digests and tags; None where they are of several facets.

    Those were alternatives across facets, which filters no longer are.
    """
    facets = {kind: facet for facet, kind in FACET_KINDS.items()}
    found = {facets.get(NodeKind(row.kind), "") for row in nodes(reader, within)}
    if len(found) != 1 or "" in found:
        return None
    return filters.with_values(found.pop(), within)
