"""Preferences: appearance, language, text size, motion, and the engine that computes similarity."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from explorer import settings as prefs
from explorer.settings import Field, Settings
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import language_name, translated

_WORDS = {
    "system": QT_TRANSLATE_NOOP("Settings", "As the system"),
    "light": QT_TRANSLATE_NOOP("Settings", "Light"),
    "dark": QT_TRANSLATE_NOOP("Settings", "Dark"),
    "on": QT_TRANSLATE_NOOP("Settings", "On"),
    "off": QT_TRANSLATE_NOOP("Settings", "Off"),
}
#: for the translators: the texts of explorer.settings, which knows no Qt
_FIELDS = (
    QT_TRANSLATE_NOOP("Settings", "Appearance"),
    QT_TRANSLATE_NOOP("Settings", "Light or dark, or as the system has it."),
    QT_TRANSLATE_NOOP("Settings", "Language"),
    QT_TRANSLATE_NOOP("Settings", "Of menus, panels and sheets, from the next start."),
    QT_TRANSLATE_NOOP("Settings", "Text size"),
    QT_TRANSLATE_NOOP("Settings", "Of all texts and signs, from the next start."),
    QT_TRANSLATE_NOOP("Settings", "Motion"),
    QT_TRANSLATE_NOOP("Settings", "Glide when the view changes, or jump."),
    QT_TRANSLATE_NOOP("Settings", "Similarity engine"),
    QT_TRANSLATE_NOOP("Settings", "What computes how alike two papers are."),
)


class PreferencesSheet(Sheet):
    """What is chosen holds at once."""

    changed = Signal(object)  #: Settings
    embed_asked = Signal()
    comparison_asked = Signal()

    def __init__(self, window: QWidget, settings: Settings, engines: dict[str, tuple[str, str]]) -> None:
        """Args:
        engines: Engine id -> (label, the line that installs it or "").
        """
        super().__init__("", window, 460)
        self.title.setText(self.tr("Preferences"))
        self.setAccessibleName(self.tr("Preferences"))
        self._settings = settings
        self._engines = engines
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.scheme = self._choice(prefs.SCHEME, settings.scheme)
        self.language = self._choice(prefs.LANGUAGE, settings.language)
        self.text_size = self._choice(prefs.TEXT_SIZE, settings.text_size)
        later = label(self.tr("Language and text size hold from the next start."), "dim", wraps=True)
        self._grid.addWidget(later, self._grid.rowCount(), 1)
        self.motion = self._choice(prefs.MOTION, settings.motion)
        self.engine = self._engine_choice()
        self._missing = label("", "warn", wraps=True)
        embed = button(self.tr("Compute similarity now"))
        embed.clicked.connect(self.embed_asked)
        embed.clicked.connect(self.close_up)
        self._embed = embed
        self._grid.addWidget(self._missing, self._grid.rowCount(), 1)
        self._grid.addWidget(embed, self._grid.rowCount(), 1)
        compare = button(self.tr("Compare engines…"), "link", self.tr("How far two of them agree here"))
        compare.clicked.connect(self.comparison_asked)
        compare.clicked.connect(self.close_up)
        self._grid.addWidget(compare, self._grid.rowCount(), 1)
        self.column.addLayout(self._grid)
        self._show_missing()

    def _choice(self, field: Field, chosen: str) -> QComboBox:
        box = self._box(field)
        for choice in field.choices:
            box.addItem(_choice_words(choice), choice)
        box.setCurrentIndex(box.findData(chosen))
        box.activated.connect(self._tell)
        return box

    def _engine_choice(self) -> QComboBox:
        box = self._box(prefs.ENGINE)
        for key, (words, _) in self._engines.items():
            box.addItem(words, key)
        box.setCurrentIndex(max(box.findData(self._settings.engine), 0))
        box.activated.connect(self._tell)
        return box

    def _box(self, field: Field) -> QComboBox:
        row = self._grid.rowCount()
        box = QComboBox()
        box.setAccessibleName(translated("Settings", field.label))
        box.view().setAccessibleName(translated("Settings", field.label))
        box.setToolTip(translated("Settings", field.help))
        self._grid.addWidget(label(translated("Settings", field.label)), row, 0)
        self._grid.addWidget(box, row, 1)
        return box

    @Slot()
    def _tell(self) -> None:
        self._settings = replace(
            self._settings,
            scheme=self.scheme.currentData(),
            language=self.language.currentData(),
            text_size=self.text_size.currentData(),
            motion=self.motion.currentData(),
            engine=self.engine.currentData() or self._settings.engine,
        )
        self._show_missing()
        self.changed.emit(self._settings)

    @property
    def missing_words(self) -> str:
        """How to install the engine that is chosen, or ""."""
        return "" if self._missing.isHidden() else self._missing.text()

    def _show_missing(self) -> None:
        _, line = self._engines.get(self.engine.currentData(), ("", ""))
        self._missing.setText(self.tr("Not installed. This line installs it:\n{line}").format(line=line))
        self._missing.setVisible(bool(line))
        self._embed.setEnabled(not line and bool(self._engines))
        self.place()


def _choice_words(choice: str) -> str:
    if choice in _WORDS:
        return translated("Settings", _WORDS[choice])
    return f"{choice} %" if choice.isdigit() else language_name(choice)
