"""Filters: which nodes and links of what is within reach are shown. A value object, part of every view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeAlias

from explorer.model import NodeKind

#: node kinds that a view shows unless asked otherwise: people and renditions crowd it
DEFAULT_KINDS = frozenset({NodeKind.PAPER, NodeKind.CONCEPT, NodeKind.EDITION, NodeKind.ISSUE, NodeKind.TAG})


class Trust(StrEnum):
    """How well a link is founded."""

    SEVERAL = "several"  #: stated in two sources or more
    ONE = "one"  #: stated in one source, or by the person who uses the library
    RULE = "rule"  #: inferred by rule, known from the lexicon
    DISPUTED = "disputed"  #: another sentence says that it is not so
    PROPOSED = "proposed"  #: found by a rule, checked by nobody


DEFAULT_TRUST = frozenset(Trust) - {Trust.PROPOSED}

UNREAD = "unread"
READ_STATES = (UNREAD, "reading", "read")

Value: TypeAlias = int | str  #: a node id, or a word (kind, language, state)


@dataclass(frozen=True, slots=True)
class Filters:
    """Values within a facet are alternatives, facets hold all at once.

    ``kinds`` and ``trust`` say what is shown; of the others an empty set, 0 or "" does not filter. What they
    mean for a paper, a text and what hangs on them is told in ``explorer.graph.filter_masks``.

    Attributes:
        kinds: Node kinds shown.
        edge_kinds: Ids of edge kinds followed and shown.
        editions, weeks: Node ids of conference editions, and of digests, reports and talks.
        methods, tags, people: Node ids.
        languages: Codes of languages that there is text in.
        read: Of ``READ_STATES``.
        trust: Links shown by how well they are founded.
        similar: Percentile of all similarities above which one is shown: 90 leaves the highest tenth.
        since, until: First and last day, ISO date, month or year, "" is open; both days are in.
    """

    kinds: frozenset[NodeKind] = DEFAULT_KINDS
    edge_kinds: frozenset[str] = frozenset()
    editions: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    methods: frozenset[int] = frozenset()
    tags: frozenset[int] = frozenset()
    languages: frozenset[str] = frozenset()
    people: frozenset[int] = frozenset()
    read: frozenset[str] = frozenset()
    trust: frozenset[Trust] = DEFAULT_TRUST
    similar: int = 0
    since: str = ""
    until: str = ""

    @property
    def proposals(self) -> bool:
        """Whether links that nobody has checked are shown, and followed."""
        return Trust.PROPOSED in self.trust

    @property
    def selects(self) -> bool:
        """Whether some papers and texts are chosen from the rest."""
        return any(getattr(self, facet) for facet in (*PAPER_FACETS, *DATES))

    @property
    def active(self) -> tuple[str, ...]:
        """Names of the fields that differ from filters that nobody has touched, in their order."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) != f.default)

    def ticked(self, facet: str) -> frozenset[Value]:
        """The values of a facet that are ticked."""
        found: frozenset[Value] = getattr(self, facet)
        return found

    def with_values(self, facet: str, values: Iterable[Value]) -> Filters:
        """The same with other values of a facet."""
        changed: dict[str, Any] = {facet: frozenset(values)}
        return replace(self, **changed)

    def without(self, *names: str) -> Filters:
        """The same as if nobody had touched some fields; no names: any."""
        default = Filters()
        given: dict[str, Any] = {name: getattr(default, name) for name in names}
        return replace(self, **given) if names else default

    def showing_proposals(self, is_on: bool) -> Filters:
        """The same with, or without, links that nobody has checked."""
        change = self.trust.union if is_on else self.trust.difference
        return replace(self, trust=frozenset(change({Trust.PROPOSED})))


#: facets that choose papers and texts, in the order of the panel
PAPER_FACETS = ("methods", "tags", "editions", "weeks", "languages", "people", "read")
DATES = ("since", "until")
ID_FACETS = ("editions", "weeks", "methods", "tags", "people")
