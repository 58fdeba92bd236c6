"""Colour tokens: the only place where a colour has a value is ``resources/themes``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from explorer.errors import ExplorerError
from explorer.graph.style import EdgeLook
from explorer.model import NodeKind
from explorer.resources import resource

SCHEMES = ("light", "dark")
_EDGE_TOKENS = {
    EdgeLook.PLAIN: "plain",
    EdgeLook.ARROW_AT_SOURCE: "builds",
    EdgeLook.ARROW_AT_TARGET: "builds",
    EdgeLook.CROSSBAR: "versus",
    EdgeLook.DOTS: "measured",
    EdgeLook.DASHED: "derived",
    EdgeLook.DOTTED: "proposed",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as "#rrggbb".

    Attributes:
        name: "light" or "dark".
        canvas, panel, card, field, line: Grounds of graph, side panels, hover cards, fields; hairlines.
        ink, dim, on_accent: Text, quiet text, text on the accent colour.
        accent, selection: What is selected or lit; the ground of a selected row.
        good, warn, bad, shadow: States in words, and what falls from a card.
        nodes: Hue per kind of node.
        edges: Colour per look of edge.
        regions, region_inks: Grounds of regions by hue, and the inks of their names.
    series, series_rest: Hues of a stacked chart in their order, and that of what has none of its own.
    """

    name: str
    canvas: str
    panel: str
    card: str
    field: str
    line: str
    ink: str
    dim: str
    on_accent: str
    accent: str
    selection: str
    good: str
    warn: str
    bad: str
    shadow: str
    nodes: Mapping[NodeKind, str]
    edges: Mapping[EdgeLook, str]
    regions: tuple[str, ...]
    region_inks: tuple[str, ...]
    series: tuple[str, ...]
    series_rest: str


@lru_cache(maxsize=len(SCHEMES))
def theme(name: str) -> Theme:
    """The tokens of "light" or "dark"; raises ExplorerError for another name."""
    if name not in SCHEMES:
        raise ExplorerError(f"There is no colour scheme “{name}”.", "Use light or dark.")
    tokens = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(
        name=tokens["name"],
        **tokens["surface"],
        **tokens["text"],
        **tokens["state"],
        nodes={kind: tokens["node"][kind.name.lower()] for kind in NodeKind},
        edges={look: tokens["edge"][token] for look, token in _EDGE_TOKENS.items()},
        regions=tuple(tokens["region"]["fills"]),
        region_inks=tuple(tokens["region"]["inks"]),
        series=tuple(tokens["series"]["hues"]),
        series_rest=tokens["series"]["rest"],
    )
