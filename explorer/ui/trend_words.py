"""Trends in words: of a row, of a comparison, of how sure one can be."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.compute.trends import FALSE_SHARE
from explorer.model import Direction
from explorer.questions.slice_choices import SliceChoices
from explorer.questions.slices import Slice, SliceKind
from explorer.questions.trends import Trend, TrendsAnswer
from explorer.questions.verdict import Verdict
from explorer.ui.share_words import share_words
from explorer.ui.time_words import papers_words
from explorer.ui.words import number


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrendWords", text)


def slice_words(one: Slice) -> str:
    """ "ICML 2024 (2,634 papers)"."""
    return _tr("{name} ({papers})").format(name=one.name, papers=papers_words(len(one.papers)))


def lacking_words(choices: SliceChoices) -> str:
    """Why no two sets are compared by themselves, and what to import."""
    parts = [_tr("Trends need two sets of papers.")]
    if any(choices.pair) or len(choices.listed) > 1:
        return " ".join([*parts, _tr("Type the other above: an edition, a year, a tag or a saved view.")])
    counts = [_tr("{name} ({papers})").format(name=n, papers=papers_words(p)) for n, p in choices.named]
    listed = [_tr("{name} ({papers})").format(name=n, papers=papers_words(p)) for n, p in choices.listed[:1]]
    if listed:
        parts.append(_tr("Only the list of {name} is in the library.").format(name=listed[0]))
    else:
        parts.append(_tr("No list of a conference is in the library."))
    if counts:
        words = _tr("Of others, documents name only a few papers: {names}.")
        parts.append(words.format(names=", ".join(counts)))
    parts.append(
        _tr("Import the list of another conference (Ctrl+Shift+U), or type two years, tags or saved views.")
        if listed
        else _tr(
            "Import the lists of two conferences (Ctrl+Shift+U), or type two years, tags or saved views."
        )
    )
    return " ".join(parts)


def pair_words(answer: TrendsAnswer) -> str:
    """Both sets, and what was found between them."""
    rows = (*answer.terms, *answer.methods)
    up = sum(row.significant and row.direction is Direction.RISING for row in rows)
    down = sum(row.significant for row in rows) - up
    found = _tr("{n} rise and {m} decline for sure (of a hundred such at most {k} by chance)").format(
        n=number(up), m=number(down), k=f"{100 * FALSE_SHARE:.0f}"
    )
    if not up + down:
        found = _tr("nothing changed more than chance would")
    return f"{slice_words(answer.before)} → {slice_words(answer.after)}: {found}"


def direction_words(side: Direction) -> str:
    """ "rising"."""
    return _tr("rising") if side is Direction.RISING else _tr("declining")


def sure_words(row: Trend) -> str:
    """How sure one can be."""
    return _tr("sure") if row.significant else _tr("may be chance")


def percent(share: float) -> str:
    """ "1.79 %"."""
    return f"{100 * share:.2f} %"


def row_words(row: Trend) -> str:
    """A row as a sentence: how many papers, which shares, how sure."""
    words = _tr("{way}: {a} → {b} papers, {x} → {y}; {sure} (q = {q})")
    return words.format(
        way=direction_words(row.direction),
        a=number(row.count_from),
        b=number(row.count_to),
        x=share_words(row.share_from),
        y=share_words(row.share_to),
        sure=sure_words(row),
        q=f"{row.q:.2g}",
    )


def verdict_words(verdict: Verdict) -> tuple[str, str]:
    """A verdict in words, and the tone of its label."""
    return {
        Verdict.HOLDS: (_tr("holds"), "good"),
        Verdict.FAILS: (_tr("does not hold"), "bad"),
        Verdict.UNKNOWN: (_tr("cannot be checked"), "warn"),
    }[verdict]


def kind_words(kind: SliceKind, is_list: bool) -> str:
    """What a set of papers is."""
    if kind is SliceKind.EDITION:
        return _tr("conference, full list") if is_list else _tr("conference, no list")
    return {
        SliceKind.ISSUE: _tr("digest or talk"),
        SliceKind.TIME: _tr("year"),
        SliceKind.TAG: _tr("tag"),
        SliceKind.VIEW: _tr("saved view"),
        SliceKind.DOCUMENT: _tr("document"),
    }[kind]
