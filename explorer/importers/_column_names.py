"""What a column of a list is called, in seven languages (``db/seed/columns.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from explorer.resources import seed
from explorer.text.fingerprint import fold_title
from explorer.text.mapped import normalise

SEVERAL: Final = frozenset({"link"})  #: fields that several columns may hold
LAST_RANK: Final = 100  #: of a name that only has a known word in it
_NAME_CHARS: Final = 60
_MOST_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Attributes:
    labels: Field → how people are told of it.
    ranks: Folded name → (field, rank), 0 for the surest.
    of_others: Words of a name that is about something else than its other words say.
    """

    labels: dict[str, str]
    ranks: dict[str, tuple[str, int]]
    of_others: frozenset[str]


def fields() -> dict[str, str]:
    """What a list can say of a paper → how people are told of it, in the order of reports."""
    return _lexicon().labels


def named_field(name: str) -> tuple[str, int] | None:
    """(field, rank) of a column's name, 0 for the surest; None where it says nothing.

    "Paper_Title" and "book-title" are names of the list, whatever stands between their
    words; of a longer name one word decides, and it ranks behind all others.
    """
    lexicon = _lexicon()
    name = normalise(name[:_NAME_CHARS])
    if whole := lexicon.ranks.get(fold_title(name)):
        return whole
    words = _words(name)
    if not 1 < len(words) <= _MOST_WORDS or lexicon.of_others & set(words):
        return None
    found = {lexicon.ranks[word][0] for word in map(fold_title, words) if word in lexicon.ranks}
    return (found.pop(), LAST_RANK) if len(found) == 1 else None


def is_of_others(name: str) -> bool:
    """Whether a name has a word in it that says that it is about something else: "author homepages"."""
    return bool(_lexicon().of_others & set(_words(normalise(name[:_NAME_CHARS]))))


def _words(name: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in name).casefold().split()


@cache
def _lexicon() -> _Lexicon:
    tables = tomllib.loads(seed("columns.toml").read_text("utf-8"))
    of_others = frozenset(tables.pop("of_others"))
    ranks: dict[str, tuple[str, int]] = {}
    for field, table in tables.items():
        for rank, name in enumerate(table["names"]):
            ranks.setdefault(fold_title(normalise(name)), (field, rank))
    return _Lexicon({field: table["label"] for field, table in tables.items()}, ranks, of_others)
