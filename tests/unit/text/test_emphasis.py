"""Marks of emphasis: what goes, what stays, and where the rest stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.abbreviations import find_pairs
from explorer.text.emphasis import without_emphasis


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("*Walk Like a Tree* (WLT)", "Walk Like a Tree (WLT)"),
        ("__Walk__ and _run_", "Walk and run"),
        ("**W**alk **L**ike (WL)", "Walk Like (WL)"),
        ("***Wa**lk **Li**ke* (WaLi)", "Walk Like (WaLi)"),
        (r"\emph{Walk} \textbf{L}ike", "Walk Like"),
        (r"{\em Walk} like", "Walk like"),
        (r"$K$-means of $\mathbf{W}$alks", "K-means of Walks"),
        ("<em>Walk</em> <b>L</b>ike", "Walk Like"),
    ],
)
def test_marks_go_and_their_words_stay(text, plain):
    assert without_emphasis(text)[0] == plain


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "D* and LPA* search",
        "snake_case_name",
        "a * b * c",
        "x < y",
        r"5\% of \alpha",
        "costs $5 and $6",
    ],
)
def test_stars_underscores_and_signs_that_belong_to_names_stay(text):
    assert without_emphasis(text) is None


@given(st.text(alphabet="ab _*\\{}<>/$emthx(", max_size=80))
def test_every_character_that_stays_knows_its_place(text):
    found = without_emphasis(text)
    if found is not None:
        plain, places = found
        assert "".join(text[place] for place in places[:-1]) == plain
        assert places == sorted(set(places))
        assert places[-1] == len(text)


def test_a_pair_with_marks_has_clean_forms_and_a_span_in_the_text():
    text = r"We call it ***W**alk **L**ike a **T**ree* (\textbf{WLT})."
    (pair,) = find_pairs(text)
    assert (pair.short, pair.long) == ("WLT", "Walk Like a Tree")
    assert text[slice(*pair.short_span)] == "WLT"
    assert text[slice(*pair.long_span)] == "W**alk **L**ike a **T**ree"
