"""Numbers of a conference in prose and on slides, and numbers that are of something else."""

import time

import pytest

from explorer.importers._statistics import find_statistics
from explorer.importers._venues import find_edition
from explorer.text.mapped import decode

ICML = find_edition("ICML", "2024")


def stated(text, edition=ICML):
    found = find_statistics([decode(text)], edition)
    for statistic in found:
        assert text[statistic.evidence.start : statistic.evidence.end] == statistic.evidence.exact
    return [(s.what, s.value, s.edition) for s in found]


@pytest.mark.parametrize(
    ("text", "what", "value"),
    [
        ("9,473 submissions", "submissions", 9473),
        ("This year the organisers received 9,473 papers.", "submissions", 9473),
        ("Submissions rose to 9,473, up from 6,538 last year.", "submissions", 9473),
        ("今年は9,473本の投稿があった。", "submissions", 9473),
        ("投稿数：９，４７３", "submissions", 9473),
        ("昨年の6,538件から9,473件の投稿へと増えた。", "submissions", 9473),
        ("本届会议共收到9473篇投稿。", "submissions", 9473),
        ("2610 accepted (27.5 acceptance)", "accepted papers", 2610),
        ("Of the submitted papers, 2,610 were accepted.", "accepted papers", 2610),
        ("2,610件が採択された。", "accepted papers", 2610),
        ("最终接收 2610 篇。", "accepted papers", 2610),
        ("The acceptance rate was 27.5%.", "acceptance rate (%)", 27.5),
        ("採択率は27.5%だった。", "acceptance rate (%)", 27.5),
        ("录用率约为 27.5%。", "acceptance rate (%)", 27.5),
        ("About 8,000 people gathered in Vienna.", "participants", 8000),
        ("参加者は8,000人以上。", "participants", 8000),
        ("参会人数超过1.2万人。", "participants", 12000),
        ("This was the 41st edition.", "edition number", 41),
        ("The Forty-first International Conference on Machine Learning was held.", "edition number", 41),
        ("1980年から41回目の開催", "edition number", 41),
        ("第41届会议在维也纳举行。", "edition number", 41),
        ("The conference has been held since 1980.", "first year of the conference series", 1980),
        ("会議は7日間続いた。", "conference length in days", 7),
        ("It was a seven-day conference.", "conference length in days", 7),
        ("大会为期七天。", "conference length in days", 7),
    ],
)
def test_a_number_of_the_conference_is_stated(text, what, value):
    found = stated(text)
    assert (what, value) in [(name, number) for name, number, _ in found]
    assert {edition for *_, edition in found} <= {"ICML 2024", "ICML"}


@pytest.mark.parametrize(
    "text",
    [
        "ICML 2024 accepted papers are online.",
        "Our group had 30 papers accepted.",
        "120万件の投稿を集めたツイートで学習した。",
        "In Proceedings of the 41st International Conference on Machine Learning.",
        "The model was trained for 7 days on 64 GPUs.",
        "第3回の勉強会でこの会議を取り上げた。",
        "The data set holds 9,473 images and 2,610 captions.",
        "This reduces the cost by a factor of 140!",
    ],
)
def test_other_numbers_are_not_of_the_conference(text):
    assert stated(text) == []


def test_a_number_belongs_to_the_edition_that_its_sentence_names():
    text = "NeurIPS 2023 received 12,345 submissions. ICLR 2024 received 7,304 submissions."
    assert stated(text) == [
        ("submissions", 12345, "NeurIPS 2023"),
        ("submissions", 7304, "ICLR 2024"),
    ]


def test_a_number_without_any_edition_is_left_out():
    assert stated("9,473 submissions", None) == []


def test_a_number_that_is_said_twice_is_one():
    assert len(find_statistics([decode("9,473 submissions"), decode("In all 9,473 submissions")], ICML)) == 1


def test_a_long_text_of_numbers_is_read_in_time():
    started = time.process_time()
    find_statistics([decode("1,234 and 56 of the 7th papers submitted, " * 2000)], ICML)
    assert time.process_time() - started < 3
