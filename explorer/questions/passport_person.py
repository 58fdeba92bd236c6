"""The passports of an author and of a trend tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from explorer.model import NodeId, NodeKind
from explorer.questions.name_form import name_form
from explorer.questions.needs_you import merged_into
from explorer.questions.neighbourhood import of_kind
from explorer.questions.passport_page import About, Count, Passport, counted, first_seen
from explorer.questions.passport_places import place
from explorer.questions.tag_tree import STEP, TagNode, tag_node
from explorer.store import Reader
from explorer.store import passports as reads
from explorer.store.person_names import names_of
from explorer.store.places import places_of_person

_MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class PersonAbout(About):
    """Attributes:
    coauthors: People of most papers in common first.
    methods: What their papers are on, with how many.
    is_one_person: Whether the papers under the name hang together.
    """

    coauthors: tuple[Count, ...]
    methods: tuple[Count, ...]
    is_one_person: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """What carries a tag, of one kind; ``total`` counts those that are not listed, too."""

    kind: NodeKind
    total: int
    nodes: tuple[tuple[NodeId, str], ...]


@dataclass(frozen=True, slots=True)
class TagAbout(About):
    """Attributes:
    carried: By kind, what carries the tag or one under it.
    months: ("2024-04", how many items are of it), in order; what has no date is in none.
    """

    carried: tuple[Carried, ...]
    months: tuple[tuple[str, int], ...]


def fill_person(reader: Reader, base: Passport) -> Passport:
    """The passport of an author."""
    papers = of_kind(base.neighbours, NodeKind.PAPER)
    places = tuple(map(place, places_of_person(reader, base.id)))
    form = name_form(reader, base.id, base.name)
    about = PersonAbout(
        tuple(
            Count(i, name, NodeKind.PERSON, n)
            for i, name, n in reads.coauthors(reader, base.id, _MOST_LISTED)
        ),
        tuple(
            Count(i, name, NodeKind.CONCEPT, n)
            for i, name, n in reads.methods_of_person(reader, base.id, _MOST_LISTED)
        ),
        form.is_one_person,
    )
    return replace(
        base,
        subtitle=f"author · {counted(form.papers, 'paper')} here",
        facts=(("Identity", form.words), *_forms(reader, base), *merged_into(reader, base.id)),
        first_seen=first_seen(places),
        appearances=places,
        sample=reads.from_sample_only(reader, [p.id for p in papers]),
        about=about,
    )


def _forms(reader: Reader, base: Passport) -> tuple[tuple[str, str], ...]:
    """("Name forms", "Chris Lu, C. Lu") where a person decided on them."""
    names = [row.name for row in names_of(reader, base.id)]
    shown = ", ".join(dict.fromkeys((base.name, *names)))
    return (("Name forms", shown),) if names else ()


def fill_tag(reader: Reader, base: Passport) -> Passport:
    """The passport of a trend tag."""
    rows = reads.carried(reader, base.id)
    by_kind: dict[int, list[tuple[int, str]]] = {}
    for kind, node, name, _ in rows:
        by_kind.setdefault(kind, []).append((node, name))
    about = TagAbout(
        tuple(
            Carried(NodeKind(kind), len(nodes), tuple(nodes[:_MOST_LISTED]))
            for kind, nodes in by_kind.items()
        ),
        tuple(sorted(Counter(date[:7] for *_, date in rows if date).items())),
    )
    tag = tag_node(reader, base.id)
    where = f"trend tag · on {counted(tag.own, 'item')}"
    if tag.total != tag.own:
        where += f", {tag.total:,} with those below"
    return replace(base, subtitle=where, facts=tuple(_tag_facts(tag)), about=about)


def _tag_facts(node: TagNode) -> Iterator[tuple[str, str]]:
    """What a tag stands for, where it stands, who claims it, its rule."""
    if node.description:
        yield "Description", node.description
    if len(node.path) > 1:
        yield "Under", STEP.join(node.path[:-1])
    if node.children:
        yield "Tags under it", ", ".join(child.name for child in node.children)
    if node.documents:
        yield "Claimed by", "; ".join(title for _, title in node.documents)
    if node.rule:
        yield "Rule", f"{node.rule} (put on {counted(node.by_rule, 'item')})"
