"""What every importer keeps to, shown on the samples in tests/data/importers/<id>/.

A sample ``week.txt`` has its result in ``week.txt.expected.json``; after a
meant change: ``python tests/drawers/test_importers.py`` writes them anew.

``EXPLORER_HOSTILE`` sets how many of the hostile texts each importer reads (35 are all), and how often each
sample is damaged; ordinarily each importer reads those that it might take for its own, and a few others.
"""

import json
import os
import random
import time
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.errors import ImportFailed
from explorer.importers import IMPORTERS, Source
from explorer.model import BlockKind
from explorer.pipeline.recognise import recognise
from explorer.text.lines import LineIndex, line_spans
from explorer.text.mapped import decode

DATA = Path(__file__).parent.parent / "data" / "importers"
SAMPLES = sorted(p for p in DATA.glob("*/*") if not p.name.endswith(".expected.json"))

READ = int(os.environ.get("EXPLORER_HOSTILE", "6"))
DAMAGED = max(8, min(READ, 200))

each_importer = pytest.mark.parametrize("importer_id", list(IMPORTERS))
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")


def source(path, change=lambda text: text):
    return Source(path.name, change(path.read_bytes().decode("utf-8")))


def read(path, change=lambda text: text):
    given = source(path, change)
    return given.text, IMPORTERS[path.parent.name].read(given)


def summary(documents):
    """What a document says, without offsets and block texts."""
    rows = []
    for document in documents:
        row = asdict(document)
        del row["extents"]  # told by the offsets of the blocks within
        kinds = [block.kind for block in document.blocks]
        row["blocks"] = {kind: kinds.count(kind) for kind in BlockKind if kind in kinds}
        for paper in row["papers"]:
            paper["evidence"] = paper["evidence"]["exact"]
        for name in ("people", "statistics", "trends", "term_claims"):
            stated = [claim | {"evidence": claim["evidence"]["exact"]} for claim in row.pop(name)]
            row |= {name: stated} if stated else {}
        rows.append(row)
    return json.loads(json.dumps(rows, ensure_ascii=False))


@each_importer
def test_every_importer_has_a_sample_with_its_result(importer_id):
    samples = [path for path in SAMPLES if path.parent.name == importer_id]
    assert samples
    assert all(path.with_name(path.name + ".expected.json").exists() for path in samples)


@each_importer
def test_every_importer_has_a_label_and_suffixes(importer_id):
    importer = IMPORTERS[importer_id]
    assert importer.label[0].isupper()
    assert importer.suffixes
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in importer.suffixes)


@each_sample
def test_a_sample_is_recognised_as_its_own_format_and_no_other(path):
    scores = {name: importer.recognise(source(path)) for name, importer in IMPORTERS.items()}
    own = path.parent.name
    others = [s for name, s in scores.items() if name != own and not IMPORTERS[name].fallback]
    assert recognise(source(path)) == own
    assert max(others) < 0.5 <= scores[own] <= 1


def test_one_importer_is_the_fallback_of_texts_and_one_of_data():
    fallbacks = [name for name, importer in IMPORTERS.items() if importer.fallback]
    assert fallbacks == ["general_document", "record_list"]
    sure = [IMPORTERS[name].recognise(Source("x", text)) for text in ("Words.", "[{}]") for name in fallbacks]
    assert sure == [0.5, 0.0, 0.0, 0.55]


@each_sample
def test_a_sample_gives_its_result(path):
    expected = json.loads(path.with_name(path.name + ".expected.json").read_text("utf-8"))
    assert summary(read(path)[1]) == expected


@each_sample
@pytest.mark.parametrize("change", [lambda t: t, lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t])
def test_offsets_are_slices_of_the_text_whatever_its_line_ends(path, change):
    text, documents = read(path, change)
    for document in documents:
        for block in document.blocks:
            assert block.text
            assert decode(text, block.start, block.end, block.coding).text == block.text
            assert block.paper is None or document.papers[block.paper]
            assert block.language in ("en", "ja", "zh", "")
        assert all(one.end <= other.start for one, other in pairwise(document.blocks))
        for paper in document.papers:
            assert text[paper.evidence.start : paper.evidence.end] == paper.evidence.exact


@each_sample
def test_every_paper_with_a_title_has_a_block_that_holds_it(path):
    """A block of its own, or in running prose the text in which it is cited."""
    for document in read(path)[1]:
        titled = {(b.paper, b.start, b.end) for b in document.blocks if b.kind is BlockKind.PAPER_TITLE}
        prose = [(b.start, b.end) for b in document.blocks if b.kind is BlockKind.TEXT]
        for number, paper in enumerate(document.papers):
            start, end = paper.evidence.start, paper.evidence.end
            cited = any(a <= start and end <= b for a, b in prose)
            assert paper.evidence.exact
            assert not paper.title or (number, start, end) in titled or cited


@each_sample
def test_line_ends_and_a_mark_at_the_start_change_nothing_that_is_read(path):
    plain = summary(read(path)[1])
    assert summary(read(path, lambda t: "\ufeff" + t)[1]) == plain
    crlf = summary(read(path, lambda t: t.replace("\n", "\r\n"))[1])
    assert json.dumps(crlf).replace("\\r\\n", "\\n") == json.dumps(plain)


@each_sample
def test_no_line_is_dropped_in_silence(path):
    text, documents = read(path)
    if path.suffix in (".json", ".jsonld"):
        return  # a record may run over many lines: counted in the test of its importer
    index = LineIndex(text)
    told = {issue.line for document in documents for issue in document.issues}
    for document in documents:
        for block in document.blocks:
            told |= set(range(index.line_of(block.start), index.line_of(block.end) + 1))
    silent = [n for n, (a, b) in enumerate(line_spans(text), 1) if text[a:b].strip() and n not in told]
    assert not silent


@each_sample
def test_issues_name_a_line_and_are_short(path):
    text, documents = read(path)
    for issue in (issue for document in documents for issue in document.issues):
        assert 0 <= issue.line <= len(LineIndex(text))
        assert len(issue.text) <= 200
        assert issue.why.endswith((".", ":")) or issue.why


@each_sample
@settings(max_examples=DAMAGED)
@given(data=st.data())
def test_a_damaged_file_is_read_in_part_or_refused_in_words(path, data):
    text = path.read_bytes().decode("utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    noise = data.draw(st.text(max_size=5))
    try:
        documents = IMPORTERS[path.parent.name].read(Source("x", text[:start] + noise + text[end:]))
    except ImportFailed as error:
        assert error.message.endswith((".", ":"))
    else:
        assert documents


@each_importer
@settings(max_examples=DAMAGED * 3)
@given(text=st.text())
def test_any_text_is_judged_between_nought_and_one(importer_id, text):
    assert 0 <= IMPORTERS[importer_id].recognise(Source("x", text)) <= 1


#: name -> (beginning, what is repeated, how often, end): some hundred kilobytes
HOSTILE = {
    "brackets": ("", "[", 100_000, ""),
    "braces": ("", '{"title": ', 10_000, ""),
    "bars": ("", "| 1) ", 20_000, ""),
    "rows": ("", "| 1) **a** - b | [Paper](https://arxiv.org/abs/2405.00001) |\n", 1_500, ""),
    "digits": ("", "1", 100_000, ""),
    "headings": ("", "# May 1-7 ", 10_000, ""),
    "weeks": ("", "## (May 1-7)\n", 7_000, ""),
    "labels": ("", "著者:x\n本文\n", 10_000, ""),
    "sections": ("", "題\n\n著者:x\n", 10_000, ""),
    "lines": ("", "x\n", 50_000, ""),
    "answers": ("著者:x\nURL:y\nQ: a\n", "A: b\n", 20_000, ""),
    "stars": ("| 1) ", "*", 100_000, " |"),
    "links": ("| 1) a  b | ", "[](", 33_000, ""),
    "spaces": ("| 1) a", " ", 100_000, "b |"),
    "marks": ("著者:a", "\u0301\u0323", 50_000, ""),
    "records": ("", '{"id": "2405.00001", "title": "t"}\n', 3_000, ""),
    "rules": ("|", "-", 100_000, "x"),
    "tags": ("<html>", "<div>", 50_000, ""),
    "comments": ("<html><p>a", "<!-- x ", 20_000, ""),
    "anchors": ("<html>", '<a href="https://arxiv.org/abs/2405.00001">', 5_000, "a title of a paper"),
    "questions": ("", "Q: a\nA: b\n", 15_000, ""),
    "types": ("", "TY  - JOUR\n", 10_000, ""),
    "titles": ("TY  - JOUR\n", "TI  - x\n", 15_000, ""),
    "wrapped values": ("TY  - JOUR\nTI  - x\n", "more\n", 20_000, "ER  - \n"),
    "people": (
        '[{"title":"t","type":"a","issued":1,"author":[',
        '{"family":"x"},',
        7_000,
        '{"family":"y"}]}]',
    ),
    "notes": (
        '{"notes":[',
        '{"id":"a","content":{"title":{"value":"t"}}},',
        3_000,
        '{"id":"b","forum":"c"}]}',
    ),
    "open quotes": ("title,year\n", '"a,"b",', 15_000, ""),
    "quoted quotes": ("title,year\n", '""', 50_000, ""),
    "cells": ("title,year", ",", 100_000, "\nA,2020\n"),
    "open entries": ("", "@a{b, title={{", 10_000, ""),
    "entries on lines": ("", '@a{b, title="{" # x,\n', 7_000, ""),
    "braced titles": ("@a{b, title=", "{", 50_000, "}" * 50_000 + "}"),
    "macros": ("@string{a={" + "x" * 2_000 + "}}\n", "@string{a=a # a # a}", 7_000, "\n@a{b,title=a}"),
    "joined values": ("@a{b, title=", "{x} # ", 20_000, "{y}}"),
    "authors": ("@a{b, title={t}, author={", "A and {", 15_000, "}" * 15_000 + "}}"),
}
PATIENCE_S = 4.0


def hostile(name, part=1):
    """The text of that name, or a part of it, one in ``part``, that begins and ends as the whole does."""
    beginning, repeated, times, end = HOSTILE[name]
    return beginning + repeated * (times // part) + end


def seconds_to_read(importer_id, text):
    """Processor time of judging and reading a text, which is read or refused with a hint."""
    start = time.process_time()
    IMPORTERS[importer_id].recognise(Source("x", text))
    try:
        assert IMPORTERS[importer_id].read(Source("x", text))
    except ImportFailed as error:
        assert error.hint
    return time.process_time() - start


def shares():
    """[(importer, name of a hostile text)]: those that it might take for its own, and some dealt out."""
    names = random.Random(0).sample(sorted(HOSTILE), len(HOSTILE))
    dealt = []
    for number, (importer_id, importer) in enumerate(IMPORTERS.items()):
        own = {name for name in names if importer.recognise(Source("x", hostile(name, 100))) > 0}
        own |= {names[(number * READ + place) % len(names)] for place in range(min(READ, len(names)))}
        dealt += [(importer_id, name) for name in sorted(own)]
    return dealt


@pytest.mark.parametrize(("importer_id", "name"), shares())
def test_hostile_files_take_linear_time(importer_id, name):
    """An eighth that takes a sixty-fourth of the time settles it: even if the time grew with the square."""
    for part in (8, 4):
        if seconds_to_read(importer_id, hostile(name, part)) < PATIENCE_S / part**2:
            return
    assert seconds_to_read(importer_id, hostile(name)) < PATIENCE_S


if __name__ == "__main__":
    for sample in SAMPLES:
        result = json.dumps(summary(read(sample)[1]), ensure_ascii=False, indent=1)
        sample.with_name(sample.name + ".expected.json").write_text(result + "\n", "utf-8", newline="\n")
