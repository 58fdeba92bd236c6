"""A text that came without a name is called by what it says of itself."""

import pytest

from explorer.text.first_words import dated, name_of_text, shortened, undated


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# What we read *in March*\n\nText.", "What we read in March"),
        ("Some words first.\n\n## Later heading ##\n", "Later heading"),
        ("Spring list\n===========\n- a\n", "Spring list"),
        ("---\ndate: 2025-01-02\ntitle: 'A group'\n---\nText", "A group"),
        ("---\ntags: [a]\n---\n\n# Notes on frogs\n", "Notes on frogs"),
        ("From: Ann <ann@example.org>\nTo: us\nSubject: For Thursday\n\nHi all,\nread this", "For Thursday"),
        ("今週読んだ論文\n\n二つの論文を読んだ。", "今週読んだ論文"),
        ("<html><head><title>Picks | Site</title></head><body><h1>Weekly <b>picks</b></h1>", "Weekly picks"),
        ("<!doctype html><title>Frogs &amp; newts</title><p>x", "Frogs & newts"),
    ],
)
def test_a_title_or_heading_is_the_name(text, name):
    assert name_of_text(text) == (name, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi all,\n\nplease read this paper today.\n", "please read this paper today."),
        ("皆さん、\n\n今日はこれを読みます。\n", "今日はこれを読みます。"),
        ("Hello!", "Hello!"),
        ("- Frog nets: https://example.org/1\n- Newts: https://example.org/2\n", "Frog nets …"),
        ("https://example.org/abs/1\nhttps://example.org/abs/2", "example.org/abs/1 …"),
        ("Title\tYear\nA pond of frogs\t2024\nA lake\t2025\n", "A pond of frogs …"),
        ('year,title\n2024,"Frogs, ponds and nets"\n', "Frogs, ponds and nets"),
        ("| Paper title | Year |\n|---|---|\n| A pond | 2024 |\n", "A pond"),
        ('@inproceedings{a,\n  title = {{POUF}: Gr\\"une Frogs},\n}', "POUF: Grüne Frogs"),
        ("TY  - JOUR\nTI  - A pond of frogs\nER  - \nTY  - JOUR\nTI  - B\nER  - \n", "A pond of frogs …"),
        ('[{"title": "A pond of frogs", "year": 1}]', "A pond of frogs"),
        ("<p>Just a line of text</p>", "Just a line of text"),
    ],
)
def test_else_the_first_words_are(text, name):
    assert name_of_text(text) == (name, False)


def test_a_text_without_words_has_no_name():
    assert name_of_text(" \n\t") == ("", False)
    assert name_of_text("") == ("", False)


def test_a_name_is_one_short_line_and_japanese_letters_count_twice():
    assert shortened("one\ntwo\x00three") == "one two three"
    long = shortened("many words " * 30)
    assert len(long) <= 57 and long.endswith("words…")
    assert len(shortened("蛙" * 100)) == 29


def test_the_day_is_put_behind_and_taken_away():
    assert dated("Frogs", "2026-01-02") == "Frogs · 2026-01-02" and dated("Frogs", "") == "Frogs"
    assert undated("Frogs · 2026-01-02") == "Frogs" and undated("Frogs 2026-01-02") == "Frogs 2026-01-02"
