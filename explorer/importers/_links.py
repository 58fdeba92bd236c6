"""Identifiers and code that the addresses of a paper lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from explorer.text.arxiv_ids import parse_arxiv_id
from explorer.text.urls import is_code_url

_DOI = re.compile(r"(?:doi\.org/|/doi/(?:abs/|full/|pdf/)?|^doi:\s?)(10\.\d{4,9}/[^\s?#]{1,200})", re.I)
_OPENREVIEW = re.compile(r"openreview\.net/(?:forum|pdf|attachment)\?(?:[^#\s]{0,200}&)?id=([\w-]{5,20})")


@dataclass(frozen=True, slots=True)
class Identifiers:
    arxiv_id: str = ""
    arxiv_version: str = ""
    doi: str = ""
    openreview: str = ""


def identifiers(urls: Iterable[str]) -> Identifiers:
    """The first arXiv id, DOI and OpenReview forum that the addresses name."""
    arxiv_id = version = doi = openreview = ""
    for url in urls:
        if not arxiv_id:
            arxiv_id, version = parse_arxiv_id(url)
        if not doi and (found := _DOI.search(url)) and "arxiv" not in found[1].lower():
            doi = "".join(filter(str.isprintable, unquote(found[1]))).rstrip(".,;/").lower()
        if not openreview and (found := _OPENREVIEW.search(url)):
            openreview = found[1]
    return Identifiers(arxiv_id, version, doi, openreview)


def code_links(urls: Iterable[str]) -> tuple[str, ...]:
    """The addresses of repositories, each once."""
    unique: dict[str, str] = {}
    for url in urls:
        if is_code_url(url):
            unique.setdefault(url.rstrip("/").removesuffix(".git").lower(), url)
    return tuple(unique.values())
