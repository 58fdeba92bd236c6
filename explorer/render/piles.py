"""Numbers above crowded days of lanes: "+124", how many marks of a day are not drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.graph.axes import Axes, Pile
from explorer.graph.camera import Camera
from explorer.render.page_shapes import Words, words_box
from explorer.render.text import Ink, text_width
from explorer.render.theme import Theme

SIZE_PX = 11.0
_SHARED_PX = 46.0  # days nearer than this share the number above them
_RIM_PX = 4.0  # around a number, where a pointer still means it


@dataclass(frozen=True, slots=True)
class PileNumber:
    """A number as it is drawn, and the days of one or several lanes that it counts."""

    words: Words
    piles: tuple[Pile, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom, pixels."""
        return words_box(self.words)


def pile_numbers(axes: Axes, camera: Camera, theme: Theme) -> Iterator[PileNumber]:
    """The numbers on the page; days without room share one."""
    ink = Ink(SIZE_PX, True, theme.ink, theme.canvas)
    for piles in _joined(axes, camera):
        spots = [_spot(axes, camera, pile) for pile in piles]
        width = text_width(text := f"+{sum(pile.more for pile in piles):,}", "", SIZE_PX, True)
        x = (min(x for x, _ in spots) + max(x for x, _ in spots)) / 2
        y = min(y for _, y in spots)
        if axes.head_px + width / 2 < x < camera.width and axes.top_px < y < camera.height:
            yield PileNumber(Words((x - width / 2, y), text, ink, width), piles)


def piles_at(axes: Axes, camera: Camera, theme: Theme, x_px: float, y_px: float) -> tuple[Pile, ...]:
    """The days whose number is at a pixel; () where none is."""
    for number in pile_numbers(axes, camera, theme):
        left, top, right, bottom = number.box
        if left - _RIM_PX <= x_px <= right + _RIM_PX and top - _RIM_PX <= y_px <= bottom + _RIM_PX:
            return number.piles
    return ()


def _joined(axes: Axes, camera: Camera) -> list[tuple[Pile, ...]]:
    out: list[list[Pile]] = []
    tops: list[float] = []
    for pile in sorted(axes.piles, key=lambda pile: (pile.day, pile.top, pile.more)):
        x, y = _spot(axes, camera, pile)
        is_near = out and x - _spot(axes, camera, out[-1][-1])[0] < _SHARED_PX
        if is_near and abs(y - tops[-1]) < 2 * SIZE_PX:
            out[-1].append(pile)
            tops[-1] = min(tops[-1], y)
        else:
            out.append([pile])
            tops.append(y)
    return [tuple(piles) for piles in out]


def _spot(axes: Axes, camera: Camera, pile: Pile) -> tuple[float, float]:
    x = (axes.time.origin + axes.time.per_day * pile.day - camera.x) * camera.scale + camera.width / 2
    return x, (pile.top - camera.y) * camera.scale + camera.height / 2 - 2.0
