"""Rows of the right panel for paths, bridges, and what two nodes share: plain records, no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from explorer.graph.style import short_name
from explorer.model import NodeKind
from explorer.questions.bridges import Bridge, BridgesAnswer
from explorer.questions.evidence import Quote, Statement
from explorer.questions.path import Hop, PathAnswer, QuotedPath
from explorer.questions.shared import InCommon, Shared
from explorer.ui.panels.alike_rows import percent_words
from explorer.ui.panels.passport_pages import LineRow, Row, Section, StatementRow, quotes_shown
from explorer.ui.said import worded
from explorer.ui.words import KIND_ORDER, counted, kind_name, number

_FIRST = 60  #: rows shown at once: a path is read as a whole


@dataclass(frozen=True, slots=True)
class WalkPage:
    """What the panel shows: a title (one or more names), a line under it, and sections."""

    names: tuple[str, ...]
    words: str
    sections: tuple[Section, ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Walks", text)


def path_page(answer: PathAnswer) -> WalkPage:
    """Paths, each with its cost in words, and each step with its sentence."""
    names = answer.source.name, answer.target.name
    if answer.paths:
        words = counted(
            len(answer.paths), _tr("{n} path over what is stated"), _tr("{n} paths over what is stated")
        )
    elif answer.weaker:
        words = _tr("Nothing stated joins them. Weaker: passages that only name both ends of a step.")
    else:
        words = _tr("Nothing joins them: no stated link, and no passage that names them together.")
    sections = [_path_section(number, path) for number, path in enumerate(answer.paths, start=1)]
    sections += [_path_section(number, path) for number, path in enumerate(answer.weaker, start=1)]
    return WalkPage(names, words, tuple(sections))


def _path_section(place: int, path: QuotedPath) -> Section:
    head = LineRow(_tr("Path {n}").format(n=place), cost_words(path))
    return Section("", (head, *(StatementRow(_step(hop), 0) for hop in path.hops)), first=_FIRST)


def _step(hop: Hop) -> Statement:
    """The step as it is walked; the passport's row says the trust and brings the sentence."""
    ends = hop.source.id, hop.source.name, hop.target.id, hop.target.name
    status = "accepted" if hop.is_checked else "proposed"
    return Statement(*ends, hop.kind, hop.words, hop.trust, hop.confidence, hop.quotes, hop.link, status)


def cost_words(path: QuotedPath) -> str:
    """ "2 steps · 1 proposed, unchecked"."""
    parts = [counted(len(path.hops), _tr("{n} step"), _tr("{n} steps"))]
    weak = sum(hop.kind != "asserted" for hop in path.hops)
    unchecked = sum(not hop.is_checked for hop in path.hops)
    if weak:
        parts.append(counted(weak, _tr("{n} only named together"), _tr("{n} only named together")))
    if unchecked:
        parts.append(counted(unchecked, _tr("{n} proposed, unchecked"), _tr("{n} proposed, unchecked")))
    if not weak and not unchecked:
        parts.append(_tr("stated"))
    return " · ".join(parts)


def bridges_page(answer: BridgesAnswer) -> WalkPage:
    """Methods that link sources, the most surprising first, with a sentence on each side."""
    names = {source.id: short_name(source.name, source.kind) for source in answer.sources}
    words = counted(
        answer.total, _tr("{n} method links them"), _tr("{n} methods link them, the least expected first")
    )
    if not answer.total:
        words = _tr("No method stands in two of them.")
    sections = tuple(Section("", tuple(_bridge(bridge, names)), first=_FIRST) for bridge in answer.bridges)
    return WalkPage(tuple(names.values()), words, sections)


def _bridge(bridge: Bridge, names: dict[int, str]) -> list[Row]:
    passages = counted(bridge.everywhere, _tr("{n} passage in all"), _tr("{n} passages in all"))
    detail = _tr("{kind} · {passages} · surprise {bits} bits").format(
        kind=worded(bridge.kind), passages=passages, bits=f"{bridge.surprise:.2f}"
    )
    rows: list[Row] = [LineRow(bridge.name, detail, target=bridge.id, kind=NodeKind.CONCEPT)]
    for side in bridge.sides:
        count = counted(side.passages, _tr("{n} passage"), _tr("{n} passages"))
        rows.append(_quoted(f"{names[side.source]} · {count}", side.quotes))
    return rows


def short_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names as labels have them: two titles in full are a page of their own."""
    return tuple(short_name(name, NodeKind.PAPER) for name in names)


def common_sections(found: InCommon, names: tuple[str, str]) -> tuple[Section, ...]:
    """What two nodes share, by kind, with the sentence on each side; and whether they are alike."""
    totals = dict(found.totals)
    sections = [_alike(found)] if found.alike is not None else []
    for kind in KIND_ORDER:
        of_kind = [one for one in found.shared if one.kind is kind]
        if of_kind:
            head = _tr("Both: {kind}").format(kind=kind_name(kind, totals[kind] != 1))
            rows = tuple(row for one in of_kind for row in _shared(one, names))
            sections.append(Section(head, rows, total=totals[kind], first=_FIRST))
    return tuple(sections)


def _alike(found: InCommon) -> Section:
    assert found.alike is not None
    share = _tr("nearer than {share} % of pairs of papers").format(
        share=percent_words(found.alike.percentile)
    )
    reasons = ", ".join(reason.text for reason in found.alike.reasons)
    return Section(_tr("Alike in meaning"), (LineRow(share, reasons),), total=1)


def _shared(one: Shared, names: tuple[str, str]) -> list[Row]:
    links = counted(one.degree, _tr("{n} link"), _tr("{n} links"))
    rows: list[Row] = [LineRow(one.name, links, target=one.id, kind=one.kind)]
    for name, side in zip(names, one.sides, strict=True):
        if side.quotes:
            rows.append(_quoted(f"{name}: {worded(side.words)}", side.quotes))
    return rows


def _quoted(words: str, quotes: tuple[Quote, ...]) -> LineRow:
    shown = quotes_shown(quotes)
    more = _tr("and {n} more").format(n=number(len(quotes) - 1)) if len(quotes) > 1 else ""
    detail = " · ".join(filter(None, (words, more)))
    return LineRow("", detail, depth=1, sentence=shown[0] if shown else None)
