"""Whether two statements on one paper name the same people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from explorer.text.names import fold_name
from explorer.text.scripts import script_of_text

_GROUP = re.compile(
    r"team|group|collaboration|consortium|lab|labs|project|community|initiative|openai|google|meta"
)
_ALIKE = 80  #: percent of the letters: a slip, or another romanisation


def people_agree(a: Sequence[str], b: Sequence[str]) -> bool | None:
    """Whether the first author of one list can be anybody of the other; None where that cannot be said.

    Names agree by family name and initial, in either order, or by their
    letters. A group, a name in another script and a single word say nothing.
    """
    if not a or not b:
        return None
    if any(_alike(a[0], name) for name in b) or any(_alike(b[0], name) for name in a):
        return True
    return None if _says_nothing(a[0]) or _says_nothing(b[0]) else False


def _says_nothing(name: str) -> bool:
    words = fold_name(name).split()
    return len(words) < 2 or script_of_text(name) != "latin" or any(_GROUP.fullmatch(word) for word in words)


def _alike(a: str, b: str) -> bool:
    mine, theirs = fold_name(a).split(), fold_name(b).split()
    if not mine or not theirs:
        return False
    if {word for word in mine if len(word) > 1} & {word for word in theirs if len(word) > 1}:
        return True
    letters = sorted(mine), sorted(theirs)
    return fuzz.ratio("".join(letters[0]), "".join(letters[1])) >= _ALIKE
