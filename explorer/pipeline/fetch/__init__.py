"""The only part with network: what a person names, as bytes.

``client.Fetcher`` asks politely, ``arxiv_ids.fetch_arxiv_ids`` asks arXiv for
many papers; both are loaded when something is fetched, not before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from explorer.errors import Cancelled, ExplorerError, ImportFailed, NetworkFailed, NotFound
from explorer.model.plan import Failure
from explorer.pipeline.fetch.limiter import NEVER, Cancel
from explorer.text.arxiv_ids import parse_arxiv_id

if TYPE_CHECKING:
    from explorer.pipeline.fetch.client import Answer, Fetcher

MOST_FILE_BYTES = 512 * 1024 * 1024
_WEB = re.compile(r"(?i)https?://")
_OTHER_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.-]+://")
_ARXIV_HOSTS = re.compile(r"(?i)(.*\.)?(arxiv\.org|alphaxiv\.org|doi\.org|huggingface\.co)")


@cache
def default_fetcher() -> Fetcher:
    """The one that all threads of the program share: it keeps the turns per host."""
    from explorer.pipeline.fetch.client import Fetcher

    return Fetcher()


def read_source(word: str, cancel: Cancel = NEVER, fetcher: Fetcher | None = None) -> tuple[str, bytes]:
    """(name, bytes) of a local file, a web address, an arXiv id or a link to a paper on arXiv.

    A file that exists goes before an id that looks like its name. What comes
    from arXiv is the Atom feed of its API; text that a server says is in
    another encoding comes as UTF-8.

    Raises:
        NotFound: The word is none of these, or arXiv knows no such paper.
        ImportFailed: The file cannot be read.
        NetworkFailed: The server does not give it.
        Cancelled: The person stopped.
    """
    path = Path(word)
    if _is_file(path):
        return path.name, read_file(path)
    if arxiv_id_in(word):
        return _read_paper(word, cancel, fetcher or default_fetcher())
    if _WEB.match(word):
        return word, as_utf8((fetcher or default_fetcher()).get(word, cancel))
    raise refusal(word)


def refusal(word: str) -> ExplorerError:
    """Why a word is no file, address or id."""
    if _OTHER_SCHEME.match(word):
        return NetworkFailed(
            f"{word[:120]} is no web address.", "Give one that begins with http:// or https://."
        )
    return NotFound(f"There is no file {word[:200]}.", "Give a file, a folder, a web address or an arXiv id.")


def read_sources(
    words: Sequence[str], cancel: Cancel = NEVER, fetcher: Fetcher | None = None
) -> Iterator[tuple[str, str, bytes] | Failure]:
    """(word, name, bytes) or Failure for each of many words; all arXiv ids in as few requests as can be.

    The papers come after the other sources, with the first id of their request as the word.
    """
    papers = [word for word in words if not _is_file(Path(word)) and arxiv_id_in(word)]
    for word in (word for word in words if word not in papers):
        try:
            yield (word, *read_source(word, cancel, fetcher))
        except Cancelled:
            raise
        except ExplorerError as error:
            yield Failure(word, error.message, error.hint)
    if papers:
        yield from _read_papers(papers, cancel, fetcher or default_fetcher())


def _read_papers(
    papers: Sequence[str], cancel: Cancel, fetcher: Fetcher
) -> Iterator[tuple[str, str, bytes] | Failure]:
    from explorer.pipeline.fetch.arxiv_ids import fetch_arxiv_ids

    try:
        answer = fetch_arxiv_ids(papers, fetcher, cancel)
    except NetworkFailed as error:
        yield Failure(", ".join(papers[:3]) + (" …" if len(papers) > 3 else ""), error.message, error.hint)
        return
    for name, data in answer.feeds:
        yield name, name, data
    for unknown in answer.missing:
        yield Failure(unknown, f"arXiv knows no paper {unknown}.", "Check the id.")
    for other in answer.unasked:
        yield Failure(other, f"arXiv answered with {other}, for which nobody asked.", "It was left out.")


def arxiv_id_in(word: str) -> str:
    """The arXiv id, with its version, that a word is or links to; "" for other words and addresses."""
    if _WEB.match(word):
        try:
            host = urlsplit(word).hostname or ""
        except ValueError:
            return ""
        if not _ARXIV_HOSTS.fullmatch(host):
            return ""
    return "".join(parse_arxiv_id(word))


def is_address(word: str) -> bool:
    """Whether a word is an address that may be asked, by its looks."""
    return bool(_WEB.match(word))


def _read_paper(word: str, cancel: Cancel, fetcher: Fetcher) -> tuple[str, bytes]:
    from explorer.pipeline.fetch.arxiv_ids import fetch_arxiv_ids

    answer = fetch_arxiv_ids([word], fetcher, cancel)
    if answer.unasked:
        asked, came = arxiv_id_in(word), ", ".join(answer.unasked)
        raise NetworkFailed(f"arXiv answered with {came} when asked for {asked}.", "Try again later.")
    if answer.missing:
        raise NotFound(f"arXiv knows no paper {answer.missing[0]}.", "Check the id.")
    return answer.feeds[0]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False


def read_file(path: Path) -> bytes:
    """The bytes of a local file; ImportFailed where it cannot be read or is above the limit."""
    try:
        if path.stat().st_size > MOST_FILE_BYTES:
            raise ImportFailed(
                f"{path.name} is larger than {MOST_FILE_BYTES // 1024 // 1024} MB.", "Import it in parts."
            )
        return path.read_bytes()
    except OSError as error:
        raise ImportFailed(
            f"{path.name} cannot be read: {error.strerror or error}.", "Check the file and its rights."
        ) from error


def as_utf8(answer: Answer) -> bytes:
    """The body; text that a server says is in another encoding comes as UTF-8."""
    if answer.charset in ("", "utf-8", "utf8", "us-ascii"):
        return answer.data
    try:
        return answer.data.decode(answer.charset).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return answer.data
