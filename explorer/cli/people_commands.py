"""Verbs that decide who an author is: merge-people, split-person, apart-people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from explorer.cli.speak import say, say_json, show_lines
from explorer.model import Changes, NodeKind
from explorer.ops import library, people
from explorer.questions.lookup import find_node
from explorer.questions.person_papers import PersonPapers, person_papers

_library = click.argument("path", metavar="LIBRARY", type=click.Path(path_type=Path, dir_okay=False))
_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
_reason = click.option("--reason", default="", help="Why; kept with the decision.")


@click.command(name="merge-people")
@_library
@click.argument("keep", metavar="KEEP")
@click.argument("other", metavar="OTHER")
@_reason
@_json
def merge_people(path: Path, keep: str, other: str, reason: str, as_json: bool) -> None:
    """Make two authors one person: all papers under either name, also later ones, stand at KEEP."""
    pair = _person(path, keep), _person(path, other)
    _tell(library.change(path, people.merge, *pair, reason), as_json)


@click.command(name="split-person")
@_library
@click.argument("person", metavar="PERSON")
@click.option("--paper", "papers", multiple=True, help="A paper that is another's; several allowed.")
@click.option("--list", "lists", is_flag=True, help="List the papers in groups, change nothing.")
@_reason
@_json
def split_person(
    path: Path, person: str, papers: tuple[str, ...], lists: bool, reason: str, as_json: bool
) -> None:
    """Say that some papers under a name are by another person.

    Without --paper: what the latest merge brought, or the smaller of two groups of papers that share no
    co-author. Later papers go to the one whose co-authors they share, else they stay with the name.
    """
    node = _person(path, person)
    if not lists:
        leaving = [library.ask(path, find_node, words, NodeKind.PAPER) for words in papers]
        _tell(library.change(path, people.split, node, leaving, reason), as_json)
        return
    found = library.ask(path, person_papers, node)
    if as_json:
        say_json(found)
    elif found is not None:
        show_lines(_lines(found))


@click.command(name="apart-people")
@_library
@click.argument("person", metavar="PERSON")
@click.argument("other", metavar="OTHER")
@_reason
@_json
def apart_people(path: Path, person: str, other: str, reason: str, as_json: bool) -> None:
    """Say that two authors are not one person: they are not proposed again."""
    pair = _person(path, person), _person(path, other)
    _tell(library.change(path, people.keep_apart, *pair, reason), as_json)


PEOPLE_COMMANDS = (merge_people, split_person, apart_people)


def _person(path: Path, words: str) -> int:
    return library.ask(path, find_node, words, NodeKind.PERSON)


def _tell(changes: Changes, as_json: bool) -> None:
    say_json({"done": changes.label, "nodes": changes.nodes}) if as_json else say(changes.label)


def _lines(found: PersonPapers) -> Iterator[str]:
    for number, group in enumerate(found.groups, start=1):
        yield f"group {number}"
        for paper in group:
            yield f"{paper.id:>9}  {paper.title} · {', '.join(paper.authors[:4])}"
