"""Which sets of papers a person may compare, and which two are compared first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from explorer.model import NodeId, NodeKind
from explorer.questions.slices import Slice, SliceKind, slice_of
from explorer.store import Reader
from explorer.store.claims import claiming_documents
from explorer.store.graph import nodes
from explorer.store.slice_choices import EditionRow, edition_rows, tag_rows, view_names, year_rows
from explorer.store.stated_of import terms_in

_MOST_ISSUES = 400
_MANY: Final = 30  #: papers of a list that tells something of its year
_NAMED_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """Attributes:
    words: As ``find_slice`` takes them.
    papers: How many it has; -1 where that is not counted beforehand.
    is_list: Whether a list of an edition says which papers there are.
    """

    words: str
    kind: SliceKind
    papers: int
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class SliceChoices:
    """Attributes:
    choices: Editions with lists first, the latest first; then the other editions, years, tags, views, weeks.
    pair: What is compared first, from and to; "" where there is nothing for it.
    claimed: Editions between which documents claim something.
    listed: (edition, papers) of those whose lists are in the library, the largest first.
    named: The same of conference editions without a list: the papers of them that documents name.
    """

    choices: tuple[Choice, ...]
    pair: tuple[str, str]
    claimed: tuple[tuple[str, str], ...] = ()
    listed: tuple[tuple[str, int], ...] = ()
    named: tuple[tuple[str, int], ...] = ()


def slice_choices(reader: Reader, chosen: Sequence[NodeId] = ()) -> SliceChoices:
    """What can be compared, and the pair to begin with.

    Args:
        chosen: Nodes that are selected: two editions, digests or tags are the pair, one is its later half.
    """
    editions = edition_rows(reader)
    listed = [row for row in editions if row.listed]
    others = [row for row in editions if not row.listed and row.is_venue]
    issues = [row for row in editions if not row.listed and not row.is_venue][:_MOST_ISSUES]
    choices = (
        *_editions(listed),
        *_editions(others),
        *(Choice(str(year), SliceKind.TIME, papers) for year, papers in year_rows(reader)),
        *(Choice(f"tag:{name}", SliceKind.TAG, papers) for name, papers in tag_rows(reader)),
        *(Choice(f"view:{name}", SliceKind.VIEW, -1) for name in view_names(reader)),
        *_editions(issues),
    )
    named = sorted(others, key=lambda row: (-row.papers, row.name))[:_NAMED_SHOWN]
    return SliceChoices(
        choices,
        _pair(reader, editions, chosen),
        _claimed(reader),
        tuple((row.name, row.listed) for row in sorted(listed, key=lambda row: (-row.listed, row.name))),
        tuple((row.name, row.papers) for row in named),
    )


def _claimed(reader: Reader) -> tuple[tuple[str, str], ...]:
    rows = terms_in(reader, claiming_documents(reader))
    pairs = [(row.from_edition, row.to_edition) for row in rows if row.from_edition and row.to_edition]
    return tuple(dict.fromkeys(pairs))


def _editions(rows: Iterable[EditionRow]) -> Iterable[Choice]:
    for row in rows:
        kind = SliceKind.EDITION if row.is_venue else SliceKind.ISSUE
        yield Choice(row.name, kind, row.listed or row.papers, bool(row.listed))


def _pair(reader: Reader, editions: Sequence[EditionRow], chosen: Sequence[NodeId]) -> tuple[str, str]:
    kinds = {row.id: NodeKind(row.kind) for row in nodes(reader, chosen)}
    picked = [_chosen(reader, node, kinds[node]) for node in chosen if node in kinds]
    named = [one for one in picked if one is not None]
    if len(named) == 2:
        first = {row.id: row.first for row in editions}
        earlier, later = sorted(named, key=lambda one: (first.get(one.node or 0, ""), one.name))
        return _words(earlier), _words(later)
    if len(named) == 1:
        at = next((row for row in editions if row.id == named[0].node), None)
        before = _before(editions, at) if at is not None else None
        if before is not None or at is None:
            return (before.name if before is not None else ""), _words(named[0])
        after = _after(editions, at)
        return (_words(named[0]), after.name) if after is not None else ("", _words(named[0]))
    return _latest(editions)


def _chosen(reader: Reader, node: NodeId, kind: NodeKind) -> Slice | None:
    sets = (NodeKind.EDITION, NodeKind.ISSUE, NodeKind.TAG)
    return slice_of(reader, node) if kind in sets else None


def _words(one: Slice) -> str:
    return f"tag:{one.name}" if one.kind is SliceKind.TAG else one.name


def _latest(editions: Sequence[EditionRow]) -> tuple[str, str]:
    """The two latest lists of a series that has two, else the two largest lists; lists of many papers first.

    What documents name of an edition is a handful that somebody chose: nothing rises or declines in it.
    """
    for least in (_MANY, 1):
        rows = [row for row in editions if row.listed >= least and row.first]
        for row in rows:
            before = _before(rows, row)
            if before is not None:
                return before.name, row.name
        largest = sorted(rows, key=lambda row: (-row.listed, row.name))[:2]
        if len(largest) == 2:
            earlier, later = sorted(largest, key=lambda row: (row.first, row.name))
            return earlier.name, later.name
    return "", ""


def _before(editions: Sequence[EditionRow], at: EditionRow) -> EditionRow | None:
    """The latest of its series before an edition, one with a list where there is one."""
    earlier = [row for row in editions if row.series == at.series and row.first < at.first and row.papers]
    return next((row for row in earlier if row.listed), earlier[0] if earlier else None)


def _after(editions: Sequence[EditionRow], at: EditionRow) -> EditionRow | None:
    later = [row for row in editions if row.series == at.series and row.first > at.first and row.papers]
    return later[-1] if later else None
