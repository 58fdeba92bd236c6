"""Addresses in running text, where they end, and which of them lead to code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

_URL = re.compile(r"https?://(?:(?!https?://)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%])+", re.I)
_TAIL = ".,;:!?'*_~"
_BRACKETS = {")": "(", "]": "["}
_CODE_HOSTS = frozenset(
    {
        "github.com",
        "gitlab.com",
        "bitbucket.org",
        "codeberg.org",
        "gitee.com",
        "sourceforge.net",
        "huggingface.co",
    }
)
_NO_REPOSITORY = frozenset(
    {
        "papers",
        "blog",
        "docs",
        "collections",
        "posts",
        "learn",
        "join",
        "about",
        "features",
        "orgs",
        "topics",
        "search",
    }
    | {"sponsors", "marketplace", "spaces", "settings", "login"}
)
_HUB_KINDS = frozenset({"datasets", "spaces", "models"})


@dataclass(frozen=True, slots=True)
class Url:
    url: str
    start: int
    end: int


def find_urls(text: str) -> Iterator[Url]:
    """http and https addresses in order, without the punctuation or Japanese text that follows them.

    Two that are glued together are two; a closing bracket belongs to the
    address only where it opens in it.
    """
    for found in _URL.finditer(text):
        end = _cut_tail(text, found.start(), found.end())
        if end > found.start() + len("https://"):
            yield Url(text[found.start() : end], found.start(), end)


def split_url(url: str) -> tuple[str, str]:
    """(host in lower case without "www.", path) of an http address; ("", "") of anything else."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:  # brackets that are no IPv6 address
        return "", ""
    return (host.removeprefix("www."), parts.path) if parts.scheme in ("http", "https") else ("", "")


def is_code_url(url: str) -> bool:
    """Whether the address is a repository (or a place in one) on a host of code or models."""
    host, path_text = split_url(url)
    path = [part for part in path_text.split("/") if part]
    if host == "gist.github.com":
        return bool(path)
    if host not in _CODE_HOSTS or not path or path[0].lower() in _NO_REPOSITORY - _HUB_KINDS:
        return False
    if host == "huggingface.co" and path[0] in _HUB_KINDS:
        return len(path) >= 3
    return len(path) >= 2


def _cut_tail(text: str, start: int, end: int) -> int:
    opened = {bracket: text.count(bracket, start, end) for bracket in "()[]"}
    while end > start:
        last = text[end - 1]
        if last in _BRACKETS and opened[last] > opened[_BRACKETS[last]]:
            opened[last] -= 1
        elif last not in _TAIL:
            break
        end -= 1
    return end
