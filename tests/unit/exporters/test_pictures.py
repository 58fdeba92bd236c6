"""PNG and SVG, read back by Qt's reader and by an XML parser."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from explorer.exporters import EXPORTERS
from explorer.render.theme import theme
from tests.hostile import HOSTILE
from tests.snapshots import NODES, hostile_snapshot, large_snapshot, small_snapshot

pytestmark = pytest.mark.usefixtures("qapp")
_SVG = "{http://www.w3.org/2000/svg}"


def _svg(snapshot, tmp_path: Path) -> ET.Element:
    EXPORTERS["svg"].write(snapshot, tmp_path / "out.svg")
    return ET.parse(tmp_path / "out.svg").getroot()


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable() and not letter.isspace())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_png_is_drawn_at_twice_the_page_with_a_margin_of_ground(scheme: str, tmp_path: Path) -> None:
    EXPORTERS["png"].write(small_snapshot(scheme), tmp_path / "out.png")
    image = QImage(str(tmp_path / "out.png"))
    ground = theme(scheme).canvas
    assert (image.width(), image.height()) == (2_800, 1_800)
    assert image.text("Title") == "RAG, depth 2" and image.text("Software").startswith("Paper Explorer")
    rim = [image.pixelColor(x, y).name() for x in range(0, 2_800, 7) for y in (0, 20, 1_799)]
    assert set(rim) == {ground}
    inside = {image.pixelColor(x, y).name() for x in range(0, 2_800, 5) for y in range(0, 1_800, 5)}
    assert len(inside) > 10 and theme(scheme).nodes[NODES[0][1]] in inside


def test_the_page_grows_with_the_view(tmp_path: Path) -> None:
    EXPORTERS["svg"].write(large_snapshot(300), tmp_path / "out.svg")
    assert ET.parse(tmp_path / "out.svg").getroot().get("width") == "1920"


def test_text_in_an_svg_stays_text(tmp_path: Path) -> None:
    root = _svg(small_snapshot(), tmp_path)
    words = {"".join(element.itertext()) for element in root.iter(f"{_SVG}text")}
    assert {"RAG", "Chain of Agents", "ICML 2024", "检索增强生成综述"} <= words
    assert root.find(f"{_SVG}title").text == "RAG, depth 2"
    names = {title.text for title in root.iter(f"{_SVG}title")}
    assert {node[2] for node in NODES} <= names


def test_an_svg_asks_for_nothing_and_runs_nothing(tmp_path: Path) -> None:
    for element in _svg(hostile_snapshot(list(HOSTILE)), tmp_path).iter():
        assert element.tag.removeprefix(_SVG) in {
            *("svg", "title", "rect", "g", "path", "line", "circle", "polygon", "text", "tspan")
        }
        assert not any("href" in name or name.startswith("on") for name in element.attrib)


def test_hostile_names_in_an_svg_are_read_back_but_for_what_cannot_be_printed(tmp_path: Path) -> None:
    root = _svg(hostile_snapshot(list(HOSTILE)), tmp_path)
    nodes = next(group for group in root.iter(f"{_SVG}g") if group.get("id") == "nodes")
    names = [title.text or "" for title in nodes.iter(f"{_SVG}title")]
    assert sorted(map(_printable, names)) == sorted(map(_printable, HOSTILE))
