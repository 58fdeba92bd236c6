"""A source that is read again: its bytes, or that they are as before."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from explorer.errors import ExplorerError, NotFound
from explorer.model.plan import Failure
from explorer.pipeline import fetch
from explorer.pipeline.fetch import folders
from explorer.pipeline.fetch.limiter import NEVER, Cancel, check

FILE, FOLDER, ADDRESS, ARXIV = "file", "folder", "address", "arxiv"
Files = dict[str, tuple[int, int, str]]  #: path -> size in bytes, time of the last change in ns, SHA-256


@dataclass(frozen=True, slots=True)
class Piece:
    """(name, uri, bytes) of a file, or of an answer."""

    name: str
    uri: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of the last reading. Attributes: sha256, etag, last_modified: "" where unknown."""

    sha256: str = ""
    etag: str = ""
    last_modified: str = ""
    files: str = "{}"


@dataclass(frozen=True, slots=True)
class Again:
    """Attributes:
    pieces: What is not as it was at the last reading.
    now: What the next reading will want to know.
    failed: Files of a folder that cannot be read.
    """

    pieces: tuple[Piece, ...]
    now: Before
    failed: tuple[Failure, ...] = ()


def kind_of(word: str) -> str:
    """What a word names; NotFound where it names nothing that can be followed."""
    path = Path(word)
    try:
        if path.is_dir():
            return FOLDER
        if path.is_file():
            return FILE
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        pass
    if fetch.arxiv_id_in(word):
        return ARXIV
    if fetch.is_address(word):
        return ADDRESS
    raise fetch.refusal(word)


def read_again(word: str, kind: str, before: Before, cancel: Cancel = NEVER) -> Again:
    """What a source holds that it did not hold before.

    Raises:
        ExplorerError: It cannot be had: gone, unreadable, or the server does not give it.
        Cancelled: The person stopped.
    """
    if kind == FOLDER:
        return _read_folder(Path(word), before, cancel)
    if kind == ADDRESS:
        return _read_address(word, before, cancel)
    name, content = fetch.read_source(word, cancel)
    return _one(Piece(name, word if kind == FILE else name, content), before, Before(_sha256(content)))


def _one(piece: Piece, before: Before, now: Before) -> Again:
    return Again(() if now.sha256 == before.sha256 else (piece,), now)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_address(word: str, before: Before, cancel: Cancel) -> Again:
    from explorer.pipeline.fetch.client import Known

    answer = fetch.default_fetcher().get(word, cancel, known=Known(before.etag, before.last_modified))
    if answer.is_unchanged:
        return Again((), before)
    content = fetch.as_utf8(answer)
    now = Before(_sha256(content), answer.etag, answer.last_modified)
    return _one(Piece(word, word, content), before, now)


def _read_folder(folder: Path, before: Before, cancel: Cancel) -> Again:
    """Files are read where size or time is not as it was; unreadable ones are tried again next time."""
    if not folder.is_dir():
        raise NotFound(f"There is no folder {folder}.", "Was it moved, or is its disk not there?")
    was: Files = {path: tuple(row) for path, row in json.loads(before.files).items()}
    now: Files = {}
    pieces: list[Piece] = []
    failed: list[Failure] = []
    for word in folders.files_in(folder):
        check(cancel)
        try:
            stat = Path(word).stat()
            if word in was and was[word][:2] == (stat.st_size, stat.st_mtime_ns):
                now[word] = was[word]
                continue
            name, content = fetch.read_source(word, cancel)
        except OSError as error:
            failed.append(Failure(word, f"It cannot be read: {error.strerror}.", "Check the file."))
        except ExplorerError as error:
            check(cancel)
            failed.append(Failure(word, error.message, error.hint))
        else:
            now[word] = (stat.st_size, stat.st_mtime_ns, _sha256(content))
            if word not in was or was[word][2] != now[word][2]:
                pieces.append(Piece(name, word, content))
    files = json.dumps(now, ensure_ascii=False, sort_keys=True)
    return Again(tuple(pieces), Before(files=files), tuple(failed))
