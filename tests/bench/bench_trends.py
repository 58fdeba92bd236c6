"""What tells trends, over 20,000 papers of four lists and half a year of digests. Processor time.

Titles are of words drawn as often as words are in a language (Zipf's law); one in four names a method.
Vectors are drawn by chance, as long as those of the built-in engine.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from explorer.embedders import EMBEDDERS
from explorer.graph.query import ViewQuery
from explorer.ops.tagging import tag
from explorer.pipeline.embed import pending, save
from explorer.pipeline.similar import space_of
from explorer.questions.asked_examples import ask_suggestions
from explorer.questions.asked_trends import ask_claims, ask_trends
from explorer.questions.lead_times import lead_times
from explorer.questions.lifeline import lifeline_of
from explorer.questions.timeline_shares import By, Per, SharesWish, timeline_shares
from explorer.questions.trends import Wish
from explorer.questions.whatsnew import whats_new_since
from explorer.questions.when import library_days
from explorer.store import Reader, Store
from explorer.store.vectors import set_current_space
from tests.bench.bench_meaning import random_vectors, seconds
from tests.bench.figure import Figure
from tests.libraries import digest, import_text, new_store

YEARS = (2020, 2021, 2022, 2023)
OF_A_YEAR = 5_000
WEEKS, OF_A_WEEK = 26, 10
MONTHS = ("January", "February", "March", "April", "May", "June")
LIMIT_S = 1.0
METHODS = ("LoRA", "BERT", "PPO", "RLHF", "DPO", "CLIP", "Transformer", "GPT-4", "BatchNorm", "ResNet")
TAGGED = 20
DECK = """Notes on NeurIPS 2023

Slide 1
Notes on NeurIPS 2023
Slide 2
NeurIPS 2023 in numbers
- 12,343 submissions
- 3,218 accepted (26.1% acceptance)
Slide 3
Title words, NeurIPS 2022 to NeurIPS 2023
Rising words
- Wordaa
- Wordab
- LoRA
Declining words
- Wordac
- Wordad
Slide 4
Thank you
"""


def measure() -> Iterator[Figure]:
    """Each question asked of a library that nothing has been asked of before is a run of its own."""
    with TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "library.db")
        fill(store)
        for what, ask in questions(store.reader).items():
            yield Figure(f"20,000 papers: {what}", seconds(ask, 2), "s", LIMIT_S)
        store.close()


def questions(reader: Reader) -> dict[str, Callable[[], object]]:
    """By what a person would call them."""
    years = ("NeurIPS 2022", "NeurIPS 2023")
    every = tuple(f"NeurIPS {year}" for year in YEARS)
    chart = ViewQuery()
    return {
        "rising and declining": lambda: ask_trends(reader, years, Wish()),
        "literal bigrams": lambda: ask_trends(reader, years, Wish(length=2, raw=True)),
        "trajectories of four lists": lambda: ask_trends(reader, every, Wish()),
        "claims with verdicts": lambda: ask_claims(reader, ()),
        "a lifeline": lambda: lifeline_of(reader, "LoRA"),
        "lead times of papers": lambda: lead_times(reader),
        "lead times of methods": lambda: lead_times(reader, is_methods=True),
        "methods per edition": lambda: timeline_shares(
            reader, library_days(reader), chart, SharesWish(By.METHODS, Per.EDITION)
        ),
        "tags per month": lambda: timeline_shares(reader, library_days(reader), chart, SharesWish(By.TAGS)),
        "what changed": lambda: whats_new_since(reader, "2020-01-01"),
        f"suggestions from {TAGGED} papers": lambda: ask_suggestions(reader, "Some trend", 20),
    }


def fill(store: Store) -> None:
    """Four lists, weekly digests that name papers of the last one, a deck that claims, tags, vectors."""
    chance = np.random.default_rng(0)
    for year in YEARS:
        rows = [paper(title, year, n) for n, title in enumerate(titles(chance, OF_A_YEAR))]
        import_text(store, f"neurips{year}.json", json.dumps(rows))
    for week in range(WEEKS):
        known = [
            (rows[week * OF_A_WEEK + n]["title"], "A study of LoRA and of PPO.", "") for n in range(OF_A_WEEK)
        ]
        month, first = MONTHS[week // 5], 1 + week % 5 * 5
        import_text(store, f"week{week}.md", digest(f"{month} {first} - {month} {first + 4}", known))
    import_text(store, "deck.txt", DECK)
    papers = [row[0] for row in store.reader.rows("select id from paper order by id limit ?", [TAGGED])]
    tag(store, "Some trend", papers)
    embed_by_chance(store)


def embed_by_chance(store: Store) -> None:
    """Vectors of all papers in the space that a library has by default."""
    identity = EMBEDDERS["lexical" if EMBEDDERS["e5_small"].missing() else "e5_small"].identify("")
    texts, _ = pending(store.reader, identity)
    save(store, identity, texts, random_vectors(len(texts), identity.dim))
    space = space_of(store.reader, identity)
    assert space is not None
    with store.operation("", "derived"):
        set_current_space(store, space.id)


def titles(chance: np.random.Generator, count: int) -> list[str]:
    """Eight words each, of two thousand."""
    words = [f"Word{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}{chr(97 + n // 676)}" for n in range(2_000)]
    ranks = np.minimum(chance.zipf(1.3, size=(count, 8)) - 1, len(words) - 1)
    method = chance.integers(0, 4 * len(METHODS), count)
    return [
        " ".join([*(words[rank] for rank in row), *METHODS[which : which + 1], f"N{n}"])
        for n, (row, which) in enumerate(zip(ranks.tolist(), method.tolist(), strict=True))
    ]


def paper(title: str, year: int, number: int) -> dict[str, str]:
    """An entry as trackers of accepted papers have it."""
    return {
        "title": title,
        "author": f"Ann Author{number % 3_000}; Bea Writer{number % 1_700}",
        "track": "main",
        "status": "Poster",
        "site": f"https://neurips.cc/virtual/{year}/poster/{number}",
        "abstract": f"We study {title.lower()}. It is shown that {title.lower()} helps where nothing did.",
    }
