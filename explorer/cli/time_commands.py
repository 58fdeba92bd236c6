"""Verbs on when things came: lifelines, lead times, and what changed."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument
from explorer.cli.speak import say_json, show_lines
from explorer.ops import library
from explorer.ops.lead_files import write_lead_times
from explorer.questions.lead_times import Only, lead_times
from explorer.questions.lifeline import lifeline_of
from explorer.questions.lifeline_words import (
    lead_times_json,
    lead_times_lines,
    lifeline_json,
    lifeline_lines,
)
from explorer.questions.whatsnew import whats_new_since
from explorer.questions.whatsnew_words import whatsnew_json, whatsnew_lines

_file = click.Path(path_type=Path, dir_okay=False)


@click.command()
@library_argument
@click.argument("name", required=False, default="")
@click.option(
    "--only",
    type=click.Choice([one.value for one in Only]),
    help="Without NAME: in both (lead), in digests only, at conferences only.",
)
@click.option("--methods", is_flag=True, help="Without NAME: methods instead of papers.")
@click.option("--csv", "table", type=_file, help="Without NAME: write the table into a CSV file.")
@json_option
def lifeline(
    path: Path, name: str, only: str | None, methods: bool, table: Path | None, as_json: bool
) -> None:
    """First arXiv date, digest and conference of NAME, or all lead times: days before the conference."""
    if name:
        if only or methods or table:
            raise click.UsageError("--only, --methods and --csv belong to the table: leave NAME out.")
        one = library.ask(path, lifeline_of, name)
        say_json(lifeline_json(one)) if as_json else show_lines(lifeline_lines(one))
        return
    found = library.ask(path, lead_times, Only(only or Only.LEAD), methods)
    if table:
        write_lead_times(found, table)
    say_json(lead_times_json(found)) if as_json else show_lines(lead_times_lines(found))


@click.command()
@library_argument
@click.option(
    "--since",
    default="last-import",
    show_default=True,
    help="A day, the number of a step, last-import, a saved view or a snapshot.",
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="Told of each kind.")
@json_option
def whatsnew(path: Path, since: str, limit: int, as_json: bool) -> None:
    """What changed: new papers, methods, links, contradictions, claims, and what gained most papers.

    A step is told with what it brought itself. Days are those of UTC. Since a snapshot, it is all that came
    to the library after it was saved; what became of the view that it shows is told by snapshot LIBRARY diff.
    """
    news = library.ask(path, whats_new_since, since)
    say_json(whatsnew_json(news)) if as_json else show_lines(whatsnew_lines(news, limit))
