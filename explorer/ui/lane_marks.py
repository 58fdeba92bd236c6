"""Marks of lanes in words: the status line, the hover card, what screen readers say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.graph.lane_places import pile_of
from explorer.graph.scene import Scene
from explorer.graph.timescale import date_of
from explorer.model import NodeKind
from explorer.ui.hover_card import CardQuote, HoverCard
from explorer.ui.words import counted, kind_name, number

if TYPE_CHECKING:
    from explorer.questions.appearance import AppearanceSaid

_CARD_COLUMNS = 200


def _tr(text: str) -> str:
    return QCoreApplication.translate("LaneMarks", text)


def method_of(scene: Scene, row: int) -> int:
    """Node id of the method whose lane a mark stands in, 0 where lanes are sources."""
    column = scene.view.columns.get("method")
    return int(column[row]) if column is not None else 0


def day_words(scene: Scene, row: int) -> str:
    """When a mark is: "29 April 2024"; "December 2023, NeurIPS 2023" where only that edition dates it."""
    day, told = float(scene.view.columns["date"][row]), scene.view.columns.get("told")
    month, _, by = str(told[row]).partition(" ") if told is not None else ("", "", "")
    if not month:
        return _day(day)
    words = QLocale().toString(date_of(day), _tr("MMMM yyyy"))
    return f"{words}, {by}" if by else words


def _day(day: float) -> str:
    return QLocale().toString(date_of(day), _tr("d MMMM yyyy"))


def mark_words(scene: Scene, row: int) -> str:
    """A mark in one line: "RAG: ICML 2024 (edition), 21 July 2024"."""
    view = scene.view
    lane = str(view.columns["lane_name"][row])
    kind = kind_name(NodeKind(int(view.kinds[row])))
    words = f"{lane}: {view.names[row]} ({kind}), {day_words(scene, row)}"
    more = sum(pile.more for pile in pile_of(scene, int(view.ids[row])))
    if not more:
        return words
    return words + "; " + _tr("{n} more on this day, Enter lists them").format(n=number(more))


def mark_card(scene: Scene, row: int, said: AppearanceSaid | None = None) -> HoverCard:
    """The card of a mark: what is said of the method there, when, and through how many papers."""
    from explorer.ui.panels.passport_pages import quotes_shown, shown_sentence  # all passports with it

    view = scene.view
    papers = int(view.columns["importance"][row])
    note = day_words(scene, row)
    if said is None:
        words = _tr("{n} appearance in this view"), _tr("{n} appearances in this view")
        return HoverCard(view.names[row], note=f"{note} · {counted(papers, *words)}")
    if view.kinds[row] == NodeKind.EDITION or papers > 1:
        note += " · " + counted(papers, _tr("{n} paper"), _tr("{n} papers"))
    quotes = tuple(
        CardQuote(shown_sentence(quote, _CARD_COLUMNS), quote.source, quote.language)
        for quote in quotes_shown(said.quotes)
    )
    verb = _tr("introduced in") if view.kinds[row] == NodeKind.PAPER else _tr("in")
    return HoverCard(said.method, verb, view.names[row], quotes, note)


def marks_in_words(scene: Scene) -> str:
    """How many marks there are: "15 appearances"; with those that crowded days have no room for."""
    count = len(scene.view.ids) + sum(pile.more for pile in (scene.axes.piles if scene.axes else ()))
    return counted(count, _tr("{n} appearance"), _tr("{n} appearances"))


def days_in_words(days: tuple[tuple[str, float], ...]) -> str:
    """Lanes and days of theirs: "RAG, 21 July 2024"; of several the first, and how many more."""
    lane, day = days[0]
    words = f"{lane}, {_day(day)}"
    if len(days) == 1:
        return words
    return _tr("{day} and {n} more").format(day=words, n=number(len(days) - 1))
