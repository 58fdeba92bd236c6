"""Papers that arXiv has under some titles; whether they are the papers meant is not decided here.

References:
    arXiv API User's Manual, section 5.1, https://info.arxiv.org/help/api/user-manual.html
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import arxiv

from explorer.pipeline.fetch.arxiv_ids import API, ask_api
from explorer.pipeline.fetch.client import Fetcher
from explorer.pipeline.fetch.limiter import NEVER, Cancel
from explorer.text.fingerprint import plain_title

_MOST = 100  #: papers in an answer
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MOST_WORDS = 30


@dataclass(frozen=True, slots=True)
class TitleAnswer:
    """Attributes:
    feed: An Atom feed, b"" where arXiv has no paper under any of the titles.
    is_whole: Whether arXiv told all that it has; else ask for fewer titles at once.
    """

    feed: bytes
    is_whole: bool


def fetch_arxiv_titles(
    titles: Sequence[str], fetcher: Fetcher, cancel: Cancel = NEVER, api: str = API
) -> TitleAnswer:
    """What arXiv has under any of these titles, in one request.

    Raises:
        NetworkFailed: arXiv did not answer with a feed; RequestRefused where it refuses the query.
        Cancelled: The person stopped.
    """
    query = " OR ".join(f'ti:"{words}"' for words in map(_words, titles))
    pages, came = ask_api(arxiv.Search(query=query, max_results=_MOST), fetcher, cancel, api)
    return TitleAnswer(pages[0] if came else b"", len(came) < _MOST)


def _words(title: str) -> str:
    """The words of a title without what the query language would take for its own."""
    return " ".join(_WORD.findall(plain_title(title))[:_MOST_WORDS]).replace("’", "'")
