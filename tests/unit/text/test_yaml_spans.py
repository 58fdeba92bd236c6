"""YAML with places: scalars of every style, aliases, and what is refused before it grows."""

import time

import pytest
import yaml

from explorer.text.json_spans import JsonObject, JsonText
from explorer.text.yaml_spans import MAX_DEPTH, YamlError, read_yaml

STYLES = """# 河 😀
- plain: goes on
    over lines
  single: 'it''s'
  double: "a \\u00e9 \\
    b"
  literal: |
    one
    two
  folded: >-
    one
    two
  empty: ~
  number: 2020
  list: [a, "b"]
"""


def plain(value):
    if isinstance(value, JsonText):
        return value.text
    if isinstance(value, JsonObject):
        return {key: plain(member) for key, member in value.members.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_values_are_those_of_pyyaml_and_know_where_they_stand(mark, ends):
    raw = mark + STYLES.replace("\n", ends)
    (value,) = read_yaml(raw)
    expected = yaml.load(raw, Loader=yaml.BaseLoader)
    expected[0]["empty"] = None
    assert plain(value) == expected
    members = value[0].members
    assert raw[value[0].start : value[0].end].startswith("plain:")
    assert {name: members[name].exact for name in ("single", "number", "double")} == {
        "single": "it''s",
        "number": "2020",
        "double": f"a \\u00e9 \\{ends}    b",
    }
    assert members["literal"].exact == f"one{ends}    two"
    assert [each.exact for each in members["list"]] == ["a", "b"]


def test_an_alias_is_the_value_that_it_names_and_a_merge_brings_members():
    (value,) = read_yaml("a: &x {t: 1, u: 2}\nb: *x\nc:\n  <<: *x\n  t: 3\n")
    assert value.members["b"] is value.members["a"]
    assert plain(value.members["c"]) == {"t": "3", "u": "2"}


def test_tags_are_not_obeyed():
    assert plain(read_yaml("!!python/object/apply:os.system [echo]")) == [["echo"]]


def test_what_aliases_repeat_is_counted_before_it_grows():
    lines = ["a: &a [" + ",".join("x" * 9) + "]"]
    lines += [
        f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefghijk", "bcdefghijkl", strict=True)
    ]
    start = time.process_time()
    with pytest.raises(YamlError, match="repeats a few so often") as caught:
        read_yaml("\n".join(lines))
    assert caught.value.position > 0
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[" * (MAX_DEPTH + 1), "nested deeper"),
        ("- " * 20_000, "nested deeper"),
        ("&a [*a]", "names nothing that is complete"),
        ("a: \0", "control character"),
        ("a: b: c", "not allowed"),
        ("a: 'b", "end of stream"),
        ('"\\UFFFFFFFF"', "."),
        ("a: \ud800", "."),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_place(text, why):
    with pytest.raises(YamlError) as caught:
        read_yaml("ok\n" + text, 3)
    assert why in str(caught.value)
    assert caught.value.position >= 3
