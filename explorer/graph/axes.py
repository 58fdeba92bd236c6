"""Axes of a scene: a time scale, rows with names, bands; what stands beside the nodes. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.graph.style import LABEL_PX, label_width_px
from explorer.graph.timescale import TimeScale

STRIP_PX: Final = 26.0  #: height of the time axis at the top of the page
EVENT_PX: Final = 18.0  #: of the line above it that names editions
NAME_PX: Final = 13.0  #: size of a lane's name
NAME_GAP_PX: Final = 14.0  #: beside a lane's name
OLDER_PX: Final = 20.0  #: width of the sign that something lies left of the page
NOTE_PX: Final = 176.0  #: kept free beside the last marks for what is noted there
_LATE: Final = 0.7
_BELOW: Final = 0.66
_NAME_LIMITS_PX: Final = (92.0, 190.0)


@dataclass(frozen=True, slots=True)
class LaneNote:
    """What a lane's marks tell together.

    Attributes:
        kind: "lead" (days from ``start`` to ``goal``), or "waiting" (a digest has it, no conference yet).
        start: "digest" or "arXiv".
        goal: Series of the conference.
        span: Days of the two marks between which a lead lies.
    """

    kind: str
    days: int = 0
    start: str = ""
    goal: str = ""
    span: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of marks.

    Attributes:
        node: Id of the method, 0 where the row is a source.
        y: World units of its line.
        half: World units from there to its farthest mark, up or down.
        first, last: Days of its first and last mark.
        is_older: Whether something of it lies before the axis.
        is_center: Whether the view is about it.
    """

    name: str
    node: int
    y: float
    half: float
    first: float
    last: float
    is_older: bool = False
    is_center: bool = False
    note: LaneNote | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An edition whose days are a band across all rows; days since 1970-01-01.

    Attributes:
        papers: Of it in the library, 0 where nobody asked.
    """

    name: str
    first: float
    last: float
    papers: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """Nodes that the axis has no place for, between two world y."""

    what: str  #: "undated"
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Pile:
    """A day with more marks in a lane than there is room for.

    Attributes:
        top: World y above its marks, where the number stands.
        more: How many are not drawn.
        method, lane: Node id of the lane's method, 0 where lanes are sources; its name.
    """

    day: float
    top: float
    more: int
    method: int = 0
    lane: str = ""


@dataclass(frozen=True, slots=True)
class Axes:
    """Attributes:
    time: The scale of x.
    lanes: Rows from top to bottom; () for a timeline.
    what: "methods" or "sources" that the rows are, "" without rows.
    more: How many more such rows there would be.
    brush: First day that a view is filtered to, and the day after the last, infinite where open; or None.
    begin: First day that is shown when everything is: a few marks years before it are reached by panning.
    piles: Days with more marks than are drawn.
    """

    time: TimeScale
    lanes: tuple[Lane, ...] = ()
    events: tuple[Event, ...] = ()
    bands: tuple[Band, ...] = ()
    what: str = ""
    more: int = 0
    brush: tuple[float, float] | None = None
    begin: float = -inf
    piles: tuple[Pile, ...] = ()

    @property
    def head_px(self) -> float:
        """Width of the column with the names of the rows."""
        if not self.what:
            return 0.0
        widest = max(
            (label_width_px(lane.name, NAME_PX) * 1.06 for lane in self.lanes), default=_NAME_LIMITS_PX[0]
        )
        return float(np.clip(widest + 2 * NAME_GAP_PX, *_NAME_LIMITS_PX))

    @property
    def top_px(self) -> float:
        """Height of the strip with the ticks, and with the names of events."""
        return STRIP_PX + (EVENT_PX if self.what else 0.0)

    @property
    def rims_px(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the page that nodes keep free of when all are shown."""
        first = max(min((lane.first for lane in self.lanes), default=0.0), self.begin)
        end = max((lane.last for lane in self.lanes), default=0.0)
        late = first + _LATE * (end - first)  # notes of earlier lanes have room beside their last mark
        room = NOTE_PX if any(lane.note and lane.last >= late for lane in self.lanes) else 30.0
        below = LABEL_PX * 2 if self.more else 0.0
        return self.head_px + 30.0, self.top_px + 18.0, room, below

    def lane_at(self, y: float) -> Lane | None:
        """The row that a world y lies in, or None above and below them all."""
        cuts = self.cuts
        at = int(np.searchsorted(cuts, y)) - 1
        return self.lanes[at] if 0 <= at < len(self.lanes) else None

    @property
    def cuts(self) -> NDArray[np.float64]:
        """(L + 1,) world y, ascending, of the separators above, between and below the rows."""
        if not self.lanes:
            return np.zeros(0)
        top = np.array([lane.y - lane.half for lane in self.lanes])
        bottom = np.array([lane.y + lane.half for lane in self.lanes])
        share = _BELOW if self.what == "sources" else 0.5  # their marks have names below
        between = (1 - share) * bottom[:-1] + share * top[1:]
        rim = float(np.median((top[1:] - bottom[:-1]) / 2)) if len(between) else 20.0
        return np.concatenate([[top[0] - rim], between, [bottom[-1] + rim]])


def lane_lines(axes: Axes) -> NDArray[np.float64]:
    """(L, 4) world x, y of the first and x, y of the last mark of each row."""
    days = np.array([(lane.first, lane.last) for lane in axes.lanes], np.float64).reshape(-1, 2)
    y = np.array([lane.y for lane in axes.lanes], np.float64)
    x = axes.time.x_of(days)
    return np.stack([x[:, 0], y, x[:, 1], y], axis=1)


def lead_at(axes: Axes, x: float, y: float, near: float) -> Lane | None:
    """The row whose lead lies at a point, in world units, not farther from its line than ``near``."""
    lane = axes.lane_at(y)
    if lane is None or lane.note is None or lane.note.span is None or abs(y - lane.y) > near:
        return None
    first, last = axes.time.x_of(np.array(lane.note.span)).tolist()
    return lane if first <= x <= last else None
