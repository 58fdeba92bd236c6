"""The facts of a passport in the language of the interface; names, dates and ids stay as they are."""

from __future__ import annotations

from explorer.ui.said import worded, worded_list

_LISTS = ("First seen", "By status")  #: "2024-05-01, report ICML 2024; …", "oral 12, 3 more"
_REASONED = ("Rendition of the same",)  #: "title: the reason"


def number_words(words: str) -> str:
    """ "submissions: 12,345": what is counted, and how many."""
    what, between, value = words.rpartition(": ")
    return f"{worded(what)}{between}{value}"


def fact_words(fact: tuple[str, str]) -> tuple[str, str]:
    """The label and the value of a fact."""
    name, value = fact
    if name in _LISTS:
        return worded(name), "; ".join(map(worded_list, value.split("; ")))
    if name in _REASONED and ": " in value:
        other, why = value.rsplit(": ", 1)
        return worded(name), f"{other}: {worded(why)}"
    return worded(name), worded(value)
