"""Han characters that are one in simplified, traditional and Japanese writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.bigrams import match_query
from explorer.text.han import one_form, written_forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("对齐", "對齊"),
        ("强化学习", "強化學習"),
        ("強化学習", "强化学习"),
        ("検索拡張生成", "檢索擴張生成"),
        ("図", "圖"),
        ("緒", "绪"),
        ("値", "值"),
    ],
)
def test_two_writings_of_the_same_words_have_one_form(one, other):
    assert one_form(one) == one_form(other)
    assert other in written_forms(one) and one in written_forms(other)


@pytest.mark.parametrize(("one", "other"), [("学習", "学会"), ("对齐", "对应"), ("画像", "図像")])
def test_other_words_stay_apart(one, other):
    assert one_form(one) != one_form(other)


@given(st.text())
def test_the_one_form_is_as_long_as_the_text_and_its_own_form(text):
    simple = one_form(text)
    assert len(simple) == len(text) and one_form(simple) == simple


@given(st.text(alphabet="对對対齐齊斉学學検檢检のRa "))
def test_a_text_comes_first_among_its_forms_and_all_have_its_one_form(text):
    forms = written_forms(text)
    assert forms[0] == text and len(set(forms)) == len(forms) <= 4
    assert {one_form(form) for form in forms} == {one_form(text)}


def test_a_query_in_several_writings_asks_for_any_of_them_and_others_stay_as_they_were():
    assert match_query("對齊 llm", any_form=True) == '("對齊" OR "对齐" OR "対斉") AND "llm"'
    assert match_query("對齊 llm") == '"對齊" "llm"'
    assert match_query("slow graphs", any_form=True) == '"slow" "graphs"'
    assert match_query("对", prefix=True, any_form=True) == '("对"* OR "對"* OR "対"*)'
