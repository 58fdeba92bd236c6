"""Verbs of sources that are followed: follow, unfollow, followed, refresh, sources."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli.follow_words import followed_lines, refresh_lines, source_lines
from explorer.cli.options import json_option, library_argument, quiet_option
from explorer.cli.speak import progress_on_stderr, say_changes, say_json, show_lines
from explorer.errors import Cancelled
from explorer.ops import following, library, public_sources
from explorer.ops.following import FAILED, Followed, RefreshReport


@click.command()
@library_argument
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--name", default="", help="What it is called in lists and reports.")
@click.option("--edition", default="", help='Edition of a list that names none: "NeurIPS 2023".')
@json_option
def follow(path: Path, sources: tuple[str, ...], name: str, edition: str, as_json: bool) -> None:
    """Follow files, folders, web addresses or arXiv ids: refresh reads them again."""
    say_changes(library.change(path, following.follow, sources, name, edition), as_json)


@click.command()
@library_argument
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@json_option
def unfollow(path: Path, sources: tuple[str, ...], as_json: bool) -> None:
    """Follow sources no more; what they brought stays."""
    going = [library.ask(path, following.find_followed, word).id for word in sources]
    say_changes(library.change(path, following.unfollow, going), as_json)


@click.command()
@library_argument
@json_option
def followed(path: Path, as_json: bool) -> None:
    """The sources that LIBRARY follows: when they were read last, and what came of it."""
    found = library.ask(path, following.followed_sources)
    say_json({"sources": [_plain(one) for one in found]}) if as_json else show_lines(followed_lines(found))


@click.command()
@library_argument
@click.argument("source", required=False, default="")
@json_option
@quiet_option
def refresh(path: Path, source: str, as_json: bool, quiet: bool) -> int:
    """Read followed sources again (all, or SOURCE) and report what is new."""
    which = (library.ask(path, following.find_followed, source).id,) if source else ()
    report = library.with_session(path, following.refresh, which, progress_on_stderr(quiet))
    say_json(report) if as_json else show_lines(refresh_lines(report))
    return _exit_code(report)


@click.command()
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@json_option
def sources(words: tuple[str, ...], as_json: bool) -> None:
    """Where public lists and digests are had: addresses for import and follow. Asks no network."""
    found = public_sources.find_sources(" ".join(words))
    say_json({"sources": found}) if as_json else show_lines(source_lines(found))


def _exit_code(report: RefreshReport) -> int:
    if report.stopped:
        return Cancelled.exit_code
    if not report.failed:
        return 0
    return 1 if all(one.outcome == FAILED for one in report.sources) else 3


def _plain(one: Followed) -> dict[str, object]:
    last = {"at": one.last.at, "outcome": one.last.outcome, "papers": one.last.papers, "why": one.last.why}
    return {
        "source": one.word,
        "name": one.name,
        "kind": one.kind,
        "edition": one.edition,
        "followed_at": one.at,
        "last_reading": last if one.last.at else None,
    }
