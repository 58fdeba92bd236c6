"""Verbs that decide on links and on names of methods."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument, reason_option
from explorer.cli.speak import say_changes, say_json, show_lines
from explorer.model import NodeKind
from explorer.ops import concepts, library, linking
from explorer.questions.curation import NameQuestion, links_of, waiting_curation
from explorer.questions.evidence import Statement
from explorer.questions.lookup import find_node

_links = click.argument("numbers", metavar="LINK...", nargs=-1, required=True, type=int)


@click.command()
@library_argument
@click.argument("name", metavar="NAME")
@json_option
def links(path: Path, name: str, as_json: bool) -> None:
    """Every link of a method or paper: its number, its status and the sentence behind it."""
    found = library.ask(path, links_of, library.ask(path, find_node, name))
    if as_json:
        say_json({"links": found})
        return
    for statement in found:
        show_lines(_link_lines(statement))
    show_lines([] if found else ["No link."])


@click.command()
@library_argument
@_links
@json_option
def accept(path: Path, numbers: tuple[int, ...], as_json: bool) -> None:
    """Take links for true: they show in the graph."""
    say_changes(library.change(path, linking.accept, numbers), as_json)


@click.command()
@library_argument
@_links
@json_option
def reject(path: Path, numbers: tuple[int, ...], as_json: bool) -> None:
    """Take links for wrong: no import brings them back."""
    say_changes(library.change(path, linking.reject, numbers), as_json)


@click.command()
@library_argument
@_links
@json_option
def reopen(path: Path, numbers: tuple[int, ...], as_json: bool) -> None:
    """Make links proposals again."""
    say_changes(library.change(path, linking.reopen, numbers), as_json)


@click.command()
@library_argument
@click.argument("number", metavar="LINK", type=int)
@click.option("--predicate", default="", help='What its sentence really says: "builds on", "compared with" …')
@click.option("--turn", "turned", is_flag=True, help="Subject and object change places.")
@json_option
def correct(path: Path, number: int, predicate: str, turned: bool, as_json: bool) -> None:
    """Reject LINK and state what its sentence really says."""
    if not predicate and not turned:
        raise click.UsageError("Say what is wrong: --predicate, --turn, or both.")
    say_changes(library.change(path, linking.correct, number, predicate, turned), as_json)


@click.command()
@library_argument
@click.argument("subject", metavar="SUBJECT")
@click.argument("predicate", metavar="PREDICATE")
@click.argument("target", metavar="OBJECT")
@json_option
def state(path: Path, subject: str, predicate: str, target: str, as_json: bool) -> None:
    """State a link by hand, such as: state LIBRARY SPPO "compared with" DPO."""
    ends = [library.ask(path, find_node, words) for words in (subject, target)]
    say_changes(library.change(path, linking.state, ends[0], predicate, ends[1]), as_json)


@click.command()
@library_argument
@click.option("-n", "--limit", default=50, show_default=True, type=click.IntRange(1), help="Told of each.")
@json_option
def proposals(path: Path, limit: int, as_json: bool) -> None:
    """What nobody has checked: proposed links, concepts that may be one, forms with several meanings."""
    answer = library.ask(path, waiting_curation, limit)
    if as_json:
        say_json(answer)
        return
    for statement in answer.links:
        show_lines(_link_lines(statement))
    show_lines(_more(answer.links_total - len(answer.links), "links"))
    for question in answer.names:
        show_lines(_name_lines(question))
    show_lines(_more(answer.names_total - len(answer.names), "names"))
    show_lines([] if answer.links or answer.names else ["Nothing waits for you."])


@click.command()
@library_argument
@click.argument("concept", metavar="METHOD")
@click.argument("form", metavar="FORM")
@click.option("--accept/--reject", "accepts", default=True, help="It names METHOD (default), or it does not.")
@json_option
def alias(path: Path, concept: str, form: str, accepts: bool, as_json: bool) -> None:
    """Say that FORM names METHOD, or that it does not; no import changes that."""
    decide = concepts.accept_aliases if accepts else concepts.reject_aliases
    say_changes(library.change(path, decide, [(_concept(path, concept), form)]), as_json)


@click.command(name="merge-methods")
@library_argument
@click.argument("keep", metavar="KEEP")
@click.argument("other", metavar="OTHER")
@reason_option
@json_option
def merge_methods(path: Path, keep: str, other: str, reason: str, as_json: bool) -> None:
    """Make two methods one: KEEP takes over all that stands on OTHER, whose names find it for ever."""
    pair = _concept(path, keep), _concept(path, other)
    say_changes(library.change(path, concepts.merge, *pair, reason), as_json)


@click.command(name="apart-methods")
@library_argument
@click.argument("concept", metavar="METHOD")
@click.argument("other", metavar="OTHER")
@reason_option
@json_option
def apart_methods(path: Path, concept: str, other: str, reason: str, as_json: bool) -> None:
    """Say that two methods are not one: they are not suspected again."""
    pair = _concept(path, concept), _concept(path, other)
    say_changes(library.change(path, concepts.keep_apart, [pair], reason), as_json)


@click.command(name="rename-method")
@library_argument
@click.argument("concept", metavar="METHOD")
@click.argument("name", metavar="NEW")
@json_option
def rename_method(path: Path, concept: str, name: str, as_json: bool) -> None:
    """Give a method another name; the old one goes on finding it."""
    say_changes(library.change(path, concepts.rename, _concept(path, concept), name), as_json)


@click.command(name="set-kind")
@library_argument
@click.argument("concept", metavar="METHOD")
@click.argument("kind", metavar="KIND")
@json_option
def set_kind(path: Path, concept: str, kind: str, as_json: bool) -> None:
    """Say what METHOD is: method, model, dataset, benchmark, metric, task, library or concept."""
    say_changes(library.change(path, concepts.set_kind, _concept(path, concept), kind), as_json)


def _concept(path: Path, words: str) -> int:
    return library.ask(path, find_node, words, NodeKind.CONCEPT)


def _link_lines(said: Statement) -> Iterator[str]:
    words = f"{said.subject_name} {said.words} {said.object_name}"
    yield f"{said.link:>7}  {said.status:<8} {said.confidence:.2f}  {words}"
    for quote in said.quotes[:1]:
        yield f"         “{quote.sentence}” — {quote.source}"


def _name_lines(question: NameQuestion) -> Iterator[str]:
    yield f"  {question.kind}: {question.why}"
    for side in question.sides:
        yield f"         {side.id:>7}  " + " · ".join(
            filter(None, (side.name, side.kind, ", ".join(side.forms)))
        )
        yield from (f"                  “{q.sentence}” — {q.source}" for q in side.quotes[:1])
    if question.forms:
        yield "                  " + " / ".join(question.forms)


def _more(left: int, what: str) -> list[str]:
    return [f"and {left:,} more {what}."] if left > 0 else []
