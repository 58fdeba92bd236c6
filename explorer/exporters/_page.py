"""What the HTML page says beside its drawing: counts, legend, list of all nodes, provenance."""

from __future__ import annotations

from dataclasses import dataclass

from explorer import __version__
from explorer.exporters._citation import address, year
from explorer.exporters.safe import one_line, plain
from explorer.graph.snapshot import Quote, Record, Snapshot
from explorer.graph.style import EdgeLook
from explorer.model import NodeKind
from explorer.render.marks import (
    CHANGED,
    GONE,
    NEW,
    PINNED,
    RADIUS_PX,
    READ,
    READING,
    RIM_PX,
    STROKE_PX,
    STROKES,
    mark_colour,
    marks_of,
)
from explorer.render.shapes import HALF_EXTENT, RING_SHARE, corner, polygon
from explorer.render.tags import own_looks, pill
from explorer.render.text import glyph_language
from explorer.render.theme import Theme

#: kind -> (word for one, word for many), in the order of the list and the legend
KIND_WORDS = {
    NodeKind.CONCEPT: ("method", "methods"),
    NodeKind.PAPER: ("paper", "papers"),
    NodeKind.EDITION: ("venue", "venues"),
    NodeKind.ISSUE: ("digest", "digests, reports and talks"),
    NodeKind.TAG: ("trend", "trend tags"),
    NodeKind.PERSON: ("person", "people"),
    NodeKind.DOCUMENT: ("document", "documents"),
}
MARK_WORDS = {
    PINNED: "pinned",
    READING: "being read",
    READ: "read",
    NEW: "new",
    GONE: "gone",
    CHANGED: "changed",
}
_LOOK_WORDS = {
    EdgeLook.ARROW_AT_SOURCE: "builds on",
    EdgeLook.CROSSBAR: "versus",
    EdgeLook.DOTS: "evaluated on",
    EdgeLook.DASHED: "similar",
    EdgeLook.DOTTED: "proposed",
}
_LOOK_MARKS = {
    EdgeLook.ARROW_AT_SOURCE: '<path d="M25 0 18-4v8z" fill="{0}" stroke="none"/>',
    EdgeLook.CROSSBAR: '<path d="M13-5V5" stroke="{0}"/>',
    EdgeLook.DOTS: '<circle cx="3" r="2.4" fill="{0}"/><circle cx="23" r="2.4" fill="{0}"/>',
    EdgeLook.DASHED: "",
    EdgeLook.DOTTED: "",
}
_BREAKS = {EdgeLook.DASHED: ' stroke-dasharray="4 3"', EdgeLook.DOTTED: ' stroke-dasharray="2 3"'}


@dataclass(frozen=True, slots=True)
class Legend:
    """A row of the legend: SVG marks of our own making, and words."""

    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """A node in the list beside the drawing; all are plain texts. Without ``node`` it is not drawn."""

    node: str
    name: str
    language: str
    byline: str
    link: str


@dataclass(frozen=True, slots=True)
class Group:
    """All nodes of one kind, in the order of the names."""

    words: str
    items: tuple[Item, ...]


def counts(snapshot: Snapshot, rows: list[int], edge_rows: list[int], between: int) -> str:
    """How much of the view is drawn, in one sentence that never hides a cut.

    Args:
        between: How many edges the view has between the rows.
    """
    shown, total = len(rows), len(snapshot.scene.view.ids) + snapshot.scene.view.left_out
    nodes = (
        _count(total, "node")
        if shown == total
        else f"The {shown:,} most important of {_count(total, 'node')}"
    )
    cut = "" if len(edge_rows) == between else f", the strongest of {between:,}"
    return f"{nodes}, with {_count(len(edge_rows), 'link')} between them{cut}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def provenance(snapshot: Snapshot) -> str:
    """Where the drawing comes from, for whoever finds the file later."""
    return (
        f"Made with Paper Explorer {__version__} on {one_line(snapshot.made_on)} from the library "
        f"{one_line(snapshot.library)}. Quotes stand as in their sources. "
        "This page asks no network for anything."
    )


def node_legend(snapshot: Snapshot, rows: list[int], theme: Theme) -> list[Legend]:
    """Rows for the kinds of the nodes that are drawn; tags that only a document claims have their own."""
    view = snapshot.scene.view
    claimed = {row for row, (_, is_claimed) in own_looks(view).items() if is_claimed}.intersection(rows)
    present = {int(view.kinds[row]) for row in rows if row not in claimed}
    out = [Legend(_node_mark(kind, theme), words[0]) for kind, words in KIND_WORDS.items() if kind in present]
    return out + ([Legend(_claimed_mark(theme), "claimed trend")] if claimed else [])


def _claimed_mark(theme: Theme) -> str:
    shape = pill(("", True), 5.0, theme)
    width, height = (half * 5.0 - shape.width / 2 for half in HALF_EXTENT[NodeKind.TAG])
    return (
        f'<rect x="{-width:.2f}" y="{-height:.2f}" width="{2 * width:.2f}" height="{2 * height:.2f}" '
        f'rx="{height:.2f}" fill="none" stroke="{shape.line}" stroke-width="{shape.width:.2f}" '
        f'stroke-linecap="round" stroke-dasharray="0.01 {2 * shape.width:.2f}"/>'
    )


def mark_legend(snapshot: Snapshot, rows: list[int], theme: Theme) -> list[Legend]:
    """Rows for the pins and read states of the nodes that are drawn."""
    there = {mark for row in rows for mark in marks_of(snapshot.scene, row)}
    return [Legend(_sign(mark, theme), words) for mark, words in MARK_WORDS.items() if mark in there]


def _sign(mark: str, theme: Theme) -> str:
    colour, radius = mark_colour(mark, theme), RADIUS_PX[mark]
    if mark != READING:
        return f'<circle r="{radius}" fill="{colour}"/>{mark_strokes(mark, radius, theme)}'
    ring = f'<circle r="{radius}" fill="none" stroke="{colour}" stroke-width="{RIM_PX}"/>'
    return f'{ring}<path d="M0-{radius}A{radius} {radius} 0 0 0 0 {radius}z" fill="{colour}"/>'


def mark_strokes(mark: str, radius: float, theme: Theme) -> str:
    """The sign in the disk of what changed, as SVG around its middle; "" of other marks."""
    lines = [[f"{part * radius:.2f}" for part in line] for line in STROKES.get(mark, ())]
    path = "".join(f"M{x1} {y1}L{x2} {y2}" for x1, y1, x2, y2 in lines)
    return f'<path d="{path}" stroke="{theme.canvas}" stroke-width="{STROKE_PX}"/>' if path else ""


def _node_mark(kind: NodeKind, theme: Theme) -> str:
    colour, size = theme.nodes[kind], 5.0
    width, height = (half * size for half in HALF_EXTENT[kind])
    if points := polygon(kind):
        corners = " ".join(f"{x * size:.2f},{y * size:.2f}" for x, y in points)
        return f'<polygon points="{corners}" fill="{colour}"/>'
    if (rounding := corner(kind)) is not None:
        return (
            f'<rect x="{-width:.2f}" y="{-height:.2f}" width="{2 * width:.2f}" height="{2 * height:.2f}" '
            f'rx="{rounding * size:.2f}" fill="{colour}"/>'
        )
    if kind is NodeKind.PERSON:
        ring = RING_SHARE * size
        return f'<circle r="{width - ring / 2:.2f}" fill="none" stroke="{colour}" stroke-width="{ring:.2f}"/>'
    return f'<circle r="{width:.2f}" fill="{colour}"/>'


def edge_legend(looks: set[EdgeLook], theme: Theme) -> list[Legend]:
    """Rows for the looks that occur and mean something; a plain line needs no words."""
    rows = []
    for look, words in _LOOK_WORDS.items():
        if look in looks:
            colour = theme.edges[look]
            dash = _BREAKS.get(look, "")
            line = f'<path d="M1 0H25" stroke="{colour}" stroke-width="1.4"{dash}/>'
            rows.append(Legend(line + _LOOK_MARKS[look].format(colour), words))
    return rows


def groups(snapshot: Snapshot, rows: list[int]) -> list[Group]:
    """Every node of the view by kind, for readers who do not see the drawing too.

    Args:
        rows: Those that are drawn; where a node stands in many places, the others are no nodes of their own.
    """
    view, drawn = snapshot.scene.view, frozenset(rows)
    records = {record.id: record for record in snapshot.records}
    listed = range(len(view.ids)) if view.stands_for is None else rows
    found = []
    for kind, (_, many) in KIND_WORDS.items():
        members = [row for row in listed if view.kinds[row] == kind]
        members.sort(key=lambda row: (view.names[row].casefold(), row))
        if members:
            found.append(Group(many, tuple(_item(snapshot, row, records, row in drawn) for row in members)))
    return found


def _item(snapshot: Snapshot, row: int, records: dict[int, Record], is_drawn: bool) -> Item:
    node_id, name = int(snapshot.scene.view.ids[row]), one_line(snapshot.scene.view.names[row])
    record = records.get(node_id)
    link = address(record) if record else ""
    node = str(node_id) if is_drawn else ""
    return Item(node, name, glyph_language(name), byline(record) or lane_of(snapshot, row), link)


def lane_of(snapshot: Snapshot, row: int) -> str:
    """The lane in which a node stands that is drawn in several; "" for others."""
    view = snapshot.scene.view
    return one_line(str(view.columns["lane_name"][row])) if view.stands_for is not None else ""


def byline(record: Record | None) -> str:
    """First authors, venue and year of a paper in one line, "" for other nodes."""
    if record is None:
        return ""
    people = ", ".join(record.authors[:3]) + (" and others" if len(record.authors) > 3 else "")
    when = record.venue or year(record)
    return one_line(" · ".join(filter(None, (people, when, record.read_state))))


def source_line(quote: Quote) -> str:
    """Where a quote stands, and whether a machine wrote it."""
    return one_line(quote.source) + (" (machine-written text)" if quote.machine else "")


def quote_text(quote: Quote, longest: int) -> str:
    """The quote as plain text, cut with “…” after so many characters."""
    text = plain(quote.exact)
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
