"""What is asked and done by example, imported on the thread that runs it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from explorer.model import Changes

if TYPE_CHECKING:
    from explorer.questions.compare_engines import EngineComparison
    from explorer.questions.more_like import MoreAnswer
    from explorer.questions.reading_list import ReadingList


def more_like(reader, more: tuple[int, ...], less: tuple[int, ...]) -> MoreAnswer:
    """Papers like some and unlike others."""
    from explorer.questions.more_like import more_like

    return more_like(reader, more, less)


def suggest(reader, tag: int) -> MoreAnswer:
    """Papers that a tag may be meant for."""
    from explorer.questions.more_like import suggest

    return suggest(reader, tag)


def accept(store, tag: int, paper: int) -> Changes:
    """The tag is meant for a paper."""
    from explorer.ops import suggesting

    return suggesting.accept(store, f"#{tag}", [paper])


def reject(store, tag: int, paper: int) -> Changes:
    """The tag is not meant for a paper."""
    from explorer.ops import suggesting

    return suggesting.reject(store, f"#{tag}", [paper])


def reading_list(reader, nodes: tuple[int, ...], shown: tuple[int, ...]) -> ReadingList:
    """The list of some papers, of what one edition or tag holds, else of what is shown; nothing read."""
    from explorer.questions.reading_list import list_of_nodes

    return list_of_nodes(reader, nodes, shown, unread=True)


def mark_reading(store, nodes: tuple[int, ...]) -> Changes:
    """Mark papers as being read."""
    from explorer.ops import reading

    return reading.mark(store, nodes, "reading")


def write_list(found: ReadingList, path: Path) -> Path:
    """Write a reading list as Markdown."""
    from explorer.ops import list_files

    list_files.write_list(found, path)
    return path


def compare_first(reader) -> EngineComparison:
    """The first two engines that the library has vectors of, compared."""
    from explorer.questions.compare_engines import compare_first

    return compare_first(reader)
