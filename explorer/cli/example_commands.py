"""Verbs by example: more like these, suggestions for a tag, a reading list, engines compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument
from explorer.cli.speak import say, say_json, show_lines
from explorer.ops import library, list_files, suggesting
from explorer.questions.asked_examples import ask_more_like, ask_suggestions, asked_papers
from explorer.questions.compare_engines import EngineComparison, K, compare_engines
from explorer.questions.more_like import FIRST, FoundAgain, Likely, MoreAnswer
from explorer.questions.reading_list import FIRST as LENGTH
from explorer.questions.reading_list import ReadingList, ask_reading_list

_k = click.option("-k", "k", default=FIRST, show_default=True, type=click.IntRange(1), help="Papers told.")


@click.command(name="more-like")
@library_argument
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@click.option("--less", multiple=True, metavar="PAPER", help="A paper that is not meant; may be repeated.")
@_k
@json_option
def more_like_(path: Path, papers: Sequence[str], less: Sequence[str], k: int, as_json: bool) -> None:
    """Papers like some, and unlike others."""
    answer = library.ask(path, ask_more_like, papers, less, k)
    say_json(answer) if as_json else show_lines(_lines(answer))


@click.command(name="suggest")
@library_argument
@click.argument("tag", metavar="TAG")
@click.option("--accept", multiple=True, metavar="PAPER", help="The tag is meant for it; may be repeated.")
@click.option("--reject", multiple=True, metavar="PAPER", help="It is not; no rule brings it again.")
@_k
@json_option
def suggest_(path: Path, tag: str, k: int, as_json: bool, **decided: Sequence[str]) -> None:
    """Papers that a tag may be meant for, each with the reason, and how well they are found.

    With --accept or --reject, decide on some first (undo takes it back).
    """
    for operation, words in ((suggesting.accept, decided["accept"]), (suggesting.reject, decided["reject"])):
        if words:
            done = library.change(path, operation, tag, library.ask(path, asked_papers, words))
            if not as_json:
                say(done.done)
    answer = library.ask(path, ask_suggestions, tag, k)
    say_json(answer) if as_json else show_lines(_lines(answer))


def quality_line(quality: FoundAgain, is_tag: bool) -> str:
    """How well the marked papers tell, as a sentence."""
    what = "tagged" if is_tag else "chosen"
    if not quality.tried:
        return f"One paper {what}: how well others are found is known from two on."
    return (
        f"Of {quality.tried} {what}, {quality.found} would have been found among the first {quality.among}."
    )


def _lines(answer: MoreAnswer) -> Iterator[str]:
    yield quality_line(answer.quality, answer.tag is not None)
    for hit in answer.hits:
        yield f"{hit.id:>7}  {hit.score:5.2f}  {hit.title}"
        yield f"                {_reason(hit)}"
    if not answer.hits:
        yield "There are no other papers."


def _reason(hit: Likely) -> str:
    named = ", ".join((*hit.methods, *hit.terms))
    near = f"nearest to “{hit.nearest[1]}”"
    return f"{named}; {near}" if named else near


@click.command(name="reading-list")
@library_argument
@click.option(
    "--of", "words", default="", help="Edition, tag:NAME, view:NAME, time, “search:words”; else all."
)
@click.option("-k", "k", default=LENGTH, show_default=True, type=click.IntRange(1), help="Papers.")
@click.option("--unread", is_flag=True, help="Leave out what was read already.")
@click.option("--md", "file", type=click.Path(path_type=Path, dir_okay=False), help="Write it as Markdown.")
@json_option
def reading_list_(path: Path, words: str, k: int, unread: bool, file: Path | None, as_json: bool) -> None:
    """The papers that cover a selection best, each with what it covers."""
    found = library.ask(path, ask_reading_list, words, k, unread)
    if file is not None:
        list_files.write_list(found, file)
    say_json(found) if as_json else show_lines(_list_lines(found))


@click.command(name="compare-engines")
@library_argument
@click.argument("one", metavar="ENGINE")
@click.argument("other", metavar="ENGINE")
@click.option("-k", "k", default=K, show_default=True, type=click.IntRange(1), help="Neighbours.")
@json_option
def compare_engines_(path: Path, one: str, other: str, k: int, as_json: bool) -> None:
    """How far two engines agree on which papers are near, and where they disagree most."""
    found = library.ask(path, compare_engines, one, other, k)
    say_json(found) if as_json else show_lines(_comparison_lines(found))


def _list_lines(found: ReadingList) -> Iterator[str]:
    yield f"{found.name or 'The library'}: {found.papers:,} papers"
    if found.compared < found.papers:
        yield f"{found.papers - found.compared:,} of them have not been compared yet: run embed."
    if found.read:
        yield f"{found.read:,} read already cover {found.known:.1f} %"
    covered = found.known
    for number, pick in enumerate(found.picks, start=1):
        covered += pick.gain
        named = f": {', '.join(pick.methods)}" if pick.methods else ""
        yield f"{number:>3}. {pick.id:>7}  {pick.title}"
        near = "1 paper" if pick.papers == 1 else f"{pick.papers:,} papers"
        yield f"              nearest to {near}, +{pick.gain:.1f} %, {covered:.1f} % in all{named}"


def _comparison_lines(found: EngineComparison) -> Iterator[str]:
    yield (
        f"{found.one} and {found.other} share {100 * found.overlap:.1f} % of {found.k} nearest papers "
        f"({100 * found.low:.1f} to {100 * found.high:.1f} %); by chance {100 * found.chance:.2f} %."
    )
    yield f"{found.papers:,} papers have both; the neighbours of {found.asked:,} were compared."
    for paper in found.disagree:
        yield from ("", f"{paper.id:>7}  {paper.title} ({100 * paper.share:.0f} % in common)")
        for name, near in ((found.one, paper.one), (found.other, paper.other)):
            yield f"         {name}: " + "; ".join(title for _, title in near[:3])
