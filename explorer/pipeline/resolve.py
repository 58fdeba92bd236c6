"""Which work is meant: records → works of the library, by ids, or by titles with a witness.

A shared arXiv id, DOI or OpenReview forum is proof. Without one, two works are
one when their titles agree and at least one witness agrees and none disagrees;
a title alone is a proposal ("Segment Anything" is not "Segment Anything in
High Quality"). Titles are compared when all records are in, and again while
merged works know more than before, so that the order of an import says little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from explorer.model.plan import Merge, Resolution
from explorer.pipeline.descriptions import Fit
from explorer.pipeline.identity import KeyIndex, Stated, Work, absorb, are_parted, learn, work_of
from explorer.pipeline.suspects import Suspect, find_suspects, fits_of
from explorer.pipeline.witnesses import Testimony, contradicts, hear, is_worth_asking, verdict
from explorer.text.title_forms import Form

_PROPOSALS = 3  #: of one work; more would only say that its title is common
_CLEAR = 1.2  #: a description tells two papers of one title apart where one fits so much better
_ROUNDS = 4
_ASKED = {Form.FULL: "the same title", Form.WORDS: "words of its title", Form.NONE: "its description"}


@dataclass(slots=True)
class _State:
    """Attributes:
    works: All works by id, merged ones too; ``into`` says into which a merged one went, and why.
    touched: Works of which the plan has a record.
    fits: Description against abstract, by the id of the described work.
    """

    works: dict[int, Work]
    into: dict[int, tuple[int, str]] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    fits: dict[int, tuple[Fit, ...]] = field(default_factory=dict)

    def final(self, work: int) -> int:
        while work in self.into:
            work = self.into[work][0]
        return work

    def of(self, work: int) -> Work:
        return self.works[self.final(work)]

    def merge(self, one: Work, other: Work, reason: str) -> Work:
        """Make two works one: the library's stays, of two the older."""
        keep, drop = sorted((one, other), key=lambda work: (work.id < 0, abs(work.id)))
        self.into[drop.id] = (keep.id, reason)
        absorb(keep, drop)
        if drop.id in self.touched:
            self.touched.add(keep.id)
        return keep


def resolve(
    records: Sequence[Stated], known: Iterable[Work]
) -> tuple[tuple[Resolution, ...], int, tuple[Merge, ...]]:
    """Decide for every record which work it is.

    Returns:
        One Resolution per record, the number of new works, and works of the library that proved to be one.
    """
    state = _State({work.id: work for work in known})
    decided = _by_ids(records, state)
    suspects = find_suspects(state.works.values())
    _join(state, [s for s in suspects if s.form is Form.FULL])
    live = [work for work in state.works.values() if work.id not in state.into]
    state.fits = fits_of(live, state.touched)
    suspects += _described_suspects(state, suspects)
    _join(state, suspects)
    proposals = _proposals(state, suspects, [work for work, _ in decided])
    return _resolutions(state, decided, proposals)


def _by_ids(records: Sequence[Stated], state: _State) -> list[tuple[int, str]]:
    """(work, why) of each record: the one that shares an id with it, else a new one."""
    index = KeyIndex(state.works.values())
    decided = []
    new = 0
    for stated in records:
        matches = _same_id(stated, index, state)
        if matches:
            (work, why), *others = matches
            for other, reason in others:
                if not are_parted(work, other):
                    work = state.merge(work, other, reason)
            learn(work, stated)
        else:
            new += 1
            work, why = work_of(-new, stated), "new"
            state.works[work.id] = work
        state.touched.add(work.id)
        index.add(work)
        decided.append((work.id, why))
    return decided


def _same_id(stated: Stated, index: KeyIndex, state: _State) -> list[tuple[Work, str]]:
    """Works that share an id with a record, those of the library first."""
    found: dict[int, tuple[Work, str]] = {}
    for work, why in index.by_key(stated):
        work = state.of(work.id)
        found.setdefault(work.id, (work, why))
    return sorted(found.values(), key=lambda match: match[0].id < 0)


def _described_suspects(state: _State, suspects: Sequence[Suspect]) -> list[Suspect]:
    """Pairs that only a description brings together."""
    named = {frozenset((state.final(s.short), state.final(s.long))) for s in suspects}
    found = []
    for work, best in state.fits.items():
        for fit in best:
            pair = frozenset((state.final(work), state.final(fit.work)))
            if len(pair) == 2 and pair not in named and pair & state.touched:
                found.append(Suspect.by_description(state.of(work), state.of(fit.work)))
    return found


def _join(state: _State, suspects: Sequence[Suspect]) -> None:
    """Merge the pairs that witnesses prove, until no merge proves another."""
    for _ in range(_ROUNDS):
        proven = [
            (s, said, why) for s in suspects if (said := _hear(state, s)) and (why := _proof(state, s, said))
        ]
        merged = False
        for suspect, _, why in _clear(state, proven):
            one, other = state.of(suspect.short), state.of(suspect.long)
            if one is not other and not contradicts(one, other, suspect.form):
                state.merge(
                    one, other, f"{'title' if suspect.form is Form.FULL else 'short title'} and {why}"
                )
                merged = True
        if not merged:
            return


def _hear(state: _State, suspect: Suspect) -> Testimony | None:
    """What the witnesses say of a pair; None where it is one work already, can be none, or is not asked."""
    one, other = state.of(suspect.short), state.of(suspect.long)
    if one is other or not {one.id, other.id} & state.touched or contradicts(one, other, suspect.form):
        return None
    found = [*state.fits.get(suspect.short, ()), *state.fits.get(suspect.long, ())]
    return hear(
        suspect.form, one, other, [Fit(state.final(f.work), f.edition, f.score, f.second) for f in found]
    )


def _proof(state: _State, suspect: Suspect, said: Testimony) -> str:
    return verdict(suspect.form, state.of(suspect.short), state.of(suspect.long), said)


def _clear(
    state: _State, proven: Sequence[tuple[Suspect, Testimony, str]]
) -> list[tuple[Suspect, Testimony, str]]:
    """The proven pairs, surest first, without those whose shorter title may be either of two works."""
    by_short: dict[int, list[tuple[Suspect, Testimony, str]]] = defaultdict(list)
    for row in sorted(proven, key=_certainty):
        by_short[state.final(row[0].short)].append(row)
    kept = []
    for rows in by_short.values():
        (suspect, said, _), *others = rows
        rivals = [(s, t) for s, t, _ in others if _are_rivals(state, suspect, s)]
        if said.author.value == "yes" or all(_is_surer((suspect, said), rival) for rival in rivals):
            kept += [rows[0], *(row for row in others if (row[0], row[1]) not in rivals)]
    return sorted(kept, key=_certainty)


def _are_rivals(state: _State, one: Suspect, other: Suspect) -> bool:
    """Whether two pairs with one short title have longer titles of two papers."""
    a, b = state.of(one.long), state.of(other.long)
    if a is b:
        return False
    return contradicts(a, b, other.form) or not {f.full for f in a.forms} & {f.full for f in b.forms}


def _is_surer(one: tuple[Suspect, Testimony], other: tuple[Suspect, Testimony]) -> bool:
    if one[0].form < other[0].form and one[0].form is Form.FULL:
        return True
    mine, theirs = (said.fit.score if said.fit else 0.0 for _, said in (one, other))
    return mine >= _CLEAR * theirs and mine > 0


def _certainty(row: tuple[Suspect, Testimony, str]) -> tuple[bool, Form, float, int, int]:
    suspect, said, _ = row
    score = said.fit.score if said.fit else 0.0
    return said.author.value != "yes", suspect.form, -score, abs(suspect.short), abs(suspect.long)


def _proposals(
    state: _State, suspects: Sequence[Suspect], works: Sequence[int]
) -> dict[int, list[tuple[int, str]]]:
    """(other work, reason) of the pairs that only a person can decide, by the index of a record."""
    first: dict[int, int] = {}
    for i, work in enumerate(works):
        first.setdefault(state.final(work), i)
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    asked = [(s, said, "") for s in suspects if (said := _hear(state, s)) and _is_open(state, s, said)]
    seen: set[frozenset[int]] = set()
    for suspect, _, _ in sorted(asked, key=_certainty):
        pair = (state.final(suspect.short), state.final(suspect.long))
        record = max(first[work] for work in pair if work in first)
        mine = state.final(works[record])
        other = pair[0] if pair[1] == mine else pair[1]
        if frozenset(pair) not in seen and len(found[record]) < _PROPOSALS:
            seen.add(frozenset(pair))
            found[record].append((other, _ASKED.get(suspect.form, "a short form of its title")))
    return found


def _is_open(state: _State, suspect: Suspect, said: Testimony) -> bool:
    """Whether a person is asked; where a work has found its list, its description asks no more."""
    by_description = suspect.form in (Form.WORDS, Form.NONE)
    return is_worth_asking(suspect.form, said) and not (by_description and state.of(suspect.short).editions)


def _resolutions(
    state: _State, decided: Sequence[tuple[int, str]], proposals: dict[int, list[tuple[int, str]]]
) -> tuple[tuple[Resolution, ...], int, tuple[Merge, ...]]:
    """The decisions with new works numbered from -1 in the order of their records."""
    finals = dict.fromkeys(final for work, _ in decided if (final := state.final(work)) < 0)
    number = {work: -n for n, work in enumerate(finals, start=1)}
    rows = []
    for i, (work, why) in enumerate(decided):
        reason = state.into[work][1] if why == "new" and work in state.into else why
        others = tuple((number.get(other, other), text) for other, text in proposals.get(i, ()))
        final = state.final(work)
        rows.append(Resolution(number.get(final, final), reason, others))
    merges = tuple(
        Merge(state.final(work), work, reason) for work, (_, reason) in sorted(state.into.items()) if work > 0
    )
    return tuple(rows), len(finals), merges
