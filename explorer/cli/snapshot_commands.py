"""The verb of snapshots: what a view showed at a time, saved, opened and compared."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument, quiet_option
from explorer.cli.speak import progress_on_stderr, say, say_changes, say_json, show_lines
from explorer.ops import library, snapshots
from explorer.ops.exporting import Page
from explorer.ops.snapshot_files import write_snapshot
from explorer.ops.snapshots import Naming, scene_of
from explorer.questions.snapshot_diff import compare_snapshots
from explorer.questions.snapshot_words import diff_json, diff_lines, list_lines, opened_json, opened_lines
from explorer.questions.snapshots import LAST, NOW, open_snapshot, snapshots_of

#: act -> the words that it takes after it; in [] those that may be left out
_TAKES = {
    "save": "",
    "list": "",
    "open": "NAME",
    "diff": "[A] [B]",
    "note": "NAME TEXT",
    "rename": "NAME NEW",
    "delete": "NAME",
}
_OPTIONS = {"name": "save", "note": "save", "view": "save", "out": "open", "limit": "diff"}


@click.command()
@library_argument
@click.argument("act", type=click.Choice(list(_TAKES)))
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--name", help="save: its name; else the day and what is shown.")
@click.option("--note", help="save: what is to be remembered of it.")
@click.option("--view", help="save: a saved view, or JSON; else the view that the library opens with.")
@click.option("--out", help="open: a picture, page or file of it; the suffix names the format.")
@click.option("--scheme", type=click.Choice(["light", "dark"]), default="light", help="open --out.")
@click.option("--limit", type=click.IntRange(1), help="diff: lines of each kind, 40 unless told.")
@json_option
@quiet_option
def snapshot(path: Path, act: str, words: tuple[str, ...], **chosen: str | int | bool | None) -> None:
    """What a view shows, kept as it is: save, list, open NAME, diff [A] [B], note, rename, delete.

    diff compares A (else the last one) with B, another snapshot or now (else now). NAME may be a part of a
    name, or last.
    """
    takes = _TAKES[act].split()
    least = sum(not word.startswith("[") for word in takes)
    if not least <= len(words) <= len(takes):
        raise click.UsageError(f"{act} takes {_TAKES[act]}." if takes else f"{act} takes no names.")
    for option, of in _OPTIONS.items():
        if chosen[option] is not None and act != of:
            raise click.UsageError(f"--{option} belongs to {of}.")
    said = {key: str(value) for key, value in chosen.items() if value is not None}
    _ACTS[act](path, words, said, bool(chosen["as_json"]))


def _save(path: Path, _words: tuple[str, ...], said: dict[str, str], as_json: bool) -> None:
    naming = Naming(said.get("name", ""), said.get("note", ""))
    say_changes(library.change(path, snapshots.save_words, said.get("view", ""), naming), as_json)


def _list(path: Path, _words: tuple[str, ...], _said: dict[str, str], as_json: bool) -> None:
    found = library.ask(path, snapshots_of)
    if as_json:
        say_json({"snapshots": found})
    else:
        show_lines(list_lines(found) if found else ["No snapshot is saved."])


def _open(path: Path, words: tuple[str, ...], said: dict[str, str], as_json: bool) -> None:
    if out := said.get("out"):
        page = Page(scheme=said["scheme"], part="obsidian" if out.endswith("/") else "")
        progress = progress_on_stderr(said.get("quiet") == "True")
        done = library.ask(path, write_snapshot, words[0], Path(out), page, progress)
        say_json(done) if as_json else say(done.words())
        return
    opened = library.ask(path, open_snapshot, words[0])
    say_json(opened_json(opened, scene_of(opened))) if as_json else show_lines(opened_lines(opened))


def _diff(path: Path, words: tuple[str, ...], said: dict[str, str], as_json: bool) -> None:
    name, other = (*words, *(LAST, NOW)[len(words) :])
    found = library.ask(path, compare_snapshots, name, other)
    say_json(diff_json(found)) if as_json else show_lines(diff_lines(found, int(said.get("limit", 40))))


def _note(path: Path, words: tuple[str, ...], _said: dict[str, str], as_json: bool) -> None:
    say_changes(library.change(path, snapshots.note, *words), as_json)


def _rename(path: Path, words: tuple[str, ...], _said: dict[str, str], as_json: bool) -> None:
    say_changes(library.change(path, snapshots.rename, *words), as_json)


def _delete(path: Path, words: tuple[str, ...], _said: dict[str, str], as_json: bool) -> None:
    say_changes(library.change(path, snapshots.delete, *words), as_json)


_ACTS = {
    "save": _save,
    "list": _list,
    "open": _open,
    "diff": _diff,
    "note": _note,
    "rename": _rename,
    "delete": _delete,
}
