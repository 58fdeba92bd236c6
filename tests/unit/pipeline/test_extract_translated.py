"""Translations of a name that two renditions of one report give."""

from explorer.model import Block, BlockKind, Document, DocumentKind, PaperRecord, Span
from explorer.model.plan import PlannedDocument, Resolution
from explorer.pipeline.extract import find_concepts
from explorer.pipeline.extract_translated import translated_names


def document(language, *titles):
    blocks = tuple(
        Block(BlockKind.PAPER_TITLE, 0, len(t), t, paper=i, language=language) for i, t in enumerate(titles)
    )
    papers = tuple(PaperRecord(t, Span(0, len(t), t)) for t in titles)
    read = Document(DocumentKind.CONFERENCE_REPORT, "Report", language, blocks, papers)
    return PlannedDocument(0, read, tuple(Resolution(-1 - i, "new") for i in range(len(titles))))


def aliases(*planned):
    found = [find_concepts(p.document.blocks, p.document.papers, {}) for p in planned]
    made = translated_names(planned, {"frobhypothesis": "Frob Hypothesis"}, found)
    return [{a.form: c.name for c in row for a in c.aliases} for row in made]


def test_a_title_that_is_a_name_is_translated_by_the_title_of_the_other_rendition():
    english, japanese = document("en", "The Frob Hypothesis"), document("ja", "フロブ仮説")
    assert aliases(english, japanese) == [{}, {"フロブ仮説": "Frob Hypothesis"}]
    chinese = document("zh", "弗罗布假说 - 新的观点")
    assert aliases(chinese, document("en", "Frob Hypothesis: A New View")) == [
        {"弗罗布假说": "Frob Hypothesis"},
        {},
    ]


def test_a_title_that_says_something_is_no_name():
    english = document("en", "Frob Hypothesis")
    for title in (
        "フロブによる表現の対比",
        "フロブは必要なし!",
        "大規模言語モデル",
        "フロブ仮説は本当に正しいのかどうかを長く論じた題名です",
    ):
        assert aliases(english, document("ja", title)) == [{}, {}]


def test_a_title_of_another_paper_translates_nothing():
    assert aliases(document("en", "Another", "Frob Hypothesis"), document("ja", "フロブ仮説")) == [{}, {}]
