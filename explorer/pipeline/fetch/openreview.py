"""Submissions by forum or by title, as OpenReview's API has them.

Venues until 2023 are told by version 1 of the API, later ones by version 2.

References:
    OpenReview API documentation, https://docs.openreview.net/reference/api-v2/openapi-definition
"""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Final
from urllib.parse import urlencode

from explorer.errors import NetworkFailed, RequestRefused
from explorer.pipeline.fetch.client import Answer, Fetcher
from explorer.pipeline.fetch.limiter import NEVER, Cancel
from explorer.text.fingerprint import plain_title, title_fingerprint
from explorer.text.json_spans import JsonError, JsonObject, JsonText, JsonValue, read_json

APIS: Final = ("https://api2.openreview.net", "https://api.openreview.net")  #: the newer first
_NONE = (HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)  #: of what is not for everybody
_FOUND_AT_MOST = 25
_TITLE_CHARS = 300
_NO_LIST = "OpenReview answered with something that is no list of notes."


def fetch_forum(forum: str, fetcher: Fetcher, cancel: Cancel = NEVER, apis: Sequence[str] = APIS) -> str:
    """The submission of a forum as the JSON of its note; "" where OpenReview shows none to everybody.

    Raises:
        NetworkFailed: OpenReview did not answer with notes.
        Cancelled: The person stopped.
    """
    for api in apis:
        for note, raw in _notes(f"{api}/notes?{urlencode({'id': forum})}", fetcher, cancel):
            if _text(note.members.get("id")) == forum and _title(note):
                return raw
    return ""


def fetch_openreview_title(
    title: str, fetcher: Fetcher, cancel: Cancel = NEVER, apis: Sequence[str] = APIS
) -> tuple[str, ...]:
    """The submissions whose title is this one, as JSON of their notes.

    Raises:
        NetworkFailed: OpenReview did not answer with notes.
        Cancelled: The person stopped.
    """
    wanted = title_fingerprint(title)
    words = {"term": plain_title(title)[:_TITLE_CHARS], "source": "forum", "limit": _FOUND_AT_MOST}
    query = urlencode({**words, "content": "all", "group": "all"})
    for api in apis:
        found = _notes(f"{api}/notes/search?{query}", fetcher, cancel)
        same = tuple(raw for note, raw in found if title_fingerprint(_title(note)) == wanted)
        if same:
            return same
    return ()


def joined(notes: Sequence[str]) -> bytes:
    """One answer that holds the notes, and says that they were asked for one by one."""
    return ('{"asked_for": "single papers", "notes": [\n' + ",\n".join(notes) + "\n]}\n").encode()


def forum_of(raw: str) -> str:
    """The forum of a note, from its JSON."""
    note = read_json(raw)
    members = note.members if isinstance(note, JsonObject) else {}
    return _text(members.get("forum")) or _text(members.get("id"))


def _notes(url: str, fetcher: Fetcher, cancel: Cancel) -> list[tuple[JsonObject, str]]:
    """The notes of an answer with their text; none where OpenReview knows none, or none that is public."""
    try:
        answer = fetcher.get(url, cancel, _no_notes)
    except RequestRefused as refusal:
        if refusal.status in _NONE:
            return []
        raise
    text = _decoded(answer)
    return [(note, text[note.start : note.end]) for note in _list(text)]


def _no_notes(answer: Answer) -> str:
    """Why an answer is no list of notes, or ""."""
    try:
        _list(_decoded(answer))
    except (JsonError, UnicodeDecodeError, NetworkFailed):
        return _NO_LIST
    return ""


def _decoded(answer: Answer) -> str:
    return answer.data.decode("utf-8")


def _list(text: str) -> list[JsonObject]:
    value = read_json(text)
    notes = value.members.get("notes") if isinstance(value, JsonObject) else None
    if not isinstance(notes, list):
        raise NetworkFailed(_NO_LIST, "Try again later.")
    return [note for note in notes if isinstance(note, JsonObject)]


def _title(note: JsonObject) -> str:
    content = note.members.get("content")
    value = content.members.get("title") if isinstance(content, JsonObject) else None
    return _text(value.members.get("value") if isinstance(value, JsonObject) else value)


def _text(value: JsonValue) -> str:
    return value.text if isinstance(value, JsonText) else ""
