"""Full-text search of Japanese and Chinese with FTS5, whose tokenizers find no two-character word."""

from __future__ import annotations

import re

from explorer.text.han import written_forms
from explorer.text.mapped import normalise
from explorer.text.scripts import CJK

_CJK_RUN = re.compile(f"[{CJK}]+")
_TERM = re.compile(rf'"([^"]*)"|[{CJK}]+|[^\s"{CJK}]+')
_SEGMENT = re.compile(rf"[{CJK}]+|[^{CJK}]+")
_MAX_TERMS = 64  #: FTS5 refuses deeper expressions from 256 on
_MAX_FORMED = 16  #: terms that are looked for in up to four forms
_MAX_QUERY_CHARS = 2000


def index_bigrams(text: str) -> str:
    """What a full-text column holds for the text beside the text itself; "" without CJK characters.

    Each run of CJK characters becomes its overlapping pairs and its last
    character; Latin words between them stand alone, since a tokenizer takes
    "LLMの" for one word. So a phrase may cross scripts, and any CJK character
    begins a token.
    """
    text = normalise(text)
    return _CJK_RUN.sub(lambda run: f" {_pairs(run[0])} ", text) if _CJK_RUN.search(text) else ""


def match_query(query: str, prefix: bool = False, any_form: bool = False) -> str:
    """FTS5 expression that finds all words of what a person typed; "" where there is nothing to find.

    Quoted parts are phrases. Nothing that is typed is read as an operator.
    For a table with the text and ``index_bigrams`` of the text as columns.

    Args:
        query: As typed.
        prefix: The last word may be the beginning of a longer one (search while typing).
        any_form: Simplified, traditional and Japanese characters find each other.
    """
    terms: list[str] = []
    for found in _TERM.finditer(normalise(query[:_MAX_QUERY_CHARS]).replace("\0", " ")):
        term = _term(found[1]) if found[1] is not None else _term(found[0])
        if term and term not in terms:
            terms.append(term)
    terms = terms[:_MAX_TERMS]
    if prefix and terms and not terms[-1].endswith("*"):
        terms[-1] += "*"
    return _in_all_forms(terms) if any_form else " ".join(terms)


def _in_all_forms(terms: list[str]) -> str:
    """All terms, the first ones in any of their written forms."""
    forms = [written_forms(term) for term in terms[:_MAX_FORMED]]
    if all(len(found) == 1 for found in forms):
        return " ".join(terms)
    grouped = [f"({' OR '.join(found)})" if len(found) > 1 else found[0] for found in forms]
    return " AND ".join((*grouped, *terms[_MAX_FORMED:]))


def _term(words: str) -> str:
    """A quoted phrase; a single CJK character becomes a prefix, for it begins a token wherever it stands."""
    segments = [s for s in _SEGMENT.findall(words) if any(char.isalnum() for char in s)]
    tokens = []
    for position, segment in enumerate(segments):
        if _CJK_RUN.match(segment):
            tokens.append(_pairs(segment, closed=position < len(segments) - 1))
        else:
            tokens.append(segment.strip())
    if not tokens:
        return ""
    phrase = '"' + " ".join(tokens).replace('"', '""') + '"'
    return phrase + "*" if len(tokens[-1]) == 1 and _CJK_RUN.match(tokens[-1]) else phrase


def _pairs(run: str, closed: bool = True) -> str:
    pairs = [run[i : i + 2] for i in range(len(run) - 1)]
    if closed or len(run) == 1:
        pairs.append(run[-1])
    return " ".join(pairs)
