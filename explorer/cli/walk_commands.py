"""Verbs that follow links: path between two nodes, bridges between sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument
from explorer.cli.speak import say_json, show_lines
from explorer.ops import library
from explorer.questions.bridges import BRIDGES, Bridge, BridgesAnswer, bridges_json, bridges_of
from explorer.questions.evidence import Quote
from explorer.questions.path import (
    PATHS,
    PathAnswer,
    QuotedPath,
    cost_in_words,
    find_path_of,
    path_json,
)


@click.command(name="path")
@library_argument
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("-k", "count", default=PATHS, show_default=True, type=click.IntRange(1, 50), help="Paths.")
@click.option("--weaker", is_flag=True, help="Also over passages that only name both ends of a step.")
@json_option
def path_(path: Path, a: str, b: str, count: int, weaker: bool, as_json: bool) -> None:
    """The best paths between two things over what is stated, with the sentence on each step."""
    answer = library.ask(path, find_path_of, a, b, count, weaker)
    say_json(path_json(answer)) if as_json else show_lines(path_lines(answer))


@click.command()
@library_argument
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE SOURCE...")
@click.option("--limit", default=BRIDGES, show_default=True, type=click.IntRange(1), help="Methods told.")
@click.option("--least", default=1, show_default=True, type=click.IntRange(1), help="Passages on each side.")
@json_option
def bridges(path: Path, sources: tuple[str, ...], limit: int, least: int, as_json: bool) -> None:
    """The methods that link editions, digests, reports, talks, notes or documents, most surprising first."""
    answer = library.ask(path, bridges_of, sources, limit, least)
    say_json(bridges_json(answer)) if as_json else show_lines(bridge_lines(answer))


def path_lines(answer: PathAnswer) -> Iterator[str]:
    """Paths as lines: each step with its best sentence."""
    if not answer.paths:
        yield f"Nothing stated joins {answer.source.name} and {answer.target.name}."
        if not answer.weaker:
            yield "No passage names them together, nor anything between them."
    for number, found in enumerate(answer.paths, start=1):
        yield from _path(f"{number}.", found)
    if answer.weaker:
        yield ("" if answer.paths else "Weaker, over passages that only name both ends of a step:")
    for number, found in enumerate(answer.weaker, start=1):
        yield from _path(f"weaker {number}.", found)


def _path(number: str, found: QuotedPath) -> Iterator[str]:
    yield f"{number} {' → '.join(stop.name for stop in found.stops)}  ({cost_in_words(found)})"
    for hop in found.hops:
        yield f"     {hop.source.name} {hop.words} {hop.target.name}  ({hop.trust})"
        yield from _quoted(hop.quotes, 9)


def bridge_lines(answer: BridgesAnswer) -> Iterator[str]:
    """Bridges as lines: each method with its best sentence on each side."""
    names = {source.id: source.name for source in answer.sources}
    if not answer.bridges:
        yield f"No method stands in two of: {'; '.join(names.values())}."
    for bridge in answer.bridges:
        yield from _bridge(bridge, names)
    left = answer.total - len(answer.bridges)
    if left:
        yield f"… and {left:,} more."


def _bridge(bridge: Bridge, names: dict[int, str]) -> Iterator[str]:
    yield f"{bridge.name}  ({bridge.kind}, {len(bridge.sides)} sources, {bridge.surprise:.2f} bits)"
    for side in bridge.sides:
        yield f"     {names[side.source]}  ({side.passages})"
        yield from _quoted(side.quotes[:1], 9)


def _quoted(quotes: tuple[Quote, ...], indent: int) -> Iterator[str]:
    if not quotes:
        return
    best = quotes[0]
    more = f", and {len(quotes) - 1} more" if len(quotes) > 1 else ""
    machine = ", machine-written" if best.machine else ""
    yield f"{' ' * indent}“{best.sentence}” — {best.source}{machine}{more}"
