"""What came in, sorted: files, addresses, papers, texts. Nothing is read or fetched; quick to load."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from explorer.errors import ExplorerError, ImportFailed
from explorer.model.incoming import TEXT_URI, Given, Origin, Thing
from explorer.ops.task import CancelToken
from explorer.pipeline import fetch
from explorer.pipeline.fetch import folders
from explorer.pipeline.fetch.addresses import split_address
from explorer.text.first_words import dated, name_of_text

ARXIV_HOST: Final = "export.arxiv.org"  #: what is asked for papers by their id
MOST_LINES: Final = 2_000  #: of a text that is nothing but paths, addresses and ids
_MOST_LINE_CHARS = 2_000
_WEB = re.compile(r"(?i)https?://\S+")
_OTHER_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.-]+://")
_LINK = re.compile(r"(?i)<a\s[^<>]{0,400}?href\s?=")
_ID = re.compile(r"(?i)(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?/\d{7})(?:v\d{1,3})?")
_SPACED = re.compile(r"(?i)^arxiv:\s+")
_QUOTES = "\"'<>"


def things_of(given: Given, cancel: CancelToken, day: str = "") -> tuple[Thing, ...]:
    """Everything that came, folders opened, each once; nothing is read or fetched.

    Args:
        day: ISO date, to name a text that has no title.

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
            texts.append(_text_thing(given, day))
    found: dict[tuple[Origin, str], Thing] = {}
    for word in words:
        cancel.check()
        for thing in _things_of_word(word):
            found.setdefault((thing.origin, thing.word), thing)
    return (*found.values(), *texts)


def _things_of_word(word: str) -> tuple[Thing, ...]:
    path = Path(word)
    try:
        if path.is_dir():
            files = (replace(_file_thing(name), folder=word) for name in folders.files_in(path))
            return tuple(files) or (_nothing_in(path),)
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
    refusal = fetch.refusal(shown)
    return Thing(Origin.NOWHERE, word, shown, why=refusal.message, hint=refusal.hint)


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
    word = _SPACED.sub("arXiv:", line.strip(_QUOTES))
    if word.lower().startswith("file://"):
        return unquote(urlsplit(word).path)
    if _WEB.fullmatch(word) or _ID.fullmatch(word) or (_OTHER_SCHEME.match(word) and " " not in word):
        return word
    try:
        path = Path(word).expanduser()
        return str(path) if path.is_absolute() and (path.exists() or path.suffix) else ""
    except (OSError, ValueError, RuntimeError):  # too long, a NUL in it, a home that nobody has
        return ""


def _text_thing(given: Given, day: str) -> Thing:
    """A text under its title, else its first words and the day; the page where links are on it, no table."""
    first = given.text.lstrip().partition("\n")[0]
    is_page = bool(_LINK.search(given.html)) and "\t" not in first
    body = given.html if is_page or not given.text.strip() else given.text
    name, is_title = name_of_text(body)
    if is_page and not is_title:
        name, is_title = name_of_text(given.text)
    if not is_title:
        name = dated(name or "Text", day)
    content = body.encode("utf-8", "replace")
    return Thing(Origin.TEXT, f"{TEXT_URI}{name}", name, len(content), content=content)
