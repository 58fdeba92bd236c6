"""Works become one, or several, in the caller's transaction; statements move, derived rows follow."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict

from explorer.pipeline.authors import write_people
from explorer.pipeline.fold import fold
from explorer.pipeline.relate import relate
from explorer.store import Store, identity, moves, nodes, person_names, taggings, works
from explorer.store.candidates import work_rows
from explorer.store.edges import measure, neighbours_of
from explorer.store.identity import SCHEMES, KeyClaim, SameRow
from explorer.store.reading import Marks, marks_on, part_marks

YOU, IMPORT = "you", "import"  #: who merged: a person's merge also decides where a bare title belongs


def refold(store: Store, papers: Iterable[int]) -> set[int]:
    """Make the rows of works anew from their statements; the papers and their people."""
    wanted = sorted(set(papers))
    by_paper: dict[int, list[works.Statement]] = {paper: [] for paper in wanted}
    for statement in works.statements(store.reader, wanted):
        by_paper[statement.paper].append(statement)
    claims = identity.claims(store.reader, wanted)
    late = identity.late_titles(store.reader, wanted)
    folded = [
        fold(paper, rows, claims.get(paper, ()), late.get(paper, ()))
        for paper, rows in by_paper.items()
        if rows
    ]
    works.write_works(store, folded)
    return write_people(store, {w.id: w.authors for w in folded})


def join(store: Store, keep: int, drop: int, reason: str, by: str = IMPORT) -> set[int]:
    """Make two works one. ``keep`` gets everything that stands on ``drop``, whose id goes on finding it.

    The rows of ``keep`` still have to be folded.

    Returns:
        The nodes that had an edge to ``drop``.
    """
    old = {row.id: row for row in work_rows(store.reader, [keep, drop])}
    tags = taggings.tags_on(store.reader, [drop])
    claims = identity.claims(store.reader, [drop]).get(drop, [])
    detail: dict[str, object] = {
        "by": by,
        "title": nodes.name_of(store.reader, drop),
        "titles": sorted(old[drop].titles),
        "new_titles": sorted(old[drop].titles - old[keep].titles),
        "appearances": [row[0] for row in moves.appearances_of(store.reader, [drop])],
        "claims": [[claim.scheme, claim.value, claim.decision] for claim in claims],
        "tags": sorted(tags),
        "new_tags": sorted(tags - taggings.tags_on(store.reader, [keep])),
    }
    clash = [
        KeyClaim(scheme, theirs, "also")
        for scheme in SCHEMES
        if (theirs := getattr(old[drop], scheme)) and getattr(old[keep], scheme) not in ("", theirs)
    ]
    for key, node in (("had", drop), ("kept", keep)):
        if (marks := marks_on(store.reader, node)) != Marks():
            detail[key] = asdict(marks)
    around = neighbours_of(store, json.dumps([drop]))
    moves.absorb(store, keep, drop)
    held = {(scheme, getattr(row, scheme)) for row in old.values() for scheme in SCHEMES}
    denied = identity.claims(store.reader, [keep]).get(keep, [])
    identity.drop_claims(store, keep, [claim for claim in denied if (claim.scheme, claim.value) in held])
    identity.put_claims(store, keep, clash)
    identity.put_same(store, (keep, drop), "merged", reason, json.dumps(detail, ensure_ascii=False))
    return around


def merge(store: Store, keep: int, drop: int, reason: str) -> set[int]:
    """``join`` by a person, with all that follows; the nodes touched."""
    around = join(store, keep, drop, reason, YOU)
    _share_keys(store, [keep])
    return mend(store, [keep], around)


def split(store: Store, paper: int, appearances: Collection[int], reason: str) -> tuple[int, set[int]]:
    """Let some appearances leave a work: they become the work again that was merged into it, or a new one.

    What both state of ids stays with ``paper``. The two are never merged nor proposed again.

    Returns:
        The work that they are now, and the nodes touched.
    """
    around = neighbours_of(store, json.dumps([paper]))
    merged = [row for row in identity.same_rows(store.reader, [paper]) if _is_within(row, paper, appearances)]
    back = merged[-1] if merged else None
    made = moves.add_work(store, back.b if back else 0)
    moves.move_appearances(store, sorted(appearances), made)
    person_names.copy_given(store, paper, made)
    for row in merged[:-1]:
        identity.hand_over(store, row.id, made)
    if back is not None:
        had = json.loads(back.detail)
        identity.put_claims(store, made, [KeyClaim(*claim) for claim in had.get("claims", [])])
        taggings.share_tags(store, had.get("tags", []), paper, made)
        for tag in had.get("new_tags", []):
            taggings.unshare(store, tag, [paper])
        part_marks(store, paper, made, Marks(**had.get("had", {})), Marks(**had.get("kept", {})))
    _share_keys(store, [paper, made])
    keep_apart(store, paper, made, reason)
    return made, mend(store, [paper, made], around)


def _is_within(row: SameRow, paper: int, appearances: Collection[int]) -> bool:
    """Whether a row tells of a work that was merged into ``paper`` with nothing but these appearances."""
    if row.decision != "merged" or row.a != paper:
        return False
    came = identity.brought(row)
    return bool(came) and came <= set(appearances)


def _share_keys(store: Store, changed: Sequence[int]) -> None:
    """No two works have one id: of what works state after a decision, another's id is called wrong.

    Args:
        changed: Works whose statements moved; of two that state an id that nobody else has, the first has it.
    """
    stated: dict[int, set[tuple[str, str]]] = {work: set() for work in changed}
    for _, owner, text in moves.appearances_of(store.reader, changed):
        values = json.loads(text)
        counted = set(SCHEMES) - set(values.get("disputed", []))
        stated[owner] |= {(scheme, values[scheme]) for scheme in counted if values.get(scheme)}
    taken = identity.held_by_others(
        store.reader, changed, {value for keys in stated.values() for _, value in keys}
    )
    claims = identity.claims(store.reader, changed)
    for work in changed:
        own = {(c.scheme, c.value): c for c in claims.get(work, [])}
        gone = [c for key, c in own.items() if c.decision == "also" and key not in stated[work]]
        identity.drop_claims(store, work, gone)
        denied = {key for key, claim in own.items() if claim.decision == "wrong"}
        lost = sorted(stated[work] & taken - denied)
        identity.put_claims(store, work, [KeyClaim(scheme, value, "wrong") for scheme, value in lost])
        taken |= stated[work] - denied


def keep_apart(store: Store, a: int, b: int, reason: str) -> None:
    """Say that two works are not one, for good."""
    identity.put_same(store, (min(a, b), max(a, b)), "split", reason)


def move(store: Store, appearances: Sequence[int], target: int) -> set[int]:
    """Let appearances speak of another work; the nodes touched. The works that they leave keep others."""
    sources = moves.papers_of(store.reader, appearances)
    around = neighbours_of(store, json.dumps(sources))
    moves.move_appearances(store, appearances, target)
    _share_keys(store, [target, *sources])
    return mend(store, [*sources, target], around)


def mend(store: Store, changed: Iterable[int], around: set[int]) -> set[int]:
    """Fold works anew and write the derived rows around them; the nodes touched.

    Args:
        changed: Works whose statements moved; ids of other nodes are left alone.
        around: Nodes that had an edge to them before.
    """
    papers = moves.ensure_rows(store, changed)
    touched = set(papers) | refold(store, papers)
    around = around - nodes.remove_lone_people(store, around)
    touched = relate(store, touched) | around
    measure(store, around)
    return touched
