"""Short forms of titles, and what spellings of one title share."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.fingerprint import short_fingerprint, split_tags, title_fingerprint
from explorer.text.title_forms import title_forms, words_agree

WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzäéøß"), min_size=1, max_size=9)
TITLES = st.lists(WORDS, min_size=2, max_size=9).map(" ".join)


@pytest.mark.parametrize(
    ("title", "heads", "tail"),
    [
        ("PondNet: Pruning Hedges by Shade", ("pondnet",), "pruninghedgesbyshade"),
        ("PondNet - Pruning Hedges by Shade", ("pondnet",), "pruninghedgesbyshade"),
        ("Position: PondNet: Pruning Hedges by Shade", ("pondnet",), "pruninghedgesbyshade"),
        ("Pruning by Shade (PondNet)", ("pondnet",), ""),
        ("Pruning by Shade (and More)", (), ""),
        ("Ponds: A Survey", ("ponds",), ""),
        ("Pruning Hedges", (), ""),
        ("AI: Pruning Hedges by Shade", (), "pruninghedgesbyshade"),
    ],
)
def test_a_title_is_also_called_by_what_stands_around_its_colon(title, heads, tail):
    forms = title_forms(title)
    assert (forms.heads, forms.tail) == (heads, tail)


@pytest.mark.parametrize(
    ("title", "acronym"),
    [
        ("Direct Hedge Optimization: Your Garden Is Secretly a Reward", "dho"),
        ("Tree of Thoughts: Deliberate Pruning", "tot"),
        ("Less Is More for Hedges", "limh"),
        ("Large-Scale Pruning", "lsp"),
    ],
)
def test_acronyms_come_from_the_words_with_the_small_ones_and_without(title, acronym):
    assert acronym in title_forms(title).acronyms


def test_one_or_two_letters_are_no_acronym():
    assert title_forms("Hedge Pruning: A Method").acronyms == {"hpam", "hpm"}


@given(TITLES, st.integers(1, 8))
def test_a_beginning_of_a_title_is_one_of_its_prefixes(title, count):
    words = title.split()[:count]
    beginning = title_fingerprint(" ".join(words))
    if len(beginning) >= 8 and len(words) < len(title.split()):
        assert beginning in title_forms(title).prefixes


@given(TITLES)
def test_a_title_that_is_cut_off_with_dots_has_the_fingerprint_of_its_beginning(title):
    for dots in ("…", "...", " …"):
        assert title_forms(title + dots).cut_off
        assert title_fingerprint(title + dots) == title_fingerprint(title)
    assert not title_forms(title).cut_off


@given(TITLES, st.integers(0, 60), st.sampled_from(["\n", "-\n", "\u2010\n", "\u00ad", " \r\n  "]))
def test_a_break_in_a_line_changes_no_fingerprint(title, at, line_break):
    assert title_fingerprint(title[:at] + line_break + title[at:]) == title_fingerprint(title)


@given(TITLES, st.sampled_from([".", "?", "!", "。", "…", " ", "*", "†", '"', "”"]))
def test_a_mark_at_the_end_changes_no_fingerprint(title, mark):
    assert title_fingerprint(title + mark) == title_fingerprint(title)


@given(TITLES, st.sampled_from([("[Oral] ", ""), ("Position: ", ""), ("(Spotlight) ", ""), ("", " (Oral)"),
                                ("", " [Spotlight]"), ("Position Paper: ", " (Poster)")]))  # fmt: skip
def test_decorations_change_no_fingerprint(title, around):
    decorated = around[0] + title + around[1]
    assert title_fingerprint(decorated) == title_fingerprint(title)
    assert short_fingerprint(decorated) == short_fingerprint(title)


@given(TITLES)
def test_latex_around_a_word_changes_no_fingerprint(title):
    first, *rest = title.split()
    for marked in (rf"\textbf{{{first}}}", f"${first}$" if first.isascii() else first, f"{{{first}}}"):
        assert title_fingerprint(" ".join([marked, *rest])) == title_fingerprint(title)


@given(TITLES, WORDS)
def test_a_lost_subtitle_leaves_the_part_before_the_colon(title, subtitle):
    assert short_fingerprint(f"{title}: {subtitle}") == title_fingerprint(title)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Better & Faster Ponds", "Better and Faster Ponds"),
        ("The Ponds\u02bc Depth", "The Ponds' Depth"),
        ("The Ponds’ “Depth”", 'The Ponds\' "Depth"'),
        ("Pond\u2010Nets", "Pond-Nets"),
        ("Ｐｏｎｄ Nets", "Pond Nets"),
    ],
)
def test_marks_that_look_alike_are_alike(one, other):
    assert title_fingerprint(one) == title_fingerprint(other)


def test_a_tag_is_never_the_whole_title():
    assert split_tags("(Oral)") == ((), "(Oral)")
    assert split_tags("X (Oral)") == (("oral",), "X")
    assert split_tags("[Oral] X (Spotlight)") == (("oral", "spotlight"), "X")


@pytest.mark.parametrize(
    ("short", "long", "abstract", "agree"),
    [
        ("Pruning Hedges by Shade", "PondNet: Pruning Old Hedges by Their Shade", "", True),
        ("PondGen", "Simple and Controllable Ponds", "We introduce PondGen, a model of ponds.", True),
        ("PondGen", "Simple and Controllable Ponds", "A model of ponds.", False),
        ("Shade", "Lakes in Summer", "Lakes are warm.", False),
        ("Language Models", "Language Models Prune Hedges", "", False),
    ],
)
def test_words_of_a_short_title_stand_in_the_long_one_or_its_abstract(short, long, abstract, agree):
    assert words_agree(short, long, abstract) == agree


@pytest.mark.parametrize("unit", ["a ", ": ", "(A", "…", "- ", "A: ", "x (Ab) "])
def test_hostile_titles_take_little_time(unit):
    start = time.process_time()
    title_forms("a" + unit * (50_000 // len(unit)))
    assert time.process_time() - start < 1
