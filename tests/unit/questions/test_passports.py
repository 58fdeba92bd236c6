"""What each kind of passport answers, on a small library of our own words in real formats."""

import json
import time

import pytest

from explorer.cli.passport_words import passport_lines
from explorer.model import NodeKind
from explorer.ops.tagging import tag
from explorer.pipeline.similar import percentile_of
from explorer.questions.lookup import find_node
from explorer.questions.method import method
from explorer.questions.passport import passport, passport_of
from explorer.questions.passport_places import papers_page
from explorer.questions.passport_text import side_by_side, text_page
from explorer.store.links import put_link
from explorer.store.vectors import SpaceRow
from tests.libraries import AT, WEEK_JA, digest, import_files, import_text, new_store

POSTERS = 70


def conference(count: int) -> str:
    """The events of ICML 2024 as its site gives them: one paper that digests know, posters, a workshop."""
    rows = [("Oral", "Lantern: Reading Long Papers by Light", "Ada Example, Bo Sample")]
    rows += [
        ("Poster", f"A Study of Lantern for Topic {n}", f"Author Nr{n}x, Ada Example") for n in range(count)
    ]
    rows += [("Workshop", "Workshop on Lamps", "Cy Specimen")]
    return json.dumps(
        [
            {
                "type": kind,
                "name": name,
                "virtualsite_url": f"https://ICML.cc//virtual/2024/{kind.lower()}/{n}",
                "speakers/authors": people,
                "abstract": "Words on lamps and Lantern." if kind != "Workshop" else "",
            }
            for n, (kind, name, people) in enumerate(rows)
        ]
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    made = new_store(tmp_path_factory.mktemp("passports") / "library.db")
    rows = [
        (
            "Lantern: Reading Long Papers by Light",
            "proposes Lantern; Lantern builds on RAG.",
            "2404.12345",
        ),
        ("Candle", "Candle builds on Lantern; Candle outperforms DPO.", "2404.22222"),
    ]
    import_text(made, "week.md", digest("April 29 - May 5", rows))
    later = [("Lantern Again", "Lantern is used once more; Lantern with RAG.", "2408.11111")]
    import_text(made, "later.md", digest("August 5 - August 11", later))
    import_text(made, "ICML_2024_Events.json", conference(POSTERS))
    import_files(made, WEEK_JA)
    yield made
    made.close()


@pytest.fixture
def reader(store):
    return store.reader


def test_a_methods_passport_says_where_it_is_named_and_what_it_joins(reader):
    page = passport_of(reader, "RAG")
    assert page.first_seen[0] == "2024-04-29"
    assert len(page.about.bridges) == len(page.appearances) == 2
    assert dict(page.facts)["Named in"].startswith("2 sources: week of 2024-04-29")
    assert {place.series for place in page.appearances} == {"digest"}


def test_names_stand_by_script_and_kind_latin_first(reader):
    names = passport_of(reader, "RAG").about.names
    assert names[0].script == "latin"
    assert [group.script for group in names] == sorted(
        (group.script for group in names), key=lambda s: (s != "latin", s)
    )
    assert "検索拡張生成" in {form for group in names for form in group.forms}
    assert all(group.forms and group.kind for group in names)


def test_what_it_builds_on_is_prior_and_what_follows_it_is_derivative(store, reader):
    old, new = find_node(reader, "DPO", NodeKind.CONCEPT), find_node(reader, "RAG", NodeKind.CONCEPT)
    with store.operation("links", "derived"):
        put_link(store, old, "succeeded_by", new, AT)
    newer, older = passport(reader, new), passport(reader, old)
    assert ("DPO", "follows") in {(n.name, n.words) for n in newer.prior}
    assert ("RAG", "succeeded by") in {(n.name, n.words) for n in older.derivative}
    assert not older.prior
    answer = method(reader, "RAG")
    assert "DPO" in answer["prior"] and "DPO" not in answer["derivative"]


def test_papers_of_a_method_stand_under_what_they_do_with_it(reader):
    groups = {group.predicate: group for group in passport_of(reader, "Lantern").about.papers}
    assert [title for _, title in groups["introduces"].papers] == ["Lantern: Reading Long Papers by Light"]
    told = {i for key, group in groups.items() if key != "names" for i, _ in group.papers}
    assert groups["names"].total >= POSTERS
    assert told.isdisjoint(i for i, _ in groups["names"].papers)


def test_a_papers_passport_says_who_names_it_in_what_role_and_with_which_words(reader):
    page = passport_of(reader, "2404.12345")
    first = page.about.places[0]
    assert (first.role, first.rank, first.date) == ("reviewed", 1, "2024-04-29")
    assert "Lantern" in first.quote.exact
    assert {place.name for place in page.appearances} == {"ICML 2024", "2024-04-29 – 05-05"}
    assert next(p for p in page.appearances if p.name == "ICML 2024").detail == "Oral"
    assert "Lantern" in {name for group in page.about.methods for _, name in group.papers}


def test_questions_on_a_paper_carry_their_answer_and_the_way_to_their_place(reader):
    node = reader.value(
        "select a.paper from appearance a join block b on b.appearance = a.id where b.kind = 'question'"
    )
    pairs = passport(reader, node).about.questions
    assert pairs and all(pair.question and pair.answer and pair.machine for pair in pairs)
    lit = [b for b in text_page(reader, pairs[0].passage.document, at=pairs[0].passage.start).blocks if b.lit]
    assert [block.text for block in lit] == [pairs[0].question]


def test_an_edition_counts_its_papers_by_status_and_pages_them(reader):
    page = passport_of(reader, "ICML 2024")
    about = page.about
    assert {(row.status, row.papers) for row in about.totals} == {("Oral", 1), ("Poster", POSTERS)}
    assert (len(about.papers.papers), about.papers.total) == (60, POSTERS + 1)
    rest = papers_page(reader, page.id, 60)
    shown = [line.id for line in (*about.papers.papers, *rest.papers)]
    assert len(shown) == len(set(shown)) == POSTERS + 1
    assert next(c for c in about.methods if c.name == "Lantern").count == POSTERS + 1
    assert [(event.kind, event.name) for event in about.events] == [("Workshop", "Workshop on Lamps")]


def test_what_digests_saw_first_is_told_in_days_before_the_conference(reader):
    about = passport_of(reader, "ICML 2024").about
    (lead,) = about.leads
    assert lead.title == "Lantern: Reading Long Papers by Light"
    assert lead.words == "77 days before the conference"  # from Sunday 5 May to Sunday 21 July
    assert about.lead_total == 1


def test_an_issue_has_its_papers_and_its_documents(reader):
    page = passport_of(reader, "2024-04-29 – 05-05")
    assert [(line.title, line.detail) for line in page.about.papers.papers][:2] == [
        ("Lantern: Reading Long Papers by Light", "no. 1"),
        ("Candle", "no. 2"),
    ]
    assert [rendition.source for rendition in page.about.renditions] == ["week.md"]


def test_a_document_opens_around_a_character_of_its_source(reader):
    document = reader.value("select id from document where kind = 'paper_list'")
    start, ordinal = reader.rows(
        "select start, ordinal from block where document = ? and kind = 'paper_title' order by ordinal desc",
        [document],
    )[0]
    text = passport(reader, document, at=start + 3).about.text
    assert [block.ordinal for block in text.blocks if block.lit] == [ordinal]
    assert 0 < text.first < ordinal < text.total
    assert len(text.blocks) <= 40


def test_a_long_document_opens_in_a_moment(tmp_path):
    store = new_store(tmp_path / "long.db")
    import_text(store, "ICML_2024_Events.json", conference(1_500))
    document = store.reader.value("select id from document")
    begun = time.perf_counter()
    page = passport(store.reader, document, at=200_000)
    assert time.perf_counter() - begun < 0.1
    assert page.about.text.total > 3_000 and len(page.about.text.blocks) == 40
    store.close()


def test_two_renditions_stand_section_beside_section(tmp_path):
    store = new_store(tmp_path / "two.db")
    import_files(store, WEEK_JA)
    titles = [
        row[0]
        for row in store.reader.rows(
            "select n.name from appearance a join node n on n.id = a.paper group by 1"
        )
    ]
    rows = [(title, f"says what {title} says.", "") for title in titles]
    import_text(store, "twin.md", digest("October 9 - October 15", rows).replace("2024", "2023"))
    left, right = (row[0] for row in store.reader.rows("select id from document order by id"))
    found = side_by_side(store.reader, left, right)
    assert found.languages == ("ja", "en")
    both = [section for section in found.sections if section.left and section.right]
    assert len(both) >= 2
    alone = [section for section in found.sections if not (section.left and section.right)]
    assert len(both) * 2 + len(alone) == 2 * len(titles)  # nothing is left out on either side
    for section in both:
        assert {b.paper for b in section.left} == {b.paper for b in section.right}
    store.close()


def test_an_authors_passport_has_co_authors_methods_and_whether_it_is_one_person(reader):
    page = passport_of(reader, "Ada Example")
    assert page.subtitle == f"author · {POSTERS + 1} papers here"
    assert {count.name for count in page.about.coauthors} >= {"Bo Sample", "Author Nr3x"}
    assert next(c for c in page.about.methods if c.name == "Lantern").count == POSTERS + 1
    assert not page.about.is_one_person and "several people" in dict(page.facts)["Identity"]


def test_a_tag_says_what_carries_it_by_kind_and_when(store, reader):
    nodes = [find_node(reader, "2404.12345"), find_node(reader, "Lantern", NodeKind.CONCEPT)]
    tag(store, "lamps", nodes)
    page = passport_of(reader, "lamps")
    assert [(group.kind, group.total) for group in page.about.carried] == [
        (NodeKind.PAPER, 1),
        (NodeKind.CONCEPT, 1),
    ]
    assert sum(count for _, count in page.about.months) <= 2
    assert page.subtitle == "trend tag · on 2 items"


@pytest.mark.parametrize("kind", [k for k in NodeKind if k is not NodeKind.TAG])
def test_every_passport_reads_from_top_to_bottom_in_a_terminal(reader, kind):
    node = reader.value("select id from node where kind = ?", [int(kind)])
    page = passport(reader, node)
    lines = list(passport_lines(page))
    assert lines[0] == page.name and all("\x1b" not in line for line in lines)


@pytest.mark.parametrize("engine", ["e5_small", "an engine that brings no scales"])
def test_a_stronger_edge_is_nearer_than_more_pairs(engine):
    space = SpaceRow(1, engine, "", "", "", 384, 0)
    shares = [percentile_of(space, ("ja", "en"), weight) for weight in (0.0, 0.2, 0.4, 1.0)]
    assert shares == sorted(shares) and shares[0] < 70 and shares[-1] > 99.8
