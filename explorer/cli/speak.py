"""How the command line speaks: plain lines, JSON, progress on standard error."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path

import click

from explorer.cli.streams import ERRORS, forget
from explorer.model import Changes

_COMMANDING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  #: control characters but tab and line feed
_LINE_END = re.compile(r"[\r\n\u2028\u2029]+")


def say(text: str) -> None:
    """Text as it stands, without what a terminal would obey: titles and file names come from anywhere."""
    click.echo(_COMMANDING.sub("\N{REPLACEMENT CHARACTER}", text))


def show_lines(lines: Iterable[str], err: bool = False) -> None:
    """One line for each; what has several becomes one."""
    for line in lines:
        click.echo(_COMMANDING.sub("\N{REPLACEMENT CHARACTER}", _LINE_END.sub(" ", line)), err=err)


def say_json(answer: object, one_line: bool = False) -> None:
    """One JSON document; dataclasses by their fields, enums by their names."""
    click.echo(json.dumps(plain(answer), ensure_ascii=False, indent=None if one_line else 1))


def say_changes(changes: Changes, as_json: bool) -> None:
    """What a step did: its name, and the nodes that it touched."""
    answer = {"done": changes.label, "nodes": changes.nodes, "changed": bool(changes.tables)}
    said = changes.label if changes.is_replay else changes.done
    say_json(answer) if as_json else say(said)


def plain(value: object) -> object:
    """JSON values of dataclasses, enums, tuples, sets and paths."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.name.lower() if isinstance(value.value, int) else value.value
    if isinstance(value, dict):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted(plain(item) for item in value)  # type: ignore[type-var]
    return value


def progress_on_stderr(quiet: bool) -> Callable[[int, int, str], None]:
    """A line for each step, and for each two per cent of a long one."""
    last: list[tuple[str, int]] = []

    def show(done: int, total: int, what: str) -> None:
        share = done * 50 // total if total else 0
        if not quiet and last != [(what, share)]:
            last[:] = [(what, share)]
            try:
                show_lines([f"{what}{f': {done:,} of {total:,}' if total else ''}"], err=True)
            except OSError:  # work goes on where nobody listens any more
                forget(ERRORS)

    return show
