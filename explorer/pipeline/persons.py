"""People become one, or two, in the caller's transaction; papers move, derived rows follow."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict

from explorer.pipeline.authors import forms_in, write_people
from explorer.pipeline.relate import relate
from explorer.store import Reader, Store, identity, moves, nodes, person_names, taggings
from explorer.store.edges import measure, neighbours_of
from explorer.store.identity import SameRow
from explorer.store.person_names import NameRow
from explorer.store.reading import Marks, marks_on, part_marks


def merge(store: Store, keep: int, drop: int, reason: str) -> set[int]:
    """Two people are one: ``keep`` gets the name forms, papers, tags and links of ``drop``; nodes touched.

    The id of ``drop`` goes on finding it.
    """
    around = neighbours_of(store, json.dumps([keep, drop]))
    papers = person_names.papers_of(store.reader, [keep, drop])
    for person in (keep, drop):
        person_names.claim(store, person)
    rows = person_names.names_of(store.reader, drop)
    tags = taggings.tags_on(store.reader, [drop])
    detail: dict[str, object] = {
        "by": "you",
        "title": nodes.name_of(store.reader, drop),
        "forms": [row.key for row in rows],
        "tags": sorted(tags),
        "new_tags": sorted(tags - taggings.tags_on(store.reader, [keep])),
    }
    for key, node in (("had", drop), ("kept", keep)):
        if (marks := marks_on(store.reader, node)) != Marks():
            detail[key] = asdict(marks)
    person_names.give_names(store, rows, keep)
    person_names.forget_given(store, [row.key for row in rows])
    moves.take_over(store, keep, drop)
    store.execute("delete from node where id = ?", [drop])
    identity.put_same(store, (keep, drop), "merged", reason, json.dumps(detail, ensure_ascii=False))
    person_names.index_people(store, [keep])
    return mend(store, {keep, *papers}, around - {drop})


def split(store: Store, person: int, leaving: Collection[int], reason: str) -> tuple[int, set[int]]:
    """Some papers of a person are another's: of one who was merged into it, or of a new one.

    A name form under which all papers leave goes with them; another form is then of both, and its later
    papers stay with ``person`` unless they share a co-author with those that left.

    Returns:
        The other person, and the nodes touched.
    """
    around = neighbours_of(store, json.dumps([person]))
    papers = person_names.papers_of(store.reader, [person])
    person_names.claim(store, person)
    rows = person_names.names_of(store.reader, person)
    under = papers_by_form(store.reader, person, rows)
    going = [row for row in rows if under[row.key] and under[row.key] <= set(leaving)]
    merged = [row for row in identity.same_rows(store.reader, [person]) if _is_within(row, person, going)]
    made = merged[-1].b if merged else store.next_id("node")
    most = max(rows, key=lambda row: len(under[row.key] & set(leaving)))
    had = json.loads(merged[-1].detail) if merged else {}
    person_names.add_person(store, made, had.get("title", most.name))
    person_names.give_names(store, going, made)
    for row in rows:
        if row not in going and under[row.key] & set(leaving):
            person_names.share_name(store, row, made)
            person_names.give_papers(store, row.key, under[row.key] & set(leaving), made)
            person_names.give_papers(store, row.key, under[row.key] - set(leaving), person)
    _rename(store, person)
    for earlier in merged[:-1]:
        identity.hand_over(store, earlier.id, made)
    _part_tags(store, had, person, made)
    part_marks(store, person, made, Marks(**had.get("had", {})), Marks(**had.get("kept", {})))
    keep_apart(store, person, made, reason)
    person_names.index_people(store, [person, made])
    return made, mend(store, {person, made, *papers}, around)


def keep_apart(store: Store, a: int, b: int, reason: str) -> None:
    """Say that two people are not one, for good."""
    identity.put_same(store, (min(a, b), max(a, b)), "split", reason)


def papers_by_form(reader: Reader, person: int, rows: Sequence[NameRow]) -> dict[str, set[int]]:
    """Form -> the papers that stand with a person under it."""
    keys = {row.key for row in rows}
    given = person_names.given(reader, keys)
    found: dict[str, set[int]] = {key: set() for key in keys}
    papers = person_names.papers_of(reader, [person])
    for paper, authors in person_names.authors_of(reader, papers).items():
        for key in forms_in(authors) & keys:
            if given.get((paper, key), person) == person:
                found[key].add(paper)
    return found


def latest_merge(reader: Reader, person: int) -> set[int]:
    """The papers that the latest merge brought to a person; nothing where no other would stay."""
    rows = person_names.names_of(reader, person)
    under = papers_by_form(reader, person, rows)
    every = set().union(*under.values())
    for row in reversed(identity.same_rows(reader, [person])):
        if row.decision == "merged" and row.a == person:
            forms = json.loads(row.detail).get("forms", [])
            brought = set().union(*(under.get(form, set()) for form in forms))
            if brought and brought != every:
                return brought
    return set()


def mend(store: Store, changed: Iterable[int], around: set[int]) -> set[int]:
    """Put people behind the author names of papers anew and write the derived rows; the nodes touched.

    Args:
        changed: People on whom something was decided, with the papers that they had or have.
        around: Nodes that had an edge to those people before.
    """
    nodes_changed = set(changed)
    papers = moves.ensure_rows(store, nodes_changed)
    touched = nodes_changed | write_people(store, person_names.authors_of(store.reader, papers))
    gone = nodes.remove_lone_people(store, around)
    touched = relate(store, touched - gone) | (around - gone)
    measure(store, around - gone)
    return touched


def _is_within(row: SameRow, person: int, going: Sequence[NameRow]) -> bool:
    """Whether a row tells of one who was merged into ``person`` with nothing but these forms."""
    if row.decision != "merged" or row.a != person:
        return False
    forms = set(json.loads(row.detail).get("forms", []))
    return bool(forms) and forms <= {one.key for one in going}


def _rename(store: Store, person: int) -> None:
    """Nobody is shown under a name that went to another."""
    left = [row.name for row in person_names.names_of(store.reader, person)]
    if left and nodes.name_of(store.reader, person) not in left:
        person_names.call(store, person, left[0])


def _part_tags(store: Store, had: dict[str, list[int]], person: int, made: int) -> None:
    """The tags of one who was merged go back with it."""
    taggings.share_tags(store, had.get("tags", []), person, made)
    for tag in had.get("new_tags", []):
        taggings.unshare(store, tag, [person])
