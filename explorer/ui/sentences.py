"""Edges as sentences: each language puts subject, verb and object into its own order."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_ = QT_TRANSLATE_NOOP
_IN = "Sentence"
#: for the translators: what links, edge kinds and steps of a path say, read from either end
SENTENCES = (
    _(_IN, "{subject} builds on {object}"),
    _(_IN, "{subject} variant of {object}"),
    _(_IN, "{subject} competes with {object}"),
    _(_IN, "{subject} compared with {object}"),
    _(_IN, "{subject} outperforms {object}"),
    _(_IN, "{subject} evaluated on {object}"),
    _(_IN, "{subject} trained on {object}"),
    _(_IN, "{subject} part of {object}"),
    _(_IN, "{subject} addresses limit of {object}"),
    _(_IN, "{subject} succeeded by {object}"),
    _(_IN, "{subject} introduces {object}"),
    _(_IN, "{subject} uses {object}"),
    _(_IN, "{subject} evaluates on {object}"),
    _(_IN, "{subject} surveys {object}"),
    _(_IN, "{subject} criticises {object}"),
    _(_IN, "{subject} does not: builds on {object}"),
    _(_IN, "{subject} does not: variant of {object}"),
    _(_IN, "{subject} does not: competes with {object}"),
    _(_IN, "{subject} does not: compared with {object}"),
    _(_IN, "{subject} does not: outperforms {object}"),
    _(_IN, "{subject} does not: evaluated on {object}"),
    _(_IN, "{subject} does not: trained on {object}"),
    _(_IN, "{subject} does not: part of {object}"),
    _(_IN, "{subject} does not: addresses limit of {object}"),
    _(_IN, "{subject} does not: succeeded by {object}"),
    _(_IN, "{subject} does not: introduces {object}"),
    _(_IN, "{subject} does not: uses {object}"),
    _(_IN, "{subject} does not: evaluates on {object}"),
    _(_IN, "{subject} does not: surveys {object}"),
    _(_IN, "{subject} does not: criticises {object}"),
    _(_IN, "{subject} is built on by {object}"),
    _(_IN, "{subject} has the variant {object}"),
    _(_IN, "{subject} is outperformed by {object}"),
    _(_IN, "{subject} evaluates {object}"),
    _(_IN, "{subject} trains {object}"),
    _(_IN, "{subject} has the part {object}"),
    _(_IN, "{subject} has a limit addressed by {object}"),
    _(_IN, "{subject} follows {object}"),
    _(_IN, "{subject} introduced in {object}"),
    _(_IN, "{subject} used in {object}"),
    _(_IN, "{subject} surveyed in {object}"),
    _(_IN, "{subject} criticised in {object}"),
    _(_IN, "{subject} appears in {object}"),
    _(_IN, "{subject} reviewed {object}"),
    _(_IN, "{subject} referenced {object}"),
    _(_IN, "{subject} background {object}"),
    _(_IN, "{subject} holds {object}"),
    _(_IN, "{subject} states {object}"),
    _(_IN, "{subject} may state {object}"),
    _(_IN, "{subject} discusses {object}"),
    _(_IN, "{subject} discussed in {object}"),
    _(_IN, "{subject} names {object}"),
    _(_IN, "{subject} named in {object}"),
    _(_IN, "{subject} is similar to {object}"),
    _(_IN, "{subject} is tagged {object}"),
    _(_IN, "{subject} tags {object}"),
    _(_IN, "{subject} wrote {object}"),
    _(_IN, "{subject} written by {object}"),
)
_UNKNOWN = "{subject} %s {object}"
_ENDS = re.compile(r"(\{subject\}|\{object\})")
SUBJECT, OBJECT = "{subject}", "{object}"


def sentence_parts(words: str) -> tuple[str, ...]:
    """A sentence with the verb ``words`` in pieces, in the order of the language.

    Pieces are SUBJECT, OBJECT (where their names go) and text with its spaces: in English
    (SUBJECT, " builds on ", OBJECT), in Japanese (SUBJECT, " は ", OBJECT, " を基にする").
    """
    pattern = QCoreApplication.translate(_IN, _UNKNOWN % words)
    return tuple(part for part in _ENDS.split(pattern) if part)


def sentence(subject: str, words: str, target: str) -> str:
    """ "RAG builds on BERT" in the language of the interface."""
    names = {SUBJECT: subject, OBJECT: target}
    return "".join(names.get(part, part) for part in sentence_parts(words))


@cache
def _verbs() -> re.Pattern[str]:
    found = sorted((text[len(SUBJECT) : -len(OBJECT)] for text in SENTENCES), key=len, reverse=True)
    return re.compile(f"(?P<subject>.+?)(?P<verb>{'|'.join(map(re.escape, found))})(?P<object>.+)", re.S)


def sentence_again(text: str) -> str:
    """A sentence that a layer below made of names and a verb; ``text`` itself where it is none."""
    found = _verbs().fullmatch(text)
    return sentence(found["subject"], found["verb"].strip(), found["object"]) if found else text
