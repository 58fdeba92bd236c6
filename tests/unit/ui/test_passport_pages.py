from explorer.model import NodeKind
from explorer.questions.evidence import Quote, Statement
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.passport import Appearance, Passport
from explorer.questions.passport_method import MethodAbout, NameGroup
from explorer.questions.passport_page import PaperGroup, PaperLine, PaperPage
from explorer.questions.passport_text import TextBlock, TextPage
from explorer.ui.panels.passport_kinds import pages_of, papers_section, text_section
from explorer.ui.panels.passport_pages import (
    BlockRow,
    FoldedRow,
    StatementRow,
    Wanted,
    quotes_shown,
    shown_sentence,
)


def quote(document, sentence, exact="", machine=False, language="en"):
    return Quote(document, f"Digest {document}", 0, 5, exact or sentence[:5], sentence, language, machine)


def statement(*quotes):
    return Statement(1, "A", 2, "B", "asserted", "builds on", "stated in 1 source", 0.9, quotes)


def test_tabs_are_those_that_have_something_to_show():
    near = Neighbour(5, "DPO", NodeKind.CONCEPT, "builds on", 2)
    full = Passport(
        NodeKind.CONCEPT,
        1,
        "RLHF",
        statements=(statement(),),
        mentions=(statement(), statement()),
        derivative=(near,),
        neighbours=((NodeKind.CONCEPT, (near,)), (NodeKind.PERSON, ())),
        appearances=(Appearance(9, "ICML 2024", NodeKind.EDITION, "2024-07-21"),),
    )
    pages = pages_of(full)
    assert [page.id for page in pages] == ["evidence", "lineage", "where", "more"]
    assert pages[0].count == 3
    assert [len(section.rows) for section in pages[0].sections] == [1, 2]


def test_a_node_without_anything_has_an_empty_evidence_tab():
    (page,) = pages_of(Passport(NodeKind.TAG, 1, "new"))
    assert (page.id, page.count, page.sections) == ("evidence", 0, ())


def test_a_methods_lineage_quotes_the_sentences_and_counts_each_section():
    near = Neighbour(2, "B", NodeKind.CONCEPT, "builds on", 1, "builds_on")
    rival = Neighbour(7, "C", NodeKind.CONCEPT, "compared with", 0, "compared_with")
    about = MethodAbout(
        (NameGroup("latin", "acronym", ("RAG",)),), (PaperGroup("uses", 90, ((4, "P"),)),), (rival,), ()
    )
    page = Passport(NodeKind.CONCEPT, 1, "A", statements=(statement(),), prior=(near,), about=about)
    tabs = {tab.id: tab for tab in pages_of(page)}
    assert list(tabs) == ["evidence", "lineage", "papers", "more"]
    builds, compared = tabs["lineage"].sections
    assert builds.rows == (StatementRow(statement(), 1),)
    assert compared.rows == (rival,)
    assert (tabs["papers"].sections[0].head, tabs["papers"].sections[0].total) == ("Used by", 90)


def test_a_large_edition_says_how_many_papers_it_has_and_how_to_get_them():
    lines = tuple(PaperLine(n, f"Paper {n}", "Poster") for n in range(60))
    section = papers_section(PaperPage(9, 2610, 0, lines))
    assert (len(section.rows), section.total) == (60, 2610)
    assert section.after == Wanted("papers", 9, 60)
    assert papers_section(PaperPage(9, 2610, 2600, lines[:10])).after is None


def test_boilerplate_of_a_document_is_folded_and_the_quoted_block_is_not():
    def block(ordinal, kind, lit=False):
        return TextBlock(ordinal, kind, "", "words", ordinal, ordinal + 5, False, "en", None, lit)

    blocks = (block(7, "furniture"), block(8, "furniture"), block(9, "text"), block(10, "furniture", True))
    section = text_section(TextPage(3, "Digest", 7, 50, blocks))
    assert [type(row) for row in section.rows] == [FoldedRow, BlockRow, BlockRow]
    assert section.rows[0].blocks == blocks[:2]
    assert (section.before, section.after) == (Wanted("text", 3, 7, True), Wanted("text", 3, 11))


def test_one_quotation_per_document_and_machine_written_ones_last():
    machine, person, other = (
        quote(1, "One.", machine=True),
        quote(1, "Two."),
        quote(2, "Three.", machine=True),
    )
    assert quotes_shown((machine, other, person)) == (person, other)
    assert len(quotes_shown(tuple(quote(n, "x") for n in range(9)))) == 2


def test_a_long_sentence_is_cut_around_the_slice_and_says_so():
    text = "word " * 100 + "Prometheus 2 judges models " + "word " * 100
    shown = shown_sentence(quote(1, text, exact="Prometheus 2"))
    assert "Prometheus 2 judges" in shown and len(shown) < 270
    assert shown.startswith("…") and shown.endswith("…")


def test_a_long_japanese_sentence_is_cut_at_half_as_many_characters():
    text = "検索" * 100 + "プロメテウス2" + "拡張" * 100
    shown = shown_sentence(quote(1, text, exact="プロメテウス2", language="ja"))
    assert "プロメテウス2" in shown and len(shown) <= 132


def test_a_short_sentence_stands_as_it_is():
    assert shown_sentence(quote(1, "Short and\n whole.")) == "Short and whole."
