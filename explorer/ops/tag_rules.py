"""Rules of trend tags: give, change, take away; each one undo step that tags what the rule matches."""

from __future__ import annotations

from collections.abc import Collection

from explorer.errors import ExplorerError
from explorer.model import Changes, NodeKind
from explorer.ops.clock import now
from explorer.ops.tag_names import relate_in, shown_name, tag_id
from explorer.pipeline.tag_rules import matching
from explorer.store import Store
from explorer.store.taggings import RULE, carriers, put_for, put_tag, take_for
from explorer.store.tags import tag_row, write_rule
from explorer.text.rule_words import read_rule

RULE_KINDS = (NodeKind.PAPER, NodeKind.CONCEPT, NodeKind.EDITION, NodeKind.ISSUE)
_PAPERS = (NodeKind.PAPER,)


def set_rule(store: Store, name: str, words: str, kinds: Collection[NodeKind] = _PAPERS) -> Changes:
    """Give a tag a rule, tag what it matches, now and whenever something is imported.

    What an earlier rule put on goes where this one does not match; what a person put on stays, and what a
    person took off stays off.
    """
    tag, rule, wanted = tag_id(store, name), read_rule(words), sorted(set(kinds))
    if not wanted or not set(wanted) <= set(RULE_KINDS):
        raise ExplorerError("A rule tags papers, methods, editions or issues.", "Choose one of these.")
    with store.operation(f"Rule of tag “{shown_name(store, tag)}”", at=now()) as operation:
        (found,) = matching(store.reader, [(rule, wanted)])
        row = tag_row(store.reader, tag)
        if (row.rule, row.kinds) != (rule.words, tuple(wanted)):
            write_rule(store, tag, rule.words, wanted)
        gone = sorted(set(carriers(store.reader, tag, RULE)) - set(found))
        take_for(store, tag, gone, RULE)
        new = put_for(store, tag, found, RULE)
        relate_in(store, operation, [tag, *gone, *new])
    return operation.changes


def remove_rule(store: Store, name: str, with_taggings: bool = True) -> Changes:
    """Take a tag's rule away, with what it put on; else that stays, as if a person had put it there."""
    tag = tag_id(store, name)
    if not tag_row(store.reader, tag).rule:
        return Changes(f"“{shown_name(store, tag)}” has no rule")
    with store.operation(f"Remove the rule of tag “{shown_name(store, tag)}”", at=now()) as operation:
        write_rule(store, tag, "", ())
        tagged = carriers(store.reader, tag, RULE)
        if with_taggings:
            take_for(store, tag, tagged, RULE)
        else:
            put_tag(store, tag, tagged)
        relate_in(store, operation, [tag, *tagged])
    return operation.changes
