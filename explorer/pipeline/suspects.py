"""Pairs of works that may be one: by a form of their titles, or by a description."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from explorer.pipeline.descriptions import Fit, fits
from explorer.pipeline.identity import Work
from explorer.pipeline.title_index import TitleIndex
from explorer.pipeline.witnesses import in_window
from explorer.text.title_forms import Form, words_agree


@dataclass(frozen=True, slots=True)
class Suspect:
    """Attributes:
    short, long: Ids of the works with the shorter and the longer title.
    """

    form: Form
    short: int
    long: int

    @classmethod
    def by_description(cls, described: Work, listed: Work) -> Suspect:
        """A pair whose titles share their words, or nothing."""
        agree = any(
            words_agree(mine, theirs, listed.abstract)
            for mine in sorted(described.titles)
            for theirs in sorted(listed.titles)
        )
        return cls(Form.WORDS if agree else Form.NONE, described.id, listed.id)


def find_suspects(works: Collection[Work]) -> list[Suspect]:
    """All pairs of works whose titles agree in some form, each once, by its surest form."""
    index = TitleIndex(works)
    best: dict[tuple[int, int], Suspect] = {}
    for work in works:
        for form, short, long in index.agreeing(work):
            pair = (min(short.id, long.id), max(short.id, long.id))
            if short is not long and (pair not in best or form < best[pair].form):
                best[pair] = Suspect(form, short.id, long.id)
    return list(best.values())


def fits_of(works: Iterable[Work], touched: Collection[int]) -> dict[int, tuple[Fit, ...]]:
    """Description against abstract, for the works that stand in no list yet.

    Only what the plan touches: the works that it describes, or all where it brings a list.
    """
    live = list(works)
    listed = [work for work in live if work.editions and work.abstract]
    new_list = any(work.id in touched for work in listed)
    described = [
        work for work in live if work.descriptions and not work.editions and (new_list or work.id in touched)
    ]
    return fits(described, in_window(listed, described))
