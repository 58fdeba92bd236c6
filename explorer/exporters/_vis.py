"""The view as nodes, edges and options of vis-network: numbers, colours of the theme and plain texts."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.exporters import _page
from explorer.exporters._graph import edge_words
from explorer.exporters.safe import number, one_line
from explorer.graph.camera import Camera, Margins, fit, margins_beside
from explorer.graph.snapshot import Quote, Record, Snapshot
from explorer.graph.style import LABEL_PX, EdgeLook, edge_lanes, edge_looks
from explorer.model import NodeKind
from explorer.render import axes as axis_shapes
from explorer.render.frame import make_frame
from explorer.render.marks import (
    ASIDE,
    LEAST_PX,
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
from explorer.render.text import glyph_language, spans
from explorer.render.theme import Theme

MAX_NODES = 1_500  # above this a browser's canvas no longer follows the mouse
MAX_EDGES = 8_000
CROWDED_EDGES = 1_200  # from here on edges are thin, and hidden while the drawing moves
PAGE_PX = (1_040.0, 760.0)  # for which positions and sizes are made: vis-network's scale 1
QUOTES_IN_TOOLTIP = 3
QUOTES_IN_PANEL = 20
_TOOLTIP_QUOTE = 300  # characters
_PANEL_QUOTE = 1_200

Option = dict[str, object]

#: what stands on an edge: (where, vis-network's name, size)
_ARROWS: dict[EdgeLook, tuple[tuple[str, ...], str, float]] = {
    EdgeLook.PLAIN: ((), "arrow", 0.0),
    EdgeLook.DASHED: ((), "arrow", 0.0),
    EdgeLook.DOTTED: ((), "arrow", 0.0),
    EdgeLook.ARROW_AT_SOURCE: (("from",), "arrow", 0.6),
    EdgeLook.ARROW_AT_TARGET: (("to",), "arrow", 0.6),
    EdgeLook.CROSSBAR: (("middle",), "bar", 0.5),
    EdgeLook.DOTS: (("from", "to"), "circle", 0.3),
}


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Attributes:
    rows, edge_rows: What of the view is drawn, most important node and weakest edge first.
    between: How many edges the view has between the rows.
    nodes, edges: Options per node and edge, in the order of the rows.
    options: Options of the network.
    look: What the page's own script draws with.
    looks: Looks of edges that occur.
    """

    rows: list[int]
    edge_rows: list[int]
    between: int
    nodes: list[Option]
    edges: list[Option]
    options: Option
    look: Option
    looks: set[EdgeLook]


def drawing_of(snapshot: Snapshot, theme: Theme) -> Drawing:
    """All that vis-network is given for the most important nodes and the edges between them."""
    rows = snapshot.scene.label_order[:MAX_NODES].tolist()
    between = _edges_between(snapshot, rows)
    edge_rows = between[-MAX_EDGES:]
    looks = edge_looks(snapshot.scene.view)
    return Drawing(
        rows=rows,
        edge_rows=edge_rows,
        between=len(between),
        nodes=_nodes(snapshot, rows, theme),
        edges=_edges(snapshot, edge_rows, looks, theme),
        options=_options(len(edge_rows)),
        look=_look(theme) | {"axes": _axes(snapshot, rows, theme), "page": PAGE_PX},
        looks={EdgeLook(look) for look in looks[edge_rows].tolist()},
    )


def _axes(snapshot: Snapshot, rows: list[int], theme: Theme) -> list[Option]:
    """Bands, lines and words of time axes and lanes, in the coordinates of the nodes."""
    axes = snapshot.scene.axes
    if axes is None:
        return []
    camera = page_camera(snapshot, rows)
    shapes = [*axis_shapes.ground(axes, camera, theme), *axis_shapes.heads(axes, camera, theme)]
    return [_shape(shape) for shape in shapes]


def _shape(shape: axis_shapes.Shape) -> Option:
    middle = (PAGE_PX[0] / 2, PAGE_PX[1] / 2)

    def moved(points: tuple[float, ...]) -> list[float]:
        return [round(value - middle[index % 2], 2) for index, value in enumerate(points)]

    if isinstance(shape, axis_shapes.Words):
        bold, language = shape.ink.bold, glyph_language(shape.text)
        text = {"text": one_line(shape.text), "px": shape.ink.size_px, "bold": bold, "language": language}
        return {"at": moved(shape.at), "colour": shape.ink.colour, **text}
    if isinstance(shape, axis_shapes.Box):
        return {"box": moved(shape.box), "colour": shape.colour, "opacity": shape.opacity}
    line = {"line": moved(shape.line), "width": shape.width}
    return {**line, "colour": shape.colour, "opacity": shape.opacity}


def _edges_between(snapshot: Snapshot, rows: list[int]) -> list[int]:
    """Edge rows with both ends among the rows, weakest first: the strongest are drawn on top."""
    view = snapshot.scene.view
    kept = np.zeros(len(view.ids), bool)
    kept[rows] = True
    inside = np.flatnonzero(kept[view.ends].all(axis=1))
    strength = np.lexsort((inside, view.weights[inside], view.sources[inside]))
    return [int(row) for row in inside[strength]]


def _nodes(snapshot: Snapshot, rows: list[int], theme: Theme) -> list[Option]:
    scene = snapshot.scene
    looks = own_looks(scene.view)
    frame = make_frame(scene, page_camera(snapshot, rows))
    places, sizes = frame.xy - (PAGE_PX[0] / 2, PAGE_PX[1] / 2), frame.radius
    records = {record.id: record for record in snapshot.records}
    return [
        _node(snapshot, row, rank, records.get(int(scene.view.ids[row])))
        | {
            "x": round(number(float(places[row, 0])), 2),
            "y": round(number(float(places[row, 1])), 2),
            "size": round(max(number(float(sizes[row])), 2.0), 2),
        }
        | ({"pill": asdict(pill(looks[row], float(sizes[row]), theme))} if row in looks else {})
        for rank, row in enumerate(rows)
    ]


def page_camera(snapshot: Snapshot, rows: list[int]) -> Camera:
    """Camera of the page for which positions and sizes are made."""
    scene = snapshot.scene
    return fit(scene, PAGE_PX, margins_beside(scene, Margins()), np.array(rows, np.int64))


def _node(snapshot: Snapshot, row: int, rank: int, record: Record | None) -> Option:
    view = snapshot.scene.view
    kind, name = NodeKind(int(view.kinds[row])), one_line(view.names[row])
    label = one_line(snapshot.scene.labels[row])
    about = _page.byline(record) or _page.lane_of(snapshot, row)
    signs = marks_of(snapshot.scene, row)
    has_state = record is not None and bool(record.read_state)  # which its line says
    marks = (_page.MARK_WORDS[mark] for mark in signs if mark not in (READING, READ) or not has_state)
    words = " · ".join(filter(None, (_page.KIND_WORDS[kind][0], about, *marks)))
    return {
        "id": str(view.ids[row]),  # a script's numbers end at 53 bits
        "label": " ",  # drawn by the page's script; pyvis would put the id for ""
        "shape": "custom",
        "title": f"{name}\n{words}",
        "kind": kind.name.lower(),
        "name": name,
        "language": glyph_language(name),
        "words": words,
        "parts": [[span.text, span.language] for span in spans(label)] if label else [],
        "marks": list(signs),
        "bold": kind is NodeKind.CONCEPT or row == view.center,
        "rank": rank,
    }


def _edges(snapshot: Snapshot, edge_rows: list[int], looks: NDArray[np.uint8], theme: Theme) -> list[Option]:
    view = snapshot.scene.view
    lanes = edge_lanes(view.ends)
    thin = 1.0 if len(edge_rows) < CROWDED_EDGES else 0.55
    lines = {look: _line(look, theme, thin) for look in EdgeLook}
    return [
        _edge(snapshot, row)
        | lines[EdgeLook(int(looks[row]))]
        | {"width": _width(int(view.sources[row])) * thin, "smooth": _bend(float(lanes[row]))}
        for row in edge_rows
    ]


def _edge(snapshot: Snapshot, row: int) -> Option:
    view = snapshot.scene.view
    source, target = view.ends[row].tolist()
    words, trust = edge_words(snapshot, row), _trust(int(view.sources[row]))
    quotes = snapshot.quotes.get(row, ())
    said = f"{one_line(view.names[source])} {words} {one_line(view.names[target])}"
    return {
        "id": row,
        "from": str(view.ids[source]),
        "to": str(view.ids[target]),
        "title": "\n".join([said, trust, *_tooltip(quotes)]),
        "words": words,
        "trust": trust,
        "quotes": [_quote(quote) for quote in quotes[:QUOTES_IN_PANEL]],
        "more": _more(len(quotes) - QUOTES_IN_PANEL),
    }


def _trust(sources: int) -> str:
    if sources == 0:
        return "computed, stated by nobody"
    return f"stated in {sources} source{'' if sources == 1 else 's'}"


def _tooltip(quotes: tuple[Quote, ...]) -> list[str]:
    lines = [
        f"\n“{_page.quote_text(quote, _TOOLTIP_QUOTE)}”\n— {_page.source_line(quote)}"
        for quote in quotes[:QUOTES_IN_TOOLTIP]
    ]
    more = _more(len(quotes) - QUOTES_IN_TOOLTIP)
    return [*lines, more] if more else lines


def _more(count: int) -> str:
    return f"and {count} more" if count > 0 else ""


def _quote(quote: Quote) -> Option:
    exact = _page.quote_text(quote, _PANEL_QUOTE)
    return {"exact": exact, "language": glyph_language(exact), "source": _page.source_line(quote)}


def _line(look: EdgeLook, theme: Theme, thin: float) -> Option:
    where, mark, size = _ARROWS[look]
    return {
        "color": {"color": theme.edges[look], "highlight": theme.accent, "hover": theme.accent},
        "dashes": {EdgeLook.DASHED: [4, 3], EdgeLook.DOTTED: [2, 3]}.get(look, False),
        "arrows": {end: {"enabled": True, "type": mark, "scaleFactor": size * thin} for end in where},
    }


def _width(sources: int) -> float:
    """Pixels: the more distinct sources, the wider."""
    return round(min(1.0 + 0.7 * math.log2(max(sources, 1)), 4.5), 2)


def _bend(lane: float) -> Option | bool:
    """A curve where several edges join the same two nodes."""
    if not lane:
        return False
    return {"enabled": True, "type": "curvedCW" if lane > 0 else "curvedCCW", "roundness": abs(lane) * 0.16}


def _options(edge_count: int) -> Option:
    many = edge_count >= CROWDED_EDGES
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": True,
            "hoverConnectedEdges": False,
            "selectConnectedEdges": False,
            "tooltipDelay": 120,
            "hideEdgesOnDrag": many,
            "hideEdgesOnZoom": many,
        },
        "edges": {"hoverWidth": 0.8, "selectionWidth": 1.2, "arrowStrikethrough": False},
    }


def _look(theme: Theme) -> Option:
    shapes = {
        kind.name.lower(): {
            "half": HALF_EXTENT[kind],
            "polygon": polygon(kind),
            "corner": corner(kind),
            "hollow": RING_SHARE if kind is NodeKind.PERSON else 0,
            "colour": theme.nodes[kind],
        }
        for kind in NodeKind
    }
    tokens = {token: getattr(theme, token) for token in ("canvas", "ink", "dim", "accent")}
    marks = {
        what: {
            "radius": RADIUS_PX[what],
            "colour": mark_colour(what, theme),
            "strokes": STROKES.get(what, ()),
        }
        for what in RADIUS_PX
    }
    placing = {"aside": ASIDE, "least_px": LEAST_PX, "rim_px": RIM_PX, "stroke_px": STROKE_PX}
    return {**tokens, "label_px": LABEL_PX, "shapes": shapes, "marks": marks, "placing": placing}
