"""Verbs on what rises and declines: trends between sets of papers, claims of documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument
from explorer.cli.speak import say_json, show_lines
from explorer.compute.trends import FALSE_SHARE
from explorer.model import Direction
from explorer.ops import library, trend_files
from explorer.ops.library import ask
from explorer.questions.asked_trends import AskedTrends, ask_claims, ask_trends
from explorer.questions.claims import Claim
from explorer.questions.trajectories import Trajectory
from explorer.questions.trends import Trend, Wish, ranked
from explorer.questions.trends_words import claim_json, trends_json

_file = click.Path(path_type=Path, dir_okay=False)


@click.command()
@library_argument
@click.argument("slices", nargs=-1, required=True, metavar="FROM TO [MORE...]")
@click.option("--ngrams", "length", default=0, type=click.IntRange(0, 3), help="Words; 0 is one to three.")
@click.option("--raw", is_flag=True, help="Literal n-grams, function words and all (two words).")
@click.option("--least", default=0, type=click.IntRange(0), help="Papers that a term needs.")
@click.option(
    "--limit", default=20, show_default=True, type=click.IntRange(1), help="Told of each direction."
)
@click.option("--csv", "table", type=_file, help="Write all rows into a CSV file.")
@click.option("--svg", "drawing", type=_file, help="Draw the first rows into an SVG file.")
@click.option("--chart", type=click.Choice(sorted(trend_files.CHARTS)), default="ranked", show_default=True)
@click.option("--scheme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@json_option
def trends(path: Path, slices: tuple[str, ...], as_json: bool, **options: object) -> None:
    """What rises and declines between editions, weeks, years, tags or saved views, and claims on it.

    With more than two, FROM is compared with the last one, and what goes steadily over all of them is told.
    """
    if len(slices) < 2:
        raise click.UsageError("Name two sets of papers at least: FROM TO.")
    wish = Wish(int(str(options["length"])), bool(options["raw"]), int(str(options["least"])))
    limit = int(str(options["limit"]))
    found = ask(path, ask_trends, slices, wish)
    if isinstance(options["table"], Path):
        trend_files.write_table(found.answer, options["table"])
    if isinstance(options["drawing"], Path):
        look = (str(options["scheme"]), limit)
        trend_files.write_chart(found.answer, options["drawing"], str(options["chart"]), look)
    if as_json:
        say_json(trends_json(found.answer, found.claims, found.paths))
    else:
        show_lines(trend_lines(found, limit))


@click.command()
@library_argument
@click.argument("documents", nargs=-1, metavar="[DOCUMENT...]")
@json_option
def claims(path: Path, documents: tuple[str, ...], as_json: bool) -> None:
    """What documents claim (terms, numbers, what outperforms what), each with a verdict."""
    found = library.ask(path, ask_claims, documents)
    if as_json:
        say_json({"claims": [claim_json(claim) for claim in found]})
    else:
        show_lines(claim_lines(found))


def trend_lines(found: AskedTrends, most: int) -> Iterator[str]:
    """Trends as lines: terms and methods, each way; "*" marks what chance does not explain."""
    answer = found.answer
    sizes = (len(answer.before.papers), len(answer.after.papers))
    yield f"{answer.before.name} ({sizes[0]:,} papers) → {answer.after.name} ({sizes[1]:,} papers)"
    yield from answer.notes
    for what, rows in (("Terms", answer.terms), ("Methods", answer.methods)):
        for side in Direction:
            yield from ("", f"{what}, {side.value}")
            yield from map(_trend, ranked(rows, side, most))
    if found.paths:
        yield from ("", f"Over {' → '.join(found.names)}")
        yield from map(_path, found.paths[:most])
    if found.claims:
        yield from ("", "Claims")
        yield from claim_lines(found.claims)
    if any(row.significant for row in (*answer.terms, *answer.methods)):
        yield from (
            "",
            "* changed more than a shuffle of the papers would show by chance: "
            f"of a hundred such at most {100 * FALSE_SHARE:.0f} do (q up to {FALSE_SHARE}).",
        )
    else:
        yield from ("", "Nothing changed more than a shuffle of the papers would show by chance.")


def _trend(row: Trend) -> str:
    shares = f"{100 * row.share_from:6.2f} → {100 * row.share_to:5.2f} %"
    counts = f"{row.count_from:5,} → {row.count_to:5,}"
    return f"{'*' if row.significant else ' '} {row.term:<36} {counts}  {shares}  q {row.q:.2g}"


def _path(row: Trajectory) -> str:
    shares = " → ".join(f"{100 * share:.2f}" for share in row.shares)
    return f"{'*' if row.significant else ' '} {row.term:<36} {shares} %  q {row.q:.2g}"


def claim_lines(found: Sequence[Claim]) -> Iterator[str]:
    """Claims by document, each with its verdict and why."""
    title = ""
    for claim in found:
        if claim.title != title:
            title = claim.title
            yield title
        side = f" {claim.direction.value}" if claim.direction else ""
        yield f"  {claim.text}{side}: {claim.verdict.value}. {claim.why}"
    if not found:
        yield "No document claims anything."
