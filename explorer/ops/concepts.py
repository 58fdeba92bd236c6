"""What a person decides on names: an alias, one concept out of two, what it is, what it is called."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from explorer.errors import ExplorerError, NotFound, WrongUse
from explorer.model import Changes, ConceptKind
from explorer.ops.clock import now
from explorer.pipeline.extract_lexicon import alias_of
from explorer.pipeline.naming import find_names, forget_names, same_spellings
from explorer.pipeline.relate import relate
from explorer.store import Store, identity, naming
from explorer.store.concepts import index_names
from explorer.store.edges import measure, neighbours_of
from explorer.store.history import Operation
from explorer.store.naming import AliasRow, ConceptRow
from explorer.text.language import language_of
from explorer.text.matcher import concept_key

REJECTED, CONFIRMED = "rejected", "confirmed"  #: what a person says of an alias


def reject_aliases(store: Store, names: Sequence[tuple[int, str]]) -> Changes:
    """Say that forms do not name concepts: (concept, form). No import brings them back."""
    return _decide_aliases(store, names, REJECTED)


def accept_aliases(store: Store, names: Sequence[tuple[int, str]]) -> Changes:
    """Say that forms name concepts: (concept, form); a new one is looked for in the whole library."""
    return _decide_aliases(store, names, CONFIRMED)


def choose_meanings(store: Store, choices: Sequence[tuple[str, Sequence[int], Sequence[int]]]) -> Changes:
    """Settle several forms as one step: (form, the concepts that it names, those that it does not)."""
    found = _found(store, [node for _, meant, others in choices for node in (*meant, *others)])
    label = f"Settle the meaning of {len(choices)} names"
    if len(choices) == 1:
        form, meant, _ = choices[0]
        named = " and ".join(f"“{found[concept].name}”" for concept in meant) or "none of them"
        label = f"“{form}” means {named}"
    with _operation(store, label, found) as operation:
        for form, meant, others in choices:
            for concept in others:
                _say(store, found[concept], form, REJECTED)
            for concept in meant:
                _say(store, found[concept], form, CONFIRMED)
    return _told(operation, "Nothing to decide: it is settled already")


def merge(store: Store, keep: int, other: int, reason: str = "") -> Changes:
    """Two concepts are one: ``keep`` takes over all of ``other``, whose names find it for ever."""
    return merge_pairs(store, [(keep, other)], reason)


def merge_pairs(store: Store, pairs: Sequence[tuple[int, int]], reason: str = "") -> Changes:
    """Merge several pairs (kept, other) as one step. A concept that was merged just before is its keeper."""
    found = _found(store, [node for pair in pairs for node in pair])
    label = f"Merge {len(pairs)} pairs of concepts"
    if len(pairs) == 1:
        label = f"Merge “{found[pairs[0][1]].name}” into “{found[pairs[0][0]].name}”"
    with _operation(store, label, found) as operation:
        into: dict[int, int] = {}
        for pair in pairs:
            keep, drop = (_end(into, node) for node in pair)
            if keep == drop:
                if len(pairs) == 1:
                    raise ExplorerError("That is one concept already.", "Choose two.")
                continue
            _merge(store, found[keep], found[drop], " ".join(reason.split()) or "the same concept")
            into[drop] = keep
    return operation.changes


def keep_apart(store: Store, pairs: Sequence[tuple[int, int]], reason: str = "") -> Changes:
    """Say that concepts are not one: the pairs are not suspected again."""
    found = _found(store, [node for pair in pairs for node in pair])
    label = f"Keep {len(pairs)} pairs of concepts apart"
    if len(pairs) == 1:
        label = "Keep {} apart".format(" and ".join(f"“{found[node].name}”" for node in pairs[0]))
    with store.operation(label, at=now()) as operation:
        for a, b in pairs:
            pair = (min(a, b), max(a, b))
            identity.put_same(store, pair, "split", " ".join(reason.split()) or "not the same concept")
        operation.touched |= set(found)
    return operation.changes


def set_kind(store: Store, concept: int, kind: str) -> Changes:
    """Say what a concept is: method, model, dataset …"""
    row = _found(store, [concept])[concept]
    words = " ".join(kind.split()).casefold()
    if words not in [known.value for known in ConceptKind]:
        listed = ", ".join(known.value for known in ConceptKind)
        raise WrongUse(f"“{kind}” is no kind of concept.", f"One of: {listed}.")
    with store.operation(f"“{row.name}” is a {words}", at=now()) as operation:
        naming.set_kind(store, concept, words)
    return _told(operation, f"Nothing to change: “{row.name}” is a {words}")


def rename(store: Store, concept: int, name: str) -> Changes:
    """Give a concept another name; the old one stays an alias, also for later documents."""
    row = _found(store, [concept])[concept]
    shown = " ".join(name.split())
    if not concept_key(shown):
        raise ExplorerError("A name needs a letter or a digit.", "Write another one.")
    holder = naming.holder_of(store.reader, concept_key(shown))
    if holder not in (0, concept):
        held = naming.concept_rows(store.reader, [holder])[holder].name
        raise ExplorerError(f"“{held}” has this name already.", "Merge the two if they are one.")
    if shown == row.name:
        return Changes(f"Nothing to change: it is called “{shown}”")
    with _operation(store, f"Rename “{row.name}” to “{shown}”", {concept: row}) as operation:
        naming.rename(store, concept, shown)
        _say(store, ConceptRow(concept, concept_key(shown), shown, row.kind), shown, CONFIRMED)
    return operation.changes


def _decide_aliases(store: Store, names: Sequence[tuple[int, str]], status: str) -> Changes:
    found = _found(store, [concept for concept, _ in names])
    verb = "Reject" if status == REJECTED else "Accept"
    label = f"{verb} {len(names)} names"
    if len(names) == 1:
        label = f"{verb} “{names[0][1]}” for “{found[names[0][0]].name}”"
    with _operation(store, label, found) as operation:
        for concept, form in names:
            _say(store, found[concept], " ".join(form.split()), status)
    return _told(operation, f"Nothing to {verb.casefold()}: it is so already")


def _say(store: Store, concept: ConceptRow, form: str, status: str) -> None:
    """One decision on one form, with the mentions that follow from it."""
    if not concept_key(form):
        raise ExplorerError("A name needs a letter or a digit.", "Write another one.")
    if status == REJECTED and form == concept.name:
        raise ExplorerError(f"“{form}” is what the concept is called.", "Rename it first, or merge the two.")
    rows = naming.aliases_of(store.reader, [concept.id])
    same = same_spellings(rows, concept.name, form)
    if status == REJECTED and not same:
        raise NotFound(f"“{concept.name}” has no alias “{form}”.", "See its aliases in its passport.")
    naming.set_alias_status(
        store, [row.id for row in same if row.form != concept.name or status != REJECTED], status
    )
    if status == REJECTED:
        forget_names(store, concept.id)
        return
    if form not in [row.form for row in rows]:
        made = alias_of(form, language_of(form) or "en")
        naming.add_alias(
            store, AliasRow(0, concept.id, form, made.language, made.script, made.kind, CONFIRMED)
        )
    find_names(store, concept.id, [form, *(row.form for row in same)])


def _merge(store: Store, keep: ConceptRow, drop: ConceptRow, reason: str) -> None:
    forms = [row.form for row in naming.aliases_of(store.reader, [drop.id]) if row.status != REJECTED]
    naming.absorb(store, keep.id, drop.id)
    if drop.name not in [row.form for row in naming.aliases_of(store.reader, [keep.id])]:
        made = alias_of(drop.name, language_of(drop.name) or "en")
        naming.add_alias(
            store, AliasRow(0, keep.id, drop.name, made.language, made.script, made.kind, "accepted")
        )
    detail = json.dumps({"by": "you", "title": drop.name, "forms": forms}, ensure_ascii=False)
    identity.put_same(store, (keep.id, drop.id), "merged", reason, detail)


@contextmanager
def _operation(store: Store, label: str, concepts: Iterable[int]) -> Iterator[Operation]:
    """One step on the names of some concepts; what is derived from names follows."""
    wanted = sorted(concepts)
    around = neighbours_of(store, json.dumps(wanted))
    with store.operation(label, at=now()) as operation:
        yield operation
        index_names(store, wanted)
        operation.touched |= relate(store, wanted) | around
        measure(store, around)
        if store.noted():
            operation.tables.add("edge")


def _told(operation: Operation, otherwise: str) -> Changes:
    changes = operation.changes
    return changes if changes.tables else Changes(otherwise)


def _found(store: Store, concepts: Sequence[int]) -> dict[int, ConceptRow]:
    rows = naming.concept_rows(store.reader, concepts)
    for concept in concepts:
        if concept not in rows:
            raise NotFound(f"{concept} is no method, model or dataset.", "Look for it with search.")
    return rows


def _end(into: dict[int, int], node: int) -> int:
    while node in into:
        node = into[node]
    return node
