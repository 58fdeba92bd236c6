"""arXiv and OpenReview on this machine: they know some papers, and can be made to misbehave."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from explorer.pipeline.enquiring import Services
from explorer.pipeline.fetch.client import Fetcher, Limits
from tests.arxiv_feeds import HEAD

_QUOTED = re.compile(r'ti:"([^"]*)"')


@dataclass
class Paper:
    title: str
    authors: tuple[str, ...] = ("Ada Byron", "Grace Murray")
    abstract: str = "We study something of our own."
    published: str = "2024-05-01"


@dataclass
class FakeServices:
    """Attributes:
    papers: arXiv id -> paper. ``bad`` ids are answered with status 400.
    forums, old_forums: OpenReview forum -> paper, of version 2 and version 1 of its API.
    asked: (service, what was asked), in order.
    trouble: Called before each answer; a response of it goes before the right one.
    """

    server: HTTPServer
    papers: dict[str, Paper] = field(default_factory=dict)
    forums: dict[str, Paper] = field(default_factory=dict)
    old_forums: dict[str, Paper] = field(default_factory=dict)
    bad: set[str] = field(default_factory=set)
    asked: list[tuple[str, str]] = field(default_factory=list)
    trouble: Callable[[int], Response | None] = lambda number: None

    def __post_init__(self) -> None:
        self.server.expect_request("/arxiv").respond_with_handler(self._arxiv)
        for name, forums in (("v2", self.forums), ("v1", self.old_forums)):
            self.server.expect_request(f"/{name}/notes").respond_with_handler(self._forum(name, forums))
            self.server.expect_request(f"/{name}/notes/search").respond_with_handler(
                self._search(name, forums)
            )

    def services(self, **limits: object) -> Services:
        quick = {"gap_s": 0.0, "first_wait_s": 0.0, "tries": 2, "read_s": 5.0} | limits
        fetcher = Fetcher(Limits(**quick), allowed=frozenset({"127.0.0.1"}))
        return Services(
            fetcher,
            self.server.url_for("/arxiv"),
            (self.server.url_for("/v2"), self.server.url_for("/v1")),
        )

    def asked_of(self, service: str) -> list[str]:
        return [what for name, what in self.asked if name == service]

    def _noted(self, service: str, what: str) -> Response | None:
        self.asked.append((service, what))
        return self.trouble(len(self.asked))

    def _arxiv(self, request: Request) -> Response:
        ids = request.args["id_list"]
        if (trouble := self._noted("arxiv", ids or request.args["search_query"])) is not None:
            return trouble
        asked = ids.split(",") if ids else []
        if self.bad & set(asked):
            return Response("incorrect id format", status=400)
        if not ids:
            wanted = {_bare(words) for words in _QUOTED.findall(request.args["search_query"])}
            asked = [i for i, p in self.papers.items() if any(w in _bare(p.title) for w in wanted)]
        found = [_entry(one, self.papers[one]) for one in asked if one in self.papers]
        text = HEAD.format(len(found)) + "".join(found) + "</feed>\n"
        return Response(text, content_type="application/atom+xml")

    def _forum(self, name: str, forums: dict[str, Paper]) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            forum = request.args["id"]
            if (trouble := self._noted(name, forum)) is not None:
                return trouble
            if forum not in forums:
                return Response('{"name": "NotFoundError"}', status=404)
            return _notes([_note(forum, forums[forum], name)])

        return answer

    def _search(self, name: str, forums: dict[str, Paper]) -> Callable[[Request], Response]:
        def answer(request: Request) -> Response:
            term = request.args["term"]
            if (trouble := self._noted(f"{name} search", term)) is not None:
                return trouble
            words = set(_bare(term).split())
            found = [(i, p) for i, p in forums.items() if words & set(_bare(p.title).split())]
            return _notes([_note(forum, paper, name) for forum, paper in found])

        return answer


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def _entry(arxiv_id: str, paper: Paper) -> str:
    names = "".join(f"<author><name>{escape(name)}</name></author>" for name in paper.authors)
    return (
        f"<entry><id>http://arxiv.org/abs/{arxiv_id}v2</id><title>{escape(paper.title)}</title>"
        f"<summary>{escape(paper.abstract)}</summary><published>{paper.published}T00:00:00Z</published>"
        f"<updated>{paper.published}T01:00:00Z</updated>{names}</entry>\n"
    )


def _note(forum: str, paper: Paper, version: str) -> dict[str, object]:
    fields: dict[str, object] = {
        "title": paper.title,
        "authors": list(paper.authors),
        "abstract": paper.abstract,
        "venue": "ICLR 2024 poster",
        "venueid": "ICLR.cc/2024/Conference",
    }
    content = {k: {"value": v} for k, v in fields.items()} if version == "v2" else fields
    return {"id": forum, "forum": forum, "pdate": 1705363200000, "content": content}


def _notes(notes: list[dict[str, object]]) -> Response:
    return Response(json.dumps({"notes": notes, "count": len(notes)}), content_type="application/json")
