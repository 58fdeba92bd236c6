"""Places that name a concept, after a person decided on its names; in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from explorer.pipeline.methods import library_matcher, mentions_in_library
from explorer.store import Store, concepts, naming
from explorer.store.naming import AliasRow, MentionRow
from explorer.text.mapped import decode
from explorer.text.matcher import Form, Matcher, concept_key


def same_spellings(aliases: Iterable[AliasRow], name: str, form: str) -> list[AliasRow]:
    """The aliases that are a form but for case, spaces and hyphens.

    Spellings of the concept's own name are told apart by every letter: COT may be wrong where CoT is right.
    """
    folded = concept_key(form)
    exact = folded == concept_key(name)
    return [a for a in aliases if (a.form == form if exact else concept_key(a.form) == folded)]


def forget_names(store: Store, concept: int) -> int:
    """Drop the mentions of a concept that only its rejected spellings explain; how many."""
    rows = naming.aliases_of(store.reader, [concept])
    gone = _matcher(row for row in rows if row.status == "rejected")
    left = _matcher(row for row in rows if row.status != "rejected")
    wrong = [
        m.id
        for m in naming.mentions_of_concept(store.reader, concept)
        if _is_spelled(m, gone) and not _is_spelled(m, left)
    ]
    return naming.drop_mentions(store, wrong)


def find_names(store: Store, concept: int, forms: Iterable[str]) -> int:
    """Look for a concept under some spellings in everything that the library holds; how many places are new.

    A longer name wins over a shorter one that stood in its place, as in an import.
    """
    key = naming.concept_rows(store.reader, [concept])[concept].key
    found = mentions_in_library(store.reader, library_matcher(store.reader), {key: list(forms)})
    there: dict[int, list[MentionRow]] = {
        block: list(rows)
        for block, rows in groupby(
            sorted(naming.mentions_in(store.reader, {m.block for m in found}), key=lambda m: m.block),
            key=lambda m: m.block,
        )
    }
    fresh: list[tuple[int, int, int, int, str]] = []
    shorter: list[int] = []
    for m in found:
        over = [row for row in there.get(m.block, []) if row.start < m.end and m.start < row.end]
        if all(
            m.start <= row.start and row.end <= m.end and row.end - row.start < m.end - m.start
            for row in over
        ):
            shorter += [row.id for row in over]
            fresh.append((concept, m.block, m.start, m.end, m.exact))
    naming.drop_mentions(store, shorter)
    concepts.add_mentions(store, fresh)
    return len(fresh)


def _matcher(aliases: Iterable[AliasRow]) -> Matcher:
    return Matcher(Form(alias.form, str(alias.concept)) for alias in aliases)


def _is_spelled(mention: MentionRow, matcher: Matcher) -> bool:
    text = decode(mention.exact, 0, None, mention.coding).text
    return any((m.start, m.end) == (0, len(text)) for m in matcher.find(text))
