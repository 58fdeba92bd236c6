"""A reading list as a file."""

from __future__ import annotations

from pathlib import Path

from explorer.exporters.safe import markdown, write_whole
from explorer.questions.reading_list import ReadingList


def write_list(found: ReadingList, path: Path) -> None:
    """Write it as Markdown, whole or not at all."""
    write_whole(path, as_markdown(found))


def as_markdown(found: ReadingList) -> str:
    """The list as Markdown: a numbered line for each paper, what it covers below."""
    title = f"Reading list: {markdown(found.name)}" if found.name else "Reading list"
    lines = [f"# {title}", "", f"{len(found.picks)} of {found.papers:,} papers.", ""]
    for number, pick in enumerate(found.picks, start=1):
        near = "1 paper" if pick.papers == 1 else f"{pick.papers:,} papers"
        named = f": {markdown(', '.join(pick.methods))}" if pick.methods else ""
        lines += [f"{number}. **{markdown(pick.title)}**", f"   Covers {near}, {pick.gain:.1f} %{named}", ""]
    return "\n".join(lines)
