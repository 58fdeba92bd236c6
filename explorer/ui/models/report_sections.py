"""What the import report says beside its table: sections of quoted rows, the urgent ones first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from explorer.pipeline.report_rows import DocumentReport, ImportReport, StatedNumber, StatedTotal
from explorer.ui.said import worded
from explorer.ui.words import number, translated

#: section -> (title, whether it stands open from the start)
_SECTIONS = {
    "failed": (QT_TRANSLATE_NOOP("Report", "Files that could not be read"), True),
    "needs": (QT_TRANSLATE_NOOP("Report", "Needs you"), True),
    "contradicts": (QT_TRANSLATE_NOOP("Report", "Contradicts"), True),
    "unparsed": (QT_TRANSLATE_NOOP("Report", "Lines that nobody could read"), False),
    "doubts": (QT_TRANSLATE_NOOP("Report", "Read, but look again"), False),
    "joined": (QT_TRANSLATE_NOOP("Report", "Papers that join known ones"), False),
    "one_work": (QT_TRANSLATE_NOOP("Report", "Known papers that prove to be one"), False),
    "same_issue": (QT_TRANSLATE_NOOP("Report", "The same issue in another rendition"), False),
    "totals": (QT_TRANSLATE_NOOP("Report", "Totals that documents state"), False),
    "numbers": (QT_TRANSLATE_NOOP("Report", "Numbers that documents state of an edition"), False),
    "others": (QT_TRANSLATE_NOOP("Report", "Listed besides papers"), False),
    "formats": (QT_TRANSLATE_NOOP("Report", "Formats, and where the lines went"), False),
    "known": (QT_TRANSLATE_NOOP("Report", "In the library already"), False),
}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """Attributes:
    where: Document and line.
    quote: What the source says, or "".
    why: What the report says of it.
    language: Of the quote, "" where the characters must say.
    """

    where: str
    quote: str
    why: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class ReportSection:
    """Attributes: key: its name in the code; is_urgent: stands open from the start."""

    key: str
    title: str
    rows: tuple[ReportRow, ...]
    is_urgent: bool


def sections_of(report: ImportReport) -> tuple[ReportSection, ...]:
    """The sections that have rows, in their order."""
    rows: dict[str, list[ReportRow]] = {key: [] for key in _SECTIONS}
    rows["failed"] = [
        ReportRow(item.source, "", f"{worded(item.why)} {worded(item.hint)}".strip())
        for item in report.failed
    ]
    rows["one_work"] = [_arrow("", merge.title, merge.into, worded(merge.why)) for merge in report.merges]
    for document in report.documents:
        for key, row in _known(document) if document.known else _rows(document):
            rows[key].append(row)
    return tuple(
        ReportSection(key, translated("Report", title), tuple(rows[key]), is_urgent)
        for key, (title, is_urgent) in _SECTIONS.items()
        if rows[key]
    )


def _known(document: DocumentReport) -> Iterator[tuple[str, ReportRow]]:
    words = ""
    if document.unchanged == 1:
        words = translated("Report", "1 document stands as it was")
    elif document.unchanged:
        words = translated("Report", "{n} documents stand as they were").format(n=document.unchanged)
    elif document.same_text_as:
        words = translated("Report", "holds the same text as {name}").format(name=document.same_text_as)
    yield "known", ReportRow(document.source, "", words)


def _rows(document: DocumentReport) -> Iterator[tuple[str, ReportRow]]:
    language = document.language if document.language != "mixed" else ""
    for needs in document.needs_you:
        yield (
            "needs",
            ReportRow(_where(document, needs.line), needs.text or needs.title, worded(needs.why), language),
        )
    for each in document.contradictions:
        yield "contradicts", ReportRow(_where(document, each.line), each.text, worded(each.detail), language)
    for key, lines in (("unparsed", document.unparsed), ("doubts", document.doubts)):
        for line in lines:
            quote = " ".join(line.text.split())
            yield key, ReportRow(_where(document, line.line), quote, worded(line.why), language)
    for merged in document.joined:
        yield "joined", _arrow(_where(document, merged.line), merged.title, merged.into, worded(merged.why))
    yield from _stated(document)


def _stated(document: DocumentReport) -> Iterator[tuple[str, ReportRow]]:
    for same in document.same_issue:
        yield "same_issue", ReportRow(document.title, same.title, worded(same.why), same.language)
    for total in document.stated_totals:
        yield "totals", ReportRow(document.title, "", _total(total))
    for each in document.statistics:
        words = f"{each.edition}: {worded(each.what)} {_value(each)}"
        yield "numbers", ReportRow(_where(document, each.line), "", words)
    for what, count in document.others:
        yield "others", ReportRow(document.title, "", f"{worded(what)}: {number(count)}")
    yield "formats", ReportRow(document.title, "", _lines(document))


def _arrow(where: str, title: str, into: str, why: str) -> ReportRow:
    return ReportRow(where, title if title == into else f"{title} → {into}", why)


def _value(stated: StatedNumber) -> str:
    if not float(stated.value).is_integer():
        return f"{stated.value:g}"
    return f"{int(stated.value)}" if "year" in stated.what else number(int(stated.value))


def _total(total: StatedTotal) -> str:
    if total.counted is None:
        words = translated("Report", "{what}: {stated} stated, not counted")
        return words.format(what=worded(total.what), stated=number(total.stated))
    words = translated("Report", "{what}: {stated} stated, {counted} counted")
    return words.format(what=worded(total.what), stated=number(total.stated), counted=number(total.counted))


def _lines(document: DocumentReport) -> str:
    words = translated(
        "Report",
        "read as {format}, {sure} % sure; {item} lines name papers, {evidence} are other text, "
        "{boilerplate} boilerplate, {unparsed} unread",
    )
    counts = document.lines
    return words.format(
        format=document.format,
        sure=round(document.sure * 100),
        item=number(counts.item),
        evidence=number(counts.evidence),
        boilerplate=number(counts.boilerplate),
        unparsed=number(counts.unparsed),
    )


def _where(document: DocumentReport, line: int) -> str:
    words = translated("Report", "{title}, line {line}")
    return words.format(title=document.title, line=number(line)) if line else document.title
