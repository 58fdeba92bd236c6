"""What can be said of each thing that waits: the acts with their keys, and the line in the list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from explorer.questions.needs_you import CONTRADICTION, OFFER, PEOPLE, SAME, UNTITLED, Undecided
from explorer.ui.said import worded
from explorer.ui.verbs.identities import Wish
from explorer.ui.words import translated

_IN = "Undecided"
_ = QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Act:
    """Attributes:
    key: The letter that does it while the list has the keyboard.
    text: English; translated in the context "Undecided".
    verb: As in ``Wish``; ``decision`` for "settle".
    keeps: Which side is kept by a merge.
    """

    key: str
    text: str
    verb: str
    decision: str = ""
    keeps: int = 0


_APART = Act("A", _(_IN, "Keep apart"), "apart")
_IGNORE = Act("I", _(_IN, "Ignore"), "settle", "ignore")
_ACTS = {
    SAME: (
        Act("M", _(_IN, "Merge, keep the left"), "merge"),
        Act("O", _(_IN, "Merge, keep the right"), "merge", keeps=1),
        _APART,
    ),
    PEOPLE: (
        Act("M", _(_IN, "Merge, keep the left"), "merge_people"),
        Act("O", _(_IN, "Merge, keep the right"), "merge_people", keeps=1),
        Act("A", _(_IN, "Keep apart"), "apart_people"),
    ),
    OFFER: (
        Act("M", _(_IN, "It is this paper: take its id"), "accept_offer"),
        Act("A", _(_IN, "Another paper: never ask again"), "refuse_offer"),
    ),
    UNTITLED: (Act("M", _(_IN, "It is the paper named below"), "named"),),
    "id": (
        Act("A", _(_IN, "Keep apart: the id is wrong"), "settle", "title"),
        Act("M", _(_IN, "Merge: the id is right"), "settle", "id"),
        _IGNORE,
    ),
    CONTRADICTION: (Act("S", _(_IN, "Settle: noted"), "settle", "noted"), _IGNORE),
}
_KINDS = {
    SAME: _(_IN, "One paper?"),
    OFFER: _(_IN, "Its id?"),
    UNTITLED: _(_IN, "No title"),
    PEOPLE: _(_IN, "One person?"),
    "id": _(_IN, "Which paper's id?"),
    "total": _(_IN, "Totals disagree"),
    "date": _(_IN, "Dates disagree"),
    "author": _(_IN, "One author or two?"),
}
#: the keys of all acts, for the sheet of keys
KEYS = (
    ("M", _(_IN, "Merge: one paper")),
    ("O", _(_IN, "Merge, keep the right one")),
    ("A", _(_IN, "Keep apart: two papers")),
    ("S", _(_IN, "Settle: noted")),
    ("I", _(_IN, "Ignore")),
    ("R", _(_IN, "Write a reason")),
)


def acts_of(row: Undecided) -> tuple[Act, ...]:
    """What can be said of it, the usual first; Enter does that one."""
    if row.kind == CONTRADICTION:
        return _ACTS["id"] if row.topic == "id" else _ACTS[CONTRADICTION]
    return _ACTS[row.kind] if row.kind == UNTITLED or len(row.sides) == 2 else ()


def act_words(act: Act) -> str:
    return translated(_IN, act.text)


def kind_words(row: Undecided) -> str:
    """What is asked, in two or three words."""
    found = _KINDS.get(row.topic if row.kind == CONTRADICTION else row.kind)
    return translated(_IN, found) if found else row.topic


def line_of(row: Undecided) -> str:
    """Its line in the list."""
    about = row.sides[0].title if row.sides else worded(row.words)
    return f"{kind_words(row)}  {about}"


def wish_of(row: Undecided, act: Act, words: str) -> Wish:
    """The decision, with the reason (or the title) that was typed."""
    papers = tuple(side.id for side in row.sides)
    if act.verb == "named":
        return Wish("named", papers, words=words)
    if act.keeps:
        papers = papers[::-1]
    return Wish(act.verb, papers, words, row.number, act.decision)
