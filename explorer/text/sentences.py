"""Sentences of a text in English, Japanese or Chinese."""

import re

# a full stop ends a sentence before a space or the end, and after a CJK character wherever it stands
_END = re.compile(
    r"[。！？!?]+[」』”’\")]*|(?<=[\u3040-\u30ff\u3400-\u9fff）)])\.(?![0-9A-Za-z])|\.[”’\")]*(?=\s|$)|\n+|[;；](?=\s)"
)
_ABBREVIATION = re.compile(r"(?:\b(?:et al|e\.g|i\.e|cf|vs|Fig|Eq|Sec|resp|approx)|\b[A-Z])$")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence, without the blanks around it; linear in the length of the text."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if found[0][0] == "." and _ABBREVIATION.search(text[max(start, found.start() - 8) : found.start()]):
            continue
        _append(spans, text, start, found.end())
        start = found.end()
    _append(spans, text, start, len(text))
    return spans


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Span of the sentence that holds ``text[start:end]``; of all sentences that it touches."""
    touching = [span for span in sentence_spans(text) if span[0] < max(end, start + 1) and start < span[1]]
    return (touching[0][0], touching[-1][1]) if touching else (start, end)


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if piece.strip():
        spans.append((start + left, start + len(piece.rstrip())))
