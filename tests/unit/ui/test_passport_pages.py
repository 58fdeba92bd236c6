from explorer.model import NodeKind
from explorer.questions.evidence import Quote, Statement
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.passport import Appearance, Passport
from explorer.ui.panels.passport_pages import pages_of, quotes_shown, shown_sentence


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
    assert [page.id for page in pages] == ["evidence", "derivative", "related"]
    assert pages[0].count == 3
    assert [len(section.rows) for section in pages[0].sections] == [1, 1, 2]
    assert [len(section.rows) for section in pages[2].sections] == [1]


def test_a_node_without_anything_has_an_empty_evidence_tab():
    (page,) = pages_of(Passport(NodeKind.TAG, 1, "new"))
    assert (page.id, page.count, page.sections) == ("evidence", 0, ())


def test_an_edition_shows_its_papers_first_and_does_not_stand_in_itself():
    own = Appearance(9, "ICML 2024", NodeKind.EDITION, "2024-07-21", ((1, "One"), (2, "Two")))
    (page,) = pages_of(Passport(NodeKind.EDITION, 9, "ICML 2024", appearances=(own,)))
    assert (page.id, page.count) == ("papers", 2)
    assert [row.name for row in page.sections[0].rows] == ["One", "Two"]


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
