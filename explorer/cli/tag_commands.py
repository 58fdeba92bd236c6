"""Verbs on trend tags: the tree of them, what carries them, and the rules that put them on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument
from explorer.cli.speak import say_changes, say_json, show_lines
from explorer.model import NodeKind
from explorer.ops import library, tag_rules, tag_tree, tagging
from explorer.questions.lookup import find_all, find_node
from explorer.questions.tag_tree import RulePreview, TagNode, preview_rule
from explorer.questions.tag_tree import tag_tree as tag_tree_question

_tag = click.argument("name", metavar="TAG")
_papers = click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
_KINDS = {kind.name.lower().replace("concept", "method"): kind for kind in tag_rules.RULE_KINDS}


@click.command()
@library_argument
@json_option
def tags(path: Path, as_json: bool) -> None:
    """The tree of trend tags: what carries each one, who claims it, its rule."""
    tree = library.ask(path, tag_tree_question)
    say_json({"tags": tree}) if as_json else show_lines(tag_lines(tree))


@click.command()
@library_argument
@_tag
@_papers
@json_option
def tag(path: Path, name: str, papers: tuple[str, ...], as_json: bool) -> None:
    """Put a trend tag on papers, methods, anything."""
    nodes = library.ask(path, find_all, papers)
    say_changes(library.change(path, tagging.tag, name, nodes), as_json)


@click.command()
@library_argument
@_tag
@_papers
@json_option
def untag(path: Path, name: str, papers: tuple[str, ...], as_json: bool) -> None:
    """Take a trend tag off; no rule and no document puts it on again."""
    nodes = library.ask(path, find_all, papers)
    say_changes(library.change(path, tagging.untag, name, nodes), as_json)


@click.command(name="rename-tag")
@library_argument
@_tag
@click.argument("new_name", metavar="NEW")
@json_option
def rename_tag(path: Path, name: str, new_name: str, as_json: bool) -> None:
    """Rename a trend tag; "pruning / 枝刈り / 剪枝" gives it names in three languages."""
    say_changes(library.change(path, tagging.rename, name, new_name), as_json)


@click.command(name="delete-tag")
@library_argument
@_tag
@click.option("--with-children", is_flag=True, help="Also what stands under it; else that goes up.")
@json_option
def delete_tag(path: Path, name: str, with_children: bool, as_json: bool) -> None:
    """Delete a trend tag from everything that carries it."""
    say_changes(library.change(path, tag_tree.delete, name, with_children), as_json)


@click.command(name="tag-make")
@library_argument
@_tag
@click.option("--under", default="", metavar="TAG", help="Tag that it stands under.")
@click.option("--description", default="", help="What it stands for.")
@json_option
def tag_make(path: Path, name: str, under: str, description: str, as_json: bool) -> None:
    """Make a trend tag that nothing carries yet."""
    say_changes(library.change(path, tag_tree.make, name, under, description), as_json)


@click.command(name="tag-move")
@library_argument
@_tag
@click.argument("parent", metavar="[UNDER]", default="")
@click.option("--place", type=click.IntRange(1), help="Number among its siblings; else last.")
@json_option
def tag_move(path: Path, name: str, parent: str, place: int | None, as_json: bool) -> None:
    """Put a trend tag under another one, or at the top where none is named."""
    at = None if place is None else place - 1
    say_changes(library.change(path, tag_tree.move, name, parent, at), as_json)


@click.command(name="tag-merge")
@library_argument
@_tag
@click.argument("into", metavar="INTO")
@json_option
def tag_merge(path: Path, name: str, into: str, as_json: bool) -> None:
    """Make one trend tag of two; names in all languages, rules and what stands under it stay."""
    say_changes(library.change(path, tag_tree.merge, name, into), as_json)


@click.command(name="tag-split")
@library_argument
@_tag
@click.argument("new_name", metavar="NEW")
@_papers
@json_option
def tag_split(path: Path, name: str, new_name: str, papers: tuple[str, ...], as_json: bool) -> None:
    """Let some of what carries a trend tag carry a new one instead."""
    nodes = library.ask(path, find_all, papers)
    say_changes(library.change(path, tag_tree.split, name, new_name, nodes), as_json)


@click.command(name="tag-describe")
@library_argument
@_tag
@click.argument("description", default="")
@click.option("--colour", default=None, metavar="#RRGGBB", help='Its colour; "" is the one of all tags.')
@json_option
def tag_describe(path: Path, name: str, description: str, colour: str | None, as_json: bool) -> None:
    """Say what a trend tag stands for, give it a colour."""
    if colour is not None:
        say_changes(library.change(path, tag_tree.colour, name, colour), as_json)
    if description or colour is None:
        say_changes(library.change(path, tag_tree.describe, name, description), as_json)


@click.command(name="tag-rule")
@library_argument
@_tag
@click.argument("words", default="")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(_KINDS)), help="What it tags: papers.")
@click.option("--preview", is_flag=True, help="Tell what it would tag, change nothing.")
@click.option("--remove", is_flag=True, help="Take the rule away, with what it put on.")
@click.option("--keep", is_flag=True, help="With --remove: what it put on stays.")
@json_option
def tag_rule(path: Path, name: str, words: str, as_json: bool, **options: object) -> None:
    """Tag by a rule, now and at every import: '"state space" or mamba* -title:vision'."""
    if options["remove"]:
        say_changes(library.change(path, tag_rules.remove_rule, name, not options["keep"]), as_json)
        return
    if not words:
        raise click.UsageError("Say the words of the rule, or --remove.")
    given = options["kinds"]
    names = [str(kind) for kind in given] if isinstance(given, tuple) else []
    kinds = tuple(_KINDS[one] for one in names) or (NodeKind.PAPER,)
    if options["preview"]:
        tag_id = library.ask(path, find_node, name, NodeKind.TAG)
        found = library.ask(path, preview_rule, tag_id, words, kinds)
        say_json(found) if as_json else show_lines(preview_lines(found))
        return
    say_changes(library.change(path, tag_rules.set_rule, name, words, kinds), as_json)


def tag_lines(tree: Iterable[TagNode], depth: int = 0) -> Iterator[str]:
    """The tree as lines, what stands under a tag moved in."""
    empty = depth == 0
    for node in tree:
        empty = False
        counts = (
            f"{node.own:,}" if node.own == node.total else f"{node.own:,}, with those below {node.total:,}"
        )
        claims = "; ".join(title for _, title in node.documents)
        parts = (counts, f"claimed by {claims}" if claims else "", f"rule: {node.rule}" if node.rule else "")
        yield f"{'  ' * depth}{node.name}  ({'; '.join(part for part in parts if part)})"
        yield from tag_lines(node.children, depth + 1)
    if empty:
        yield "No tags yet."


def preview_lines(found: RulePreview) -> Iterator[str]:
    """What a rule would tag, as lines."""
    yield f"matches {found.found:,}: {found.new_total:,} new, {found.already:,} tagged already"
    if found.off:
        yield f"{found.off:,} stay without it: you took it off"
    if found.gone:
        yield f"{found.gone:,} lose it: the rule does not match them any more"
    yield from (f"  {name}" for _, name in found.new)
