"""Names of regions never overlap another label; hulls are paler than nodes; SVG holds both as drawn."""

from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from explorer.graph.camera import fit
from explorer.graph.hulls import are_named
from explorer.render.frame import make_frame
from explorer.render.hulls import grounds
from explorer.render.labels import finished
from explorer.render.layer import Layer, Wish
from explorer.render.legend import legend_entries
from explorer.render.painter import PaintOptions, all_labels, render_image
from explorer.render.svg import render_svg
from explorer.render.theme import SCHEMES, theme
from tests.regions import NAMES, regions_scene
from tests.unit.render.test_theme import contrast

PAGE = (1000, 760)


def labels_of(scene, camera, options=None):
    return finished(
        all_labels(make_frame(scene, camera), theme("light"), options or PaintOptions(legend=True))
    )


def boxes(labels, camera):
    xy = camera.to_screen(np.array([label.anchor for label in labels], np.float64))
    return np.array([label.box(x, y) for label, (x, y) in zip(labels, xy.tolist(), strict=True)])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("zoom", [0.6, 0.8, 1.0, 1.15])
def test_no_two_labels_overlap_at_any_distance(zoom):
    scene = regions_scene(groups=12, size=80)
    camera = fit(scene, PAGE).zoomed(zoom, PAGE[0] / 2, PAGE[1] / 2)
    labels = labels_of(scene, camera)
    left, top, right, bottom = boxes(labels, camera).T
    over = (
        (left[:, None] < right) & (left < right[:, None]) & (top[:, None] < bottom) & (top < bottom[:, None])
    )
    np.fill_diagonal(over, False)
    assert not over.any()
    assert sum(label.region >= 0 for label in labels) >= 6


@pytest.mark.usefixtures("qapp")
def test_names_stand_far_out_and_titles_near():
    scene = regions_scene()
    far = fit(scene, PAGE)
    named = {label.text for label in labels_of(scene, far) if label.region >= 0}
    assert named == {hull.region.name for hull in scene.hulls} and set(NAMES) >= named
    near = far.zoomed(8, *np.array(PAGE) / 2)
    assert not are_named(scene.spacing * near.scale)
    assert all(label.region < 0 for label in labels_of(scene, near)) and not grounds(
        scene, near, theme("light")
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_names_can_be_read_and_grounds_are_paler_than_what_stands_on_them(scheme):
    colours = theme(scheme)
    assert len(colours.regions) == len(colours.region_inks) == 6
    for fill, ink in zip(colours.regions, colours.region_inks, strict=True):
        assert contrast(ink, fill) >= 4.5 and contrast(ink, colours.canvas) >= 4.5
        assert contrast(fill, colours.canvas) <= 1.35
        assert contrast(colours.ink, fill) >= 7
        for node in colours.nodes.values():
            assert contrast(node, fill) > 2.4 > contrast(fill, colours.canvas)


@pytest.mark.usefixtures("qapp")
def test_svg_has_a_path_per_hull_and_names_as_text():
    scene = regions_scene()
    made = render_svg(scene, PAGE, theme("light"))
    assert made == render_svg(regions_scene(), PAGE, theme("light"))
    root = ElementTree.fromstring(made)
    space = "{http://www.w3.org/2000/svg}"
    (group,) = [part for part in root.iter(f"{space}g") if part.get("id") == "regions"]
    assert len(group.findall(f"{space}path")) == len(scene.hulls)
    texts = {"".join(text.itertext()) for text in root.iter(f"{space}text")}
    assert {hull.region.name for hull in scene.hulls} <= texts


@pytest.mark.usefixtures("qapp")
def test_the_picture_has_the_ground_of_each_region():
    scene = regions_scene()
    image = render_image(scene, PAGE, theme("light"), 1.0)
    bare = render_image(replace(scene, hulls=()), PAGE, theme("light"), 1.0)
    assert image != bare
    seen = {image.pixelColor(x, y).name() for x in range(0, PAGE[0], 3) for y in range(0, PAGE[1], 3)}
    assert {theme("light").regions[hull.region.hue] for hull in scene.hulls} <= seen


@pytest.mark.usefixtures("qapp")
def test_the_legend_says_what_a_region_is_only_where_there_is_one():
    scene = regions_scene()
    assert [entry.word for entry in legend_entries(scene, 900.0)][-1].startswith("region")
    assert not any(e.word.startswith("region") for e in legend_entries(replace(scene, hulls=()), 900.0))


@pytest.mark.usefixtures("qapp")
def test_the_canvas_layer_places_the_same_names():
    scene = regions_scene()
    camera = fit(scene, PAGE)
    layer = Layer()
    layer.start(Wish(scene, camera, theme("dark"), 1.0))
    assert layer.work(float("inf"))
    assert {label.text for label in layer.labels if label.region >= 0} == {h.region.name for h in scene.hulls}
    assert not set(layer.label_boxes(camera)) & {-1}
