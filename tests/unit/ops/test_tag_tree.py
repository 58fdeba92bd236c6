"""Trend tags as a tree, claimed by documents, put on by rules."""

import pytest

from explorer.errors import ExplorerError
from explorer.ops import history, tag_rules, tag_tree, tagging
from explorer.questions.tag_tree import all_tags, preview_rule
from explorer.questions.tag_tree import tag_tree as tree_of
from explorer.store.check import check
from explorer.store.tags import tagged
from explorer.text.han import one_form, written_forms
from tests.decisions import whole_of
from tests.libraries import DATA, digest, import_files, import_text

DECK = DATA / "slide_transcript" / "trends-en.txt"
SIMPLIFIED = DATA / "slide_transcript" / "trends-zh.txt"
WEEK = digest("April 29 - May 5", [("Foo Nets for Vision", "compares.", "2404.00001")])
LATER = digest("May 6 - May 12", [("Deep Foo Nets", "more.", "2404.00002"), ("Bars", "less.", "2404.00003")])


def tree(store):
    return {node.name: node for node in all_tags(tree_of(store.reader))}


def origins(store, name):
    return {node: origin for tag, node, origin in tagged(store.reader) if tag == tree(store)[name].id}


def paper(store, title):
    return store.reader.value("select id from node where kind = 1 and name = ?", [title])


def test_a_deck_becomes_a_tree_that_it_claims_and_undo_takes_it_back(store):
    before = whole_of(store)
    import_files(store, DECK)
    (root,) = tree_of(store.reader)
    assert len(root.children) > 1
    assert root.total > root.own == 0
    assert sum(child.own for child in root.children) >= root.total
    assert all(child.documents and not child.is_own for child in root.children)
    after = whole_of(store)
    history.undo(store)
    assert whole_of(store) == before
    history.redo(store)
    assert whole_of(store) == after


def test_what_a_person_changed_of_it_stays_when_the_deck_is_read_again(store):
    import_files(store, DECK)
    first, second, *_ = [child.name for child in tree_of(store.reader)[0].children]
    carried = sorted(origins(store, first))
    tagging.rename(store, first, "mine")
    tag_tree.move(store, "mine")
    tagging.untag(store, "mine", carried[:1])
    tag_tree.delete(store, second)
    import_text(store, "again.txt", DECK.read_text(encoding="utf-8") + "\n")
    names = tree(store)
    assert first not in names
    assert second not in names
    assert names["mine"].parent is None
    assert names["mine"].documents
    assert carried[0] not in origins(store, "mine")
    assert check(store.reader) == []


def test_two_decks_that_write_their_trends_in_other_characters_claim_the_same_tags(store):
    import_files(store, SIMPLIFIED)
    before = [child.name for child in tree_of(store.reader)[0].children]
    text = SIMPLIFIED.read_text(encoding="utf-8").replace("2024", "2023")
    import_text(store, "other.txt", written_forms(one_form(text))[1])
    last, first = tree_of(store.reader)
    assert (first.name, last.children) == ("ACL 2024 参会分享", ())
    assert [child.name for child in first.children] == before
    assert all(len(child.documents) == 2 for child in first.children)


def test_a_tag_never_stands_under_itself(store):
    tag_tree.make(store, "a")
    tag_tree.make(store, "b", "a")
    tag_tree.make(store, "c", "b")
    with pytest.raises(ExplorerError, match="under itself"):
        tag_tree.move(store, "a", "c")
    with pytest.raises(ExplorerError, match="under itself"):
        tag_tree.move(store, "a", "a")


def test_siblings_keep_the_order_that_they_are_given(store):
    for name in "abc":
        tag_tree.make(store, name)
    tag_tree.move(store, "c", place=0)
    assert [node.name for node in tree_of(store.reader)] == ["c", "a", "b"]
    history.undo(store)
    assert [node.name for node in tree_of(store.reader)] == ["a", "b", "c"]


def test_a_merge_keeps_names_carriers_rules_and_children(store):
    import_text(store, "week.md", WEEK)
    node = paper(store, "Foo Nets for Vision")
    tagging.tag(store, "剪枝方法", [node])
    tag_tree.make(store, "below", "剪枝方法")
    tag_rules.set_rule(store, "剪枝方法", "bars")
    tag_tree.make(store, "pruning")
    tag_rules.set_rule(store, "pruning", "foo")
    tag_tree.merge(store, "剪枝方法", "pruning")
    (kept,) = tree_of(store.reader)
    assert kept.rule == "(foo) or (bars)"
    assert [child.name for child in kept.children] == ["below"]
    assert set(kept.names.values()) == {"pruning", "剪枝方法"}
    assert origins(store, kept.name) == {node: "user"}


def test_a_split_moves_some_of_what_carries_a_tag(store):
    import_text(store, "later.md", LATER)
    both = [paper(store, "Deep Foo Nets"), paper(store, "Bars")]
    tagging.tag(store, "all", both)
    tag_tree.split(store, "all", "bars only", both[1:])
    assert list(origins(store, "all")) == both[:1]
    assert list(origins(store, "bars only")) == both[1:]
    with pytest.raises(ExplorerError, match="None of them"):
        tag_tree.split(store, "all", "new", both[1:])


def test_a_deleted_tag_leaves_its_children_or_takes_them_along(store):
    tag_tree.make(store, "a")
    tag_tree.make(store, "b", "a")
    tag_tree.delete(store, "a")
    assert [node.name for node in tree_of(store.reader)] == ["b"]
    history.undo(store)
    tag_tree.delete(store, "a", with_children=True)
    assert tree_of(store.reader) == ()


def test_a_rule_tags_what_stands_and_what_is_imported_in_the_imports_own_step(store):
    import_text(store, "week.md", WEEK)
    tag_tree.make(store, "foo")
    tag_rules.set_rule(store, "foo", "title:foo")
    before = whole_of(store)
    import_text(store, "later.md", LATER)
    new = paper(store, "Deep Foo Nets")
    assert origins(store, "foo") == {paper(store, "Foo Nets for Vision"): "rule", new: "rule"}
    history.undo(store)
    assert whole_of(store) == before


def test_what_a_person_took_off_no_rule_puts_on_again(store):
    import_text(store, "week.md", WEEK)
    old = paper(store, "Foo Nets for Vision")
    tag_tree.make(store, "foo")
    tag_rules.set_rule(store, "foo", "foo")
    tagging.untag(store, "foo", [old])
    import_text(store, "again.jsonl", '{"id": "2404.00001", "title": "Foo Nets for Vision"}\n')
    assert origins(store, "foo") == {}
    seen = preview_rule(store.reader, tree(store)["foo"].id, "foo")
    assert (seen.found, seen.new_total, seen.off) == (1, 0, 1)
    tagging.tag(store, "foo", [old])
    assert origins(store, "foo") == {old: "user"}


def test_a_rule_goes_with_what_it_put_on_and_never_with_a_persons_tag(store):
    import_text(store, "later.md", LATER)
    by_hand = paper(store, "Bars")
    tagging.tag(store, "foo", [by_hand])
    tag_rules.set_rule(store, "foo", "foo or bars")
    assert len(origins(store, "foo")) == 2
    tag_rules.set_rule(store, "foo", "bars")
    assert origins(store, "foo") == {by_hand: "user"}
    history.undo(store)
    tag_rules.remove_rule(store, "foo")
    assert origins(store, "foo") == {by_hand: "user"}


def test_a_way_to_a_tag_names_its_end_and_makes_what_is_missing(store):
    import_text(store, "later.md", LATER)
    nodes = [paper(store, "Deep Foo Nets")]
    tagging.tag(store, "alignment › DPO", nodes)
    assert tree(store)["DPO"].path == ("alignment", "DPO")
    assert list(origins(store, "DPO")) == nodes
    tagging.tag(store, "alignment › DPO", [paper(store, "Bars")])
    assert len(tree(store)) == 2
    assert store.reader.rows("select 1 from edge where source = ?", [tree(store)["DPO"].id])


@pytest.mark.parametrize(
    "act", [lambda store: tag_tree.merge(store, "a", "b"), lambda s: tag_tree.delete(s, "a")]
)
def test_a_tag_that_stood_on_a_tag_which_goes_has_one_link_less(store, act):
    import_text(store, "week.md", WEEK)
    for name in ("a", "b", "c"):
        tag_tree.make(store, name)
    tagging.tag(store, "c", [tree(store)["a"].id])
    act(store)
    counted = "select count(*) from edge where ?1 in (source, target)"
    degree = f"select degree, ({counted}) from measure where node = ?1"
    told, held = store.reader.row(degree, [tree(store)["c"].id]) or (0, 0)
    assert told == held
