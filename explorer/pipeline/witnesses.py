"""Witnesses: what else speaks for or against two works of agreeing titles being one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from explorer.pipeline.descriptions import Fit
from explorer.pipeline.identity import KEYS, Work, are_parted
from explorer.text.arxiv_ids import month_of
from explorer.text.title_forms import Form, title_forms

_MONTHS_BEFORE = 12  #: a conference paper's preprint is at most this much older than the edition
_MONTHS_APART = 18  #: an older one, or one that came after the edition, is another paper's
_MONTHS_AFTER = 3  #: a preprint may follow the camera-ready version
_SHORTEST_TITLE = 12  #: letters; a shorter title or name says too little even with a month
_SHORTEST_NAME = 5  #: letters of a name that the month of its digest can prove
_SHORTEST_UNDESCRIBED = (
    8  #: letters of a name that the year before an edition can prove, with nothing to compare
)
_ASKED = {Form.WORDS: (0.3, 1.4), Form.NONE: (0.45, 1.8)}  #: how clearly a description must fit
SAME_EDITION = "the same edition"
SAME_MONTH = "its arXiv month"
GIVEN = "a merge by hand"


class Word(Enum):
    """What a witness says."""

    YES = "yes"
    NO = "no"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Testimony:
    """What all witnesses say of two works.

    Attributes:
        author: Whether the first author is the same.
        edition: Name of the edition that is stated of both, or "".
        around: A document on the edition of one names the other.
        month: Whether the preprint came in the year before the edition.
        week: A digest had one, for which it gives no id, when the preprint of the other came.
        fit: How the description of one fits the abstract of the other, if it fits none better in its list.
        described: One has a description and the other an abstract, so that they can be compared.
    """

    author: Word
    edition: str
    around: bool
    month: Word
    week: bool
    fit: Fit | None
    described: bool


def hear(form: Form, one: Work, other: Work, found: Iterable[Fit]) -> Testimony:
    """Ask all witnesses. ``found``: the fits of either with the abstracts of lists."""
    all_fits = tuple(found)
    pair = {one.id, other.id}
    best = [fit for fit in all_fits if fit.work in pair]
    lists = set(one.editions) | set(other.editions)
    return Testimony(
        author=_authors(form, one, other),
        edition=_edition(one, other),
        around=bool(one.editions.keys() & other.around or other.editions.keys() & one.around),
        month=_month(one, other),
        week=_same_week(one, other),
        fit=max(best, key=lambda fit: fit.score) if best else None,
        described=any(fit.edition in lists for fit in all_fits),
    )


def contradicts(one: Work, other: Work, form: Form) -> bool:
    """Whether two works cannot be one: other ids of a kind, two titles in lists, a person said so."""
    if any(one.keys.get(k) and other.keys.get(k) and one.keys[k] != other.keys[k] for k in KEYS):
        return True
    if are_parted(one, other):
        return True
    # nobody presents one paper twice under two titles: "PredRNN++: …" follows "PredRNN: …"
    return form is not Form.FULL and _is_listed(one) and _is_listed(other)


def verdict(form: Form, one: Work, other: Work, said: Testimony) -> str:
    """The witnesses that prove two works to be one, in words; "" where they do not."""
    if said.author is Word.NO:
        return ""
    if said.author is Word.YES and _title_is_near(form, one, other, said.month):
        return "first author"
    if form is Form.FULL:
        return GIVEN if _is_given(one, other) else _of_full_title(_letters(one, other), said)
    if said.month is Word.NO:
        return ""
    if said.edition and form in (Form.HEAD, Form.ACRONYM, Form.TAIL):
        return SAME_EDITION
    return _of_short_title(form, (_letters(one, other), _words(one, other)), said)


def is_worth_asking(form: Form, said: Testimony) -> bool:
    """Whether an unproven pair is shown to the person."""
    if said.author is Word.NO or (form is not Form.FULL and said.month is Word.NO):
        return False
    if form is Form.FULL or (form is Form.HEAD and not said.described):
        return True
    return said.fit is not None and said.fit.is_clear(*_ASKED.get(form, (0.2, 1.2)))


def _is_listed(work: Work) -> bool:
    return bool(work.whole and work.editions)


def _title_is_near(form: Form, one: Work, other: Work, month: Word) -> bool:
    """Where both titles are whole, a part may be another paper of its author, and a later one a sequel."""
    if form is Form.FULL or not (one.is_whole and other.is_whole):
        return form <= Form.TAIL
    return form <= Form.HEADS and month is not Word.NO


def _is_given(one: Work, other: Work) -> bool:
    """Whether a person said that a title of one is the other's."""
    return any(
        {title_forms(title).full for title in a.given} & {title_forms(title).full for title in b.titles}
        for a, b in ((one, other), (other, one))
    )


def _of_full_title(letters: int, said: Testimony) -> str:
    if said.edition:
        return SAME_EDITION
    if letters >= _SHORTEST_TITLE:
        if said.around:
            return "a document on the same edition"
        if said.month is Word.YES:
            return "arXiv month before the edition"
        if said.week:
            return SAME_MONTH
    if said.month is not Word.NO and said.fit and said.fit.is_clear(0.2, 1.2):
        return "its description"
    return ""


def _of_short_title(form: Form, size: tuple[int, int], said: Testimony) -> str:
    """A short title needs a description that fits, and the clearer the less the title says.

    Args:
        size: Letters and words of the short title.
    """
    fit, month = said.fit, said.month is Word.YES
    if fit is None:
        if said.described or form is not Form.HEAD or size[0] < _SHORTEST_NAME:
            return ""
        if said.week:
            return SAME_MONTH
        return "arXiv month before the edition" if month and size[0] >= _SHORTEST_UNDESCRIBED else ""
    if form is Form.HEADS or (form is Form.HEAD and size[1] > 1):
        fits = fit.is_clear(0.15, 1.25) if month else fit.is_clear(0.3, 1.4)
    elif form is Form.HEAD:
        fits = fit.is_clear(0.3, 1.25) if month else fit.is_clear(0.3, 1.4)
    elif form in (Form.ACRONYM, Form.PREFIX, Form.TAIL):
        fits = fit.is_clear(0.3, 1.5)
    else:
        fits = form is Form.WORDS and fit.is_clear(0.4, 1.5)
    if not fits:
        return ""
    return "its description and arXiv month" if month else "its description"


def _shared(short: Work, long: Work) -> list[str]:
    """The titles of one work that are titles of the other, or forms of them."""
    forms = set()
    for theirs in long.forms:
        forms |= {theirs.full, *theirs.heads, *theirs.prefixes, *theirs.acronyms, theirs.tail}
    return [title for title in sorted(short.titles) if title_forms(title).full in forms]


def _letters(short: Work, long: Work) -> int:
    return max((len(title_forms(title).full) for title in _shared(short, long)), default=0)


def _words(short: Work, long: Work) -> int:
    return max((len(title.split()) for title in _shared(short, long)), default=0)


def _authors(form: Form, one: Work, other: Work) -> Word:
    """First authors agree, or under one full title stand further back; other scripts say nothing."""
    mine, theirs = _comparable(one.first_authors), _comparable(other.first_authors)
    if not mine or not theirs:
        return Word.SILENT
    if any(same_person(a, b) for a in mine for b in theirs):
        return Word.YES
    moved = one.first_authors & other.authors or other.first_authors & one.authors
    return Word.YES if form is Form.FULL and moved else Word.NO


def _comparable(names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if name.isascii())


def same_person(a: str, b: str) -> bool:
    """ "c lu" and "chris lu", "lu chris" and "chris lu": one family name, given names that begin alike."""
    if sorted(a.split()) == sorted(b.split()):
        return True
    (*given_a, family_a), (*given_b, family_b) = a.split() or [""], b.split() or [""]
    if family_a != family_b or not given_a or not given_b:
        return False
    first_a, first_b = given_a[0], given_b[0]
    return first_a == first_b or (first_a[0] == first_b[0] and 1 in (len(first_a), len(first_b)))


def _edition(one: Work, other: Work) -> str:
    """An edition in which one stands and of which a document says that the other is."""
    shared = (one.editions.keys() & other.stated_editions.keys()) | (
        other.editions.keys() & one.stated_editions.keys()
    )
    shared |= one.editions.keys() & other.editions.keys()
    return min(shared, default="")


def _month(one: Work, other: Work) -> Word:
    """Whether the arXiv id of one, or the day on which a digest had it, fits an edition of the other."""
    gaps = [
        gap
        for paper, listed in ((one, other), (other, one))
        if (month := _first_month(paper))
        for start in listed.editions.values()
        if (gap := _months_between(month, start)) is not None
    ]
    if not gaps:
        return Word.SILENT
    if any(0 <= gap <= _MONTHS_BEFORE for gap in gaps):
        return Word.YES if _has_id(one) or _has_id(other) else Word.SILENT
    return Word.SILENT if any(-_MONTHS_AFTER <= gap <= _MONTHS_APART for gap in gaps) else Word.NO


def in_window(listed: Iterable[Work], works: Iterable[Work]) -> list[Work]:
    """The listed works that may be one of some others, as far as months tell."""
    months = {_first_month(work) for work in works}
    open_for: dict[str, bool] = {}

    def is_open(start: str) -> bool:
        if start not in open_for:
            gaps = [_months_between(month, start) for month in months]
            open_for[start] = any(gap is None or -_MONTHS_AFTER <= gap <= _MONTHS_APART for gap in gaps)
        return open_for[start]

    return [work for work in listed if any(is_open(start) for start in work.editions.values())]


def _same_week(one: Work, other: Work) -> bool:
    """Whether a digest had a paper, for which it gives no id, when the preprint of the other came."""
    gaps = [
        _months_between(day[:7], f"{month_of(arxiv_id)}-01")
        for named, preprint in ((one, other), (other, one))
        if not _has_id(named) and (arxiv_id := preprint.keys.get("arxiv_id"))
        for day in named.days
    ]
    return any(gap is not None and abs(gap) <= 1 for gap in gaps)


def _has_id(work: Work) -> bool:
    return bool(work.keys.get("arxiv_id"))


def _first_month(work: Work) -> str:
    if arxiv_id := work.keys.get("arxiv_id"):
        return month_of(arxiv_id)
    return min(work.days)[:7] if work.days else ""


def _months_between(month: str, start: str) -> int | None:
    """Months from one to the start of an edition; below 0 where it came later."""
    if not month or not start:
        return None
    first, edition = date.fromisoformat(f"{month}-01"), date.fromisoformat(start)
    return (edition.year - first.year) * 12 + edition.month - first.month
