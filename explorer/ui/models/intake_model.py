"""What came in as a table: a line per thing, with a tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QGuiApplication

from explorer.model.incoming import Choice, Origin, Thing
from explorer.ui.said import worded
from explorer.ui.style import theme_now
from explorer.ui.widgets.origin_icon import origin_icon
from explorer.ui.words import counted, language_name, number, plain_tip

if TYPE_CHECKING:
    from explorer.ops.looking import Look

Index = QModelIndex | QPersistentModelIndex
NAME, FORMAT, LANGUAGE, SIZE, CONTENT = range(5)
_KILO = 1000


@dataclass(slots=True)
class Row:
    """Attributes:
    look: The newest look that was made, or None.
    is_wanted: Whether it is ticked.
    """

    thing: Thing
    choice: Choice = field(default_factory=Choice)
    look: Look | None = None
    is_wanted: bool = True

    @property
    def is_near(self) -> bool:
        """Whether it can be looked at without asking the network."""
        return self.thing.origin in (Origin.FILE, Origin.TEXT)

    @property
    def is_fresh(self) -> bool:
        """Whether the look was made with what is chosen now."""
        return self.look is not None and self.look.choice == self.choice

    @property
    def why(self) -> str:
        """Why nothing can come of it, or ""."""
        return self.thing.why or (self.look.why if self.look else "")


class IntakeModel(QAbstractTableModel):
    """Rows are painted when they are seen; a thousand cost no more than ten."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def add(self, things: Sequence[Thing]) -> None:
        """More things; what stands there already stays as it is."""
        known = {_identity(row.thing) for row in self.rows}
        fresh = [Row(thing) for thing in things if _identity(thing) not in known]
        if fresh:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self.rows += fresh
            self.endInsertRows()

    @property
    def wanted(self) -> list[Row]:
        """What is ticked and can be had."""
        return [row for row in self.rows if row.is_wanted and not row.why]

    @property
    def whole_folders(self) -> tuple[str, ...]:
        """Folders that came and of which no file is left out."""
        came = dict.fromkeys(row.thing.folder for row in self.rows if row.thing.folder)
        left = {row.thing.folder for row in self.rows if not row.is_wanted}
        return tuple(folder for folder in came if folder not in left)

    def put(self, at: int, look: Look) -> None:
        """Show what a look found."""
        one = len(self.rows) == 1  # of many, the plans would fill the memory for nothing
        self.rows[at].look = look if one else replace(look, plan=None, report=None)
        self._tell(at)

    def choose(self, at: int, choice: Choice) -> None:
        """Take what a person says of a row."""
        self.rows[at].choice = choice
        self._tell(at)

    def forget_looks(self) -> None:
        """Another library: what was found belongs to the one before."""
        for row in self.rows:
            row.look = None
        if self.rows:
            self._tell(0, len(self.rows) - 1)

    def _tell(self, first: int, last: int = -1) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(max(first, last), CONTENT))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 5

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_tick = index.column() == NAME and not self.rows[index.row()].thing.why
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_tick else flags

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != NAME:
            return False
        self.rows[index.row()].is_wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        self._tell(index.row())
        self.ticked.emit()
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == SIZE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("What"),
            self.tr("Read as"),
            self.tr("Language"),
            self.tr("Size"),
            self.tr("What would come in"),
        )
        return names[section]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME and not row.why:
            return (Qt.CheckState.Checked if row.is_wanted else Qt.CheckState.Unchecked).value
        if role == Qt.ItemDataRole.DecorationRole and column == NAME:
            return origin_icon(row.thing.origin)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == SIZE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            hint = row.thing.hint or (row.look.hint if row.look else "")
            place = row.thing.word if row.thing.origin is not Origin.TEXT else row.thing.name
            words = (place, self.text(row, FORMAT), self.text(row, CONTENT), worded(hint))
            return plain_tip("\n".join(filter(None, words)))
        if role == Qt.ItemDataRole.AccessibleTextRole and column == NAME:
            return ", ".join(filter(None, (self.text(row, part) for part in range(5))))
        return None

    @staticmethod
    def _colour(row: Row, column: int) -> object:
        if row.why and column == CONTENT:
            return _brush("bad")
        if not row.is_wanted or row.why or (row.look and row.look.known) or not row.is_fresh:
            return QGuiApplication.palette().placeholderText()
        return None

    def text(self, row: Row, column: int) -> str:
        """The words of one cell."""
        if column == NAME:
            return row.thing.name
        if column == SIZE:
            return _size(row.thing.size)
        if column == CONTENT:
            return self._content(row)
        if row.look is None:
            return ""
        if column == LANGUAGE:
            return ", ".join(self._language(code) for code in row.look.languages if code)
        labels = dict(row.look.formats)
        return worded(labels.get(row.look.format, ""))

    def _language(self, code: str) -> str:
        return self.tr("several") if code == "mixed" else language_name(code)

    def _content(self, row: Row) -> str:
        look = row.look
        if row.why:
            return worded(row.why)
        if row.thing.host:
            return self.tr("to be read from {host}").format(host=row.thing.host)
        if look is None:
            return "…"
        if look.same_text_as:
            return self.tr("the same text as {name}, in the library already").format(name=look.same_text_as)
        if look.known:
            return self.tr("in the library already, unchanged")
        words = self._counts(look)
        if look.newer:
            return self.tr("newer than in the library: {counts}").format(counts=words)
        return words

    def _counts(self, look: Look) -> str:
        n = look.counts
        parts = [counted(n.papers, self.tr("{n} paper"), self.tr("{n} papers"))]
        if n.methods:
            parts.append(counted(n.methods, self.tr("{n} method"), self.tr("{n} methods")))
        if n.links:
            parts.append(counted(n.links, self.tr("{n} link"), self.tr("{n} links")))
        if n.leftovers:
            parts.append(counted(n.leftovers, self.tr("{n} line left over"), self.tr("{n} lines left over")))
        return " · ".join(parts)


def _identity(thing: Thing) -> tuple[Origin, str, bytes]:
    """What tells two things apart: texts of one name may be two."""
    return thing.origin, thing.word, thing.content


def _brush(token: str) -> object:
    """A colour token as what a view paints text with."""
    return QBrush(QColor(getattr(theme_now(), token)))


def _size(size: int) -> str:
    if size < 0:
        return ""
    if size < _KILO:
        return f"{number(size)} B"
    if size < _KILO * _KILO:
        return f"{number(round(size / _KILO))} kB"
    return f"{size / _KILO / _KILO:.1f} MB"
