"""What a daily list says of itself: its day, its name, its sections and how many papers it counts in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from explorer.importers import Source
from explorer.importers._blocks import Line
from explorer.importers._markdown import links, plain
from explorer.importers._venues import stated_digest
from explorer.text.dates import find_period, parse_date, without_dates

_CONTENTS = re.compile(r"(?:table of )?contents?|目录|目次|index|daily papers?|papers?", re.I)
_UNIT = r"\s?(?:papers?|篇论文|篇|件|本)"
_TOTAL = re.compile(
    rf"(?:\btotal|共计?|合计|总数|計|全)\s?(?:papers?)?\s?:?\s?(\d{{1,5}})(?:{_UNIT})?|(?<!\d)(\d{{1,5}}){_UNIT}",
    re.I,
)
_BACK = re.compile(
    rf"\s?\[\[?[^\[\]]{{1,20}}\]?\]\(#[^()\s]{{0,60}}\)\s*$|\s?[(\[](?:total|共)?[:\s]{{0,3}}\d{{1,5}}(?:{_UNIT})?[)\]]\s*$",
    re.I,
)
_SECTION = re.compile(
    r"(?P<hash>#{1,6})\s{1,3}(?=\S)|[【\[](?=[^\[\]【】]{2,40}[\]】]\s{0,3}$)|"
    r"(?=(?:astro-ph|cond-mat|cs|econ|eess|math|physics|q-bio|q-fin|quant-ph|stat)\.[A-Z]{2}\b.{0,40}$)"
)
_DAY = re.compile(r"(?<!\d)(20\d\d)[-_./]?(0[1-9]|1[0-2])[-_./]?(0[1-9]|[12]\d|3[01])(?!\d)")
_COMMON = re.compile(
    r"(?<![a-z])(?:zh|cn|en|ja|jp|chinese|english|japanese|ai|enhanced|readme|papers?|arxiv|daily|digest)(?![a-z])",
    re.I,
)
_SERIES = "arXiv daily"  #: of a list that says nothing but its day


def day_covered(source: Source, header: Sequence[Line]) -> tuple[str, str]:
    """First and last day that the list covers: its header's, else that of its file name; ("", "") unknown."""
    for line in header:
        period = find_period(line.text)
        if period and period.has_year and period.dates()[0]:
            return period.dates()
        if day := parse_date(line.text):
            return day, day
    found = _DAY.search(PurePath(source.name).name)
    day = parse_date("-".join(found.groups())) if found else ""
    return day, day


def series_name(source: Source, header: Sequence[Line]) -> str:
    """The known series that the header names, else its title or the file name without the day."""
    known = stated_digest("\n".join(line.text for line in header))
    if known:
        return known.name
    title = title_line(header)
    text = plain(title.text.lstrip("# ")) if title else source.stem
    period = find_period(text)
    if period:
        text = text[: period.start] + text[period.end :]
    text = without_dates(text) if title else _DAY.sub("", text)
    name = " ".join(re.sub(r"[_\s]+", " ", text).split()).strip(" :-–—~|·,.()[]【】")
    return name if any(map(str.isalpha, _COMMON.sub("", name))) else _SERIES


def title_line(header: Sequence[Line]) -> Line | None:
    """The line that names the list: a heading, or one with the day, that is no table of contents."""
    for line in header:
        mark = _SECTION.match(line.text)
        name = plain(line.text[mark.end() :] if mark else line.text).strip(" #[]【】:")
        dated = bool(parse_date(name)) and len(name) <= 80
        if (dated or (mark and mark["hash"])) and not _CONTENTS.fullmatch(name) and not links(line.text):
            return line
    return None


def find_sections(lines: Sequence[Line], heads: set[int]) -> dict[int, str]:
    """Index of each line that opens a section → its name. ``heads``: the lines that name a paper."""
    found: dict[int, str] = {}
    first = min(heads)
    for i, line in enumerate(lines):
        mark = _SECTION.match(line.text) if i not in heads else None
        name = plain(_BACK.sub("", line.text[mark.end() :])).strip(" #[]【】") if mark else ""
        if not name or _CONTENTS.fullmatch(name) or (i < first and parse_date(name)):
            continue
        if i > first or not any(_SECTION.match(below.text) for below in lines[i + 1 : first]):
            found[i] = name
    return found


def stated_totals(header: Sequence[Line], names: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """(section, papers) pairs of the table of contents, or ("papers", n) where the header says it of all."""
    totals: list[tuple[str, int]] = []
    for line in header:
        found = _TOTAL.search(line.text)
        if found is None:
            continue
        listed = links(line.text)
        label = listed[0].label if listed else _BACK.sub("", line.text).lstrip("-*+# ").strip()
        totals.append((label if label in names else "papers", int(found[1] or found[2])))
    sections = [pair for pair in totals if pair[0] != "papers"]
    return tuple(dict.fromkeys(sections or totals[:1]))
