"""The import report as plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.pipeline.report_rows import DocumentReport, ImportReport, StatedNumber, StatedTotal

_MOST = 12  #: lines of one kind of one document; ``--json`` has them all
_MOST_OF_MANY = 3  #: where there are many documents
_MANY = 8


def report_lines(report: ImportReport) -> Iterator[str]:
    """A paragraph per document, what could not be read, the sum; the same before and after the import."""
    most = _MOST if len(report.documents) <= _MANY else _MOST_OF_MANY
    for document in report.documents:
        yield from _known_lines(document) if document.known else _document_lines(document, most)
    for merge in report.merges:
        yield f"One work: “{merge.title}” joins “{merge.into}” ({merge.why})"
    for failure in report.failed:
        yield f"Not read: {failure.source}: {failure.why} {failure.hint}".rstrip()
    if report.unjudged_ids:
        yield f"{count(report.unjudged_ids, 'id')} could not be compared with a known title."
    yield _sum(report)


def _known_lines(document: DocumentReport) -> Iterator[str]:
    if document.unchanged:
        stand = "stands as it was" if document.unchanged == 1 else "stand as they were"
        yield f"{document.source}: {count(document.unchanged, 'document')} {stand}"
    elif document.same_text_as:
        yield f"{document.source}: holds the same text as {document.same_text_as}, nothing to do"
    else:
        yield f"{document.source}: in the library already, nothing to do"


def _document_lines(document: DocumentReport, most: int) -> Iterator[str]:
    yield document.title
    yield f"  {document.source}, read as {document.format} ({document.sure:.0%} sure)"
    found = document.found
    yield f"  {_papers(document)}; {count(found.methods, 'method')}, {count(found.links, 'link')}"
    for what, number in document.others:
        yield f"  besides: {number:,} of type {what or 'unknown'}"
    for same in document.same_issue:
        language = f", {same.language}" if same.language else ""
        yield f"  the same issue as “{same.title}”{language} ({same.why})"
    yield from (f"  {_total(total)}" for total in document.stated_totals)
    yield from _capped((f"states {s.edition}: {s.what} {_number(s)}" for s in document.statistics), most)
    yield from _capped((f"joined: “{m.title}” → “{m.into}” ({m.why})" for m in document.joined), most)
    yield from _capped((f"needs you, line {n.line}: {n.title}: {n.why}" for n in document.needs_you), most)
    yield from _capped((f"contradicts{_at(c.line)}: {c.detail}" for c in document.contradictions), most)
    yield from _capped((f"line {u.line} not read ({u.why}): {u.text}" for u in document.unparsed), most)
    yield from _capped((f"look again{_at(d.line)}: {d.why} {d.text}" for d in document.doubts), most)
    lines = document.lines
    yield (
        f"  lines: {lines.item:,} name papers, {lines.evidence:,} other text, "
        f"{lines.boilerplate:,} boilerplate, {lines.unparsed:,} not read"
    )


def _papers(document: DocumentReport) -> str:
    """ "10 papers: 3 new, 6 joined known works, 1 named again"."""
    parts = (
        (document.new, f"{document.new:,} new"),
        (document.merged, _joined(document.merged)),
        (document.repeated, f"{document.repeated:,} named again"),
    )
    said = ", ".join(words for number, words in parts if number)
    return count(document.found.papers, "paper") + (f": {said}" if said else "")


def _joined(number: int) -> str:
    return "1 joined a known work" if number == 1 else f"{number:,} joined known works"


def _number(stated: StatedNumber) -> str:
    if not float(stated.value).is_integer():
        return f"{stated.value:g}"
    return f"{int(stated.value)}" if "year" in stated.what else f"{int(stated.value):,}"


def _total(total: StatedTotal) -> str:
    counted = "not counted" if total.counted is None else f"{total.counted:,} counted"
    return f"{total.what}: {total.stated:,} stated, {counted}"


def _at(line: int) -> str:
    return f", line {line}" if line else ""


def _capped(lines: Iterator[str], most: int) -> Iterator[str]:
    for number, line in enumerate(every := list(lines)):
        if number == most:
            yield f"  … and {len(every) - most:,} more of these (--json lists them all)"
            return
        yield f"  {line}"


def _sum(report: ImportReport) -> str:
    fresh: Sequence[DocumentReport] = [d for d in report.documents if not d.known]
    papers, new = sum(d.found.papers for d in fresh), sum(d.new for d in fresh)
    joined, lines = sum(d.merged for d in fresh), sum(d.lines.unparsed for d in fresh)
    return (
        f"{count(len(fresh), 'document')}: {count(papers, 'paper')}, {new:,} new, "
        f"{_joined(joined)}; {count(lines, 'line')} not read."
    )


def count(number: int, word: str) -> str:
    """ "1 paper", "2,634 papers"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
