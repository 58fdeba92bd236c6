"""What has a name on the screen has it in the file: as text, and inside the page."""

from __future__ import annotations

import json
import math
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.exporters import EXPORTERS
from explorer.exporters._html import page
from explorer.graph.scene import Scene
from explorer.graph.style import make_scene
from explorer.layouts import LAYOUTS, lay_out
from explorer.render.frame import make_frame
from explorer.render.labels import finished
from explorer.render.painter import all_labels, page_camera, page_options
from explorer.render.svg import render_svg
from explorer.render.text import LINE, text_width
from explorer.render.theme import theme
from tests.scenes import EGO_NODES, appearances, ego_scene, ego_view
from tests.snapshots import large_snapshot

pytestmark = pytest.mark.usefixtures("qapp")
_SVG = "{http://www.w3.org/2000/svg}"
_ROUND_PX = 0.02  # of numbers with two decimals
_NAMES = (
    "RAG",
    "検索拡張生成",
    "长文本大语言模型的检索增强生成与对齐",
    "A rather long title of a paper that goes on and on: with a colon, and on, and <on> & on again",
    "プロメテウス2: 他の言語モデルの評価に特化したオープンソース言語モデル",
    "GPT-4oとClaudeの比較 (ICML 2024)",
    "W" * 60,
    "i",
)


def scene_of(seed: int, count: int, spread: tuple[float, float], center: bool) -> Scene:
    """Nodes anywhere, two of them in the corners of all, with names of every kind."""
    rng = np.random.default_rng(seed)
    snapshot = large_snapshot(count, 2, seed)
    names = tuple(_NAMES[int(k)] for k in rng.integers(0, len(_NAMES), count))
    view = replace(snapshot.scene.view, names=names, center=0 if center else -1)
    pos = rng.uniform(-1, 1, (count, 2)) * spread
    pos[0], pos[-1] = (-spread[0], -spread[1]), spread
    return make_scene(view, pos.astype(np.float32))


def texts_of(svg: bytes) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Every text with its box: left, top, right, bottom pixels; of a turned one, of its corners."""
    found = []
    for element in ET.fromstring(svg).iter(f"{_SVG}text"):
        text = "".join(element.itertext())
        x, y, px = (float(element.get(name)) for name in ("x", "y", "font-size"))
        width = text_width(text, "", px, element.get("font-weight") == "600")
        left = x - width / 2 if element.get("text-anchor") == "middle" else x
        turned = re.match(r"rotate\(([-\d.]+)", element.get("transform", ""))
        angle = math.radians(float(turned[1])) if turned else 0.0
        corners = [
            (left - x + a * width, (b - 0.8) * px) for a in (0, 1) for b in (0, 1)
        ]  # ascent and descent of an em
        xs = [x + u * math.cos(angle) - v * math.sin(angle) for u, v in corners]
        ys = [y + u * math.sin(angle) + v * math.cos(angle) for u, v in corners]
        found.append((text, (min(xs), min(ys), max(xs), max(ys))))
    return found


def check(scene: Scene, size: tuple[int, int]) -> int:
    """Every label is there as text at its place, and every text inside the page; how many labels."""
    light = theme("light")
    svg = render_svg(scene, size, light)
    texts = texts_of(svg)
    for text, (left, top, right, bottom) in texts:
        assert left >= -_ROUND_PX and top >= -_ROUND_PX, text
        assert right <= size[0] + _ROUND_PX and bottom <= size[1] + _ROUND_PX, text
    frame = make_frame(scene, page_camera(scene, size))
    labels = finished(all_labels(frame, light, page_options(scene)))
    for label in labels:
        x, y = frame.camera.to_screen(np.array([label.anchor], np.float32))[0]
        middle = (float(x) + label.offset[0], float(y) + label.offset[1])
        reach = max(label.size) if label.angle else label.ink.size_px * LINE
        assert any(
            text == label.text
            and abs((box[0] + box[2]) / 2 - middle[0]) < reach
            and abs((box[1] + box[3]) / 2 - middle[1]) < reach
            for text, box in texts
        ), label
    return len(labels)


@settings(max_examples=30)
@given(
    seed=st.integers(0, 10_000),
    count=st.integers(2, 60),
    size=st.sampled_from([(1_400, 900), (900, 1_400), (640, 480), (1_920, 1_240)]),
    spread=st.sampled_from([(300.0, 200.0), (30.0, 900.0), (2_000.0, 5.0)]),
    center=st.booleans(),
)
def test_every_label_is_a_text_inside_the_page(seed, count, size, spread, center) -> None:
    assert check(scene_of(seed, count, spread, center), size)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_label_of_every_layout_is_a_text_inside_the_page(layout) -> None:
    view = ego_view()
    places = np.array([node[3:5] for node in EGO_NODES.values()], np.float32)
    columns = {
        "date": np.linspace(19_600, 19_900, len(view.ids)),
        "map_x": places[:, 0],
        "map_y": places[:, 1],
    }
    whole = replace(view, columns={**view.columns, **columns}, appearances=appearances(view))
    scene = lay_out(whole, layout, 0)
    check(scene, (1_400, 900))
    assert len(texts_of(render_svg(scene, (1_400, 900), theme("light")))) > 12


def test_verbs_are_texts_inside_the_page_too() -> None:
    assert check(ego_scene(), (1_400, 900)) > 12


@pytest.mark.parametrize("count", [9, 1_700])
def test_the_page_names_every_node_though_it_draws_the_most_important(count, tmp_path) -> None:
    snapshot = large_snapshot(count, 1)
    text = page(snapshot)
    listed = re.findall(r"<bdi lang=[^>]*>([^<]*)</bdi>", text.split('<div id="twin">')[1])
    assert sorted(name for name in listed if name) >= sorted(snapshot.scene.view.names)
    drawn = json.loads(re.search(r'id="data">(.*?)</script>', text, re.S)[1])["nodes"]
    assert len(drawn) == min(count, 1_500)
    EXPORTERS["svg"].write(snapshot, tmp_path / "out.svg")
    nodes = ET.parse(tmp_path / "out.svg").getroot().find(f".//{_SVG}g[@id='nodes']")
    assert sorted(title.text for title in nodes.iter(f"{_SVG}title")) == sorted(snapshot.scene.view.names)
