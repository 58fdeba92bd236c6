"""Han characters that are one in simplified, traditional and Japanese writing: 学 and 學, 对 and 對 and 対.

The table is OpenCC's, see ``db/seed/make_han_forms.py``. Every step takes one character for one, so places
in a text stay where they are. Characters that became one when they were simplified (發 and 髮) are one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from explorer.resources import seed


@dataclass(frozen=True, slots=True)
class _Tables:
    """Code points to code points: to simplified from everything; from simplified to the other two."""

    one: dict[int, int]
    traditional: dict[int, int]
    japanese: dict[int, int]


def one_form(text: str) -> str:
    """A text in simplified characters: what two writings of the same words have in common."""
    return text if text.isascii() else text.translate(_tables().one)


def written_forms(text: str) -> tuple[str, ...]:
    """A text as it is, simplified, in traditional and in Japanese characters; each once.

    >>> written_forms("对齐")
    ('对齐', '對齊', '対斉')
    """
    if text.isascii():
        return (text,)
    tables, simple = _tables(), one_form(text)
    others = simple, simple.translate(tables.traditional), simple.translate(tables.japanese)
    return tuple(dict.fromkeys((text, *others)))


@cache
def _tables() -> _Tables:
    one: dict[int, int] = {}
    traditional: dict[int, int] = {}
    japanese: dict[int, int] = {}
    for line in seed("han_forms.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            new, olds, moderns = line.split("\t")
            here = ord(new)
            one |= {ord(other): here for other in (*olds, *moderns) if other != new}
            traditional.update((here, ord(old)) for old in olds[:1])
            japanese.update((here, ord(other)) for other in (moderns or olds)[:1])
    return _Tables({here: one.get(there, there) for here, there in one.items()}, traditional, japanese)
