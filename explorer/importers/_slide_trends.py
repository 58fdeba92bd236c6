"""The trends that a deck claims: from its agenda and the titles of its parts, with the papers shown there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from explorer.importers._passages import Passage
from explorer.importers._slide_pages import Page
from explorer.importers._trend_labels import (
    Label,
    closes,
    is_agenda_title,
    is_no_trend,
    read_label,
    says_trend,
)
from explorer.model import Coding, PaperRecord, Role, StatedTrend
from explorer.text.fingerprint import title_fingerprint
from explorer.text.language import language_of
from explorer.text.lines import trimmed
from explorer.text.mapped import decode
from explorer.text.scripts import HAN, KANA

_MAX_LABEL = 120
_PHRASE_END = re.compile(rf"(?<=[{KANA}{HAN}。])\s+(?![/|(])|\s{{0,3}}\n")
_LEAST_PHRASE = 4
_PAIR = re.compile(r"(?P<a>[^/|()]{3,80})\s{0,3}(?:[/|]|\()\s{0,3}(?P<b>[^/|()]{3,80}?)\)?\s{0,3}")
_ICON = re.compile(r"(?<=\s)\?(?=\s|$)")
_SEGMENT = re.compile(r"[→⇒➡←\n•◦▪‣■□●○※]|(?<=\?)\s")
_TOUCHES = re.compile(rf"[{KANA}{HAN}][A-Za-z]|[A-Za-z][{KANA}{HAN}]")
_NEW_PHRASE = re.compile(rf"(?<=[{KANA}{HAN}])\s(?=[【A-Z])")
_LEAD = re.compile(r"[\s*・–—-]{0,9}(?:(?:Q|問い?|问题?|question)\s?\d{0,2}\s?[.:]\s?)?", re.I)
_NUMBER_FRONT = re.compile(r"(?:\(?\d{1,2}[.):、]|[①-⑳]|\d{1,2}\s)\s{0,3}")
_OPENING = 300  #: characters of the first slides that tell what a deck is about
_MAX_QUESTION = 200
_MAX_ITEMS = 15

Key = tuple[int | str, ...]


@dataclass(slots=True)
class _Found:
    """A trend while it is read. ``labels``: (raw start, end, words), in the order they are written in."""

    labels: list[tuple[int, int, str]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shown:
    """The papers of a deck and where it names them. ``places``: (row, raw offset)."""

    records: Sequence[PaperRecord]
    places: Sequence[tuple[int, int]]


def read_trends(raw: str, pages: Sequence[Page], title: str, shown: Shown) -> tuple[StatedTrend, ...]:
    """The trends in the order of their numbers, each once; () for a deck that claims none.

    Parts and themes count as trends only where the deck says that it is about
    trends. A paper belongs to the trend in whose part it has a slide; else to
    those in whose parts it is presented or listed.
    """
    reader = _label_reader(pages, title)
    found: dict[Key, _Found] = {}
    for page in pages:
        for passage, label in _labels_of(page, reader):
            _add_label(raw, found.setdefault(label.key, _Found()), passage, label)
    found = {key: one for key, one in found.items() if one.labels}
    if len(found) < 2 and not any(_title_label(page, reader) for page in pages):
        return ()
    sections = _sections(pages, reader, list(found))
    for page, key in zip(pages, sections, strict=True):
        opened = _title_label(page, reader)
        if key in found and opened and opened.key == key:
            one = found[key]
            one.questions = one.questions or list(_questions(raw, page, shown.records))
    _file(found, pages, sections, shown)
    return _stated(raw, found)


def _label_reader(pages: Sequence[Page], title: str) -> Callable[[str], Label | None]:
    """What reads the trends of this deck: by their word, by the deck's topic, or as items of its agenda."""
    texts = [p.text for page in pages for p in page.passages[: _MAX_ITEMS + 1]]
    strong = any((label := read_label(text)) and label.trend for text in texts)
    first = [page.name for page in pages if is_agenda_title(page.name)][:1]
    opening = [page.plain.text[:_OPENING] for page in pages[:2]]
    topical = any(map(says_trend, [title, *opening, *first]))
    named = {} if strong or not topical else _agenda_names(pages)

    def read(text: str) -> Label | None:
        label = read_label(text)
        if label and (label.trend or (topical and not strong)):
            return None if is_no_trend(text[label.start :]) else label
        front = _NUMBER_FRONT.match(text)
        start = front.end() if front else 0
        key = named.get(title_fingerprint(text[start:][:_MAX_LABEL]))
        return Label((key,), start, True, False) if key else None

    return read


def _agenda_names(pages: Sequence[Page]) -> dict[str, int]:
    """Fingerprint → number of the agenda's items that are titles of slides later on."""
    titles = {title_fingerprint(_without_number(page.name)) for page in pages} - {""}
    for page in pages:
        if is_agenda_title(page.name) or says_trend(page.name):
            words = [_without_number(p.text) for p in page.items]
            plain = [not is_no_trend(w) and read_label(w) is None for w in words]
            prints = [title_fingerprint(w) if ok else "" for w, ok in zip(words, plain, strict=True)]
            kept = {
                p: _number_before(item) for p, item in zip(prints, page.items, strict=True) if p in titles
            }
            if 2 <= len(kept) <= _MAX_ITEMS:
                stated = all(kept.values()) and len(set(kept.values())) == len(kept)
                return {p: number if stated else i for i, (p, number) in enumerate(kept.items(), 1)}
    return {}


def _number_before(item: Passage) -> int:
    """The number of a list's item, which stands in front of it or opens it; 0 without one."""
    raw = item.mapped.raw
    hit = re.search(r"(\d{1,2})[.)]\s{0,3}$", raw[max(0, item.start - 8) : item.start])
    hit = hit or re.match(r"\(?(\d{1,2})[.):、]", item.text)
    return int(hit[1]) if hit else 0


def _without_number(text: str) -> str:
    front = _NUMBER_FRONT.match(text)
    return text[front.end() :] if front else text


def _labels_of(page: Page, read: Callable[[str], Label | None]) -> Iterator[tuple[Passage, Label]]:
    """The labels of a page: of its title, else of the items of an agenda."""
    if page.title and (label := read(page.title.text)):
        yield page.title, label
        return
    if is_agenda(page, read):
        for passage in page.items:
            if label := read(passage.text):
                yield passage, label


def is_agenda(page: Page, read: Callable[[str], Label | None] = read_label) -> bool:
    """Whether a page lists parts of the deck: two or more of them, at least half of its items."""
    if page.title and read(page.title.text):
        return False
    labels = [label.key for p in page.items[: 2 * _MAX_ITEMS] if (label := read(p.text))]
    return len(set(labels)) > 1 and 2 * len(labels) >= len(page.items)


def _title_label(page: Page, read: Callable[[str], Label | None]) -> Label | None:
    return read(page.title.text) if page.title else None


def _add_label(raw: str, one: _Found, passage: Passage, label: Label) -> None:
    """The words of a label, without what a flowed slide adds behind them."""
    start, end = passage.raw_range(label.start, len(passage.text))
    plain = decode(raw, start, end).text
    stop = next((s for s in _PHRASE_END.finditer(plain) if s.start() >= _LEAST_PHRASE), None)
    mapped = decode(raw, start, end)
    if stop and passage.level == 0 and passage.coding is Coding.FLOWED:
        end = mapped.raw_span(0, stop.start())[1]
    start, end = trimmed(raw, start, end)
    words = " ".join(decode(raw, start, end, passage.coding).text.split())
    if words and len(words) <= _MAX_LABEL:
        whole = start if label.summary else passage.raw_range(0, len(passage.text))[0]
        one.labels.append((whole, end, words))  # the number is part of what is quoted, not of the words


def _sections(pages: Sequence[Page], read: Callable[[str], Label | None], keys: Sequence[Key]) -> list[Key]:
    """The trend to whose part each page belongs, () for none.

    What stands between an agenda and the first slide of a trend leads up to that
    trend. Where no slide has a trend for its title, the k-th showing of the
    agenda opens the k-th trend.
    """
    sections: list[Key] = []
    titled = any(_title_label(page, read) for page in pages)
    by_count = not titled and sum(is_agenda(page, read) for page in pages) >= len(keys)
    agendas, lead = 0, -1  # shown so far; the first page behind the last one
    current: Key = ()
    for page in pages:
        label = _title_label(page, read)
        if is_agenda(page, read):
            current = keys[agendas] if by_count and agendas < len(keys) else ()
            agendas, lead = agendas + 1, len(sections) + 1
            sections.append(())
            continue
        if label:
            if lead >= 0:
                sections[lead:] = [label.key] * (len(sections) - lead)
            current, lead = label.key, -1
        elif closes(page.name):
            current, lead = (), -1
        sections.append(current)
    return sections


def _questions(raw: str, page: Page, records: Sequence[PaperRecord]) -> Iterator[str]:
    """What a trend's slide asks, icons and titles of papers aside."""
    titles = "\n".join(title_fingerprint(r.title) for r in records)
    body = page.title.end if page.title else page.slide.start
    coding = page.title.coding if page.title else page.items[0].coding
    text = decode(raw, body, page.slide.end, coding).text
    for part in _ICON.split(f" {text}"):
        for segment in _SEGMENT.split(part):
            question = _last_phrase(segment[_lead_end(segment) :].strip())
            asked = question.endswith("?") and 4 <= len(question) <= _MAX_QUESTION
            if asked and title_fingerprint(question) not in titles:
                yield question


def _last_phrase(segment: str) -> str:
    """What stands behind the last gap, in a text that sets no space around Latin words."""
    gaps = list(_NEW_PHRASE.finditer(segment)) if _TOUCHES.search(segment) else []
    return segment[gaps[-1].end() :] if gaps else segment


def _lead_end(segment: str) -> int:
    lead = _LEAD.match(segment)
    return lead.end() if lead else 0


def _file(found: dict[Key, _Found], pages: Sequence[Page], sections: Sequence[Key], shown: Shown) -> None:
    """Put each paper under its trends."""
    own: dict[int, list[Key]] = {}
    listed: dict[int, list[Key]] = {}
    for page, key in zip(pages, sections, strict=True):
        if key not in found or page.slide.repeats:
            continue
        is_label = bool(page.title and read_label(page.title.text))
        for row, offset in shown.places:
            record = shown.records[row]
            if not page.holds(offset) or record.role is Role.BACKGROUND:
                continue
            if page.title and page.title.start <= offset < page.title.end:
                own.setdefault(row, []).append(key)
            elif is_label or record.role is Role.REVIEWED:
                listed.setdefault(row, []).append(key)
    for row in range(len(shown.records)):
        for key in dict.fromkeys(own.get(row) or listed.get(row, [])):
            found[key].rows.append(row)


def _stated(raw: str, found: dict[Key, _Found]) -> tuple[StatedTrend, ...]:
    keys = sorted(found, key=lambda key: [(isinstance(part, str), part) for part in key])
    trends = []
    for key in keys:
        one = found[key]
        start, end, label = one.labels[0]
        parent = keys.index(key[:1]) if len(key) > 1 and key[:1] in found else None
        trend = StatedTrend(label, decode(raw, start, end).span(0, 0), tuple(dict.fromkeys(one.questions)))
        evidence = replace(trend.evidence, start=start, end=end, exact=raw[start:end])
        trends.append(
            replace(trend, evidence=evidence, papers=tuple(one.rows), names=_names(one.labels), parent=parent)
        )
    return tuple(trends)


def _names(labels: Sequence[tuple[int, int, str]]) -> tuple[tuple[str, str], ...]:
    """(language, name) where a label is given in several languages: "データの質 / Data quality"."""
    names: dict[str, str] = {}
    for _, _, words in labels:
        pair = _PAIR.fullmatch(words)
        both = [pair["a"].strip(), pair["b"].strip()] if pair else []
        parts = both if len({language_of(part) for part in both}) > 1 else [words]
        for part in parts:
            language = language_of(part)
            if language in ("en", "ja", "zh"):
                names.setdefault(language, part)
    return tuple(names.items()) if len(names) > 1 else ()
