"""Operations on the tree of tags, imported on the thread that runs them; what a rule would do."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import Changes


@dataclass(frozen=True, slots=True)
class TagAct:
    """What a person wants of a tag: the name of an operation, the tag ("#12"), what else it takes."""

    act: str
    tag: str
    args: tuple[object, ...] = ()


def change_tag(store, wish: TagAct) -> Changes:
    """Do it; ExplorerError in words where it cannot be done."""
    from explorer.ops import tag_rules, tag_tree, tagging

    acts = {
        "rename": tagging.rename,
        "make": tag_tree.make,
        "describe": tag_tree.describe,
        "colour": tag_tree.colour,
        "move": tag_tree.move,
        "merge": tag_tree.merge,
        "split": tag_tree.split,
        "delete": tag_tree.delete,
        "rule": tag_rules.set_rule,
        "no_rule": tag_rules.remove_rule,
    }
    return acts[wish.act](store, wish.tag, *wish.args)


def rule_seen(reader, look) -> object:
    """RulePreview of a RuleLook; the ExplorerError itself where its words cannot be read (half typed)."""
    from explorer.errors import ExplorerError
    from explorer.questions.tag_tree import preview_rule

    try:
        return preview_rule(reader, look.tag, look.words, look.kinds)
    except ExplorerError as error:
        return error


def tree_of_tags(reader) -> object:
    """The tree of trend tags."""
    from explorer.questions.tag_tree import tag_tree

    return tag_tree(reader)
