"""Trend tags as a tree: rename, describe, colour, move, merge, split, rules; Enter shows what carries one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QMenu, QTreeView, QWidget

from explorer.errors import ExplorerError
from explorer.model import NodeKind
from explorer.questions.tag_tree import RulePreview, TagNode, all_tags
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.tag_model import NODE, TagModel
from explorer.ui.said import worded
from explorer.ui.style import theme_now
from explorer.ui.verbs.tags import TagAct
from explorer.ui.widgets.kind_choice import KindChoice
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox

_WIDTH_PX, _TREE_PX = 560, 320


@dataclass(frozen=True, slots=True)
class RuleLook:
    """Words of a rule, to be tried on the library."""

    tag: int
    words: str
    kinds: tuple[NodeKind, ...] = (NodeKind.PAPER,)


class TagsSheet(Sheet):
    """The tree, a line for what is typed, and the acts on the tag that is current."""

    wished = Signal(object)  #: TagAct
    shown = Signal(object)  #: id of the tag whose carriers shall be the view
    tried = Signal(object)  #: RuleLook
    asked = Signal()  #: the tree has to be read again

    def __init__(self, window: QWidget, selected: Sequence[int] = ()) -> None:
        """Args:
        selected: Ids of what is selected in the window: a split takes what carries the tag of it.
        """
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Trend tags"))
        self.setAccessibleName(self.tr("Trend tags"))
        self._selected = tuple(selected)
        self._typing = ""
        self._tree: tuple[TagNode, ...] = ()
        self.model = TagModel(self)
        self.model.dropped.connect(self._drop)
        self.view = _tree_view(self.model, self.tr("Trend tags"))
        self.view.activated.connect(self._show_current)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.installEventFilter(self)
        self.line = SearchBox(self.tr("Name"))
        self.line.entered.connect(self._enter)
        self.line.left.connect(self._stop)
        self.line.textChanged.connect(self._look)
        self.line.hide()
        self.kinds = KindChoice(self.tr("What the rule tags"))
        self.kinds.changed.connect(self._look)
        self.kinds.hide()
        self.about = label("", "dim", wraps=True)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(self.tr("What can be done with the tag"))
        self._prompts = self._worded()
        for part in (self.view, self.line, self.kinds, self.about):
            self.column.addWidget(part)
        self._add_buttons()

    def _worded(self) -> dict[str, tuple[str, str]]:
        """Act -> (menu entry, what the line asks for)."""
        return {
            "make": (self.tr("New tag"), self.tr("Name of the new tag, in any language")),
            "child": (self.tr("New tag under it…"), self.tr("Name of the new tag, in any language")),
            "rename": (self.tr("Rename… (F2)"), self.tr("Its new name")),
            "describe": (self.tr("Description…"), self.tr("What it stands for")),
            "colour": (self.tr("Colour…"), self.tr("A colour such as #2a9d8f or teal, or nothing")),
            "split": (self.tr("Split off what is selected…"), self._split_prompt()),
            "merge": (self.tr("Merge into…"), self.tr("Name of the tag that stays")),
            "under": (self.tr("Move under…"), self.tr("Name of a tag, or nothing for the top")),
            "rule": (self.tr("Rule…"), self.tr('Words such as "state space" or mamba* -vision')),
        }

    def _split_prompt(self) -> str:
        if not self._selected:
            return self.tr("Nothing is selected: select what shall carry the new tag first")
        return self.tr("Name of the new tag for what is selected ({n})").format(n=len(self._selected))

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        for words, act in (
            (self.tr("Show"), self._show_current),
            (self.tr("Rule…"), self._type_rule),
            (self.tr("Delete (Del)"), self._delete),
        ):
            made = button(words, "primary" if act == self._show_current else "")
            made.clicked.connect(act)
            row.addWidget(made)
        self.more = button(self.tr("More…"), "", self.tr("Rename, describe, colour, move, merge, split"))
        self.more.clicked.connect(self._open_menu_here)
        row.addWidget(self.more)
        row.addStretch(1)
        new = button(self.tr("New tag"), "link")
        new.clicked.connect(self._type_new)
        row.addWidget(new)
        self.column.addLayout(row)

    @property
    def current(self) -> TagNode | None:
        """The tag that the keys speak of."""
        return self.view.currentIndex().siblingAtColumn(0).data(NODE)

    @Slot(object)
    def show_tree(self, tree: Sequence[TagNode]) -> None:
        """Show the tags that there are; the current one stays."""
        was = self.current.id if self.current else 0
        self._tree = tuple(tree)
        self.model.show_tree(self._tree, QColor(theme_now().nodes[NodeKind.TAG]))
        self.view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.view.expandAll()
        index = self.model.index_of(was)
        self.view.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self.view.selectionModel().currentChanged.connect(self._tell, Qt.ConnectionType.UniqueConnection)
        self._tell()

    @Slot(object)
    def refresh(self, _overview: object) -> None:
        """The library has changed."""
        self.asked.emit()

    @Slot(object)
    def show_preview(self, seen: RulePreview | ExplorerError) -> None:
        """What the rule in the line would do."""
        if self._typing != "rule":
            return
        if isinstance(seen, ExplorerError):
            self.about.setText(" ".join((worded(seen.message), worded(seen.hint))))
        else:
            words = self.tr("Matches {found}: {new} new, {already} tagged already, {off} that you took off.")
            told = words.format(found=seen.found, new=seen.new_total, already=seen.already, off=seen.off)
            self.about.setText("\n".join((told, *(f"+ {name}" for _, name in seen.new[:4]))))
        self.place()

    @Slot()
    @Slot(QModelIndex, QModelIndex)
    def _tell(self, *_moved: QModelIndex) -> None:
        """What there is to say of the current tag."""
        node = self.current
        if node is None:
            self.about.setText(self.tr("No tag yet. Select papers and press T, or make one here."))
            return
        claims = "; ".join(title for _, title in node.documents)
        parts = [node.description]
        parts += [self.tr("Claimed by {title}").format(title=claims)] if claims else []
        if node.rule:
            parts.append(self.tr("Rule: {words} ({n} put on)").format(words=node.rule, n=node.by_rule))
        self.about.setText("\n".join(part for part in parts if part))
        self.about.setAccessibleName(self.about.text())
        self.place()

    @Slot()
    @Slot(QModelIndex)
    def _show_current(self, _index: QModelIndex | None = None) -> None:
        if self.current is not None:
            self.shown.emit(self.current.id)
            self.close_up()

    @Slot(object)
    def _drop(self, target: tuple[int, int]) -> None:
        over, place = target
        self._move(f"#{over}" if over else "", None if place < 0 else place)

    def _move(self, over: str, place: int | None) -> None:
        node = self.current
        if node is None:
            return
        was = f"#{node.parent}" if node.parent else ""
        if place is not None and over == was and place > self.view.currentIndex().row():
            place -= 1  # it leaves its own place first
        self._wish("move", over, place)

    def _wish(self, act: str, *args: object) -> None:
        if self.current is not None:
            self.wished.emit(TagAct(act, f"#{self.current.id}", args))

    def step(self, by: int) -> None:
        """Move the current tag among its siblings."""
        self._move(
            f"#{self.current.parent}" if self.current and self.current.parent else "",
            max(self.view.currentIndex().row() + (by if by < 0 else by + 1), 0),
        )

    @Slot()
    def _delete(self) -> None:
        self._wish("delete")

    @Slot()
    def _type_rule(self) -> None:
        self.type_for("rule")

    @Slot()
    def _type_new(self) -> None:
        self.type_for("make")

    def type_for(self, act: str) -> None:
        """Let the line ask for what an act needs."""
        node = self.current
        if node is None and act != "make":
            return
        had = {"rename": "name", "describe": "description", "colour": "colour", "rule": "rule"}.get(act)
        self._typing = act
        self.line.setPlaceholderText(self._prompts[act][1])
        self.line.setAccessibleName(self._prompts[act][1])
        self.line.setText(getattr(node, had) if had else "")
        self.line.show()
        self.kinds.setVisible(act == "rule")
        if act == "rule":
            self.kinds.choose(node.rule_kinds or (NodeKind.PAPER,))
        self.place()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._look()

    @Slot()
    def _look(self) -> None:
        if self._typing == "rule" and self.current is not None and self.line.text().strip():
            self.tried.emit(RuleLook(self.current.id, self.line.text(), self.kinds.chosen))

    @Slot()
    def _enter(self) -> None:
        text, act = self.line.text().strip(), self._typing
        self._stop()
        if act == "make" and text:
            self.wished.emit(TagAct("make", text))
        elif act == "child" and text:
            self.wished.emit(TagAct("make", text, (f"#{self.current.id}",)))
        elif act == "rule":
            self._wish("rule", text, self.kinds.chosen) if text else self._wish("no_rule")
        elif act == "split" and text:
            self._wish("split", text, self._selected)
        elif act == "under":
            self._wish("move", self._called(text))
        elif act == "colour":
            self._wish(act, QColor(text).name() if QColor.isValidColorName(text) else text)
        elif act == "describe" or text:
            self._wish(act, self._called(text) if act == "merge" else text)

    def _called(self, text: str) -> str:
        """The tag whose whole way is typed ("alignment › DPO"), else the name as it is."""
        found = [node for node in all_tags(self._tree) if " › ".join(node.path).casefold() == text.casefold()]
        return f"#{found[0].id}" if found else text

    @Slot()
    def _stop(self) -> None:
        self._typing = ""
        self.line.hide()
        self.kinds.hide()
        self._tell()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open_menu_here(self) -> None:
        self._fill_menu()
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        self._fill_menu()
        self.menu.popup(self.view.viewport().mapToGlobal(at))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for act, (words, _) in self._prompts.items():
            entry = self.menu.addAction(words)
            entry.setData(act)
            entry.triggered.connect(self._take_entry)
            entry.setEnabled(act == "make" or self.current is not None)

    @Slot()
    def _take_entry(self) -> None:
        self.type_for(self.sender().data())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_F2:
            self.type_for("rename")
        elif key == Qt.Key.Key_Delete:
            self._delete()
        elif key == Qt.Key.Key_Insert:
            self.type_for("child")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_current()
        elif key == Qt.Key.Key_Menu:
            self._open_menu(self.view.visualRect(self.view.currentIndex()).center())
        else:
            return False
        return True


def _tree_view(model: TagModel, name: str) -> QTreeView:
    view = QTreeView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setHeaderHidden(True)
    view.header().setStretchLastSection(False)
    view.setFixedHeight(_TREE_PX)
    view.setUniformRowHeights(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    view.setDefaultDropAction(Qt.DropAction.MoveAction)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    return view
