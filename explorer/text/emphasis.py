"""Text without the marks of emphasis that abstracts carry: Markdown, LaTeX, HTML."""

from __future__ import annotations

import re
from typing import Final

#: quick test whether there can be a mark at all
_ANY: Final = re.compile(r"[*_\\<$]")
_WORD: Final = "A-Za-z0-9"
#: in this order; each match goes but for its groups. A single star or underscore must stand outside a word:
#: D* and LPA* are names, snake_case is one
_MARKS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"</?(?:em|i|b|strong|u|tt|code|span)>()",
        r"\\(?:emph|underline|text(?:it|bf|tt|sc|sf|rm)?|math(?:it|bf|tt|sf|rm|cal))\s?\{([^{}\n]{0,200})\}",
        r"\{\\(?:em|it|bf|sc|tt|sf)\s+([^{}\n]{0,200})\}",
        r"\$([A-Za-z]{1,20})\$",
        r"\*\*([^*\s](?:[^*\n]{0,120}[^*\s])?)\*\*",
        rf"(?<![{_WORD}*])\*([^*\s](?:[^*\n]{{0,200}}[^*\s])?)\*(?![{_WORD}*])",
        rf"(?<![{_WORD}_])__([^_\s](?:[^_\n]{{0,200}}[^_\s])?)__(?![{_WORD}_])",
        rf"(?<![{_WORD}_])_([^_\s](?:[^_\n]{{0,200}}[^_\s])?)_(?![{_WORD}_])",
    )
)


def without_emphasis(text: str) -> tuple[str, list[int]] | None:
    """The text without marks of emphasis, and where each of its characters stands; None where there are none.

    The list has one entry more than the text has characters: the end. Linear in the length of the text.

    Examples:
        >>> without_emphasis("*Plan* (P)")[0]
        'Plan (P)'
        >>> without_emphasis("**R**eading **T**ime (RT)")[0]
        'Reading Time (RT)'
    """
    if not _ANY.search(text):
        return None
    places = list(range(len(text) + 1))
    plain = text
    for mark in _MARKS:
        plain, places = _taken_out(mark, plain, places)
    return (plain, places) if len(plain) < len(text) else None


def _taken_out(mark: re.Pattern[str], text: str, places: list[int]) -> tuple[str, list[int]]:
    parts: list[str] = []
    kept: list[int] = []
    after = 0
    for hit in mark.finditer(text):
        for start, end in ((after, hit.start()), hit.span(1)):
            parts.append(text[start:end])
            kept += places[start:end]
        after = hit.end()
    if not after:
        return text, places
    return "".join(parts) + text[after:], kept + places[after:]
