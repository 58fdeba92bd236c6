"""Answers of arXiv's API, written by ourselves."""

from __future__ import annotations

HEAD = (
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" '
    'xmlns:arxiv="http://arxiv.org/schemas/atom"><opensearch:totalResults>{}</opensearch:totalResults>\n'
)
ENTRY = (
    "<entry><id>http://arxiv.org/abs/{0}</id><title>Paper {0}</title><summary>About {0}.</summary>"
    "<published>2024-05-01T00:00:00Z</published><updated>2024-05-02T00:00:00Z</updated>"
    "<author><name>A. Author</name></author></entry>\n"
)


def feed(*ids: str, total: int | None = None) -> str:
    count = len(ids) if total is None else total
    return HEAD.format(count) + "".join(ENTRY.format(one) for one in ids) + "</feed>\n"
