"""What is dropped or pasted: files, addresses, text; and what cannot be taken."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from explorer.model.incoming import Given

_WEB = ("http", "https")


def given_of(mime: QMimeData) -> Given:
    """Local files and web addresses, else text; empty where it holds none of them."""
    urls = mime.urls()
    words = [
        url.toLocalFile() if url.isLocalFile() else url.toString()
        for url in urls
        if url.isLocalFile() or url.scheme() in _WEB
    ]
    if urls:
        return Given(tuple(words))
    html = mime.html() if mime.hasHtml() else ""
    return Given((), mime.text() if mime.hasText() else "", html)


def is_anything(given: Given) -> bool:
    """Whether there is something to look at."""
    return bool(given.words or given.text.strip() or given.html.strip())


def is_picture(mime: QMimeData) -> bool:
    """Whether it holds a picture and nothing to read."""
    return mime.hasImage() and not is_anything(given_of(mime))
