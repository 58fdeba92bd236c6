"""Where known concepts are named: matches, with ambiguous spellings decided by what stands around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from explorer.pipeline.extract_found import same_wording
from explorer.pipeline.extract_lexicon import general_terms, load_lexicon
from explorer.text.abbreviations import find_pairs
from explorer.text.matcher import Form, Match, Matcher, concept_key


@dataclass(frozen=True, slots=True)
class FoundMention:
    """``start:end`` of the normalised text of a block names the concept ``key``."""

    block: int
    start: int
    end: int
    key: str


@dataclass(slots=True)
class _Scope:
    """What the blocks of one paper, or of a document, say clearly.

    Attributes:
        clear: Keys of concepts that an unambiguous spelling names.
        meant: Key of a short form → key of the long form that the text gives it.
    """

    clear: set[str]
    meant: dict[str, str]


def build_matcher(extra: Iterable[Form] = (), lexicon: Iterable[Form] | None = None) -> Matcher:
    """Matcher for the lexicon and for further forms (those of the library that the lexicon lacks).

    Args:
        lexicon: What counts of the lexicon; None for all of it.
    """
    known = (form for concept in load_lexicon() for form in concept.forms())
    forms = list(known if lexicon is None else lexicon)
    taken = {(form.text, form.key) for form in forms}
    barred = {"", *general_terms()}
    for form in extra:
        if (form.text, form.key) not in taken and concept_key(form.text) not in barred:
            forms.append(replace(form, ambiguous=form.ambiguous or _is_common_acronym(form)))
    return Matcher(forms)


def _is_common_acronym(form: Form) -> bool:
    """Whether a form is two or three capitals that stand for a longer name: RM means many things."""
    return len(form.text) <= 3 and form.text.isupper() and concept_key(form.text) != form.key


def find_mentions(
    block_texts: Sequence[str], matcher: Matcher, scopes: Sequence[Hashable] | None = None
) -> list[FoundMention]:
    """Mentions in the order of the blocks; offsets are in the texts as given.

    Args:
        block_texts: Normalised texts of the blocks of one document.
        scopes: Aligned with them: blocks that share a scope (the paper that they
            speak of) help each other to decide what an ambiguous acronym means;
            those of scope None help all. Without it the document is one scope.
    """
    of_block = scopes if scopes is not None else [None] * len(block_texts)
    matches = [matcher.find(text) for text in block_texts]
    known: defaultdict[Hashable, _Scope] = defaultdict(lambda: _Scope(set(), {}))
    for text, found, scope in zip(block_texts, matches, of_block, strict=True):
        known[scope].clear.update(match.keys[0] for match in found if not match.ambiguous)
        for pair in find_pairs(text):
            known[scope].meant[concept_key(pair.short).removesuffix("s")] = pair.long
    mentions: list[FoundMention] = []
    for index, (text, found, scope) in enumerate(zip(block_texts, matches, of_block, strict=True)):
        around = [known[scope], known[None]] if scope is not None else [known[None]]
        for match in found:
            key = _decide(text[match.start : match.end], match, around, matcher)
            if key is not None:
                mentions.append(FoundMention(index, match.start, match.end, key))
    return mentions


def _decide(form: str, match: Match, around: Sequence[_Scope], matcher: Matcher) -> str | None:
    """The concept that a match names here, or None where nothing says which, or the text says another."""
    short = concept_key(form).removesuffix("s")
    for scope in around:
        long = scope.meant.get(short)
        if long is not None:
            return _spelled_out(long, match, matcher)
    if not match.ambiguous:
        return match.keys[0]
    clear = {key for scope in around for key in scope.clear} & set(match.keys)
    return clear.pop() if len(clear) == 1 else None


def _spelled_out(long: str, match: Match, matcher: Matcher) -> str | None:
    """Which of the concepts of a match is spelled out so; None where it is none of them.

    A concept is believed where nothing says its long form, and where the long
    form is a translation: those vary.
    """
    key = concept_key(long)
    believed: list[str] = []
    for candidate in match.keys:
        forms = matcher.long_forms(candidate)
        latin = [form for form in forms if form.isascii()]
        if candidate == key or any(concept_key(form) == key for form in forms):
            return candidate
        if long.isascii() and any(same_wording(form, long) for form in latin):
            return candidate
        if not (long.isascii() and latin):
            believed.append(candidate)
    return believed[0] if len(believed) == 1 and not match.ambiguous else None
