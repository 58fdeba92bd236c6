import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.fuzzy import fuzzy_score


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("undo", "Undo", "Go under the door"),
        ("tag", "Tag…", "Show its neighbours at great depth"),
        ("ev", "Export the view…", "Clever"),
        ("rag", "RAG", "Retrieval-Augmented Generation"),
        ("検索", "検索拡張生成", "拡張された検索"),
    ],
)
def test_letters_at_the_start_of_words_come_before_letters_anywhere(query, better, worse):
    assert fuzzy_score(query, better) > fuzzy_score(query, worse)


def test_width_and_case_do_not_matter():
    assert fuzzy_score("ＲＡＧ", "rag") == fuzzy_score("rag", "RAG") > 0


@given(st.text(max_size=20), st.text(max_size=40))
def test_a_text_fits_exactly_when_it_holds_the_letters_in_order(query, text):
    from explorer.ui.fuzzy import folded

    rest = iter(folded(text))
    holds = all(letter in rest for letter in folded(query).replace(" ", ""))
    if fuzzy_score(query, text) > 0:
        assert holds
    if folded(query).replace(" ", "") and folded(query).replace(" ", "") in folded(text):
        assert fuzzy_score(query, text) > 0


def test_what_is_typed_in_other_han_characters_fits_as_well():
    assert fuzzy_score("對齊", "alignment / 对齐") == fuzzy_score("对齐", "alignment / 对齐") > 0
    assert fuzzy_score("检索", "検索") > 0
    assert not fuzzy_score("图像", "檢索")
