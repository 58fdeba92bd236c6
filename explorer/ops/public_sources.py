"""Where lists and digests are had, as ``db/seed/sources.toml`` says; nothing here asks the network."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final, NotRequired, TypedDict
from urllib.parse import urlsplit

from explorer.errors import ExplorerError
from explorer.resources import seed
from explorer.text.fingerprint import fold_accents

KINDS: Final = ("list", "digest", "feed")


@dataclass(frozen=True, slots=True)
class PublicSource:
    """Attributes:
    kind: "list" (papers of an edition), "digest" or "feed".
    importer: Id of the importer that reads it.
    edition: Of a list: "ICML 2024", else "".
    """

    name: str
    kind: str
    language: str
    importer: str
    address: str
    edition: str = ""


class _Row(TypedDict):
    name: str
    kind: str
    language: str
    importer: str
    address: str
    edition: NotRequired[str]
    each: NotRequired[dict[str, str]]


@cache
def public_sources() -> tuple[PublicSource, ...]:
    """All of them, a pattern once for each of its years; the newest year of a pattern first."""
    return read_sources(seed("sources.toml").read_text(encoding="utf-8"))


def read_sources(text: str) -> tuple[PublicSource, ...]:
    """Sources of a file; ExplorerError where one lacks a field, is named twice or is no https address."""
    rows: list[_Row] = tomllib.loads(text).get("source", [])
    try:
        found = [source for row in rows for source in _expanded(row)]
    except KeyError as error:
        raise ExplorerError(f"A source lacks {error}.", "Mend sources.toml.") from error
    for field in ("name", "address"):
        values = [getattr(source, field) for source in found]
        if twice := sorted({value for value in values if values.count(value) > 1}):
            raise ExplorerError(f"Two sources have the {field} {twice[0]}.", "Mend sources.toml.")
    for source in found:
        if why := _wrong(source):
            raise ExplorerError(f"{source.name}: {why}.", "Mend sources.toml.")
    return tuple(found)


def _expanded(row: _Row) -> list[PublicSource]:
    pairs = sorted(row.get("each", {"{each}": "{value}"}).items(), reverse=True)
    return [
        PublicSource(
            _filled(row["name"], *pair),
            row["kind"],
            row["language"],
            row["importer"],
            _filled(row["address"], *pair),
            _filled(row.get("edition", ""), *pair),
        )
        for pair in pairs
    ]


def _filled(text: str, each: str, value: str) -> str:
    return text.replace("{each}", each).replace("{value}", value)


def _wrong(source: PublicSource) -> str:
    address = urlsplit(source.address)
    if address.scheme != "https" or not address.hostname:
        return "its address is no https address"
    if "{" in source.name + source.address + source.edition:
        return "a place is not filled"
    if source.kind not in KINDS:
        return f"{source.kind} is no kind of source"
    if (source.kind == "list") != bool(source.edition):
        return "a list has an edition, and nothing else has"
    return ""


def find_sources(words: str) -> tuple[PublicSource, ...]:
    """Those in whose name, edition, kind or address each of some words stands."""
    wanted = fold_accents(words).casefold().split()
    return tuple(one for one in public_sources() if all(word in _text(one) for word in wanted))


def _text(source: PublicSource) -> str:
    parts = (source.name, source.edition, source.kind, source.language, source.address)
    return fold_accents(" ".join(parts)).casefold()
