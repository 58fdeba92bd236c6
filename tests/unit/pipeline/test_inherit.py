"""Sections of renditions are aligned, and each inherits the papers of the other."""

from dataclasses import replace
from pathlib import Path

import pytest

from explorer.importers import IMPORTERS, Source
from explorer.model import Block, BlockKind, Document, DocumentKind, EditionRef, PaperRecord, SeriesKind, Span
from explorer.model.plan import Merge, Resolution
from explorer.ops import history
from explorer.ops.importing import apply
from explorer.pipeline.align import align_sections, sections_of
from explorer.pipeline.inherit import Known, Works, inherit
from explorer.pipeline.plan import Input, plan
from explorer.pipeline.renditions import join_renditions
from explorer.questions.dump import dump
from tests.libraries import AT, graph_of

FOLDER = Path(__file__).parents[2] / "data" / "renditions"
ENGLISH, JAPANESE = FOLDER / "report_en.md", FOLDER / "report_ja.md"


def read(path):
    source = Source(path.name, path.read_text(encoding="utf-8"))
    return IMPORTERS["conference_report"].read(source)[0]


TREES = ("Branching Planners for Tool Use", "2402.11111", "Bisi Okafor")
REST = [
    ("A", "Zephyr 7B TOFU WMDP LoRA 200 DeepMind", []),
    ("B", "SigLIP COCO Flickr30k YouTube 36M JAX", []),
    ("C", "Mistral Command RoPE 64k 128k Qwen", []),
]
ICML = EditionRef(SeriesKind.VENUE, "ICML", "2024", "2024-07-21", "2024-07-27")


def record(title, arxiv_id="", *authors):
    return PaperRecord(title, Span(0, 0, ""), as_written=title, authors=authors, arxiv_id=arxiv_id)


def report(language, sections, kind=DocumentKind.CONFERENCE_REPORT):
    """A document of (heading, text, records) sections; offsets are those of ``text_of`` it."""
    blocks, papers, start = [], [], 0
    for heading, text, records in sections:
        for block, words in ((BlockKind.HEADING, heading), (BlockKind.TEXT, text)):
            blocks.append(Block(block, start, start + len(words), words, section=heading, language=language))
            start += len(words) + 1
        span = Span(blocks[-2].start, blocks[-2].end, heading)
        papers += [replace(one, evidence=span) for one in records]
    issue = (
        None if kind is DocumentKind.PAPER_LIST else EditionRef(SeriesKind.REPORT, f"Report {language}", "")
    )
    made = Document(kind, f"Report {language}", language, tuple(blocks), tuple(papers), editions=(ICML,))
    return replace(made, issue_of=issue)


def text_of(document):
    return "\n".join(block.text for block in document.blocks)


def planned(store, monkeypatch, name, document):
    """The plan of a source that reads as this document."""
    importer = replace(IMPORTERS["conference_report"], read=lambda source: (document,))
    monkeypatch.setitem(IMPORTERS._parts, "conference_report", importer)
    item = Input(name, name, text_of(document).encode(), "conference_report")
    made = plan(store.reader, [item])
    monkeypatch.undo()
    return made


def test_sections_are_aligned_in_order_across_languages():
    a, b = read(ENGLISH), read(JAPANESE)
    headings = [(sections_of(a)[i].heading, sections_of(b)[j].heading) for i, j in align_sections(a, b)]
    assert ("Forgetting on purpose", "わざと忘れる") in headings
    assert ("Summary", "まとめ") in headings
    assert [i for i, _ in align_sections(a, b)] == sorted(i for i, _ in align_sections(a, b))


def test_a_section_that_one_rendition_cuts_in_two_is_paired_with_both():
    whole = report("en", [("Trees", "TreePlan GPT-4 ToolBench 7.4 WebShop ReAct A100 GitHub", []), *REST])
    cut = report(
        "ja", [("木", "TreePlan GPT-4 ToolBench 7.4", []), ("木 2", "WebShop ReAct A100 GitHub", []), *REST]
    )
    assert align_sections(whole, cut) == ((0, 0), (0, 1), (1, 2), (2, 3), (3, 4))


def test_a_section_without_a_common_word_is_paired_by_its_place():
    a = report("en", [REST[0], ("On the whole", "it was nice", []), REST[1]])
    b = report("ja", [REST[0], ("まとめ", "よかったです", []), REST[1]])
    assert (1, 1) in align_sections(a, b)
    assert align_sections(a, report("ja", [])) == ()


def resolved(a, b, works=None):
    """Works of the records of two aligned documents, after one has inherited from the other."""
    works = works or Works({})
    first = Known(0, 0, a, [Resolution(-1 - i, "new") for i in range(len(a.papers))])
    second = Known(0, 1, b, [Resolution(-101 - i, "new") for i in range(len(b.papers))])
    for one in (first, second):
        for stated, resolution in zip(one.document.papers, one.resolutions, strict=True):
            works.learn(resolution.work, {"arxiv_id": stated.arxiv_id})
    inherit(second, first, works)
    return [[works.resolved(r).work for r in one.resolutions] for one in (first, second)]


def test_a_record_without_id_or_title_inherits_the_paper_of_the_same_section():
    english = report("en", [("Trees", "TreePlan GPT-4 ToolBench", [record(*TREES)]), *REST])
    japanese = report("ja", [("木", "TreePlan GPT-4 ToolBench", [record("")]), *REST])
    assert resolved(english, japanese) == [[-1], [-1]]


def test_several_papers_of_a_section_are_joined_by_words_first_and_then_in_order():
    mine = [record("Paper A"), record("Owls"), record("Boats", "2405.10002")]
    theirs = [record("紙"), record("舟", "2405.10002"), record("Owls と森")]
    english = report("en", [("Trees", "TreePlan GPT-4 ToolBench", mine), *REST])
    japanese = report("ja", [("木", "TreePlan GPT-4 ToolBench", theirs), *REST])
    assert resolved(english, japanese) == [[-1, -2, -3], [-1, -3, -2]]


@pytest.mark.parametrize(
    "other",
    [record("木", "2402.99999"), record("木", "", "Lea Nowak")],
    ids=["another id", "other authors"],
)
def test_what_contradicts_is_not_inherited(other):
    english = report("en", [("Trees", "TreePlan GPT-4 ToolBench", [record(*TREES)]), *REST])
    japanese = report("ja", [("木", "TreePlan GPT-4 ToolBench", [other]), *REST])
    assert resolved(english, japanese) == [[-1], [-101]]


def test_two_works_of_the_library_that_prove_to_be_one_are_merged_into_the_older(store):
    works = Works({9: 4})
    works.learn(4, {"arxiv_id": "2402.11111"})
    assert works.join(12, 9)
    assert works.merges == [Merge(4, 12, works.merges[0].reason)]
    assert works.resolved(Resolution(-3, "new", ((12, "the same title"),))).proposals == (
        (4, "the same title"),
    )
    assert not works.join(12, 4)


def test_documents_of_no_kind_that_has_renditions_are_left_alone(store):
    lists = report("en", [("Papers", "of the conference", [record(*TREES)])], DocumentKind.PAPER_LIST)
    joined = join_renditions(
        store.reader, [lists, lists], [Resolution(-1, "new"), Resolution(-1, "arXiv id")], ()
    )
    assert (joined.renditions, joined.documents) == ((), (lists, lists))


def test_a_rendition_joins_the_paper_that_a_list_knows_with_the_one_that_has_no_title(store, monkeypatch):
    """The Japanese section knows no id, the list and the English section know it; undo parts them again."""
    japanese = report("ja", [("木", "TreePlan GPT-4 ToolBench 7.4 WebShop", [record("計画する木")]), *REST])
    english = report("en", [("Trees", "TreePlan, GPT-4, ToolBench 7.4 WebShop", [record(*TREES)]), *REST])
    lists = report("en", [("Papers", "of the conference", [record(*TREES)])], DocumentKind.PAPER_LIST)
    for name, document in (("ja", japanese), ("list", lists)):
        apply(store, planned(store, monkeypatch, name, document), AT)
    before = graph_of(store)
    assert len(dump(store.reader)["papers"]) == 2
    apply(store, planned(store, monkeypatch, "en", english), AT)
    (paper,) = dump(store.reader)["papers"]
    assert (paper["arxiv_id"], len(paper["appearances"])) == (TREES[1], 3)
    assert set(paper["titles"]) == {"計画する木", TREES[0]}
    history.undo(store)
    assert graph_of(store) == before
