"""Every line that is not empty is one of item, evidence, boilerplate and unparsed."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.importers import IMPORTERS, Source
from explorer.model import Block, BlockKind, Document, DocumentKind, Issue, PaperRecord, Span, Statistic
from explorer.pipeline.accounting import NO_READER, LineClass, Lines, account
from explorer.pipeline.recognise import recognise
from explorer.text.lines import line_spans, trimmed
from tests.libraries import DATA

SAMPLES = sorted(path for path in DATA.glob("*/*") if not path.name.endswith(".expected.json"))


def block(text, words, kind=BlockKind.TEXT):
    start = text.index(words)
    return Block(kind, start, start + len(words), words)


def document(*blocks, papers=(), **more):
    return Document(DocumentKind.STUDY_NOTES, "Notes", "en", blocks, papers, **more)


def classes(text, *documents):
    return [LineClass(value).name.lower() for value in account(text, documents).classes]


def filled(text):
    return sum(start < end for start, end in (trimmed(text, *span) for span in line_spans(text)))


def test_each_kind_of_line_has_its_class():
    text = "A Paper on Cats\nIt purrs.\n\nShare this\n---\nleft over\n"
    read = document(
        block(text, "A Paper on Cats", BlockKind.PAPER_TITLE),
        block(text, "It purrs."),
        block(text, "Share this", BlockKind.FURNITURE),
    )
    assert classes(text, read) == ["item", "evidence", "boilerplate", "boilerplate", "unparsed"]
    (left,) = account(text, [read]).unparsed(0)
    assert (left.line, left.text, left.why) == (6, "left over", NO_READER)


def test_a_line_with_a_papers_evidence_is_an_item_whatever_block_it_lies_in():
    text = "see Smith et al. for more\n"
    record = PaperRecord("", Span(4, 16, "Smith et al"), authors=("Smith",))
    assert classes(text, document(block(text, text.strip()), papers=(record,))) == ["item"]


def test_an_issue_on_running_text_is_an_unparsed_line_with_its_reason():
    text = "\n[3] Somebody, something, 1999\n"
    read = document(block(text, text.strip()), issues=(Issue(2, "[3]", "No title could be read."),))
    assert classes(text, read) == ["unparsed"]
    assert [line.why for line in account(text, [read]).unparsed(0)] == ["No title could be read."]
    assert account(text, [read]).doubts(0, read.issues) == ()


def test_an_issue_on_a_heading_doubts_what_was_read():
    text = "Week of May 6\n"
    issue = Issue(1, "Week of May 6", "The year is a guess.")
    read = document(block(text, "Week of May 6", BlockKind.TITLE), issues=(issue, Issue(0, "", "No date.")))
    made = account(text, [read])
    assert made.lines(0) == Lines(evidence=1)
    assert [doubt.why for doubt in made.doubts(0, read.issues)] == ["The year is a guess.", "No date."]


def test_fields_of_a_record_are_evidence_and_brackets_around_it_boilerplate():
    text = '[\n {\n  "title": "Cats",\n  "pages": 12\n },\n {\n  "pages": 3\n }\n]\n'
    read = document(block(text, "Cats", BlockKind.PAPER_TITLE), extents=((3, text.index("},") + 1),))
    assert classes(text, read) == [
        "boilerplate", "evidence", "item", "evidence", "evidence", "boilerplate", "unparsed", "boilerplate",
        "boilerplate",
    ]  # fmt: skip


def test_a_number_that_was_read_out_of_furniture_is_evidence():
    text = "Menu 3,218 accepted\n"
    number = Statistic("accepted papers", 3218, Span(5, 10, "3,218"), "NeurIPS 2023")
    assert classes(text, document(block(text, text.strip(), BlockKind.FURNITURE), statistics=(number,))) == [
        "evidence"
    ]


def test_tags_without_text_are_boilerplate_and_tags_with_text_are_not():
    assert classes('<div class="menu">\n<b>word</b>\n</div>\n') == ["boilerplate", "unparsed", "boilerplate"]


def test_a_block_that_ends_at_a_line_end_does_not_reach_the_next_line():
    text = "one\ntwo\nthree"
    assert classes(text, document(Block(BlockKind.TEXT, 0, 4, "one"))) == ["evidence", "unparsed", "unparsed"]


def test_lines_go_to_the_document_in_whose_stretch_they_stand():
    text = "above\nFirst\nbetween\nSecond\nbelow\n"
    first, second = (document(block(text, words, BlockKind.TITLE)) for words in ("First", "Second"))
    made = account(text, [second, first])
    assert made.lines(1) == Lines(evidence=1, unparsed=2)
    assert made.lines(0) == Lines(evidence=1, unparsed=1)


@st.composite
def texts_and_documents(draw):
    text = draw(st.text("ab-<> \t\n\r\ufeff\u2028", max_size=60))
    offset = st.integers(0, len(text))
    spans = st.tuples(offset, offset).map(sorted)
    documents = [
        document(
            *(
                Block(draw(st.sampled_from(BlockKind)), *span, "")
                for span in draw(st.lists(spans, max_size=4))
            ),
            papers=tuple(PaperRecord("", Span(*span, "")) for span in draw(st.lists(spans, max_size=2))),
            issues=tuple(Issue(line, "", "why") for line in draw(st.lists(st.integers(0, 9), max_size=2))),
            extents=tuple(map(tuple, draw(st.lists(spans, max_size=2)))),
        )
        for _ in range(draw(st.integers(1, 3)))
    ]
    return text, documents


@given(texts_and_documents())
def test_the_counts_of_any_document_add_up_to_its_lines(given_):
    text, documents = given_
    made = account(text, documents)
    counts = [made.lines(i) for i in range(len(documents))]
    assert sum(c.item + c.evidence + c.boilerplate + c.unparsed for c in counts) == filled(text)
    listed = [line for i in range(len(documents)) for line in made.unparsed(i)]
    assert len(listed) == sum(c.unparsed for c in counts) == len({line.line for line in listed})
    assert all(line.text == text.splitlines()[line.line - 1].strip() or line.text for line in listed)


@given(texts_and_documents())
def test_furniture_never_hides_a_line_that_something_was_read_from(given_):
    text, documents = given_
    made = account(text, documents)
    read = [(b.start, b.end) for d in documents for b in d.blocks if b.kind is not BlockKind.FURNITURE]
    for start, end, kind in zip(made.starts, made.ends, made.classes, strict=True):
        if any(a < end and b > start and a < b for a, b in read):
            assert kind != LineClass.BOILERPLATE


#: between records of a JSON list: a null, of which an issue tells, and what its envelope says of itself
_JSON_WITHOUT_RECORD = re.compile(r'null,?|"[^"]*": "[^"]*",?')


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_line_of_a_sample_is_left_to_nobody(path):
    text = path.read_bytes().decode("utf-8")
    documents = IMPORTERS[path.parent.name].read(Source(path.name, text))
    made = account(text, documents)
    told = 0  # the last line of a record that its importer refused with a reason
    for line in (line for i in range(len(documents)) for line in made.unparsed(i)):
        if _JSON_WITHOUT_RECORD.fullmatch(line.text):
            continue
        assert line.why != NO_READER or line.line == told + 1, line
        told = line.line
    assert (made.classes == LineClass.ITEM).any()


def test_a_hundred_thousand_lines_are_accounted_for_in_a_second():
    text = '{"title": "Cats"},\n' * 100_000
    blocks = tuple(Block(BlockKind.PAPER_TITLE, i * 19 + 11, i * 19 + 15, "Cats") for i in range(100_000))
    start = time.process_time()
    assert account(text, [document(*blocks)]).lines(0) == Lines(item=100_000)
    assert time.process_time() - start < 1


@pytest.mark.corpus
def test_the_corpus_is_accounted_for_within_a_second(corpus):
    took = 0.0
    for name in ("digests/ml_papers_of_the_week.md", "venues/arxiv_snapshot_sample.jsonl"):
        path = corpus / name
        source = Source(path.name, path.read_bytes().decode("utf-8"))
        documents = IMPORTERS[recognise(source)].read(source)
        start = time.process_time()
        made = account(source.text, documents)
        took += time.process_time() - start
        assert not any(line for i in range(len(documents)) for line in made.unparsed(i))
        assert (made.classes == LineClass.ITEM).sum() == sum(len(d.papers) for d in documents)
    assert took < 1
