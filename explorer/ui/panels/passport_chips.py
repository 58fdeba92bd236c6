"""Chips of a passport: other names, and trend tags that lead to their passports."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from explorer.render.fonts import font
from explorer.render.text import glyph_language
from explorer.ui.style import SMALL_PX
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import plain_tip

CHIP_COLUMNS = 34


def chip(text: str) -> QWidget:
    cut = text if len(text) <= CHIP_COLUMNS else text[: CHIP_COLUMNS - 1] + "…"
    made = label(cut, "chip")
    made.setFont(font(glyph_language(text), SMALL_PX))
    made.setAccessibleName(text)
    if cut != text:
        made.setToolTip(plain_tip(text))
    return made


class TagChip(TextBlock):
    """A trend tag as a link."""

    def __init__(self, tag: int, name: str, panel: QWidget) -> None:
        super().__init__((Run("▸ ", "dim"), Run(name, "accent", target=tag)), SMALL_PX)
        self.activated.connect(panel.wanted)
        self.setAccessibleName(panel.tr("Trend {name}").format(name=name))
