"""Dates and periods, arXiv ids and addresses in text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.arxiv_ids import find_arxiv_ids, month_of, parse_arxiv_id
from explorer.text.dates import add_days, find_period, parse_date, weekday, without_dates
from explorer.text.urls import find_urls, is_code_url

WEEK = ("2024-04-29", "2024-05-05")


@pytest.mark.parametrize(
    "text",
    [
        "【2024-04-29~ 2024-05-05】",
        "2024-04-29～2024-05-05",
        "2024-04-29-2024-05-05",
        "Papers of the Week (April 29 - May 5) - 2024",
        "(Apr 29-May 5), 2024",
        "April 29th to May 5th, 2024",
        "29 April – 5 May 2024",
        "2024年4月29日(月)〜5月5日(日)",
        "2024年04月29日から2024年05月05日",
        "2024/04/29 - 05/05",
        "2024.4.29-5.5",
        "2024年4月29日至5月5日",
    ],
)
def test_a_week_is_read_however_it_is_written(text):
    assert find_period(text).dates() == WEEK


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("(May 22-28)", ("2023-05-22", "2023-05-28")),
        ("(Jan 30-Feb 5)", ("2023-01-30", "2023-02-05")),
        ("(Feb 13 - 19)", ("2023-02-13", "2023-02-19")),
        ("(December 26 - January 1)", ("2022-12-26", "2023-01-01")),
        ("4月29日〜5日", ("2023-04-29", "2023-05-05")),
        ("29 - 31 May", ("2023-05-29", "2023-05-31")),
    ],
)
def test_a_period_without_a_year_takes_the_one_of_its_end(text, dates):
    period = find_period(text)
    assert not period.has_year
    assert period.dates(2023) == dates


def test_new_year_lies_inside_a_week():
    assert find_period("(December 30 - January 5) - 2025").dates() == ("2024-12-30", "2025-01-05")
    assert find_period("December 30, 2024 - January 5").dates() == ("2024-12-30", "2025-01-05")


def test_what_is_no_period_is_none():
    for text in ["", "May", "2024-05-01", "page 3-5", "2024-13-45~2024-05-05", "February 30 - 31", "1 - 2"]:
        assert find_period(text) is None
    assert find_period("June 3 - May 5, 2024").dates() == ("", "")


def test_a_period_says_where_it_stands():
    text = "Week (May 22-28) - 2023 ends"
    period = find_period(text)
    assert text[period.start : period.end] == "May 22-28) - 2023"


@pytest.mark.parametrize(
    "text",
    [
        "2024年05月02日",
        "2024-5-2",
        "２０２４年５月２日",
        "May 2, 2024",
        "2 May 2024",
        "更新日:2024/05/02 12:00",
        "2024.05.02",
    ],
)
def test_a_date_becomes_iso(text):
    assert parse_date(text) == "2024-05-02"


@pytest.mark.parametrize("text", ["", "2024年5月", "2024-02-30", "May 2", "20240502", "v2.0.1", "0000-00-00"])
def test_what_is_no_complete_date_is_empty(text):
    assert parse_date(text) == ""


@given(st.dates())
def test_days_are_counted(day):
    assert weekday(day.isoformat()) == day.weekday()
    if 1 < day.toordinal() < 3652058:
        assert add_days(add_days(day.isoformat(), 1), -1) == day.isoformat()


def test_arxiv_ids_are_found_in_addresses_and_after_their_mark():
    text = (
        "arXiv:2405.01535v2, http://arxiv.org/pdf/2404.18416v2.pdf https://www.arxiv.org/abs/2501.12345 "
        "arXiv: hep-th/9901001 arxiv.org/abs/math.GT/0309136v1 https://huggingface.co/papers/2405.00001 "
        "doi.org/10.48550/arXiv.0704.0001"
    )
    found = list(find_arxiv_ids(text))
    assert [(one.base, one.version) for one in found] == [
        ("2405.01535", "v2"), ("2404.18416", "v2"), ("2501.12345", ""), ("hep-th/9901001", ""),
        ("math/0309136", "v1"), ("2405.00001", ""), ("0704.0001", ""),
    ]  # fmt: skip
    assert text[found[0].start : found[0].end] == "2405.01535v2"


def test_numbers_that_arxiv_never_gave_are_no_ids():
    assert not list(
        find_arxiv_ids("arXiv:2048.1024 arXiv:2413.00001 arXiv:2404.1234 arXiv:1412.12345 2405.00001")
    )
    bare = find_arxiv_ids("2405.00001, 3.1415 12405.00001 2405.000011 v2405.00001 (2405.00002).", bare=True)
    assert [one.base for one in bare] == ["2405.00001", "2405.00002"]


def test_an_id_has_a_base_a_version_and_a_month():
    assert parse_arxiv_id("2405.01535v3") == ("2405.01535", "v3")
    assert parse_arxiv_id("https://arxiv.org/abs/2405.01535") == ("2405.01535", "")
    assert parse_arxiv_id("KAN") == ("", "")
    ids = ("2405.01535", "hep-th/9901001", "math/0309136")
    assert [month_of(one) for one in ids] == [
        "2024-05",
        "1999-01",
        "2003-09",
    ]


def test_addresses_end_where_the_text_goes_on():
    text = (
        "https://a.example/https://b.example/などが (see https://en.wikipedia.org/wiki/A_(b)). "
        "at https://github.com/x/Y.最後 .” rel=”nofollow”>https://github.com/1/R_S..です。"
    )
    found = list(find_urls(text))
    assert [one.url for one in found] == [
        "https://a.example/", "https://b.example/", "https://en.wikipedia.org/wiki/A_(b)", "https://github.com/x/Y",
        "https://github.com/1/R_S",
    ]  # fmt: skip
    assert all(text[one.start : one.end] == one.url for one in found)
    assert not list(find_urls("https:// http://."))


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://github.com/uclaml/SPPO", True),
        ("https://www.github.com/a/b/tree/main", True),
        ("https://gitlab.com/group/project", True),
        ("https://huggingface.co/org/model", True),
        ("https://huggingface.co/datasets/org/set", True),
        ("https://huggingface.co/papers/2405.01535", False),
        ("https://github.com/uclaml", False),
        ("https://github.com/features/copilot", False),
        ("https://arxiv.org/abs/2405.01535", False),
        ("https://evil.example/github.com/a/b", False),
        ("https://[broken/a/b", False),
    ],
)
def test_repositories_are_told_from_other_addresses(url, code):
    assert is_code_url(url) is code


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "2024-",
        "1月",
        "May ",
        "https://",
        "(",
        ")",
        "arxiv:",
        "2405.",
        "[",
        "https://a/(",
        " ",
        "29-",
        "1 - ",
    ],
)
@pytest.mark.parametrize(
    "read",
    [find_period, parse_date, lambda text: list(find_urls(text)), lambda text: list(find_arxiv_ids(text)),
     lambda text: list(find_arxiv_ids(text, bare=True)), parse_arxiv_id, is_code_url],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit, read):
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Notes, 12 March 2025", "Notes, "),
        ("2025-02-04 勉強会", " 勉強会"),
        ("组会 2025年4月8日 记录", "组会  记录"),
        ("May 6 - May 12", "May 6 - May 12"),
        ("Chapter 2.3.4", "Chapter 2.3.4"),
    ],
)
def test_a_text_without_its_complete_dates(text, rest):
    assert without_dates(text) == rest
