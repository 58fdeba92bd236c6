"""Chips of a passport: other names, and trend tags that lead to their passports."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from explorer.model import NodeKind
from explorer.render.fonts import font
from explorer.render.text import glyph_language
from explorer.ui.models.tag_model import DOT_PX, dot
from explorer.ui.style import SMALL_PX, theme_now
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import plain_tip

CHIP_PX = 262  #: of the words of a chip: what the panel has room for at its first width


def chip(text: str) -> QWidget:
    """A name, cut where it is wider than the panel: wide letters sooner than narrow ones."""
    face = font(glyph_language(text), SMALL_PX)
    cut = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, CHIP_PX)
    made = label(cut, "chip")
    made.setFont(face)
    made.setAccessibleName(text)
    if cut != text:
        made.setToolTip(plain_tip(text))
    return made


class TagChip(QWidget):
    """A trend tag as a link, with a dot that looks as the tag does."""

    def __init__(self, tag: tuple[int, str], look: tuple[str, bool], panel: QWidget) -> None:
        """Args:
        tag: (id, name).
        look: ("#rrggbb" or "", is only claimed by a document).
        """
        super().__init__()
        colour, is_claimed = look
        sign = QLabel()
        icon = dot(QColor(colour or theme_now().nodes[NodeKind.TAG]), is_claimed)
        sign.setPixmap(icon.pixmap(DOT_PX, DOT_PX))
        self.block = TextBlock((Run(tag[1], "accent", target=tag[0]),), SMALL_PX)
        self.block.activated.connect(panel.wanted)
        said = panel.tr("Trend {name}, claimed by a document") if is_claimed else panel.tr("Trend {name}")
        self.block.setAccessibleName(said.format(name=tag[1]))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(sign)
        row.addWidget(self.block, 1)
