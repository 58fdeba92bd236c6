"""Workshops that a text names: each is an edition of its own, a child of the conference's edition."""

from __future__ import annotations

import re
from dataclasses import replace

from explorer.importers._named_editions import NamedEdition, find_editions
from explorer.model import EditionRef

_SMALL = r"(?:of|and|for|in|on|the|with|to|at|a|an|from|via|meets?|under|by|&)"
_NAME = rf"(?:[A-Z][\w/+’'-]*|\d[\w.]*|{_SMALL}(?= (?:{_SMALL} )?[A-Z0-9])|:|,(?= (?:and )?[A-Z]))"
_RUN = rf"(?P<name>[A-Z][\w/+’'-]*(?::? {_NAME}){{1,14}})"
_QUOTED = r"[“\"「『《](?P<quoted>[^“”\"「」『』《》\n]{4,140})[”\"」』》]"
_WORKSHOP = re.compile(
    r"(?:[Ww]orkshops?|ワークショップ|研讨会)(?P<on> on)?(?: (?:called|titled|"
    rf"named))?:?\s{{0,3}}(?:{_QUOTED}|{_RUN})|"
    rf"{_QUOTED.replace('quoted', 'quoted2')}\s?(?:という|の|と題した)?\s?(?:[Ww]orkshop|"
    r"ワークショップ|研讨会)"
)
_LEAST_WORDS = 2


def find_workshops(text: str, edition: EditionRef | None) -> list[NamedEdition]:
    """Workshops named in a normalised text, in order: "ICML 2024 Workshop on Foundation Models".

    A workshop belongs to the edition that is named right in front of it, else
    to ``edition``; without either it is left out.
    """
    if not re.search(r"workshop|ワークショップ|研讨会", text, re.I):
        return []
    named = find_editions(text)
    found = []
    for hit in _WORKSHOP.finditer(text):
        name = (hit["quoted"] or hit["quoted2"] or hit["name"]).strip(" ,:")
        beside = next((n for n in named if 0 <= hit.start() - n.end <= 2), None)
        of = beside.edition if beside else edition
        if of is None or len(name) < 6 or (hit["name"] and len(name.split()) < _LEAST_WORDS):
            continue
        joint = " on " if hit["on"] else ": "
        start = beside.start if beside else hit.start()
        child = replace(of, label=f"{of.label} Workshop{joint}{name}", date_from="", date_to="")
        found.append(NamedEdition(child, start, hit.end()))
    return found
