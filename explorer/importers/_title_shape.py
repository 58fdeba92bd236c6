"""Whether words can be the title of a paper, or names of people: by their shape alone."""

from __future__ import annotations

import re

from explorer.text.scripts import CJK, script_counts

_WORD = re.compile(r"[^\W_][\w'’ʼ.+-]*")
_SMALL = re.compile(
    r"an?|and|are|as|at|but|by|can|does?|for|from|how|if|in|into|is|its?|less|more|not|of|on|onto|or|"
    r"over|than|that|"
    r"the|their|through|to|towards?|under|up|use|using|via|vs\.?|when|where|why|with|without|your?",
    re.I,
)
_SENTENCE = re.compile(
    r"(?:we|i|our|this|these|it|they|see|also|there|here|he|she|as|however|but|and|for example|"
    r"e\.g|the (?:authors?|paper|model|method|results?|work)|builds?|built|uses|extends|combines|improves|"
    r"proposes|presents|based|fig(?:ure)?|table|slide|session|day \d|part \d)\b",
    re.I,
)
_NO_TITLE = re.compile(
    r"(?:the )?(?:papers?|arxiv|pdf|links?|here|code|github|project(?: page)?|website|web ?page|"
    r"blog(?: ?post)?|open ?review|poster|slides?|video|talk|read more|abstract|source|reference|doi|"
    r"論文(?:は|へ|の)?(?:こちら|ここ|リンク|へのリンク|pdf)|(?:元|原)論文|こちら(?:の論文)?|(?:该|"
    r"原)论文|论文(?:地址|原文|全文)|"
    r"论文|论文链接|代码|链接|原文|論文|リンク|コード|こちら|ここ|詳細)(?: ?\d+| link| page)?",
    re.I,
)
_ADDRESS = re.compile(r"arxiv\s?:|https?:|\d{4}\.\d{4,5}|\S*://", re.I)
_EVENT = re.compile(
    r"\b(?:workshops?|tutorials?|keynote|session|track|conference|invited talk|award)\b", re.I
)
_NAME = re.compile(
    r"(?:(?:[A-Z]\.[ -]?){1,4}|[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?)"
    r"(?: (?:\([A-Z][^\W\d_]+\)|(?:van|von|de|der|den|del|di|da|la|le|el|al|bin|ibn)|(?:[A-Z]\.[ -]?){1,4}|"
    r"[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?)){0,5}"
)
_NAME_MARKS = re.compile(r"[\s*†‡§¶∗⋆\d]{1,10}$")
_ET_AL = re.compile(r"\s?(?:,\s?)?(?<![A-Za-z])(?:et al\.?|and others)|\s?(?:ほか|他|ら|等人?)", re.I)
_PARTICLES = re.compile("van|von|de|der|den|del|di|da|la|le|el|al|bin|ibn")
_NAME_WORDS = 4
_MIN_WORDS = 3
_MAX_CHARS = 300
_CJK_MIN = 6
_CAPITALISED = 0.75  #: of the words that are not small ones


def is_title(text: str, strict: bool = False) -> bool:
    """Whether the words can be a title; ``strict``: where nothing but their capitals sets them apart.

    >>> is_title("Tree of Thoughts: Deliberate Problem Solving"), is_title("the paper")
    (True, False)
    """
    text = text.strip()
    if not 6 <= len(text) <= _MAX_CHARS or _NO_TITLE.fullmatch(text) or _ADDRESS.match(text):
        return False
    counts = script_counts(text)
    if 3 * (counts["kana"] + counts["han"]) > counts["latin"]:
        return not strict and counts["kana"] + counts["han"] >= _CJK_MIN and "。" not in text
    words = _WORD.findall(text)
    long_enough = len(words) >= _MIN_WORDS or (len(words) == 2 and len(text) >= 12 and not strict)
    if not long_enough or not (text[0].isupper() or text[0].isdigit() or any(c.isupper() for c in words[0])):
        return False
    if not strict:
        return not re.search(r"[.!]\s+[A-Z][a-z]+\s[a-z]", text[:-1]) or ":" in text
    if _SENTENCE.match(text):
        return False
    weighty = [w for w in words if not _SMALL.fullmatch(w)]
    capitals = sum(any(c.isupper() or c.isdigit() for c in w) for w in weighty)
    return len(weighty) >= 2 and capitals >= _CAPITALISED * len(weighty)


def is_name(text: str) -> bool:
    """Whether a word or two that link to a paper can be its name: "QLoRA", but not "paper" or "here"."""
    text = text.strip()
    named = 2 <= len(text) <= 60 and any(c.isupper() for c in text) and not text.isdigit()
    return named and not _NO_TITLE.fullmatch(text) and not _ADDRESS.match(text)


def says_only_link(text: str) -> bool:
    """Whether the words of a link say no more than that it is one: "paper", "論文はこちら"."""
    return bool(_NO_TITLE.fullmatch(text.strip()))


def names_event(text: str) -> bool:
    """Whether a workshop or the like is meant, or the words break off ("What we saw at")."""
    words = text.split()
    return bool(_EVENT.search(text)) or (bool(words) and bool(_SMALL.fullmatch(words[-1].rstrip(","))))


def is_sentence_start(text: str) -> bool:
    """Whether the words begin like a sentence of prose rather than a title."""
    return bool(_SENTENCE.match(text))


def names_in(text: str) -> bool:
    """Whether a text is a list of people's names and nothing else ("A. Bee, Cara Dee et al.")."""
    text, others = _ET_AL.subn("", text[:600])
    parts = [p.strip() for p in re.split(r",\s?(?:and |& ?)?|\s(?:and|&)\s|[、;，·]", text.strip(" .,;"))]
    parts = [_NAME_MARKS.sub("", p) for p in parts if p]
    if not parts:
        return False
    if others:
        return all(_is_name(p, 1) for p in parts)
    return all(_is_name(p, 2) for p in parts)


def _is_name(text: str, least_words: int) -> bool:
    if re.fullmatch(rf"[{CJK}·・\s]{{2,12}}", text):
        return True
    words = [word for word in text.split() if not _PARTICLES.fullmatch(word)]
    return len(text) <= 50 and least_words <= len(words) <= _NAME_WORDS and bool(_NAME.fullmatch(text))
