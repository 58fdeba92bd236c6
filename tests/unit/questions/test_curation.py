"""What waits on links and names."""

import pytest

from explorer.model import NodeKind
from explorer.ops import concepts, linking
from explorer.questions.curation import spelling_key, waiting_curation
from explorer.questions.lookup import find_node
from tests.libraries import digest, import_text, new_store

ROWS = [
    ("ZetaNet: Sparse Experts", "ZetaNet builds on LoRA. ZetaNet outperforms DPO.", "2405.00001"),
    ("OmegaNet: Dense Experts", "OmegaNet is fine-tuned on MMLU.", "2405.00002"),
]


@pytest.fixture
def library(tmp_path):
    made = new_store(tmp_path / "curation.db")
    import_text(made, "week.md", digest("May 6 - May 12", ROWS))
    yield made
    made.close()


def node(store, name):
    return find_node(store.reader, name, NodeKind.CONCEPT)


def questions(store):
    return {
        (row.kind, frozenset(side.name for side in row.sides)) for row in waiting_curation(store.reader).names
    }


def test_proposed_links_come_with_the_most_confident_first(library):
    assert waiting_curation(library.reader).links_total == 0
    rows = library.reader.rows("select id from link where predicate in ('builds_on', 'outperforms')")
    linking.reopen(library, [row[0] for row in rows])
    answer = waiting_curation(library.reader)
    assert answer.links_total == len(rows) == 2
    assert [s.confidence for s in answer.links] == sorted([s.confidence for s in answer.links], reverse=True)
    assert all(said.quotes and said.status == "proposed" for said in answer.links)
    assert len(waiting_curation(library.reader, limit=1).links) == 1


def test_plurals_hyphens_and_long_vowels_are_one_spelling():
    assert spelling_key("Prompt-Tunings") == spelling_key("prompt tuning")
    assert spelling_key("トランスフォーマー") == spelling_key("トランスフォーマ")
    assert spelling_key("GPT-3") != spelling_key("GPT-4")
    assert spelling_key("Chess") == "chess" and spelling_key("MMLU") == "mmlu"


def test_concepts_with_names_spelled_alike_may_be_one_until_a_person_says_no(library):
    zeta, omega = node(library, "ZetaNet"), node(library, "OmegaNet")
    assert questions(library) == set()
    concepts.accept_aliases(library, [(zeta, "Great Expert Net"), (omega, "Great Expert-Nets")])
    assert questions(library) == {("duplicate", frozenset({"ZetaNet", "OmegaNet"}))}
    (row,) = waiting_curation(library.reader).names
    assert "Great Expert Net" in row.why and all(side.quotes for side in row.sides)
    concepts.keep_apart(library, [(omega, zeta)])
    assert questions(library) == set()


def test_an_acronym_of_two_things_asks_for_its_meaning(library):
    zeta, omega = node(library, "ZetaNet"), node(library, "OmegaNet")
    library.execute(
        """insert into alias (concept, form, fold, language, script, kind)
           values (?1, 'XN', 'xn', 'en', 'latin', 'acronym'), (?2, 'XN', 'xn', 'en', 'latin', 'acronym')""",
        [zeta, omega],
    )
    assert questions(library) == {("meaning", frozenset({"ZetaNet", "OmegaNet"}))}
    concepts.choose_meanings(library, [("XN", [zeta, omega], [])])
    assert questions(library) == set()


def test_an_acronym_that_is_spelled_out_in_two_ways_is_asked(library):
    zeta = node(library, "ZetaNet")
    for form, kind in (
        ("ZN", "acronym"),
        ("Zeta Network", "expansion"),
        ("Zigzag Nightly Paths", "expansion"),
    ):
        library.execute(
            """insert into alias (concept, form, fold, language, script, kind)
               values (?, ?, ?, 'en', 'latin', ?)""",
            [zeta, form, form.casefold(), kind],
        )
    (row,) = waiting_curation(library.reader).names
    assert (row.kind, row.form, row.forms) == ("expansion", "ZN", ("Zeta Network", "Zigzag Nightly Paths"))
    concepts.reject_aliases(library, [(zeta, "Zigzag Nightly Paths")])
    assert questions(library) == set()
