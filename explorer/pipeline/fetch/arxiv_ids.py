"""Papers by arXiv id or by title, as the Atom feeds of arXiv's API.

The arxiv package writes the query and reads the entries; the transport is ours,
for the package's own has no time-out and no back-off, ignores Retry-After, and
takes an HTML page for a feed without papers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from itertools import pairwise

import arxiv

from explorer.errors import NetworkFailed, NotFound, RequestRefused
from explorer.pipeline.fetch.batches import ARXIV_IDS
from explorer.pipeline.fetch.client import Answer, Fetcher
from explorer.pipeline.fetch.limiter import NEVER, Cancel
from explorer.text.arxiv_ids import parse_arxiv_id

API = "https://export.arxiv.org/api/query"

_CLOSED = b"</entry>"

Id = tuple[str, str]  #: base id, version or ""


@dataclass(frozen=True, slots=True)
class ArxivAnswer:
    """Attributes:
    feeds: (name, bytes of an Atom feed) per request that brought a paper.
    missing: Ids, as asked, of which arXiv knows no paper, in the order asked.
    unasked: Ids that came though nobody asked for them; they are cut out of the feeds.
    """

    feeds: tuple[tuple[str, bytes], ...]
    missing: tuple[str, ...]
    unasked: tuple[str, ...]


def fetch_arxiv_ids(
    words: Sequence[str], fetcher: Fetcher, cancel: Cancel = NEVER, api: str = API
) -> ArxivAnswer:
    """Feeds of the papers with these ids (also "arXiv:…" and links), 100 per request.

    Raises:
        NotFound: A word is no arXiv id; nothing was asked.
        NetworkFailed: arXiv did not answer with a feed; RequestRefused where it says that an id is none.
        Cancelled: The person stopped.
    """
    asked = list(dict.fromkeys(map(_id, words)))
    feeds: list[tuple[str, bytes]] = []
    missing: list[Id] = []
    unasked: list[Id] = []
    for start in range(0, len(asked), ARXIV_IDS):
        batch = asked[start : start + ARXIV_IDS]
        pages, came = _ask(batch, fetcher, cancel, api)
        missing += [one for one in batch if not any(_answers(one, other) for other in came)]
        strange = [other for other in came if not any(_answers(one, other) for one in batch)]
        unasked += strange
        good = len(came) - len(strange)
        feeds += [(_name(batch), without_entries(page, strange)) for page in pages if good]
    return ArxivAnswer(tuple(feeds), tuple(map("".join, missing)), tuple(map("".join, unasked)))


def _id(word: str) -> Id:
    base, version = parse_arxiv_id(word)
    if not base:
        raise NotFound(f"“{word[:80]}” is no arXiv id.", "An id looks like 2405.01535 or hep-th/9901001.")
    return base, version


def _answers(asked: Id, came: Id) -> bool:
    return asked[0] == came[0] and asked[1] in ("", came[1])


def _name(batch: Sequence[Id]) -> str:
    first = "".join(batch[0])
    return f"arXiv:{first}" if len(batch) == 1 else f"arXiv:{first} and {len(batch) - 1} more"


def _ask(batch: Sequence[Id], fetcher: Fetcher, cancel: Cancel, api: str) -> tuple[list[bytes], list[Id]]:
    """The pages of one request and the ids in them."""
    search = arxiv.Search(id_list=["".join(one) for one in batch], max_results=len(batch))
    return ask_api(search, fetcher, cancel, api)


def ask_api(search: arxiv.Search, fetcher: Fetcher, cancel: Cancel, api: str) -> tuple[list[bytes], list[Id]]:
    """The pages of a search, of 100 papers each, and the ids in them.

    Raises:
        NetworkFailed: arXiv did not answer with a feed; RequestRefused where it answered with an error entry.
        Cancelled: The person stopped.
    """
    transport = _Transport(fetcher, cancel)
    client = arxiv.Client(page_size=ARXIV_IDS, delay_seconds=0.0, num_retries=0)
    client.query_url_format = api + "?{}"
    client._session = transport
    came: list[Id] = []
    try:
        for result in client.results(search):
            came.append(_came(result))
    except arxiv.UnexpectedEmptyPageError:
        # the feed promised more entries than it had: those that are not there count as missing
        return transport.pages[:-1], came
    except (arxiv.ArxivError, ValueError) as error:
        raise NetworkFailed("arXiv answered with a list that cannot be read.", "Try again later.") from error
    return transport.pages, came


def _came(result: arxiv.Result) -> Id:
    base, version = parse_arxiv_id(result.entry_id)
    if not base:
        words = " ".join(result.summary.split())[:200] or "no reason given"
        raise RequestRefused(f"arXiv answered with an error: {words}.", "Check the ids.")
    return base, version


@dataclass(frozen=True, slots=True)
class _Response:
    """What arxiv.Client looks at."""

    content: bytes
    status_code: int = HTTPStatus.OK


class _Transport:
    """Stands in for the requests.Session inside arxiv.Client, and keeps the pages."""

    def __init__(self, fetcher: Fetcher, cancel: Cancel) -> None:
        self._fetcher = fetcher
        self._cancel = cancel
        self.pages: list[bytes] = []

    def get(self, url: str, headers: object = None) -> _Response:
        answer = self._fetcher.get(url, self._cancel, _no_feed)
        self.pages.append(answer.data)
        return _Response(answer.data)


def _no_feed(answer: Answer) -> str:
    """Why an answer is no Atom feed, or ""; the parser would take what it can and say nothing."""
    text = answer.data.removeprefix(b"\xef\xbb\xbf").strip()
    if not text:
        return "arXiv answered with nothing."
    if not re.match(rb"(<\?xml[^>]*>\s*)?<feed\b", text):
        return "arXiv answered with a web page instead of a list of papers."
    if not text.endswith((b"</feed>", b"/>")):
        return "arXiv's list of papers is incomplete."
    return ""


def without_entries(page: bytes, strange: Collection[Id]) -> bytes:
    """The feed without the entries of these ids."""
    head, entries, tail = _parts(page)
    kept = [entry for entry in entries if _id_in(entry) not in strange]
    return page if len(kept) == len(entries) else b"".join((head, *kept, tail))


def without_ids(page: bytes, ids: Collection[str]) -> bytes:
    """A feed without the entries of some base ids, whatever their version."""
    return without_entries(page, {one for one in map(_id_in, _parts(page)[1]) if one[0] in ids})


def joined_feeds(pages: Sequence[bytes]) -> bytes:
    """The entries of some feeds as one feed; b"" where there are none."""
    parts = [_parts(page) for page in pages]
    found = dict.fromkeys(entry for _, entries, _ in parts for entry in entries)
    return b"".join((parts[0][0], *found, b"</feed>\n")) if found else b""


def _parts(page: bytes) -> tuple[bytes, list[bytes], bytes]:
    """What stands before the entries of a feed, the entries, each with what follows it, and the end."""
    starts: list[int] = []
    end = 0
    while (start := page.find(b"<entry", end)) >= 0 and (closed := page.find(_CLOSED, start)) >= 0:
        starts.append(start)
        end = closed + len(_CLOSED)
    if not starts:
        return page, [], b""
    end += len(page[end:]) - len(page[end:].lstrip())
    bounds = [*starts, end]
    entries = [page[a:b] for a, b in pairwise(bounds)]
    return page[: starts[0]], entries, page[end:]


def _id_in(entry: bytes) -> Id:
    start = entry.find(b"<id>")
    return parse_arxiv_id(entry[start + 4 : entry.find(b"</id>", start)][:200].decode("utf-8", "replace"))
