"""Vectors of names and wording."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.compute.lexical import DIM, RARITY_BITS, Rarity, encode, measure_rarity

EVEN = Rarity(np.ones((2, 1 << RARITY_BITS), np.float32))


def cosine(one, other, rarity=EVEN):
    left, right = encode([one, other], rarity)
    return float(left @ right)


@given(st.lists(st.text(max_size=200), max_size=5))
def test_every_vector_has_length_one_or_is_zero(texts):
    vectors = encode(texts, EVEN)
    assert vectors.shape == (len(texts), DIM)
    assert vectors.dtype == np.float32
    lengths = np.linalg.norm(vectors, axis=1)
    assert (np.isclose(lengths, 1, atol=1e-5) | (lengths == 0)).all()


def test_a_text_without_letters_is_zero():
    assert not encode(["", " ", "--- !!"], EVEN).any()


def test_case_width_and_spaces_do_not_matter():
    assert cosine("Chain of Thought", "ＣＨＡＩＮ   of\nthought") == pytest.approx(1)


def test_a_shared_name_shows_across_scripts():
    question = "SPPOは自己対戦で選好を最適化する手法である"
    assert cosine(question, "SPPO: Self-Play") > cosine(question, "KAN: Kolmogorov-Arnold") + 0.1


def test_foreign_words_do_not_drown_a_name():
    long_question = "检索增强生成的知识密集型任务在大规模语言模型中的应用与分析研究综述" * 3 + "Prometheus"
    names = ["Prometheus 2", "Chinchilla", "Gopher", "Flamingo", "Galactica", "Mistral"]
    question, *titles = encode([long_question, *names], EVEN)
    assert int(np.argmax(np.array(titles) @ question)) == 0


def test_rare_pieces_weigh_more_than_common_ones():
    rarity = measure_rarity([f"a model for task {number}" for number in range(200)])
    assert cosine("a model for Zephyr", "a model for vision", rarity) < cosine(
        "a model for Zephyr", "a model for vision"
    )


def test_rarity_counts_texts_of_each_script_for_themselves():
    rarity = measure_rarity(["検索"] * 9 + ["search"])
    assert rarity.weights[0].max() < rarity.weights[1].max()
    assert rarity.weights.min() == pytest.approx(1)


def test_the_same_text_gives_the_same_bytes_alone_and_among_others():
    texts = ["Retrieval-Augmented Generation", "検索拡張生成", "检索增强生成"]
    together = encode(texts, EVEN)
    for row, text in enumerate(texts):
        assert encode([text], EVEN).tobytes() == together[row : row + 1].tobytes()
