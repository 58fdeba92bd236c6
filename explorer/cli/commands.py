"""Verbs of the whole library: make, import, embed, search, show, undo, export, dump."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from explorer.cli.options import json_option, library_argument, quiet_option
from explorer.cli.passport_words import passport_lines
from explorer.cli.report_words import report_lines
from explorer.cli.speak import progress_on_stderr, say, say_changes, say_json, show_lines
from explorer.cli.words import search_lines
from explorer.errors import ExplorerError
from explorer.ops import exporting, library
from explorer.ops import history as history_ops
from explorer.ops.task import Progress
from explorer.pipeline.columns import columns_from_words
from explorer.questions import search as search_questions
from explorer.questions.dump import dump as dump_question
from explorer.questions.method import method as method_question
from explorer.questions.method import method_passport
from explorer.questions.passport import passport_of
from explorer.questions.passport_places import PAPERS_SHOWN
from explorer.questions.similar import is_compared

PARTLY = 3  #: exit code: done in part, the report says what is left


@click.command()
@library_argument
@click.option("--sample", is_flag=True, help="Fill it with the sample documents.")
@json_option
def init(path: Path, sample: bool, as_json: bool) -> None:
    """Make a new LIBRARY."""
    library.make(path, sample)
    done = f"Made {path}{' with the sample library' if sample else ''}."
    say_json({"done": done, "library": path, "sample": sample}) if as_json else say(done)


@click.command(name="import")
@library_argument
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--dry-run", is_flag=True, help="Print the report, write nothing.")
@click.option(
    "--format", "--as", "format_id", default="", help="Importer to use instead of recognising the format."
)
@click.option(
    "--columns", multiple=True, help='What the columns of a table hold: "title=Titel,authors=Autoren".'
)
@click.option(
    "--edition", default="", help='Edition of a list that names none: "NeurIPS 2023"; "none": it is of none.'
)
@json_option
@quiet_option
def import_(
    path: Path,
    sources: tuple[str, ...],
    dry_run: bool,
    format_id: str,
    columns: tuple[str, ...],
    edition: str,
    as_json: bool,
    quiet: bool,
) -> int:
    """Import files, folders, web addresses, arXiv ids, or - for standard input."""
    from explorer.ops.importing import Wish  # every importer: no other verb waits for them

    piped = _standard_input() if "-" in sources else None
    words = tuple(word for word in sources if word != "-")
    wish = Wish(words, format_id, edition, piped, columns_from_words(columns))
    report = library.import_into(path, wish, progress_on_stderr(quiet), dry_run)
    say_json(report) if as_json else show_lines(report_lines(report))
    if dry_run and not quiet:
        click.echo("A dry run: nothing was written.", err=True)
    return 1 if not report.documents and report.failed else PARTLY if report.failed else 0


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise ExplorerError("Standard input is closed.", "Pipe a document into it, or name a file.")
    from explorer.ops.importing import read_pipe

    return read_pipe(sys.stdin.buffer)


@click.command()
@library_argument
@click.option("--engine", default="", help="e5-small (default), lexical or sentence-transformers.")
@click.option("--model", default="", help="Folder of a local model, for sentence-transformers.")
@json_option
@quiet_option
def embed(path: Path, engine: str, model: str, as_json: bool, quiet: bool) -> None:
    """Make vectors of all papers, then similarities and the map; goes on where it stopped."""
    from explorer.ops import embedding  # the worker's driver is not needed by the other verbs

    done = library.with_session(path, embedding.embed, engine, model, progress_on_stderr(quiet))
    say_json(done) if as_json else say(done.words())


@click.command()
@library_argument
@click.argument("query")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="Hits told.")
@click.option("--text", "text_only", is_flag=True, help="Full text alone: quicker.")
@json_option
def search(path: Path, query: str, limit: int, text_only: bool, as_json: bool) -> None:
    """Full text over names and passages, in any of the three scripts; then papers near in meaning."""
    if text_only or not library.ask(path, is_compared):
        answer = library.ask(path, search_questions.search, query, limit)
    else:
        from explorer.ops.searching import search_both  # brings the worker's driver

        answer = library.with_session(path, search_both, query, limit)
    say_json(answer) if as_json else show_lines(search_lines(answer))


@click.command()
@library_argument
@click.argument("paper", required=False, default="")
@click.option("-k", "count", default=10, show_default=True, type=click.IntRange(1), help="Papers told.")
@click.option(
    "--texts", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JSON lines of texts."
)
@json_option
def similar(path: Path, paper: str, count: int, texts: Path | None, as_json: bool) -> None:
    """Papers near in meaning, with the reasons."""
    from explorer.ops import similarity  # brings the worker's driver

    if texts is not None:
        for answer in library.with_session(path, similarity.similar_to_texts, texts, count):
            say_json(answer, one_line=True)
        return
    if not paper:
        raise click.UsageError("Name a PAPER, or a file with --texts.")
    found = library.with_session(path, similarity.similar_to, paper, count)
    say_json(found) if as_json else show_lines(similarity.lines(found))


@click.command()
@library_argument
@click.argument("anything")
@click.option(
    "--papers",
    default=PAPERS_SHOWN,
    show_default=True,
    type=click.IntRange(1),
    help="Papers listed of an edition.",
)
@click.option("--at", type=click.IntRange(0), help="Character of a source at which its text is opened.")
@json_option
def show(path: Path, anything: str, papers: int, at: int | None, as_json: bool) -> None:
    """The passport of a paper, author, edition, issue, document, tag or method."""
    answer = library.ask(path, passport_of, anything, at, papers)
    say_json(answer) if as_json else show_lines(passport_lines(answer))


@click.command()
@library_argument
@click.argument("name")
@json_option
def method(path: Path, name: str, as_json: bool) -> None:
    """A method's passport: aliases, first seen, editions, links with their sentences."""
    if as_json:
        say_json(library.ask(path, method_question, name))
    else:
        show_lines(passport_lines(library.ask(path, method_passport, name)))


@click.command()
@library_argument
@json_option
def undo(path: Path, as_json: bool) -> None:
    """Take back the last operation."""
    say_changes(library.change(path, history_ops.undo), as_json)


@click.command()
@library_argument
@json_option
def redo(path: Path, as_json: bool) -> None:
    """Do again what was undone last."""
    say_changes(library.change(path, history_ops.redo), as_json)


@click.command()
@library_argument
@click.argument("out", type=click.Path())
@click.option(
    "--view",
    default="",
    help='A saved view, or JSON such as {"center": "RAG", "filters": {"languages": ["ja"]}}.',
)
@click.option("--layout", default="", help="Id of a layout.")
@click.option("--scheme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--format", "part", default="", help="Id of a format, whatever OUT is called.")
@json_option
@quiet_option
def export(path: Path, out: str, as_json: bool, quiet: bool, **chosen: str) -> None:
    """Write a view; the suffix of OUT names the format, a folder (OUT/) takes notes for Obsidian.

    OUT may be - for standard output, with --format.
    """
    part = chosen["part"] or ("obsidian" if out.endswith(("/", os.sep)) else "")
    page = exporting.Page(chosen["view"], chosen["layout"], chosen["scheme"], part)
    if out == "-":
        if not part or as_json:
            raise click.UsageError("Standard output takes what --format names, and no --json besides.")
        _pipe_out(path, page, progress_on_stderr(quiet))
        return
    done = library.ask(path, exporting.export_words, Path(out), page, progress_on_stderr(quiet))
    say_json(done) if as_json else say(done.words())


def _pipe_out(path: Path, page: exporting.Page, progress: Progress) -> None:
    exporter = exporting.exporter_for(Path("-"), page.part)
    if exporter.write_notes:
        raise click.UsageError("Notes are a folder of files: give a folder instead of -.")
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"view{exporter.suffix}"
        library.ask(path, exporting.export_words, file, page, progress)
        sys.stdout.buffer.write(file.read_bytes())
        sys.stdout.buffer.flush()


@click.command()
@library_argument
@click.option("--json", is_flag=True, expose_value=False, help="What it prints anyway.")
def dump(path: Path) -> None:
    """The whole graph as one JSON document."""
    say_json(library.ask(path, dump_question), one_line=True)
