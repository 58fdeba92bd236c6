"""Who else bears a title: papers whose id is sure, to be held against a statement with another id."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.text.fingerprint import short_fingerprint, title_fingerprint
from explorer.text.title_agreement import Titled, held_by, rest_in_text, same_title
from explorer.text.title_words import share, title_words, weight

_SHORTEST_TITLE = 12  #: letters of a title that by itself says which paper is meant
_SHORTEST_HEAD = 4
_FITS_TEXT = 0.2  #: of the weight of a title's other words that the text beside its short form holds
_TELLING_WORDS = 3  #: of a title that another continues without a colon
_CLEAR = 1.2  #: how much better than the next
_SHARED = 0.5  #: of the weight of a title's words that a similar title has
_BETTER = 0.25  #: by how much more of a similar title stands beside the stated one than of the known title
_FITS = 0.3  #: of a known title: no other fits so much better that it counts
_CROWD = 60  #: titles with one word; a word that more share finds nothing
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Rival:
    """A paper with a sure id and its title."""

    arxiv_id: str
    title: str


class Rivals:
    """Papers with sure ids, by title and by rare word."""

    def __init__(self, papers: Iterable[Rival]) -> None:
        self._papers = dict.fromkeys(papers)
        self._by_name: dict[str, list[Rival]] = defaultdict(list)
        self._by_word: dict[str, list[Rival]] = {}
        self._by_id: dict[str, set[Rival]] = defaultdict(set)
        for paper in self._papers:
            self._by_id[paper.arxiv_id].add(paper)
            for name in sorted({title_fingerprint(paper.title), short_fingerprint(paper.title)} - {""}):
                self._by_name[name].append(paper)

    def bearer(self, arxiv_id: str, stated: Titled) -> str:
        """Id of the other paper that bears the title, in full or as a beginning with the rest in the text."""
        full = title_fingerprint(stated.title)
        others = set(self._by_name.get(full, ())) - self._by_id[arxiv_id]
        exact = {paper.arxiv_id for paper in others if title_fingerprint(paper.title) == full}
        if len(exact) == 1 and len(full) >= _SHORTEST_TITLE:
            return exact.pop()
        if len(_NAME.findall(stated.title)) >= _TELLING_WORDS:  # "Segment Anything" begins two titles
            near = self._near(title_words(stated.title)) - self._by_id[arxiv_id]
            others |= {paper for paper in near if same_title(stated.title, paper.title)}
        told = {paper.arxiv_id: rest_in_text(paper.title, stated) for paper in others}
        if not told or len(full) < _SHORTEST_HEAD:
            return ""
        best, *second = sorted(told, key=lambda i: (-told[i], i))
        clear = not second or told[best] >= _CLEAR * told[second[0]]
        return best if told[best] >= _FITS_TEXT and clear else ""

    def closer(self, known: Rival, stated: Titled) -> bool:
        """Whether the title and its text are clearly nearer to another paper than to the known one."""
        held = held_by(known.title, stated)
        if held >= _FITS or len(_NAME.findall(stated.title)) < 2:
            return False
        words = title_words(stated.title)
        return any(
            paper.arxiv_id != known.arxiv_id
            and _is_like(words, paper.title)
            and held_by(paper.title, stated) >= held + _BETTER
            for paper in self._near(words)
        )

    def _near(self, words: frozenset[str]) -> set[Rival]:
        """Papers whose titles share a word that few have."""
        if not self._by_word:
            found: dict[str, list[Rival]] = defaultdict(list)
            for paper in self._papers:
                for each in title_words(paper.title):
                    found[each].append(paper)
            self._by_word = {each: papers for each, papers in found.items() if len(papers) <= _CROWD}
        return {paper for word in words for paper in self._by_word.get(word, ())}


def _is_like(words: frozenset[str], title: str) -> bool:
    shared = words & title_words(title)
    return share(words, shared) >= _SHARED and weight(shared) >= 1
