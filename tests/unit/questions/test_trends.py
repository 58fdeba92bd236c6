"""Trends between sets of papers, and what documents claim with its verdict."""

import csv
import json

import pytest

from explorer.cli import main
from explorer.errors import ExplorerError, NotFound
from explorer.model import Direction
from explorer.ops.tag_tree import make
from explorer.ops.tagging import tag
from explorer.ops.trend_files import write_chart, write_table
from explorer.questions.asked_trends import ask_claims, ask_trends
from explorer.questions.claims import ClaimKind, Verdict
from explorer.questions.dump import dump
from explorer.questions.slice_choices import slice_choices
from explorer.questions.slices import SliceKind, find_slice
from explorer.questions.trends import Wish, ranked, trends
from explorer.questions.trends_words import trends_json
from explorer.store import Store
from tests.libraries import digest, import_text

OLD = ["Kernel Machines for Graphs", "Kernel Machines in Practice", "On Kernel Machines", "Bounds for Trees"]
NEW = ["Language Models for Code", "Prompting Language Models", "A Study of Language Model Safety"]
DECK = """Notes on NeurIPS 2022

Slide 1
Notes on NeurIPS 2022
Slide 2
NeurIPS 2022 in numbers
- 800 submissions
- 200 accepted (25.0% acceptance)
Slide 3
Title words, NeurIPS 2021 to NeurIPS 2022
Rising words
- Language Models
- Kernel Machines
Declining words
- Kernel Machines
- Quantum Walks
Slide 4
Thank you
"""


def listed(titles, venue, many):
    """A list of ``many`` papers in the form of accepted papers, each title with a number of its own."""
    rows = [
        {
            "title": f"{titles[i % len(titles)]} {chr(97 + i % 26)}{i}",
            "author": f"Ann Author{i}",
            "track": "main",
        }
        for i in range(many)
    ]
    return [row | {"status": "Poster", "site": f"https://{venue}/virtual/{i}"} for i, row in enumerate(rows)]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """Two lists, a deck that claims something of them, and a deck's claims on a list that is missing."""
    path = tmp_path_factory.mktemp("trends") / "library.db"
    store = Store(path)
    for name, titles, many in (("neurips2021.json", OLD, 120), ("neurips2022.json", [*OLD[3:], *NEW], 200)):
        import_text(store, name, json.dumps(listed(titles, name[:7], many)))
    import_text(store, "deck.txt", DECK)
    import_text(store, "deck3.txt", DECK.replace("2022", "2019").replace("2021", "2018"))
    said = ("SPPO outperforms DPO and IPO on AlpacaEval 2.0.", "DPO outperforms SPPO on long answers.")
    for number, (week, words) in enumerate(zip(("April 29 - May 5", "May 6 - May 12"), said, strict=True)):
        rows = [(f"Paper {number} on Preferences", f"finds that {words}", f"2405.0000{number}")]
        import_text(store, f"own{number}.md", digest(week, rows))
    yield store, path
    store.close()


@pytest.fixture
def reader(library):
    return library[0].reader


def test_terms_of_two_lists_rise_and_decline_by_their_shares_each_with_its_papers(reader):
    answer = trends(reader, find_slice(reader, "NeurIPS 2021"), find_slice(reader, "NeurIPS 2022"))
    up = {row.term: row for row in ranked(answer.terms, Direction.RISING, 50)}
    down = {row.term: row for row in ranked(answer.terms, Direction.DECLINING, 50)}
    assert (up["language models"].count_from, up["language models"].count_to) == (0, 150)
    assert up["language models"].share_to == 0.75
    assert down["kernel machines"].count_from == 90
    assert down["kernel machines"].significant
    assert not {"for", "in", "on", "language", "kernel"} & {*up, *down}
    assert len(set(up["language models"].papers_to)) == 150


def test_literal_bigrams_keep_function_words_and_every_form(reader):
    found = ask_trends(reader, ("NeurIPS 2021", "NeurIPS 2022"), Wish(2, raw=True)).answer
    terms = {row.term: (row.count_from, row.count_to) for row in found.terms}
    assert terms["language models"] == (0, 100)
    assert terms["language model"] == (0, 50)
    assert terms["machines in"] == (30, 0)


def test_an_edition_without_a_list_is_an_empty_slice_and_said_to_be(reader):
    found = ask_trends(reader, ("ICML 2015", "NeurIPS 2022"), Wish()).answer
    assert (found.before.papers, found.terms, found.methods) == ((), (), ())
    assert found.notes == ("No list of ICML 2015 is in the library.",)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("NIPS 2021", SliceKind.EDITION),
        ("2024", SliceKind.TIME),
        ("2024-W18", SliceKind.TIME),
        ("2024-04..2024-05", SliceKind.TIME),
    ],
)
def test_a_slice_is_found_by_what_people_call_it(reader, words, kind):
    found = find_slice(reader, words)
    assert found.kind is kind
    assert found.papers


def test_a_tag_is_a_slice(library):
    store, _ = library
    first = find_slice(store.reader, "NeurIPS 2021").papers[:7]
    tag(store, "kernels", list(first))
    assert find_slice(store.reader, "tag:kernels").papers == first


def test_a_set_is_not_compared_with_itself(reader):
    with pytest.raises(ExplorerError, match="the same papers"):
        ask_trends(reader, ("NIPS 2021", "NeurIPS 2021"), Wish())


def test_a_tag_stands_for_what_carries_a_tag_under_it(library):
    store, _ = library
    papers = find_slice(store.reader, "NeurIPS 2021").papers
    tag(store, "methods of old", list(papers[:3]))
    make(store, "splines of old", "methods of old")
    tag(store, "splines of old", list(papers[2:6]))
    assert find_slice(store.reader, "tag:methods of old").papers == papers[:6]
    choices = {one.words: one.papers for one in slice_choices(store.reader).choices}
    assert choices["tag:methods of old"] == 6 and choices["tag:splines of old"] == 4


def test_what_is_no_set_of_papers_is_refused(reader):
    with pytest.raises(NotFound):
        find_slice(reader, "nothing of the kind")
    with pytest.raises(ExplorerError, match="no week"):
        find_slice(reader, "2024-W60")
    with pytest.raises(ExplorerError, match="4 words"):
        trends(reader, find_slice(reader, "2024"), find_slice(reader, "2024"), Wish(4))


def test_claims_on_terms_have_verdicts_from_literal_counts(reader):
    claims = ask_trends(reader, ("NeurIPS 2021", "NeurIPS 2022"), Wish()).claims
    told = {(claim.text, claim.direction): claim for claim in claims}
    assert told["Language Models", Direction.RISING].verdict is Verdict.HOLDS
    assert "0 of 120" in told["Language Models", Direction.RISING].why
    assert "100 of 200" in told["Language Models", Direction.RISING].why
    assert told["Kernel Machines", Direction.RISING].verdict is Verdict.FAILS
    assert told["Kernel Machines", Direction.DECLINING].verdict is Verdict.HOLDS
    assert told["Quantum Walks", Direction.DECLINING].verdict is Verdict.FAILS


def test_the_dump_sets_computed_figures_beside_claims_whose_lists_are_here(reader):
    found = [row for row in dump(reader)["term_trends"] if row["kind"] == "computed"]
    told = {row["term"]: row for row in found}
    assert set(told) == {"kernel machines", "language models"}  # no title holds quantum walks
    assert {(row["from"], row["to"], row["document"]) for row in found} == {
        ("NeurIPS 2021", "NeurIPS 2022", None)
    }
    rising, declining = told["language models"], told["kernel machines"]
    assert rising["direction"] == "rising"
    assert declining["direction"] == "declining"
    assert rising["share_from"] == 0 < rising["share_to"]
    assert declining["share_from"] > declining["share_to"]
    assert rising["significant"]
    assert rising["effect"] > 0 > declining["effect"]


def test_a_claim_that_cannot_be_checked_says_which_lists_are_missing(reader):
    claims = [c for c in ask_claims(reader, ()) if c.from_edition == "NeurIPS 2018"]
    assert {c.verdict for c in claims} == {Verdict.UNKNOWN}
    assert "NeurIPS 2018 is missing" in claims[0].why
    assert "NeurIPS 2019 is missing" in claims[0].why


def test_numbers_are_checked_with_lists_and_with_one_another(reader):
    told = {c.text: c for c in ask_claims(reader, ()) if c.kind is ClaimKind.NUMBER}
    assert told["accepted papers: 200 (NeurIPS 2022)"].verdict is Verdict.HOLDS
    assert told["acceptance rate (%): 25 (NeurIPS 2022)"].verdict is Verdict.HOLDS
    assert told["submissions: 800 (NeurIPS 2022)"].verdict is Verdict.UNKNOWN
    assert "missing" in told["accepted papers: 200 (NeurIPS 2019)"].why


def test_what_outperforms_what_is_checked_with_what_other_documents_say(reader):
    told = {c.text: c for c in ask_claims(reader, ()) if c.kind is ClaimKind.OUTPERFORMS}
    assert told["SPPO outperforms IPO"].verdict is Verdict.UNKNOWN
    assert told["SPPO outperforms DPO"].verdict is Verdict.FAILS
    assert "May 6" in told["SPPO outperforms DPO"].why
    assert told["DPO outperforms SPPO"].verdict is Verdict.FAILS


def test_more_slices_give_trajectories(reader):
    found = ask_trends(reader, ("NeurIPS 2021", "2024", "NeurIPS 2022"), Wish())
    paths = {path.term: path for path in found.paths}
    assert paths["language models"].counts[0] == 0
    assert paths["language models"].direction is Direction.RISING
    assert len(paths["language models"].shares) == 3


def test_the_command_line_prints_the_exchange_format_and_writes_files(library, tmp_path, capsys):
    _, path = library
    table, drawing = tmp_path / "t.csv", tmp_path / "t.svg"
    words = ["trends", str(path), "NeurIPS 2021", "NeurIPS 2022"]
    assert main([*words, "--json", "--csv", str(table), "--svg", str(drawing), "--chart", "slope"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {"from", "to", "n_from", "n_to", "terms", "methods", "claims"} <= set(said)
    term = next(row for row in said["terms"] if row["term"] == "language models")
    assert (term["direction"], term["count_to"], term["significant"]) == ("rising", 150, True)
    assert {claim["verdict"] for claim in said["claims"]} == {"holds", "does not hold"}
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert any(row["term"] == "kernel machines" and row["direction"] == "declining" for row in rows)
    assert "language models" in drawing.read_text(encoding="utf-8")
    assert main(words) == 0
    said = capsys.readouterr().out
    assert "* language models" in said and "\n* changed more than a shuffle" in said
    assert main(["claims", str(path)]) == 0
    assert "cannot be checked" in capsys.readouterr().out
    assert main(["trends", str(path), "NeurIPS 2021"]) == 2


def test_files_of_the_same_answer_are_the_same_bytes(reader, tmp_path):
    answer = ask_trends(reader, ("NeurIPS 2021", "NeurIPS 2022"), Wish()).answer
    for name in "ab":
        write_table(answer, tmp_path / f"{name}.csv")
        write_chart(answer, tmp_path / f"{name}.svg", "ranked", ("dark", 10))
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert trends_json(answer, ()) == trends_json(answer, ())
