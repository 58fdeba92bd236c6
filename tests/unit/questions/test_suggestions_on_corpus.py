"""How well suggestions find hidden papers: ICML 2024, the words of the tags masked in all texts.

The words are taken out before anything is read, so names of methods that hold them are gone as well. Half
of a tag's papers are hidden, ten of the others are tagged. The lexical engine alone must find more than its
nearest neighbours do. ``pytest -s`` prints the figures; ``EXPLORER_ONE_IN=1`` reads all papers of the list.
"""

import json
import os
import re

import numpy as np
import pytest

from explorer.ops import tagging
from explorer.pipeline.similar import comparable
from explorer.questions.more_like import suggest
from explorer.questions.similar import shown_space
from explorer.store.tag_names import tag_named
from tests.libraries import import_text, new_store, share_of_list
from tests.vectors import embed_by_words

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

WORDS = {
    "federated": "federat",
    "graph": "graph(?!ic)",
    "reinforcement": "reinforc",
    "private": "privat|privac",
}
TOP = 20
ONE_IN = int(os.environ.get("EXPLORER_ONE_IN", "3"))  #: of the papers that no tag is for; 1 for all


@pytest.fixture(scope="module")
def masked(corpus, tmp_path_factory):
    """(store, word -> papers whose title had it)"""
    word = re.compile(rf"\w*(?:{'|'.join(WORDS.values())})\w*", re.I)
    listed = corpus / "venues/ICML_2024_Events.json"
    title = re.compile(rf'"(?:title|name)": "[^"]*(?:{"|".join(WORDS.values())})', re.I)
    entries = json.loads(share_of_list(listed, ONE_IN, lambda text: title.search(text) is not None))
    had = {}
    for entry in entries:
        title = str(entry.get("title") or entry.get("name") or "")
        for key in ("title", "name", "abstract"):
            if isinstance(entry.get(key), str):
                entry[key] = word.sub(" ", entry[key])
        masked_title = " ".join(word.sub(" ", title).split()).casefold()
        had[masked_title] = [name for name, stem in WORDS.items() if re.search(stem, title, re.I)]
    store = new_store(tmp_path_factory.mktemp("masked") / "library.db")
    import_text(store, "ICML_2024_Events.json", json.dumps(entries))
    embed_by_words(store)
    rows = store.reader.rows("select p.id, n.name from paper p join node n on n.id = p.id order by p.id")
    papers = {name: [] for name in WORDS}
    for paper, title in rows:
        for name in had.get(" ".join(str(title).split()).casefold(), ()):
            papers[name].append(paper)
    yield store, papers
    store.close()


def test_suggestions_find_more_hidden_papers_than_nearest_neighbours_do(masked):
    store, papers = masked
    ours, plain = [], []
    for name, tagged in papers.items():
        assert len(tagged) >= 40
        order = np.random.default_rng(1).permutation(tagged)
        seen, hidden = order[: len(order) // 2], set(order[len(order) // 2 :].tolist())
        rest = set(seen[10:].tolist())
        tagging.tag(store, name, seen[:10].tolist())
        hits = suggest(store.reader, tag_named(store.reader, [name]), 200).hits
        found = [hit.id for hit in hits if hit.id not in rest][:TOP]
        ours.append(len(hidden & set(found)) / TOP)
        known = comparable(store.reader, shown_space(store.reader))
        meaning = known.space.meaning
        scores = meaning @ meaning[np.searchsorted(known.nodes, seen[:10])].sum(axis=0)
        near = [n for n in known.nodes[np.argsort(-scores)].tolist() if n not in set(seen.tolist())][:TOP]
        plain.append(len(hidden & set(near)) / TOP)
    print(dict(zip(papers, zip(ours, plain, strict=True), strict=True)))
    assert np.mean(ours) >= np.mean(plain) + 0.2
    assert np.mean(ours) >= 0.6
