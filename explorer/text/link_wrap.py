"""Links of newsletters that carry the address they lead to: it is taken out, nobody is asked."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import parse_qsl, unquote, urlsplit

_NAMES = frozenset(
    {"url", "u", "q", "to", "target", "link", "dest", "destination", "redirect", "redirect_url", "r"}
)
_INSIDE = re.compile(r"https?(?::|%3A)(?:/|%2F){2}[^\s/]", re.I)
_WEB = re.compile(r"https?://[^\s/:@]+\.[^\s/:@]+", re.I)
_LINK = re.compile(r"https?://[^\s<>()\[\]\"']{1,4000}")
_MOST_STEPS = 3  #: wrappings around one another


def unwrapped(address: str) -> str:
    """The address inside a tracking link, or the address itself where it holds none that can be read."""
    for _ in range(_MOST_STEPS):
        inside = _inside(address)
        if not inside:
            break
        address = inside
    return address


def unwrap_links(text: str) -> str:
    """The text with each such link replaced."""
    return _LINK.sub(lambda found: unwrapped(found[0]), text)


def _inside(address: str) -> str:
    try:
        parts = urlsplit(address)
        pairs = parse_qsl(parts.query, max_num_fields=50)
    except ValueError:
        return ""
    for name, value in pairs:
        if name.lower() in _NAMES:
            for found in (value, _from_base64(value)):
                if _WEB.match(found):
                    return found
    if hit := _INSIDE.search(parts.path):
        found = unquote(parts.path[hit.start() :]) if "%" in hit[0] else ""
        return found if _WEB.match(found) else ""
    return ""


def _from_base64(value: str) -> str:
    if not 16 <= len(value) <= 4_000 or not value.isascii():
        return ""
    try:
        return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""
