"""Makes resources/vectors: rarity of n-grams, means per language and kind, scales per language pair.

Only counts and means are written, no text. Run after a change of an engine:

    python db/seed/make_vectors.py CORPUS

CORPUS holds venues/ICML_2024_Events.json, venues/neurips2023.json, digests/zh_daily_2026-01-01.md,
digests/ml_papers_of_the_week.md and seeds/000*, 003*, 004* (seed 002 is kept for the tests).
"""

from __future__ import annotations

import json
import random
import re
import sys
from itertools import combinations_with_replacement
from pathlib import Path

import numpy as np

from explorer.compute import lexical
from explorer.compute.groups import Group, Means, group_of
from explorer.compute.similarity import Shipped, Space, Texts
from explorer.embedders import EMBEDDERS

TEXTS_PER_GROUP = 500
LEAST_PER_GROUP = 30
MOST = 4000  # texts of a group that are looked at
TWIN = 0.4  # cosine of the wording from which two texts are one
SEED = 0
DIMENSIONS = 10_000  # more than any engine has
TARGET = Path(__file__).parents[2] / "resources" / "vectors"

ENGINES = ("e5_small", "lexical")

Members = dict[Group, list[str]]
Vectors = dict[str, dict[Group, np.ndarray]]


def read_venues(folder: Path) -> Members:
    """English titles and abstracts."""
    icml = json.loads((folder / "ICML_2024_Events.json").read_text("utf-8"))
    neurips = json.loads((folder / "neurips2023.json").read_text("utf-8"))
    titles = [entry["name"] for entry in icml]
    titles += [re.sub(r"\[(Oral|Spotlight)\]\s*", "", entry["title"]) for entry in neurips]
    abstracts = [entry["abstract"] for entry in icml + neurips if entry.get("abstract")]
    return {Group("en", "title"): titles, Group("en", "abstract"): abstracts}


def read_digests(folder: Path) -> Members:
    """English one-line summaries, Chinese summaries and descriptions."""
    weekly = (folder / "ml_papers_of_the_week.md").read_text("utf-8")
    daily = (folder / "zh_daily_2026-01-01.md").read_text("utf-8")
    parts = re.findall(r"^Motivation: (.*)\n+Method: (.*)\n+Result: (.*)\n+Conclusion: (.*)$", daily, re.M)
    return {
        Group("en", "summary"): re.findall(r"^\| +\d+\) .+? - (.{40,}?) +\|", weekly, re.M),
        Group("zh", "summary"): re.findall(r"^TL;DR: (.+)$", daily, re.M)[::2],  # no paper twice
        Group("zh", "abstract"): [" ".join(part) for part in parts][1::2],
    }


def read_japanese(folder: Path) -> Members:
    """Japanese paragraphs of reports, slides and notes, by their length."""
    texts: Members = {}
    for path in sorted(folder.glob("00[034]_*.txt")):
        text = path.read_text("utf-8")
        slides = re.split(r"\n\s+\d+\. \d+ Confidential.*", text)
        pieces = slides if len(slides) > 1 else text.splitlines()
        for piece in (" ".join(piece.split()) for piece in pieces):
            if len(piece) >= 40 and re.search(r"[ぁ-んァ-ン]", piece):
                texts.setdefault(group_of(piece, "ja"), []).append(piece)
    return texts


def write(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial.npz")
    np.savez_compressed(partial, **arrays)
    partial.replace(path)


def main(corpus: Path) -> None:
    texts = read_venues(corpus / "venues") | read_digests(corpus / "digests")
    texts |= read_japanese(corpus / "seeds")
    rarity = lexical.measure_rarity(text for _, members in sorted(texts.items()) for text in members)
    write(TARGET / "rarity.npz", {"sixteenths": np.rint(rarity.weights * 16).astype(np.uint8)})
    texts = {group: without_twins(members[:MOST]) for group, members in texts.items()}
    chosen = {
        group: random.Random(SEED).sample(members, min(TEXTS_PER_GROUP, len(members)))
        for group, members in sorted(texts.items())
        if len(members) >= LEAST_PER_GROUP
    }
    vectors = {engine: encode(engine, chosen) for engine in ENGINES}
    write(TARGET / "means.npz", means(vectors))
    write(TARGET / "scales.npz", scales(vectors))


def encode(engine: str, chosen: Members) -> dict[Group, np.ndarray]:
    """(n, dim) float32 vectors of each group."""
    encoder = EMBEDDERS[engine].load("")
    return {group: encoder(members) for group, members in chosen.items()}


def means_of(groups: dict[Group, np.ndarray], dim: int = DIMENSIONS) -> Means:
    """Means of vectors, or of what is left of them after ``dim`` columns."""
    found = {group: members.mean(axis=0)[:dim] for group, members in groups.items()}
    return Means(found, min(dim, next(iter(groups.values())).shape[1]))


def means(vectors: Vectors) -> dict[str, np.ndarray]:
    """ "engine/language/kind" -> (dim,)."""
    return {
        f"{engine}/{group.language}/{group.kind}": members.mean(axis=0)
        for engine, groups in vectors.items()
        for group, members in groups.items()
    }


def without_twins(members: list[str]) -> list[str]:
    """Texts that no earlier one resembles: decks repeat their slides, and no random pair does."""
    encoder = EMBEDDERS["lexical"].load("")
    kept: list[str] = []
    vectors = np.zeros((0, lexical.DIM), np.float32)
    for text, vector in zip(members, encoder(members), strict=True):
        if not len(kept) or float((vectors @ vector).max()) < TWIN:
            kept.append(text)
            vectors = np.vstack([vectors, vector])
    return kept


def scales(vectors: Vectors) -> dict[str, np.ndarray]:
    """ "engine/language/language" -> quantiles of the scores of random pairs."""
    found = {}
    for engine, groups in vectors.items():
        meaning = np.concatenate(list(groups.values()))
        wording = np.concatenate(list(vectors["lexical"].values()))
        wording = wording[:, :0] if engine == "lexical" else wording
        names = tuple(group for group, members in groups.items() for _ in members)
        made = Shipped(means_of(groups), means_of(vectors["lexical"], wording.shape[1]), {})
        space = Space(Texts(meaning, wording, names), made)
        languages = sorted({group.language for group in groups})
        for one, other in combinations_with_replacement(languages, 2):
            found[f"{engine}/{one}/{other}"] = space.scale(one, other).quantiles
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
