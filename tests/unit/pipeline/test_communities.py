"""From similar papers and shared methods to communities: named, kept, made anew only where needed."""

import json

import pytest

from explorer.cli import main
from explorer.errors import Cancelled, NotFound
from explorer.pipeline.communities import _beginning, find_communities
from explorer.pipeline.embed import embed_papers
from explorer.pipeline.similar import relate_papers
from explorer.pipeline.worker import Worker
from explorer.questions.passport import passport
from explorer.questions.passport_page import InRegion
from explorer.questions.regions import region, region_view, regions
from explorer.store.communities import all_communities, communities_state, set_communities_state
from tests.libraries import digest, import_text, new_store
from tests.unit.pipeline.test_embed_and_relate import LEXICAL, Library, quiet

FIELDS = {
    "graph neural networks": ("nodes", "edges", "message passing", "molecules", "oversmoothing", "spectra"),
    "linear bandits": ("regret", "arms", "exploration", "contexts", "rewards", "confidence sets"),
    "speech synthesis": ("voices", "vocoders", "prosody", "phonemes", "speakers", "waveforms"),
}


def papers(first=0, last=8):
    """(title, summary, arXiv id) of a week: titles that name a field, summaries in its words."""
    rows = []
    for place, (field, words) in enumerate(FIELDS.items()):
        for number in range(first, last):
            one, other = words[number % len(words)], words[(number + 2) % len(words)]
            title = f"{one.capitalize()} and {other} in {field}: part {number}"
            rows.append(
                (
                    title,
                    f"Work on {field} with {one}, {other} and {words[0]}.",
                    f"24{place + 1:02}.1{number:04}",
                )
            )
    return rows


@pytest.fixture(scope="module")
def worker():
    with Worker() as made:
        yield made


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path / "library.db")
    import_text(made, "week.md", digest("May 6 - May 12", papers()))
    yield made
    made.close()


def grouped(store, worker, progress=quiet):
    embed_papers(Library(store), worker, LEXICAL, quiet, lambda: False)
    relate_papers(Library(store), worker, LEXICAL, quiet, lambda: False)
    return find_communities(Library(store), worker, progress, lambda: False)


def test_papers_of_one_field_share_a_region_that_is_called_so(store, worker):
    seen = []
    count = grouped(store, worker, lambda done, total, what: seen.append(what))
    found = regions(store.reader).regions
    assert count == len(found) == 3 and "Communities" in seen
    assert {line.name for line in found} == set(FIELDS)
    for line in found:
        page = region(store.reader, line.name)
        assert len(page.papers) == line.papers >= 6
        assert all(line.name in paper.name for paper in page.papers)


def test_nothing_is_made_anew_where_nothing_changed(store, worker):
    grouped(store, worker)
    before = store.reader.value("select value from meta where key = 'revision'")
    assert find_communities(Library(store), worker, quiet, lambda: False) == 3
    assert store.reader.value("select value from meta where key = 'revision'") == before


def test_communities_deleted_by_hand_come_again_the_same(store, worker):
    grouped(store, worker)
    before, names = all_communities(store.reader), regions(store.reader)
    with store.operation("Forget", "derived"):
        store.execute("delete from community")
        store.execute("delete from community_name")
        set_communities_state(store, "")
    grouped(store, worker)
    assert all_communities(store.reader) == before and regions(store.reader) == names


def test_new_papers_join_and_the_old_stay(store, worker):
    grouped(store, worker)
    before = all_communities(store.reader)
    names = {line.id: line.name for line in regions(store.reader).regions}
    import_text(store, "next.md", digest("May 13 - May 19", papers(8, 9)))
    grouped(store, worker)
    after = all_communities(store.reader)
    assert {node: after.get(node) for node in before} == before
    assert len(after) > len(before)
    assert {line.id: line.name for line in regions(store.reader).regions} == names


def test_a_stopped_run_leaves_the_communities_as_they_were(store, worker):
    grouped(store, worker)
    before = all_communities(store.reader)
    with store.operation("Forget", "derived"):
        set_communities_state(store, "")
    with pytest.raises(Cancelled):
        find_communities(Library(store), worker, quiet, lambda: True)
    assert all_communities(store.reader) == before and communities_state(store.reader) == ""


def test_a_library_without_similarities_has_no_regions(store, worker):
    assert find_communities(Library(store), worker, quiet, lambda: False) == 0
    assert regions(store.reader).regions == ()
    with pytest.raises(NotFound, match="no regions yet"):
        region(store.reader, "anything")


def test_a_passport_says_its_region_and_a_region_is_a_view(store, worker):
    grouped(store, worker)
    line = regions(store.reader).regions[0]
    paper = line.central[0].id
    assert passport(store.reader, paper).region == InRegion(line.id, line.name)
    view = region_view(store.reader, line.id)
    assert view.title == line.name and paper in view.query.only
    with pytest.raises(NotFound):
        region_view(store.reader, 10**6)


def test_a_region_is_found_by_a_part_of_its_name(store, worker):
    grouped(store, worker)
    assert region(store.reader, "BANDITS").name == "linear bandits"
    with pytest.raises(NotFound, match="No region"):
        region(store.reader, "quantum")
    with pytest.raises(NotFound, match="several"):
        region(store.reader, "s")


def test_the_verb_lists_regions_and_shows_one(store, worker, tmp_path, capsys):
    grouped(store, worker)
    store.close()
    library = str(tmp_path / "library.db")
    assert main(["regions", library, "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["regions"]
    assert {line["name"] for line in listed} == set(FIELDS)
    assert main(["regions", library, "bandits"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("linear bandits\n") and "Papers (" in shown
    assert main(["regions", library]) == 0
    assert "speech synthesis" in capsys.readouterr().out
    assert main(["regions", library, "quantum"]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_paper_that_came_after_the_regions_says_that_it_has_none_yet(store, worker):
    paper = store.reader.value("select max(id) from paper")
    assert passport(store.reader, paper).region is None  # nothing has been embedded
    grouped(store, worker)
    assert passport(store.reader, paper).region.is_known
    import_text(store, "next.md", digest("May 13 - May 19", papers(8, 9)))
    latest = store.reader.value("select max(id) from paper")
    assert not passport(store.reader, latest).region.is_known
    grouped(store, worker)
    assert passport(store.reader, latest).region.is_known


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Foo-Bar: A More Robust Benchmark of Bars", "Foo-Bar"),
        ("見本：とても長い題名", "見本"),
        ("Walks are all that you need", "Walks are all that"),
        (": x", ": x"),
    ],
)
def test_a_community_that_only_a_title_can_name_takes_its_head(title, name):
    assert _beginning(title) == name
