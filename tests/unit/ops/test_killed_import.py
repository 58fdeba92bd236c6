"""An import killed at any moment leaves a sound library, and importing again gives what it would have.

``EXPLORER_KILLS`` sets how often; half of the kills come while the transaction is being written.
From eight on, the long digest is among the documents of the corpus.
"""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from explorer.ops.importing import Wish
from explorer.ops.library import ask, findings, import_into, make
from explorer.questions.dump import dump

KILLS = int(os.environ.get("EXPLORER_KILLS", "4"))
ROOT = Path(__file__).parents[3]
PATIENCE_S = 120
WEEKS = 24
METHODS = ("LoRA", "RLHF", "DPO", "RAG", "Chain-of-Thought", "Mixture of Experts", "FlashAttention", "PPO")

pytestmark = pytest.mark.slow


def week(number):
    """A week of ten rows, as a Markdown digest writes them."""
    first = 1 + number % 28
    lines = [
        f"## Top ML Papers of the Week (March {first} - March {first + 2}) - {1980 + number}",
        "| **Paper**  | **Links** |",
        "| --- | --- |",
    ]
    for row in range(10):
        paper = number * 10 + row
        one, other = METHODS[paper % 8], METHODS[(paper * 3 + 1) % 8]
        title = f"Harbour {paper}: {one} for Boats of Class {paper}"
        said = (
            f"proposes Harbour-{paper}, which builds on {one} and outperforms {other} on MMLU by {row} points"
        )
        lines.append(
            f"| {row + 1}) **{title}** - {said}. | [Paper](https://arxiv.org/abs/2403.{10000 + paper}) |"
        )
    return "\n".join(lines)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Two sources of realistic size: a digest of many weeks and a report."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "weeks.md").write_text("# Papers\n\n" + "\n\n".join(map(week, range(WEEKS))), encoding="utf-8")
    report = ROOT / "tests" / "data" / "renditions" / "report_en.md"
    (folder / "report.md").write_text(report.read_text(encoding="utf-8"), encoding="utf-8")
    return sorted(folder.iterdir())


def start(library, sources):
    words = [sys.executable, "-m", "explorer", "import", str(library), *map(str, sources), "--quiet"]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def run(library, sources):
    """An import that nobody disturbs: how long it took, in seconds."""
    began = time.monotonic()
    process = start(library, sources)
    _, said = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, said
    return time.monotonic() - began


def kill_after(process, seconds):
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate(timeout=PATIENCE_S)


def kill_while_writing(process, library, seconds):
    """Kill some time after the journal has been begun: then the library file itself is being written."""
    journal = Path(f"{library}-journal")
    while process.poll() is None and not (journal.is_file() and journal.stat().st_size):
        pass
    kill_after(process, seconds)


def state(library):
    return json.dumps(ask(library, dump), ensure_ascii=False, sort_keys=True)


def survive(folder, sources, kills, seed=7):
    """Kill an import that many times; (kills that hit it, those that left a journal to roll back)."""
    whole = folder / "whole.db"
    make(whole)
    lasts = run(whole, sources)
    expected = state(whole)
    random_ = random.Random(seed)
    hit = rolled_back = 0
    for number in range(kills):
        library = folder / f"{number}.db"
        make(library)
        process = start(library, sources)
        if number % 2:
            kill_while_writing(process, library, random_.uniform(0.0, 0.03))
        else:
            kill_after(process, random_.uniform(0.0, lasts))
        hit += process.returncode != 0
        journal = Path(f"{library}-journal")
        rolled_back += journal.is_file() and journal.stat().st_size > 0
        assert findings(library) == []
        assert not import_into(library, Wish(tuple(map(str, sources)))).failed
        assert findings(library) == []
        assert state(library) == expected
        library.unlink()
    print(
        f"{kills} kills over {lasts:.1f} s: {hit} hit the import, {rolled_back} left a journal to roll back"
    )
    return hit, rolled_back


def test_a_killed_import_leaves_a_sound_library_and_can_be_run_again(tmp_path, written):
    hit, rolled_back = survive(tmp_path, written, KILLS)
    assert hit >= KILLS // 2
    assert rolled_back


@pytest.mark.corpus
def test_a_killed_import_of_the_corpus_can_be_run_again(tmp_path, corpus):
    sources = sorted((corpus / "seeds").iterdir())
    if KILLS >= 8:
        sources.append(corpus / "digests" / "ml_papers_of_the_week.md")
    hit, _ = survive(tmp_path, sources, max(1, KILLS // 8))
    assert hit
