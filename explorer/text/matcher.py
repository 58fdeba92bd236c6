"""Known names in running text: every spelling, longest first, boundaries that hold beside kana and kanji."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from explorer.text.scripts import HAN, HANGUL, LATIN

HEADS = "ベース|モデル|ライク|アーキテクチャ|アルゴリズム|ネットワーク|フレームワーク"
_KATAKANA = "ァ-ヴー"
_TOKEN = re.compile(
    rf"[{LATIN}]+|\d+(?:\.\d+)*|[{_KATAKANA}]+?(?=(?:{HEADS})(?![{_KATAKANA}]))|[{_KATAKANA}]+"
    rf"|[ぁ-ん{HAN}{HANGUL}]|[α-ωΑ-Ω]+"
)
_SEPARATORS = frozenset(" \t\r\n\u00a0-\u2010\u2011\u2012\u2013・_=")
_HYPHENS = frozenset("-\u2010\u2011\u2013")
_WORD = re.compile(rf"[{LATIN}0-9]")
_COINED_BEFORE = re.compile(r"[A-Z0-9][A-Za-z0-9]{0,30}[-\u2010\u2011]$")
_SHORT = 8  #: letters of a form that spells nothing out
_EXACT_LETTERS = 5  #: up to so many letters, capitals inside a name bind: CoT is not COT


class Case(Enum):
    """How far the capitals of a form bind."""

    EXACT = "exact"  #: RAG, LoRA: neither rag nor Lora
    INITIAL = "initial"  #: Gemini, GEMINI, but not gemini
    COINED = "coined"  #: INSTruction, InstrucTion, but neither instruction nor Instruction
    ANY = "any"  #: in-context learning, In-Context Learning


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling to look for.

    Attributes:
        key: What it names; several forms share a key.
        ambiguous: The form also means other things; the context has to decide.
        cased: The capitals of the form are needed ("Natural Questions").
        coined: A made-up name that nobody checked: its letters in plain case may be an everyday word.
    """

    text: str
    key: str
    ambiguous: bool = False
    cased: bool = False
    coined: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """``text[start:end]`` names one of ``keys`` (sorted), or perhaps none of them where it is ambiguous."""

    start: int
    end: int
    keys: tuple[str, ...]
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form as tokens; ``gaps`` are what has to stand between them and ``tail`` what has to follow."""

    form: Form
    tokens: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    case: Case
    is_bound: bool


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)


_NO_KEY = re.compile(r"[^a-z0-9@+]+")


def concept_key(name: str) -> str:
    """What all spellings of a name share: NFKC, caseless, letters and digits (@ and + tell names apart).

    >>> concept_key("GPT-4 Turbo") == concept_key("gpt4-turbo"), concept_key("HumanEval+")
    (True, 'humaneval+')
    """
    if name.isascii():
        return _NO_KEY.sub("", name.lower())
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in folded if c.isalnum() or c in "@+")


class Matcher:
    """Finds many forms at once: a trie over tokens, so the time does not depend on how many forms there are.

    A token is a run of Latin letters, a number, a katakana word, or one kanji
    or kana. Between tokens a space, a hyphen and ``・`` are the same thing, and
    between letters and digits there may be none: "GPT4", "GPT-4" and "GPT 4".

    Args:
        forms: Ambiguous where two of one spelling have different keys.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._root = _Node()
        self._spelled_out: dict[str, list[str]] = {}
        for form in forms:
            self._add(form)
            if len(form.text) > _SHORT:
                self._spelled_out.setdefault(form.key, []).append(form.text)

    def long_forms(self, key: str) -> list[str]:
        """The forms of a key that are too long for an acronym: they say what it stands for."""
        return self._spelled_out.get(key, [])

    def _add(self, form: Form) -> None:
        hits = list(_TOKEN.finditer(form.text))
        if not hits or hits[0].start() > 0:
            return
        node = self._root
        for hit in hits:
            node = node.children.setdefault(hit[0].lower(), _Node())
        gaps = tuple(_needed_gap(form.text, a.end(), b.start()) for a, b in pairwise(hits))
        tokens = tuple(hit[0] for hit in hits)
        tail = form.text[hits[-1].end() :]
        node.entries.append(
            _Entry(form, tokens, gaps, tail, _case_of(form, tokens), _binds(form.text, tokens))
        )

    def find(self, text: str) -> list[Match]:
        """The longest matches from left to right; none overlaps another."""
        hits = list(_TOKEN.finditer(text))
        tokens = [hit[0].lower() for hit in hits]
        found: list[Match] = []
        i = 0
        while i < len(hits):
            if self._may_begin(tokens, i):
                match, used = self._longest(text, hits, i)
                if match is not None:
                    found.append(match)
                    i += used
                    continue
            i += 1
        return found

    def _may_begin(self, tokens: Sequence[str], i: int) -> bool:
        """Whether a form can begin at token ``i``; most that can by their first word cannot by the second."""
        token, children = tokens[i], self._root.children
        if token[-1] == "s" and token[:-1] in children:
            return True
        node = children.get(token)
        if node is None or node.entries or i + 1 == len(tokens):
            return node is not None
        following = tokens[i + 1]
        return following in node.children or (following[-1] == "s" and following[:-1] in node.children)

    def _longest(self, text: str, hits: Sequence[re.Match[str]], i: int) -> tuple[Match | None, int]:
        """The longest match that begins at token ``i``, and how many tokens it takes."""
        start = hits[i].start()
        if _continues_before(text, start, hits[i][0]):
            return None, 0
        best: tuple[Match | None, int] = (None, 0)
        for depth, entries in self._walk(hits, i):
            run = hits[i : i + depth]
            right = [(e, end) for e in entries if (end := _end_of(text, run, e)) is not None]
            if right:
                end = max(end for _, end in right)
                forms = [e.form for e, e_end in right if e_end == end]
                keys = tuple(sorted({form.key for form in forms}))
                ambiguous = len(keys) > 1 or all(form.ambiguous for form in forms)
                best = Match(start, end, keys, ambiguous), depth
        return best

    def _walk(self, hits: Sequence[re.Match[str]], i: int) -> Iterator[tuple[int, list[_Entry]]]:
        """(tokens used, entries) of every path of the trie that the tokens from ``i`` follow."""
        node: _Node | None = self._root
        for depth in range(1, len(hits) - i + 1):
            if node is None or not node.children:
                return
            token = hits[i + depth - 1][0].lower()
            following = node.children.get(token)
            entries = list(following.entries) if following else []
            if len(token) > 1 and token[-1] == "s" and (single := node.children.get(token[:-1])):
                entries += single.entries
            if entries:
                yield depth, entries
            node = following


def _needed_gap(form: str, end: int, start: int) -> str:
    """What has to stand between two tokens: "" (perhaps a separator), " " (a separator), or this text."""
    gap = form[end:start]
    if all(c in _SEPARATORS for c in gap):
        both_words = form[end - 1].isalpha() and form[start].isalpha() and form[end - 1 : start + 1].isascii()
        return " " if both_words else ""
    return "".join(gap.split())


def _case_of(form: Form, tokens: Sequence[str]) -> Case:
    latin = [token for token in tokens if token[0].isascii() and token.isalpha()]
    letters = "".join(latin)
    if form.cased:
        return Case.INITIAL
    if form.coined:
        return Case.COINED
    if letters.lower() == letters or not letters or len(latin) < len([t for t in tokens if t.isalpha()]):
        return Case.ANY
    if len(tokens) > 1 and (len(latin) > 1 or len(letters) > 2):
        return Case.ANY
    if letters.isupper() or (len(letters) <= _EXACT_LETTERS and letters[1:].lower() != letters[1:]):
        return Case.EXACT
    if letters[1:].islower():
        return Case.INITIAL if len(letters) > 3 else Case.EXACT
    return Case.ANY


def _end_of(text: str, run: Sequence[re.Match[str]], entry: _Entry) -> int | None:
    """Where the form ends if the tokens really spell it, plural included, else None."""
    end = run[-1].end()
    for needed, a, b in zip(entry.gaps, run, run[1:], strict=False):
        gap = text[a.end() : b.start()]
        if needed.strip():
            if "".join(gap.split()) != needed:
                return None
        elif len(gap) > 2 or (needed and not gap) or not all(c in _SEPARATORS for c in gap):
            return None
    if entry.is_bound and not _is_bound(text, run, entry):
        return None
    if entry.tail:
        return end + len(entry.tail) if text.startswith(entry.tail, end) else None
    if _continues_after(text, end, run[-1][0]) or not _capitals_fit(run, entry):
        return None
    return end


def _binds(form: str, tokens: Sequence[str]) -> bool:
    """Whether a word and an acronym are one name by their hyphen only: Adapt-LLM, Self-RAG."""
    if len(tokens) != 2 or not all(token.isascii() and token.isalpha() for token in tokens):
        return False
    word, acronym = tokens
    is_word = len(word) > 1 and word[0].isupper() and word[1:].islower()
    return is_word and len(acronym) > 1 and acronym.isupper() and form[len(word)] in _HYPHENS


def _is_bound(text: str, run: Sequence[re.Match[str]], entry: _Entry) -> bool:
    """Whether the hyphen is there, or all else as in the form: who adapts LLMs does not name Adapt-LLM."""
    gap = text[run[0].end() : run[1].start()]
    return any(c in _HYPHENS for c in gap) or all(
        hit[0] == t for hit, t in zip(run, entry.tokens, strict=True)
    )


def _capitals_fit(run: Sequence[re.Match[str]], entry: _Entry) -> bool:
    if entry.case is Case.ANY or (entry.case is Case.COINED and len(entry.tokens) > 2):
        return True  # jina-clip-v1 is no everyday word whatever its capitals
    for hit, token in zip(run, entry.tokens, strict=True):
        if entry.case is Case.EXACT and hit[0] not in (token, token + "s"):
            return False
        if entry.case is Case.COINED and not _is_spelled_so(hit[0], token):
            return False
        if entry.case is Case.INITIAL and token[0].isupper() and not hit[0][0].isupper():
            return False
    return True


def _is_spelled_so(found: str, token: str) -> bool:
    """Whether a word has the capitals of a made-up name, or some of its own inside."""
    return found in (token, token + "s") or token.islower() or found[1:] != found[1:].lower()


def _continues_before(text: str, start: int, token: str) -> bool:
    """Whether the word, or the coined name, began before this place."""
    before = text[start - 1 : start]
    if not before:
        return False
    if token[0].isascii():
        return bool(_WORD.match(before)) or (
            before in _HYPHENS and bool(_COINED_BEFORE.search(text, max(0, start - 32), start))
        )
    return False


def _continues_after(text: str, end: int, token: str) -> bool:
    """Whether the word, or the coined name, goes on after this place: GPT-4 in GPT-4o, Llama in Llama-9."""
    after = text[end : end + 1]
    if not after or not token[-1].isascii():
        return after.isdigit() and "ァ" <= token[-1] <= "ー"
    if _WORD.match(after):
        return True
    following = text[end + 1 : end + 2]
    return after in _HYPHENS and (following.isdigit() or ("A" <= following <= "Z"))
