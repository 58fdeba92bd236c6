"""Every pair of colours that the window puts on each other: text 4.5:1, marks and rims 3:1 (WCAG 2.2)."""

import re

import pytest

from explorer.model import NodeKind
from explorer.render.theme import SCHEMES, theme
from explorer.ui.style import sheet_of

TEXT, MARK = 4.5, 3.0
COLOUR = r"#[0-9a-f]{6}"


def luminance(colour):
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def rules(scheme):
    """(selector, property -> value) of the style sheet as it is worn."""
    sheet = re.sub(r"/\*.*?\*/", "", sheet_of(theme(scheme)), flags=re.S)
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        lines = (line.split(":", 1) for line in body.split(";") if ":" in line)
        yield selector.strip(), {name.strip(): value.strip() for name, value in lines}


def grounds_of(selector, body, tokens):
    """What a rule's text may stand on: its own ground, else that of the panels and cards."""
    own = re.findall(COLOUR, body.get("background", ""))
    if own:
        return own
    if "selected" in selector:
        return [tokens.selection]
    return [tokens.panel, tokens.card]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_text_of_every_rule_can_be_read_on_its_ground(scheme):
    tokens, bad, seen = theme(scheme), [], 0
    for selector, body in rules(scheme):
        if ":disabled" in selector:  # what cannot be used needs no contrast, WCAG 1.4.3
            continue
        for ink in re.findall(COLOUR, body.get("color", "")):
            for ground in grounds_of(selector, body, tokens):
                seen += 1
                if contrast(ink, ground) < TEXT:
                    bad.append(f"{selector}: {ink} on {ground} {contrast(ink, ground):.2f}")
    assert seen > 40
    assert not bad


@pytest.mark.parametrize("scheme", SCHEMES)
def test_rims_of_what_has_the_keyboard_and_handles_stand_out(scheme):
    tokens = theme(scheme)
    for selector, body in rules(scheme):
        rim = body.get("border-color", body.get("border", "")) if ":focus" in selector else ""
        handle = body.get("background", "") if "::handle" in selector and "QScrollBar" in selector else ""
        for colour in re.findall(COLOUR, rim + handle):
            for ground in (tokens.panel, tokens.card):
                assert contrast(colour, ground) >= MARK, (selector, colour, ground)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_marks_of_lists_and_graph_stand_out_wherever_they_are(scheme):
    tokens = theme(scheme)
    grounds = (tokens.canvas, tokens.panel, tokens.card, tokens.selection)
    for kind in NodeKind:  # icons of the list stand on selected rows as well
        for ground in grounds:
            assert contrast(tokens.nodes[kind], ground) >= MARK, (kind, ground)
    for mark in (tokens.accent, tokens.good, tokens.warn, tokens.ink):  # rings, read marks, pins
        for ground in grounds:
            assert contrast(mark, ground) >= MARK, (mark, ground)
    for look, colour in tokens.edges.items():
        assert contrast(colour, tokens.canvas) >= MARK, look


@pytest.mark.parametrize("scheme", SCHEMES)
def test_quiet_words_can_be_read_in_a_selected_row(scheme):
    tokens = theme(scheme)
    assert contrast(tokens.dim, tokens.selection) >= TEXT
    assert contrast(tokens.ink, tokens.selection) >= TEXT
