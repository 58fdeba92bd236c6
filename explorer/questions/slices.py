"""Slices: sets of papers that can be compared: an edition, a week, a time, a tag, a saved view."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from explorer.errors import ExplorerError, NotFound
from explorer.graph.build import build_view
from explorer.importers._named_editions import find_editions
from explorer.model import NodeId, NodeKind
from explorer.questions.lookup import find_node
from explorer.questions.views import view_from_words
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.saved_views import view_named
from explorer.store.term_counts import (
    papers_among,
    papers_of_document,
    papers_of_edition,
    papers_tagged,
)
from explorer.store.times import papers_dated

HINT = (
    "Name an edition, a digest's week, a year (2023), a month (2023-11), a week (2024-W18), a tag or a view."
)
_DAY = r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?"
_TIME = re.compile(rf"({_DAY})(?:\.\.({_DAY}))?")
_WEEK = re.compile(r"((?:19|20)\d\d)-?W(\d\d?)", re.I)


class SliceKind(StrEnum):
    EDITION = "edition"
    ISSUE = "issue"
    TIME = "time"
    TAG = "tag"
    VIEW = "view"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Slice:
    """Attributes:
    node: The edition, issue, tag or document; None of a time, a view, and an edition that nothing names.
    papers: Ids, ascending.
    is_list: Whether a list of an edition says which papers there are; else some of them may be missing.
    """

    name: str
    kind: SliceKind
    papers: tuple[NodeId, ...]
    node: NodeId | None = None
    is_list: bool = False

    @property
    def lacks_list(self) -> bool:
        """Whether it is an edition whose list has not been imported."""
        return self.kind is SliceKind.EDITION and not self.is_list


def find_slice(reader: Reader, words: str) -> Slice:
    """The papers that a person means; an edition of a known venue that is not there is an empty slice.

    "tag:" and "view:" before a name say what it is where several things have it.

    Raises:
        NotFound: Nothing has the name.
        ExplorerError: What has it is no set of papers.
    """
    words = " ".join(words.split())
    prefix, _, rest = words.partition(":")
    if prefix.casefold() == "view" or view_named(reader, words) is not None:
        return _of_view(reader, rest.strip() if prefix.casefold() == "view" else words)
    if prefix.casefold() == "tag":
        return slice_of(reader, find_node(reader, rest.strip(), NodeKind.TAG))
    if found := _of_time(reader, words):
        return found
    named = find_editions(words)
    if len(named) == 1 and (named[0].start, named[0].end) == (0, len(words)):
        return edition_slice(reader, named[0].edition.name)
    return slice_of(reader, find_node(reader, words))


def edition_slice(reader: Reader, name: str) -> Slice:
    """The papers of a conference edition by its name; none where the library has no such edition."""
    try:
        return slice_of(reader, find_node(reader, name, NodeKind.EDITION))
    except NotFound:
        return Slice(name, SliceKind.EDITION, ())


def slice_of(reader: Reader, node: NodeId) -> Slice:
    """The papers of an edition, issue, tag or document."""
    row = nodes(reader, [node])[0]
    kind = NodeKind(row.kind)
    if kind in (NodeKind.EDITION, NodeKind.ISSUE):
        papers, is_list = papers_of_edition(reader, node)
        told = SliceKind.EDITION if kind is NodeKind.EDITION else SliceKind.ISSUE
        return Slice(row.name, told, tuple(papers), node, is_list)
    if kind is NodeKind.TAG:
        return Slice(row.name, SliceKind.TAG, tuple(papers_tagged(reader, node)), node)
    if kind is NodeKind.DOCUMENT:
        return Slice(row.name, SliceKind.DOCUMENT, tuple(papers_of_document(reader, node)), node)
    raise ExplorerError(f"“{row.name}” is no set of papers.", HINT)


def _of_view(reader: Reader, name: str) -> Slice:
    view = view_from_words(reader, name)
    shown = view.nodes or frozenset(build_view(reader, view.query).ids.tolist())
    papers = papers_among(reader, sorted(shown))
    return Slice(view.name or view.title, SliceKind.VIEW, tuple(papers))


def _of_time(reader: Reader, words: str) -> Slice | None:
    week = _WEEK.fullmatch(words)
    time = _TIME.fullmatch(words)
    if week:
        try:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        except ValueError as error:
            raise ExplorerError(f"There is no week {words}.", HINT) from error
        first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    elif time:
        first, last = time[1], time[2] or time[1]
    else:
        return None
    return Slice(words, SliceKind.TIME, tuple(papers_dated(reader, first, last)))
