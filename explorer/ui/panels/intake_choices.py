"""What a person may change of one thing before it is imported: format, edition, columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from explorer.model.incoming import NONE, Choice
from explorer.ui.models.intake_model import Row
from explorer.ui.said import worded
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.labels import label
from explorer.ui.words import no_mnemonic, plain_tip, translated

_MOST_COLUMNS = 60
_ROW_PX, _ROWS_SEEN = 34, 6
_SEVERAL = "link"  #: the field that several columns may hold
_BETWEEN = "  ·  "


class CalmBox(QComboBox):
    """The wheel scrolls what is around it and changes nothing."""

    def wheelEvent(self, event) -> None:
        event.ignore()


class IntakeChoices(QWidget):
    """Shown where there is something to choose; quiet where a file is clear."""

    chosen = Signal(object)  #: Choice

    def __init__(self, editions: Sequence[str]) -> None:
        """Args:
        editions: Names of the editions that the library knows.
        """
        super().__init__()
        self._choice = Choice()
        self._shape: tuple[object, ...] = ()
        self._shown_edition = ""
        self._shown_columns: tuple[str, ...] = ()
        self._format_label, self.format = label(self.tr("Read as"), "dim"), CalmBox()
        self._edition_label, self.edition = label(self.tr("Edition"), "dim"), CalmBox()
        self._format_label.setBuddy(self.format)
        self._edition_label.setBuddy(self.edition)
        self.format.setAccessibleName(self.tr("Read as"))
        self.format.activated.connect(self._take_format)
        self.edition.setEditable(True)
        self.edition.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.edition.addItems(["", *editions])
        self.edition.setAccessibleName(self.tr("Edition that it is a list of"))
        self.edition.lineEdit().setPlaceholderText(self.tr("none, or for example NeurIPS 2023"))
        self.edition.lineEdit().setAccessibleName(self.edition.accessibleName())
        self.edition.lineEdit().editingFinished.connect(self._take_edition)
        self.edition.activated.connect(self._take_edition)
        self.columns: list[QComboBox] = []
        self._columns_label = label(self.tr("Columns"), "dim")
        self._grid_host = QWidget()
        self._grid_host.setProperty("plain", True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._grid_host)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for place, (words, box) in enumerate(
            ((self._format_label, self.format), (self._edition_label, self.edition))
        ):
            grid.addWidget(words, place, 0)
            grid.addWidget(box, place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(grid)
        column.addWidget(self._columns_label)
        column.addWidget(self._area)

    @property
    def boxes(self) -> list[QComboBox]:
        """All that can be changed, in the order in which it stands."""
        return [self.format, self.edition, *self.columns]

    def show_row(self, row: Row | None) -> bool:
        """Show what can be chosen of a row, or nothing; whether the widget's height may have changed."""
        look = row.look if row is not None and row.is_near and not row.thing.why else None
        if row is None or look is None or look.known:
            self._shape = ()
            self.hide()
            return True
        self._choice = row.choice
        has_formats = len(look.formats) > 1 or (bool(look.formats) and not look.format)
        has_edition = look.is_list or bool(row.choice.edition)
        shape = (row.thing.word, look.formats, has_edition, tuple(c.name for c in look.columns))
        is_other = shape != self._shape
        self._shape = shape
        for widget, is_shown in (
            (self._format_label, has_formats),
            (self.format, has_formats),
            (self._edition_label, has_edition),
            (self.edition, has_edition),
            (self._columns_label, bool(look.columns)),
            (self._area, bool(look.columns)),
        ):
            widget.setVisible(is_shown)
        if is_other:
            self._fill_formats(look.formats)
        columns = (row.thing.word, *(column.name for column in look.columns))
        if columns != self._shown_columns:
            self._shown_columns = columns
            self._fill_columns(look)
        self.format.setCurrentIndex(self.format.findData(look.format))
        edition = look.edition or row.choice.edition  # one that is refused stays to be mended
        self._shown_edition = "" if edition == NONE else edition
        if not self.edition.lineEdit().hasFocus() or is_other:
            self.edition.setEditText(self._shown_edition)
        for box, column in zip(self.columns, look.columns, strict=False):
            box.setCurrentIndex(max(box.findData(column.field), 0))
            box.setToolTip(plain_tip(worded(column.why)))
        self.setVisible(has_formats or has_edition or bool(look.columns))
        return is_other

    def _fill_formats(self, formats: Sequence[tuple[str, str]]) -> None:
        self.format.clear()
        for form, words in formats:
            self.format.addItem(worded(words), form)

    def _fill_columns(self, look) -> None:
        host = QWidget()
        host.setProperty("plain", True)
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(4)
        for place, share in enumerate((2, 2, 5)):
            grid.setColumnStretch(place, share)
        self.columns = []
        for place, column in enumerate(look.columns[:_MOST_COLUMNS]):
            name, values = ElidedLabel(), ElidedLabel("dim")
            name.say(column.name)
            values.say(_BETWEEN.join(column.samples))
            box = self._field_box(column.name, look.fields)
            grid.addWidget(name, place, 0)
            grid.addWidget(box, place, 1)
            grid.addWidget(values, place, 2)
            self.columns.append(box)
        self._area.setWidget(host)
        self._area.setFixedHeight(_ROW_PX * min(len(self.columns), _ROWS_SEEN) + 6)

    def _field_box(self, name: str, fields: Sequence[tuple[str, str]]) -> QComboBox:
        box = CalmBox()
        box.addItem(self.tr("not read"), "")
        for field, words in fields:
            box.addItem(translated("Fields", words), field)
        box.setAccessibleName(self.tr("Column {name} is read as").format(name=no_mnemonic(name)))
        box.setProperty("column", name)
        box.activated.connect(self._take_column)
        return box

    @Slot(int)
    def _take_format(self, _place: int) -> None:
        wanted = self.format.currentData() or ""
        if wanted != self._choice.format:
            self._say(replace(self._choice, format=wanted, columns=()))

    @Slot()
    def _take_edition(self, _place: int = 0) -> None:
        text = self.edition.currentText().strip()
        wanted = text or NONE
        if text != self._shown_edition and wanted != self._choice.edition:
            self._say(replace(self._choice, edition=wanted))

    @Slot(int)
    def _take_column(self, _place: int) -> None:
        box = self.sender()
        name, field = box.property("column"), box.currentData() or ""
        kept = [
            (other, column)
            for other, column in self._choice.columns
            if column != name and (not field or other != field or field == _SEVERAL)
        ]
        self._say(replace(self._choice, columns=(*kept, (field, name))))

    def _say(self, choice: Choice) -> None:
        self._choice = choice
        self.chosen.emit(choice)
