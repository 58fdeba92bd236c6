"""What papers lack that arXiv or OpenReview may know, as questions to them."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from explorer.pipeline.fetch.batches import ARXIV_IDS, ARXIV_TITLES
from explorer.store import Reader
from explorer.store.enquiries import PaperRow, answered_since, paper_rows, titles_of
from explorer.text.fingerprint import title_fingerprint

ARXIV, OPENREVIEW = "arxiv", "openreview"
_SHORTEST = 12  #: letters of a title that is looked for; a shorter one finds other papers
_FEWEST_WORDS = 2
_IS_FINAL = frozenset({"missing", "unproven", "refused"})

Known = Mapping[tuple[str, str], str]


class Ask(Enum):
    """What is asked for a paper."""

    ARXIV_ID = "its arXiv id"
    FORUM = "its OpenReview forum"
    TITLE = "arXiv for its title, then OpenReview"
    OPENREVIEW_TITLE = "OpenReview for its title: arXiv does not have it"
    ASKED_BEFORE = "nothing: asked lately"
    TOO_SHORT = "nothing: no title to look for"
    NOTHING = "nothing: it lacks nothing that these services tell"


@dataclass(frozen=True, slots=True)
class Question:
    """A paper, its title, and what is asked for it; ``word`` is the id, the forum or the title."""

    paper: int
    title: str
    ask: Ask
    word: str = ""

    @property
    def key(self) -> str:
        """By which the answer is kept: the same for two papers of one title."""
        kinds = {Ask.ARXIV_ID: "id", Ask.FORUM: "forum"}
        return f"{kinds[self.ask]}:{self.word}" if self.ask in kinds else title_key(self.word)


@dataclass(frozen=True, slots=True)
class Lacking:
    """Attributes:
    questions: What is to be asked, papers with an arXiv id first, then forums, then titles.
    without_abstract, without_authors, without_date, without_id: How many of these papers lack what.
    asked_before: Papers that lack something of which the services were asked lately.
    too_short: Papers without an id whose title says too little to be looked for.
    """

    questions: tuple[Question, ...] = ()
    without_abstract: int = 0
    without_authors: int = 0
    without_date: int = 0
    without_id: int = 0
    asked_before: int = 0
    too_short: int = 0

    def of(self, *asks: Ask) -> tuple[Question, ...]:
        """The questions of some kinds."""
        return tuple(question for question in self.questions if question.ask in asks)

    @property
    def requests(self) -> int:
        """How many requests that takes at most: a title that arXiv does not have is asked of OpenReview."""
        ids, titles = len(self.of(Ask.ARXIV_ID)), len(self.of(Ask.TITLE))
        batches = math.ceil(ids / ARXIV_IDS) + math.ceil(titles / ARXIV_TITLES)
        return batches + titles + len(self.of(Ask.FORUM, Ask.OPENREVIEW_TITLE))


def title_key(title: str) -> str:
    """By which an answer on a title is kept."""
    return f"title:{title_fingerprint(title)}"


@dataclass(frozen=True, slots=True)
class LackWish:
    """Of which papers what is to be asked.

    Attributes:
        since: ISO time; what was answered then or later is not asked again.
        only: Ids of the papers, or nothing for all.
        ids, titles: Whether papers with an id are asked for, and whether those without one are looked for.
        limit: How many papers are asked for at most; 0 is no limit.
    """

    since: str
    only: Collection[int] = ()
    ids: bool = True
    titles: bool = True
    limit: int = 0


def find_lacking(reader: Reader, wish: LackWish) -> Lacking:
    """What is to be asked of all papers, or of some."""
    wanted = frozenset(wish.only)
    rows = [
        row
        for row in paper_rows(reader)
        if (not wanted or row.id in wanted) and (wish.titles if _is_bare(row) else wish.ids)
    ]
    names = titles_of(reader, [row.id for row in rows if _is_bare(row)])
    known = answered_since(reader, wish.since)
    asked = [(row, _question(row, names.get(row.id, ()), known)) for row in rows]
    order = (Ask.ARXIV_ID, Ask.FORUM, Ask.TITLE, Ask.OPENREVIEW_TITLE)
    open_ones = [pair for pair in asked if pair[1].ask in order]
    open_ones.sort(key=lambda pair: (order.index(pair[1].ask), pair[0].id))
    chosen = open_ones[: wish.limit] if wish.limit else open_ones
    return Lacking(
        tuple(question for _, question in chosen),
        sum(row.lacks_abstract for row, _ in chosen),
        sum(row.lacks_authors for row, _ in chosen),
        sum(row.lacks_date for row, _ in chosen),
        sum(_is_bare(row) for row, _ in chosen),
        sum(question.ask is Ask.ASKED_BEFORE for _, question in asked),
        sum(question.ask is Ask.TOO_SHORT for _, question in asked),
    )


def _is_bare(row: PaperRow) -> bool:
    return not (row.arxiv_id or row.openreview or row.doi)


def _question(row: PaperRow, titles: Iterable[str], known: Known) -> Question:
    if _is_bare(row):
        return _of_title(row, titles, known)
    steps = []
    if row.arxiv_id and (row.lacks_abstract or row.lacks_authors or row.lacks_date or row.lacks_version):
        steps.append(Question(row.id, row.title, Ask.ARXIV_ID, row.arxiv_id))
    if row.openreview and (row.lacks_abstract or row.lacks_authors):
        steps.append(Question(row.id, row.title, Ask.FORUM, row.openreview))
    service = {Ask.ARXIV_ID: ARXIV, Ask.FORUM: OPENREVIEW}
    for step in steps:
        outcome = known.get((service[step.ask], step.key), "")
        # arXiv tells all that is asked for: where it was found and is lacking, somebody took the answer back
        if outcome not in _IS_FINAL and not (outcome and step.ask is Ask.FORUM):
            return step
    return Question(row.id, row.title, Ask.ASKED_BEFORE if steps else Ask.NOTHING)


def _of_title(row: PaperRow, titles: Iterable[str], known: Known) -> Question:
    """The longest title that says enough to be looked for; other services know Latin letters only."""
    fit = [title for title in titles if _is_telling(title)]
    if not fit:
        return Question(row.id, row.title, Ask.TOO_SHORT)
    title = row.title if row.title in fit else max(fit, key=len)
    for service, ask in ((ARXIV, Ask.TITLE), (OPENREVIEW, Ask.OPENREVIEW_TITLE)):
        if known.get((service, title_key(title))) not in _IS_FINAL:
            return Question(row.id, row.title, ask, title)
    return Question(row.id, row.title, Ask.ASKED_BEFORE)


def _is_telling(title: str) -> bool:
    letters = sum(c.isascii() and c.isalpha() for c in title)
    return letters >= _SHORTEST and letters * 2 > len(title) and len(title.split()) >= _FEWEST_WORDS
