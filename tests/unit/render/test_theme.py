"""Colours that can be read, and told apart by people who see fewer of them."""

import itertools

import numpy as np
import pytest

from explorer.errors import ExplorerError
from explorer.graph.style import EdgeLook
from explorer.model import NodeKind
from explorer.render.theme import SCHEMES, theme

# Machado, Oliveira, Fernandes 2009, severity 1.0: what linear RGB becomes
SIGHTS = {
    "all cones": np.eye(3),
    "protanopia": np.array(
        [(0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)]
    ),
    "deuteranopia": np.array(
        [(0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)]
    ),
    "tritanopia": np.array(
        [(1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)]
    ),
}


def linear(colour):
    share = np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)]) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    light = sorted(float(linear(colour) @ (0.2126, 0.7152, 0.0722)) for colour in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(rgb):
    xyz = np.array([(0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)]) @ rgb
    share = xyz / (0.95047, 1.0, 1.08883)
    f = np.where(share > 0.008856, np.cbrt(np.maximum(share, 0)), 7.787 * share + 16 / 116)
    return np.array((116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read_on_every_ground(scheme):
    colours = theme(scheme)
    for ground in (colours.canvas, colours.panel, colours.card, colours.field):
        assert contrast(colours.ink, ground) >= 7
        assert contrast(colours.dim, ground) >= 4.5
        for word in (colours.good, colours.warn, colours.bad, colours.accent):
            assert contrast(word, ground) >= 4.5, word
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.ink, colours.selection) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nodes_and_edges_stand_out_from_the_canvas(scheme):
    colours = theme(scheme)
    for colour in (*colours.nodes.values(), *colours.edges.values()):
        assert contrast(colour, colours.canvas) >= 3, colour


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_kinds_can_be_told_apart_by_hue_whatever_one_sees(scheme, sight):
    seen = {
        kind: lab(np.clip(SIGHTS[sight] @ linear(colour), 0, 1))
        for kind, colour in theme(scheme).nodes.items()
    }
    least = min(np.hypot.reduce(seen[a] - seen[b]) for a, b in itertools.combinations(seen, 2))
    # shape tells as well; a just noticeable difference is about 2.3
    assert least >= 7


def test_every_kind_and_look_has_a_colour():
    for scheme in SCHEMES:
        assert set(theme(scheme).nodes) == set(NodeKind)
        assert set(theme(scheme).edges) == set(EdgeLook)


def test_another_scheme_is_refused_in_words():
    with pytest.raises(ExplorerError, match="no colour scheme"):
        theme("sepia")
