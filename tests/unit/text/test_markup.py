"""Words of texts that hold HTML, entities and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.markup import without_markup
from explorer.text.ngrams import plain_title
from explorer.text.phrases import phrases
from explorer.text.telling_words import telling_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<p class="a">Sparse <em>nets</em></p><p>learn<br/>fast', "Sparse nets learn fast"),
        ('see <a href="https://x.org/em?p=1" target=_blank>our page</a>', "see our page"),
        ("&lt;p&gt;nets&nbsp;&amp; graphs&lt;/p&gt;", "nets & graphs"),
        ("&amp;lt;b&amp;gt;nets&amp;lt;/b&amp;gt;", "nets"),
        ("<jats:p>nets of H<jats:sub>2</jats:sub>O", "nets of H2O"),
        ("code at https://github.com/a/b.git, data at www.b.org/c.", "code at data at"),
        ("整合<br>と検索、https://example.jp/a。次の文", "整合 と検索、 。次の文"),
    ],
)
def test_markup_says_nothing(text, words):
    assert without_markup(text).split() == words.split()


@pytest.mark.parametrize(
    "text",
    [
        "for $p<q$ and $a > b$",
        "if a <b and c> d",
        "the <think> token",
        "AT&T; and R&D",
        "1 < 2 && 3 > 2",
        "A <b",
    ],
)
def test_what_only_looks_like_markup_stays(text):
    assert without_markup(text) == text


@pytest.mark.parametrize(
    "text", ["詳細はhttps://a.example/x?y=1を参照", "见www.a.example。参照", "https://a.example 参照"]
)
def test_words_that_follow_an_address_without_a_space_stay(text):
    assert without_markup(text).endswith("参照") and "example" not in without_markup(text)


@given(st.text(alphabet="<>&;/pb ='\"am#xlt1", max_size=60))
def test_no_tag_is_left(text):
    assert not {"<p>", "</p>", "<b/>"} & set(without_markup(text).split())


def test_a_hostile_text_is_read_in_time():
    for text in ("<a b=c " * 20_000, "&" * 200_000, "<p " + "x=1 " * 50_000, "<!--" * 50_000):
        assert len(without_markup(text)) <= len(text)


def test_terms_of_titles_and_texts_hold_no_markup():
    title = "<em>Sparse</em> Nets &amp; $\\mathcal{O}(n)$ Graphs"
    assert plain_title(title).startswith("Sparse Nets & ")
    assert {"em", "amp", "mathcal"}.isdisjoint(telling_words(title))
    assert {"sparse", "nets", "graphs"} <= set(telling_words(title))
    assert {"em", "amp"}.isdisjoint(word for phrase in phrases(title) for word in phrase.key.split())
