"""Questions and answers in any document: "Q: …", "質問1:", "答: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from explorer.importers._blocks import Line
from explorer.importers._listed import thematic_break
from explorer.importers._markdown import plain
from explorer.model import Block, BlockKind, Document

_FRONT = r"[\s#>*•・-]{0,8}(?:\*\*|__)?\[?\(?"
_BEHIND = r"\s?\d{0,3}\s?\]?\)?(?:\*\*|__)?\s?[:.、)](?:\*\*|__)?\s{0,4}(?=\S)"
_QUESTION = re.compile(rf"{_FRONT}(?:Q(?:uestion)?|質問|問い?|问题?|提问)(?![A-Za-z]){_BEHIND}", re.I)
_ANSWER = re.compile(rf"{_FRONT}(?:A(?:nswer)?|回答|答え?|解答|答案)(?![A-Za-z]){_BEHIND}", re.I)
_SPOKEN = (BlockKind.TEXT, BlockKind.HEADING)


def set_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines with a thematic break before each that opens a question or an answer to one."""
    apart: list[Line] = []
    asked = False
    for line in lines:
        question = bool(_QUESTION.match(line.text))
        if question or (asked and _ANSWER.match(line.text)):
            apart.append(thematic_break(line.number, line.start, line.mapped.raw))
            asked = True
        apart.append(line)
    return apart


def with_questions(document: Document, machine: bool) -> Document:
    """The document with its questions and answers as such, and how many each paper has.

    An answer goes on to the next question or heading. ``machine``: they are machine-written.
    """
    blocks: list[Block] = []
    pairs = [0] * len(document.papers)
    kind: BlockKind | None = None
    asked: dict[str, str] = {}  # heading that is a question → the section in which it stands
    for block in document.blocks:
        section = asked.get(block.section, block.section)
        if block.kind in _SPOKEN and _QUESTION.match(block.text):
            kind = BlockKind.QUESTION
            if block.kind is BlockKind.HEADING:
                section = blocks[-1].section if blocks else ""
                asked[plain(block.text)] = section
        elif block.kind in _SPOKEN and kind and _ANSWER.match(block.text):
            if kind is BlockKind.QUESTION and block.paper is not None:
                pairs[block.paper] += 1
            kind = BlockKind.ANSWER
        elif block.kind is BlockKind.HEADING:
            kind = None
        if kind and block.kind in _SPOKEN:
            block = replace(block, kind=kind, machine=machine or block.machine)
        blocks.append(replace(block, section=section))
    papers = (replace(p, qa_pairs=p.qa_pairs + n) for p, n in zip(document.papers, pairs, strict=True))
    return replace(document, blocks=tuple(blocks), papers=tuple(papers))
