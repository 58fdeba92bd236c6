"""Lifelines and lead times: what was where first, and how many days a digest was ahead."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.errors import ExplorerError
from explorer.model import EditionRef, NodeKind, SeriesKind
from explorer.ops.importing import apply
from explorer.pipeline.plan import Input, plan
from explorer.questions.first_arxiv import month_of
from explorer.questions.lead_times import Only, lead_times
from explorer.questions.lifeline import Lifeline, lead_words, lifeline, lifeline_of
from explorer.questions.lookup import find_node
from explorer.store import Store
from tests.libraries import AT, digest, import_text, new_store, share_of_list

EARLY = "Quillnet: Feathered Attention for Small Models"
LATE = "Mossgraph: Slow Graphs That Remember"
ALONE = "Tidepool: Sampling at the Shore"
LISTED = "Lanternfish: Seeing in Deep Water"


def in_list(store: Store, edition: tuple[str, str], *titles: str, days: tuple[str, str] = ("", "")) -> None:
    series, label = edition
    """A list; an arXiv id behind “|” in a title has a column of its own."""
    rows = "\n".join('"{}","Ada Quill; Bo Reed",{}'.format(*f"{title}|".split("|")[:2]) for title in titles)
    wanted = EditionRef(SeriesKind.VENUE, series, label, *days)
    given = Input(
        f"{series}{label}.csv", f"{series}{label}.csv", f"title,authors,arxiv\n{rows}\n".encode(), "", wanted
    )
    apply(store, plan(store.reader, [given]), AT)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A library, to be copied."""
    path = tmp_path_factory.mktemp("lines") / "a.pelib"
    made = new_store(path)
    week = digest(
        "April 29 - May 5",
        [(EARLY, "Quillnet prunes heads.", "2404.11111"), (ALONE, "Tidepool samples.", "2404.22222")],
    )
    import_text(made, "week.md", week)
    later = digest("July 29 - August 4", [(LATE, "Mossgraph keeps old edges.", "2407.33333")])
    import_text(made, "later.md", later)
    days = ("2024-07-21", "2024-07-27")
    in_list(made, ("ICML", "2024"), EARLY, LATE, LISTED, days=days)
    made.close()
    return path.read_bytes()


@pytest.fixture
def store(built: bytes, tmp_path: Path):
    path = tmp_path / "a.pelib"
    path.write_bytes(built)
    made = Store(path)
    yield made
    made.close()


def of(store: Store, title: str) -> Lifeline:
    return lifeline(store.reader, find_node(store.reader, title, NodeKind.PAPER))


def test_a_lead_is_counted_from_the_last_day_of_the_week_to_the_first_day_of_the_conference(store):
    found = of(store, EARLY)
    assert found.lead is not None
    assert (found.lead.days, found.lead.basis, found.lead.words) == (
        77,
        "paper",
        "77 days before the conference",
    )
    assert found.digest is not None and (found.digest.first, found.digest.last) == (
        "2024-04-29",
        "2024-05-05",
    )
    assert found.venue is not None and (found.venue.name, found.venue.first) == ("ICML 2024", "2024-07-21")
    assert found.later == ()


def test_each_date_quotes_the_document_that_says_so(store):
    found = of(store, EARLY)
    for stop, is_list in ((found.arxiv, False), (found.digest, False), (found.venue, True)):
        assert stop is not None and stop.source is not None
        assert stop.source.is_list is is_list
        assert EARLY in stop.source.exact
    assert found.arxiv.first == "2024-04"  # no document states the day


def test_a_digest_that_came_after_the_conference_began_has_a_lead_below_zero(store):
    lead = of(store, LATE).lead
    assert lead is not None and lead.days == -14
    assert lead.words == "14 days after the conference began"


def test_without_a_digest_or_a_conference_there_is_no_lead_and_it_says_why(store):
    waiting, unseen = of(store, ALONE), of(store, LISTED)
    assert (waiting.lead, waiting.why) == (None, "In a digest, not yet at a conference here.")
    assert (unseen.lead, unseen.why) == (None, "At a conference, never in a digest here.")


def test_an_edition_without_a_known_day_gives_no_lead(store):
    in_list(store, ("Pond Workshop", "2024"), f"{ALONE}|2404.22222")
    found = of(store, ALONE)
    assert found.venue is not None and found.venue.name == "Pond Workshop 2024"
    assert (found.lead, found.why) == (None, "The days of Pond Workshop 2024 are not known.")
    answer = lead_times(store.reader)
    row = next(row for row in answer.rows if row.name == ALONE)
    assert (row.days, row.basis, answer.undated) == (None, "", 1)
    assert answer.rows[-1] == row


def test_the_tables_tell_who_stands_in_both_and_who_in_one(store):
    names = {only: [row.name for row in lead_times(store.reader, only).rows] for only in Only}
    assert names == {Only.LEAD: [EARLY, LATE], Only.DIGEST: [ALONE], Only.VENUE: [LISTED]}


def test_the_table_and_the_lifeline_agree(store):
    for is_methods in (False, True):
        for row in lead_times(store.reader, Only.LEAD, is_methods).rows:
            found = lifeline(store.reader, row.node)
            assert found.lead is not None
            assert (found.lead.days, found.lead.basis) == (row.days, row.basis)
            assert found.digest.node == row.digest.node and found.venue.node == row.venue.node


def test_a_method_goes_through_the_paper_that_introduces_it(store):
    found = lifeline(store.reader, find_node(store.reader, "Quillnet", NodeKind.CONCEPT))
    assert found.lead is not None and (found.lead.days, found.lead.basis) == (77, "paper")
    assert found.arxiv is not None and found.arxiv.paper == find_node(store.reader, EARLY, NodeKind.PAPER)


def test_a_name_without_its_paper_is_a_mention(store):
    week = digest("May 6 - May 12", [("Reeds", "Built on Lanternfish, it bends.", "2405.44444")])
    import_text(store, "reeds.md", week)
    found = lifeline(store.reader, find_node(store.reader, "Lanternfish", NodeKind.CONCEPT))
    assert found.lead is not None and (found.lead.days, found.lead.basis) == (70, "mention")
    assert found.digest is not None and found.digest.how == "named"


def test_only_papers_and_methods_have_lifelines(store):
    with pytest.raises(ExplorerError, match="has no lifeline"):
        lifeline(store.reader, find_node(store.reader, "ICML 2024", NodeKind.EDITION))


def test_a_name_finds_its_lifeline(store):
    assert lifeline_of(store.reader, "2404.11111").name == EARLY


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day before the conference"),
        (0, "on the first day of the conference"),
        (-1, "1 day after the conference began"),
    ],
)
def test_leads_in_words(days, words):
    assert lead_words(days) == words


@pytest.mark.parametrize(
    ("arxiv_id", "month"),
    [("2404.19737", "2024-04"), ("math/0309136", "2003-09"), ("hep-th/9901001", "1999-01"), ("x/99", "")],
)
def test_an_arxiv_id_tells_its_month(arxiv_id, month):
    assert month_of(arxiv_id) == month


@pytest.mark.corpus
def test_multi_token_prediction_was_in_a_digest_77_days_before_icml(tmp_path, corpus):
    made = new_store(tmp_path / "a.pelib")
    files = [
        corpus / "digests" / "ml_papers_of_the_week.md",
        corpus / "seeds" / "002_ce61413c2b86cf68.txt",
    ]
    given = [Input(f.name, str(f), f.read_bytes()) for f in files]
    events = corpus / "venues" / "ICML_2024_Events.json"
    listed = share_of_list(events, 20, lambda text: "Multi-token Prediction" in text)
    apply(made, plan(made.reader, [*given, Input(events.name, str(events), listed.encode())]), AT)
    found = lifeline_of(made.reader, "2404.19737")
    assert found.arxiv is not None and found.arxiv.first == "2024-04-30"
    assert found.digest is not None and found.digest.last == "2024-05-05"
    assert found.venue is not None and found.venue.first == "2024-07-21"
    assert found.lead is not None and found.lead.days == 77
    made.close()
