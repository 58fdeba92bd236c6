"""Followed sources: follow, unfollow, and read again with a report of what is new."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from explorer.errors import Cancelled, ExplorerError, NotFound
from explorer.model import Changes, NodeKind
from explorer.model.plan import Failure, ImportPlan
from explorer.ops.clock import now
from explorer.ops.importing import write
from explorer.ops.session import Session
from explorer.ops.task import CancelToken, Progress, no_progress
from explorer.pipeline.editions import edition_from_words
from explorer.pipeline.fetch.again import ADDRESS, ARXIV, Again, Before, kind_of, read_again
from explorer.pipeline.plan import Input
from explorer.pipeline.plan import plan as plan_inputs
from explorer.pipeline.readings import as_before
from explorer.store import Reader, Store, followed, readings
from explorer.store.documents import known_source, revision
from explorer.store.followed import FAILED, NEW, NOTHING_NEW, UNCHANGED, Followed, Reading, followed_sources

__all__ = ["FAILED", "NEW", "NOTHING_NEW", "UNCHANGED", "Followed", "followed_sources"]


@dataclass(frozen=True, slots=True)
class Link:
    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class SourceNews:
    """What reading one source again brought.

    Attributes:
        outcome: "new", "unchanged", "nothing_new" (changed, but in nothing that is kept) or "failed".
        documents: Titles of those that came or changed.
        papers, methods, links, claims: Only what the library did not have.
        paper_ids, method_ids: Nodes of ``papers`` and ``methods``, in their order.
        failed: The source, or files of a folder, that could not be had.
    """

    source: str
    name: str
    outcome: str
    documents: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    claims: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    paper_ids: tuple[int, ...] = ()
    method_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """Attributes:
    stopped: The person stopped; what was written before stays.
    left: How many sources were not read for that.
    """

    sources: tuple[SourceNews, ...]
    stopped: bool = False
    left: int = 0

    @property
    def failed(self) -> tuple[Failure, ...]:
        return tuple(failure for source in self.sources for failure in source.failed)


def follow(store: Store, words: Sequence[str], name: str = "", edition: str = "") -> Changes:
    """Follow sources from now on; one undo step.

    Raises:
        NotFound: A word names no file, folder, web address or arXiv id; then none is followed.
    """
    if edition:
        edition_from_words(edition)
    known = {one.word for one in followed_sources(store.reader)}
    wanted = [_source(word, name, edition) for word in dict.fromkeys(words)]
    fresh = [one for one in wanted if one.word not in known]
    if not fresh:
        return Changes(f"“{wanted[0].name}” is followed already" if wanted else "Nothing to follow")
    label = f"Follow “{fresh[0].name}”" if len(fresh) == 1 else f"Follow {len(fresh)} sources"
    with store.operation(label, at=now()) as operation:
        for one in fresh:
            followed.add_followed(store, one)
    return operation.changes


def _source(word: str, name: str, edition: str) -> Followed:
    word = word.strip()
    kind = kind_of(word)
    if kind not in (ADDRESS, ARXIV):
        word = str(Path(word).absolute())  # the next reading may begin in another folder
    return Followed(0, word, " ".join(name.split()) or _name_of(word, kind), kind, edition, now())


def _name_of(word: str, kind: str) -> str:
    if kind == ADDRESS:
        return word.partition("://")[2].rstrip("/") or word
    return word if kind == ARXIV else Path(word).name or word


def unfollow(store: Store, sources: Sequence[int]) -> Changes:
    """Follow sources no more; what they brought stays. One undo step."""
    names = {one.id: one.name for one in followed_sources(store.reader)}
    going = [one for one in dict.fromkeys(sources) if one in names]
    if not going:
        return Changes("Nothing to unfollow")
    label = f"Unfollow “{names[going[0]]}”" if len(going) == 1 else f"Unfollow {len(going)} sources"
    with store.operation(label, at=now()) as operation:
        for one in going:
            followed.delete_followed(store, one)
    return operation.changes


def find_followed(reader: Reader, word: str) -> Followed:
    """The followed source that a person means: its word, path or name; NotFound with the names otherwise."""
    every = followed_sources(reader)
    here = str(Path(word).absolute()) if "\0" not in word else word
    found = [one for one in every if one.word in (word, here)]
    found = found or [one for one in every if one.name.casefold() == word.strip().casefold()]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one.name for one in found or every)
    if found:
        raise NotFound(f"Several followed sources are called {word}.", "Give the address or path.")
    raise NotFound(
        f"“{word[:200]}” is not followed.",
        f"Followed: {names}." if names else "Follow it with: follow LIBRARY",
    )


def refresh(
    session: Session,
    sources: Sequence[int] = (),
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> RefreshReport:
    """Read followed sources again, all where none is named; each is an undo step of its own.

    A source that cannot be had is in the report, and the others go on. Where a person stops, what was
    written before stays. To be run as a task of the session.
    """
    token = cancel or CancelToken()
    every = session.read(followed_sources).result()
    wanted = [one for one in every if not sources or one.id in sources]
    news: list[SourceNews] = []
    for number, one in enumerate(wanted):
        progress(number, len(wanted), one.name)
        try:
            token.check()
            news.append(_refresh_one(session, one, token))
        except Cancelled:
            return RefreshReport(tuple(news), stopped=True, left=len(wanted) - number)
    progress(len(wanted), len(wanted), "Done")
    return RefreshReport(tuple(news))


def _refresh_one(session: Session, one: Followed, token: CancelToken) -> SourceNews:
    before = session.read(_before, one).result()
    try:
        again = read_again(one.word, one.kind, before, token)
        inputs = session.read(_inputs, one, again).result()
        plan = session.read_on(plan_inputs, inputs, again.failed, _checking(token)).result()
    except Cancelled:
        raise
    except ExplorerError as error:
        failure = Failure(one.word, error.message, error.hint)
        reading = replace(one.last, at=now(), outcome=FAILED, papers=0, why=error.message)
        session.write(_note, one, reading).result()
        return SourceNews(one.word, one.name, FAILED, failed=(failure,))
    return session.write(_write, one, again, (inputs, plan)).result()


def _checking(token: CancelToken) -> Progress:
    def step(done: int, total: int, what: str) -> None:
        token.check()

    return step


def _before(reader: Reader, one: Followed) -> Before:
    """What the last reading left, unless its import was undone: then everything is asked for anew."""
    last = one.last
    if last.sha256 and not known_source(reader, last.sha256):
        return Before()
    return Before(last.sha256, last.etag, last.last_modified, _files_that_stand(reader, last.files))


def _files_that_stand(reader: Reader, files: str) -> str:
    kept = {path: row for path, row in json.loads(files).items() if known_source(reader, row[2])}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def _inputs(reader: Reader, one: Followed, again: Again) -> list[Input]:
    edition = edition_from_words(one.edition) if one.edition else None
    pieces = (Input(piece.name, piece.uri, piece.content) for piece in again.pieces)
    items = (as_before(reader, piece) for piece in pieces)
    return [replace(item, edition=edition or item.edition) for item in items]


def _note(store: Store, one: Followed, reading: Reading) -> None:
    with store.operation(f"Read “{one.name}” again", "derived"):
        followed.note_reading(store, one.id, reading)


def _write(store: Store, one: Followed, again: Again, read: tuple[list[Input], ImportPlan]) -> SourceNews:
    """Write what is new, and what the next reading wants to know, in one transaction."""
    inputs, plan = read
    if revision(store.reader) != plan.revision:
        plan = plan_inputs(store.reader, inputs, again.failed)
    if all(source.known for source in plan.sources):
        is_other = any(source.text for source in plan.sources)  # other bytes that say the same
        news = SourceNews(one.word, one.name, NOTHING_NEW if is_other else UNCHANGED, failed=plan.failed)
        _note(store, one, _reading(news, again))
        return news
    at = now()
    uris = {source.uri for source in plan.sources}
    claims = set(readings.claims_of(store.reader, uris))
    before = readings.mark(store.reader)
    with store.operation(f"Read “{one.name}” again", "import", at) as operation:
        write(store, plan, operation)
        news = _news(store.reader, one, plan, before)
        fresh = [claim for claim in readings.claims_of(store.reader, uris) if claim not in claims]
        news = replace(news, claims=tuple(fresh))
        followed.note_reading(store, one.id, _reading(news, again, at))
    return news


def _news(reader: Reader, one: Followed, plan: ImportPlan, before: readings.Mark) -> SourceNews:
    papers = readings.nodes_since(reader, before, NodeKind.PAPER)
    methods = readings.nodes_since(reader, before, NodeKind.CONCEPT)
    return SourceNews(
        one.word,
        one.name,
        NEW,
        tuple(planned.document.title for planned in plan.documents),
        tuple(name for _, name in papers),
        tuple(name for _, name in methods),
        tuple(Link(*row) for row in readings.links_since(reader, before)),
        failed=plan.failed,
        paper_ids=tuple(node for node, _ in papers),
        method_ids=tuple(node for node, _ in methods),
    )


def _reading(news: SourceNews, again: Again, at: str = "") -> Reading:
    why = news.failed[0].why if news.failed else ""
    is_failed = bool(news.failed) and news.outcome != NEW
    outcome = FAILED if is_failed else news.outcome
    seen = again.now
    return Reading(
        at or now(), outcome, len(news.papers), why, seen.sha256, seen.etag, seen.last_modified, seen.files
    )
