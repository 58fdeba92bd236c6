"""Answers that the window puts together from several questions, and the records that carry them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from explorer.errors import NotFound
from explorer.graph.query import ViewQuery
from explorer.graph.scene import Scene
from explorer.graph.view import GraphView
from explorer.model import NodeKind
from explorer.questions.evidence import Statement
from explorer.questions.explain import explain
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.passport import Passport, passport
from explorer.questions.passport_places import papers_page
from explorer.questions.passport_text import BLOCKS_SHOWN, text_page
from explorer.questions.reasons import reasons_between
from explorer.questions.shared import in_common
from explorer.ui.look import Look
from explorer.ui.panels.passport_kinds import papers_section, text_section
from explorer.ui.panels.passport_pages import WHY, Section, Wanted, WhyRow
from explorer.ui.panels.walk_rows import common_sections


@dataclass(frozen=True, slots=True)
class Shown:
    """A scene, and whether the camera stays where it is; or the look that is to be had again."""

    scene: Scene
    keep_camera: bool
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class PartOfView:
    """What of a view the list is about, and what that is; ``query`` is the view's."""

    query: ViewQuery
    nodes: frozenset[int]
    about: str


@dataclass(frozen=True, slots=True)
class Between:
    """What is said between two nodes, and what both share."""

    names: tuple[str, str]
    statements: tuple[Statement, ...]
    common: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class More:
    """The next part of a long list or text, with the wish that it answers."""

    wanted: Wanted
    section: Section


def passport_or_none(reader, node: int, at: int | None = None) -> Passport | None:
    """The passport of a node, or None where an undo has taken it away; a document's text around ``at``."""
    try:
        return passport(reader, node, at)
    except NotFound:
        return None


def checked(answer: Passport | Between, shows_proposals: bool) -> Passport | Between:
    """A passport, or what lies between two nodes, without what nobody has checked where that is hidden."""
    if shows_proposals:
        return answer
    return replace(answer, statements=tuple(s for s in answer.statements if s.status != "proposed"))


def between(reader, pair: tuple[int, int], names: tuple[str, str]) -> Between:
    """Everything that is said between two nodes, and what both share."""
    return Between(names, explain(reader, *pair), common_sections(in_common(reader, *pair), names))


def more_of(reader, wanted: Wanted) -> More:
    """The next part of what a passport shows a part of."""
    if wanted.what == WHY:
        return More(wanted, Section("", (WhyRow(reasons_between(reader, wanted.node, wanted.first)),)))
    if wanted.what == "papers":
        return More(wanted, papers_section(papers_page(reader, wanted.node, wanted.first)))
    if not wanted.is_before:
        return More(wanted, text_section(text_page(reader, wanted.node, wanted.first)))
    begin = max(wanted.first - BLOCKS_SHOWN, 0)
    return More(wanted, text_section(text_page(reader, wanted.node, begin, count=wanted.first - begin)))


def known_in(view: GraphView, nodes: frozenset[int]) -> tuple[Neighbour, ...]:
    """Those of some nodes that a view holds, by name."""
    rows = sorted(row for row in map(view.row_of, nodes) if row >= 0)
    found = [Neighbour(int(view.ids[r]), view.names[r], NodeKind(int(view.kinds[r])), "", 0) for r in rows]
    return tuple(sorted(found, key=lambda node: node.name.casefold()))
