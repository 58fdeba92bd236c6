"""Short and long forms that a text puts side by side: "Long Form (LF)", "LF (long form)", "長い形(LF)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explorer.text.abbreviation_cjk import ends_in_cjk, is_long_form, long_form_before
from explorer.text.emphasis import without_emphasis

Range = tuple[int, int]

_BRACKETS = re.compile(r"[(（\[［]([^()（）\[\]［］\n]{2,120})[)）\]］]")
_WINDOW_CHARS = 140  #: before a bracket, that can belong to a long form
_PART = re.compile(r"[^,，、;；:：]+")
_STOP = re.compile(r"[()（）\[\]［］,，;；:：!?！？。、\n\"“”「」『』|=<>]|\.\s")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|[-.&/+*@'’])*[A-Za-z0-9+*]")
_SHORT_BEFORE = re.compile(r"(?<![A-Za-z0-9-])([A-Za-z][A-Za-z0-9&/+.-]{1,13})[\"”’'」』]?\s?$")
_LEAD = re.compile(r"(?:or|i\.e\.,?|a\.k\.a\.|also called|called|short for|denoted as)\s+", re.I)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LINKING = _words(
    "a an and as at by de for from in into of on or the through to towards using via with without"
)
_SPELLED = {"2": ("to", "two"), "3": ("three",), "4": ("for", "four"), "&": ("and",)}
_NO_SHORT = _words("Fig Eq Eqs Sec Tab Table Ref No Left Right Top Ours Here See This The")
#: may follow a long form without a letter of its own: "Long Short-Term Memory networks (LSTM)"
_CLOSING_NOUN = _words("""algorithm algorithms approach architecture benchmark dataset framework function loss
    method methods metric model models module network networks problem scheme score system task""")
_ROMAN = re.compile(r"[ivx]+")
_INSIDE_COST = 1  #: a letter from the middle of a word
_SKIP_COST = 3  #: a word, other than a linking one, that gives no letter
_MAX_LETTERS = 10
_REPEAT = re.compile(r"([a-z])([234])")


@dataclass(frozen=True, slots=True)
class Pair:
    """A short form with its long form, as they stand in one text.

    Attributes:
        short, long: The two forms, each the slice that its span names without marks of emphasis.
        short_span, long_span: (start, end) in the text.
    """

    short: str
    long: str
    short_span: Range
    long_span: Range


def find_pairs(text: str) -> tuple[Pair, ...]:
    """Pairs of short and long form that brackets put side by side, in the order of the text.

    The letters of the short form must occur in order in the words of the long
    form, each word giving its first letter before any other; the words are
    aligned at least cost rather than greedily from the right, so that "Mixture
    of Experts (MoE)" begins at "Mixture". A Japanese or Chinese long form
    shares no letters with its short form: there the count of its words has to
    fit (``abbreviation_cjk``). Linear in the length of the text.

    References:
        A. S. Schwartz, M. A. Hearst. A simple algorithm for identifying
        abbreviation definitions in biomedical text. PSB 2003, section 3.

    Examples:
        >>> [(p.short, p.long) for p in find_pairs("We use Retrieval-Augmented Generation (RAG).")]
        [('RAG', 'Retrieval-Augmented Generation')]
        >>> [(p.short, p.long) for p in find_pairs("We call it *Plan Like a Graph* (**PLaG**).")]
        [('PLaG', 'Plan Like a Graph')]
    """
    marked = without_emphasis(text)
    if marked is None:
        return tuple(_pairs_in(text))
    plain, places = marked
    return tuple(_placed(pair, places) for pair in _pairs_in(plain))


def _pairs_in(text: str) -> Iterator[Pair]:
    for hit in _BRACKETS.finditer(text):
        yield from _pairs_at(text, hit.start(), _parts(text, hit.start(1), hit.end(1)))


def _placed(pair: Pair, places: list[int]) -> Pair:
    """A pair of a text without marks, at the places of its characters in the text with them."""
    short, long = ((places[a], places[b - 1] + 1) for a, b in (pair.short_span, pair.long_span))
    return Pair(pair.short, pair.long, short, long)


def _pairs_at(text: str, bracket: int, parts: list[Range]) -> Iterator[Pair]:
    """What one bracket defines: its first part, its whole, or two of its parts among themselves."""
    if not parts:
        return
    pair = _outside_long(text, bracket, parts[0]) or _outside_short(text, bracket, parts[0])
    if pair:
        yield pair
    elif len(parts) > 1 and (pair := _inside(text, parts[0], parts[1])):
        yield pair
        if before := long_form_before(text, bracket, len(_letters(pair.short))):
            yield _pair(text, pair.short_span, before)


def _outside_long(text: str, bracket: int, inner: Range) -> Pair | None:
    """Long Form (LF)."""
    short = text[slice(*inner)]
    if not looks_short(short):
        return None
    if ends_in_cjk(text, bracket):
        found = long_form_before(text, bracket, len(_letters(short)))
    else:
        found = _align_before(text, bracket, short)
    return _pair(text, inner, found) if found else None


def _outside_short(text: str, bracket: int, inner: Range) -> Pair | None:
    """LF (long form)."""
    hit = _SHORT_BEFORE.search(text, max(0, bracket - 20), bracket)
    if hit is None or not looks_short(hit[1]) or not any(c.isupper() for c in hit[1]):
        return None
    lead = _LEAD.match(text, *inner)
    inner = (lead.end() if lead else inner[0], inner[1])
    long = text[slice(*inner)]
    letters = _letters(hit[1])
    if is_long_form(long, len(letters)):
        return _pair(text, hit.span(1), inner)
    return _pair(text, hit.span(1), inner) if _spells(letters, long) else None


def _inside(text: str, first: Range, second: Range) -> Pair | None:
    """(Long Form, LF) or (LF, long form)."""
    for short, long in ((second, first), (first, second)):
        form = text[slice(*short)]
        if looks_short(form) and _spells(_letters(form), text[slice(*long)]):
            return _pair(text, short, long)
    return None


def looks_short(form: str) -> bool:
    """Whether a string has the shape of a short form: RAG, BiLSTM, k-NN, W2V, but not "left" or "ii"."""
    letters = _letters(form)
    if not 2 <= len(letters) <= _MAX_LETTERS or not _SHORT.fullmatch(form) or _ROMAN.fullmatch(letters):
        return False
    if form in _NO_SHORT:
        return False
    capitals = sum(c.isupper() for c in form)
    return capitals > 1 or (capitals == 1 and (len(letters) <= 5 or not form[0].isupper()))


def _letters(short: str) -> str:
    """Letters and digits of a short form, lower case, without the s of its plural."""
    if len(short) > 2 and short.endswith("s") and short[-2].isupper():
        short = short[:-1]
    return "".join(c for c in short.lower() if c.isalnum() or c == "&")


def _parts(text: str, start: int, end: int) -> list[Range]:
    """The first two parts of a bracket's content, between commas, without the space around them."""
    parts = []
    for hit in _PART.finditer(text, start, end):
        piece = hit[0]
        left = hit.start() + len(piece) - len(piece.lstrip(" \"'“‘"))
        right = hit.end() - (len(piece) - len(piece.rstrip(" \"'”’")))
        if left < right:
            parts.append((left, right))
        if len(parts) == 2:
            break
    return parts


def _pair(text: str, short: Range, long: Range) -> Pair:
    return Pair(text[slice(*short)], text[slice(*long)], short, long)


def _align_before(text: str, bracket: int, short: str) -> Range | None:
    """Where the long form that ends at a bracket begins and ends."""
    start = max(0, bracket - _WINDOW_CHARS)
    stops = [hit.end() for hit in _STOP.finditer(text, start, bracket)]
    start = stops[-1] if stops else start
    letters = _letters(short)
    words = list(_WORD.finditer(text, start, bracket))[-(2 * len(letters) + 5) :]
    if not words or text[words[-1].end() : bracket].strip(" \"'”’"):
        return None
    spelled = [w[0].lower() for w in words]
    first = _first_word(letters, spelled)
    if first is None and spelled[-1] in _CLOSING_NOUN:
        words.pop()
        first = _first_word(letters, spelled[:-1])
    if first is None or (len(words) - first == 1 and letters in spelled[first]):
        return None
    if first and spelled[first - 1][0] == letters[0] and text[words[first].start() - 1] == "-":
        first -= 1  # non-negative matrix factorisation
    long = (words[first].start(), words[-1].end())
    return long if len(text[slice(*long)]) > len(short) else None


def _spells(letters: str, long: str) -> bool:
    """Whether all of a string is a long form for these letters."""
    words = [w.lower() for w in _WORD.findall(long)]
    if len(words) > 2 * len(letters) + 5 or len(long) <= len(letters):
        return False
    return _first_word(letters, words) == 0


def _first_word(letters: str, words: list[str]) -> int | None:
    """Index of the word at which the long form begins, or None; the 3 of M3G may repeat its letter."""
    first = _cheapest_start(letters, words)
    repeated = _REPEAT.sub(lambda hit: hit[1] * int(hit[2]), letters)
    return _cheapest_start(repeated, words) if first is None and repeated != letters else first


def _cheapest_start(letters: str, words: list[str]) -> int | None:
    """Index of the word at which the cheapest alignment begins, or None where none is cheap enough.

    Dynamic programme from the right: ``best[i]`` is (cost, -first word) of
    spelling ``letters[i:]`` with the words from ``k`` on.
    """
    nothing = (10**6, 0)
    best = [nothing] * len(letters) + [(0, len(words))]
    answer = nothing
    for k in range(len(words) - 1, -1, -1):
        word = words[k]
        skip = 0 if word in _LINKING else _SKIP_COST
        last = k == len(words) - 1
        row = [nothing if last else (cost + skip, first) for cost, first in best]
        for i in range(1 if word in _LINKING else 0, len(letters)):
            for used, cost in _spent(letters, i, word):
                rest = best[i + used]
                row[i] = min(row[i], (rest[0] + cost, -k))
        answer = min(answer, row[0]) if row[0][1] == -k else answer
        best = row
    return -answer[1] if answer[0] < len(letters) else None


def _spent(letters: str, i: int, word: str) -> Iterator[tuple[int, int]]:
    """(letters used, cost) of every way in which one word can give ``letters[i:]``, its first one first."""
    if word in _SPELLED.get(letters[i], ()):
        yield 1, 0
    place, cost = -1, 0
    for used, letter in enumerate(letters[i:], 1):
        place = word.find(letter, place + 1)
        if place < 0 or (used == 1 and place > 0):
            return
        cost += 0 if place == used - 1 else _INSIDE_COST
        yield used, cost
