"""Questions on papers → answers of arXiv and OpenReview → plans, batch by batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from explorer.errors import NetworkFailed, RequestRefused
from explorer.model import PaperRecord
from explorer.model.plan import ImportPlan
from explorer.pipeline.fetch import default_fetcher
from explorer.pipeline.fetch.batches import ARXIV_IDS, ARXIV_TITLES
from explorer.pipeline.fetch.limiter import Cancel, check
from explorer.pipeline.lacking import ARXIV, OPENREVIEW, Ask, Question, title_key
from explorer.pipeline.plan import Input, plan
from explorer.pipeline.proof import Proof, Search, Without, id_of, prove
from explorer.store import Reader
from explorer.store.enquiries import Enquiry
from explorer.store.offers import Offered, refused_of
from explorer.text.arxiv_ids import parse_arxiv_id
from explorer.text.fingerprint import title_fingerprint

if TYPE_CHECKING:
    from explorer.pipeline.fetch.client import Fetcher

_AT_ONCE = {  #: questions whose answers are stored together
    Ask.ARXIV_ID: ARXIV_IDS,
    Ask.FORUM: 10,
    Ask.TITLE: 5 * ARXIV_TITLES,
    Ask.OPENREVIEW_TITLE: 10,
}

T = TypeVar("T")
Planned = tuple[ImportPlan | None, tuple[Enquiry, ...]]


@dataclass(frozen=True, slots=True)
class Services:
    """Who is asked, and through whom; "" and nothing stand for the public services.

    Attributes:
        arxiv: Address of arXiv's API.
        openreview: Addresses of OpenReview's APIs, the newest first.
    """

    fetcher: Fetcher | None = None
    arxiv: str = ""
    openreview: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers to the first of some questions.

    Attributes:
        service: arxiv or openreview.
        plan: What storing them would do, and what to note of each question.
    """

    questions: tuple[Question, ...]
    service: str
    plan: Callable[[Reader], Planned]

    @property
    def service_name(self) -> str:
        return SERVICE_NAMES[self.service]


SERVICE_NAMES = {ARXIV: "arXiv", OPENREVIEW: "OpenReview"}


@dataclass(frozen=True, slots=True)
class _Asking:
    """The services with their defaults, and the person who may stop."""

    fetcher: Fetcher
    arxiv: str
    openreview: tuple[str, ...]
    cancel: Cancel

    def step(self, _done: int, _total: int, _what: str) -> None:
        check(self.cancel)


def ask_next(questions: Sequence[Question], services: Services, cancel: Cancel) -> Answered:
    """Ask as many of the questions, all of one kind, as are asked at once; at least one is answered.

    Raises:
        NetworkFailed: The service did not answer the first of them.
        Cancelled: The person stopped; answers that came for this batch are lost.
    """
    from explorer.pipeline.fetch import arxiv_ids, openreview

    asking = _Asking(
        services.fetcher or default_fetcher(),
        services.arxiv or arxiv_ids.API,
        services.openreview or openreview.APIS,
        cancel,
    )
    ask = questions[0].ask
    batch = questions[: _AT_ONCE[ask]]
    return _ASKED[ask](batch, asking)


def _by_id(batch: Sequence[Question], asking: _Asking) -> Answered:
    """Papers by arXiv id; one that arXiv takes for none stands in the way of all, so halves are asked."""
    from explorer.pipeline.fetch.arxiv_ids import ArxivAnswer, fetch_arxiv_ids

    ids = [q.word for q in batch if parse_arxiv_id(q.word)[0] == q.word]
    try:
        answer = fetch_arxiv_ids(ids, asking.fetcher, asking.cancel, asking.arxiv)
    except RequestRefused as refusal:
        if not _is_of_the_question(refusal):
            raise
        if len(batch) > 1:
            return _by_id(batch[: len(batch) // 2], asking)
        answer = ArxivAnswer((), (), ())
        ids = []
    inputs = [Input(name, name, feed, "arxiv_atom") for name, feed in answer.feeds]
    outcomes = dict.fromkeys(ids, "found") | dict.fromkeys(answer.missing, "missing")
    return Answered(tuple(batch), ARXIV, _Facts(ARXIV, tuple(batch), inputs, outcomes, asking))


def _by_forum(batch: Sequence[Question], asking: _Asking) -> Answered:
    """Submissions by forum, one request each."""
    from explorer.pipeline.fetch.openreview import fetch_forum, joined

    notes, outcomes = [], {}
    asked = _until_failure(
        batch, lambda q: fetch_forum(q.word, asking.fetcher, asking.cancel, asking.openreview)
    )
    for question, note in asked:
        outcomes[question.word] = "found" if note else "missing"
        notes += [note] if note else []
    name = _named("OpenReview", [q.title for q, note in asked if note])
    inputs = [Input(name, name, joined(list(dict.fromkeys(notes))), "openreview")] if notes else []
    questions = tuple(question for question, _ in asked)
    return Answered(questions, OPENREVIEW, _Facts(OPENREVIEW, questions, inputs, outcomes, asking))


@dataclass(frozen=True, slots=True)
class _Facts:
    """Facts on papers by id: a call plans them."""

    service: str
    questions: tuple[Question, ...]
    inputs: list[Input]
    outcomes: dict[str, str]  #: word of a question -> found or missing; what is not in it was refused
    asking: _Asking

    def __call__(self, reader: Reader) -> Planned:
        made = plan(reader, self.inputs, progress=self.asking.step) if self.inputs else None
        if made is not None and made.failed:
            raise NetworkFailed(f"{SERVICE_NAMES[self.service]}: {made.failed[0].why}", made.failed[0].hint)
        rows = {q.key: Enquiry(self.service, q.key, self._outcome(q)) for q in self.questions}
        return made, tuple(rows.values())

    def _outcome(self, question: Question) -> str:
        return self.outcomes.get(question.word, "refused")


def _by_title(batch: Sequence[Question], asking: _Asking) -> Answered:
    """What arXiv has under titles; ten in a request, fewer where it refuses or has too much to tell."""
    from explorer.pipeline.fetch.arxiv_ids import joined_feeds, without_ids

    feeds: list[bytes] = []
    asked: list[Question] = []
    refused: set[str] = set()
    try:
        while len(asked) < len(batch):
            some = batch[len(asked) : len(asked) + ARXIV_TITLES]
            some, feed, is_refused = _titles_at_once(some, asking)
            asked += some
            feeds += [feed] if feed else []
            refused |= {q.key for q in some} if is_refused else set()
    except NetworkFailed:
        if not asked:
            raise
    content = joined_feeds(feeds)
    answer = Input(_named("arXiv", [q.title for q in asked]), "", content, "arxiv_atom")
    search = _Found(ARXIV, tuple(asked), answer, lambda ids: without_ids(content, ids), asking, refused)
    return Answered(tuple(asked), ARXIV, search)


def _titles_at_once(some: Sequence[Question], asking: _Asking) -> tuple[Sequence[Question], bytes, bool]:
    """The questions that one request answered, its feed, and whether it was refused."""
    from explorer.pipeline.fetch.arxiv_titles import fetch_arxiv_titles

    while True:
        try:
            titles = list(dict.fromkeys(q.word for q in some))
            answer = fetch_arxiv_titles(titles, asking.fetcher, asking.cancel, asking.arxiv)
        except RequestRefused as refusal:
            if not _is_of_the_question(refusal):
                raise
            if len(some) == 1:
                return some, b"", True
        else:
            if answer.is_whole or len(some) == 1:
                return some, answer.feed, False
        some = some[: len(some) // 2]


def _by_openreview_title(batch: Sequence[Question], asking: _Asking) -> Answered:
    """Submissions of titles, one request each."""
    from explorer.pipeline.fetch.openreview import fetch_openreview_title, forum_of, joined

    asked = _until_failure(
        batch, lambda q: fetch_openreview_title(q.word, asking.fetcher, asking.cancel, asking.openreview)
    )
    notes = list(dict.fromkeys(note for _, found in asked for note in found))
    questions = tuple(question for question, _ in asked)

    def without(forums: Collection[str]) -> bytes:
        return joined([note for note in notes if forum_of(note) not in forums])

    answer = Input(
        _named("OpenReview", [q.title for q, found in asked if found]), "", joined(notes), "openreview"
    )
    return Answered(
        questions, OPENREVIEW, _Found(OPENREVIEW, questions, answer, without, asking, frozenset())
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """Papers under titles: a call plans those that are confirmed."""

    service: str
    questions: tuple[Question, ...]
    answer: Input
    without: Without
    asking: _Asking
    refused: Collection[str] = field(default_factory=frozenset)

    def __call__(self, reader: Reader) -> Planned:
        wanted: dict[str, set[int]] = defaultdict(set)
        for question in self.questions:
            wanted[title_fingerprint(question.word)].add(question.paper)
        answer = Input(self.answer.name, self.answer.name, self.answer.content, self.answer.format)
        refused = refused_of(reader, self.service, [title_key(q.word) for q in self.questions])
        proof = prove(reader, Search(answer, wanted, self.without, self.asking.step, refused))
        rows = {q.key: self._enquiry(q, proof) for q in self.questions}
        return proof.plan, tuple(rows.values())

    def _enquiry(self, question: Question, proof: Proof) -> Enquiry:
        title = title_fingerprint(question.word)
        key = title_key(question.word)
        if title in proof.found:
            return Enquiry(self.service, key, "found", proof.found[title])
        if title in proof.unproven:
            offers = tuple(self._offered(key, record) for record in proof.unproven[title])
            return Enquiry(self.service, key, "unproven", " ".join(o.value for o in offers), offers)
        return Enquiry(self.service, key, "refused" if key in self.refused else "missing")

    def _offered(self, key: str, record: PaperRecord) -> Offered:
        return Offered(self.service, key, id_of(record), record.title, record.authors, record.published)


def _until_failure(batch: Sequence[Question], ask: Callable[[Question], T]) -> list[tuple[Question, T]]:
    """Questions with their answers, up to the first that was not answered; raises where none was."""
    answered: list[tuple[Question, T]] = []
    try:
        for question in batch:
            answered.append((question, ask(question)))
    except NetworkFailed:
        if not answered:
            raise
    return answered


def _is_of_the_question(refusal: RequestRefused) -> bool:
    """Whether a service refused what was asked, and not who asks."""
    return refusal.status in (0, 400, 404, 414)


def _named(service: str, titles: Sequence[str]) -> str:
    """Name of the source: the first of its papers, and how many more."""
    if not titles:
        return service
    first = titles[0] if len(titles[0]) <= 60 else titles[0][:59].rstrip() + "…"
    return f"{service}: {first}" + (f" and {len(titles) - 1} more" if len(titles) > 1 else "")


_ASKED = {
    Ask.ARXIV_ID: _by_id,
    Ask.FORUM: _by_forum,
    Ask.TITLE: _by_title,
    Ask.OPENREVIEW_TITLE: _by_openreview_title,
}
