"""Rules of trend tags: words with and, or, not, phrases and fields, matched in three scripts.

``"state space" or mamba* not title:vision``: words side by side must all be there; ``or`` binds weaker than
that; ``not`` or ``-`` turns one round; ``*`` lets a word go on; ``title:``, ``abstract:`` and ``method:`` ask
one field. Latin words match whole words, in singular or plural, with a hyphen or a space; Japanese and
Chinese ones match anywhere, for these scripts set no spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from explorer.errors import ExplorerError

FIELDS = ("title", "abstract", "method")
LONGEST_RULE = 1_000
_TOKEN = re.compile(
    r"(?P<bracket>[()])|(?P<minus>-(?=[^\s]))|(?:(?P<field>title|abstract|method)\s?:\s?)?"
    r'(?:"(?P<phrase>[^"]{0,1000})"|(?P<word>[^\s()"]{1,1000}))|(?P<stray>")'
)
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』", '"') | {"､": " ", "、": " ", "，": " "})
_DASHES = re.compile(r"[-‐‑‒–—_]")
_WORDS = {"and": "and", "or": "or", "not": "not", "&": "and", "|": "or", "かつ": "and", "または": "or"}
_WORDS |= {"且": "and", "或": "or", "非": "not"}
_ASCII_WORD = re.compile(r"[0-9a-z]")

Texts: TypeAlias = Mapping[str, str]  #: field -> text, as ``foldable`` gives it
Test: TypeAlias = Callable[[Texts], bool]


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule that was understood: ``matches(texts)`` says whether it holds."""

    words: str
    matches: Test


def foldable(text: str) -> str:
    """A text as rules see it: small letters, one form of each character, hyphens as spaces."""
    if text.isascii():
        text = text.lower().replace("-", " ").replace("_", " ")
    else:
        text = _DASHES.sub(" ", unicodedata.normalize("NFKC", text).lower())
    return " ".join(text.split()) if "\n" in text or "  " in text else text.strip()


def read_rule(words: str) -> RuleWords:
    """Understand a rule; ExplorerError where it says nothing, or nothing that must be there."""
    shown = " ".join(words.split())
    if not shown:
        raise ExplorerError("A rule needs words.", 'Such as: "state space" or mamba')
    if len(shown) > LONGEST_RULE:
        raise ExplorerError(f"A rule has at most {LONGEST_RULE} characters.", "Shorten it.")
    reading = _Reading(_tokens(shown))
    test = reading.either()
    if reading.left:
        raise ExplorerError("A bracket is closed that was never opened.", "Take it away.")
    if test(dict.fromkeys(FIELDS, "")):
        raise ExplorerError(
            "The rule would tag everything that lacks a word.", "Say a word that must be there, too."
        )
    return RuleWords(shown, test)


_Token: TypeAlias = tuple[str, str, str]  # kind, field, text


def _tokens(words: str) -> list[_Token]:
    plain = unicodedata.normalize("NFKC", words.translate(_QUOTES)).translate(_QUOTES)
    found: list[_Token] = []
    for hit in _TOKEN.finditer(plain):
        if hit["stray"]:
            raise ExplorerError("A quotation mark is not closed.", 'Write phrases as "in quotes".')
        word = hit["word"] or ""
        if hit["bracket"]:
            found.append((hit["bracket"], "", ""))
        elif hit["minus"]:
            found.append(("not", "", ""))
        elif not hit["field"] and word.lower() in _WORDS:
            found.append((_WORDS[word.lower()], "", ""))
        elif foldable((hit["phrase"] or word).replace("*", "")):
            found.append(("word", (hit["field"] or "").lower(), hit["phrase"] or word))
    return found


class _Reading:
    """Recursive descent: either := both ("or" both)*; both := one (("and")? one)*; one := "not" one | …"""

    def __init__(self, tokens: list[_Token]) -> None:
        self.left = tokens[::-1]

    def either(self) -> Test:
        tests = [self._both()]
        while self._takes("or"):
            tests.append(self._both())
        return tests[0] if len(tests) == 1 else lambda texts: any(test(texts) for test in tests)

    def _both(self) -> Test:
        tests = [self._one()]
        while self.left and self.left[-1][0] not in ("or", ")"):
            self._takes("and")
            tests.append(self._one())
        return tests[0] if len(tests) == 1 else lambda texts: all(test(texts) for test in tests)

    def _one(self) -> Test:
        if self._takes("not"):
            inner = self._one()
            return lambda texts: not inner(texts)
        if self._takes("("):
            inside = self.either()
            if not self._takes(")"):
                raise ExplorerError("A bracket is not closed.", "Close it.")
            return inside
        if not self.left or self.left[-1][0] != "word":
            raise ExplorerError("A word is missing in the rule.", 'Such as: "state space" or mamba')
        _, field, text = self.left.pop()
        return _term(field, text)

    def _takes(self, kind: str) -> bool:
        if self.left and self.left[-1][0] == kind:
            self.left.pop()
            return True
        return False


def _term(field: str, text: str) -> Test:
    goes_on = text.endswith("*")
    plain = foldable(text.replace("*", ""))
    fields = (field,) if field else FIELDS
    before = r"(?<![0-9a-z])" if _ASCII_WORD.match(plain) else ""
    ends_latin = bool(_ASCII_WORD.match(plain[-1]))
    plural = "(?:s|es)?" if len(plain) > 2 and plain[-1].isalpha() else ""
    after = f"{plural}(?![0-9a-z])" if ends_latin and not goes_on else ""
    find = re.compile(before + re.escape(plain) + after).search if before or after else None

    def test(texts: Texts) -> bool:  # most texts hold no such letters: asked first, ten times as fast
        return any(plain in texts[f] and (find is None or find(texts[f]) is not None) for f in fields)

    return test
