"""Reading JSON with offsets."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.json_spans import JsonError, JsonObject, JsonText, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def plain(value):
    if isinstance(value, JsonText):
        return json.loads(f'"{value.exact}"')
    if isinstance(value, JsonObject):
        return {key: plain(member) for key, member in value.members.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


def ascii_keys(value):
    """Keys are normalised when read: compare only where that changes nothing."""
    if isinstance(value, dict):
        return all(key.isascii() for key in value) and all(map(ascii_keys, value.values()))
    return all(map(ascii_keys, value)) if isinstance(value, list) else True


@given(VALUES.filter(ascii_keys), st.sampled_from([None, 1, "\t"]), st.booleans())
def test_what_the_json_module_writes_reads_back_the_same(value, indent, ascii_only):
    assert plain(read_json(json.dumps(value, indent=indent, ensure_ascii=ascii_only))) == value


@given(st.text(st.sampled_from('[]{}",:\\u0012aetrufls -.\n'), max_size=40))
def test_it_accepts_no_text_that_the_json_module_refuses(text):
    try:
        read_json(text)
    except JsonError:
        return
    json.loads(text, strict=False)


def test_a_string_knows_where_its_content_stands():
    raw = '\ufeff{"title": "a \\"b\\" \\u00e9", "n": 1}'
    title = read_json(raw).members["title"]
    assert (title.text, title.exact) == ('a "b" é', r"a \"b\" \u00e9")
    assert raw[title.start : title.end] == title.exact


def test_one_line_of_many_can_be_read_by_itself():
    raw = '{"a": 1}\n{"a": "x"}\n'
    assert read_json(raw, 9, 19).members["a"].exact == "x"


@pytest.mark.parametrize(
    "text",
    ["", "[1,]", '{"a" 1}', '"a\nb"', "[1] 2", "[" * 41, '{"a":' * 41, "{1: 2}", "nul", "00", "1.", r'"\q"'],
)
def test_broken_json_is_an_error_with_a_position(text):
    with pytest.raises(JsonError) as error:
        read_json(text)
    assert 0 <= error.value.position <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 20_000,
        '"' + "\\" * 100_001,
        "[" + '"a",' * 50_000,
        "1" * 100_000,
        "[1" + " " * 99_999,
    ],
)
def test_hostile_json_takes_linear_time(text):
    start = time.process_time()
    try:
        read_json(text)
    except JsonError as error:
        assert error.position <= len(text)
    assert time.process_time() - start < 2
