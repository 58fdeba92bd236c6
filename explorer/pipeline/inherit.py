"""What one rendition knows of a paper holds for the same section of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from explorer.model import Document, DocumentKind, PaperRecord, Role
from explorer.model.plan import Merge, Resolution
from explorer.pipeline.align import Section, pair_sections, sections_of
from explorer.text.anchors import anchor_words
from explorer.text.names import fold_name

WHY = "the same section of the other rendition"


@dataclass(slots=True, eq=False)
class Known:
    """A document whose records are resolved.

    Attributes:
        node: Its node in the library, or 0 for one of the plan.
        index: Its index in the plan, or -1 for one of the library.
        resolutions: Aligned with ``document.papers``.
    """

    node: int
    index: int
    document: Document
    resolutions: list[Resolution]
    _sections: tuple[Section, ...] | None = field(default=None, repr=False)

    def sections(self) -> tuple[Section, ...]:
        if self._sections is None:
            self._sections = sections_of(self.document)
        return self._sections


class Works:
    """Which works are one, as far as the plan has found out; their ids keep apart what must stay apart."""

    def __init__(self, merged: Mapping[int, int]) -> None:
        self._parent = dict(merged)
        self._keys: dict[int, dict[str, str]] = {}
        self._parted: dict[int, set[int]] = {}
        self.merges: list[Merge] = []

    def learn(self, work: int, keys: Mapping[str, str]) -> None:
        """The work has these ids (scheme -> value)."""
        known = self._keys.setdefault(self.find(work), {})
        known.update({key: value for key, value in keys.items() if value and key not in known})

    def part(self, work: int, others: Iterable[int]) -> None:
        """A person said that the work is none of some others."""
        self._parted.setdefault(work, set()).update(others)

    def find(self, work: int) -> int:
        """The work that stands for this one."""
        while work in self._parent:
            work = self._parent[work]
        return work

    def join(self, a: int, b: int) -> bool:
        """Make two works one; False where they are already, or where their ids say that they are two.

        A work of the library stays, the older one first; else the one that the plan named first.
        """
        a, b = self.find(a), self.find(b)
        if a == b or self._apart(a, b):
            return False
        keep, drop = sorted((a, b), key=lambda work: (work < 0, abs(work)))
        self._parent[drop] = keep
        self.learn(keep, self._keys.pop(drop, {}))
        self.part(keep, self._parted.pop(drop, ()))
        if drop > 0:
            self.merges.append(Merge(keep, drop, WHY))
        return True

    def _apart(self, a: int, b: int) -> bool:
        for one, other in ((a, b), (b, a)):
            if other in {self.find(work) for work in self._parted.get(one, ())}:
                return True
        mine, theirs = self._keys.get(a, {}), self._keys.get(b, {})
        return any(mine[key] != theirs[key] for key in mine.keys() & theirs.keys())

    def resolved(self, resolution: Resolution) -> Resolution:
        """The resolution with every work replaced by the one that stands for it."""
        work = self.find(resolution.work)
        proposals = ((self.find(other), reason) for other, reason in resolution.proposals)
        return Resolution(work, resolution.why, tuple(p for p in proposals if p[0] != work))


def inherit(one: Known, other: Known, works: Works) -> None:
    """Join the works of records that stand in the same section of two renditions."""
    in_order = one.document.kind is not DocumentKind.WEEKLY_DIGEST
    mine, theirs = one.sections(), other.sections()
    for i, j in pair_sections(mine, theirs, in_order):
        for a, b in _pairs(one, other, (mine[i].papers, theirs[j].papers), works):
            if works.join(one.resolutions[a].work, other.resolutions[b].work):
                heir, record = (one, a) if one.resolutions[a].why == "new" else (other, b)
                heir.resolutions[record] = replace(heir.resolutions[record], why=WHY)


def _pairs(
    one: Known, other: Known, papers: tuple[Sequence[int], Sequence[int]], works: Works
) -> Iterator[tuple[int, int]]:
    """Records of two aligned sections that are one paper: those that share words, then what is left in order.

    Only records of papers that the other document does not have elsewhere, and of one role.
    """
    left = _only_in(one, other, papers[0], works)
    right = _only_in(other, one, papers[1], works)
    for reviewed in (True, False):
        mine = [a for a in left if (one.document.papers[a].role is Role.REVIEWED) is reviewed]
        theirs = [b for b in right if (other.document.papers[b].role is Role.REVIEWED) is reviewed]
        for a, b in _alike(one.document, other.document, mine, theirs):
            mine.remove(a)
            theirs.remove(b)
            yield a, b
        in_place = zip(mine, theirs, strict=True) if len(mine) == len(theirs) else ()
        for a, b in in_place:
            if not _strangers(one.document.papers[a], other.document.papers[b]):
                yield a, b


def _only_in(one: Known, other: Known, papers: Sequence[int], works: Works) -> list[int]:
    there = {works.find(r.work) for r in other.resolutions}
    return [paper for paper in papers if works.find(one.resolutions[paper].work) not in there]


def _alike(a: Document, b: Document, mine: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs that share words of their titles, ids or authors, most first, each record once."""
    scores = sorted(
        (-len(_identity(a.papers[i]) & _identity(b.papers[j])), i, j)
        for i in mine
        for j in theirs
        if not _strangers(a.papers[i], b.papers[j])
    )
    found: list[tuple[int, int]] = []
    for score, i, j in scores:
        if score and all(i != x and j != y for x, y in found):
            found.append((i, j))
    return found


def _identity(record: PaperRecord) -> frozenset[str]:
    words = (record.title, record.as_written, *record.authors, record.arxiv_id, record.openreview, record.doi)
    return anchor_words(" ".join(words))


def _strangers(a: PaperRecord, b: PaperRecord) -> bool:
    """Whether both name authors and not one of them in common."""
    mine, theirs = _families(a), _families(b)
    return bool(mine and theirs and not mine & theirs)


def _families(record: PaperRecord) -> set[str]:
    return {name.split()[-1] for author in record.authors if (name := fold_name(author))}
