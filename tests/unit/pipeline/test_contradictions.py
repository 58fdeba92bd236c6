"""What cannot both be true is found when an import is planned, and goes when its import goes."""

import json
import random
from dataclasses import replace

import pytest

from explorer.importers import IMPORTERS, Source
from explorer.model import Document, DocumentKind, EditionRef, PaperRecord, SeriesKind, Span, Statistic
from explorer.model.plan import PlannedDocument, Resolution
from explorer.ops.history import redo, undo
from explorer.ops.importing import apply
from explorer.pipeline.contradictions import find_contradictions
from explorer.pipeline.disputes import find_disputes
from explorer.pipeline.plan import Input, plan
from explorer.questions.dump import dump
from explorer.store.check import check
from tests.libraries import AT, digest, import_text

BOATS = ("2404.11111", "Teaching Boats to Sail without a Keel: Rudders, Ballast and Patience")
YEAST = ("2404.22222", "Yeast Tokenizers: Merging Residues by their Chemistry")
WEEK = "April 29 - May 5"
ROWS = [
    (
        "Teaching Boats to Sail",
        "shows how small boats learn to sail with ballast and patience alone.",
        BOATS[0],
    ),
    ("Yeast Tokenizers", "a tokenizer for proteins that merges residues by their chemistry.", YEAST[0]),
    ("Nautilus-2", "a lamp that reads maps at night.", ""),
]
SWAPPED = [(ROWS[0][0], ROWS[0][1], YEAST[0]), (ROWS[1][0], ROWS[1][1], BOATS[0]), ROWS[2]]


def snapshot(*papers):
    """(id, title, names …) as lines of arXiv's metadata snapshot."""
    return "\n".join(
        json.dumps(
            {
                "id": arxiv_id,
                "title": title,
                "authors": ", ".join(names) or "Ada Berg et al.",
                "update_date": "2024-05-06",
            }
        )
        for arxiv_id, title, *names in papers
    )


def planned(store, *texts):
    return plan(store.reader, [Input(f"{i}.txt", f"{i}.txt", t.encode()) for i, t in enumerate(texts)])


def works(store):
    """(title, arXiv id, title of what it may be) of the library."""
    return sorted(
        (str(name), arxiv_id)
        for name, arxiv_id in store.reader.rows(
            "select n.name, p.arxiv_id from paper p join node n on n.id = p.id"
        )
    )


def ids(store):
    return store.reader.rows(
        """select c.state, json_extract(a.stated, '$.title'), json_extract(a.stated, '$.arxiv_id'), n.name
           from contradiction c join appearance a on a.id = c.appearance left join node n on n.id = c.other
           where c.kind = 'id' order by 2"""
    )


RIGHT = [("Nautilus-2", None), (BOATS[1], BOATS[0]), (YEAST[1], YEAST[0])]


@pytest.mark.parametrize("order", ["together", "digest first", "snapshot first"])
def test_swapped_ids_are_flagged_and_each_statement_joins_the_paper_of_its_title(store, order):
    texts = {"d": digest(WEEK, SWAPPED), "s": snapshot(BOATS, YEAST)}
    if order == "together":
        apply(store, planned(store, texts["d"], texts["s"]), AT)
    else:
        for key in ("ds", "sd")[order == "snapshot first"]:
            import_text(store, f"{key}.txt", texts[key])
    assert ids(store) == [
        ("open", ROWS[0][0], YEAST[0], YEAST[1]),
        ("open", ROWS[1][0], BOATS[0], BOATS[1]),
    ]
    assert works(store) == sorted(RIGHT, key=lambda row: row[0])
    assert check(store.reader) == []


def test_right_ids_with_short_titles_are_no_contradiction(store):
    made = planned(store, digest(WEEK, ROWS), snapshot(BOATS, YEAST))
    assert made.contradictions == ()
    assert {r.disputed for d in made.documents for r in d.resolutions} == {()}


def test_the_words_name_the_id_and_both_titles_and_the_place(store):
    text = digest(WEEK, [("Protein Folding on Looms", "weaves cloth that folds like a protein.", BOATS[0])])
    made = planned(store, text, snapshot(BOATS))
    (found,) = made.contradictions
    assert found.kind == "id"
    assert found.detail == f"arXiv {BOATS[0]} is “{BOATS[1]}”; here it stands for “Protein Folding on Looms”"
    assert text[found.evidence.start : found.evidence.end] == found.evidence.exact
    assert found.other == made.documents[1].resolutions[0].work


def test_a_statement_whose_paper_is_unknown_is_a_work_without_an_id_and_may_be_the_other(store):
    import_text(store, "s.jsonl", snapshot(BOATS))
    rows = [("Protein Folding on Looms", "weaves cloth that folds like a protein.", BOATS[0])]
    import_text(store, "d.md", digest(WEEK, rows))
    assert works(store) == [("Protein Folding on Looms", None), (BOATS[1], BOATS[0])]
    ((decision, reason),) = store.reader.rows("select decision, reason from same_as")
    assert (decision, reason) == ("proposed", "its arXiv id is another paper's")


def test_undo_of_the_metadata_gives_the_id_back_and_redo_takes_it_again(store):
    import_text(store, "d.md", digest(WEEK, SWAPPED))
    before = works(store)
    import_text(store, "s.jsonl", snapshot(BOATS, YEAST))
    after = ids(store)
    undo(store)
    assert works(store) == before and ids(store) == []
    assert check(store.reader) == []
    redo(store)
    assert ids(store) == after
    assert works(store) == sorted(RIGHT, key=lambda row: row[0])


def test_undo_of_the_digest_takes_its_contradictions_with_it_and_redo_finds_them_again(store):
    import_text(store, "s.jsonl", snapshot(BOATS, YEAST))
    import_text(store, "d.md", digest(WEEK, SWAPPED))
    before = dump(store.reader)["contradictions"]
    undo(store)
    assert dump(store.reader)["contradictions"] == []
    redo(store)
    assert dump(store.reader)["contradictions"] == before


def test_importing_the_same_again_changes_nothing(store):
    for _ in range(2):
        import_text(store, "d.md", digest(WEEK, SWAPPED))
        import_text(store, "s.jsonl", snapshot(BOATS, YEAST))
    assert len(ids(store)) == 2


def test_of_two_digests_the_first_keeps_the_id_until_metadata_says_otherwise(store):
    import_text(store, "a.md", digest(WEEK, [SWAPPED[0]]))
    import_text(store, "b.md", digest("May 6 - May 12", [ROWS[1]]))
    assert works(store) == [(ROWS[0][0], YEAST[0]), (ROWS[1][0], None)]
    import_text(store, "s.jsonl", snapshot(YEAST))
    assert works(store) == [(ROWS[0][0], None), (YEAST[1], YEAST[0])]
    assert [row[1] for row in ids(store)] == [ROWS[0][0]]
    assert check(store.reader) == []


def test_a_statement_that_shares_its_work_with_right_ones_gets_a_work_of_its_own(store):
    import_text(store, "a.md", digest(WEEK, [("Teaching Boats to Sail", "", BOATS[0])]))
    import_text(store, "b.md", digest("May 6 - May 12", [("Quarz", "", BOATS[0])]))
    assert len(works(store)) == 1  # a bare name may be any paper's
    looms = ("2404.33333", "Quarz")
    import_text(store, "s.jsonl", snapshot(BOATS, looms))
    assert (BOATS[1], BOATS[0]) in works(store)
    assert check(store.reader) == []


def test_a_settled_dispute_is_not_opened_again_by_more_metadata(store):
    import_text(store, "d.md", digest(WEEK, SWAPPED[:1]))
    import_text(store, "s.jsonl", snapshot(YEAST))
    with store.operation("Settle", "decision", AT):
        store.execute("update contradiction set state = 'settled' where kind = 'id'")
    import_text(store, "t.jsonl", snapshot(YEAST, BOATS))
    assert [row[0] for row in ids(store)] == ["settled"]


def test_titles_that_changed_between_versions_of_arxiv_are_one_paper(store):
    apply(store, planned(store, snapshot(BOATS), snapshot((BOATS[0], "Keelless Navigation"))), AT)
    assert len(works(store)) == 1 and ids(store) == []


def test_the_same_first_author_keeps_a_changed_title_together(store):
    record = PaperRecord("Keelless Navigation", Span(0, 1, "K"), authors=("A. Berg",), arxiv_id=BOATS[0])
    known = PaperRecord(BOATS[1], Span(0, 1, "T"), authors=("Ada Berg", "Cem Demir"), arxiv_id=BOATS[0])
    documents = [_document(record), _document(known, kind=DocumentKind.METADATA)]
    assert find_disputes(store.reader, documents, []).found == ()
    other = replace(record, authors=("Zoe Quist",))
    (found,) = find_disputes(store.reader, [_document(other), documents[1]], []).found
    assert found.claim.title == "Keelless Navigation"


def test_a_title_in_another_script_is_counted_as_not_judged(store):
    record = PaperRecord("竜骨なしの帆走", Span(0, 1, "竜"), arxiv_id=BOATS[0])
    known = PaperRecord(BOATS[1], Span(0, 1, "T"), arxiv_id=BOATS[0])
    judged = find_disputes(
        store.reader, [_document(record), _document(known, kind=DocumentKind.METADATA)], []
    )
    assert judged.found == () and judged.unjudged == 1


def _document(*records, kind=DocumentKind.WEEKLY_DIGEST, **facts):
    return Document(kind, "A document", "en", (), records, "arXiv" if kind == "metadata" else "", **facts)


def contradictions(store, *documents):
    rows = []
    number = 0
    for document in documents:
        resolutions = tuple(Resolution(-(number := number + 1), "new") for _ in document.papers)
        rows.append(PlannedDocument(0, document, resolutions))
    disputes = find_disputes(store.reader, documents, [])
    return [(c.kind, c.detail) for c in find_contradictions(store.reader, rows, (), disputes)]


def record(title="Boats", **stated):
    return PaperRecord(title, Span(0, len(title), title), **stated)


@pytest.mark.parametrize(
    ("stated", "facts", "words"),
    [
        (
            {"published": "2024-02-11"},
            {},
            "Published 2024-02-11, before the month of arXiv 2404.11111 (2024-04)",
        ),
        ({"published": "2024-03-29"}, {}, ""),  # announced after a weekend
        (
            {"published": "2024-04-03", "updated": "2024-04-02"},
            {},
            "Updated 2024-04-02, before it was published",
        ),
        ({}, {"covers_to": "2024-03-24"}, "An issue up to 2024-03-24 lists arXiv 2404.11111"),
        ({}, {"covers_to": "2024-03-31"}, ""),  # a time zone
        ({}, {"covers_to": "2024-04-07"}, ""),
    ],
)
def test_dates_before_the_first_version(store, stated, facts, words):
    found = contradictions(store, _document(record(arxiv_id="2404.11111", **stated), **facts))
    assert [kind for kind, _ in found] == (["date"] if words else [])
    assert all(detail.startswith(words) for _, detail in found)


def test_the_first_version_that_metadata_knows_counts_more_than_the_month(store):
    known = _document(record(arxiv_id=BOATS[0], published="2024-02-20"), kind=DocumentKind.METADATA)
    said = record(arxiv_id=BOATS[0], published="2024-02-19")
    assert contradictions(store, known, _document(said)) == []
    early = replace(said, published="2024-02-10")
    assert contradictions(store, known, _document(early)) == [
        ("date", "Published 2024-02-10, before its first version of 2024-02-20")
    ]


def test_two_statements_on_one_paper_that_name_other_people(store):
    known = _document(
        record(arxiv_id=BOATS[0], authors=("Ada Berg", "Cem Demir")), kind=DocumentKind.METADATA
    )

    def said(*names):
        return contradictions(store, known, _document(record(arxiv_id=BOATS[0], authors=names)))

    assert said("A. Berg") == said("Berg Ada") == said("Cem Demir", "Ada Berg") == said("Adah Bergh") == []
    assert said("The Boat Team") == said("アダ・ベルグ") == []
    assert said("Zoe Quist") == [
        (
            "author",
            "The first author of arXiv 2404.11111 is Ada Berg in one statement and Zoe Quist in another",
        )
    ]


def test_a_name_that_stands_twice_among_the_authors(store):
    found = contradictions(store, _document(record(authors=("Wei Wang", "Ada Berg", "Wei WANG"))))
    assert found == [("author", "Wei WANG stands twice among the authors: two people of one name, or a slip")]


def test_totals_of_a_document_and_of_its_sections(store):
    rows = [
        record("Boats", section="cs.RO"),
        record("Yeast", section="q-bio"),
        record("Looms", section="cs.RO"),
    ]
    right = _document(*rows, stated_totals=(("papers", 3), ("cs.RO", 2)))
    assert contradictions(store, right) == []
    wrong = replace(right, stated_totals=(("papers", 10), ("cs.RO", 2), ("q-bio", 4), ("cs.CV", 1)))
    assert [detail for _, detail in contradictions(store, wrong)] == [
        "papers: 10 stated, 3 counted",
        "q-bio: 4 stated, 1 counted",
        "cs.CV: 1 stated, 0 counted",
    ]


ICML = EditionRef(SeriesKind.VENUE, "ICML", "2031")


def _talk(accepted):
    span = Span(0, 4, "1,23")
    return Document(
        DocumentKind.SLIDE_TRANSCRIPT,
        "A talk",
        "en",
        (),
        (),
        statistics=(Statistic("accepted papers", accepted, span, "ICML 2031"),),
    )


@pytest.mark.parametrize(("accepted", "said"), [(4, True), (3, False), (30, False)])
def test_a_stated_number_of_accepted_papers_is_held_against_the_list(store, accepted, said):
    papers = [record(t, edition=ICML, status="Poster") for t in ("Boats", "Yeast", "Looms")]
    refused = record("Sails", edition=ICML, status="Reject")
    listed = _document(*papers, refused, kind=DocumentKind.PAPER_LIST)
    words = [("total", f"ICML 2031: {accepted} accepted papers stated, 3 papers in its list")]
    assert contradictions(store, _talk(accepted), listed) == (words if said else [])


SEED = 3


@pytest.mark.corpus
@pytest.mark.usefixtures("without_methods")
def test_swapped_ids_of_a_real_digest_are_flagged(store, corpus):
    """Of 100 rows at least 90 are flagged; of the rows as they are, at most two."""
    metadata = (corpus / "venues" / "arxiv_snapshot_sample.jsonl").read_bytes()
    text = (corpus / "digests" / "ml_papers_of_the_week.md").read_bytes().decode()
    known = {json.loads(line)["id"] for line in metadata.decode().splitlines() if line}
    weeks = IMPORTERS["dair_weekly_digest"].read(Source("d.md", text))
    rows = [(w, i, r) for w in weeks for i, r in enumerate(w.papers) if r.arxiv_id in known]
    chosen = random.Random(SEED).sample(rows, 100)
    swapped = text
    edits = []
    for one, other in zip(chosen[::2], chosen[1::2], strict=True):
        edits += [(one, other[2].arxiv_id), (other, one[2].arxiv_id)]
    for (week, i, row), new in sorted(edits, key=lambda edit: -edit[0][2].evidence.start):
        end = max(block.end for block in week.blocks if block.paper == i)
        line = swapped[row.evidence.start : end].replace(row.arxiv_id, new)
        swapped = swapped[: row.evidence.start] + line + swapped[end:]

    def flagged(digest_text):
        inputs = [Input("d.md", "", digest_text.encode()), Input("s.jsonl", "", metadata)]
        made = plan(store.reader, inputs)
        flags = [c for c in made.contradictions if c.kind == "id"]
        return {made.documents[c.document].document.papers[c.record].evidence.start for c in flags}, made

    places, made = flagged(swapped)
    right = {row.evidence.start for _, _, row in chosen}
    shifted = len(swapped) - len(text)
    assert shifted == 0, "ids of one length: places stay"
    assert len(places & right) >= 90, f"{len(places & right)} flagged, {made.unjudged_ids} not judged"
    unswapped, _ = flagged(text)
    assert len(unswapped & {row.evidence.start for _, _, row in rows}) <= 2
