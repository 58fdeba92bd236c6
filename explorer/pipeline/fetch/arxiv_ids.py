"""Papers by arXiv id or by title, as the Atom feeds of arXiv's API.

The arxiv package writes the query and reads the entries; the transport is ours,
for the package's own has no time-out and no back-off, ignores Retry-After, and
takes an HTML page for a feed without papers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

import arxiv

from explorer.errors import NetworkFailed, NotFound, RequestRefused
from explorer.pipeline.fetch.batches import ARXIV_IDS
from explorer.pipeline.fetch.client import Answer, Fetcher
from explorer.pipeline.fetch.limiter import NEVER, Cancel
from explorer.text.arxiv_ids import parse_arxiv_id

API = "https://export.arxiv.org/api/query"

_ENTRY = re.compile(rb"<entry\b.*?</entry>\s*", re.S)
_ENTRY_ID = re.compile(rb"<id>\s*(.*?)\s*</id>", re.S)

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


def without_entries(page: bytes, strange: Sequence[Id]) -> bytes:
    """The feed without the entries of these ids."""
    if not strange:
        return page

    def keep(entry: re.Match[bytes]) -> bytes:
        found = _ENTRY_ID.search(entry[0])
        return b"" if found and parse_arxiv_id(found[1].decode("utf-8", "replace")) in strange else entry[0]

    return _ENTRY.sub(keep, page)
