"""Terms of which a slide says that they rose or declined: in lists with a caption, or with arrows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from explorer.importers._named_editions import find_editions
from explorer.importers._slide_pages import Page
from explorer.model import Direction, EditionRef, TermClaim
from explorer.text.lines import trimmed
from explorer.text.scripts import HAN, KANA

_UP = (
    r"増え(?:た|ている)?|増加(?:した|傾向)?|伸び(?:た|ている)?|急増(?:した)?|上昇(?:した|中)?|台頭(?:した)?|注目|人気|"
    r"流行り|上升(?:最快)?|增长(?:最快)?|增加|增多|上涨|升温|热门|走热|rising|risen|rose|increas(?:ing|ed)|growing|grew|"
    r"grown|gain(?:ing|ed)|emerging|trending|hot(?:test)?|surging|more (?:often|frequent)|up(?![a-z-]| to)|"
    r"[↑▲⬆📈🔺]"
)
_DOWN = (
    r"減(?:った|っている)|減少(?:した|傾向)?|下がった|低下(?:した)?|下降(?:した|最快)?|衰退(?:した)?|减少|降低|下滑|降温|冷门|"
    r"回落|declin(?:ing|ed)|decreas(?:ing|ed)|falling|fell|fallen|shrinking|fading|cooling|los(?:ing|t)|"
    r"less (?:often|frequent)|down(?![a-z-]| to)|[↓▼⬇📉🔻]"
)
_TERM = (
    r"単語|用語|語句|ワード|キーワード|トピック|フレーズ|关键词|关键字|词汇|词语|单词|高频词|热词|术语|主题词|短语|"
    r"词(?=$|[\s:(])|key ?words?|key ?phrases?|words?|terms?|topics?|phrases?|(?:bi|tri|n-?)grams?"
)
_SIDE = re.compile(rf"(?<![A-Za-z])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?![a-z])", re.I)
_NAMES_TERMS = re.compile(rf"(?<![A-Za-z])(?:{_TERM})(?![A-Za-z])", re.I)
_CAPTION = re.compile(
    rf"(?<![A-Za-z])(?:(?:{_UP}|{_DOWN})(?![a-z])[^\n。.:;•◦▪■□●○]{{0,24}}?(?<![A-Za-z])(?:{_TERM})(?![A-Za-z])|"
    rf"(?:{_TERM})(?![A-Za-z])[^\n。、,.:;•◦▪■□●○]{{0,24}}?(?:{_UP}|{_DOWN})(?![a-z]))",
    re.I,
)
_BARE = re.compile(rf"[\W\d]{{0,6}}(?:{_UP}|{_DOWN})(?![a-z])[^\w\n]{{0,6}}(?=$|\n|:)", re.I)
_STOP = re.compile(r"[•◦▪‣■□●○]\s|\n")
_BULLET = re.compile(r"[•◦▪‣■□●○]\s")
_MARK = re.compile(r"[\s*•◦▪・–-]{0,9}(?:\d{1,2}[.)]\s)?")
_UP_SIGN, _DOWN_SIGN = re.compile("[↑▲⬆📈🔺]"), re.compile("[↓▼⬇📉🔻]")
_COUNT = re.compile(
    r"\s{0,3}[(:]?\s{0,3}[+\-–−×]?\s?\d[\d.,]{0,8}\s?(?:%|pt|倍|x|件|回|次)?"
    r"(?:\s?(?:→|->)\s?\d[\d.,%]{0,8})?\s?\)?$"
)
_BETWEEN = re.compile(r"\s{0,3}[,、;|]\s{0,3}|\s/\s")
_CELLS = re.compile(r"\s{0,9}\|\s{0,9}|\t+|\s{3,}")
_NOTE = re.compile(rf"(?<=[A-Za-z)])\s{{1,9}}[{KANA}{HAN}].*$", re.S)
_SIGNED = re.compile(
    r"(?:[「『“\"](?P<quoted>[^「」『』“”\"\n]{2,40})[」』”\"]|(?P<plain>(?<![A-Za-z])[A-Za-z][\w-]{0,49}(?:\s[\w-]{1,49}){0,3}))\s?[↑↓▲▼]"
)
_LAST_YEAR = re.compile(r"昨年|前年|去年|上一?年|last year|previous year|year before", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<=['’])\d\d(?!\d)")
_URL = re.compile(r"https?://\S+")
_EDGE = " \t\n\"'“”「」,.;:、。|*↑↓▲▼⬆⬇📈📉🔺🔻\ufe0f"
_MAX_TERM, _MAX_WORDS = 50, 6
_MAX_PAGE = 6_000  #: characters; a longer page is no list of terms

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Caption:
    start: int
    end: int
    direction: Direction


def read_term_claims(pages: Sequence[Page], edition: EditionRef | None) -> tuple[TermClaim, ...]:
    """The claims in the order of the source, each once.

    Args:
        edition: What the deck is about: its year is the later one where a slide states only one.
    """
    claims: dict[tuple[str, Direction], TermClaim] = {}
    for page in pages:
        text = page.plain.text
        if page.slide.repeats or len(text) > _MAX_PAGE or not _SIDE.search(text):
            continue
        between = _editions(text, edition)
        for span, direction in _claimed(text):
            term = " ".join(text[slice(*span)].split())
            claim = TermClaim(term, direction, page.plain.span(*span), *between)
            known = claims.get((term.casefold(), direction))
            if known is None or (claim.from_edition and not known.from_edition):
                claims[term.casefold(), direction] = claim
    return tuple(claims.values())


def _claimed(text: str) -> list[tuple[Range, Direction]]:
    """The terms of a slide; none where most of its items are too long to be terms."""
    captions = _captions(text)
    found = list(_in_line(text, captions)) or list(_by_layout(text, captions)) or list(_arrowed(text))
    terms = [(_clean(text, span), direction) for span, direction in found]
    kept = [(span, direction) for span, direction in terms if span]
    return kept if 2 * len(kept) > len(found) and len(kept) > 1 else []


def _captions(text: str) -> list[_Caption]:
    """The captions of a slide that speaks of terms; one that names both directions is a mere heading."""
    found: list[_Caption] = []
    if not _NAMES_TERMS.search(text):
        return found
    start = 0
    for line in text.split("\n"):
        hits = list(_CAPTION.finditer(line)) or [hit for hit in [_BARE.match(line)] if hit]
        for hit in hits:
            sides = {bool(side["up"]) for side in _SIDE.finditer(hit[0])}
            begin = max(line.rfind(" ", 0, hit.start()), line.rfind("\t", 0, hit.start())) + 1
            if len(sides) == 1:
                direction = Direction.RISING if True in sides else Direction.DECLINING
                found.append(_Caption(start + begin, start + hit.end(), direction))
        start += len(line) + 1
    return found


def _in_line(text: str, captions: Sequence[_Caption]) -> Iterator[tuple[Range, Direction]]:
    """ "Rising: agents, reasoning": two terms or more behind a caption with a colon."""
    for i, caption in enumerate(captions):
        colon = re.compile(r"[^:\n]{0,40}:\s?").match(text, caption.end)
        limit = captions[i + 1].start if i + 1 < len(captions) else len(text)
        stop = _STOP.search(text, colon.end(), limit) if colon else None
        end = stop.start() if stop else limit
        if colon and colon.end() < end:
            spans = _split(_BETWEEN, text, (colon.end(), end))
            yield from ((span, caption.direction) for span in spans if len(spans) > 1)


def _by_layout(text: str, captions: Sequence[_Caption]) -> Iterator[tuple[Range, Direction]]:
    """Items of lists whose captions stand before or after them, or both before or after both lists."""
    events: list[tuple[int, _Caption | Range]] = [(c.start, c) for c in captions]
    events += [(item[0], item) for item in _items(text, captions)]
    ordered = [event for _, event in sorted(events, key=lambda e: e[0])]
    runs = [(kind, list(run)) for kind, run in groupby(ordered, lambda e: isinstance(e, _Caption))]
    runs = runs[1:] if len(runs) == 4 and not runs[0][0] and len(runs[0][1]) == 1 else runs
    heads = [[c for c in run if isinstance(c, _Caption)] for is_caption, run in runs if is_caption]
    lists = [[i for i in run if not isinstance(i, _Caption)] for is_caption, run in runs if not is_caption]
    if len(heads) == len(lists) == 1 and len(heads[0]) > 1:
        lists = _divided(text, lists[0], len(heads[0]))
        heads = [[caption] for caption in heads[0]]
    if lists and len(heads) in (len(lists), len(lists) - 1):  # a last list without caption is a remark
        for caption_run, items in zip(heads, lists, strict=False):
            yield from ((item, caption_run[-1].direction) for item in items)


def _items(text: str, captions: Sequence[_Caption]) -> list[Range]:
    """What stands between bullets (else: on the lines below the title), captions cut off."""
    first = _BULLET.search(text)
    start = first.end() if first else (text.find("\n") + 1 or len(text))
    if captions and captions[0].start < start and not first:
        start = min(start, captions[0].end)
    pieces = _split(_BULLET if first else re.compile(r"\n"), text, (start, len(text)))
    found = []
    for a, b in pieces:
        inside = next((c for c in captions if a <= c.start < b), None)
        span = trimmed(text, a, inside.start if inside else b)
        if any(map(str.isalnum, text[slice(*span)])) and not any(
            c.start <= span[0] < c.end for c in captions
        ):
            found.append(span)
    return found


def _divided(text: str, items: list[Range], parts: int) -> list[list[Range]]:
    """One list as several: by columns, by a note or an empty line between them, else into equal parts."""
    rows = [_split(_CELLS, text, item) for item in items]
    if all(len(row) == parts for row in rows):
        return [list(column) for column in zip(*rows, strict=True)]
    breaks = [
        i + 1
        for i, (a, b) in enumerate(items[:-1])
        if _NOTE.search(text[a:b]) or re.search(r"\n\s*\n", text[b : items[i + 1][0]])
    ]
    if len(breaks) != parts - 1:
        if len(items) % parts:
            return []
        size = len(items) // parts
        breaks = list(range(size, len(items), size))
    edges = [0, *breaks, len(items)]
    return [items[a:b] for a, b in pairwise(edges)]


def _arrowed(text: str) -> Iterator[tuple[Range, Direction]]:
    """Items that an arrow opens or closes: "↑ Language Models", "Few Shot ↓"; two or more."""
    pieces = _split(_BULLET if _BULLET.search(text) else re.compile(r"\n"), text, (0, len(text)))
    found = []
    for a, b in pieces if _NAMES_TERMS.search(text) else []:
        edges = text[a : a + 4] + " " + text[max(a, b - 3) : b]
        up, down = bool(_UP_SIGN.search(edges)), bool(_DOWN_SIGN.search(edges))
        if up != down:
            found.append(((a, b), Direction.RISING if up else Direction.DECLINING))
    if len(found) < 2:
        signed = list(_SIGNED.finditer(text)) if _NAMES_TERMS.search(text) else []
        spans = [hit.span("quoted" if hit["quoted"] else "plain") for hit in signed]
        sides = [Direction.RISING if _UP_SIGN.search(hit[0]) else Direction.DECLINING for hit in signed]
        found = list(zip(spans, sides, strict=True))
    yield from found if len(found) > 1 else []


def _split(separator: re.Pattern[str], text: str, span: Range) -> list[Range]:
    """The pieces between separators that are not empty, trimmed."""
    pieces, start = [], span[0]
    for hit in separator.finditer(text, *span):
        pieces.append((start, hit.start()))
        start = hit.end()
    ends = [trimmed(text, *piece) for piece in [*pieces, (start, span[1])]]
    return [(a, b) for a, b in ends if a < b]


def _clean(text: str, span: Range) -> Range | None:
    """A term without mark, arrow, count and note; None where it is no term."""
    start, end = span
    mark = _MARK.match(text, start, end)
    start = mark.end() if mark else start
    note = _NOTE.search(text[start:end])
    end = start + note.start() if note else end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    count = _COUNT.search(text[start:end])
    end = start + count.start() if count and count.start() else end
    term = text[start:end]
    fits = 1 < len(term) <= _MAX_TERM and len(term.split()) <= _MAX_WORDS and any(map(str.isalpha, term))
    return (start, end) if fits and "://" not in term else None


def _editions(text: str, edition: EditionRef | None) -> tuple[str, str]:
    """(from, to): the two years of the slide; with one, that year and the deck's; "" where unknown."""
    text = _URL.sub(" ", text)
    named = [found.edition for found in find_editions(text)]
    series = named[0].series if named else edition.series if edition else ""
    years = {int(y) if len(y) == 4 else 2000 + int(y) for y in _YEAR.findall(text)}
    years |= {int(one.label) for one in named if one.label.isdigit()}
    if edition and edition.series == series and edition.label.isdigit() and len(years) < 2:
        years |= {int(edition.label)}
        years |= {int(edition.label) - 1} if _LAST_YEAR.search(text) else set()
    if not series or not years:
        return "", ""
    first, last = min(years), max(years)
    return (f"{series} {first}" if first < last else ""), f"{series} {last}"
