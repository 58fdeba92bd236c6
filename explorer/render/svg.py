"""Scene to SVG: circles are circles, text is text, and two runs write the same bytes.

Qt's own SVG engine cuts a text wherever the script changes and turns halos into outlines, so the elements are
written here from the same frame, strokes and labels that the painter draws.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from numpy.typing import NDArray

from explorer.graph.camera import Camera
from explorer.graph.picking import control_points
from explorer.graph.scene import Scene
from explorer.model import NodeKind
from explorer.render import axes as axis_shapes
from explorer.render import hulls as hull_shapes
from explorer.render.edge_shapes import DASH_PX, DOT_STEP_PX, Marks, Stroke
from explorer.render.edges import strokes
from explorer.render.fonts import families
from explorer.render.frame import Frame, make_frame
from explorer.render.label_images import leader_pens
from explorer.render.labels import Label, finished
from explorer.render.leaders import leader
from explorer.render.legend import SIGN_PX, claimed_sign, edge_sign_strokes, legend_places
from explorer.render.marks import RADIUS_PX, READING, STROKE_PX, STROKES, mark_colour, node_marks
from explorer.render.marks import RIM_PX as MARK_RIM_PX
from explorer.render.painter import PaintOptions, all_labels, page_camera, page_options
from explorer.render.shapes import HALF_EXTENT, RING_SHARE, corner, polygon, rim_width, ring_radius
from explorer.render.tags import Pill, own_looks, pill
from explorer.render.text import BASELINE, HALO_PX, Ink, spans
from explorer.render.theme import Theme


def render_svg(
    scene: Scene, size: tuple[int, int], theme: Theme, camera: Camera | None = None, title: str = ""
) -> bytes:
    """The scene as one SVG document, UTF-8; works in any thread.

    Args:
        size: Width and height of the page, pixels.
        camera: What is shown; None shows everything.
        title: What a screen reader says and a browser shows in its tab.
    """
    options = page_options(scene)
    frame = make_frame(scene, camera or page_camera(scene, size))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" '
        f'viewBox="0 0 {size[0]} {size[1]}" font-family={quoteattr(_family_list("en"))}>',
        f"<title>{_text(title)}</title>" if title else "",
        f'<rect width="100%" height="100%" fill="{theme.canvas}"/>',
        *_group("ground", _shapes(axis_shapes.ground(scene.axes, frame.camera, theme) if scene.axes else ())),
        *_group("regions", _regions(frame, theme)),
        *_group("edges", _edges(frame, theme, options)),
        *_group("nodes", _nodes(frame, theme, options)),
        *_group("marks", _node_marks(frame, theme)),
        *_labels(frame, theme, options),
        *_group("axes", _shapes(axis_shapes.heads(scene.axes, frame.camera, theme) if scene.axes else ())),
        *_group("legend", _legend(frame, theme)),
        "</svg>",
    ]
    return ("\n".join(line for line in lines if line) + "\n").encode()


def page_svg(shapes: Sequence[axis_shapes.Shape], size: tuple[int, int], theme: Theme, title: str) -> bytes:
    """Simple shapes as one SVG document, UTF-8; works in any thread."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" '
        f'viewBox="0 0 {size[0]} {size[1]}" font-family={quoteattr(_family_list("en"))}>',
        f"<title>{_text(title)}</title>",
        f'<rect width="100%" height="100%" fill="{theme.canvas}"/>',
        *_shapes(shapes),
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _shapes(shapes: Sequence[axis_shapes.Shape]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, axis_shapes.Words):
            if shape.ink.halo:
                halo = f' fill="none" stroke="{shape.ink.halo}" stroke-width="{_n(2 * HALO_PX)}"'
                more = f'{halo} stroke-linejoin="round" aria-hidden="true"'
                yield _text_element(shape.at, shape.text, "", shape.ink, more)
            yield _text_element(shape.at, shape.text, "", shape.ink, f' fill="{shape.ink.colour}"')
        elif isinstance(shape, axis_shapes.Box):
            left, top, right, bottom = shape.box
            box = f'x="{_n(left)}" y="{_n(top)}" width="{_n(right - left)}" height="{_n(bottom - top)}"'
            yield f'<rect {box} fill="{shape.colour}" fill-opacity="{_n(shape.opacity)}"/>'
        else:
            x0, y0, x1, y1 = map(_n, shape.line)
            pen = f'stroke="{shape.colour}" stroke-width="{_n(shape.width)}"'
            yield f'<path d="M{x0} {y0}L{x1} {y1}" {pen} stroke-opacity="{_n(shape.opacity)}"/>'


def _group(name: str, elements: Iterator[str]) -> list[str]:
    return [f'<g id="{name}">', *elements, "</g>"]


def _n(value: float) -> str:
    """Two decimals without trailing zeros, and no minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _text(text: str) -> str:
    """Escaped, without the control characters that no XML parser reads back."""
    return escape("".join(c if c.isprintable() or c == " " else " " for c in text))


def _edges(frame: Frame, theme: Theme, options: PaintOptions) -> Iterator[str]:
    for item in strokes(frame, theme, options.focus):
        yield from _stroke(item) if isinstance(item, Stroke) else _marks(item)


def _regions(frame: Frame, theme: Theme) -> Iterator[str]:
    for ground in hull_shapes.grounds(frame.scene, frame.camera, theme):
        rim = f'stroke="{ground.rim}" stroke-opacity="{_n(hull_shapes.RIM_OPACITY * ground.strength)}"'
        fill = f'fill="{ground.fill}" fill-opacity="{_n(ground.strength)}" fill-rule="evenodd"'
        path = "".join(_loop(frame.camera.to_screen(loop)) for loop in ground.hull.loops)
        yield f'<path d="{path}" {fill} {rim}><title>{_text(ground.hull.region.name)}</title></path>'


def _loop(loop: NDArray[np.float64]) -> str:
    loop = hull_shapes.coarser(loop)
    x, y = hull_shapes.begin(loop)
    bends = "".join(f"Q{_n(a)} {_n(b)} {_n(c)} {_n(d)}" for a, b, c, d in hull_shapes.bends(loop))
    return f"M{_n(x)} {_n(y)}{bends}Z"


def _stroke(stroke: Stroke) -> Iterator[str]:
    dash = f' stroke-dasharray="{_n(DASH_PX)}"' if stroke.dashed else ""
    if stroke.dotted:
        dash = f' stroke-dasharray="{_n(DOT_STEP_PX)} {_n(2 * DOT_STEP_PX)}"'
    opacity = f' stroke-opacity="{stroke.opacity:.3f}"' if stroke.opacity < 1 else ""
    yield f'<g fill="none" stroke="{stroke.colour}" stroke-width="{_n(stroke.width or 1.0)}"{dash}{opacity}>'
    control = control_points(stroke.ends, stroke.lanes)
    rows = zip(stroke.ends.tolist(), stroke.lanes.tolist(), control.tolist(), strict=True)
    for (x0, y0, x1, y1), lane, (cx, cy) in rows:
        curve = f"Q{_n(cx)} {_n(cy)} " if lane else "L"
        yield f'<path d="M{_n(x0)} {_n(y0)}{curve}{_n(x1)} {_n(y1)}"/>'
    yield "</g>"


def _marks(marks: Marks) -> Iterator[str]:
    opacity = f' fill-opacity="{marks.opacity:.3f}"' if marks.opacity < 1 else ""
    yield f'<g fill="{marks.colour}"{opacity}>'
    for head in marks.heads.tolist():
        yield f'<path d="M{"L".join(f"{_n(x)} {_n(y)}" for x, y in head)}Z"/>'
    for x, y in marks.dots.tolist():
        yield f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(marks.dot_px)}"/>'
    yield "</g>"


def _nodes(frame: Frame, theme: Theme, options: PaintOptions) -> Iterator[str]:
    for row in options.ringed.tolist():
        x, y = frame.xy[row].tolist()
        ring = f'fill="none" stroke="{theme.accent}" stroke-width="1.6"'
        yield f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(ring_radius(float(frame.radius[row])))}" {ring}/>'
    looks = own_looks(frame.scene.view)
    for row in frame.nodes.tolist():
        kind = NodeKind(int(frame.scene.view.kinds[row]))
        at, radius = tuple(frame.xy[row].tolist()), float(frame.radius[row])
        special = pill(looks[row], radius, theme) if row in looks else None
        shape = _pill(at, radius, special) if special else _shape(kind, at, radius, theme)
        name = _text(" ".join(frame.scene.view.names[row].split()))
        yield f"{shape[:-2]}><title>{name}</title></{shape[1 : shape.index(' ')]}>"


def _node_marks(frame: Frame, theme: Theme) -> Iterator[str]:
    for mark in node_marks(frame.scene, frame.camera):
        yield from _mark(mark.what, mark.at, theme)


def _mark(what: str, at: tuple[float, float], theme: Theme) -> Iterator[str]:
    """A disk on a ground; only its left half is filled while something is being read."""
    (x, y), radius = at, RADIUS_PX[what]
    hue = mark_colour(what, theme)
    disk = f'cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"'
    ground = f'fill="{theme.canvas}" stroke="{theme.canvas}"'
    yield f'<circle {disk} {ground} stroke-width="{_n(2 * MARK_RIM_PX)}"/>'
    fill = theme.canvas if what == READING else hue
    yield f'<circle {disk} fill="{fill}" stroke="{hue}" stroke-width="{_n(MARK_RIM_PX)}"/>'
    if what == READING:
        half = f"M{_n(x)} {_n(y - radius)}A{_n(radius)} {_n(radius)} 0 0 0 {_n(x)} {_n(y + radius)}Z"
        yield f'<path d="{half}" fill="{hue}"/>'
    if what in STROKES:
        lines = [[_n(at[i % 2] + part * radius) for i, part in enumerate(line)] for line in STROKES[what]]
        path = "".join(f"M{x1} {y1}L{x2} {y2}" for x1, y1, x2, y2 in lines)
        yield f'<path d="{path}" stroke="{theme.canvas}" stroke-width="{_n(STROKE_PX)}"/>'


def _pill(at: tuple[float, ...], radius: float, shape: Pill) -> str:
    """One empty element for a tag that has a look of its own."""
    width, height = (half * radius for half in HALF_EXTENT[NodeKind.TAG])
    box = (
        f'x="{_n(at[0] - width)}" y="{_n(at[1] - height)}" width="{_n(2 * width)}" height="{_n(2 * height)}"'
    )
    dots = f' stroke-linecap="round" stroke-dasharray="0 {_n(2 * shape.width)}"' if shape.dotted else ""
    paint = f'fill="{shape.fill}" stroke="{shape.line}" stroke-width="{_n(shape.width)}"{dots}'
    return f'<rect {box} rx="{_n((corner(NodeKind.TAG) or 0.0) * radius)}" {paint}/>'


def _shape(kind: NodeKind, at: tuple[float, ...], radius: float, theme: Theme) -> str:
    """One empty element for a node's shape."""
    x, y = at
    paint = f'fill="{theme.nodes[kind]}" stroke="{theme.canvas}" stroke-width="{_n(rim_width(radius))}"'
    width, height = HALF_EXTENT[kind][0] * radius, HALF_EXTENT[kind][1] * radius
    corners = polygon(kind)
    rounded = corner(kind)
    if corners:
        points = " ".join(f"{_n(x + a * radius)},{_n(y + b * radius)}" for a, b in corners)
        return f'<polygon points="{points}" {paint}/>'
    if rounded is not None:
        box = f'x="{_n(x - width)}" y="{_n(y - height)}" width="{_n(2 * width)}" height="{_n(2 * height)}"'
        return f'<rect {box} rx="{_n(rounded * radius)}" {paint}/>'
    if kind is NodeKind.PERSON:
        paint = f'fill="{theme.canvas}" stroke="{theme.nodes[kind]}" stroke-width="{_n(RING_SHARE * radius)}"'
        width -= RING_SHARE * radius / 2
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(width)}" {paint}/>'


def _labels(frame: Frame, theme: Theme, options: PaintOptions) -> Iterator[str]:
    """Halos first, in a group of their own: not every program paints a stroke below its fill."""
    labels = finished(all_labels(frame, theme, options))
    halo = f'stroke-width="{_n(2 * HALO_PX)}" stroke-linejoin="round" aria-hidden="true"'
    if any(label.led for label in labels):
        yield '<g id="leaders">'
        yield from (_leader(frame, label) for label in labels if label.led)
        yield "</g>"
    yield f'<g id="halos" fill="none" stroke="{theme.canvas}" {halo}>'
    yield from (_label(frame, label, "") for label in labels)
    yield "</g>"
    yield '<g id="labels">'
    yield from (_label(frame, label, f' fill="{label.ink.colour}"') for label in labels)
    yield "</g>"


def _leader(frame: Frame, label: Label) -> str:
    x, y = frame.camera.to_screen(np.array([label.anchor], np.float32))[0].tolist()
    line = leader((x, y), label.box(x, y), label.reach)
    if line is None:
        return ""
    ends = f'x1="{_n(line[0])}" y1="{_n(line[1])}" x2="{_n(line[2])}" y2="{_n(line[3])}"'
    return "".join(
        f'<line {ends} stroke="{colour}" stroke-width="{_n(width)}" stroke-opacity="{_n(opacity)}"/>'
        for colour, width, opacity in leader_pens(label)
    )


def _label(frame: Frame, label: Label, paint: str) -> str:
    x, y = frame.camera.to_screen(np.array([label.anchor], np.float32))[0].tolist()
    x, y = x + label.offset[0], y + label.offset[1]
    down = label.ink.size_px * BASELINE - label.size[1] / 2
    turn = ""
    if label.angle:
        angle = math.radians(label.angle)
        x, y = x - math.sin(angle) * down, y + math.cos(angle) * down
        turn = f' transform="rotate({_n(label.angle)} {_n(x)} {_n(y)})"'
    else:
        y += down
    return _text_element((x, y), label.text, label.hint, label.ink, f' text-anchor="middle"{paint}{turn}')


def _text_element(at: tuple[float, float], text: str, hint: str, ink: Ink, more: str) -> str:
    pieces = spans(text, hint)
    weight = ' font-weight="600"' if ink.bold else ""
    body = "".join(_span(piece.text, piece.language) for piece in pieces) if len(pieces) > 1 else _text(text)
    family = f" {_language(pieces[0].language)}" if len(pieces) == 1 and pieces[0].language != "en" else ""
    where = f'x="{_n(at[0])}" y="{_n(at[1])}" font-size="{_n(ink.size_px)}"'
    return f'<text {where}{weight}{family}{more} xml:space="preserve">{body}</text>'


def _span(text: str, language: str) -> str:
    return f"<tspan {_language(language)}>{_text(text)}</tspan>" if language != "en" else _text(text)


def _language(language: str) -> str:
    return f'xml:lang="{language}" font-family={quoteattr(_family_list(language))}'


def _family_list(language: str) -> str:
    return ", ".join(f"'{family}'" for family in families(language)) + ", sans-serif"


def _legend(frame: Frame, theme: Theme) -> Iterator[str]:
    for place in legend_places(frame.scene, (frame.camera.width, frame.camera.height)):
        if place.entry.kind is not None and place.entry.mark:
            yield _pill(place.sign, SIGN_PX, claimed_sign(theme))
        elif place.entry.kind is not None:
            yield _shape(place.entry.kind, place.sign, SIGN_PX, theme)
        elif place.entry.look is not None:
            for item in edge_sign_strokes(place.entry.look, place.sign, theme):
                yield from _stroke(item) if isinstance(item, Stroke) else _marks(item)
        elif place.entry.mark:
            yield from _mark(place.entry.mark, place.sign, theme)
        else:
            x, y, width, height = place.patch
            box = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
            rim = f'stroke="{theme.region_inks[0]}" stroke-opacity="{_n(hull_shapes.RIM_OPACITY)}"'
            yield f'<rect {box} rx="4" fill="{theme.regions[0]}" {rim}/>'
        yield _text_element(place.word, place.entry.word, "", place.ink(theme), f' fill="{theme.dim}"')
