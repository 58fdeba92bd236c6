"""Rules of trend tags: what each one would tag, and the tags that it puts on what an import brings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

from explorer.model import NodeKind
from explorer.store import Reader, Store
from explorer.store.rule_texts import method_names, texts
from explorer.store.taggings import RULE, put_for
from explorer.store.tags import tag_rows
from explorer.text.rule_words import RuleWords, foldable, read_rule

Rule: TypeAlias = tuple[RuleWords, Collection[NodeKind]]  #: what it asks, of which kinds of nodes


def matching(reader: Reader, rules: Sequence[Rule], scope: Iterable[int] | None = None) -> list[list[int]]:
    """Nodes that each rule matches, of all or of some nodes; ascending ids."""
    nodes = None if scope is None else sorted(scope)
    kinds = {kind for _, wanted in rules for kind in wanted}
    methods = method_names(reader, nodes)
    found: list[list[int]] = [[] for _ in rules]
    for node, kind, name, others, abstract in texts(reader, kinds, nodes):
        names = "\n".join(methods.get(node, ()))
        if kind == NodeKind.CONCEPT:
            names = f"{name}\n{others}"
        folded = {
            "title": foldable(f"{name} | {others}" if others else name),
            "abstract": foldable(abstract),
            "method": foldable(names),
        }
        for number, (rule, wanted) in enumerate(rules):
            if kind in wanted and rule.matches(folded):
                found[number].append(node)
    return found


def put_by_rules(store: Store, scope: Iterable[int]) -> set[int]:
    """Let every rule tag those of some nodes that it matches; tags and nodes where one was put."""
    rows = [row for row in tag_rows(store.reader) if row.rule]
    nodes = sorted(scope)
    if not rows or not nodes:
        return set()
    hits = matching(store.reader, [(read_rule(row.rule), row.kinds) for row in rows], nodes)
    touched: set[int] = set()
    for row, found in zip(rows, hits, strict=True):
        new = put_for(store, row.id, found, RULE)
        touched |= {row.id, *new} if new else set()
    return touched
