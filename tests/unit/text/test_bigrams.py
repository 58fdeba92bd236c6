"""Full-text search in Japanese and Chinese, in a real FTS5 table."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.bigrams import index_bigrams, match_query

TEXTS = [
    "Prometheus 2は評価に特化した言語モデルです",
    "検索拡張生成(RAG)の調査論文",
    "我们研究多模态大模型的幻觉",
    "Better & Faster Large Language Models via Multi-token Prediction",
    "The café's “quoted” KAN",
    "ハンバーグ",
]


@pytest.fixture
def table():
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table t using fts5(text, bigrams)")
    database.executemany("insert into t values (?, ?)", [(text, index_bigrams(text)) for text in TEXTS])
    yield database
    database.close()


def found(table, query, **options):
    rows = table.execute(
        "select rowid from t where t match ? order by rowid", [match_query(query, **options)]
    )
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("評価", [1]),
        ("幻觉", [3]),
        ("論", [2]),
        ("す", [1]),
        ("言語モデル", [1]),
        ("言語 評価", [1]),
        ("語言", []),
        ("Prometheus 2", [1]),
        ('"Prometheus 2"', [1]),
        ("rag", [2]),
        ('"RAG 調査"', []),
        ('"生成 RAG"', [2]),
        ("multi-token", [4]),
        ("ＲＡＧ", [2]),
        ("cafe", [5]),
        ("ハンバーク", []),
        ("多模态 KAN", []),
    ],
)
def test_words_of_every_script_are_found(table, query, rows):
    assert found(table, query) == rows


def test_the_last_word_may_be_unfinished_while_typing(table):
    assert found(table, "predict", prefix=True) == [4]
    assert found(table, "predict") == []


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.booleans())
def test_nothing_that_is_typed_is_an_operator_or_an_error(query, prefix):
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table t using fts5(text, bigrams)")
    if expression := match_query(query, prefix):
        database.execute("select * from t where t match ?", [expression]).fetchall()
    database.close()


@pytest.mark.parametrize(
    "query", ["", "  ", '""', "?!", '"', "AND OR NOT NEAR(a b)", "text:x", "a* ^b -c", "x" * 100_000]
)
def test_odd_queries_are_empty_or_harmless(table, query):
    expression = match_query(query)
    if expression:
        table.execute("select * from t where t match ?", [expression]).fetchall()
    assert bool(expression) == any(char.isalnum() for char in query)


def test_text_without_cjk_needs_no_second_column():
    assert index_bigrams("Large language models") == ""
