"""Decoded text keeps the way back to the raw text."""

import json
import re
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.model import Coding
from explorer.text.mapped import decode, is_normal, normalise, rewrite
from explorer.text.radicals import RADICALS

ODD = st.text(
    st.sampled_from(
        "aé e\u0301\u0323ガｶﾞ㍻①Ａ：⽂⻑⻘한\u1112\u1161\u11abﬁ²½\U0001d400\U0002f800が\u3099\r\n\ufeff"
    )
)
TEXTS = st.one_of(st.text(), ODD)


@given(TEXTS)
def test_normalising_gives_nfkc_and_no_radical(raw):
    assume(not re.search("[\u0300-\u036f\u3099\u309a\u0323]{31}", raw))
    expected = unicodedata.normalize("NFKC", raw.translate({ord(a): b for a, b in RADICALS.items()}))
    assert decode(raw).text == normalise(raw) == expected


@given(TEXTS, st.data())
def test_a_span_of_the_text_is_a_slice_of_the_raw_text_that_holds_it(raw, data):
    mapped = decode(raw)
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    span = mapped.span(start, end)
    assert span.exact == raw[span.start : span.end]
    assert mapped.text[start:end] in normalise(span.exact)


@given(TEXTS)
def test_neighbouring_spans_leave_no_gap_and_go_forward(raw):
    mapped = decode(raw)
    assert mapped.raw_span(0, len(mapped.text)) == (0, len(raw)) or not mapped.text
    spans = [mapped.raw_span(i, i + 1) for i in range(len(mapped.text))]
    for (start, end), (next_start, next_end) in pairwise(spans):
        assert start <= next_start <= end <= next_end


@given(TEXTS, st.integers(0, 3))
def test_a_json_string_decodes_as_the_json_module_does(raw, escaping):
    written = json.dumps(raw, ensure_ascii=bool(escaping % 2))[1:-1]
    padding = "x" * escaping
    source = f'{padding}"{written}"'
    mapped = decode(source, len(padding) + 1, len(source) - 1, Coding.JSON)
    told = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert mapped.text == normalise(told.replace("\0", "\ufffd"))  # no database holds a NUL
    for i in range(len(mapped.text)):
        start, end = mapped.raw_span(i, i + 1)
        assert len(padding) < start < end < len(source)


def test_a_surrogate_pair_is_one_character_and_half_a_pair_is_a_replacement():
    mapped = decode(r"a\ud83d\ude00b\ud83dc", coding=Coding.JSON)
    assert mapped.text == "a😀b\ufffdc"
    assert mapped.span(1, 2).exact == r"\ud83d\ude00"


def test_html_loses_tags_and_entities_but_not_offsets():
    raw = "<p>RAG &amp; <b>Self-RAG</b><br/>1 < 2</p>"
    mapped = decode(raw, coding=Coding.HTML)
    assert mapped.text == "\nRAG & Self-RAG\n1 < 2\n"
    at = mapped.text.index("Self-RAG")
    assert mapped.span(at, at + 8).exact == "Self-RAG"
    assert mapped.span(5, 6).exact == "&amp;"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("オーバ ーフィットしや\n\n    すい", "オーバーフィットしやすい"),
        ("Direct\n\n    Preference  Optimization", "Direct Preference Optimization"),
        ("Zero- Shot and pre- and post-\ntraining", "Zero-Shot and pre- and post-training"),
        ("LLM を 使う - or not", "LLM を使う - or not"),
        ("⽤ ⽅法", "用方法"),
    ],
)
def test_flowed_text_loses_its_breaks_but_not_its_offsets(raw, text):
    mapped = decode(f"-- {raw} --", 3, 3 + len(raw), Coding.FLOWED)
    assert mapped.text == text
    for i, char in enumerate(text):
        start, end = mapped.raw_span(i, i + 1)
        assert normalise(mapped.raw[start:end])[:1] == char or (
            char == " " and not raw[start - 3 : end - 3].strip()
        )
    assert mapped.raw_span(0, len(text)) == (3, 3 + len(raw))


def test_radicals_that_survive_nfkc_become_ideographs():
    assert normalise("⻑さと⻘い⽂字") == "長さと青い文字"
    assert decode("⻑⻘").span(1, 2).exact == "⻘"


def test_every_unicode_character_is_recognised_where_it_can_change():
    for code in range(0x110000):
        char = chr(code)
        if 0xD800 <= code < 0xE000:
            continue
        if unicodedata.normalize("NFKC", char) != char or unicodedata.combining(char):
            assert not is_normal(char), hex(code)


def test_an_empty_span_and_a_wrong_span():
    mapped = decode("xＡＢ", 1)
    assert mapped.raw_span(1, 1) == (2, 2)
    with pytest.raises(IndexError):
        mapped.raw_span(1, 3)


@pytest.mark.parametrize(
    "raw",
    [
        "a" + "\u0301\u0323" * 50_000,
        "<" * 100_000,
        "&" * 100_000,
        "\\" * 100_000,
        "<!--" * 25_000,
        "ｶﾞ" * 50_000,
    ],
)
@pytest.mark.parametrize("coding", list(Coding))
def test_hostile_text_takes_linear_time(raw, coding):
    start = time.process_time()
    decode(raw, coding=coding)
    assert time.process_time() - start < 2


def test_a_rewritten_slice_knows_where_its_characters_stand():
    raw = "xx<b>ﾃｷｽﾄ</b> &amp; more"
    mapped = rewrite(
        raw, (2, len(raw)), re.compile("</?b>|&amp;"), lambda piece: "&" if piece[0] == "&" else "*"
    )
    assert mapped.text == "*テキスト* & more"
    assert mapped.span(1, 5).exact == "ﾃｷｽﾄ"
    assert mapped.span(7, 8).exact == "&amp;"
    assert mapped.span(0, 1).exact == "<b>"
