"""Filters in words: facets, their values, and what is filtered in one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from explorer.graph.filters import DATES, DEFAULT_TRUST, ID_FACETS, Filters, Trust, Value
from explorer.model import NodeKind
from explorer.ui.time_words import times_words
from explorer.ui.words import KIND_ORDER, kind_name, language_name, number, translated

_ = QT_TRANSLATE_NOOP
_IN = "Filters"
_NAMED = 2  #: values that a chip names; of more it tells the number

#: facet -> its head, in the order of the panel
FACETS = {
    "kinds": _(_IN, "Kind"),
    "read": _(_IN, "Read state"),
    "languages": _(_IN, "Language"),
    "editions": _(_IN, "Editions"),
    "weeks": _(_IN, "Digests, talks"),
    "methods": _(_IN, "Methods"),
    "tags": _(_IN, "Trends"),
    "people": _(_IN, "People"),
    "edge_kinds": _(_IN, "Links"),
    "trust": _(_IN, "Trust in links"),
    "similar": _(_IN, "Similarity"),
}
_WORDS = {
    "unread": _(_IN, "unread"),
    "reading": _(_IN, "being read"),
    "read": _(_IN, "read"),
    Trust.SEVERAL: _(_IN, "stated in 2 sources or more"),
    Trust.ONE: _(_IN, "stated in 1 source"),
    Trust.RULE: _(_IN, "inferred by rule"),
    Trust.DISPUTED: _(_IN, "disputed"),
    Trust.PROPOSED: _(_IN, "proposed, unchecked"),
    50: _(_IN, "the nearer half"),
    75: _(_IN, "the nearest quarter"),
    90: _(_IN, "the nearest tenth"),
    95: _(_IN, "the nearest twentieth"),
    99: _(_IN, "the nearest hundredth"),
}
#: edge kind -> its label as a head, where a verb without ends would be a riddle in some languages
_EDGES = {
    "appears": _(_IN, "appears in"),
    "asserted": _(_IN, "states"),
    "discusses": _(_IN, "discusses"),
    "names": _(_IN, "names"),
    "proposed": _(_IN, "may state"),
    "similar": _(_IN, "is similar to"),
    "tagged": _(_IN, "is tagged"),
    "wrote": _(_IN, "wrote"),
}
_ANY = _(_IN, "Similarity from the {n}th percentile")
_GONE = _(_IN, "no longer there")
_DATES = _(_IN, "Time")
_NONE = _(_IN, "none")


def facet_name(name: str) -> str:
    """The head of a facet, or of the dates."""
    return translated(_IN, _DATES if name in DATES else FACETS[name])


def edge_name(kind: str) -> str:
    """An edge kind as a head."""
    return translated(_IN, _EDGES[kind])


def value_name(facet: str, value: Value, names: Mapping[int, str]) -> str:
    """A value in words; ``names`` are those of nodes."""
    if facet == "kinds":
        return kind_name(NodeKind(int(value)), True)
    if facet == "languages":
        return language_name(str(value))
    if facet == "edge_kinds":
        return edge_name(str(value))
    if facet in ID_FACETS:
        return names.get(int(value)) or translated(_IN, _GONE)
    return translated(_IN, _WORDS[value]) if value in _WORDS else str(value)


def chips_of(filters: Filters, names: Mapping[int, str]) -> tuple[tuple[str, str], ...]:
    """(field, words) for each filter in use: "Language: 日本語"; both dates are one, all kinds none."""
    out = []
    for name in filters.active:
        is_all = name == "kinds" and filters.kinds >= set(KIND_ORDER)
        if is_all or (name == "until" and filters.since):
            continue
        head = facet_name(name)
        out.append((name, head + ": " + _said(filters, name, names)))
    return tuple(out)


def _said(filters: Filters, name: str, names: Mapping[int, str]) -> str:
    if name in DATES:
        return times_words(filters.since, filters.until) or f"{filters.since} – {filters.until}"
    if name == "similar":
        known = translated(_IN, _WORDS.get(filters.similar, ""))
        return known or translated(_IN, _ANY).format(n=filters.similar)
    if name == "trust" and filters.trust > DEFAULT_TRUST:
        return "+ " + value_name("trust", Trust.PROPOSED, names)
    ticked = filters.ticked(name)
    ordered: Iterable[Value] = [kind for kind in KIND_ORDER if kind in ticked] if name == "kinds" else []
    if name == "trust":
        ordered = [trust for trust in Trust if trust in ticked]
    values = [value_name(name, value, names) for value in ordered or sorted(ticked, key=str)]
    more = len(values) - _NAMED
    words = ", ".join(values[:_NAMED]) or translated(_IN, _NONE)
    return f"{words} +{number(more)}" if more > 0 else words


def fields_of(name: str) -> tuple[str, ...]:
    """The fields that go together with one filter: both dates."""
    return DATES if name in DATES else (name,)
