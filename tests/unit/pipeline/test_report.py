"""The import report: what is found, what joins what, what needs a person, and where every line went."""

import pytest

from explorer.cli.report_words import report_lines
from explorer.importers import IMPORTERS, Source
from explorer.model import Block, BlockKind, Document, DocumentKind, PaperRecord, Span, Statistic
from explorer.model.plan import (
    Contradiction,
    Failure,
    ImportPlan,
    Merge,
    PlannedDocument,
    PlannedRendition,
    PlannedSource,
    Resolution,
)
from explorer.ops.importing import apply, without
from explorer.pipeline.plan import Input, plan
from explorer.pipeline.report import report
from explorer.ui.models.report_sections import sections_of
from tests.libraries import AT, digest, graph_of

MAY = digest("May 6 - May 12", [("Cats: A Survey", "It purrs.", "2405.00001"), ("Dogs", "It barks.", "")])
JUNE = digest("June 3 - June 9", [("Cats, Surveyed", "It purrs still.", "2405.00001")])


def planned(store, **texts):
    return plan(store.reader, [Input(f"{name}.md", name, text.encode()) for name, text in texts.items()])


def made(text, records, resolutions, **more):
    """A plan of one document with these records, each of them a line of the text."""
    blocks = tuple(
        Block(BlockKind.PAPER_TITLE, r.evidence.start, r.evidence.end, r.evidence.exact, paper=i)
        for i, r in enumerate(records)
    )
    facts = {name: more.pop(name) for name in ("stated_totals", "statistics") if name in more}
    document = Document(DocumentKind.STUDY_NOTES, "Notes", "en", blocks, tuple(records), **facts)
    source = PlannedSource("notes.txt", "notes.txt", "study_notes", "", b"", text, sure=0.7)
    return ImportPlan(0, (source,), (PlannedDocument(0, document, tuple(resolutions)),), 0, **more)


def record(text, title, **facts):
    words = title or facts["authors"][0]
    start = text.index(words)
    return PaperRecord(title, Span(start, start + len(words), words), **facts)


def test_a_record_that_joins_a_work_of_the_library_names_it_and_says_why(store):
    apply(store, planned(store, may=MAY), AT)
    (document,) = report(planned(store, june=JUNE)).documents
    (joined,) = document.joined
    assert (joined.title, joined.into, joined.why) == ("Cats, Surveyed", "Cats: A Survey", "arXiv id")
    assert JUNE.splitlines()[joined.line - 1].startswith("| 1) **Cats, Surveyed**")
    assert (document.found.papers, document.new, document.merged, document.repeated) == (1, 0, 1, 0)


def test_a_record_that_joins_an_earlier_document_of_the_same_import_names_that_title(store):
    _, second = report(planned(store, may=MAY, june=JUNE)).documents
    assert [(m.title, m.into) for m in second.joined] == [("Cats, Surveyed", "Cats: A Survey")]


def test_the_same_import_again_changes_nothing_and_says_so(store):
    apply(store, planned(store, may=MAY), AT)
    before = graph_of(store)
    again = planned(store, may=MAY)
    (document,) = report(again).documents
    assert document.known and document.found.papers == 0
    assert next(iter(report_lines(report(again)))) == "may.md: in the library already, nothing to do"
    apply(store, again, AT)
    assert graph_of(store) == before


def test_new_joined_and_repeated_papers_add_up():
    text = "Cats\nCats again\nDogs\n"
    records = [record(text, "Cats"), record(text, "Cats again"), record(text, "Dogs")]
    (document,) = report(
        made(text, records, [Resolution(-1, "new"), Resolution(-1, "title"), Resolution(7, "arXiv id")])
    ).documents
    assert (document.new, document.repeated, document.merged) == (1, 1, 1)
    assert "3 papers: 1 new, 1 joined a known work, 1 named again" in "\n".join(
        report_lines(report(made(text, records, [Resolution(-1, ""), Resolution(-1, ""), Resolution(7, "")])))
    )


def test_a_paper_without_a_title_needs_a_person_and_quotes_its_line():
    text = "\nAda Lovelace, Alan Turing\n"
    (needs,) = (
        report(made(text, [record(text, "", authors=("Ada Lovelace",))], [Resolution(-1, "new")]))
        .documents[0]
        .needs_you
    )
    assert (needs.title, needs.line, needs.text) == ("Ada Lovelace", 2, "Ada Lovelace")
    assert needs.why == "a paper with authors but no title"


def test_a_proposal_names_both_titles():
    text = "Cats\n"
    resolution = Resolution(-1, "new", ((9, "the same title"),))
    (needs,) = (
        report(made(text, [record(text, "Cats")], [resolution], titles=((9, "Cats"),))).documents[0].needs_you
    )
    assert (needs.title, needs.other) == ("Cats", "Cats")
    assert needs.why == "may be “Cats”: the same title, and nothing else"


@pytest.mark.parametrize(
    ("total", "counted", "disagrees"),
    [
        (("papers", 2), 2, False),
        (("papers", 3), 2, True),
        (("Felines", 5), 1, True),
        (("felines", 1), 1, False),
        (("readers", 5), None, False),
    ],
)
def test_a_stated_total_stands_against_what_was_counted(total, counted, disagrees):
    text = "Cats\nDogs\n"
    records = [record(text, "Cats", section="Felines"), record(text, "Dogs", section="Canines")]
    (document,) = report(
        made(text, records, [Resolution(-1, "new"), Resolution(-2, "new")], stated_totals=(total,))
    ).documents
    assert [(t.stated, t.counted) for t in document.stated_totals] == [(total[1], counted)]
    assert [c.kind for c in document.contradictions] == (["total"] if disagrees else [])


def test_a_contradiction_has_its_kind_its_line_and_its_quote():
    text = "\n\nCats 2405.00001\n"
    found = Contradiction("id", 0, "2405.00001 is “Dogs”; here it stands for “Cats”", record=0)
    (document,) = report(
        made(text, [record(text, "Cats")], [Resolution(-1, "new")], contradictions=(found,))
    ).documents
    (contradiction,) = document.contradictions
    assert (contradiction.kind, contradiction.line, contradiction.text) == ("id", 3, "Cats")


def test_a_total_that_the_plan_disputes_is_told_once():
    text = "Cats\n"
    disputed = Contradiction("total", 0, "3 stated, 1 counted")
    (document,) = report(
        made(
            text,
            [record(text, "Cats")],
            [Resolution(-1, "new")],
            contradictions=(disputed,),
            stated_totals=(("papers", 3),),
        )
    ).documents
    assert [c.detail for c in document.contradictions] == ["3 stated, 1 counted"]


def test_numbers_renditions_merges_and_failures_are_in_the_report_and_its_words():
    text = "Cats\n3,218 accepted\n"
    number = Statistic("accepted papers", 3218, Span(5, 10, "3,218"), "NeurIPS 2023")
    told = report(
        made(
            text,
            [record(text, "Cats")],
            [Resolution(-1, "new")],
            statistics=(number,),
            renditions=(PlannedRendition(0, -1, 4, "9 sections say the same"),),
            merges=(Merge(5, 6, "DOI"),),
            titles=((4, "猫"), (5, "Cat"), (6, "Cat.")),
            failed=(Failure("x.bin", "No text.", "Choose another file."),),
            unjudged_ids=1,
        )
    )
    (document,) = told.documents
    assert [(s.title, s.why) for s in document.same_issue] == [("猫", "9 sections say the same")]
    assert [(m.title, m.into) for m in told.merges] == [("Cat.", "Cat")]
    words = "\n".join(report_lines(told))
    for part in (
        "accepted papers 3,218",
        "the same issue as “猫”",
        "“Cat.” joins “Cat”",
        "Choose another file.",
        "1 id could not be compared",
    ):
        assert part in words
    shown = {section.key: section.rows for section in sections_of(told)}
    assert shown.keys() == {"failed", "one_work", "same_issue", "numbers", "formats"}


def test_how_sure_the_format_is_and_where_the_lines_went_are_told(store):
    (document,) = report(planned(store, may=MAY)).documents
    sure = IMPORTERS["dair_weekly_digest"].recognise(Source("may.md", MAY))
    assert document.format == "dair_weekly_digest" and document.sure == sure
    counts = document.lines
    filled = sum(bool(line.strip()) for line in MAY.splitlines())
    assert counts.item + counts.evidence + counts.boilerplate + counts.unparsed == filled
    assert counts.item == 2


def test_a_long_list_is_cut_in_words_and_whole_in_the_report(store):
    rows = "".join(f"| {n} {'word ' * 80}| |\n" for n in range(40))
    told = report(planned(store, may=MAY + rows))
    words = list(report_lines(told))
    assert len(told.documents[0].unparsed) == 40
    assert sum("not read (" in line for line in words) == 12
    assert any("28 more" in line for line in words)


def test_leaving_a_source_out_plans_the_others_again(store):
    both = planned(store, may=MAY, june=JUNE)
    assert [d.joined for d in report(both).documents][1]
    apply(store, without(both, {"may.md"}), AT)
    titles = [row[0] for row in store.reader.rows("select name from node where kind = 1")]
    assert titles == ["Cats, Surveyed"]
    assert without(both, {"no such file"}) is both
