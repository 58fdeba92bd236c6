"""Pieces of broken HTML that copying from a page leaves in its text: ``.” rel="nofollow">https://…``."""

from __future__ import annotations

import re

_ATTRIBUTE = (
    r"""\b(?:rel|target|href|src|class|style|alt|title|loading|srcset|width|height|data-[a-z-]{1,20})\s?="""
    r"""["”“'’][^<>"”“\n]{0,500}["”“'’]"""
)
_LEFT_OVER = re.compile(rf"""(?:<[a-z]{{1,10}}\s)?(?:\s?{_ATTRIBUTE}){{1,9}}\s?/?>""", re.I)
_TAG = re.compile(r"</?(?:a|p|br|b|i|em|strong|span|div|figure|figcaption|ul|ol|li|blockquote)\s?/?>", re.I)


def mask_left_overs(text: str) -> str:
    """The text, as long as before, with blanks for the pieces; no title reaches over a tag."""
    if "=" in text:
        text = _LEFT_OVER.sub(lambda hit: " " * len(hit[0]), text)
    if "<" in text:
        text = _TAG.sub(lambda hit: ";" + " " * (len(hit[0]) - 1), text)
    return text


def is_left_over(text: str) -> bool:
    """Whether a line holds such pieces, addresses and punctuation, and nothing else."""
    masked = mask_left_overs(text)
    return masked != text and not any(map(str.isalpha, re.sub(r"https?://\S{1,500}", "", masked)))


def end_of_words(text: str) -> int:
    """Where a heading ends before such a piece."""
    hit = _LEFT_OVER.search(text) if "=" in text else None
    return len(text[: hit.start()].rstrip(" .;,”\"'")) if hit else len(text)
