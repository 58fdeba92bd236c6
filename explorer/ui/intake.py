"""Intake: what is dropped, pasted, opened or typed goes through one card, then to the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from explorer.model.incoming import Given, Thing
from explorer.ui.dialogs.add_sheet import AddSheet
from explorer.ui.dialogs.import_sheet import Planned
from explorer.ui.dialogs.intake_sheet import IntakeSheet, Wanted
from explorer.ui.mime import given_of, is_anything, is_picture
from explorer.ui.verbs import intake as intake_verbs
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.ui.main_window import MainWindow

_TOPIC = "intake.things"


class Intake(QObject):
    """Nothing is read into the library and nothing is fetched before the person says Import."""

    told = Signal(object)  #: Notice
    library_wanted = Signal()  #: there is none, and something is to be imported
    planned = Signal(object)  #: Planned

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._sheet: IntakeSheet | None = None
        self._given: list[Given] = []
        self._waiting: Wanted | None = None
        self._folders: tuple[str, ...] = ()
        self._workspace.opened.connect(self._plan_waiting)

    @Slot(object)
    def take(self, given: Given) -> None:
        """Show the card for it, or put it on the card that is open."""
        if not is_anything(given):
            return
        self._given.append(given)
        if self._sheet is None or not isValid(self._sheet) or not self._sheet.isVisible():
            overview = self._window.navigator.overview
            editions = [facet.name for facet in overview.editions] if overview else []
            self._sheet = IntakeSheet(self._window, self._workspace, editions)
            self._sheet.wanted.connect(self._import)
            self._sheet.closed.connect(self._forget)
            self._sheet.open(self._sheet.table)
        if len(self._given) == 1:
            self._list_next()

    def paste(self) -> None:
        """Look at what the clipboard holds."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()  # None where it was never filled
        given = given_of(mime)
        if is_anything(given):
            self.take(given)
        elif is_picture(mime):
            words = self.tr("The clipboard holds a picture; no text can be read from it.")
            self.told.emit(Notice(words, self.tr("Copy text, files or a link instead."), failed=True))
        else:
            self.told.emit(Notice(self.tr("The clipboard holds nothing that can be imported.")))

    def type_in(self) -> None:
        """Ask for links, ids, paths or a text."""
        sheet = AddSheet(self._window)
        sheet.entered.connect(self.take)
        sheet.open(sheet.field)

    def _list_next(self) -> None:
        self._workspace.look(_TOPIC, intake_verbs.things_of, self._given[0], then=self._show)

    @Slot(object)
    def _show(self, things: tuple[Thing, ...]) -> None:
        del self._given[:1]
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.show_things(things)
        if self._given:
            self._list_next()

    @Slot()
    def _forget(self) -> None:
        self._given.clear()
        self._sheet = None
        self._workspace.forget(_TOPIC)

    @Slot(object)
    def _import(self, wanted: Wanted) -> None:
        rows = wanted.rows
        if self._workspace.path is None:
            self._waiting = wanted
            self.library_wanted.emit()
            return
        if len(rows) == 1 and rows[0].is_fresh and rows[0].look.plan is not None:
            self.planned.emit(Planned(rows[0].look.plan, rows[0].look.report, wanted.folders))
            return
        if any(row.thing.host for row in rows):
            self._window.status.show_network()
        self._folders = wanted.folders
        chosen = tuple((row.thing, row.choice) for row in rows)
        label = self.tr("Reading {n} source").format(n=len(rows))
        self._workspace.start_reading(label, intake_verbs.plan, chosen, then=self._hand_on)

    @Slot(object)
    def _hand_on(self, planned: Planned) -> None:
        self.planned.emit(replace(planned, folders=self._folders))

    @Slot(object)
    def _plan_waiting(self, _path: Path) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            for row in waiting.rows:
                row.look = None
            self._import(waiting)
