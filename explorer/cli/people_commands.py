"""Verbs that decide who an author is: merge-people, split-person, apart-people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument, reason_option
from explorer.cli.speak import say_changes, say_json, show_lines
from explorer.model import NodeKind
from explorer.ops import library, people
from explorer.questions.lookup import find_node
from explorer.questions.person_papers import PersonPapers, person_papers


@click.command(name="merge-people")
@library_argument
@click.argument("keep", metavar="KEEP")
@click.argument("other", metavar="OTHER")
@reason_option
@json_option
def merge_people(path: Path, keep: str, other: str, reason: str, as_json: bool) -> None:
    """Make two authors one person: all papers under either name, also later ones, stand at KEEP."""
    pair = _person(path, keep), _person(path, other)
    say_changes(library.change(path, people.merge, *pair, reason), as_json)


@click.command(name="split-person")
@library_argument
@click.argument("person", metavar="PERSON")
@click.option("--paper", "papers", multiple=True, help="A paper that is another's; several allowed.")
@click.option("--list", "lists", is_flag=True, help="List the papers in groups, change nothing.")
@reason_option
@json_option
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
        say_changes(library.change(path, people.split, node, leaving, reason), as_json)
        return
    found = library.ask(path, person_papers, node)
    if as_json:
        say_json(found)
    elif found is not None:
        show_lines(_lines(found))


@click.command(name="apart-people")
@library_argument
@click.argument("person", metavar="PERSON")
@click.argument("other", metavar="OTHER")
@reason_option
@json_option
def apart_people(path: Path, person: str, other: str, reason: str, as_json: bool) -> None:
    """Say that two authors are not one person: they are not proposed again."""
    pair = _person(path, person), _person(path, other)
    say_changes(library.change(path, people.keep_apart, *pair, reason), as_json)


def _person(path: Path, words: str) -> int:
    return library.ask(path, find_node, words, NodeKind.PERSON)


def _lines(found: PersonPapers) -> Iterator[str]:
    for number, group in enumerate(found.groups, start=1):
        yield f"group {number}"
        for paper in group:
            yield f"{paper.id:>9}  {paper.title} · {', '.join(paper.authors[:4])}"
