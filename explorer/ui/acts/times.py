"""TimeActs: the time brush by keys and palette."""

from __future__ import annotations

from PySide6.QtCore import Qt

from explorer.ui.acts.group import ActGroup
from explorer.ui.workspace import Notice


class TimeActs(ActGroup):
    """When what is shown appeared."""

    def time_earlier(self) -> None:
        """The brush one week, month or year back; the newest where there is none yet."""
        self._step(-1)

    def time_later(self) -> None:
        """The brush one week, month or year on; the oldest where there is none yet."""
        self._step(1)

    def time_wider(self) -> None:
        """The brush ends one week, month or year later."""
        self._step(1, widens=True)

    def time_narrower(self) -> None:
        """The brush ends one week, month or year earlier."""
        self._step(-1, widens=True)

    def all_times(self) -> None:
        """Whatever its date, and what has none."""
        self._window.time_strip.clear()

    def brush_times(self) -> None:
        """Put the keyboard into the time strip."""
        if self._has_times():
            self._window.time_strip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, by: int, widens: bool = False) -> None:
        if self._has_times():
            strip = self._window.time_strip
            (strip.widen if widens else strip.step)(by)

    def _has_times(self) -> bool:
        if len(self._window.time_strip.bins):
            return True
        self.told.emit(Notice(self.tr("No paper of this library has a date.")))
        return False
