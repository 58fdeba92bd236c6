"""Verbs of what a person notes and reads, and of the views that they keep."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument
from explorer.cli.speak import say, say_changes, say_json, show_lines
from explorer.ops import library, notes, reading, views
from explorer.questions.lookup import find_node
from explorer.questions.saved import find_readable, note_on, saved_views_of


@click.command()
@library_argument
@click.argument("name", metavar="ANYTHING")
@click.argument("text", required=False)
@click.option("--add", is_flag=True, help="Put the text below what the note says.")
@click.option("--delete", is_flag=True, help="Take the note off.")
@json_option
def note(path: Path, name: str, text: str | None, add: bool, delete: bool, as_json: bool) -> None:
    """The note on anything; with TEXT (or - for standard input) it is written anew."""
    node = library.ask(path, find_node, name)
    if delete:
        say_changes(library.change(path, notes.note, node, ""), as_json)
    elif text is not None:
        said = sys.stdin.read() if text == "-" else text
        say_changes(library.change(path, notes.add_to_note if add else notes.note, node, said), as_json)
    else:
        found = library.ask(path, note_on, node)
        say_json({"node": node, "note": found}) if as_json else say(found or "No note.")


@click.command()
@library_argument
@click.argument("names", nargs=-1, required=True, metavar="PAPER...")
@click.option("--state", type=click.Choice(["unread", "reading", "read"]), default="read", show_default=True)
@json_option
def read(path: Path, names: tuple[str, ...], state: str, as_json: bool) -> None:
    """Mark papers, issues or documents as read, as being read, or as unread."""
    nodes = library.ask(path, find_readable, names)
    say_changes(library.change(path, reading.mark, nodes, "" if state == "unread" else state), as_json)


@click.command(name="views")
@library_argument
@json_option
def views_(path: Path, as_json: bool) -> None:
    """The saved views, in the order of their keys."""
    found = library.ask(path, saved_views_of)
    if as_json:
        say_json({"views": found})
        return
    show_lines([f"{i:>3}  {view.name}  ({view.words})" for i, view in enumerate(found, start=1)])
    show_lines([] if found else ["No view is saved."])


@click.command(name="save-view")
@library_argument
@click.argument("name")
@click.option("--view", required=True, help='JSON such as {"center": "RAG", "depth": 2}.')
@click.option("--over", is_flag=True, help="Take the place of a view of that name.")
@json_option
def save_view(path: Path, name: str, view: str, over: bool, as_json: bool) -> None:
    """Save a view by name; names in it become ids, places are those that it has now."""
    say_changes(library.change(path, views.save_words, name, view, over), as_json)


@click.command(name="rename-view")
@library_argument
@click.argument("name")
@click.argument("new_name", metavar="NEW")
@json_option
def rename_view(path: Path, name: str, new_name: str, as_json: bool) -> None:
    """Give a saved view another name."""
    say_changes(library.change(path, views.rename, name, new_name), as_json)


@click.command(name="delete-view")
@library_argument
@click.argument("name")
@json_option
def delete_view(path: Path, name: str, as_json: bool) -> None:
    """Delete a saved view; what it shows stays."""
    say_changes(library.change(path, views.delete, name), as_json)
