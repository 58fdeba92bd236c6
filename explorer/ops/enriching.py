"""Enrichment: what arXiv and OpenReview know of papers, asked for when a person wants it.

Each answer goes through plan and apply like an import, with the note of what
was asked in the same transaction: stopped anywhere, the next run goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from explorer.errors import Cancelled, NetworkFailed
from explorer.model import Changes
from explorer.model.plan import Failure, ImportPlan
from explorer.ops import importing
from explorer.ops.clock import now
from explorer.ops.session import Session
from explorer.ops.task import CancelToken, Progress, no_progress
from explorer.pipeline.enquiring import Answered, Services, ask_next
from explorer.pipeline.lacking import Ask, Lacking, LackWish, Question, find_lacking
from explorer.store import Reader, Store
from explorer.store.enquiries import Enquiry, note_enquiries

DAYS = 30  #: for so long an answer is not asked for again
_REQUEST_S = 3.5  #: the gap that arXiv wants between requests, and the answer
_ORDER = (Ask.ARXIV_ID, Ask.FORUM, Ask.TITLE, Ask.OPENREVIEW_TITLE)
_NAMES = {
    Ask.ARXIV_ID: "arXiv",
    Ask.FORUM: "OpenReview",
    Ask.TITLE: "arXiv",
    Ask.OPENREVIEW_TITLE: "OpenReview",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants completed.

    Attributes:
        papers: Ids of papers, or nothing for all.
        ids, titles: Whether papers with an id are asked for, and whether those without one are looked for.
        limit: How many papers at most; 0 is all.
        days: What was answered in so many days is not asked again; 0 asks all again.
    """

    papers: tuple[int, ...] = ()
    ids: bool = True
    titles: bool = True
    limit: int = 0
    days: int = DAYS


@dataclass(frozen=True, slots=True)
class Survey:
    """What an enrichment would ask, before anything is asked.

    Attributes:
        papers: Papers of which something is asked, and how many of them lack what.
        requests: How many at most.
        seconds: How long these take, about.
    """

    papers: int
    with_id: int
    without_id: int
    without_abstract: int
    without_authors: int
    without_date: int
    asked_before: int
    too_short: int
    requests: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Unproven:
    """A paper, and ids of papers of its title which no witness confirms to be it; nothing was stored."""

    paper: int
    title: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EnrichReport:
    """Attributes:
    asked: Papers of which something was asked and answered.
    completed: Papers with an id of which facts came.
    identified: Papers without an id that have one now, with the facts.
    missing: Papers that the services do not know, or show to nobody.
    unproven: Papers of whose title there is another that may be it; they wait for a person.
    left: Papers that were not asked for, because of a failure or because the person stopped.
    failed: Services that did not answer, and why.
    """

    asked: int = 0
    completed: int = 0
    identified: int = 0
    missing: int = 0
    unproven: tuple[Unproven, ...] = ()
    left: int = 0
    asked_before: int = 0
    too_short: int = 0
    failed: tuple[Failure, ...] = ()
    stopped: bool = False
    changes: Changes = field(default_factory=lambda: Changes(""))


def survey(reader: Reader, wish: Wish, at: str = "") -> Survey:
    """What would be asked, how many requests that takes and how long."""
    found = _lacking(reader, wish, at or _moment())
    requests = found.requests
    with_id = len(found.of(Ask.ARXIV_ID, Ask.FORUM))
    return Survey(
        len(found.questions),
        with_id,
        len(found.questions) - with_id,
        found.without_abstract,
        found.without_authors,
        found.without_date,
        found.asked_before,
        found.too_short,
        requests,
        round(requests * _REQUEST_S),
    )


def enrich(
    session: Session,
    wish: Wish,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
    services: Services | None = None,
) -> EnrichReport:
    """Ask for everything that is lacking. To be run as a task of the session.

    Returns:
        What came; where the person stopped or a service failed, what was stored until then stays.
    """
    run = _Run(session, wish, progress, cancel or CancelToken(), services or Services())
    return run.all()


class _Run:
    """One enrichment while it runs."""

    def __init__(
        self, session: Session, wish: Wish, progress: Progress, cancel: CancelToken, services: Services
    ) -> None:
        self._session = session
        self._wish = wish
        self._progress = progress
        self._cancel = cancel
        self._services = services
        self._begun = _moment()
        self._lacking = session.read(_lacking, wish, self._begun).result()
        self._outcomes: dict[int, str] = {}
        self._unproven: dict[int, Unproven] = {}
        self._failed: dict[str, Failure] = {}
        self._changes = Changes("")

    def all(self) -> EnrichReport:
        """Ask in the order of worth: facts by id, then ids by title."""
        stopped = False
        for ask in _ORDER if self._lacking.questions else ():
            if _NAMES[ask] in self._failed:
                continue
            try:
                self._ask_all(self._open(ask))
            except Cancelled:
                stopped = True
                break
            except NetworkFailed as error:
                self._failed[_NAMES[ask]] = Failure(_NAMES[ask], error.message, error.hint)
        self._tell("")
        return self._report(stopped)

    def _open(self, ask: Ask) -> tuple[Question, ...]:
        """The questions of a kind that are open now: what arXiv does not know is asked of OpenReview."""
        papers = tuple(question.paper for question in self._lacking.questions)
        wish = Wish(papers, self._wish.ids, self._wish.titles, 0, self._wish.days)
        found = self._session.read(_lacking, wish, self._begun).result()
        return found.of(ask)

    def _ask_all(self, questions: Sequence[Question]) -> None:
        left = tuple(questions)
        while left:
            self._tell(_NAMES[left[0].ask])
            answered = ask_next(left, self._services, self._cancel)
            self._cancel.check()
            self._store(answered)
            left = left[len(answered.questions) :]

    def _store(self, answered: Answered) -> None:
        """Plan on a reader's thread, write on the writer's."""
        made, enquiries = self._session.read_on(answered.plan).result()
        found = {e.question for e in enquiries if e.outcome == "found"}
        count = sum(question.key in found for question in answered.questions)
        name = answered.service_name
        label = f"Complete 1 paper from {name}" if count == 1 else f"Complete {count:,} papers from {name}"
        changes = self._session.write(_store, label, made, enquiries).result()
        self._changes = _joined(self._changes, changes)
        by_key = {e.question: e for e in enquiries}
        for question in answered.questions:
            self._note(question, by_key[question.key])

    def _note(self, question: Question, enquiry: Enquiry) -> None:
        """Remember the best that any service said of a paper."""
        paper, outcome = question.paper, enquiry.outcome
        if outcome == "unproven":
            before = self._unproven.get(paper)
            ids = (*(before.candidates if before else ()), *enquiry.answer.split())
            self._unproven[paper] = Unproven(paper, question.title, ids)
        elif outcome == "found":
            self._unproven.pop(paper, None)
        elif paper in self._unproven:
            return
        self._outcomes[paper] = outcome

    def _tell(self, what: str) -> None:
        done, total = len(self._outcomes), len(self._lacking.questions)
        come = sum(outcome == "found" for outcome in self._outcomes.values())
        words = f"Asking {what}" if what else "Asked"
        self._progress(done, total, f"{words}: {come} completed" if come else words)

    def _report(self, stopped: bool) -> EnrichReport:
        with_id = {question.paper for question in self._lacking.of(Ask.ARXIV_ID, Ask.FORUM)}
        found = {paper for paper, outcome in self._outcomes.items() if outcome == "found"}
        missing = sum(outcome in ("missing", "refused") for outcome in self._outcomes.values())
        return EnrichReport(
            len(self._outcomes),
            len(found & with_id),
            len(found - with_id),
            missing,
            tuple(self._unproven[paper] for paper in sorted(self._unproven)),
            len(self._lacking.questions) - len(self._outcomes),
            self._lacking.asked_before,
            self._lacking.too_short,
            tuple(self._failed.values()),
            stopped,
            self._changes,
        )


def _lacking(reader: Reader, wish: Wish, at: str) -> Lacking:
    since = (datetime.fromisoformat(at) - timedelta(days=wish.days)).isoformat(timespec="microseconds")
    return find_lacking(reader, LackWish(since, wish.papers, wish.ids, wish.titles, wish.limit))


def _store(store: Store, label: str, plan: ImportPlan | None, enquiries: Sequence[Enquiry]) -> Changes:
    """Write what came and what was asked, in one transaction; one undo step where anything came."""
    at = now()
    made = importing.up_to_date(store, plan) if plan is not None else None
    if made is None or all(source.known for source in made.sources):
        with store.operation(label, "derived", at):
            note_enquiries(store, enquiries, _moment())
        return Changes("", frozenset({"offer"} if any(e.offers for e in enquiries) else ()))
    with store.operation(label, "import", at) as operation:
        importing.write(store, made, operation)
        note_enquiries(store, enquiries, _moment())
    return operation.changes


def _moment() -> str:
    """ISO time fine enough to tell what this run was told from what the one before it was."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _joined(one: Changes, other: Changes) -> Changes:
    return Changes(other.label or one.label, one.tables | other.tables, one.nodes | other.nodes)
