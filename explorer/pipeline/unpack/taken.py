"""What was taken out of a source's bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model import Issue

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Taken:
    """Attributes:
    text: What importers read; ``content`` decoded as UTF-8.
    content: What the library keeps.
    issues: How it was read, where that is worth a look, and what was left out.
    """

    text: str
    content: bytes
    issues: tuple[Issue, ...] = ()


def take(text: str, issues: Sequence[Issue] = ()) -> Taken:
    """A text that is not the bytes as they came; halves of surrogate pairs become U+FFFD."""
    whole = _HALF.sub("\ufffd", text)
    return Taken(whole, whole.encode("utf-8"), tuple(issues))
