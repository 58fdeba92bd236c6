"""Questions by example as a person words them: papers and tags by id, name or title."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.model import NodeId, NodeKind
from explorer.questions.lookup import find_node
from explorer.questions.more_like import MoreAnswer, more_like, suggest
from explorer.store import Reader


def asked_papers(reader: Reader, words: Sequence[str]) -> list[NodeId]:
    """Papers by id, name or title; NotFound where there is none."""
    return [find_node(reader, word, NodeKind.PAPER) for word in words]


def ask_more_like(reader: Reader, more: Sequence[str], less: Sequence[str], k: int) -> MoreAnswer:
    """Papers like some and unlike others."""
    return more_like(reader, asked_papers(reader, more), asked_papers(reader, less), k)


def ask_suggestions(reader: Reader, tag: str, k: int) -> MoreAnswer:
    """Papers that a tag may be meant for."""
    return suggest(reader, find_node(reader, tag, NodeKind.TAG), k)
