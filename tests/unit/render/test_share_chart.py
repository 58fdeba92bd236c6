"""The stacked chart: its parts, its names, what stands at a pixel, and hues that everybody can tell apart."""

import numpy as np
import pytest

from explorer.questions.timeline_shares import By, Series, SharesWish, TimelineShares
from explorer.render.page_shapes import Box, Words
from explorer.render.share_chart import (
    ShareFrame,
    column_at,
    column_box,
    hue_of,
    row_at,
    share_page,
    share_shapes,
    stacks,
    top_value,
)
from explorer.render.svg import page_svg
from explorer.render.theme import SCHEMES, theme

FRAME = ShareFrame((50.0, 10.0, 450.0, 210.0))
#: Machado, Oliveira, Fernandes (2009), severity 1, on linear RGB: protanopia, deuteranopia
_EYES = (
    np.eye(3),
    np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
)


def made(counts, names=None):
    """A chart of weeks from rows of counts, the last of which is the rest; no paper carries two."""
    values = np.array(counts, np.int64)
    size = values.shape[1]
    days = np.column_stack([np.arange(size) * 7.0, np.arange(size) * 7.0 + 7])
    names = names or [f"series {row}" for row in range(len(values) - 1)]
    series = tuple(Series(row, name, int(values[row].sum())) for row, name in enumerate(names))
    papers = values.sum(axis=0) + 1
    return TimelineShares(
        SharesWish(By.TAGS), "week", series, (), days, values, values.astype(np.float64), papers
    )


def bars(shapes):
    hues = {*theme("light").series, theme("light").series_rest}
    return [s for s in shapes if isinstance(s, Box) and s.colour in hues and s.box[2] <= FRAME.plot[2]]


def test_a_column_of_shares_is_full_and_its_parts_are_as_high_as_their_shares(qapp):
    chart = made([[30, 0], [10, 0]])
    parts = bars(share_shapes(chart, FRAME, theme("light")))
    assert [round(210 - part.box[1]) for part in parts] == [150, 200]
    assert parts[0].colour == theme("light").series[0] and parts[1].colour == theme("light").series_rest


def test_a_column_of_papers_stands_under_a_round_number(qapp):
    chart = made([[30, 12], [7, 0]])
    assert top_value(chart, is_share=False) == 40
    parts = bars(share_shapes(chart, ShareFrame(FRAME.plot, is_share=False), theme("light")))
    assert [round(210 - part.box[1]) for part in parts] == [150, 185, 60]


def test_an_axis_of_shares_ends_above_what_has_a_colour_and_the_rest_goes_on(qapp):
    chart = made([[10, 2, 0], [70, 98, 3]])
    assert top_value(chart, is_share=True) == 0.2
    shapes = share_shapes(chart, FRAME, theme("light"))
    assert [s.text for s in shapes if isinstance(s, Words)][:3] == ["0 %", "10 %", "20 %"]
    assert [round(210 - part.box[1]) for part in bars(shapes)] == [125, 200, 20, 200, 200]


def test_shares_of_few_papers_are_faint_and_what_is_not_brushed_or_lit_as_well(qapp):
    chart = made([[3, 30], [1, 10]])
    few, few_rest, full, _ = bars(share_shapes(chart, FRAME, theme("light")))
    assert few.opacity == few_rest.opacity < full.opacity == 1.0
    brushed = ShareFrame(FRAME.plot, span=(0, 0))
    assert bars(share_shapes(chart, brushed, theme("light")))[2].opacity < 1
    lit = bars(share_shapes(chart, ShareFrame(FRAME.plot, lit=(0,)), theme("light")))
    assert lit[2].opacity == 1 and lit[3].opacity < few.opacity


def test_what_stands_at_a_pixel_is_found_in_the_stack_and_beside_it(qapp):
    chart = made([[30, 10], [10, 10], [0, 20]])
    middle = sum(column_box(chart, FRAME, 1)) / 2
    assert column_at(chart, FRAME, middle) == 1 and column_at(chart, FRAME, 9_999) == 1
    assert [row_at(chart, FRAME, middle, y) for y in (205, 150, 40)] == [0, 1, 2]
    names = [s for s in share_shapes(chart, FRAME, theme("light")) if isinstance(s, Words) and s.at[0] > 450]
    told = {name.text: row_at(chart, FRAME, name.at[0] + 3, name.at[1] - 4) for name in names}
    assert told == {"series 0": 0, "series 1": 1, "other": 2}
    assert row_at(chart, FRAME, 20, 100) == -1 and row_at(chart, FRAME, middle, 300) == -1


def test_names_never_overlap_and_none_leaves_the_chart_however_small_it_is(qapp):
    chart = made([[100, 100], *([[1, 1]] * 7), [2, 3]])
    for high in (60.0, 110.0, 260.0):
        frame = ShareFrame((50.0, 10.0, 450.0, 10.0 + high))
        names = [
            s for s in share_shapes(chart, frame, theme("dark")) if isinstance(s, Words) and s.at[0] > 450
        ]
        ys = sorted(name.at[1] for name in names)
        assert len(names) == min(9, int(high / 16.2) + 1)
        assert min(np.diff(ys)) > 15.9 and ys[0] > 8 and ys[-1] < 10 + high + 6
        assert "other" in [name.text for name in names]


def test_a_long_name_is_cut_and_one_of_another_script_is_kept(qapp):
    chart = made(
        [[5, 5], [5, 5], [0, 0]],
        ["a very long name of a method that nobody can read at once", "検索拡張生成"],
    )
    names = [
        s.text for s in share_shapes(chart, FRAME, theme("light")) if isinstance(s, Words) and s.at[0] > 450
    ]
    assert "検索拡張生成" in names and any(name.endswith("…") for name in names)


def test_nothing_at_all_is_an_empty_chart_with_its_axis(qapp):
    none, nothing = np.zeros((1, 0), np.int64), np.zeros(0, np.int64)
    chart = TimelineShares(SharesWish(), "week", (), (), np.zeros((0, 2)), none, none * 1.0, nothing)
    shapes = share_shapes(chart, FRAME, theme("light"))
    assert [s.text for s in shapes if isinstance(s, Words)] == ["0 %", "50 %", "100 %"]
    assert column_at(chart, FRAME, 100) == -1 and row_at(chart, FRAME, 100, 100) == -1
    assert stacks(chart, False).shape == (2, 0)


def test_a_page_for_a_file_has_title_dates_and_names(qapp):
    page = share_page(made([[30, 10], [10, 10]]), "Methods per week", FRAME, theme("light"))
    svg = page_svg(page.shapes, (page.width, page.height), theme("light"), "Methods").decode()
    for words in ("Methods per week", "1970-01-01", "1970-01-08", "series 0", "other"):
        assert f">{words}<" in svg
    assert svg == page_svg(page.shapes, (page.width, page.height), theme("light"), "Methods").decode()


def linear(colour):
    parts = np.array([int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light):
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = xyz @ np.clip(light, 0, 1) / (0.9505, 1.0, 1.089)
    fx, fy, fz = (np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return np.array([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_hues_of_series_can_be_told_apart_with_any_kind_of_colour_vision(scheme):
    tokens = theme(scheme)
    hues = [*tokens.series, tokens.series_rest]
    chart = made([[1]] * 9)
    assert [hue_of(chart, row, FRAME, tokens) for row in range(9)] == hues
    seen = np.array([[lab(eye @ linear(hue)) for hue in hues] for eye in _EYES])
    apart = np.linalg.norm(seen[:, :, None] - seen[:, None], axis=3).min(axis=0)
    assert np.diag(apart, 1).min() > 30  # neighbours of a stack
    assert apart[~np.eye(9, dtype=bool)].min() > 14


@pytest.mark.parametrize("scheme", SCHEMES)
def test_hues_of_series_stand_out_from_their_ground(scheme):
    tokens = theme(scheme)
    ground = np.array([0.2126, 0.7152, 0.0722]) @ linear(tokens.panel)
    for hue in tokens.series:
        bright = np.array([0.2126, 0.7152, 0.0722]) @ linear(hue)
        assert (max(ground, bright) + 0.05) / (min(ground, bright) + 0.05) > 2.6, hue


def test_a_column_of_few_papers_that_goes_on_above_the_axis_is_broken(qapp):
    chart = made([[1, 10], [0, 90]])
    assert top_value(chart, is_share=True) == 0.2
    shapes = share_shapes(chart, FRAME, theme("light"))
    breaks = [s for s in shapes if isinstance(s, Box) and s.colour == theme("light").panel]
    first, second = (part.box for part in bars(shapes) if part.colour == theme("light").series[0])
    assert breaks and all(first[0] - 1 <= one.box[0] < first[2] for one in breaks)
    assert all(one.box[0] < second[0] - 1 for one in breaks)
