"""BibTeX, RIS and CSV, read back by readers that know nothing of the writers."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from explorer.exporters import EXPORTERS
from explorer.exporters._citation import citation_keys
from explorer.exporters.csv import COLUMNS
from explorer.exporters.safe import csv_cell, link, one_line
from explorer.graph.snapshot import Record
from tests.hostile import HOSTILE
from tests.snapshots import RECORDS, hostile_snapshot, small_snapshot

_COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{letter}": letter for letter in "%&$#_"},
}
_TEX = re.compile("|".join(map(re.escape, _COMMANDS)) + "|[{}]")


def _text_of(tex: str) -> str:
    return _TEX.sub(lambda found: _COMMANDS.get(found[0], ""), tex)


def _balanced(text: str, start: int) -> int:
    """Offset after the group whose opening brace stands at ``start``, as BibTeX counts braces."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at + 1
    raise AssertionError("an entry does not end")


def _read_bibtex(text: str) -> Iterator[dict[str, str]]:
    """Entries as BibTeX finds them: at every @ outside of an entry."""
    at = text.find("@")
    while at >= 0:
        brace = text.index("{", at)
        end = _balanced(text, brace)
        key, _, rest = text[brace + 1 : end - 1].partition(",")
        entry = {"": text[at + 1 : brace], "key": key}
        while field := re.match(r"\s*(\w+)\s*=\s*", rest):
            start = field.end()
            stop = (
                _balanced(rest, start)
                if rest[start] == "{"
                else re.compile("[a-z]+").match(rest, start).end()
            )
            entry[field[1]] = rest[start + 1 : stop - 1] if rest[start] == "{" else rest[start:stop]
            rest = rest[stop:].lstrip().removeprefix(",")
        assert rest.strip() == ""
        yield entry
        at = text.find("@", end)


def _export(name: str, snapshot, tmp_path: Path) -> str:
    EXPORTERS[name].write(snapshot, tmp_path / f"out.{name}")
    return (tmp_path / f"out.{name}").read_bytes().decode("utf-8")


def test_bibtex_of_a_preprint_and_of_a_conference_paper(tmp_path: Path) -> None:
    preprint, conference = _read_bibtex(_export("bib", small_snapshot(), tmp_path))
    assert preprint == {
        "": "misc",
        "key": "hu2024rag",
        "title": "{RAG} and {RAU:} A Survey on {Retrieval-Augmented} Language Model",
        "author": "Yucheng Hu and Yuxing Lu",
        "year": "2024",
        "month": "apr",
        "eprint": "2404.19543",
        "archiveprefix": "arXiv",
        "url": "https://arxiv.org/abs/2404.19543",
        "keywords": "RAG, RAU, retrieval / 検索拡張 / 检索增强",
        "readstatus": "to read",
    }
    assert conference[""] == "inproceedings" and conference["booktitle"] == "ICML 2024"
    assert conference["title"] == "プロメテウス2: 評価に特化した言語モデル"
    assert conference["author"] == "金 承源 and José Müller"
    assert conference["year"] == "2024" and "month" not in conference
    assert conference["doi"] == "10.1234/abc_de"
    assert _text_of(conference["abstract"]) == one_line(RECORDS[1].abstract)
    assert conference["readstatus"] == "read"
    assert _text_of(conference["annote"]) == "再読する。\nCompare with *RAG*."


def test_hostile_bibtex_is_read_back_equal(tmp_path: Path) -> None:
    entries = list(_read_bibtex(_export("bib", hostile_snapshot(list(HOSTILE)), tmp_path)))
    assert len(entries) == len(HOSTILE)
    assert len({entry["key"] for entry in entries}) == len(HOSTILE)
    for text, entry in zip(HOSTILE, entries, strict=True):
        line = one_line(text)
        assert _text_of(entry.get("title", "")) == line
        assert _text_of(entry.get("booktitle", "")) == line
        assert _text_of(entry.get("abstract", "")) == line
        assert _text_of(entry.get("author", "")) == " and ".join(filter(None, [line, line]))
        assert re.fullmatch(r"[a-z0-9][A-Za-z0-9.-]*", entry["key"])


def test_a_name_with_and_in_it_stays_one_author(tmp_path: Path) -> None:
    record = Record(id=1, title="T", authors=("Tom and Jerry Lab", "A. Plain"))
    (entry,) = _read_bibtex(_export("bib", replace(small_snapshot(), records=(record,)), tmp_path))
    assert entry["author"] == "{Tom and Jerry Lab} and A. Plain"


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (Record(1, "KAN: Kolmogorov-Arnold Networks", ("Ziming Liu",), "2024-04-30"), "liu2024kan"),
        (Record(1, "On the Way", ("Müller, José",), "2024"), "muller2024way"),
        (Record(1, "検索拡張生成", ("孫 正義",), "2024-01-01"), "2024"),
        (Record(1, "", ()), "paper"),
        (
            Record(1, "Attention Is All You Need", ("A. Vaswani",), "2017-06-12", "NeurIPS 2017"),
            "vaswani2017attention",
        ),
    ],
)
def test_citation_keys_are_what_people_type(record: Record, key: str) -> None:
    assert citation_keys([record]) == {1: key}


def test_citation_keys_do_not_depend_on_the_order_of_the_papers() -> None:
    twins = [
        Record(1, "KAN", ("Z. Liu",), "2024", arxiv_id="2404.19756"),
        Record(2, "KAN 2.0", ("Y. Liu",), "2024"),
        Record(3, "KAN or MLP", ("X. Liu",), "2024", arxiv_id="2407.16674"),
    ]
    expected = {1: "liu2024kan", 2: "liu2024kan-2", 3: "liu2024kan-2407.16674"}
    assert all(citation_keys(order) == expected for order in permutations(twins))


def test_a_paper_that_comes_later_changes_no_key() -> None:
    papers = [Record(number, f"KAN {number}", ("Z. Liu",), "2024") for number in (4, 9, 11)]
    assert citation_keys(papers).items() > citation_keys(papers[:2]).items()


def test_a_paper_keeps_the_key_that_it_has_in_the_library() -> None:
    papers = [
        Record(9, "KAN", ("Z. Liu",), "2024", key="liu2024kan-9"),
        Record(4, "KAN", ("Z. Liu",), "2024"),
    ]
    assert citation_keys(papers[:1]) == {9: "liu2024kan-9"}
    assert citation_keys(papers) == {9: "liu2024kan-9", 4: "liu2024kan"}


def test_csv_is_read_by_the_csv_module_with_lists_in_one_cell(tmp_path: Path) -> None:
    EXPORTERS["csv"].write(small_snapshot(), tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0]["authors"] == "Yucheng Hu; Yuxing Lu"
    assert rows[0]["url"] == "https://arxiv.org/abs/2404.19543"
    assert rows[1]["title"] == RECORDS[1].title and rows[1]["venue"] == "ICML 2024"


def test_csv_starts_with_a_byte_order_mark_and_ends_lines_as_its_standard_says(tmp_path: Path) -> None:
    text = _export("csv", small_snapshot(), tmp_path)
    assert text.startswith("\ufeffid,title,")
    assert text.endswith("\r\n") and text.count("\r\n") == 3


def test_hostile_csv_is_read_back_equal_and_holds_no_formula(tmp_path: Path) -> None:
    EXPORTERS["csv"].write(hostile_snapshot(list(HOSTILE)), tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert [row["title"] for row in rows] == [csv_cell(text) for text in HOSTILE]
    assert [row["read_state"] for row in rows] == [csv_cell(text) for text in HOSTILE]
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row.values())
        assert row["url"] == "" or row["url"] == link(row["url"])


def test_ris_records_all_end_and_hold_their_fields(tmp_path: Path) -> None:
    first, second = _export("ris", small_snapshot(), tmp_path).removesuffix("\r\n").split("\r\n\r\n")
    assert first.startswith("TY  - UNPB\r\nID  - hu2024rag\r\n")
    assert first.endswith("\r\nER  - ") and second.endswith("\r\nER  - ")
    assert "AU  - Yucheng Hu\r\nAU  - Yuxing Lu\r\nPY  - 2024\r\nDA  - 2024/04/30" in first
    assert second.startswith("TY  - CPAPER") and "T2  - ICML 2024" in second


def test_hostile_ris_is_read_back_equal(tmp_path: Path) -> None:
    lines = _export("ris", hostile_snapshot(list(HOSTILE)), tmp_path).split("\r\n")
    assert all(line == "" or re.match("[A-Z][A-Z0-9]  - ", line) for line in lines)
    starts = [i for i, line in enumerate(lines) if line.startswith("TY  - ")]
    ends = [i for i, line in enumerate(lines) if line == "ER  - "]
    assert len(starts) == len(ends) == len(HOSTILE)
    titles = [
        next((line[6:] for line in lines[start:end] if line.startswith("TI  - ")), "")
        for start, end in zip(starts, ends, strict=True)
    ]
    assert titles == [one_line(text) for text in HOSTILE]
