"""The window: puts the parts side by side and joins their signals. No logic here."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.questions.search import search
from explorer.render.fonts import check_fonts
from explorer.resources import resource
from explorer.settings import Settings, save_settings
from explorer.ui.acts import Acts
from explorer.ui.canvas import Canvas
from explorer.ui.commands import COMMANDS, SAVED, SAVED_WORDS, CommandAction, grouped, key_text
from explorer.ui.context_menu import ContextMenu
from explorer.ui.dialogs.palette import Palette
from explorer.ui.drops import DropTarget
from explorer.ui.filter_link import FilterLink
from explorer.ui.graph_link import GraphLink
from explorer.ui.models import curation_rows
from explorer.ui.models.palette_model import HITS_SHOWN, Entry
from explorer.ui.models.undecided_rows import KEYS
from explorer.ui.navigator import Navigator
from explorer.ui.panels.first_run import FirstRun
from explorer.ui.panels.left_panel import LeftPanel
from explorer.ui.panels.notice_bar import NoticeBar
from explorer.ui.panels.passport_panel import PassportPanel
from explorer.ui.panels.status_bar import StatusBar
from explorer.ui.panels.time_strip import TimeStrip
from explorer.ui.panels.top_bar import TopBar
from explorer.ui.reading import Reading
from explorer.ui.sentence_link import SentenceLink
from explorer.ui.session_keeper import SessionKeeper
from explorer.ui.showing import Showing
from explorer.ui.snapshot_link import SnapshotLink
from explorer.ui.style import apply_colours, apply_sheet, apply_theme
from explorer.ui.undo_order import UndoOrder
from explorer.ui.widgets.drop_veil import DropVeil
from explorer.ui.words import translated
from explorer.ui.workspace import Workspace

LEFT_PX, RIGHT_PX = 238, 344


class MainWindow(QMainWindow):
    """One library, one view of it, one passport."""

    def __init__(self, settings: Settings, settings_file: Path, scheme: str = "") -> None:
        """Args:
        settings_file: Where changed settings are written.
        scheme: "light" or "dark" whatever the settings say, or "".
        """
        tokens = apply_colours(QApplication.instance(), scheme or settings.scheme)  # before any widget
        super().__init__()
        self.settings = settings
        self.settings_file = settings_file
        self._forced_scheme = scheme
        self._is_empty = True
        self.hidden_panels = (False, False)
        self.scheme = tokens.name
        self.setWindowTitle(self.tr("Paper Explorer"))
        self.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
        self.setMinimumSize(760, 480)
        self.workspace = Workspace(self)
        self.navigator = Navigator(self.workspace, self)
        self.acts = Acts(self)
        self.undo_order = UndoOrder(self)
        self._build_parts()
        self._build_actions()
        self._arrange()
        self._join_answers()
        self._join_wishes()
        self.session = SessionKeeper(self)
        self.drop_veil = DropVeil(self)
        self._drops = DropTarget(self)
        self._drops.dropped.connect(self.acts.files.intake.take)
        self._drops.aimed.connect(self._show_aim)
        self.first_run.show_recent(settings.recent)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.show_page(True)
        apply_sheet(QApplication.instance(), tokens, settings.motion)

    def _build_parts(self) -> None:
        fonts = check_fonts()
        self.canvas = Canvas()
        self.canvas.set_scheme(self.scheme)
        self.left_panel = LeftPanel()
        self.passport = PassportPanel()
        self.first_run = FirstRun()
        self.time_strip = TimeStrip()
        self.status = StatusBar(fonts.words, fonts.hint)

    def _build_actions(self) -> None:
        self.actions_by_id: dict[str, CommandAction] = {}
        for command in COMMANDS:
            action = CommandAction(command, self.acts, self)
            (self.canvas if command.on_canvas else self).addAction(action)
            if command.on_canvas and command.id != "view.expand":  # Enter goes to a row
                self.left_panel.list.table.addAction(action)
            self.actions_by_id[command.id] = action
        self.menu = QMenu(self)
        for name, commands in grouped():
            part = self.menu.addMenu(name)
            listed = [command.id for command in commands if not command.id.startswith(SAVED)]
            part.addActions([self.actions_by_id[key] for key in listed])
            part.aboutToShow.connect(self._allow_actions)
            part.aboutToHide.connect(self._free_actions)
        self.context_menu = ContextMenu(self)
        self.top_bar = TopBar(self.actions_by_id, self.menu)

    def _arrange(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.first_run)
        self.pages.addWidget(self.canvas)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setHandleWidth(1)
        self.sides.setChildrenCollapsible(False)
        for part in (self.left_panel, self.pages, self.passport):
            self.sides.addWidget(part)
        self.sides.setStretchFactor(1, 1)
        self.passport.setMinimumWidth(240)
        self.sides.setSizes([LEFT_PX, 2000, RIGHT_PX])
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.sides, 1)
        column.addWidget(self.time_strip)
        column.addWidget(self.status)
        self.setCentralWidget(body)
        self.palette_view = Palette(self.top_bar.search, self)
        self.offer_commands(())
        self.notice_bar = NoticeBar(self.pages)

    def _join_answers(self) -> None:
        self.showing = Showing(self)
        self.workspace.notice.connect(self.notice_bar.show_notice)
        self.workspace.task_moved.connect(self.status.show_task)
        self.workspace.opened.connect(self._note_opened)
        self.acts.told.connect(self.notice_bar.show_notice)
        self.acts.settings_changed.connect(self.use_settings)

    def _join_wishes(self) -> None:
        navigator, acts = self.navigator, self.acts
        self.sentences = SentenceLink(self)
        self.graph_link = GraphLink(self)
        self.reading = Reading(self)
        rows = self.left_panel.list
        rows.selection_changed.connect(navigator.select)
        rows.opened.connect(self._go_to)
        rows.searched.connect(navigator.search_list)
        rows.menu_asked.connect(self.context_menu.open_on_nodes)
        self.filter_link = FilterLink(self)
        self.snapshots = SnapshotLink(self)
        self.passport.wanted.connect(self._go_to)
        self.passport.address_wanted.connect(acts.views.visit_address)
        self.top_bar.crumb_chosen.connect(self._follow_crumb)
        self.palette_view.searched.connect(self._search)
        self.palette_view.node_chosen.connect(self._go_to)
        self.palette_view.command_chosen.connect(self._run_command)
        self.palette_view.view_chosen.connect(acts.readings.open_view)
        self.palette_view.closed.connect(self._focus_canvas)
        self.status.stop_asked.connect(self.workspace.stop)
        self.status.needs_asked.connect(acts.identities.show_needs)
        self.status.hidden_asked.connect(acts.selections.show_hidden)
        self.passport.decision_wanted.connect(acts.identities.show_needs)
        self.passport.notes.written.connect(acts.readings.write_note)
        self.passport.notes.state_wanted.connect(acts.readings.mark_one)
        self.passport.notes.finished.connect(acts.readings.leave_note)
        self.passport.merge_wanted.connect(acts.identities.merge_shown)
        self.passport.split_wanted.connect(acts.identities.split_shown)
        self.passport.completion_wanted.connect(acts.completing.complete_shown)
        self.passport.suggestions_wanted.connect(acts.examples.suggest_for_shown)
        acts.listen()
        self.notice_bar.undo_asked.connect(acts.views.undo)
        self.notice_bar.command_wanted.connect(self._run_command)
        self.first_run.sample_asked.connect(acts.files.open_sample)
        self.first_run.add_asked.connect(self.actions_by_id["file.add"].trigger)
        self.first_run.open_asked.connect(self.actions_by_id["file.open"].trigger)
        self.first_run.recent_asked.connect(acts.files.open_path)

    def show_page(self, is_empty: bool) -> None:
        """The canvas, or the cards where there is nothing to draw."""
        self.first_run.show_empty(is_empty and self.workspace.path is not None)
        before = self.pages.currentWidget()
        self.pages.setCurrentWidget(self.first_run if is_empty else self.canvas)
        self.top_bar.show_view_tools(not is_empty)
        self._is_empty = is_empty
        self.hide_panels(*self.hidden_panels)
        if self.focusWidget() is None or self.pages.currentWidget() is not before:
            self.pages.currentWidget().setFocus()

    def offer_commands(self, views: Sequence[str]) -> None:
        """Put the commands into the palette, those of saved views by their names."""
        saved = [f"{SAVED}{n}" for n in range(1, len(SAVED_WORDS) + 1)]
        for key, name in zip_longest(saved, views[: len(saved)], fillvalue=""):
            self.actions_by_id[key].name_step(name)
        self._idle = set(saved[len(views) :])
        offered = [action for key, action in self.actions_by_id.items() if key not in self._idle]
        titles = [(name, self.tr("Saved view: {name}").format(name=name)) for name in views[len(saved) :]]
        entries = [_entry(action) for action in offered]
        entries += [Entry(title, view=name, needs="library") for name, title in titles]
        self.palette_view.offer(entries, self.acts.missing)

    def hide_panels(self, left: bool, right: bool) -> None:
        """Hide what a person does not want beside the graph, until they want it again."""
        self.hidden_panels = (left, right)
        self.left_panel.setVisible(not self._is_empty and not left)
        self.passport.setVisible(not self._is_empty and not right)

    def key_groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """All keys by group, for the sheet."""
        groups = []
        for name, commands in grouped():
            shown = [c for c in commands if c.key and c.id not in self._idle]
            groups.append((name, [(key_text(c), self.actions_by_id[c.id].text()) for c in shown]))
        decisions = [(key, translated("Undecided", words)) for key, words in KEYS]
        curation = [(key, translated("Curation", words)) for key, words in curation_rows.KEYS]
        return [
            *groups,
            (self.tr("In the list of what needs you"), decisions),
            (self.tr("On proposed links and names"), curation),
        ]

    @Slot(object)
    def use_settings(self, settings: Settings) -> None:
        """Take other preferences and keep them."""
        is_dressed = (settings.scheme, settings.motion) == (self.settings.scheme, self.settings.motion)
        self.settings = settings
        if not is_dressed:
            self.dress()
        self.workspace.compute("settings", save_settings, settings, self.settings_file, then=None)

    @Slot()
    def _follow_system(self) -> None:
        if not self._forced_scheme and self.settings.scheme == "system":
            self.dress()

    def dress(self) -> None:
        """Put on the colours that the settings, or the system, ask for."""
        wanted = self._forced_scheme or self.settings.scheme
        self.scheme = apply_theme(QApplication.instance(), wanted, self.settings.motion).name
        self.canvas.set_scheme(self.scheme)
        self.left_panel.list.model.repaint_icons()
        self.left_panel.filter.dress()
        if self.passport.shown is not None:
            self.passport.show_passport(self.passport.shown)

    @Slot(object)
    def _note_opened(self, path: Path) -> None:
        self.setWindowTitle(self.tr("{name} – Paper Explorer").format(name=path.stem))
        self.showing.forget()
        self.palette_view.forget()
        self.use_settings(self.settings.opened(str(path.resolve())))

    @Slot(object)
    def _go_to(self, node: int) -> None:
        self.navigator.go_to(node)

    @Slot(object)
    def _follow_crumb(self, key: str) -> None:
        if key == "library":
            self.navigator.show_all()
        elif key == "kind":
            self.left_panel.show_list()
        elif key == "center":
            self.canvas.fit()

    @Slot(object)
    def _search(self, text: str) -> None:
        self.workspace.ask("palette", search, text, HITS_SHOWN, True, then=self.palette_view.show_answer)

    @Slot(object)
    def _run_command(self, key: str) -> None:
        self.actions_by_id[key].trigger()

    @Slot(object)
    def _show_aim(self, given: object) -> None:
        self.first_run.aim(given is not None)
        self.drop_veil.show_given(given)

    @Slot()
    def _focus_canvas(self) -> None:
        if self.pages.currentWidget() is self.canvas:
            self.canvas.setFocus()

    @Slot()
    def _allow_actions(self) -> None:
        for action in self.sender().actions():
            if isinstance(action, CommandAction):
                action.setEnabled(not self.acts.missing(action.command.needs))

    @Slot()
    def _free_actions(self) -> None:
        """A greyed action would leave its key dead; without a menu, keys say what is missing."""
        for action in self.actions_by_id.values():
            action.setEnabled(True)

    def _geometry_file(self) -> QSettings:
        """Geometry only: QSettings gives False back as the string "false", which is true."""
        return QSettings(str(self.settings_file.with_name("window.ini")), QSettings.Format.IniFormat)

    def restore(self) -> None:
        """Stand where the window stood last, else in the mock's size."""
        kept = self._geometry_file().value("geometry")
        if not isinstance(kept, QByteArray) or not self.restoreGeometry(kept):
            self.resize(1440, 900)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._geometry_file().setValue("geometry", self.saveGeometry())
        self.session.write_now()
        self.passport.notes.save()
        self.hide()  # a source that is being read is read to its end, which may take seconds
        self.workspace.close()
        super().closeEvent(event)


def _entry(action: CommandAction) -> Entry:
    return Entry(
        action.iconText(),
        command=action.command.id,
        side=key_text(action.command),
        needs=action.command.needs,
    )
