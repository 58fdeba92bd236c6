"""Questions on trends, imported on the thread that runs them: what counts n-grams takes time to load."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.errors import ExplorerError
from explorer.graph.query import ViewQuery
from explorer.questions.timeline_shares import SharesWish, TimelineShares

if TYPE_CHECKING:
    from explorer.ops.task import CancelToken
    from explorer.questions.compared import Compared
    from explorer.questions.slice_choices import SliceChoices
    from explorer.questions.trends import Trend, TrendsAnswer, Wish
    from explorer.render.share_chart import ShareFrame


@dataclass(frozen=True, slots=True)
class ShareFile:
    """A timeline that is to be written: its title in words, how it is drawn, light or dark."""

    path: Path
    shares: TimelineShares
    title: str
    frame: ShareFrame
    scheme: str


def shares(reader, query: ViewQuery, wish: SharesWish) -> TimelineShares:
    """Shares over time of what a view may show."""
    from explorer.questions.timeline_shares import timeline_shares
    from explorer.questions.when import library_days

    return timeline_shares(reader, library_days(reader), query, wish)


def write_shares(wish: ShareFile) -> Path:
    """Write a timeline as its suffix says; the file."""
    from explorer.ops import share_files

    share_files.write(wish.shares, wish.path, (wish.title, wish.frame, wish.scheme))
    return wish.path


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Why two sets cannot be compared, and what to do."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class TrendFile:
    """A comparison that is to be written.

    Attributes:
        chart: "ranked" or "slope"; "table" writes all rows as CSV.
        rows: What a chart shows, those that rise first.
        scheme: "light" or "dark".
    """

    path: Path
    answer: TrendsAnswer
    chart: str
    rows: tuple[Trend, ...]
    scheme: str


def choices(reader, chosen: tuple[int, ...]) -> SliceChoices:
    """The sets of papers that there are, and the pair that is compared first."""
    from explorer.questions.slice_choices import slice_choices

    return slice_choices(reader, chosen)


def compare(reader, words: tuple[str, str], wish: Wish, cancel: CancelToken) -> Compared | NotCompared | None:
    """Trends and claims between two sets; None where nobody waits for them any more."""
    from explorer.questions.compared import compared

    try:
        return compared(reader, words, wish, cancel.is_cancelled)
    except ExplorerError as error:
        return NotCompared(error.message, error.hint)


def write_trends(wish: TrendFile) -> Path:
    """Write a comparison; the file."""
    from explorer.ops import trend_files

    if wish.chart == "table":
        trend_files.write_table(wish.answer, wish.path)
    else:
        drawn = replace(wish.answer, terms=wish.rows, methods=())
        trend_files.write_chart(drawn, wish.path, wish.chart, (wish.scheme, len(wish.rows)))
    return wish.path
