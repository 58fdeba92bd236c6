"""The tree of trend tags: each with its names, what carries it, who claims it and its rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from explorer.errors import NotFound
from explorer.model import NodeId, NodeKind
from explorer.pipeline.tag_rules import matching
from explorer.store import Reader
from explorer.store.nodes import name_of
from explorer.store.taggings import carriers, taken_off
from explorer.store.tags import TagRow, claimed_by, names_of_tags, tag_rows, tagged, with_above
from explorer.text.rule_words import read_rule

STEP = " › "  #: between the names on the way to a tag
_LISTED = 200
_ON_THE_WAY = 14


@dataclass(frozen=True, slots=True)
class TagNode:
    """A tag in the tree.

    Attributes:
        path: Names from the top down to this one.
        names: Language -> name, where it has several.
        own: What carries the tag itself.
        total: What carries it or a tag under it, each once.
        by_rule: How many of ``own`` a rule put there.
        documents: (id, title) of the documents that claim it.
        is_own: Whether a person made it or changed it.
    """

    id: NodeId
    name: str
    path: tuple[str, ...]
    names: dict[str, str]
    parent: NodeId | None
    colour: str
    description: str
    rule: str
    rule_kinds: tuple[NodeKind, ...]
    own: int
    total: int
    by_rule: int
    documents: tuple[tuple[NodeId, str], ...]
    is_own: bool
    children: tuple[TagNode, ...]


@dataclass(frozen=True, slots=True)
class RulePreview:
    """What a rule would tag.

    Attributes:
        found: All that it matches.
        new: (id, name) of the first that do not carry the tag yet; ``new_total`` counts all.
        already: How many carry it.
        off: How many a person took it off: they stay without it.
        gone: How many an earlier rule had tagged and this one does not match.
    """

    found: int
    new: tuple[tuple[NodeId, str], ...]
    new_total: int
    already: int
    off: int
    gone: int


def tag_tree(reader: Reader) -> tuple[TagNode, ...]:
    """The tags at the top with what stands under them, siblings in their order."""
    rows = tag_rows(reader)
    under: dict[int | None, list[TagRow]] = {}
    for row in rows:
        under.setdefault(row.parent, []).append(row)
    return _Growing(reader, under).grow(None, ())


class _Growing:
    """Counts and names of all tags, read once."""

    def __init__(self, reader: Reader, under: dict[int | None, list[TagRow]]) -> None:
        taggings = tagged(reader)
        self._under = under
        self._own = Counter(tag for tag, _, _ in taggings)
        self._by_rule = Counter(tag for tag, _, origin in taggings if origin == "rule")
        self._total = Counter(tag for _, tag in with_above(reader))
        self._names = names_of_tags(reader)
        self._claims = claimed_by(reader)

    def grow(self, parent: int | None, above: tuple[str, ...]) -> tuple[TagNode, ...]:
        return tuple(self._node(row, (*above, row.name)) for row in self._under.get(parent, ()))

    def _node(self, row: TagRow, path: tuple[str, ...]) -> TagNode:
        return TagNode(
            row.id,
            row.name,
            path,
            self._names.get(row.id, {}),
            row.parent,
            row.colour,
            row.description,
            row.rule,
            row.kinds,
            self._own[row.id],
            self._total[row.id],
            self._by_rule[row.id],
            tuple(self._claims.get(row.id, ())),
            row.origin == "user",
            self.grow(row.id, path),
        )


def tag_paths(reader: Reader) -> dict[NodeId, str]:
    """Tag -> the names on the way to it: "alignment › DPO"; long ones on the way are cut, its own never."""
    rows = {row.id: row for row in tag_rows(reader)}
    found = {}
    for row in rows.values():
        names, over = [row.name], row.parent
        while over is not None:
            above = rows[over].name
            names.append(above if len(above) <= _ON_THE_WAY else f"{above[: _ON_THE_WAY - 1]}…")
            over = rows[over].parent
        found[row.id] = STEP.join(reversed(names))
    return found


def all_tags(tree: tuple[TagNode, ...]) -> Iterator[TagNode]:
    """Every tag of a tree, a parent before its children."""
    for node in tree:
        yield node
        yield from all_tags(node.children)


def tag_node(reader: Reader, tag: NodeId) -> TagNode:
    """One tag with what stands under it; NotFound where there is none."""
    for node in all_tags(tag_tree(reader)):
        if node.id == tag:
            return node
    raise NotFound("There is no such tag.", "The tree of tags shows those that there are.")


def preview_rule(
    reader: Reader, tag: NodeId | None, words: str, kinds: tuple[NodeKind, ...] = (NodeKind.PAPER,)
) -> RulePreview:
    """What a rule would tag; ExplorerError where it cannot be read."""
    (found,) = matching(reader, [(read_rule(words), kinds)])
    has = set(carriers(reader, tag)) if tag is not None else set()
    by_rule = set(carriers(reader, tag, "rule")) if tag is not None else set()
    off = set(taken_off(reader, tag)) if tag is not None else set()
    new = [node for node in found if node not in has and node not in off]
    return RulePreview(
        len(found),
        tuple((node, name_of(reader, node)) for node in new[:_LISTED]),
        len(new),
        len(has & set(found)),
        len(off & set(found)),
        len(by_rule - set(found)),
    )
