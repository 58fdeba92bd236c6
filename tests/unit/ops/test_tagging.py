"""Trend tags have names in several languages, and are found by each."""

import pytest

from explorer.errors import ExplorerError, NotFound
from explorer.model import NodeKind
from explorer.ops import history, tag_tree, tagging
from explorer.questions.dump import dump
from explorer.questions.lookup import find_node
from explorer.questions.search import search
from explorer.store import dump as reads
from explorer.store.nodes import ensure_tag


@pytest.fixture
def library(two):
    return two[0]


NAME = "pruning / 枝刈り / 剪枝"


def papers_of(store):
    return [row[0] for row in store.reader.rows("select id from paper order by id limit 3")]


def tags(store):
    found = {}
    for _, name, node in reads.tags(store.reader):
        found.setdefault(name, []).append(node)
    return found


def state_of(store):
    return {table: store.reader.rows(f"select * from {table} order by 1") for table in TABLES}


TABLES = ("tag", "tag_name", "tagging", "edge")


def test_a_tag_in_three_languages_is_one_node_with_three_names(library):
    papers = papers_of(library)
    before = state_of(library)
    tagging.tag(library, NAME, papers)
    assert tags(library) == {NAME: papers}
    (made,) = [trend for trend in dump(library.reader)["trends"] if trend["label"] == NAME]
    assert made["names"] == {"en": "pruning", "ja": "枝刈り", "zh": "剪枝"}
    history.undo(library)
    assert state_of(library) == before
    history.redo(library)
    assert tags(library) == {NAME: papers}


@pytest.mark.parametrize("name", ["Pruning", "枝刈り", "剪枝", "剪枝 / 枝刈り", NAME.upper()])
def test_each_of_its_names_finds_it(library, name):
    papers = papers_of(library)
    tagging.tag(library, NAME, papers[:1])
    tagging.tag(library, name, papers[1:])
    assert tags(library) == {NAME: papers}
    tagging.untag(library, name, papers)
    assert tags(library) == {NAME: [None]}


def test_a_tag_learns_the_names_that_it_is_given_later(library):
    papers = papers_of(library)
    tagging.tag(library, "剪枝", papers[:1])
    tagging.tag(library, "pruning / 剪枝", papers[1:2])
    assert tags(library) == {"pruning / 剪枝": papers[:2]}
    tagging.tag(library, "pruning / 枝刈り", papers[2:])
    assert tags(library) == {NAME: papers}
    history.undo(library)
    history.undo(library)
    assert tags(library) == {"剪枝": papers[:1]}
    with pytest.raises(NotFound):
        tagging.untag(library, "pruning", papers)


def test_a_new_name_replaces_all_of_them_and_none_is_given_twice(library):
    papers = papers_of(library)
    tagging.tag(library, NAME, papers[:1])
    tagging.tag(library, "sparsity / 稀疏", papers[1:])
    with pytest.raises(ExplorerError, match="There is a tag"):
        tagging.rename(library, "稀疏", "疎性（スパース） / 剪枝")
    tagging.rename(library, "枝刈り", "distillation")
    with pytest.raises(NotFound):
        tag_tree.delete(library, "剪枝")
    tag_tree.delete(library, "稀疏")
    assert tags(library) == {"distillation": papers[:1]}
    history.undo(library)
    assert tagging.tag(library, "Sparsity", papers[1:]).label == "“Sparsity” is on them already"


@pytest.mark.parametrize(
    ("first", "other"),
    [("对齐", "對齊"), ("強化學習", "強化学習"), ("検索", "检索"), ("alignment / 对齐", "對齊")],
)
def test_a_tag_in_other_characters_is_the_same_tag_and_keeps_its_name(library, first, other):
    papers = papers_of(library)
    tagging.tag(library, first, papers[:1])
    tagging.tag(library, other, papers[1:])
    assert tags(library) == {first: papers}
    assert find_node(library.reader, other, NodeKind.TAG) == find_node(library.reader, first, NodeKind.TAG)
    assert {hit.title for hit in search(library.reader, other).hits if hit.kind == "tag"} == {first}
    with pytest.raises(ExplorerError, match=f"There is a tag “{first}”"):
        tag_tree.make(library, other)
    tagging.untag(library, other, papers)
    assert tags(library) == {first: [None]}


def test_a_tag_is_renamed_into_other_characters_and_shown_as_written(library):
    papers = papers_of(library)
    tagging.tag(library, "对齐", papers)
    tagging.rename(library, "對齊", "對齊")
    assert tags(library) == {"對齊": papers}


def test_where_a_tag_stood_twice_each_is_found_by_its_own_characters(library):
    for name in ("对齐", "對齊"):  # as an older version made them
        with library.operation("tag", at="2024-05-06T08:00:00+00:00"):
            ensure_tag(library, name)
    simple, traditional = (find_node(library.reader, name, NodeKind.TAG) for name in ("对齐", "對齊"))
    assert simple != traditional
    assert find_node(library.reader, "対斉", NodeKind.TAG) == simple


def test_a_name_written_in_japanese_and_chinese_characters_keeps_both(library):
    tagging.tag(library, "retrieval / 検索 / 检索", papers_of(library))
    assert list(tags(library)) == ["retrieval / 検索 / 检索"]
    (made,) = [trend for trend in dump(library.reader)["trends"] if trend["label"].startswith("retrieval")]
    assert made["names"] == {"en": "retrieval", "ja": "検索", "zh": "检索"}
