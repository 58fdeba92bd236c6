"""The interactive page as one text.

pyvis collects the nodes and edges and fills in the page, but the page is ours
(resources/web): pyvis's own template loads Bootstrap from a CDN and runs
scripts out of titles. Here every text is data, the scripts are allowed by their
hash, and the policy in the page forbids the browser all else.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from explorer import __version__
from explorer.errors import ExplorerError
from explorer.exporters import _page
from explorer.exporters._vis import Drawing, drawing_of
from explorer.exporters.safe import one_line
from explorer.graph.snapshot import Snapshot
from explorer.render.text import glyph_language
from explorer.render.theme import Theme, theme
from explorer.resources import resource

if TYPE_CHECKING:
    from pyvis.network import Network

_ROOT = ":root{{color-scheme:{name};{tokens}}}\n"
_TOKENS = ("canvas", "panel", "card", "field", "line", "ink", "dim", "accent")


def page(snapshot: Snapshot) -> str:
    """The whole file. At most ``_vis.MAX_NODES`` nodes, and the page says so."""
    colours = theme(snapshot.scheme)
    drawing = drawing_of(snapshot, colours)
    network = _network(drawing)
    network.templateEnv.globals["page"] = _page_values(snapshot, drawing, colours)
    return str(network.generate_html())


def _network(drawing: Drawing) -> Network:
    """pyvis's Network with our template, which escapes by default."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")  # undirected, each edge would search all others
    network.set_template_dir(str(resource("web")), "graph.html")
    network.templateEnv.autoescape = True
    network.templateEnv.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "allow_nan": False}
    network.options = drawing.options
    for node in drawing.nodes:
        network.add_node(node.pop("id"), **node)
    for edge in drawing.edges:
        network.add_edge(edge.pop("from"), edge.pop("to"), **edge)
    return network


def _page_values(snapshot: Snapshot, drawing: Drawing, colours: Theme) -> dict[str, object]:
    title = one_line(snapshot.title) or "Paper Explorer"
    style = _style(colours)
    library, script = _vis_network(), resource("web", "graph.js").read_text(encoding="utf-8")
    return {
        "title": title,
        "language": glyph_language(title),
        "scheme": colours.name,
        "generator": f"Paper Explorer {__version__}",
        "policy": _policy(style, library, script),
        "style": style,
        "library": library,
        "script": script,
        "options": drawing.options,
        "look": drawing.look,
        "counts": _page.counts(snapshot, drawing.rows, drawing.edge_rows, drawing.between),
        "node_legend": _page.node_legend(snapshot, drawing.rows, colours),
        "edge_legend": _page.edge_legend(drawing.looks, colours),
        "mark_legend": _page.mark_legend(snapshot, drawing.rows, colours),
        "groups": _page.groups(snapshot, drawing.rows),
        "provenance": _page.provenance(snapshot),
    }


def _style(colours: Theme) -> str:
    tokens = "".join(f"--{token}:{getattr(colours, token)};" for token in _TOKENS)
    return _ROOT.format(name=colours.name, tokens=tokens) + resource("web", "graph.css").read_text(
        encoding="utf-8"
    )


def _policy(style: str, *scripts: str) -> str:
    """Content-Security-Policy: these scripts and this style by their hash, and nothing else from anywhere."""
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _vis_network() -> str:
    """The drawing library out of the installed pyvis, with the line ends that a browser will hash."""
    import pyvis

    folder = Path(pyvis.__file__).parent / "templates" / "lib"
    found = sorted(folder.glob("vis-9.1.*/vis-network.min.js"))
    text = found[-1].read_bytes().decode("utf-8").replace("\r\n", "\n") if found else ""
    if not text or "</script" in text.lower() or "<!--" in text:
        raise ExplorerError(
            "The installed pyvis cannot draw the page.", "Install pyvis 0.3.2, or export to SVG."
        )
    return text
