"""ActGroup: acts that belong together, beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from explorer.ui.acts import Acts


class ActGroup(QObject):
    """Methods that commands run. What another group does is asked of ``self._acts``."""

    told = Signal(object)  #: Notice

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self._acts = acts
        self._window = acts.window
        self._workspace = acts.window.workspace
        self._navigator = acts.window.navigator
        self.told.connect(acts.told)

    def listen(self) -> None:
        """Connect to parts of the window and to other groups: all of them stand by now."""
