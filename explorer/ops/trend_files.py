"""Trends as files: a table for spreadsheets, a chart as SVG."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from explorer.exporters.safe import csv_text, write_whole
from explorer.model import Direction
from explorer.questions.trends import Trend, TrendsAnswer, ranked
from explorer.questions.trends_words import COLUMNS, trends_rows

CHARTS: Final = ("ranked", "slope")
_WIDTH: Final = 920  #: pixels


def write_table(answer: TrendsAnswer, path: Path) -> None:
    """All terms and methods as CSV, UTF-8 with a byte-order mark for Excel; papers are ids."""
    write_whole(path, csv_text(COLUMNS, trends_rows(answer)))


def write_chart(answer: TrendsAnswer, path: Path, chart: str, look: tuple[str, int]) -> None:
    """The first terms and methods each way as an SVG.

    Args:
        chart: One of ``CHARTS``.
        look: "light" or "dark", and how many of each direction.
    """
    from explorer.render.application import ensure_application  # Qt: other verbs start without it
    from explorer.render.svg import page_svg
    from explorer.render.theme import theme
    from explorer.render.trend_charts import ranked_chart, slope_chart

    ensure_application()
    scheme, most = look
    names = (answer.before.name, answer.after.name)
    drawn = {"ranked": ranked_chart, "slope": slope_chart}[chart](
        drawn_rows(answer, most), names, _WIDTH, theme(scheme)
    )
    size = (drawn.width, drawn.height)
    write_whole(path, page_svg(drawn.shapes, size, theme(scheme), " → ".join(names)).decode())


def drawn_rows(answer: TrendsAnswer, most: int) -> list[Trend]:
    """What a chart shows: terms that rise, then terms that decline."""
    return [row for side in Direction for row in ranked(answer.terms, side, most)]
