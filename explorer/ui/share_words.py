"""Shares over time in words: of a part, of a column, of what is missing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.questions.timeline_shares import By, TimelineShares
from explorer.ui.time_words import papers_words
from explorer.ui.words import counted, number


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShareWords", text)


def rest_words() -> str:
    """What all series without a colour of their own are called."""
    return _tr("others")


def row_name(shares: TimelineShares, row: int) -> str:
    """Name of a series, or of the rest."""
    return shares.series[row].name if row < len(shares.series) else rest_words()


def share_words(part: float) -> str:
    """ "14 %", "0.4 %"; "under 0.1 %"."""
    percent = 100 * part
    if 0 < percent < 0.1:
        return _tr("under 0.1 %")
    return f"{percent:.1f} %" if percent < 10 else f"{percent:.0f} %"


def part_words(shares: TimelineShares, column: int, row: int) -> str:
    """ "2024-04: reinforcement learning, 12 of 85 papers (14 %)"."""
    papers = int(shares.papers[column])
    words = _tr("{when}: {name}, {n} of {papers} ({share})")
    count = int(shares.counts[row, column])
    return words.format(
        when=shares.column_name(column),
        name=row_name(shares, row),
        n=number(count),
        papers=papers_words(papers),
        share=share_words(count / papers if papers else 0.0),
    )


def tip_words(shares: TimelineShares, column: int, row: int) -> str:
    """What is below a pointer: the column with all its parts from top to bottom, or a series as a whole."""
    if column < 0:
        if not 0 <= row < len(shares.series):
            return ""
        return f"{shares.series[row].name}: {papers_words(shares.series[row].papers)}"
    papers, counts = int(shares.papers[column]), shares.counts[:, column].tolist()
    lines = [f"{shares.column_name(column)}: {papers_words(papers)}"]
    for one in reversed(range(len(counts))):
        if counts[one]:
            sign = "▸" if one == row else " "
            share = share_words(counts[one] / papers)
            lines.append(f"{sign} {row_name(shares, one)}  {number(counts[one])}  {share}")
    none = papers - round(float(shares.carrying[column]))
    if none:
        lines.append(_none_words(shares.wish.by).format(n=number(none)))
    return "\n".join(lines)


def _none_words(by: By) -> str:
    return {
        By.TAGS: _tr("{n} without a tag"),
        By.METHODS: _tr("{n} without a method"),
        By.REGIONS: _tr("{n} in no region"),
    }[by]


def chart_title(shares: TimelineShares) -> str:
    """ "Methods per month"."""
    titles = {
        (By.TAGS, "week"): _tr("Tags per week"),
        (By.TAGS, "month"): _tr("Tags per month"),
        (By.TAGS, "year"): _tr("Tags per year"),
        (By.TAGS, "edition"): _tr("Tags per conference"),
        (By.METHODS, "week"): _tr("Methods per week"),
        (By.METHODS, "month"): _tr("Methods per month"),
        (By.METHODS, "year"): _tr("Methods per year"),
        (By.METHODS, "edition"): _tr("Methods per conference"),
        (By.REGIONS, "week"): _tr("Regions per week"),
        (By.REGIONS, "month"): _tr("Regions per month"),
        (By.REGIONS, "year"): _tr("Regions per year"),
        (By.REGIONS, "edition"): _tr("Regions per conference"),
    }
    return titles[shares.wish.by, shares.unit]


def lacking_words(shares: TimelineShares) -> str:
    """Why there is nothing to draw, and what to do; "" where there is something."""
    if not len(shares.papers):
        if shares.unit == "edition":
            return _tr("No conference whose days are known has papers in this view.")
        return _tr("No paper of this view has a date.")
    if shares.carrying.any():
        return ""
    return {
        By.TAGS: _tr("No paper of this view has a tag yet. Select papers and press T."),
        By.METHODS: _tr("No paper of this view names a method."),
        By.REGIONS: _tr("There are no regions yet: compute similarity first."),
    }[shares.wish.by]


def sum_words(shares: TimelineShares) -> str:
    """How a chart is to be read: papers with several count in parts."""
    undated = shares.undated
    words = _tr("A paper with several counts in equal parts.")
    if undated:
        words += " " + counted(undated, _tr("{n} has no date."), _tr("{n} have no date."))
    return words
