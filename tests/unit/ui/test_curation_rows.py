"""What can be said of links and names that wait, of one and of many."""

from explorer.questions.curation import DUPLICATE, EXPANSION, MEANING, NamedConcept, NameQuestion
from explorer.questions.evidence import Statement
from explorer.ui.models.curation_rows import acts_of, line_of, wish_of
from explorer.ui.verbs.curation import LinkWish, NameWish


def link(number):
    return Statement(1, "A", 2, "B", "asserted", "builds on", "proposed", 0.6, (), number, "proposed")


def names(kind, *ids, forms=()):
    sides = tuple(NamedConcept(i, f"N{i}", "method", (), ()) for i in ids)
    return NameQuestion(kind, "XN", forms, "why", sides)


def act(rows, key):
    return next(act for act in acts_of(rows) if act.key == key)


def keys(*rows):
    return "".join(act.key for act in acts_of(rows))


def test_each_kind_has_its_letters_and_many_rows_only_those_that_fit_all():
    assert keys(link(1)) == "AXC" and keys(link(1), link(2)) == "AX"
    assert keys(names(DUPLICATE, 1, 2)) == "MOA"
    assert keys(names(MEANING, 1, 2)) == "A12MOX" and keys(names(MEANING, 1, 2, 3)) == "A123X"
    assert keys(names(MEANING, 1, 2), names(MEANING, 3, 4)) == "AX"
    assert keys(link(1), names(DUPLICATE, 1, 2)) == keys() == ""


def test_many_links_are_one_wish():
    rows = [link(4), link(7)]
    assert wish_of(rows, act(rows, "X")) == LinkWish("reject", (4, 7))


def test_the_right_one_is_kept_when_asked():
    rows = [names(DUPLICATE, 1, 2)]
    assert wish_of(rows, act(rows, "M")) == NameWish("merge", pairs=((1, 2),))
    assert wish_of(rows, act(rows, "O")) == NameWish("merge", pairs=((2, 1),))
    assert wish_of(rows, act(rows, "A")) == NameWish("apart", pairs=((1, 2),))


def test_a_form_means_one_all_or_none_of_its_concepts():
    rows = [names(MEANING, 1, 2, 3)]
    assert wish_of(rows, act(rows, "2")).meanings == (("XN", (2,), (1, 3)),)
    assert wish_of(rows, act(rows, "A")).meanings == (("XN", (1, 2, 3), ()),)
    assert wish_of(rows, act(rows, "X")).meanings == (("XN", (), (1, 2, 3)),)


def test_the_first_long_form_is_kept():
    rows = [names(EXPANSION, 1, forms=("Right Form", "Odd Form"))]
    assert wish_of(rows, act(rows, "X")) == NameWish("reject", names=((1, "Odd Form"),))
    assert wish_of(rows, act(rows, "A")).names == ((1, "Right Form"), (1, "Odd Form"))


def test_a_line_says_what_is_asked():
    assert line_of(link(1)) == "A builds on B"
    assert line_of(names(DUPLICATE, 1, 2)) == "N1 = N2 ?"
    assert line_of(names(MEANING, 1, 2)) == "XN: N1, N2"
