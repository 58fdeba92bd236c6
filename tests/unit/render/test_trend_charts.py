"""Charts of what rises and declines."""

import pytest

from explorer.questions.trends import Trend
from explorer.render.application import ensure_application
from explorer.render.page_shapes import Words, words_box
from explorer.render.svg import page_svg
from explorer.render.theme import theme
from explorer.render.trend_charts import ranked_chart, slope_chart

ROWS = [
    Trend(term, a, b, b - a, 1.0, 0.01, number % 3 > 0, (1,), (2, 3))
    for number, (term, a, b) in enumerate(
        [
            ("large language models", 0.001, 0.05),
            ("検索拡張生成", 0.001, 0.051),
            ("大语言模型", 0.0, 0.0505),
            ("a term that is so long that no page can hold all of it beside its bar and figures", 0.2, 0.1),
            ("kernels", 0.03, 0.01),
            ("kernels again", 0.03, 0.01),
        ]
    )
]


@pytest.mark.parametrize("chart", [ranked_chart, slope_chart])
@pytest.mark.parametrize("width", [480, 920])
def test_no_words_overlap_and_none_leaves_the_page(chart, width):
    ensure_application()
    drawn = chart(ROWS, ("A 2022", "A 2023"), width, theme("light"))
    boxes = [words_box(shape) for shape in drawn.shapes if isinstance(shape, Words)]
    for i, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0 and top >= 0 and right <= width + 3 and bottom <= drawn.height
        for other in boxes[i + 1 :]:
            apart = (
                right <= other[0] + 3 or other[2] <= left + 3 or bottom <= other[1] + 5 or other[3] <= top + 5
            )
            assert apart


@pytest.mark.parametrize("chart", [ranked_chart, slope_chart])
def test_a_chart_of_nothing_is_a_page_with_its_heading(chart):
    ensure_application()
    drawn = chart([], ("A", "B"), 500, theme("dark"))
    assert b"A \xe2\x86\x92 B" in page_svg(drawn.shapes, (drawn.width, drawn.height), theme("dark"), "t")


@pytest.mark.parametrize("chart", [ranked_chart, slope_chart])
def test_a_rare_share_is_not_drawn_as_none(chart):
    ensure_application()
    row = Trend("mamba", 0.0003, 0.0, 16, 1.0, 0.01, True, (1,), (2, 3))
    words = " ".join(
        s.text for s in chart([row], ("A", "B"), 600, theme("light")).shapes if isinstance(s, Words)
    )
    assert "<0.1" in words and "0.0" not in words and "0 %" in words
