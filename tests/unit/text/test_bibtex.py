"""The tokenizer of BibTeX: values with their places, broken entries, hostile ones."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.bibtex import bare, read_bibtex, split_commas, split_names
from explorer.text.latex import bibtex_to_plain


def one(text):
    (entry,) = read_bibtex(text)
    return entry


def values(text):
    return {name: value.text for name, value in one(text).fields.items()}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("{A {B} c}", "A {B} c"),
        ('"A {"}B{"} c"', 'A {"}B{"} c'),
        ('"M\\"uller"', 'M\\"uller'),
        ("2024", "2024"),
        ("jan", "1"),
        ('"3~" # feb', "3~2"),
        ("{x} # {y} # unknown", "xyunknown"),
        ("{a \\} b}", "a \\} b"),
    ],
)
def test_a_value_in_any_form_is_read_and_knows_its_place(value, text):
    raw = f"@misc{{k, other = 1, title = {value} , year = 2020}}"
    entry = one(raw)
    field = entry.fields["title"]
    assert field.text == text
    assert entry.fields["year"].text == "2020"
    assert not entry.why
    inner = value[1:-1] if value[0] in '{"' and "#" not in value else value
    assert raw[field.start : field.end] == inner


def test_entries_in_parentheses_with_macros_and_without_a_key():
    raw = '@STRING(v = "Pond") @comment{x} @Book(k, title = v # {s},) @misc{ title={t} }'
    book, misc = read_bibtex(raw)
    assert (book.kind, book.key, book.fields["title"].text) == ("book", "k", "Ponds")
    assert (misc.key, misc.fields["title"].text) == ("", "t")


@pytest.mark.parametrize(
    ("broken", "why", "fields"),
    [
        (
            "@misc{a, title = {T}, note = {never closed\n",
            "The value of the field note does not end.",
            {"title"},
        ),
        ("@misc{a, title = {T}, year = ,\n", "The field year has no value.", {"title"}),
        ("@misc{a, title = {T}; year = 1}\n", "The entry breaks off after the field title.", {"title"}),
        ("@misc{a\n title = {T}}\n", "No key with a comma or no field begins the entry.", set()),
    ],
)
def test_a_broken_entry_says_why_and_costs_no_other(broken, why, fields):
    first, second = read_bibtex(broken + "@misc{b, title = {U}}")
    assert (first.why, set(first.fields)) == (why, fields)
    assert (second.key, second.why) == ("b", "")


def test_a_field_that_stands_twice_counts_once_and_a_missing_comma_does_no_harm():
    assert values("@misc{a, title={T} title={U}, year=1}") == {"title": "T", "year": "1"}


def test_macros_that_double_each_other_stay_small():
    doubled = "@string{a={" + "x" * 1_000 + "}}\n" + "@string{a = a # a # a # a}\n" * 50
    *_, last = read_bibtex(doubled + "@misc{k, title = a # a}")
    assert len(last.fields["title"].text) < 10_000


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        ("A B and C D", ["A B", "C D"]),
        ("A\n  AND  B", ["A", "B"]),
        ("{Tom and Jerry} and Sand And Co", ["{Tom and Jerry}", "Sand", "Co"]),
        ("Brandt", ["Brandt"]),
        ("", []),
    ],
)
def test_names_are_split_outside_of_braces(names, parts):
    assert split_names(names) == parts


def test_parts_of_a_name_are_split_outside_of_braces():
    assert split_commas("{Pond, Inc.}") == ["{Pond, Inc.}"]
    assert split_commas("van Lake, Jr., A{,}B") == ["van Lake", "Jr.", "A{,}B"]


@pytest.mark.parametrize(
    ("raw", "inside"),
    [("{{T}}", "T"), ("{A} and {B}", "{A} and {B}"), (" { T } ", "T"), ("{}", "{}"), ("{", "{")],
)
def test_braces_around_all_of_a_value_are_no_part_of_it(raw, inside):
    start, end = bare(raw, 0, len(raw))
    assert raw[start:end] == inside


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"{\"o} \"{o} {\"{o}} \"o", "ö ö ö ö"),
        (r"{\'{\i}} \'\i {\'\i}", "í íí"),
        (r"\c{c}\v{S}{\aa}{\O}{\ss}\u{g}\H{o}\k{a}\.{I}", "çŠåØßğőąİ"),
        (r"Nguy{\~{\^e}}n", "Nguyễn"),
        (r"{{POUF}: a {b}}", "POUF: a b"),
        (r"$K$-means in $\mathbb{R}^2$", "K-means in ℝ²"),
        (r"a~b -- c --- d", "a b – c — d"),
        (r"\textbackslash{}x \textasciitilde{} \textbraceleft{}\textbraceright{}", r"\x ~ {}"),
        (r"50\% \& \_ \$5 \#", "50% & _ $5 #"),
        ("``q'' {``}r{''}", "“q” “r”"),
        ("{{{ }", ""),
    ],
)
def test_tex_of_fields_becomes_text(tex, plain):
    assert bibtex_to_plain(tex).replace("R²", "ℝ²") == plain


@given(st.text(alphabet='@{}()",=#\\ \nabx%1'))
def test_entries_of_any_text_lie_in_order_and_their_values_in_them(text):
    at = 0
    for entry in read_bibtex(text):
        assert at <= entry.start < entry.end <= len(text)
        at = entry.end
        for value in entry.fields.values():
            assert entry.start < value.start <= value.end <= entry.end


@pytest.mark.parametrize(
    ("beginning", "repeated"),
    [
        ("", "@a{b,c={"), ("", "\n@a{b,c={"), ("", '@a{b,c="'), ("", "@string{a={"), ("", "@comment{"),
        ("", "@comment("), ("@a{b,", "c=1 "), ("@a{b,c=", "{"), ("@a{b,c=", "x # "), ("@a{", " "),
        ("@a{b", " "), ("@a{b,c", " "), ("@", " "), ("@a", " "), ("", "@"), ("", "\n@a"), ("@a{", ","),
        ('@a{b,c="', "{\\"), ("@a{b,c={", "\\{"), ("", "@comment{\n"), ("", "\n@preamble{"), ("", "@a{\n"),
    ],
)  # fmt: skip
def test_attacks_take_linear_time(beginning, repeated):
    text = beginning + repeated * (100_000 // len(repeated))
    start = time.process_time()
    list(read_bibtex(text))
    assert time.process_time() - start < 2


def test_braces_around_braces_are_taken_off_in_one_pass() -> None:
    deep = "{" * 30_000 + " x " + "}" * 30_000
    begun = time.process_time()
    start, end = bare(deep, 0, len(deep))
    assert deep[start:end] == "x"
    assert bare("{a}{b}", 0, 6) == (0, 6)
    assert bare("{{a} b", 0, 6) == (0, 6)
    assert time.process_time() - begun < 1
