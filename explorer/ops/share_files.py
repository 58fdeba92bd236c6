"""Shares over time as files: a table for spreadsheets, a drawing, a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from explorer.errors import WrongUse
from explorer.exporters.safe import csv_text, write_whole
from explorer.questions.timeline_shares import TimelineShares
from explorer.render.application import ensure_application
from explorer.render.png import page_png
from explorer.render.share_chart import ShareFrame, share_page
from explorer.render.svg import page_svg
from explorer.render.theme import theme

SUFFIXES: Final = (".csv", ".svg", ".png")


def write(shares: TimelineShares, path: Path, look: tuple[str, ShareFrame, str]) -> None:
    """Write a chart, or its numbers, as the suffix of a file says.

    Args:
        look: Title, how it is drawn, "light" or "dark".

    Raises:
        ExplorerError: Another suffix.
    """
    if path.suffix == ".csv":
        write_whole(path, table(shares, look[1].rest))
        return
    if path.suffix not in SUFFIXES:
        raise WrongUse(f"“{path.suffix}” is no format of a timeline.", "Use .csv, .svg or .png.")
    ensure_application()
    title, frame, scheme = look
    page, tokens = share_page(shares, title, frame, theme(scheme)), theme(scheme)
    size = (page.width, page.height)
    if path.suffix == ".svg":
        write_whole(path, page_svg(page.shapes, size, tokens, title).decode())
    else:
        write_whole(path, page_png(page.shapes, size, tokens, title))


def table(shares: TimelineShares, rest: str) -> str:
    """A row per column and series: its papers, all papers of the column, and the stacked share."""
    names = [*(one.name for one in shares.series), rest]
    parts = shares.shares
    return csv_text(
        (shares.unit, "first_day", "series", "papers", "of_papers", "stacked_share"),
        (
            (
                shares.column_name(column),
                shares.first_day(column),
                name,
                int(shares.counts[row, column]),
                int(shares.papers[column]),
                round(float(parts[row, column]), 6),
            )
            for column in range(len(shares.papers))
            for row, name in enumerate(names)
        ),
    )
