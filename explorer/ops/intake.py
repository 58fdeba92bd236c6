"""Intake: what a person chose of that which came in, read and planned."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from explorer.errors import ExplorerError, ImportFailed
from explorer.model.incoming import Choice, Origin, Thing
from explorer.model.plan import Failure, ImportPlan
from explorer.ops.task import CancelToken, Progress
from explorer.pipeline import fetch
from explorer.pipeline.editions import edition_from_words
from explorer.pipeline.plan import Input
from explorer.pipeline.plan import plan as plan_inputs
from explorer.pipeline.readings import as_before
from explorer.store import Reader


def plan_things(
    reader: Reader, chosen: Sequence[tuple[Thing, Choice]], progress: Progress, cancel: CancelToken
) -> ImportPlan:
    """Read files and texts, fetch the rest, decide what is new; nothing is written.

    What cannot be had any more goes into ``plan.failed``.
    """
    inputs: list[Input] = []
    failed: list[Failure] = []
    for thing, choice in chosen:
        cancel.check()
        if thing.origin in (Origin.WEB, Origin.ARXIV):
            continue
        try:
            inputs.append(input_of(thing, choice))
        except ExplorerError as error:
            failed.append(Failure(thing.name, error.message, error.hint))
    choices = {thing.word: choice for thing, choice in chosen}
    away = [thing.word for thing, _ in chosen if thing.origin in (Origin.WEB, Origin.ARXIV)]
    for had in fetch.read_sources(away, cancel):
        if isinstance(had, Failure):
            failed.append(had)
        else:
            word, name, content = had
            inputs.append(_input(name, word, content, choices.get(word, Choice())))

    def step(done: int, total: int, what: str) -> None:
        cancel.check()
        progress(done, total, what)

    return plan_inputs(reader, [as_before(reader, item) for item in inputs], failed, step)


def input_of(thing: Thing, choice: Choice) -> Input:
    """A file or a text with its bytes; never asks the network.

    Raises:
        ImportFailed: The file cannot be read, or not any more.
        ExplorerError: The edition that was chosen names no year.
    """
    if thing.origin is Origin.NOWHERE:
        raise ImportFailed(thing.why, thing.hint)
    content = thing.content if thing.origin is Origin.TEXT else fetch.read_file(Path(thing.word))
    return _input(thing.name, thing.word, content, choice)


def _input(name: str, uri: str, content: bytes, choice: Choice) -> Input:
    edition = edition_from_words(choice.edition) if choice.edition.strip() else None
    return Input(name, uri, content, choice.format, edition, columns=choice.columns)
