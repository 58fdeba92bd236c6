"""Verbs of regions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument
from explorer.cli.speak import say, say_json, show_lines
from explorer.ops import library
from explorer.questions.regions import RegionPage, Regions, region, regions

_MOST = 12


@click.command(name="regions")
@library_argument
@click.argument("name", required=False, default="")
@json_option
def regions_(path: Path, name: str, as_json: bool) -> None:
    """The regions of the map with their names; with NAME, the papers and methods of one."""
    if name:
        page = library.ask(path, region, name)
        say_json(page) if as_json else show_lines(_page(page))
        return
    found = library.ask(path, regions)
    if as_json:
        say_json(found)
    elif found.regions:
        show_lines(_lines(found))
    else:
        say("No regions yet: run embed first.")


def _lines(found: Regions) -> Iterator[str]:
    for line in found.regions:
        terms = f"  ({', '.join(line.terms)})" if line.terms else ""
        yield f"{line.papers:>6,}  {line.name}{terms}"


def _page(page: RegionPage) -> Iterator[str]:
    yield page.name
    if page.terms:
        yield "Also: " + ", ".join(page.terms)
    yield from ("", f"Papers ({len(page.papers):,})")
    yield from (f"  {paper.id:>7}  {paper.name}" for paper in page.papers)
    if page.methods:
        shown = ", ".join(method.name for method in page.methods[:_MOST])
        more = len(page.methods) - _MOST
        yield from (
            "",
            f"Methods ({len(page.methods):,})",
            f"  {shown}{f', {more:,} more' if more > 0 else ''}",
        )
