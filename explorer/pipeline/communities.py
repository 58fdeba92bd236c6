"""Similar papers and shared methods → communities with names that stay."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.communities import NONE, Links, Rows, beside, joined, shared_methods
from explorer.compute.community_names import Phrases
from explorer.compute.grouping import Grouped, Known, Material
from explorer.pipeline.embed import IsCancelled, Library, Progress
from explorer.pipeline.worker import Worker
from explorer.store import Reader, Store
from explorer.store.communities import (
    CommunityRow,
    all_communities,
    communities_state,
    community_rows,
    count_method_links,
    method_names,
    method_pairs,
    replace_communities,
    set_communities_state,
    similar_pairs,
    titles_of_all,
)
from explorer.store.vectors import related_state, whole_map
from explorer.text.phrases import Phrase, as_name, phrases

HUES: Final = 6  #: colours of regions in a theme
_RECIPE: Final = "2"  #: counted up when communities or names are made in another way
_SEED: Final = 1
_TITLE_WORDS: Final = 4
_TITLE_LENGTH: Final = 28  #: characters
_BEHIND: Final = re.compile(r":\s|：")


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """Attributes:
    nodes: Ids of the papers, then of the methods: the rows of the material.
    titles: Of the papers.
    material: What goes to the worker.
    """

    nodes: tuple[int, ...]
    titles: tuple[str, ...]
    material: Material


def find_communities(library: Library, worker: Worker, progress: Progress, is_cancelled: IsCancelled) -> int:
    """Write communities and their names anew where what they are made from has changed; how many there are.

    Raises what ``Worker.call`` raises; communities then stay as they were.
    """
    state, made, count = library.read(_states).result()
    if state == made:
        return count
    progress(0, 1, "Communities")
    read = library.read(read_material).result()
    grouped = worker.call(
        "explorer.compute.grouping:group",
        read.material,
        _SEED,
        is_cancelled=is_cancelled,
        progress=lambda done, total: progress(done, total, "Communities"),
    )
    assert isinstance(grouped, Grouped)
    library.write(_save, read, grouped, state).result()
    return len(grouped.named)


def _states(reader: Reader) -> tuple[str, str, int]:
    """What communities would be made from now, what they were made from, and how many there are."""
    related = related_state(reader)
    state = f"{_RECIPE} {related} {count_method_links(reader)}" if related else ""
    return state, communities_state(reader), len(community_rows(reader))


def _save(store: Store, read: Read, grouped: Grouped, state: str) -> None:
    """One transaction: communities, names, and what they were made from."""
    labels = grouped.labels.tolist()
    found = {node: number for node, number in zip(read.nodes, labels, strict=True) if number != NONE}
    with store.operation("Find communities", "derived") as operation:
        operation.touched |= replace_communities(store, found, _rows(read, grouped))
        set_communities_state(store, state)
        operation.tables |= {"community"}


def read_material(reader: Reader) -> Read:
    """All that communities and their names are made from."""
    titles = titles_of_all(reader)
    names, pairs, known = method_names(reader), method_pairs(reader), all_communities(reader)
    used = sorted({node for pair in pairs for node in pair if node in names})
    nodes = (*(paper for paper, _ in titles), *used)
    rows = {node: row for row, node in enumerate(nodes)}
    of_methods = _links([(rows[a], rows[b], 1.0) for a, b in pairs if a in rows and b in rows])
    similar = _links([(rows[a], rows[b], weight) for a, b, weight in similar_pairs(reader)])
    uses = _uses(of_methods, len(titles))
    links = joined(similar, shared_methods(uses[:, 0], uses[:, 1]))
    alone = np.setdiff1d(np.arange(len(titles)), links.ends)
    material = Material(
        joined(links, beside(_places(reader, nodes[: len(titles)]), alone)),
        of_methods,
        _phrases([title for _, title in titles], [names[method] for method in used], uses),
        np.array([known.get(node, NONE) for node in nodes], np.int32),
        {row.id: Known(row.name, row.hue) for row in community_rows(reader)},
        HUES,
    )
    return Read(nodes, tuple(title for _, title in titles), material)


def _places(reader: Reader, papers: Sequence[int]) -> NDArray[np.float32]:
    """(N, 2) places on the map, NaN for none."""
    known, places = whole_map(reader)
    out = np.full((len(papers), 2), np.nan, np.float32)
    on_map = np.isin(papers, known)
    out[on_map] = places[np.searchsorted(known, np.array(papers, np.int64)[on_map])]
    return out


def _links(triples: Sequence[tuple[int, int, float]]) -> Links:
    ends = np.array([triple[:2] for triple in triples], np.int32).reshape(-1, 2)
    none = Links(np.zeros((0, 2), np.int32), np.zeros(0))
    return joined(Links(ends, np.array([triple[2] for triple in triples], np.float64)), none)


def _uses(of_methods: Links, count: int) -> Rows:
    """(U, 2) int32 paper row and method row of every link between the two."""
    ends = of_methods.ends
    return ends[(ends[:, 0] < count) & (ends[:, 1] >= count)]


def _phrases(titles: Sequence[str], methods: Sequence[str], uses: Rows) -> Phrases:
    """Phrases of each paper: of its title, and the names of its methods as a whole."""
    columns: dict[str, int] = {}
    texts: list[Counter[str]] = []
    words: list[int] = []

    def column_of(key: str, text: str, count: int) -> int:
        column = columns.setdefault(key, len(columns))
        if column == len(texts):
            texts.append(Counter())
            words.append(count)
        texts[column][text] += 1
        return column

    found = [{column_of(p.key, p.text, p.words) for p in phrases(title)} for title in titles]
    of_method = [
        column_of(whole.key, whole.text, whole.words) if (whole := _whole(name)) else NONE for name in methods
    ]
    for paper, method in uses.tolist():
        if (column := of_method[method - len(titles)]) != NONE:
            found[paper].add(column)
    starts = np.concatenate([[0], np.cumsum([len(row) for row in found])]).astype(np.int64)
    flat = np.array([column for row in found for column in sorted(row)], np.int32)
    shown = tuple(as_name(max(sorted(seen), key=lambda text: seen[text])) for seen in texts)
    return Phrases(starts, flat, shown, tuple(columns), np.minimum(words, 255).astype(np.uint8))


def _whole(name: str) -> Phrase | None:
    """The longest phrase of a method's name."""
    return max(phrases(name), key=lambda phrase: len(phrase.text), default=None)


def _rows(read: Read, grouped: Grouped) -> list[CommunityRow]:
    """A community whose titles have no phrase in common is called after the paper that is linked best."""
    sizes = Counter(grouped.labels[: len(read.titles)].tolist())
    taken = {named.name for named in grouped.named.values()}
    out = []
    for number, named in sorted(grouped.named.items()):
        name = named.name
        if not name:
            name = _unlike(_beginning(read.titles[grouped.central.get(number, 0)]), taken)
            taken.add(name)
        terms = json.dumps(named.terms, ensure_ascii=False)
        out.append(CommunityRow(number, name, terms, sizes[number], grouped.hues[number]))
    return out


def _beginning(title: str) -> str:
    """What stands before the colon of a title, else its first words, or characters where it has no spaces.

    >>> _beginning("Foo-Bar: A More Robust Benchmark")
    'Foo-Bar'
    """
    head = _BEHIND.split(title, maxsplit=1)[0].strip() or title
    words = " ".join(head.split()[:_TITLE_WORDS])
    return words if len(words) <= _TITLE_LENGTH else words[: _TITLE_LENGTH - 1].rstrip() + "…"


def _unlike(name: str, taken: set[str]) -> str:
    """The name, with a number where it is taken."""
    numbered = (f"{name} ({number})" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(other for other in numbered if other not in taken)
