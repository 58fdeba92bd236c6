"""Verbs that decide on the identity of papers: needs, merge, split, apart, settle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument, reason_option
from explorer.cli.speak import say_changes, say_json, show_lines
from explorer.errors import ExplorerError
from explorer.model import NodeKind
from explorer.ops import identity, library
from explorer.questions.lookup import find_node
from explorer.questions.needs_you import CONTRADICTION, OFFER, Side, Undecided, all_places, needs_you


@click.command()
@library_argument
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="Rows told.")
@json_option
def needs(path: Path, limit: int, as_json: bool) -> None:
    """What waits for a person: contradictions, papers or people that may be one, papers without a title."""
    answer = library.ask(path, needs_you, limit)
    if as_json:
        say_json(answer)
        return
    for row in answer.rows:
        show_lines(_lines(row))
    left = answer.total - len(answer.rows)
    more = f"and {left:,} more." if answer.rows else "Nothing waits for you."
    show_lines([more] if left or not answer.rows else [])


@click.command()
@library_argument
@click.argument("keep", metavar="KEEP")
@click.argument("other", metavar="OTHER")
@reason_option
@json_option
def merge(path: Path, keep: str, other: str, reason: str, as_json: bool) -> None:
    """Make two papers one: KEEP takes over all that stands on OTHER."""
    say_changes(
        library.change(path, identity.merge, _paper(path, keep), _paper(path, other), reason), as_json
    )


@click.command()
@library_argument
@click.argument("paper", metavar="PAPER")
@click.option("--appearance", "places", type=int, multiple=True, help="A place that leaves; several allowed.")
@click.option("--list", "lists", is_flag=True, help="List the places that name PAPER, change nothing.")
@reason_option
@json_option
def split(path: Path, paper: str, places: tuple[int, ...], lists: bool, reason: str, as_json: bool) -> None:
    """Let places that name PAPER speak of another paper; without --appearance, those of the latest merge."""
    node = _paper(path, paper)
    if not lists:
        say_changes(library.change(path, identity.split, node, places, reason), as_json)
        return
    side = library.ask(path, all_places, node)
    if as_json:
        say_json(side)
    elif side is not None:
        show_lines(
            f"{place.appearance:>7}  {place.quote.source}: {place.as_written}" for place in side.places
        )


@click.command()
@library_argument
@click.argument("paper", metavar="PAPER")
@click.argument("other", metavar="OTHER")
@reason_option
@json_option
def apart(path: Path, paper: str, other: str, reason: str, as_json: bool) -> None:
    """Say that two papers are not one: no import merges or proposes them again."""
    say_changes(
        library.change(path, identity.keep_apart, _paper(path, paper), _paper(path, other), reason), as_json
    )


@click.command()
@library_argument
@click.argument("number", metavar="[N]", type=int, required=False)
@click.option("--decision", default="", help="id, title or ignore; noted or ignore where no id is disputed.")
@click.option("--note", default="", help="Why; kept with the decision.")
@json_option
def settle(path: Path, number: int | None, decision: str, note: str, as_json: bool) -> None:
    """Settle contradiction N of the list that `needs` prints; N may be left out where there is only one."""
    chosen, kind = _contradiction(path, number)
    if not decision:
        listed = ", ".join(identity.choices(kind))
        raise click.UsageError(f"Say how with --decision: {listed}.")
    say_changes(library.change(path, identity.settle, chosen, decision, note), as_json)


def _paper(path: Path, words: str) -> int:
    return library.ask(path, find_node, words, NodeKind.PAPER)


def _contradiction(path: Path, number: int | None) -> tuple[int, str]:
    """(number, topic) of the contradiction that is meant."""
    found = [row for row in library.ask(path, needs_you, 1_000_000).rows if row.kind == CONTRADICTION]
    fitting = [row for row in found if number in (None, row.number)]
    if len(fitting) == 1:
        return fitting[0].number, fitting[0].topic
    if number is None and found:
        listed = "; ".join(f"{row.number} {row.words}" for row in found[:8])
        raise ExplorerError(f"{len(found)} contradictions are open.", f"Say which: {listed}.")
    missing = "No contradiction is open." if number is None else f"There is no open contradiction {number}."
    raise ExplorerError(missing, "See what waits with: paper-explorer needs LIBRARY")


def _lines(row: Undecided) -> Iterator[str]:
    topic = row.topic if row.kind == CONTRADICTION else row.kind
    head = f"{row.number:>5}  {topic}" if row.number else f"    –  {topic}"
    yield f"{head}: {row.words}"
    if row.quote is not None:
        yield f"         “{row.quote.sentence}” — {row.quote.source}"
    for side in row.sides:
        yield from _side_lines(side)
    if row.kind == OFFER:
        yield f"         accept or refuse with: paper-explorer offer LIBRARY {row.number} accept|refuse"


def _side_lines(side: Side) -> Iterator[str]:
    ids = ", ".join(f"{scheme} {value}" for scheme, value in side.ids)
    people = ", ".join(side.authors[:3])
    yield f"         {side.id:>7}  " + " · ".join(filter(None, (side.title, people, side.published, ids)))
    for place in side.places[:2]:
        yield f"                  {place.quote.source}: {place.as_written}"
