"""Japanese weekly digest: a numbered list, then per paper a section with fields, abstract, Q&A."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from explorer.errors import ImportFailed
from explorer.importers import Importer, Source
from explorer.importers._blocks import Line, Place, make_block, make_issue, read_lines, with_furniture
from explorer.importers._ja_fields import RECORD_LABELS, Field, Label, read_field, read_number
from explorer.importers._ja_section import Item, read_listed, read_section
from explorer.importers._venues import digest_issue, stated_digest
from explorer.model import Block, BlockKind, Document, DocumentKind, Issue, PaperRecord
from explorer.text.dates import Period, days_between, find_period, parse_date
from explorer.text.fingerprint import title_fingerprint
from explorer.text.language import language_of
from explorer.text.mapped import normalise

_HEAD_CHARS = 20_000
_TITLE_LINES = 10  #: at the top, among which the one with the period is the title
_OF_PAPERS = frozenset({Label.AUTHORS, Label.CATEGORIES, Label.ABSTRACT})
_OF_PAPERS = frozenset({Label.AUTHORS, Label.CATEGORIES, Label.ABSTRACT})
_SAME_START_CHARS = 24  #: a listed title that was cut off still names its section
_MAKER = r"(?:LLM|GPT|ChatGPT|Claude|Gemini|Copilot|生成AI|AI|言語モデル|機械)"
_MADE = r"(?:生成|要約|翻訳|作成)"
_MACHINE_ALL = re.compile(rf"自動(?:的に)?{_MADE}|機械翻訳|{_MAKER}(?:翻訳|要約|生成)")
_MACHINE = re.compile(
    rf"{_MAKER}[^。\n]{{0,6}}(?:によ|で|が|を(?:用い|使|利用))[^。\n]{{0,10}}{_MADE}([^。\n]{{0,8}})"
)
_TOTAL = re.compile(
    r"(?<!\d)(\d{1,3})\s?(?:本|件|編|個)(?:の)?(?:論文|ペーパー)|論文\s?(\d{1,3})\s?(?:本|件|編)"
)
_PUBLISHER = re.compile(r"(?:発行元|発行者|運営者?|配信元|提供)\s?:\s?(\S.{0,80})")
_NO_SECTION = "The list names this paper, no section follows."
_TITLE_EDGE = " 　:：-–—~|・【】[]()（）「」『』"


def recognise(source: Source) -> float:
    """Sure where papers of a Japanese text have several of the labels 著者, 発行日, カテゴリ, 概要, Q&A."""
    lines = read_lines(source.text, 0, _HEAD_CHARS)
    labels = {field.label for line in lines if (field := read_field(line.text))}
    if "ja" not in {language_of(line.text) for line in lines[:200]}:
        return 0.0
    papers = len(labels & RECORD_LABELS)
    if papers < 2:
        return 0.0
    return min(0.95, 0.35 + 0.1 * papers + 0.15 * len(labels & {Label.ABSTRACT, Label.QA, Label.QUESTION}))


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where no paper is named."""
    raw = source.text
    lines = [line for line in read_lines(raw) if line.text]
    fields = [read_field(line.text) for line in lines]
    heads = _heads(lines, fields)
    if not heads:
        raise ImportFailed(
            f"{source.name} names no paper.", "A paper needs a line such as “著者:” or “URL:”."
        )
    header = _read_header(lines[: heads[0][0]])
    place = Place(language_of(normalise(raw[:_HEAD_CHARS])) or "ja", machine=header.machine_text)
    listed, sections = [], []
    for (start, sectioned), (end, _) in pairwise([*heads, (len(lines), False)]):
        part = (lines[start:end], fields[start:end])
        if sectioned:
            sections.append(read_section(part, raw, place, header.machine))
        else:
            listed.append(read_listed(part, raw, place))
    return (_document(source, header, place, _joined(listed, sections)),)


def _heads(lines: Sequence[Line], fields: Sequence[Field | None]) -> list[tuple[int, bool]]:
    """(index of the line that names a paper, whether a section follows it and not an entry of the list)."""
    heads: list[tuple[int, bool]] = []
    for i, field in enumerate(fields):
        if not _is_record(field) or (i > 0 and (_is_record(fields[i - 1]) or _wraps(lines, fields, i - 1))):
            continue
        labels = _labels_from(fields, i)
        head = i - 1 if i > 0 and fields[i - 1] is None else i
        of_document = head < _TITLE_LINES and not labels & _OF_PAPERS and find_period(lines[head].text)
        if not of_document:
            heads.append((head, bool(labels - {Label.PUBLISHED, Label.SUMMARY})))
    return _with_entries(lines, fields, heads)


def _is_record(field: Field | None) -> bool:
    return field is not None and field.label in RECORD_LABELS


def _wraps(lines: Sequence[Line], fields: Sequence[Field | None], i: int) -> bool:
    """Whether a line without a label goes on, without an empty line between, with names or categories."""
    while i > 0 and fields[i] is None and lines[i].number == lines[i - 1].number + 1:
        i -= 1
    field = fields[i]
    return field is not None and field.label in (Label.AUTHORS, Label.CATEGORIES)


def _labels_from(fields: Sequence[Field | None], start: int) -> set[Label]:
    labels: set[Label] = set()
    while start < len(fields) and (field := fields[start]) is not None:
        labels.add(field.label)
        start += 1
    return labels


def _with_entries(
    lines: Sequence[Line], fields: Sequence[Field | None], heads: Sequence[tuple[int, bool]]
) -> list[tuple[int, bool]]:
    """The sections, and what of the lines above them is an entry of a list: numbered, or naming a section."""
    sections = [i for i, sectioned in heads if sectioned]
    dated = {i for i, sectioned in heads if not sectioned}
    titles = {_fingerprint(lines[i].text) for i in sections}
    entries: list[int] = []
    for i in range(min(sections, default=len(lines))):
        numbered = fields[i] is None and read_number(lines[i].text)[0] is not None
        named = fields[i] is None and _fingerprint(lines[i].text) in titles
        if (i in dated and (numbered or named or not sections)) or (numbered and named):
            entries.append(i)
    late = [i for i in dated if sections and i > sections[0]]
    return sorted([(i, False) for i in {*entries, *late}] + [(i, True) for i in sections])


def _fingerprint(line: str) -> str:
    return title_fingerprint(line[read_number(line)[1] :])


@dataclass(frozen=True, slots=True)
class _Header:
    """What the lines above the papers say.

    Attributes:
        machine: Questions and answers are machine-written.
        machine_text: Everything but titles and fields is.
    """

    lines: tuple[Line, ...]
    title: Line | None
    period: Period | None
    text: str
    machine: bool
    machine_text: bool


def _read_header(lines: Sequence[Line]) -> _Header:
    text = "\n".join(line.text for line in lines)
    periods = ((line, find_period(line.text)) for line in lines[:_TITLE_LINES])
    title, period = next(((line, p) for line, p in periods if p), (lines[0] if lines else None, None))
    about_qa = [found[1] for found in _MACHINE.finditer(text)]
    machine_text = bool(_MACHINE_ALL.search(text)) or any("Q&A" not in after.upper() for after in about_qa)
    return _Header(tuple(lines), title, period, text, bool(about_qa) or machine_text, machine_text)


def _covers(period: Period | None, records: Sequence[PaperRecord]) -> tuple[str, str]:
    """The period of the title; one without a year lies where it ends closest to the newest paper."""
    newest = max((record.published for record in records), default="")
    if period is None or not (period.has_year or newest):
        return "", ""
    if period.has_year:
        return period.dates()
    years = [int(newest[:4]) + shift for shift in (0, -1, 1)]
    possible = [dates for dates in map(period.dates, years) if dates[0]]
    return min(possible, key=lambda dates: abs(days_between(dates[1], newest)), default=("", ""))


def _joined(listed: Sequence[Item], sections: Sequence[Item]) -> list[tuple[Item, ...]]:
    """Entries of the list with their sections, then sections that the list does not name."""
    keys = sorted((title_fingerprint(item.record.title), number) for number, item in enumerate(sections))
    left = dict(enumerate(sections))
    joined: list[tuple[Item, ...]] = []
    for entry in listed:
        same = left.pop(_section_of(entry.record.title, keys), None)
        joined.append((entry,) if same is None else (entry, same))
    return joined + [(item,) for item in left.values()]


def _section_of(title: str, keys: Sequence[tuple[str, int]]) -> int:
    """Number of the section with this title, or the one that the listed title is the beginning of; -1."""
    wanted = title_fingerprint(title)
    at = bisect_left(keys, (wanted, 0))
    if not wanted or at == len(keys):
        return -1
    found, number = keys[at]
    cut_off = len(wanted) >= _SAME_START_CHARS and found.startswith(wanted)
    return number if found == wanted or cut_off else -1


def _record(items: tuple[Item, ...]) -> tuple[PaperRecord, list[Issue]]:
    """One record of an entry and its section: the section says more, the entry has the number."""
    entry, last = items[0].record, items[-1].record
    if len(items) == 1:
        return entry, []
    record = replace(last, rank=entry.rank if last.rank is None else last.rank)
    if not last.published:
        return replace(record, published=entry.published), []
    if entry.published and entry.published != last.published:
        why = f"The list says {entry.published}, the section {last.published}."
        return record, [make_issue(0, last.title, why)]
    return record, []


def _document(source: Source, header: _Header, place: Place, papers: Sequence[tuple[Item, ...]]) -> Document:
    records: list[PaperRecord] = []
    blocks: list[Block] = _header_blocks(source.text, header, replace(place, machine=False))
    issues: list[Issue] = []
    for number, items in enumerate(papers):
        record, doubts = _record(items)
        records.append(record)
        issues += doubts
        for item in items:
            blocks += (replace(block, paper=number) for block in item.blocks)
            issues += item.issues
    covers = _covers(header.period, records)
    if not covers[0]:
        issues.append(make_issue(1, header.text, "The period that the digest covers is not stated."))
    return Document(
        kind=DocumentKind.WEEKLY_DIGEST,
        title=_title(header, source),
        language=place.language,
        blocks=with_furniture(source.text, blocks),
        papers=tuple(records),
        publisher=_first_group(_PUBLISHER, header.text),
        date=_stated_date(header),
        covers_from=covers[0],
        covers_to=covers[1],
        issue_of=digest_issue(_series(header, source), covers),
        stated_totals=_totals(header),
        machine_written=header.machine,
        issues=(*issues, *_without_section(papers)),
    )


def _without_section(papers: Sequence[tuple[Item, ...]]) -> list[Issue]:
    """Listed papers that no section follows, in a digest that has sections."""
    listed = [items[0].record.title for items in papers if not items[-1].sectioned]
    return [make_issue(0, title, _NO_SECTION) for title in listed] if len(listed) < len(papers) else []


def _header_blocks(raw: str, header: _Header, place: Place) -> list[Block]:
    return [
        make_block(
            raw, (line.start, line.end), BlockKind.TITLE if line is header.title else BlockKind.TEXT, place
        )
        for line in header.lines
    ]


def _title(header: _Header, source: Source) -> str:
    return (header.title.text.lstrip("#* ") if header.title else "") or source.name


def _series(header: _Header, source: Source) -> str:
    """Name of the digest: the known one that the header states, else its title without the period."""
    known = stated_digest(header.text)
    if known:
        return known.name
    title = _title(header, source)
    period = find_period(title)
    rest = title[: period.start] + title[period.end :] if period else title
    return re.sub(r"[【\[(（「]\s*[】\])）」]", "", rest).strip(_TITLE_EDGE) or source.name


def _stated_date(header: _Header) -> str:
    """The day on which the document says it was published; the period it covers is not that."""
    for line in header.lines:
        found = read_field(line.text)
        if found and found.label in (Label.PUBLISHED, Label.UPDATED):
            return parse_date(line.text)
    return ""


def _totals(header: _Header) -> tuple[tuple[str, int], ...]:
    found = _TOTAL.search(header.text)
    return (("papers", int(found[1] or found[2])),) if found else ()


def _first_group(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1].strip() if found else ""


IMPORTER = Importer(
    "Japanese weekly digest (list and sections with 著者, 概要, Q&A)", (".txt", ".md"), recognise, read
)
