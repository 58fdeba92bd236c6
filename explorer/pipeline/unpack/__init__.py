"""Bytes as they came → the text that importers read: the one place where bytes become text.

Each kind of container has its file here. What it takes out is kept in the library as UTF-8, so that
offsets mean the same for ever; what it cannot read is an Issue.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from explorer.errors import ImportFailed
from explorer.model import Document, Issue
from explorer.pipeline.time_cap import at_most, most_s
from explorer.pipeline.unpack.encodings import decode
from explorer.pipeline.unpack.mail import is_mail, unpack_mail
from explorer.pipeline.unpack.pdf import is_pdf, unpack_pdf
from explorer.pipeline.unpack.refused import refuse_containers
from explorer.pipeline.unpack.taken import Taken

MOST_TEXT_BYTES: Final = 128 * 1024 * 1024
Report = Callable[[int, int], None]  #: pages done, pages; raises Cancelled to stop


def unpack(name: str, content: bytes, progress: Report = lambda done, total: None) -> Taken:
    """The text of a source, and what there is to say of how it was read.

    Raises:
        ImportFailed: The bytes are of a kind that is not read, locked, damaged, or above a limit.
        Cancelled: ``progress`` raised it.
    """
    if is_pdf(content):
        return unpack_pdf(name, content, progress)
    refuse_containers(name, content)
    if len(content) > MOST_TEXT_BYTES:
        raise ImportFailed(
            f"{name} is larger than {MOST_TEXT_BYTES // 1024 // 1024} MB.", "Import it in parts."
        )
    if is_mail(name, content):
        with at_most(most_s(content), name):
            return unpack_mail(name, content)
    return decode(name, content)


def as_taken(content: bytes) -> Taken:
    """What was taken out before and kept."""
    return Taken(content.decode("utf-8", errors="replace"), content)


def with_issues(documents: Sequence[Document], issues: Sequence[Issue]) -> tuple[Document, ...]:
    """The documents of a source, what was found while it was unpacked told by the first."""
    if not issues or not documents:
        return tuple(documents)
    return (replace(documents[0], issues=(*issues, *documents[0].issues)), *documents[1:])
