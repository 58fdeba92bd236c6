"""Paths, bridges, and what two nodes share: small libraries of our own words."""

import pytest

from explorer.errors import ExplorerError, NotFound
from explorer.model import NodeKind
from explorer.ops import linking
from explorer.questions.bridges import bridges, bridges_json, surprise
from explorer.questions.lookup import find_node
from explorer.questions.path import cost_in_words, find_path, find_path_of, path_json
from explorer.questions.shared import in_common
from tests.libraries import digest, import_text, new_store

FIRST = [
    ("ZetaNet: Sparse Experts", "ZetaNet builds on LoRA. ZetaNet outperforms DPO.", "2405.00001"),
    ("Words on Preferences", "We like DPO. KTO outperforms DPO by far.", "2405.00002"),
    ("A Long Look", "Mamba and RAG are named here in one breath.", "2405.00003"),
]
SECOND = [
    ("KTO again", "KTO outperforms RLHF. It is trained with LoRA.", "2405.00004"),
    ("Yet another look", "RAG is fine. RAG is named again, beside GPT-4.", "2405.00005"),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    made = new_store(tmp_path_factory.mktemp("walks") / "library.db")
    import_text(made, "a.md", digest("April 29 - May 5", FIRST))
    import_text(made, "b.md", digest("May 6 - May 12", SECOND))
    yield made
    made.close()


@pytest.fixture
def reader(built):
    return built.reader


def names(path):
    return [stop.name for stop in path.stops]


def issues(reader):
    return [row[0] for row in reader.rows("select id from node where kind = 4 order by id")]


def test_a_path_leads_over_stated_links_with_a_sentence_on_each_step(reader):
    answer = find_path_of(reader, "ZetaNet", "RLHF")
    assert names(answer.paths[0]) == ["ZetaNet", "DPO", "KTO", "RLHF"]
    assert answer.weaker == ()
    assert [hop.words for hop in answer.paths[0].hops] == [
        "outperforms",
        "is outperformed by",
        "outperforms",
    ]
    for hop in answer.paths[0].hops:
        best = hop.quotes[0]
        assert hop.source.name in best.sentence and hop.target.name in best.sentence
    assert cost_in_words(answer.paths[0]) == "3 steps, all of them stated"


def test_a_path_reads_the_same_from_its_other_end(reader):
    there = find_path_of(reader, "ZetaNet", "RLHF").paths[0]
    back = find_path_of(reader, "RLHF", "ZetaNet").paths[0]
    assert names(back) == names(there)[::-1]
    assert back.cost == pytest.approx(there.cost)


def test_paths_over_passages_are_told_apart_where_nothing_stated_joins_two(reader):
    answer = find_path_of(reader, "Mamba", "RAG")
    assert answer.paths == ()
    (hop,) = answer.weaker[0].hops
    assert hop.kind == "together" and hop.link == 0
    assert "Mamba and RAG" in hop.quotes[0].sentence
    assert "only names both" in cost_in_words(answer.weaker[0])


def test_two_things_that_nothing_joins_have_no_path(built, tmp_path):
    made = new_store(tmp_path / "apart.db")
    rows = [("One Thing", "Speaks of Mamba.", "2405.00001"), ("Other Thing", "Speaks of KTO.", "2405.00002")]
    import_text(made, "a.md", digest("April 29 - May 5", rows))
    answer = find_path_of(made.reader, "Mamba", "KTO")
    made.close()
    assert (answer.paths, answer.weaker) == ((), ())


def test_people_and_issues_are_joined_over_what_they_wrote_and_hold(reader):
    issue = issues(reader)[0]
    answer = find_path(reader, issue, find_node(reader, "KTO"))
    assert answer.weaker and answer.weaker[0].stops[0].kind is NodeKind.ISSUE


def test_a_link_that_a_person_rejects_is_not_walked_and_one_of_theirs_is(tmp_path):
    made = new_store(tmp_path / "library.db")
    import_text(made, "a.md", digest("April 29 - May 5", FIRST))
    before = find_path_of(made.reader, "ZetaNet", "DPO").paths[0]
    linking.reject(made, [before.hops[0].link])
    rejected = find_path_of(made.reader, "ZetaNet", "DPO")
    linking.state(made, find_node(made.reader, "ZetaNet"), "variant_of", find_node(made.reader, "KTO"))
    after = find_path_of(made.reader, "ZetaNet", "DPO").paths[0]
    made.close()
    assert names(before) == ["ZetaNet", "DPO"]
    assert rejected.paths == ()
    assert names(after) == ["ZetaNet", "KTO", "DPO"]


def test_one_thing_and_unknown_things_are_refused_in_words(reader):
    with pytest.raises(ExplorerError, match="one thing"):
        find_path_of(reader, "DPO", "DPO")
    with pytest.raises(NotFound, match="999999"):
        find_path(reader, 999_999, find_node(reader, "DPO"))


def test_path_json_is_what_scripts_rely_on(reader):
    answer = path_json(find_path_of(reader, "ZetaNet", "KTO", 1))
    (path,) = answer["paths"]
    first, second = path["hops"]
    assert first["to"] == second["from"]
    assert first["predicate"] == "outperforms"
    assert {"document", "start", "end", "exact"} == first["evidence"][0].keys()


def test_methods_bridge_two_digests_with_sentences_of_both(reader):
    answer = bridges(reader, issues(reader))
    found = {bridge.name: bridge for bridge in answer.bridges}
    assert {"LoRA", "KTO", "RAG"} <= found.keys()
    assert not {"Mamba", "GPT-4", "ZetaNet", "RLHF"} & found.keys()
    for side in found["RAG"].sides:
        assert side.passages and "RAG" in side.quotes[0].sentence
    assert bridges_json(answer)["total"] == len(answer.bridges)


def test_bridges_come_by_how_surprising_they_are_and_count_passages(reader):
    answer = bridges(reader, issues(reader))
    assert [b.surprise for b in answer.bridges] == sorted((b.surprise for b in answer.bridges), reverse=True)
    assert len(bridges(reader, issues(reader), most=1).bridges) == 1
    assert bridges(reader, issues(reader), least=100).bridges == ()


def test_what_is_no_source_or_one_source_twice_is_refused(reader):
    with pytest.raises(ExplorerError, match="no source"):
        bridges(reader, [issues(reader)[0], find_node(reader, "DPO")])
    with pytest.raises(ExplorerError, match="two different"):
        bridges(reader, [issues(reader)[0]] * 2)
    document = reader.value("select id from document where issue = ?", [issues(reader)[0]])
    with pytest.raises(ExplorerError, match="also among"):
        bridges(reader, [issues(reader)[0], document])


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 1.0])
def test_surprise_is_no_less_than_nothing_and_falls_with_how_common_a_method_is(share):
    assert surprise([(3, 40), (2, 60)], share) >= 0
    assert surprise([(3, 40), (2, 60)], 0.001) > surprise([(3, 40), (2, 60)], 0.2)


def test_a_single_passage_on_a_side_surprises_less_than_several():
    assert surprise([(1, 40), (1, 40)], 0.01) < surprise([(4, 40), (4, 40)], 0.01)


def test_what_two_methods_share_comes_with_a_sentence_on_each_side(reader):
    found = in_common(reader, find_node(reader, "DPO"), find_node(reader, "KTO"))
    papers = [one for one in found.shared if one.kind is NodeKind.PAPER]
    assert [one.name for one in papers] == ["Words on Preferences"]
    assert "DPO" in papers[0].sides[0].quotes[0].sentence
    assert "KTO" in papers[0].sides[1].quotes[0].sentence
    assert found.alike is None


def test_two_papers_share_their_digest_and_have_no_likeness_without_vectors(reader):
    a, b = (find_node(reader, title, NodeKind.PAPER) for title in ("KTO again", "Yet another look"))
    found = in_common(reader, a, b)
    assert NodeKind.ISSUE in {one.kind for one in found.shared}
    assert found.alike is None
