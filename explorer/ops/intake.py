"""Intake: what a person drops, pastes, opens or types, looked at before it is imported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from explorer.errors import ExplorerError, ImportFailed
from explorer.model.plan import Failure, ImportPlan
from explorer.ops.task import CancelToken, Progress
from explorer.pipeline import fetch
from explorer.pipeline.editions import edition_from_words
from explorer.pipeline.fetch import folders
from explorer.pipeline.fetch.addresses import split_address
from explorer.pipeline.plan import Input
from explorer.pipeline.plan import plan as plan_inputs
from explorer.store import Reader

ARXIV_HOST: Final = "export.arxiv.org"  #: what is asked for papers by their id
MOST_LINES: Final = 2_000  #: of a text that is nothing but paths, addresses and ids
_MOST_LINE_CHARS = 2_000
_NAME_CHARS = 48
_WEB = re.compile(r"(?i)https?://\S+")
_OTHER_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.-]+://")
_LINK = re.compile(r"(?i)<a\s[^<>]{0,400}?href\s?=")
_QUOTES = "\"'<>"


class Origin(StrEnum):
    FILE = "file"
    WEB = "web"
    ARXIV = "arxiv"
    TEXT = "text"
    NOWHERE = "nowhere"  #: it cannot be had; ``why`` says so


@dataclass(frozen=True, slots=True)
class Given:
    """What came in one go, as it came.

    Attributes:
        words: Files, folders, addresses, arXiv ids.
        text: A text that was pasted, dropped or typed: words one to a line, or a document.
        html: The same with its links, or "".
    """

    words: tuple[str, ...] = ()
    text: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that can be imported.

    Attributes:
        word: Path, address or id; of a text, its name.
        size: Bytes, or -1 where nobody knows yet.
        host: Who is asked for it, or "".
        content: Of a text.
        why, hint: Where it cannot be had.
    """

    origin: Origin
    word: str
    name: str
    size: int = -1
    host: str = ""
    content: bytes = b""
    why: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person says of a thing; "" and () where they leave it to the program."""

    format: str = ""
    edition: str = ""
    columns: tuple[tuple[str, str], ...] = ()


def things_of(given: Given, cancel: CancelToken) -> tuple[Thing, ...]:
    """Everything that came, folders opened, each once; nothing is read or fetched.

    Raises:
        Cancelled: The person stopped.
    """
    words = list(given.words)
    texts: list[Thing] = []
    if given.text.strip() or given.html.strip():
        lines = _lines_of_words(given.text)
        if lines:
            words += lines
        else:
            texts.append(_text_thing(given))
    found: dict[tuple[Origin, str], Thing] = {}
    for word in words:
        cancel.check()
        for thing in _things_of_word(word):
            found.setdefault((thing.origin, thing.word), thing)
    return (*found.values(), *texts)


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

    return plan_inputs(reader, inputs, failed, step)


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


def _things_of_word(word: str) -> tuple[Thing, ...]:
    path = Path(word)
    try:
        if path.is_dir():
            return tuple(_file_thing(name) for name in folders.files_in(path)) or (_nothing_in(path),)
        if path.is_file():
            return (_file_thing(word),)
    except ImportFailed as error:
        return (Thing(Origin.NOWHERE, word, path.name, why=error.message, hint=error.hint),)
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        pass
    return (_far_thing(word),)


def _nothing_in(folder: Path) -> Thing:
    return Thing(Origin.NOWHERE, str(folder), folder.name, why=f"{folder.name} holds no files.")


def _file_thing(word: str) -> Thing:
    path = Path(word)
    try:
        return Thing(Origin.FILE, word, path.name, path.stat().st_size)
    except OSError as error:
        why = f"{path.name} cannot be read: {error.strerror or error}."
        return Thing(Origin.NOWHERE, word, path.name, why=why, hint="Check the file and its rights.")


def _far_thing(word: str) -> Thing:
    """A paper of arXiv, a page, or a reason why it is neither."""
    shown = " ".join(word.split())[:200]
    try:
        if paper := fetch.arxiv_id_in(word):
            return Thing(Origin.ARXIV, word, f"arXiv:{paper}", host=ARXIV_HOST)
        if _WEB.fullmatch(word):
            return Thing(Origin.WEB, word, word, host=split_address(word).hostname or "")
    except ExplorerError as error:
        return Thing(Origin.NOWHERE, word, shown, why=error.message, hint=error.hint)
    hint = "Give a file, a folder, a web address or an arXiv id."
    return Thing(Origin.NOWHERE, word, shown, why=f"There is no file {shown}.", hint=hint)


def _lines_of_words(text: str) -> list[str]:
    """The lines of a text in which each is a path, an address or an id; [] where one is not."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not 0 < len(lines) <= MOST_LINES or any(len(line) > _MOST_LINE_CHARS for line in lines):
        return []
    words: list[str] = []
    for line in lines:
        whole = _word(line)
        parts = [whole] if whole else [_word(part) for part in line.split()]
        if not all(parts):
            return []
        words += parts
    return words


def _word(line: str) -> str:
    """The path, address or id that a line is; "" where it is none."""
    word = line.strip(_QUOTES)
    if word.lower().startswith("file://"):
        return unquote(urlsplit(word).path)
    if _WEB.fullmatch(word) or fetch.arxiv_id_in(word) or (_OTHER_SCHEME.match(word) and " " not in word):
        return word
    try:
        path = Path(word).expanduser()
        return str(path) if path.is_absolute() and path.exists() else ""
    except (OSError, ValueError, RuntimeError):  # too long, a NUL in it, a home that nobody has
        return ""


def _text_thing(given: Given) -> Thing:
    """A text under the name of its first words; the page where links stand on it and no table."""
    first = given.text.lstrip().partition("\n")[0]
    is_page = bool(_LINK.search(given.html)) and "\t" not in first
    body = given.html if is_page or not given.text.strip() else given.text
    words = " ".join("".join(c if c.isprintable() else " " for c in first[:400]).lstrip("#*-> ").split())
    short = words if len(words) <= _NAME_CHARS else words[: _NAME_CHARS - 1].rstrip() + "…"
    content = body.encode("utf-8", "replace")
    return Thing(Origin.TEXT, f"text: {short}", f"“{short or 'text'}”", len(content), content=content)
