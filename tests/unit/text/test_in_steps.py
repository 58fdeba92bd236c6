"""A text that is searched in steps holds what it holds."""

import re

import pytest

from explorer.text.in_steps import STEP, find_in_steps

PATTERN = re.compile(r"(?<![a-z])ICML\s(?P<year>\d{4})(?!\d)")


@pytest.mark.parametrize("shift", range(-12, 13))
def test_a_find_at_the_border_of_a_step_is_found_once(shift):
    text = "-" * (STEP + shift) + "ICML 2024, ICML 2025" + "-" * STEP + "xICML 2023 ICML 20245"
    assert [hit.span() for hit in find_in_steps(PATTERN, text)] == [
        hit.span() for hit in PATTERN.finditer(text)
    ]


def test_empty_finds_and_empty_texts_end():
    assert not list(find_in_steps(PATTERN, ""))
    assert [hit.start() for hit in find_in_steps(re.compile("x*"), "ab")] == [0, 1]
