"""What can be said of each link and name that waits: the acts with their keys, and the line in the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TRANSLATE_NOOP

from explorer.questions.curation import DUPLICATE, EXPANSION, MEANING, NameQuestion
from explorer.questions.evidence import Statement
from explorer.ui.sentences import sentence
from explorer.ui.verbs.curation import LinkWish, NameWish
from explorer.ui.words import translated

_IN = "Curation"
_ = QT_TRANSLATE_NOOP
Row = Statement | NameQuestion


@dataclass(frozen=True, slots=True)
class CurationAct:
    """Attributes:
    key: The letter that does it while the list has the keyboard.
    text: English; translated in the context "Curation".
    verb: As in the wish.
    alone: Only for one row at a time.
    side: Which of the sides it is about, or -1.
    """

    key: str
    text: str
    verb: str
    alone: bool = False
    side: int = -1


_LINK_ACTS = (
    CurationAct("A", _(_IN, "Accept"), "accept"),
    CurationAct("X", _(_IN, "Reject"), "reject"),
    CurationAct("C", _(_IN, "Correct…"), "correct", alone=True),
)
_DUPLICATE_ACTS = (
    CurationAct("M", _(_IN, "Merge, keep the left"), "merge", side=0),
    CurationAct("O", _(_IN, "Merge, keep the right"), "merge", side=1),
    CurationAct("A", _(_IN, "Keep apart"), "apart"),
)
_ALL_MEANT = CurationAct("A", _(_IN, "All of them: the context decides"), "meaning")
_NONE_MEANT = CurationAct("X", _(_IN, "None of them"), "meaning", side=-2)
_EXPANSION_ACTS = (
    CurationAct("A", _(_IN, "All are right"), "accept"),
    CurationAct("X", _(_IN, "Reject all but the first"), "reject"),
)
_KINDS = {
    MEANING: _(_IN, "Which one?"),
    EXPANSION: _(_IN, "Spelled out in several ways"),
    DUPLICATE: _(_IN, "One method?"),
}
#: the keys of all acts, for the sheet of keys
KEYS = (
    ("A", _(_IN, "Accept; keep apart; all meanings hold")),
    ("X", _(_IN, "Reject (also Delete)")),
    ("C", _(_IN, "Correct a link: another verb, or turned round")),
    ("M", _(_IN, "Merge two methods")),
    ("O", _(_IN, "Merge, keep the right one")),
    ("1 – 9", _(_IN, "The name means this one")),
)


def acts_of(rows: Sequence[Row]) -> tuple[CurationAct, ...]:
    """What can be said of all these rows at once, the usual first; nothing where they differ in kind."""
    if not rows or len({_kind(row) for row in rows}) > 1:
        return ()
    first = rows[0]
    if isinstance(first, Statement):
        acts: tuple[CurationAct, ...] = _LINK_ACTS
    elif first.kind == DUPLICATE:
        acts = _DUPLICATE_ACTS
    elif first.kind == EXPANSION:
        acts = _EXPANSION_ACTS
    else:
        sides = (
            CurationAct(str(n), s.name, "meaning", True, n - 1) for n, s in enumerate(first.sides[:9], 1)
        )
        merges = [replace(act, alone=True) for act in _DUPLICATE_ACTS[:2]] if len(first.sides) == 2 else []
        acts = (_ALL_MEANT, *sides, *merges, _NONE_MEANT)
    return tuple(act for act in acts if len(rows) == 1 or not act.alone)


def act_words(act: CurationAct) -> str:
    """The text of its button; that of a side is the side's name."""
    return translated(_IN, act.text)


def kind_words(row: Row) -> str:
    """What is asked, in two or three words."""
    if isinstance(row, Statement):
        return translated(_IN, _(_IN, "Is it so?"))
    return translated(_IN, _KINDS[row.kind])


def line_of(row: Row) -> str:
    """Its line in the list."""
    if isinstance(row, Statement):
        return sentence(row.subject_name, row.words, row.object_name)
    if row.kind == DUPLICATE:
        return " = ".join(side.name for side in row.sides) + " ?"
    return f"{row.form}: " + ", ".join(row.forms or [side.name for side in row.sides])


def wish_of(rows: Sequence[Row], act: CurationAct) -> LinkWish | NameWish:
    """The decision on rows that ask the same; "correct" needs a verb still."""
    links = tuple(row.link for row in rows if isinstance(row, Statement))
    if links:
        return LinkWish(act.verb, links)
    names = [row for row in rows if isinstance(row, NameQuestion)]
    if act.verb in ("merge", "apart"):
        pairs = [tuple(side.id for side in row.sides[:2]) for row in names]
        return NameWish(act.verb, pairs=tuple((b, a) if act.side == 1 else (a, b) for a, b in pairs))
    if act.verb == "meaning":
        return NameWish("meaning", meanings=tuple(_meaning(row, act.side) for row in names))
    kept = slice(None) if act.verb == "accept" else slice(1, None)
    said = tuple((row.sides[0].id, form) for row in names for form in row.forms[kept])
    return NameWish(act.verb, names=said)


def _meaning(row: NameQuestion, side: int) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    everyone = tuple(one.id for one in row.sides)
    meant = everyone if side == -1 else everyone[side : side + 1] if side >= 0 else ()
    return row.form, meant, tuple(node for node in everyone if node not in meant)


def _kind(row: Row) -> str:
    return "link" if isinstance(row, Statement) else row.kind
