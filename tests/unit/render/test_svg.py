"""SVG: text that is text, shapes that are shapes, the same bytes each time."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from explorer.graph.camera import fit
from explorer.graph.style import make_scene
from explorer.model import NodeKind
from explorer.render.frame import make_frame
from explorer.render.labels import finished
from explorer.render.painter import all_labels, page_camera, page_options
from explorer.render.svg import render_svg
from explorer.render.theme import theme
from tests.scenes import big_scene, ego_scene

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (900, 700)
NS = {"s": "http://www.w3.org/2000/svg"}


def parsed(scene, **more):
    return ElementTree.fromstring(render_svg(scene, SIZE, theme("light"), **more))


def texts(root, group):
    return ["".join(element.itertext()) for element in root.find(f"s:g[@id='{group}']", NS)]


def test_every_label_that_is_drawn_is_in_the_file_as_text():
    scene = ego_scene(parallel=True)
    labels = finished(
        all_labels(make_frame(scene, page_camera(scene, SIZE)), theme("light"), page_options(scene))
    )
    root = parsed(scene)
    assert texts(root, "labels") == [label.text for label in labels]
    assert texts(root, "halos") == [label.text for label in labels]
    assert set(scene.labels) <= set(texts(root, "labels"))


def test_every_label_stands_inside_the_page():
    scene = big_scene(400, 2)
    frame = make_frame(scene, page_camera(scene, SIZE))
    for label in finished(all_labels(frame, theme("light"), page_options(scene))):
        at = frame.camera.to_screen(np.array([label.anchor]))[0]
        left, top, right, bottom = label.box(*at.tolist())
        assert left >= 0
        assert top >= 0
        assert right <= SIZE[0]
        assert bottom <= SIZE[1]


def test_there_are_shapes_and_no_pictures():
    data = render_svg(ego_scene(), SIZE, theme("light")).decode()
    assert "<image" not in data
    assert "base64" not in data
    nodes = ElementTree.fromstring(data).find("s:g[@id='nodes']", NS)
    tags = [element.tag.rpartition("}")[2] for element in nodes if element.find("s:title", NS) is not None]
    scene = ego_scene()
    assert len(tags) == len(scene.pos)
    assert tags.count("circle") == (scene.view.kinds == NodeKind.PAPER).sum()
    assert tags.count("polygon") == np.isin(scene.view.kinds, (NodeKind.CONCEPT, NodeKind.ISSUE)).sum()


def test_the_full_name_of_a_node_is_its_title():
    root = parsed(ego_scene())
    names = {element.text for element in root.iterfind(".//s:g[@id='nodes']/*/s:title", NS)}
    assert "Chain of Agents: LLMs Collaborating on Long-Context Tasks" in names


def test_each_script_names_its_language():
    data = render_svg(ego_scene(), SIZE, theme("light")).decode()
    assert '<tspan xml:lang="ja"' in data
    assert '<tspan xml:lang="zh"' in data
    assert re.search(r'<text [^>]*xml:lang="ja"[^>]*>勉強会', data)


def test_hostile_names_are_escaped_and_control_characters_dropped():
    scene = ego_scene()
    names = ("<script>alert(1)</script>", 'a & b "c"', "bell\x07\x00\ufffe", *scene.view.names[3:])
    hostile = make_scene(replace(scene.view, names=names), scene.pos)
    root = parsed(hostile, title="<&>\x01")
    assert root.find("s:title", NS).text == "<&> "
    assert "<script>alert(1)</script>" in texts(root, "labels")
    assert b"<script" not in render_svg(hostile, SIZE, theme("light"))


def test_two_processes_write_the_same_bytes():
    code = (
        "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]);"
        "from tests.scenes import ego_scene; from explorer.render.svg import render_svg;"
        "from explorer.render.theme import theme;"
        "sys.stdout.buffer.write(render_svg(ego_scene(True), (900, 700), theme('dark')))"
    )
    root = Path(__file__).resolve().parents[3]
    runs = [
        subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=True) for _ in "ab"
    ]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout == render_svg(ego_scene(True), SIZE, theme("dark"))


def test_a_picture_can_be_written_without_any_application_of_its_own():
    code = (
        "import sys; from tests.scenes import ego_scene; from explorer.render.painter import render_image;"
        "from explorer.render.pdf import render_pdf; from explorer.render.svg import render_svg;"
        "from explorer.render.theme import theme; page = (ego_scene(), (300, 200), theme('light'));"
        "sys.exit(not (render_pdf(*page) and render_svg(*page) and render_image(*page).width() == 600))"
    )
    root = Path(__file__).resolve().parents[3]
    quiet = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "DISPLAY")}
    run = subprocess.run([sys.executable, "-c", code], cwd=root, env=quiet, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_the_camera_decides_what_is_shown():
    scene = ego_scene()
    near = fit(scene, SIZE).zoomed(6.0, 450, 350)
    assert len(texts(parsed(scene, camera=near), "labels")) < len(scene.pos)


def test_the_legend_says_what_there_is():
    words = [word for word in texts(parsed(ego_scene()), "legend") if word.strip()]
    assert words == [
        "method",
        "paper",
        "venue",
        "digest",
        "trend",
        "builds on",
        "versus",
        "evaluated on",
        "similar",
    ]
