"""The verb that asks arXiv and OpenReview."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument, quiet_option
from explorer.cli.report_words import count
from explorer.cli.speak import progress_on_stderr, say_changes, say_json, show_lines
from explorer.errors import NetworkFailed
from explorer.model import NodeKind
from explorer.ops import library, offers
from explorer.ops.enriching import DAYS, EnrichReport, Survey, Wish, enrich, survey
from explorer.pipeline.enquiring import Services
from explorer.questions.lookup import find_all, find_node

SERVICES = Services()  #: the public ones
_PARTLY = 3
_SHOWN = 20


@click.command(name="enrich")
@library_argument
@click.argument("papers", nargs=-1, metavar="[PAPER]...")
@click.option("--ids-only", is_flag=True, help="Only papers with an arXiv id or an OpenReview forum.")
@click.option("--titles", is_flag=True, help="Only papers without an id: look for them by title.")
@click.option("--limit", default=0, metavar="N", help="At most N papers.")
@click.option(
    "--days", default=DAYS, show_default=True, help="Ask again what was answered longer ago; 0: all."
)
@click.option("--dry-run", is_flag=True, help="Say what would be asked, ask nothing.")
@json_option
@quiet_option
def enrich_command(
    path: Path, papers: tuple[str, ...], as_json: bool, quiet: bool, **chosen: bool | int
) -> int:
    """Complete papers from arXiv and OpenReview: abstracts, authors, dates, ids. Goes on where it stopped."""
    wish = _wish(path, papers, chosen)
    seen = library.ask(path, survey, wish)
    if chosen["dry_run"]:
        say_json(seen) if as_json else show_lines(survey_lines(seen))
        return 0
    if not quiet and seen.papers:
        click.echo(next(survey_lines(seen)), err=True)
    report = library.with_session(path, enrich, wish, progress_on_stderr(quiet), services=SERVICES)
    if report.failed and not report.asked:
        raise NetworkFailed(report.failed[0].why, report.failed[0].hint)
    say_json(report) if as_json else show_lines(enrich_lines(report))
    return _PARTLY if report.left else 0


@click.command()
@library_argument
@click.argument("number", metavar="N", type=int)
@click.argument("decision", type=click.Choice(["accept", "refuse"]))
@click.option("--paper", default="", help="Which paper, where several have that title.")
@json_option
def offer(path: Path, number: int, decision: str, paper: str, as_json: bool) -> None:
    """Accept or refuse the paper that a service has for a title: offer N of the list that `needs` prints."""
    if decision == "refuse":
        say_changes(library.change(path, offers.refuse, number), as_json)
        return
    node = library.ask(path, find_node, paper, NodeKind.PAPER) if paper else 0
    say_changes(library.change(path, offers.accept, number, node), as_json)


def _wish(path: Path, papers: tuple[str, ...], chosen: dict[str, bool | int]) -> Wish:
    if chosen["ids_only"] and chosen["titles"]:
        raise click.UsageError("--ids-only and --titles exclude one another.")
    if chosen["limit"] < 0 or chosen["days"] < 0:
        raise click.UsageError("--limit and --days count from 0.")
    nodes = tuple(library.ask(path, find_all, papers)) if papers else ()
    return Wish(
        nodes, not chosen["titles"], not chosen["ids_only"], int(chosen["limit"]), int(chosen["days"])
    )


def survey_lines(seen: Survey) -> Iterator[str]:
    """What would be asked, in words."""
    minutes = f"about {max(round(seen.seconds / 60), 1)} min" if seen.seconds >= 60 else "less than a minute"
    papers, requests = count(seen.papers, "paper"), count(seen.requests, "request")
    yield f"{papers} to ask for, at most {requests}, {minutes}."
    yield f"  {seen.with_id:,} with an id, {seen.without_id:,} by title"
    yield (
        f"  without abstract {seen.without_abstract:,}, authors {seen.without_authors:,}, "
        f"date {seen.without_date:,}"
    )
    yield from _left_alone(seen.asked_before, seen.too_short)


def enrich_lines(report: EnrichReport) -> Iterator[str]:
    """What came, in words."""
    if not report.asked and not report.left:
        yield "Nothing to ask for."
    else:
        yield (
            f"{count(report.asked, 'paper')} asked for: {report.completed:,} completed, "
            f"{report.identified:,} found by title, {report.missing:,} not known there, "
            f"{len(report.unproven):,} not certain."
        )
    for one in report.unproven[:_SHOWN]:
        yield f"  not certain: {one.title} – {', '.join(one.candidates)}; see `needs`"
    if len(report.unproven) > _SHOWN:
        yield f"  … and {len(report.unproven) - _SHOWN:,} more"
    yield from _left_alone(report.asked_before, report.too_short)
    for failure in report.failed:
        yield f"{failure.source}: {failure.why} {failure.hint}"
    if report.left:
        were = "was" if report.left == 1 else "were"
        yield f"{count(report.left, 'paper')} {were} not asked for; run enrich again to go on."


def _left_alone(asked_before: int, too_short: int) -> Iterator[str]:
    if asked_before:
        yield f"  {asked_before:,} were asked for before (--days 0 asks again)"
    if too_short:
        yield f"  {too_short:,} have no id and a title too short to look for"
