"""Imports that stay quick beside PySide6, which reads the source of each module that is loaded after it.

It looks there for its own name, to know where ``from __feature__ import snake_case`` may count. We never
write that, and the sources of some thousand modules (ours, numpy's, scipy's) would stay in memory.
"""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 - its support modules come with it

_SUPPORT = "shibokensupport.feature"
_LOOK = "_mod_uses_pyside"


def spare_sources() -> None:
    """Have PySide6 take every module for one without features, if it is a version that looks."""
    support = sys.modules.get(_SUPPORT)
    if hasattr(support, _LOOK):
        setattr(support, _LOOK, _has_no_features)


def _has_no_features(_module: object) -> bool:
    return False
