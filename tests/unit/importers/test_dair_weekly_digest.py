"""Markdown digests with a table per week: rows, links, years."""

import random
import re
import time
from itertools import pairwise, permutations

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers._digest_years import date_weeks
from explorer.importers.dair_weekly_digest import read, recognise
from explorer.importers.ja_weekly_digest import read as read_japanese
from explorer.text.dates import find_period

HEAD = "## Papers of the Day (May 6 - May 12) - 2024\n| **Paper** | **Links** |\n|---|---|\n"


def row(cell, links="[Paper](https://arxiv.org/abs/2405.00001)"):
    (document,) = read(Source("x.md", f"{HEAD}| {cell} | {links} |\n"))
    return document.papers[0] if document.papers else document


@pytest.mark.parametrize(
    ("cell", "title", "text"),
    [
        ("1) **A: b** - text - more", "A: b", "text - more"),
        ("1) **A: b** -text", "A: b", "text"),
        ("2)  **A: b**  - text", "A: b", "text"),
        ("1) **A: b**", "A: b", None),
        ("10) A: b - text", "A: b", "text"),
        ("1) A: b  Text", "A: b", "Text"),
        (r"1) **Science Q\&A \| b** - text", "Science Q&A | b", "text"),
        ("1) **A* search** - text", "A* search", "text"),
        ("**No number** - text", "No number", "text"),
        ("1) **$f$-Divergence** - text", "f-Divergence", "text"),
    ],
)
def test_title_and_text_of_a_row_are_told_apart(cell, title, text):
    (document,) = read(Source("x.md", f"{HEAD}| {cell} | |\n"))
    assert [paper.title for paper in document.papers] == [title]
    assert [block.text for block in document.blocks if block.kind == "summary"] == ([text] if text else [])


def test_the_other_rows_tell_what_divides_title_and_text():
    gap = "1) One  Text - with a dash\n"
    table = "".join(
        f"| {n}) {name} | |\n" for n, name in enumerate(["One  Text", "Two  Text", "Three - Four  Text"], 1)
    )
    (document,) = read(Source("x.md", HEAD + table))
    assert gap.startswith("1) One")
    assert [paper.title for paper in document.papers] == ["One", "Two", "Three - Four"]


def test_a_cell_of_prose_without_a_title_is_kept_as_text_and_told():
    document = row("1) " + "word " * 100)
    assert [issue.why for issue in document.issues] == ["This row names no paper."]
    assert [block.text[:9] for block in document.blocks if block.kind == "text"] == ["| 1) word"]


@pytest.mark.parametrize(
    ("links", "facts"),
    [
        (
            "[Paper](https://www.arxiv.org/pdf/2405.00001v3)",
            {"arxiv_id": "2405.00001", "arxiv_version": "v3"},
        ),
        ("[Tweet](https://x.com/a/status/2405.00001)", {"arxiv_id": "", "urls": ()}),
        ("[Paper](https://doi.org/10.1000/A.b)", {"doi": "10.1000/a.b"}),
        ("[Paper](https://openreview.net/forum?id=abcdEF12)", {"openreview": "abcdEF12"}),
        ("[Code & Data](https://github.com/a/b)", {"code_urls": ("https://github.com/a/b",), "urls": ()}),
        ("[Paper](https://github.com/a/b/blob/main/c.pdf)", {"code_urls": ()}),
        ("[Paper](https://github.com/a/b)", {"code_urls": ("https://github.com/a/b",)}),
        ("[Demo](https://a.example/), [Tweet](https://twitter.com/a)", {"urls": ("https://a.example/",)}),
        ("", {"arxiv_id": "", "urls": (), "code_urls": ()}),
    ],
)
def test_links_become_ids_code_and_addresses(links, facts):
    paper = row("1) **A** - b", links)
    assert {name: getattr(paper, name) for name in facts} == facts


def test_a_paper_linked_only_by_its_own_name_in_the_text_is_found():
    paper = row(
        "1) Docling  [Docling](https://arxiv.org/abs/2501.17887) parses; see [x](https://arxiv.org/abs/2405.00009)",
        "",
    )
    assert paper.arxiv_id == "2501.17887"


def weeks(*headings, months=()):
    periods = [find_period(heading) for heading in headings]
    return date_weeks(periods, months or [[]] * len(periods))


def test_a_year_that_is_not_stated_is_that_of_the_papers():
    found = weeks(
        "May 8-14", "April 29 - May 5, 2024", months=[["2023-05", "2023-05", "2021-06"], ["2024-04"]]
    )
    assert [week.covers[0] for week in found] == ["2023-05-08", "2024-04-29"]
    assert found[0].doubt == ""


def test_new_year_takes_its_year_from_the_papers_too():
    (week,) = weeks("December 30 - January 5", months=[["2024-12", "2024-12", "2025-01"]])
    assert week.covers == ("2024-12-30", "2025-01-05")


def test_where_papers_do_not_agree_the_weekday_decides():
    headings = ["May 6 - May 12, 2024", "April 29 - May 5, 2024", "May 8-14"]
    found = weeks(*headings, months=[[], [], ["2022-05", "2023-05"]])
    assert found[2].covers == ("2023-05-08", "2023-05-14")


def test_a_year_on_another_weekday_than_the_other_weeks_is_doubted():
    found = weeks("January 8 - 14, 2024", "Jan 1-8", months=[[], ["2022-12", "2023-01", "2023-01"]])
    assert found[1].covers == ("2023-01-01", "2023-01-08")
    assert "weekday" in found[1].doubt


def test_where_heading_and_papers_are_silent_the_neighbours_tell():
    found = weeks("January 8 - 14, 2024", "Jan 1-7", "December 25 - December 31", "Dec 18-24, 2023")
    assert [week.covers[0] for week in found] == ["2024-01-08", "2024-01-01", "2023-12-25", "2023-12-18"]
    assert "neighbouring" in found[2].doubt


def test_where_nothing_tells_the_year_the_week_has_no_date():
    (document,) = read(Source("x.md", "## Papers (May 6 - May 12)\n| 1) **A** - b | |\n"))
    assert (document.covers_from, document.issue_of) == ("", None)
    assert any("year" in issue.why for issue in document.issues)


def test_a_file_without_weeks_is_refused():
    assert recognise(Source("x.md", "# Title\n| a | b |\n")) < 0.5
    with pytest.raises(ImportFailed):
        read(Source("x.md", "# Title\n| 1) **a** | b |\n"))


THREE_WEEKS = """# Notes of the Week
Hand-picked by three of us.

- [Papers (May 13 - May 19)](#a)
- [Papers (May 8 - 14)](#b)

[![badge](https://a.example/b.svg)](https://a.example/)

## Papers (May 13 - May 19) - 2024
Two of these come with code.
| **Paper** | **Links** |
| --- | --- |
| 1) **One** - text | [Paper](https://arxiv.org/abs/2405.00001) |

That was all.
[An older one](https://arxiv.org/abs/1706.03762)
---
## Papers (May 8 - 14)
| **Paper** | **Links** |
| --- | --- |
| 1) **Two** - text | [Paper](https://arxiv.org/abs/2305.00001) |
## Papers (May 6 - May 12) - 2024
"""


def kinds(text):
    """Text -> kind of the blocks of all its documents."""
    return {
        block.text: block.kind.value for document in read(Source("x.md", text)) for block in document.blocks
    }


def test_what_stands_beside_the_tables_is_text_and_what_only_leads_elsewhere_is_furniture():
    found = kinds(THREE_WEEKS)
    for words in ("Hand-picked by three of us.", "Two of these come with code.", "That was all."):
        assert found[words] == "text"
    assert found["[An older one](https://arxiv.org/abs/1706.03762)"] == "text"
    assert found["# Notes of the Week"] == "heading"
    furniture = {text for text, kind in found.items() if kind == "furniture"}
    assert {"- [Papers (May 8 - 14)](#b)", "| --- | --- |", "| **Paper** | **Links** |", "---"} < furniture
    assert any(text.startswith("[![badge]") for text in furniture)


def test_a_week_without_a_table_is_told():
    *_, last = read(Source("x.md", THREE_WEEKS))
    assert [issue.why for issue in last.issues] == [
        "Neither a table nor a list of papers stands below this heading."
    ]


LISTED = """# Our Weekly Reading
- [May 6 - May 12](#a)

## May 6 - May 12, 2024
Five this time.
1. **xLSTM: Long Memory** - scales LSTMs. [Paper](https://arxiv.org/abs/2405.04517) | [Tweet](https://x.com/a)
2. [AlphaFold 3](https://www.nature.com/articles/s41586) - predicts structures.
3. a remark without a title
   that goes on
## April 29 - May 5, 2024
- **KAN** ([paper](https://arxiv.org/abs/2404.19756)): functions on edges.
- **Two tokens at once**
  https://arxiv.org/abs/2404.19737
- **Note:** no letter next week
"""


def test_a_week_may_list_its_papers_instead_of_tabling_them():
    assert recognise(Source("x.md", LISTED)) == 0.8
    first, second = read(Source("x.md", LISTED))
    assert [(p.title, p.arxiv_id, p.rank) for p in first.papers] == [
        ("xLSTM: Long Memory", "2405.04517", 1),
        ("AlphaFold 3", "", 2),
    ]
    assert [(p.title, p.arxiv_id) for p in second.papers] == [
        ("KAN", "2404.19756"),
        ("Two tokens at once", "2404.19737"),
    ]
    assert [(i.line, i.why) for i in first.issues] == [(8, "This row names no paper.")]
    found = kinds(LISTED)
    assert (
        found["scales LSTMs."] == found["predicts structures."] == found["functions on edges."] == "summary"
    )
    assert found["- **Note:** no letter next week"] == found["Five this time."] == "text"
    assert found["- [May 6 - May 12](#a)"] == "furniture"


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n## ICML 2024 (July 21 - July 27)\n- **A Paper** https://arxiv.org/abs/2405.00001\n",
        "# Weekly\n## May 6 - May 12, 2024\nNothing but prose, and [a link](https://a.example/).\n",
    ],
)
def test_a_period_in_a_heading_alone_makes_no_digest(text):
    assert recognise(Source("x.md", text)) < 0.5


def dated(text):
    return {document.title: document.covers_from for document in read(Source("x.md", text))}


def test_neither_a_table_of_contents_nor_the_order_of_the_weeks_is_needed():
    preface, *weeks = re.split(r"(?m)^(?=## Papers)", THREE_WEEKS)
    expected = {
        "Papers (May 13 - May 19) - 2024": "2024-05-13",
        "Papers (May 8 - 14)": "2023-05-08",
        "Papers (May 6 - May 12) - 2024": "2024-05-06",
    }
    assert dated(THREE_WEEKS) == dated("".join(weeks)) == expected
    for order in permutations(weeks):
        assert dated(preface + "".join(order)) == expected


@pytest.mark.corpus
def test_the_dates_of_the_corpus_need_no_contents_no_order_and_no_stated_years(corpus):
    raw = (corpus / "digests" / "ml_papers_of_the_week.md").read_bytes().decode("utf-8")
    expected = dated(raw)
    without = re.sub(r"(?m)^\s*[-*]\s\[[^\]\n]*\]\([^)\n]*\)\s*\n", "", raw)
    assert len(without) < len(raw) and dated(without) == expected
    preface, *weeks = re.split(r"(?m)^(?=#+ .*Papers of the Week \()", without)
    shuffled = random.Random(3).sample(weeks, len(weeks))
    assert dated(preface + "\n".join(shuffled)) == expected
    yearless = re.sub(r"(?m)^(#+ .*\)) - 20\d\d$", r"\1", without)
    assert yearless != without
    found = [document.covers_from for document in read(Source("x.md", yearless))]
    assert found == list(expected.values())


@pytest.mark.corpus
def test_all_weeks_and_all_rows_of_the_corpus_are_read(corpus):
    path = corpus / "digests" / "ml_papers_of_the_week.md"
    raw = path.read_bytes().decode("utf-8")
    start = time.process_time()
    documents = read(Source(path.name, raw))
    assert time.process_time() - start < 1.5
    assert [len(document.papers) for document in documents] == [10] * 104
    starts = [document.covers_from for document in documents]
    assert starts == sorted(set(starts), reverse=True)
    assert (starts[0], starts[-1]) == ("2025-03-24", "2023-01-01")
    assert sum("- 20" not in document.title for document in documents) == 39
    assert all(
        newer.covers_from > older.covers_to or newer.covers_from == "2023-01-09"
        for newer, older in pairwise(documents)
    )
    assert sum(bool(paper.arxiv_id) for document in documents for paper in document.papers) == 875
    assert {document.publisher for document in documents} == {"DAIR.AI"}


@pytest.mark.corpus
def test_the_week_in_two_languages_is_one_issue(corpus):
    path = corpus / "digests" / "ml_papers_of_the_week.md"
    english = read(Source(path.name, path.read_bytes().decode("utf-8")))
    path = next((corpus / "seeds").glob("002*"))
    (japanese,) = read_japanese(Source(path.name, path.read_bytes().decode("utf-8")))
    same = [document for document in english if document.issue_of == japanese.issue_of]
    assert [document.title for document in same] == ["Top ML Papers of the Week (April 29 - May 5) - 2024"]
